"""`amp export`: exactly what a team's digests showed, for taking it elsewhere."""

import sys

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import db, schema, words
from bot.db import Database
from bot.digest import archive
from bot.digest.export import files
from bot.digest.summary import Summary
from bot.errors import OperatorError
from bot.framework import loading
from bot.settings import Settings
from bot.teams.models import Team


class NothingToRead(OperatorError):
    """There is no database to read from."""


async def run(settings: Settings, team: str, *, as_json: bool) -> int:
    """Print the digests of the team with this name or channel; raises NothingToRead."""
    summaries = await _read(settings, team)
    say = words.load(*settings.content)
    content = loading.load(*settings.content, say=say)
    made = files.to_json(say, content, summaries) if as_json else files.to_csv(content, summaries)
    sys.stdout.write(made)
    return 0


async def _read(settings: Settings, team: str) -> list[Summary]:
    file = settings.sqlite_file
    if file and not file.exists():  # to connect would make it
        raise NothingToRead(
            f"There is no file {file}. Run this where Amp runs, or set DATABASE_URL."
        )
    database = db.connect(settings.database)
    try:
        await _check_version(database)
        async with database.read() as session:
            return await _summaries(session, team)
    finally:
        await database.close()


async def _check_version(database: Database) -> None:
    try:
        found = await schema.read(database)
    except Exception as error:
        raise NothingToRead(
            f"The database does not answer. Is DATABASE_URL right? ({type(error).__name__})"
        ) from error
    if not found.is_current:
        raise NothingToRead(
            "The database has another version's tables. Start this version of Amp on it once."
        )


async def _summaries(session: AsyncSession, name: str) -> list[Summary]:
    found = select(Team.id).where(or_(Team.name == name, Team.channel_id == name))
    teams = list(await session.scalars(found))
    if not teams:
        raise NothingToRead(f"There is no team «{name}». Use its name, or its channel's id.")
    return await archive.summaries(session, teams)
