"""`amp export`: exactly what a team's digests showed, for taking it elsewhere."""

import sys

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import db
from bot.db import Database
from bot.digest import kept
from bot.digest.export import files
from bot.digest.summary import Summary
from bot.errors import OperatorError
from bot.settings import Settings
from bot.teams.models import Team


class NothingToRead(OperatorError):
    """There is no database to read from."""


async def run(settings: Settings, team: str, *, as_json: bool) -> int:
    """Print the digests of the team with this name or channel; 1 when there is none.

    Raises NothingToRead.
    """
    file = settings.sqlite_file
    if file and not file.exists():  # to connect would make it
        raise NothingToRead(
            f"There is no file {file}. Run this where Amp runs, or set DATABASE_URL."
        )
    database = db.connect(settings.database)
    try:
        await _look_at(database)
        async with database.read() as session:
            summaries = await _summaries(session, team)
    finally:
        await database.close()
    if summaries is None:
        sys.stderr.write(f"There is no team «{team}». Use its name, or its channel's id.\n")
        return 1
    sys.stdout.write(files.to_json(summaries) if as_json else files.to_csv(summaries))
    return 0


async def _look_at(database: Database) -> None:
    try:
        current, newest = await db.revisions(database)
    except Exception as error:
        raise NothingToRead(
            f"The database does not answer. Is DATABASE_URL right? ({type(error).__name__})"
        ) from error
    if current != newest:
        raise NothingToRead(
            "The database has another version's tables. Start this version of Amp on it once."
        )


async def _summaries(session: AsyncSession, name: str) -> list[Summary] | None:
    teams = list(
        await session.scalars(
            select(Team.id).where(or_(Team.name == name, Team.channel_id == name))
        )
    )
    if not teams:
        return None
    return await kept.summaries(session, teams)
