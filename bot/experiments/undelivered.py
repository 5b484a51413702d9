"""A message about an experiment that did not reach its team's channel."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import NoTeam
from bot.experiments import voting
from bot.experiments.models import Experiment, Review
from bot.slack.models import Delivery
from bot.teams.models import Team
from bot.teams.undelivered import kinds
from bot.teams.undelivered.kinds import Kind, Undelivered


async def _find(session: AsyncSession, delivery: Delivery) -> Undelivered:
    experiment = await session.get(Experiment, _experiment_id(delivery.key))
    if experiment is None:
        raise NoTeam
    return await kinds.of_team(session, await session.get(Team, experiment.team_id))


async def _posted_again(session: AsyncSession, delivery: Delivery, at: datetime) -> None:
    """Where everybody is asked whether to keep it, the time for that begins anew."""
    last_round = _reviewed_round(delivery.key)
    review = (
        await session.get(Review, (_experiment_id(delivery.key), last_round))
        if last_round
        else None
    )
    if review and review.counted_at is None:
        review.votes_until = await voting.time_until(session, review.experiment_id, at)


def _experiment_id(key: str) -> int:
    return int(key.split(":")[1])


def _reviewed_round(key: str) -> int | None:
    """The last round of the review that a message is; None for other messages."""
    _, _, what, *rest = key.split(":")
    return int(rest[0]) if what == "review" else None


KIND = Kind("experiment", "experiment:", _find, _posted_again)
