"""Looking whether an experiment helped: what can be said, once, from its rounds and those before.

The rule is bot/insight/reviews.py; the window is fixed by the experiment's first and last round.
"""

from datetime import datetime

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.experiments import experimenting
from bot.experiments.models import Experiment, Look
from bot.framework.content import Content, Item
from bot.insight import history, reviews, verdicts, words
from bot.insight.reviews import Outcome, Review
from bot.pulse.models import Round
from bot.teams.models import Team


async def due(session: AsyncSession) -> list[int]:
    """The experiments whose last round has closed and that nobody has looked at since."""
    found = await session.scalars(
        select(Experiment.id)
        .join(Team, Team.id == Experiment.team_id)
        .join(
            Round,
            and_(
                Round.team_id == Experiment.team_id,
                Round.number == Experiment.first_round + Experiment.rounds - 1,
            ),
        )
        .outerjoin(Look, and_(Look.experiment_id == Experiment.id, Look.last_round == Round.number))
        .where(
            Experiment.ended_at.is_(None),
            Team.ended_at.is_(None),
            Round.closed_at.is_not(None),
            Look.experiment_id.is_(None),
        )
        .order_by(Experiment.id)
    )
    return list(found)


async def look(
    session: AsyncSession,
    content: Content,
    experiment: Experiment,
    *,
    votes_until: datetime | None,
    at: datetime,
) -> Look:
    """Write down what can be said now, of the rounds up to its last or the newest closed one.

    With the experiment's row held (`experimenting.held`), so that nobody else looks meanwhile.
    """
    rounds = min(experiment.rounds, await experimenting.rounds_under(session, experiment))
    last_round = experiment.first_round + rounds - 1
    found = await compare(session, content, experiment, last_round)
    seen = Look(
        experiment_id=experiment.id,
        last_round=last_round,
        rounds=rounds,
        kind=found.kind.value,
        sentence=sentence(experiment, rounds, found),
        told_at=at,
        votes_until=votes_until,
    )
    session.add(seen)
    await session.flush()
    return seen


async def compare(
    session: AsyncSession, content: Content, experiment: Experiment, last_round: int
) -> Review:
    """The review of the rounds from the experiment's first to *last_round*."""
    anchor = _anchor(content, experiment)
    if anchor is None:
        return Review(Outcome.TOO_FEW)
    rounds = await history.closed_rounds(session, experiment.team_id, up_to=last_round)
    seen = history.observations(rounds, anchor)
    begun = sum(heard.number < experiment.first_round for heard in rounds)
    before, after = seen[:begun], seen[begun:]
    return reviews.review(before, after, past_gaps=verdicts.replayed(before).past_gaps)


def _anchor(content: Content, experiment: Experiment) -> Item | None:
    """The statement that its drive is measured by; None if content/ has that drive no more."""
    return next((item for item in content.anchors if item.drive == experiment.drive), None)


def sentence(experiment: Experiment, rounds: int, found: Review) -> str:
    """What is said of it, in plain words without markup, as it will stay in the history."""
    if found.kind is not Outcome.TOO_FEW or (found.rounds_before and found.rounds_after):
        return words.review(experiment.title, rounds, experiment.drive_name, found)
    opening = f"{experiment.title} ({rounds} round{'' if rounds == 1 else 's'})"
    return f"{opening}: {_why_nothing(experiment.drive_name, rounds, found)}"


def _why_nothing(drive: str, rounds: int, found: Review) -> str:
    if not rounds:
        return "It ended before a round under it had closed, so there is nothing to say."
    if not found.rounds_after:
        return (
            f"Nothing can be said about {drive}: in none of its rounds did so many people answer "
            "that a result may be shown."
        )
    return (
        f"Nothing can be said about {drive}: no round before it asked in the same words and had "
        "answers enough, so there is nothing to compare with."
    )
