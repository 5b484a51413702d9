"""Leases: what only one worker may do at a time, taken for a while and given back."""

from datetime import datetime, timedelta

from sqlalchemy import or_, update

from bot.db import Database
from bot.rows import insert_new
from bot.slack.models import Lease

DURATION = timedelta(seconds=60)  # then a worker that died has lost it
SKEW = timedelta(minutes=5)  # by which clocks may differ; beyond, one was wrong when it was taken


async def acquire(database: Database, name: str, holder: str, *, at: datetime) -> bool:
    """Take a lease, or keep it longer; False while somebody else has it."""
    held = {"held_by": holder, "held_until": at + DURATION}
    over = ~Lease.held_until.between(at, at + DURATION + SKEW)
    async with database.begin() as session:
        taken = await session.execute(
            update(Lease)
            .where(
                Lease.name == name,
                or_(Lease.held_by.is_(None), Lease.held_by == holder, over),
            )
            .values(**held)
        )
        if taken.rowcount:  # type: ignore[attr-defined]
            return True
        return bool(await insert_new(session, Lease, [{"name": name, **held}]))  # the first ever


async def release(database: Database, name: str, holder: str) -> None:
    """Give a lease back, if it still is *holder*'s."""
    async with database.begin() as session:
        await session.execute(
            update(Lease)
            .where(Lease.name == name, Lease.held_by == holder)
            .values(held_by=None, held_until=None)
        )
