"""Several teams of one person: on which day each of them really asks, as their rounds will see it.

They ask in the order in which their rounds open, and of two that open at once the older team first.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from msgspec.structs import replace
from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import lateness
from bot.privacy import QUORUM
from bot.pulse import load, planning, weekly
from bot.pulse.models import Round
from bot.pulse.planning import NOTHING, Load, Place
from bot.slack.requests import Actor
from bot.teams import calendar, plans, rhythm, roster
from bot.teams.models import Member, Person, Team
from bot.teams.plans import Cause, Delay, Turn, Why
from bot.teams.roster import Roster


async def spaced(
    session: AsyncSession, actor: Actor, rosters: Sequence[Roster], at: datetime
) -> list[Turn]:
    """Somebody's turns, each on the day on which it comes; and whether a message tells of it."""
    turns = [await _once_a_week(session, actor, one, rosters, at) for one in rosters]
    person = next((one for one in (r.person(actor) for r in rosters) if one), None)
    if person is None or not any(map(_comes, turns)):
        return turns
    loads = await load.of_people(session, [person.id], at=at)
    theirs, found = loads.get(person.id, NOTHING), {}
    for turn in sorted(filter(_comes, turns), key=_order):
        place = _place(turn.team, person, _opens(turn), theirs, at)
        found[turn.team.id] = _placed(turn, place, person)
        theirs = theirs.with_question(place)
    return [found.get(turn.team.id, turn) for turn in turns]


async def _once_a_week(
    session: AsyncSession, actor: Actor, members: Roster, rosters: Sequence[Roster], at: datetime
) -> Turn:
    """The turn of a team, in a week in which no other one asks the same people before it."""
    turn, team = plans.alone(members, actor, at=at), members.team
    if turn.opens is None or team.next_day is None:
        return turn
    taken, week = plans.taken_by(rosters, members, at=at), rhythm.week(team.next_day)
    is_now = week <= rhythm.week(calendar.of_team(team).day_of(at))
    if is_now and await weekly.people_were_asked(session, members, Round, week):
        taken.add(week)
    return plans.alone(members, actor, at=at, taken=taken) if taken else turn


def _comes(turn: Turn) -> bool:
    return turn.why == Why.ASKED and turn.opens is not None


def _order(turn: Turn) -> tuple[datetime, int]:
    assert turn.round_opens is not None
    return turn.round_opens, turn.team.id


def _opens(turn: Turn) -> datetime:
    assert turn.opens is not None
    return turn.opens


def _place(team: Team, person: Person, usual: datetime, theirs: Load, at: datetime) -> Place:
    """Where a team's next question has its place beside those that come before it."""
    if team.asks_at_once:  # whoever else asks on that day
        return Place(usual, None)
    whose = calendar.of_person(person, team)
    opens = planning.on_a_day_of_its_own(whose, usual, theirs)
    return planning.place(whose, opens, opens + planning.SOON, theirs, at=at)


def _placed(turn: Turn, place: Place, person: Person) -> Turn:
    usual, whose = _opens(turn), calendar.of_person(person, turn.team)
    is_usual = place.due_at == usual
    delay = turn.delay if is_usual else Delay(Cause.OTHER, whose.day_of(usual))
    return replace(turn, opens=place.due_at, delay=delay, told=place.told)


async def before(
    session: AsyncSession,
    team: Team,
    people: Collection[Person],
    opens_at: datetime,
    *,
    at: datetime,
) -> Mapping[int, Load]:
    """What people hear when the round of *team* opens.

    With what those teams ask that are due before it and have not opened yet: they look at their
    channels side by side, and any of them may be slow.
    """
    loads = dict(await load.of_people(session, [person.id for person in people], at=at))
    for other in await _due_before(session, team, opens_at, at):
        members = await roster.read(session, other)
        if len(members.counted) < QUORUM:
            continue
        asked = {person.id for person in members.asked}
        for person in people:
            if person.id in asked and (moment := _moment(other, person)):
                theirs = loads.get(person.id, NOTHING)
                place = _place(other, person, moment, theirs, at)
                loads[person.id] = theirs.with_question(place)
    return loads


def _moment(team: Team, person: Person) -> datetime | None:
    """When the round that is due comes to somebody."""
    if team.next_day is None or team.next_opens_at is None:
        return None
    whose = calendar.of_person(person, team)
    if team.asks_at_once:
        return planning.now_or_back(whose, team.next_opens_at)
    return plans.rhythm_of(team).comes(team.next_day, whose, at=team.next_opens_at)


async def _due_before(
    session: AsyncSession, team: Team, opens_at: datetime, at: datetime
) -> list[Team]:
    """The teams of the same people whose rounds are due before that of *team*."""
    both = [team.id, *([team.sister_id] if team.hosts and team.sister_id else [])]
    theirs = select(Member.person_id).where(Member.team_id.in_(both))
    is_open = select(Round.id).where(Round.team_id == Team.id, Round.closed_at.is_(None)).exists()
    is_first = or_(
        Team.next_opens_at < opens_at, and_(Team.next_opens_at == opens_at, Team.id < team.id)
    )
    shares = select(Member.team_id).where(Member.person_id.in_(theirs))
    found = await session.scalars(
        select(Team)
        .where(Team.id.in_(shares) | (Team.hosts & Team.sister_id.in_(shares)), Team.id != team.id)
        .where(Team.ended_at.is_(None), Team.unreachable_at.is_(None))
        .where(Team.next_opens_at <= at, is_first, ~is_open)
        .order_by(Team.next_opens_at, Team.id)
    )
    return [
        one for one in found if one.next_opens_at and lateness.ROUND.still(one.next_opens_at, at)
    ]
