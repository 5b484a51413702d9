"""Who is told of an experiment, and under which key, so that each is told once."""

from datetime import datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.experiments import blocks
from bot.experiments.models import Experiment
from bot.slack import outbox
from bot.slack.models import Delivery, State
from bot.slack.outbox import Draft, Target
from bot.teams import roster
from bot.teams.models import Team

WORTH_MENDING = timedelta(days=14)  # afterwards nobody waits for it any more


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


async def of_trouble(session: AsyncSession, at: datetime) -> None:
    """Tell the leads of what did not reach a channel, or may not have, once for each attempt."""
    stuck = await session.scalars(
        select(Delivery).where(
            Delivery.key.startswith("experiment:"),
            Delivery.state.in_([State.FAILED, State.UNKNOWN]),
            Delivery.due_at > at - WORTH_MENDING,
            or_(Delivery.recipient.startswith("C"), Delivery.recipient.startswith("G")),
        )
    )
    for delivery in stuck:
        experiment = await session.get(Experiment, experiment_of(delivery.key))
        team = await session.get(Team, experiment.team_id) if experiment else None
        key = f"experiment-trouble:{delivery.id}:{delivery.attempts}"
        if team is None or team.ended_at or await _told(session, key):
            continue
        await leads(session, team, key, blocks.trouble(team, delivery), due_at=at)


def experiment_of(key: str) -> int:
    """The id in the key of a message about an experiment."""
    return int(key.split(":")[1])


def look_of(key: str) -> int | None:
    """The last round of the review that a key is about; None for other messages."""
    _, _, what, *rest = key.split(":")
    return int(rest[0]) if what == "review" else None


async def _told(session: AsyncSession, key: str) -> bool:
    found = await session.scalar(
        select(Delivery.id).where(Delivery.key.startswith(f"{key}:")).limit(1)
    )
    return found is not None
