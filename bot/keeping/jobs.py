"""What the clock does about what is kept: it lets go of what is too old."""

from bot import clock
from bot.db import Database
from bot.keeping import retention
from bot.keeping.retention import Retention
from bot.settings import Settings


async def forget_old(database: Database, settings: Settings) -> None:
    """Delete what has been kept for as long as it may be."""
    async with database.begin() as session:
        await retention.forget_old(session, Retention.of(settings), at=clock.now())
