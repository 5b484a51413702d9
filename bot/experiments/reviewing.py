"""Reviewing an experiment: whether it helped, once, from its rounds and those before.

The rule is bot/insight/reviews.py; the window is fixed by the experiment's first and last round.
"""

from datetime import datetime
from typing import Any

from msgspec.structs import asdict
from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.experiments import experimenting
from bot.experiments.models import Experiment, Review
from bot.framework.content import Content, Item
from bot.insight import history, reviews, verdicts
from bot.insight.reviews import Finding, Outcome
from bot.pulse import closing
from bot.pulse.models import Round
from bot.teams.models import Team


async def due(session: AsyncSession, *, at: datetime) -> list[int]:
    """The experiments whose last round may be told of by now and that have no review of it."""
    found = await session.execute(
        select(Experiment.id, Team, Round)
        .join(Team, Team.id == Experiment.team_id)
        .join(
            Round,
            and_(
                Round.team_id == Experiment.team_id,
                Round.number == Experiment.first_round + Experiment.rounds - 1,
            ),
        )
        .outerjoin(
            Review, and_(Review.experiment_id == Experiment.id, Review.last_round == Round.number)
        )
        .where(
            Experiment.ended_at.is_(None),
            Team.ended_at.is_(None),
            Round.closed_at.is_not(None),
            Review.experiment_id.is_(None),
        )
        .order_by(Experiment.id)
    )
    return [id_ for id_, team, last in found if closing.may_be_told(team, last, at=at)]


async def review_if_due(
    session: AsyncSession,
    content: Content,
    experiment_id: int,
    *,
    votes_until: datetime,
    at: datetime,
) -> tuple[Experiment, Review] | None:
    """Review an experiment that is due; None if it has just been. Raises ExperimentHasEnded."""
    experiment = await experimenting.running_with_id(session, experiment_id)
    status = await experimenting.status(session, experiment)
    if status.undecided or status.rounds < experiment.rounds:
        return None
    made = await review(session, content, experiment, votes_until=votes_until, at=at)
    return experiment, made


async def review(
    session: AsyncSession,
    content: Content,
    experiment: Experiment,
    *,
    votes_until: datetime | None,
    at: datetime,
) -> Review:
    """Write down what can be said now, of the rounds up to its last or the newest closed one.

    With the experiment locked (`experimenting.running_with_id`), so that nobody else does too.
    """
    rounds = min(experiment.rounds, await experimenting.rounds_under(session, experiment))
    last_round = experiment.first_round + rounds - 1
    found = await compare(session, content, experiment, last_round)
    made = Review(
        experiment_id=experiment.id,
        last_round=last_round,
        rounds=rounds,
        kind=found.kind.value,
        finding=as_json(found),
        sentence="",
        told_at=at,
        votes_until=votes_until,
    )
    session.add(made)
    await session.flush()
    return made


def as_json(found: Finding) -> dict[str, Any]:
    """What is kept of a finding besides its kind: no more of a number than is told."""
    kept = asdict(found)
    del kept["kind"]
    return {k: round(v, 1) if isinstance(v, float) else v for k, v in kept.items()}


def finding(review: Review) -> Finding | None:
    """What a review found; None for one of an older version, which kept a sentence instead."""
    if review.finding is None:
        return None
    known = Finding.__struct_fields__  # a newer version may have kept more
    kept = {name: value for name, value in review.finding.items() if name in known}
    return Finding(Outcome(review.kind), **kept)


async def compare(
    session: AsyncSession, content: Content, experiment: Experiment, last_round: int
) -> Finding:
    """What can be said of the rounds from the experiment's first to *last_round*."""
    anchor = _anchor(content, experiment)
    if anchor is None:
        return Finding(Outcome.TOO_FEW)
    rounds = await history.closed_rounds(session, experiment.team_id, up_to=last_round)
    seen = history.observations(rounds, anchor)
    begun = sum(closed.number < experiment.first_round for closed in rounds)
    before, after = seen[:begun], seen[begun:]
    return reviews.review(before, after, past_gaps=verdicts.replayed(before).past_gaps)


def _anchor(content: Content, experiment: Experiment) -> Item | None:
    """The statement that its drive is measured by; None if content/ has that drive no more."""
    return next((item for item in content.anchors if item.drive == experiment.drive), None)
