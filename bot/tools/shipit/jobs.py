"""What the clock does about ShipIt days: each is moved on to the stage that it has reached."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, due
from bot.db import Database
from bot.pulse import beside
from bot.pulse import keys as key_store
from bot.pulse.keys import KeyStore
from bot.tools.shipit import announcing, days, outcome
from bot.tools.shipit.days import Stage
from bot.tools.shipit.models import ShipItDay
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
    at = clock.now()
    await beside.seal_due(
        database, keys, vault, outcome.AGAIN, failed="a ShipIt vote could not be sealed", at=at
    )


async def move_on_due(database: Database, keys: KeyStore, vault: Vault, say: Words) -> None:
    """Tell every team what is due of its ShipIt day."""
    at = clock.now()
    async with database.read() as session:
        moving = await days.moving_on(session, at)

    async def move_on(day_id: int) -> None:
        if moving[day_id] == Stage.OVER:  # whose answers are counted
            await key_store.reach(keys)
        async with database.begin() as session:
            await announcing.move_on(session, keys, vault, say, day_id, at=at)

    await due.each(moving, move_on, failed="a ShipIt day could not move on", name="day")
