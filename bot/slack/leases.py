"""Leases: what only one worker may do at a time, taken for a while and given back."""

from datetime import datetime, timedelta

from sqlalchemy import bindparam, inspect, or_, update

from bot.db import Database
from bot.rows import insert_new
from bot.slack.models import Lease

DURATION = timedelta(seconds=60)  # then a worker that died has lost it
SKEW = timedelta(minutes=5)  # by which clocks may differ; beyond, one was wrong when it was taken

# Written once, as tables: each delivery takes a lease and gives it back.
_lane = inspect(Lease).local_table.c
_IS_OURS = _lane.held_by == bindparam("holder")
_IS_OVER = ~_lane.held_until.between(bindparam("at"), bindparam("latest"))
_ACQUIRE = (
    update(_lane.name.table)
    .where(
        _lane.name == bindparam("lease"),
        or_(_lane.held_by.is_(None), _IS_OURS, _IS_OVER),
    )
    .values(held_by=bindparam("holder"), held_until=bindparam("until"))
)
_RELEASE = (
    update(_lane.name.table)
    .where(_lane.name == bindparam("lease"), _IS_OURS)
    .values(held_by=None, held_until=None)
)


async def acquire(database: Database, name: str, holder: str, *, at: datetime) -> bool:
    """Take a lease, or keep it longer; False while somebody else has it."""
    until = at + DURATION
    values = {"lease": name, "holder": holder, "at": at, "until": until, "latest": until + SKEW}
    async with database.begin() as session:
        taken = await session.execute(_ACQUIRE, values)
        if taken.rowcount:  # type: ignore[attr-defined]
            return True
        row = {"name": name, "held_by": holder, "held_until": until}
        return bool(await insert_new(session, Lease, [row]))  # the first ever


async def release(database: Database, name: str, holder: str) -> None:
    """Give a lease back, if it still is *holder*'s."""
    async with database.writes() as connection:
        await connection.write(_RELEASE, {"lease": name, "holder": holder})
