"""Rounds: which are due, opening one, and what is open at present."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import asdict
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import heartbeat, lateness
from bot.errors import AmpError
from bot.framework import choosing
from bot.framework.content import Content
from bot.prepared import Connected
from bot.pulse import load, planning, sealing, spacing, weekly
from bot.pulse.custom import statements
from bot.pulse.keys import RoundKey
from bot.pulse.models import AnyRound, Invitation, Round
from bot.pulse.planning import Plan
from bot.slack.requests import Actor
from bot.teams import calendar, plans, rhythm, roster
from bot.teams.calendar import Calendar
from bot.teams.models import NEVER, Member, Person, Team
from bot.teams.roster import Roster
from bot.teams.workspace import choices

RoundKind = TypeVar("RoundKind", bound=AnyRound)


class NobodyToAsk(AmpError):
    """A round is to be opened for a team of which nobody can be asked."""


class _Asking(Struct, Generic[RoundKind], frozen=True):
    """What a new round asks."""

    kind: type[RoundKind]
    number: int
    wordings: Mapping[str, int]  # of the items, in the order in which they are asked
    question: str | None = None
    custom: str | None = None  # the words of the team's own item, which is one of the *wordings*


async def due(session: AsyncSession, at: datetime) -> list[Team]:
    """The teams whose next round should have opened by now; one that is open is waited for."""
    is_open = select(Round.id).where(Round.team_id == Team.id, Round.closed_at.is_(None)).exists()
    can_ask = Team.ended_at.is_(None), Team.unreachable_at.is_(None), ~is_open
    found = await session.scalars(
        select(Team).where(*can_ask, Team.next_opens_at <= at).order_by(Team.next_opens_at)
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
    week = rhythm.week(day)
    happened = await weekly.was_asked(session, members, Round, week)
    too_late = not lateness.ROUND.still(opens_at, at)
    plans.schedule(members, at=at, not_in=week)
    people = calendars(team, members.asked)
    if happened or too_late or not people:
        return None
    its_rhythm = plans.rhythm_of(team)
    await load.hold(session, people)
    loads = await spacing.before(session, team, members.asked, opens_at, at=at)
    plan = (
        planning.at_once(its_rhythm, people, loads, at=at)
        if at_once
        else planning.of_day(its_rhythm, day, people, loads, at=at)
    )
    if not plan.places:
        return None
    await load.give_up(session, plan.places)
    asking = await _next_pulse(session, team, content)
    return await _write(session, asking, plan, key, members=members, day=day, at=at)


async def _next_pulse(session: AsyncSession, team: Team, content: Content) -> _Asking[Round]:
    number = await _next_number(session, team, Round)
    decided = await choices.read(session, team.workspace_id)
    items = choosing.items(content, number, pay=decided.asks_pay)
    prompt = choosing.prompt(content, number)
    wordings = {item.id: item.wording for item in items}
    question, custom = prompt.id if prompt else None, None
    if own := await statements.take(session, team):
        wordings[own.item_id], custom = 1, own.text
    return _Asking(Round, number, wordings, question, custom)


async def _write(
    session: AsyncSession,
    asking: _Asking[RoundKind],
    plan: Plan,
    key: RoundKey,
    *,
    members: Roster,
    day: date,
    at: datetime,
) -> RoundKind:
    """Write a round of *members* down, with an invitation for everybody who has a place in it.

    For others it asks all who are counted: whoever wants no part or is away is among them, as
    somebody who does not answer, so that an open round tells of neither.
    """
    team = members.team
    round_ = asking.kind(
        team_id=team.id,
        week=rhythm.week(day),
        number=asking.number,
        day=day,
        opened_at=at,
        closes_at=plan.closes_at,
        items=list(asking.wordings),
        wordings=dict(asking.wordings),
        question=asking.question,
        custom=asking.custom,
        digest_channel_id=team.digest_channel_id,
        sister_id=members.team.sister_id if members.sisters else None,
        asked=len(members.counted),
        public_key=key.public,
        key_name=key.name,
    )
    sealing.attach(session, team.id, key)
    session.add(round_)
    await session.flush()
    session.add_all(
        Invitation(
            round_id=round_.id,
            person_id=person_id,
            due_at=place.due_at,
            reminds_at=place.reminds_at,
            told=place.told,
        )
        for person_id, place in plan.places.items()
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
    """Open a round of this kind for everybody in the team itself now; raises NobodyToAsk.

    *wordings* has the wording of each statement, in the order in which they are asked.
    """
    members = (await roster.read(session, team)).own
    people = calendars(team, members.asked)
    plan = planning.at_once(plans.rhythm_of(team), people, at=at)
    if not plan.places:
        raise NobodyToAsk
    asking = _Asking(kind, await _next_number(session, team, kind), wordings)
    return await _write(session, asking, plan, key, members=members, day=today(team, at), at=at)


async def due_to_close(session: AsyncSession, at: datetime) -> list[AnyRound]:
    found = await session.scalars(
        select(AnyRound)
        .where(AnyRound.closed_at.is_(None), AnyRound.closes_at <= at)
        .order_by(AnyRound.closes_at)
    )
    return list(found)


class Standing(Struct, frozen=True):
    """A team of somebody's, whether they lead it, and its pulse, if one is open."""

    team_id: int
    team: str
    channel_id: str
    leads: bool
    worker_at: datetime | None  # when one was last at work
    round_id: int | None  # where nothing is open, the next three are None as well
    number: int
    asked: int
    closes_at: datetime


async def standings(connection: Connected, actor: Actor) -> list[Standing]:
    """Where each of somebody's teams stands, by its name."""
    return [Standing(*row) for row in await connection.rows(_STANDINGS, asdict(actor))]


_PULSE = Round.__mapper_args__["polymorphic_identity"]
_STANDINGS = roster.of_one(
    select(
        Team.id, Team.name, Team.channel_id, Member.is_lead & Person.is_active, heartbeat.LAST,
        AnyRound.id, AnyRound.number, AnyRound.asked, AnyRound.closes_at,
    ).outerjoin_from(
        Team, AnyRound,
        ((AnyRound.team_id == Team.id) | (AnyRound.sister_id == Team.id))
        & (AnyRound.kind == _PULSE)
        & AnyRound.closed_at.is_(None),
    )
)  # fmt: skip


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
    return await weekly.channel_was_asked(session, team, kind, rhythm.week(today(team, at)))


async def open_for_person(
    session: AsyncSession, actor: Actor, kind: type[RoundKind], *, at: datetime
) -> list[tuple[Team, RoundKind]]:
    """The open rounds of this kind that somebody may answer, the one that closes first in front.

    They stay there when they have answered, which nobody knows.
    """
    found = await session.execute(
        select(Team, kind)
        .join(kind, kind.team_id == Team.id)
        .join(Invitation, Invitation.round_id == kind.id)
        .join(Person, Person.id == Invitation.person_id)
        .where(
            Person.workspace_id == actor.workspace_id,
            Person.user_id == actor.user_id,
            kind.closed_at.is_(None),
            kind.closes_at > at,
        )
        .order_by(kind.closes_at)
    )
    return [(team, round_) for team, round_ in found]


async def invited_people(session: AsyncSession, round_: AnyRound) -> list[tuple[Person, datetime]]:
    """Who hears of a round by a message, and when."""
    found = await session.execute(
        select(Person, Invitation.due_at)
        .join(Invitation, Invitation.person_id == Person.id)
        .where(Invitation.round_id == round_.id, Invitation.told)
    )
    return [(person, due_at) for person, due_at in found]


async def _next_number(session: AsyncSession, team: Team, kind: type[AnyRound]) -> int:
    newest = await session.scalar(select(func.max(kind.number)).where(kind.team_id == team.id))
    return 1 + (newest or 0)


def today(team: Team, at: datetime) -> date:
    """Which day it is where a team is at home."""
    return at.astimezone(calendar.tz(team.zone)).date()


def calendars(team: Team, people: Iterable[Person]) -> dict[int, Calendar]:
    """The calendars of people by their ids, without those who are away until they say so."""
    here = (person for person in people if person.back_on != NEVER)
    return {person.id: calendar.of_person(person, team) for person in here}
