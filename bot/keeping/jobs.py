"""What the clock does about what is kept: it lets go of what is too old."""

from bot import clock, postgres
from bot.checklist import forgetting as checklist
from bot.db import Database
from bot.keeping import retention
from bot.keeping.retention import Retention
from bot.pulse.custom import statements
from bot.settings import Settings
from bot.tools import forgetting as tools
from bot.tools.mastery import weeks


async def forget_old(database: Database, settings: Settings) -> None:
    """Delete what has been kept for as long as it may be."""
    at = clock.now()
    async with database.begin() as session:
        await postgres.take_time(await session.connection())
        await retention.forget_old(session, Retention.of(settings), at=at)
        await weeks.forget_old(session, at=at)


async def forget_ended_teams(database: Database) -> None:
    """Of teams that have ended, delete what nobody can reach any more."""
    async with database.begin() as session:
        await postgres.take_time(await session.connection())
        for room in (tools, checklist, statements):
            await room.forget_ended_teams(session)
