"""Who is told of an experiment, and under which key, so that each is told once."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.experiments.models import Experiment
from bot.slack import outbox
from bot.slack.outbox import Draft, Target
from bot.teams import roster
from bot.teams.models import Team


async def channel(
    session: AsyncSession,
    team: Team,
    experiment: Experiment,
    what: str,
    draft: Draft,
    *,
    due_at: datetime,
) -> None:
    """Tell the team's digest channel *what*, once for this experiment."""
    target = Target(
        key=f"experiment:{experiment.id}:{what}",
        workspace_id=team.workspace_id,
        recipient=team.digest_channel_id,
        due_at=due_at,
    )
    await outbox.post(session, draft, [target])


async def leads(
    session: AsyncSession, team: Team, key: str, draft: Draft, *, due_at: datetime
) -> None:
    """Tell each lead by direct message, once under *key*."""
    targets = [
        Target(
            key=f"{key}:{lead.id}",
            workspace_id=team.workspace_id,
            recipient=lead.user_id,
            due_at=due_at,
        )
        for lead in await roster.leads(session, team)
    ]
    await outbox.post(session, draft, targets)
