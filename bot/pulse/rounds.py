"""Rounds: which are due, opening one, and what is open at present."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Generic, TypeVar

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.framework import choosing
from bot.framework.content import Content
from bot.pulse.keys import RoundKey
from bot.pulse.models import AnyRound, Invitation, Round
from bot.slack.requests import Actor
from bot.teams import rhythm, roster
from bot.teams.models import Person, Team

RoundKind = TypeVar("RoundKind", bound=AnyRound)


class AlreadyOpen(AmpError):
    """This week's round is to be opened early, and is open already."""


class AlreadyHappened(AmpError):
    """This week's round is to be opened early, and has happened already: one a week is asked."""


class NothingOpen(AmpError):
    """A round is to be closed early, and none is open."""


class NobodyToAsk(AmpError):
    """A round is to be opened for a team of which nobody can be asked."""


@dataclass(frozen=True)
class _Asking(Generic[RoundKind]):
    """What a new round asks."""

    kind: type[RoundKind]
    number: int
    wordings: Mapping[str, int]  # of the items, in the order in which they are asked
    question: str | None = None


async def due(session: AsyncSession, at: datetime) -> list[Team]:
    """The teams whose next round should have opened by now."""
    found = await session.scalars(
        select(Team)
        .where(Team.ended_at.is_(None), Team.next_opens_at <= at)
        .order_by(Team.next_opens_at)
    )
    return list(found)


async def open_for(
    session: AsyncSession, team: Team, content: Content, key: RoundKey, *, at: datetime
) -> Round | None:
    """Open the round that is due for *team*, with an invitation for everybody who is asked.

    None, and the team's next day planned, when it is not to be: too late (more than two days),
    a round in that week already, or nobody to ask. A round that is still open is waited for.
    """
    day, opens_at, at_once = team.next_day, team.next_opens_at, team.asks_at_once
    if day is None or opens_at is None or opens_at > at or await current(session, team):
        return None
    members = await roster.read(session, team)
    happened = await _of_week(session, team, Round, rhythm.week(day))
    too_late = at > opens_at + rhythm.GRACE
    roster.schedule(members, at=at, not_in=rhythm.week(day))
    if happened or too_late or not members.asked:
        return None
    when = {p.id: at if at_once else max(at, _moment(team, day, p)) for p in members.asked}
    return await _open(session, team, when, content, key, day=day, at=at)


async def _open(
    session: AsyncSession,
    team: Team,
    when: Mapping[int, datetime],
    content: Content,
    key: RoundKey,
    *,
    day: date,
    at: datetime,
) -> Round:
    number = await _next_number(session, team, Round)
    items = choosing.items(content, number)
    prompt = choosing.prompt(content, number)
    wordings = {item.id: item.wording for item in items}
    asking = _Asking(Round, number, wordings, prompt.id if prompt else None)
    return await _write(session, team, asking, when, key, day=day, at=at)


async def _write(
    session: AsyncSession,
    team: Team,
    asking: _Asking[RoundKind],
    when: Mapping[int, datetime],
    key: RoundKey,
    *,
    day: date,
    at: datetime,
) -> RoundKind:
    """Write a round down, with an invitation for each person of *when*."""
    round_ = asking.kind(
        team_id=team.id,
        week=rhythm.week(day),
        number=asking.number,
        day=day,
        opened_at=at,
        # Whoever is asked last, far in the west, has the full time too.
        closes_at=max(when.values()) + timedelta(hours=team.open_hours),
        items=list(asking.wordings),
        wordings=dict(asking.wordings),
        question=asking.question,
        asked=len(when),
        public_key=key.public,
        key_name=key.name,
    )
    session.add(round_)
    await session.flush()
    session.add_all(
        Invitation(round_id=round_.id, person_id=person_id, due_at=due_at)
        for person_id, due_at in when.items()
    )
    await session.flush()
    return round_


async def open_at_once(
    session: AsyncSession,
    team: Team,
    kind: type[RoundKind],
    wordings: Mapping[str, int],
    key: RoundKey,
    *,
    at: datetime,
) -> RoundKind:
    """Open a round of this kind for everybody in the team now; raises NobodyToAsk.

    *wordings* has the wording of each statement, in the order in which they are asked.
    """
    people = await roster.asked(session, team)
    if not people:
        raise NobodyToAsk
    asking = _Asking(kind, await _next_number(session, team, kind), wordings)
    when = {person.id: at for person in people}
    return await _write(session, team, asking, when, key, day=_today(team, at), at=at)


async def ask_now(session: AsyncSession, team: Team, *, at: datetime) -> int:
    """Let this week's round be due now; gives how many people it asks.

    Raises AlreadyOpen, AlreadyHappened or NobodyToAsk.
    """
    if await current(session, team):
        raise AlreadyOpen
    if await happened_this_week(session, team, Round, at=at):
        raise AlreadyHappened
    people = len(await roster.asked(session, team))
    if not people:
        raise NobodyToAsk
    team.next_day, team.next_opens_at, team.asks_at_once = _today(team, at), at, True
    return people


async def close_now(session: AsyncSession, team: Team, *, at: datetime) -> Round:
    """Let the team's open round be due to close; raises NothingOpen."""
    round_ = await current(session, team)
    if round_ is None:
        raise NothingOpen
    round_.closes_at = min(round_.closes_at, at)
    return round_


async def due_to_close(session: AsyncSession, at: datetime) -> list[AnyRound]:
    found = await session.scalars(
        select(AnyRound)
        .where(AnyRound.closed_at.is_(None), AnyRound.closes_at <= at)
        .order_by(AnyRound.closes_at)
    )
    return list(found)


async def current(session: AsyncSession, team: Team) -> Round | None:
    """The team's open pulse, if there is one."""
    return await current_of(session, team, Round)


async def current_of(session: AsyncSession, team: Team, kind: type[RoundKind]) -> RoundKind | None:
    """The team's open round of this kind, if there is one."""
    return await session.scalar(
        select(kind).where(kind.team_id == team.id, kind.closed_at.is_(None))
    )


async def happened_this_week(
    session: AsyncSession, team: Team, kind: type[AnyRound], *, at: datetime
) -> bool:
    """Whether the team has had its round of this kind in the week of *at*."""
    return await _of_week(session, team, kind, rhythm.week(_today(team, at)))


async def open_for_person(
    session: AsyncSession, actor: Actor, at: datetime
) -> list[tuple[Team, Round]]:
    """The open pulses that somebody is invited to, the one that closes first in front."""
    found = await session.execute(
        select(Team, Round)
        .join(Round, Round.team_id == Team.id)
        .join(Invitation, Invitation.round_id == Round.id)
        .join(Person, Person.id == Invitation.person_id)
        .where(
            Person.workspace_id == actor.workspace_id,
            Person.user_id == actor.user_id,
            Round.closed_at.is_(None),
            Round.closes_at > at,
        )
        .order_by(Round.closes_at)
    )
    return [(team, round_) for team, round_ in found]


async def invited_people(session: AsyncSession, round_: AnyRound) -> list[tuple[Person, datetime]]:
    """Who is invited, and when each of them is to hear of it."""
    found = await session.execute(
        select(Person, Invitation.due_at)
        .join(Invitation, Invitation.person_id == Person.id)
        .where(Invitation.round_id == round_.id)
    )
    return [(person, due_at) for person, due_at in found]


async def _of_week(session: AsyncSession, team: Team, kind: type[AnyRound], week: str) -> bool:
    found = await session.scalar(select(kind.id).where(kind.team_id == team.id, kind.week == week))
    return found is not None


async def _next_number(session: AsyncSession, team: Team, kind: type[AnyRound]) -> int:
    newest = await session.scalar(select(func.max(kind.number)).where(kind.team_id == team.id))
    return 1 + (newest or 0)


def _today(team: Team, at: datetime) -> date:
    return at.astimezone(rhythm.tz(team.zone)).date()


def _moment(team: Team, day: date, person: Person) -> datetime:
    return roster.rhythm_of(team).moment(day, person.zone)
