"""What becomes of an experiment: kept, dropped, tried longer, or ended before its time."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.experiments import experimenting, reviewing, voting
from bot.experiments.models import End, Experiment, Look
from bot.framework.content import Content
from bot.vault import Vault


class NotReviewedYet(AmpError):
    """This experiment has not been reviewed yet. `/amp experiment` can end it early."""


class ReviewedAlready(AmpError):
    """This experiment has just been reviewed. `/amp experiment` has the buttons to decide."""


async def decide(
    session: AsyncSession, vault: Vault, experiment: Experiment, how: End, *, at: datetime
) -> Look:
    """Keep or drop a reviewed experiment; the wishes are counted now. Raises NotReviewedYet."""
    look = (await experimenting.standing(session, experiment)).undecided
    if look is None:
        raise NotReviewedYet
    await voting.count(session, vault, experiment.id, look.last_round, at=at)
    experimenting.end(experiment, how, at=at)
    return look


async def look_after(
    session: AsyncSession, vault: Vault, experiment: Experiment, rounds: int, *, at: datetime
) -> Look | None:
    """Put the next review after *rounds* rounds in all.

    After a review that means to try it longer: the wishes are counted, and that review is
    returned. Raises NotARoundToLookAfter.
    """
    look = (await experimenting.standing(session, experiment)).undecided
    await experimenting.look_after(session, experiment, rounds)
    if look:
        await voting.count(session, vault, experiment.id, look.last_round, at=at)
    return look


async def end_early(
    session: AsyncSession, content: Content, experiment: Experiment, *, at: datetime
) -> Look:
    """End it before its review, and say what its closed rounds allow; raises ReviewedAlready."""
    found = await experimenting.standing(session, experiment)
    if found.undecided:
        raise ReviewedAlready
    experimenting.end(experiment, End.EARLY, at=at)
    if found.looks and found.looks[-1].rounds == found.rounds:  # nothing new since it was extended
        return found.looks[-1]
    return await reviewing.look(session, content, experiment, votes_until=None, at=at)
