"""Deciding what becomes of an experiment: kept, dropped, tried longer, or ended before its time."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.experiments import experimenting, reviewing, voting
from bot.experiments.models import End, Experiment, Review
from bot.framework.content import Content
from bot.vault import Vault


class NotReviewedYet(AmpError):
    """A lead decides on an experiment that has not been reviewed."""


class ReviewedAlready(AmpError):
    """A lead ends an experiment early that has just been reviewed."""


async def decide(
    session: AsyncSession, vault: Vault, experiment: Experiment, how: End, *, at: datetime
) -> Review:
    """Keep or drop a reviewed experiment; the wishes are counted now. Raises NotReviewedYet."""
    review = (await experimenting.status(session, experiment)).undecided
    if review is None:
        raise NotReviewedYet
    await voting.count(session, vault, experiment.id, review.last_round, at=at)
    experimenting.end(experiment, how, at=at)
    return review


async def reschedule(
    session: AsyncSession, vault: Vault, experiment: Experiment, rounds: int, *, at: datetime
) -> Review | None:
    """Put the next review after *rounds* rounds in all.

    After a review that means to try it longer: the wishes are counted, and that review is
    returned. Raises NotAReviewRound.
    """
    review = (await experimenting.status(session, experiment)).undecided
    await experimenting.reschedule(session, experiment, rounds)
    if review:
        await voting.count(session, vault, experiment.id, review.last_round, at=at)
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
