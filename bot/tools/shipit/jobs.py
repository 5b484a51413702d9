"""What the clock does about ShipIt days: each is moved on to the stage that it has reached."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, due
from bot.db import Database
from bot.teams.models import Team
from bot.tools.shipit import announcing, days
from bot.tools.shipit.models import ShipItDay
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


async def move_on_due(database: Database, say: Words) -> None:
    """Tell every team what is due of its ShipIt day."""
    at = clock.now()
    async with database.read() as session:
        moving = await days.moving_on(session, at)

    async def move_on(session: AsyncSession, day_id: int) -> None:
        await _move_on(session, say, day_id, at)

    await due.each_in_transaction(
        database, moving, move_on, failed="a ShipIt day could not move on", name="day"
    )


async def _move_on(session: AsyncSession, say: Words, day_id: int, at: datetime) -> None:
    stage = await days.move_on(session, day_id, at=at)
    if stage is not None:
        day = await session.get_one(ShipItDay, day_id)
        team = await session.get_one(Team, day.team_id)
        await announcing.stage(session, say, day, team, stage, at=at)
