"""What the clock does about questions of a team's own: whose idea one was is let go of."""

from bot.db import Database
from bot.pulse.custom import statements


async def forget_ended_teams(database: Database) -> None:
    """Of teams that have ended it is not kept any more who added a question."""
    async with database.begin() as session:
        await statements.forget_ended_teams(session)
