"""What the clock does about all tools together; each has its own jobs beside."""

from bot.db import Database
from bot.tools import forgetting


async def forget_ended_teams(database: Database) -> None:
    """Delete what teams that have ended, and their people, had made with the tools."""
    async with database.begin() as session:
        await forgetting.forget_ended_teams(session)
