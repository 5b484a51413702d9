"""Deciding what becomes of an experiment: kept, dropped, tried longer, or ended before its time."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.experiments import experimenting, reviewing, voting
from bot.experiments.models import End, Experiment, Review
from bot.framework.content import Content

ASKED_AGAIN = timedelta(days=10)  # after the review: the wishes have been counted for a week
GIVEN_UP = timedelta(days=17)  # a week later it is closed as not decided


class NotReviewedYet(AmpError):
    """A lead decides on an experiment that has not been reviewed."""


class ReviewedAlready(AmpError):
    """A lead ends an experiment early that has just been reviewed."""


async def waiting(session: AsyncSession, *, before: datetime) -> list[int]:
    """The experiments with a review told *before* then, on which nobody has decided."""
    found = await session.scalars(
        select(Experiment.id)
        .join(Review, Review.experiment_id == Experiment.id)
        .where(
            Experiment.ended_at.is_(None),
            Review.last_round == Experiment.first_round + Experiment.rounds - 1,
            Review.told_at <= before,
        )
        .order_by(Experiment.id)
    )
    return list(found)


async def decide(
    session: AsyncSession, experiment: Experiment, how: End, *, at: datetime
) -> Review:
    """Keep or drop a reviewed experiment; no more wishes are taken. Raises NotReviewedYet."""
    review = (await experimenting.status(session, experiment)).undecided
    if review is None:
        raise NotReviewedYet
    voting.stop(review, at=at)
    experimenting.end(experiment, how, at=at)
    return review


async def reschedule(
    session: AsyncSession, experiment: Experiment, rounds: int, *, at: datetime
) -> Review | None:
    """Put the next review after *rounds* rounds in all.

    After a review that means to try it longer: no more wishes are taken, and that review is
    returned. Raises NotAReviewRound.
    """
    review = (await experimenting.status(session, experiment)).undecided
    await experimenting.reschedule(session, experiment, rounds)
    if review:
        voting.stop(review, at=at)
    return review


async def end_early(
    session: AsyncSession, content: Content, experiment: Experiment, *, at: datetime
) -> Review:
    """End it before its review, and say what its closed rounds allow; raises ReviewedAlready."""
    found = await experimenting.status(session, experiment)
    if found.undecided:
        raise ReviewedAlready
    experimenting.end(experiment, End.EARLY, at=at)
    newest = found.reviews[-1] if found.reviews else None
    if newest and newest.rounds == found.rounds:  # nothing new since it was extended
        return newest
    return await reviewing.review(session, content, experiment, votes_until=None, at=at)
