"""Telling a team's channel of its experiment, in the team's language."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.experiments.models import Experiment
from bot.framework.content import Content
from bot.slack.outbox import Draft
from bot.teams import telling
from bot.teams.models import Team
from bot.words import Words


async def channel(
    session: AsyncSession,
    say: Words,
    content: Content,
    team: Team,
    experiment: Experiment,
    what: str,
    draft: Callable[[Words, Content], Draft],
    *,
    at: datetime,
    at_once: bool = True,
) -> None:
    """Tell the team's digest channel *what*, once for this experiment."""
    told = draft(say.locale(team.language), content.locale(team.language))
    key = f"experiment:{experiment.id}:{what}"
    await telling.channel(
        session, team, key, [told], at=at, to=team.digest_channel_id, at_once=at_once
    )
