"""Composing a digest from what a round left behind."""

from typing import Any

from sqlalchemy import ColumnElement, String, cast, literal
from sqlalchemy.ext.asyncio import AsyncSession

from bot.digest.summary import Summary, summarise
from bot.framework.models import Content
from bot.pulse import tallies
from bot.pulse.models import Round
from bot.teams.models import Team


async def summary_of(session: AsyncSession, content: Content, team: Team, round_: Round) -> Summary:
    """The summary of a closed round; it depends on nothing that can still change."""
    counts = await tallies.of_round(session, round_.id)
    return summarise(team, round_, counts, content)


def key_of(round_id: Any) -> ColumnElement[str]:
    """The key of a digest's delivery, for joining the two tables."""
    return literal("digest:") + cast(round_id, String)
