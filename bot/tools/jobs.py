"""What the clock does about all tools together; each has its own jobs beside."""

from datetime import timedelta

from bot import clock
from bot.db import Database
from bot.tools.mastery import weeks
from bot.tools.private import notes
from bot.tools.private.notes import Tool


async def forget_old_weeks(database: Database) -> None:
    """Delete the weeks that nobody has looked at for as long as weeks are kept."""
    long_ago = clock.now() - timedelta(weeks=weeks.MAX_WEEKS)
    async with database.begin() as session:
        await notes.expire_older(session, Tool.MASTERY, than=long_ago)
