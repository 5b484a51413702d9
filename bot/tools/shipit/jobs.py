"""What the clock does about ShipIt days: each is moved on to the stage that it has reached."""

from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, due
from bot.db import Database
from bot.pulse import keys as key_store
from bot.pulse import sealing
from bot.pulse.keys import KeyStore, RoundKey
from bot.teams.models import Team
from bot.tools.shipit import announcing, days, outcome
from bot.tools.shipit.days import Stage
from bot.tools.shipit.models import ShipItDay, ShipItVote
from bot.vault import Vault
from bot.words import Words


async def moments(session: AsyncSession) -> list[datetime]:
    """When ShipIt days reach their stages."""
    planned = await session.scalars(select(ShipItDay).where(ShipItDay.over_at.is_(None)))
    return [
        at
        for day in planned
        for at in (*days.moments(day.starts_at).values(), day.asked_until)
        if at
    ]


async def seal_due(database: Database, keys: KeyStore, vault: Vault) -> None:
    """Make the key that answers to «again?» are sealed with, for every day that is gathered."""
    asked = ShipItDay.stage == Stage.GATHERED, ShipItDay.seal.is_(None)
    async with database.read() as session:
        bare = list(await session.scalars(select(ShipItDay.id).where(*asked)))
        former = await session.scalar(select(exists(ShipItVote.token)))

    async def seal(day_id: int) -> None:
        async def give(key: RoundKey) -> bool | None:
            async with database.begin() as session:
                day = await session.get_one(ShipItDay, day_id, with_for_update=True)
                return sealing.give(session, day, day.team_id, key)

        await key_store.with_new(keys, vault, give, at=clock.now())

    await due.each(bare, seal, failed="a ShipIt vote could not be sealed", name="day")
    if former:
        async with database.begin() as session:
            await outcome.adopt(session, vault)


async def move_on_due(database: Database, keys: KeyStore, vault: Vault, say: Words) -> None:
    """Tell every team what is due of its ShipIt day."""
    at = clock.now()
    async with database.read() as session:
        moving = await days.moving_on(session, at)

    async def move_on(session: AsyncSession, day_id: int) -> None:
        await _move_on(session, keys, vault, say, day_id, at)

    await due.each_in_transaction(
        database, moving, move_on, failed="a ShipIt day could not move on", name="day"
    )


async def _move_on(
    session: AsyncSession, keys: KeyStore, vault: Vault, say: Words, day_id: int, at: datetime
) -> None:
    stage = await days.move_on(session, day_id, at=at)
    if stage is not None:
        day = await session.get_one(ShipItDay, day_id)
        team = await session.get_one(Team, day.team_id)
        await announcing.stage(session, keys, vault, say, day, team, stage, at=at)
