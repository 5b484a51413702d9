"""Whether to keep it: one wish a person, sealed like any answer, counted once.

A running total would tell what the last person wished, so there is none: the wishes are counted
by a worker when their time is over or a lead has decided, and only that one count is ever shown.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import privacy
from bot.errors import AmpError
from bot.experiments.models import Experiment, Review, Vote
from bot.pulse import beside, overlaps, sealing
from bot.pulse.beside import Kind
from bot.pulse.keys import KeyStore
from bot.slack.requests import Actor
from bot.teams import calendar, roster
from bot.teams.models import Person, Team
from bot.vault import Vault

OPEN_FOR = timedelta(days=3)


class Choice(StrEnum):
    """What a person can wish for, in the order of a scale."""

    KEEP = "keep"
    LONGER = "longer"
    DROP = "drop"


class VoteClosed(AmpError):
    """Somebody votes at a review whose votes have been counted, or whose time is over."""


class NoVote(AmpError):
    """Somebody who is not asked in the team presses a button of its review."""


async def cast(
    session: AsyncSession,
    vault: Vault,
    experiment_id: int,
    last_round: int,
    actor: Actor,
    choice: Choice,
    *,
    at: datetime,
) -> Review:
    """Seal somebody's wish; their last one counts. Raises VoteClosed, NoVote or CannotSeal."""
    review = await session.scalar(
        select(Review).where(_of(experiment_id, last_round)).with_for_update(read=True)
    )
    if (
        review is None
        or review.counted_at
        or review.votes_until is None
        or at >= review.votes_until
    ):
        raise VoteClosed
    voter = await _voter(session, experiment_id, actor)
    await sealing.put(session, vault, review.seal, _token(vault, review, voter), choice)
    return review


def stop(review: Review, *, at: datetime) -> None:
    """Let no more wishes be taken; a worker counts those that there are."""
    if review.counted_at is None and review.votes_until is not None:
        review.votes_until = min(review.votes_until, at)


async def _team_id(session: AsyncSession, review: Review) -> int:
    return (await session.get_one(Experiment, review.experiment_id)).team_id


WISHES = Kind(
    Review,
    Review.seal.is_(None) & Review.counted_at.is_(None) & Review.votes_until.is_not(None),
    _team_id,
    select(Vote, Review.seal, Vote.choice)
    .join(
        Review,
        and_(Review.experiment_id == Vote.experiment_id, Review.last_round == Vote.last_round),
    )
    .where(Review.seal.is_not(None)),
)


async def time_until(session: AsyncSession, experiment_id: int, posted_at: datetime) -> datetime:
    """Until when its team may wish: three days after it reads of it, on a working day."""
    experiment = await session.get_one(Experiment, experiment_id)
    team = calendar.of_team(await session.get_one(Team, experiment.team_id))
    return team.next(team.next(posted_at) + OPEN_FOR)


async def due(session: AsyncSession, at: datetime) -> list[tuple[int, int]]:
    """The reviews whose wishes are to be counted, as (experiment id, last round)."""
    found = await session.execute(
        select(Review.experiment_id, Review.last_round)
        .where(Review.counted_at.is_(None), Review.votes_until <= at)
        .order_by(Review.experiment_id)
    )
    return [(experiment_id, last_round) for experiment_id, last_round in found]


async def count(
    session: AsyncSession,
    keys: KeyStore,
    vault: Vault,
    experiment_id: int,
    last_round: int,
    *,
    at: datetime,
) -> Review | None:
    """Turn the wishes into what may be shown, and delete them.

    None if that has been done, or if another worker has the key. Those who have left the team, or
    asked to be forgotten, are not counted.
    """
    review = await session.scalar(
        select(Review)
        .where(_of(experiment_id, last_round), Review.counted_at.is_(None))
        .with_for_update()
    )
    if review is None:
        return None
    tokens = [_token(vault, review, person) for person in await _voters(session, experiment_id)]
    until = review.votes_until or at
    wishes = await beside.close(session, keys, review.seal, tokens, until=until, at=at)
    if wishes is None:
        return None
    experiment = await session.get_one(Experiment, experiment_id)
    team = await session.get_one(Team, experiment.team_id)
    apart = not await overlaps.are_nearly_others(session, team)
    review.votes, review.counted_at = shown(Counter(map(Choice, wishes)), apart=apart), at
    await session.execute(
        delete(Vote).where(Vote.experiment_id == experiment_id, Vote.last_round == last_round)
    )
    return review


def shown(wishes: Mapping[Choice, int], *, apart: bool = True) -> dict[str, int | str] | None:
    """What may be told of the wishes: nothing below the quorum, counts from ten people up.

    No counts where the team is not *apart*: beside those of another one they lead to a few.

    In between, how many wished and what most of them did, if one thing leads clearly. Where all
    wished the same, one wish is moved a step, as with answers: else each of them would be known.
    """
    people = sum(wishes.values())
    if people < privacy.QUORUM:
        return None
    scale = dict(enumerate(Choice, 1))
    kept = privacy.soften_unanimity({n: wishes.get(choice, 0) for n, choice in scale.items()})
    counts = {choice.value: kept.get(n, 0) for n, choice in scale.items()}
    if apart and privacy.distribution_may_show(people):
        return {"people": people, **counts}
    most = privacy.leading(counts)
    return {"people": people, "most": most} if most else {"people": people}


async def _voter(session: AsyncSession, experiment_id: int, actor: Actor) -> Person:
    for person in await _voters(session, experiment_id):
        if (person.workspace_id, person.user_id) == (actor.workspace_id, actor.user_id):
            return person
    raise NoVote


async def _voters(session: AsyncSession, experiment_id: int) -> Sequence[Person]:
    """Whoever is asked in the team now."""
    experiment = await session.get_one(Experiment, experiment_id)
    return await roster.asked(session, await session.get_one(Team, experiment.team_id))


def _of(experiment_id: int, last_round: int) -> ColumnElement[bool]:
    return (Review.experiment_id == experiment_id) & (Review.last_round == last_round)


def _token(vault: Vault, review: Review, person: Person) -> bytes:
    return vault.token("experiment vote", review.experiment_id, review.last_round, person.id)
