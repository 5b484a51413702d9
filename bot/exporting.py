"""`amp export`: exactly what a team's digests showed, for taking it elsewhere."""

import sys

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import administering, words
from bot.administering import NothingToRead
from bot.digest import archive
from bot.digest.export import files
from bot.digest.summary import Summary
from bot.framework import loading
from bot.settings import Settings
from bot.teams.models import Team


async def run(settings: Settings, team: str, *, as_json: bool) -> int:
    """Print the digests of the team with this name or channel; raises NothingToRead."""
    summaries = await _read(settings, team)
    say = words.load(*settings.content)
    content = loading.load(*settings.content, say=say)
    made = files.to_json(say, content, summaries) if as_json else files.to_csv(content, summaries)
    sys.stdout.write(made)
    return 0


async def _read(settings: Settings, team: str) -> list[Summary]:
    async with administering.opened(settings) as database, database.read() as session:
        return await _summaries(session, team)


async def _summaries(session: AsyncSession, name: str) -> list[Summary]:
    found = select(Team.id).where(or_(Team.name == name, Team.channel_id == name))
    teams = list(await session.scalars(found))
    if not teams:
        raise NothingToRead(f"There is no team «{name}». Use its name, or its channel's id.")
    return await archive.summaries(session, teams)
