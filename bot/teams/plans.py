"""When a team is asked next, and each of its people: written down, and told."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncSession

from bot.privacy import QUORUM
from bot.slack.requests import Actor
from bot.teams import absences, calendar, rhythm, roster
from bot.teams.calendar import Calendar
from bot.teams.models import NEVER, Person, Team
from bot.teams.rhythm import Coming, Upcoming
from bot.teams.roster import Roster

NOBODY = ""  # the user id of no one, for whom a team's next round is on its own clock


class Why(StrEnum):
    """Whether a team asks somebody, and if not, why."""

    ASKED = "asked"
    GUEST = "guest"  # of a team that asks none
    UNREACHABLE = "unreachable"  # its channel can't be posted to
    NOBODY = "nobody"  # of its user group is in its channel
    PAUSED = "paused"
    SMALL = "small"  # so few that no numbers could be shown
    OUTSIDE = "outside"  # leads it from elsewhere, is left out, or wants no part
    AWAY = "away"  # until they say that they are back, or for years
    MISSED = "missed"  # its rounds are over before their next working day
    SAME = "same"  # another team asks the same people first, week by week
    TOGETHER = "together"  # they are asked in the rounds of another team


class Cause(StrEnum):
    """Why somebody is asked on a later day than usual."""

    FREE = "free"  # a holiday of the team's country, or a day that the team has off
    OWN = "own"  # a holiday, or no working day, where they live
    AWAY = "away"
    OTHER = "other"  # another team asks them on that day
    SAME = "same"  # another team asks exactly the same people in that week


class Delay(Struct, frozen=True):
    """The day on which somebody would have been asked, and why they aren't."""

    cause: Cause
    day: date


class Turn(Struct, frozen=True):
    """When a team asks somebody next: *opens* is a moment where they are asked.

    For who is OUTSIDE it is when the round opens on the team's own clock. *told* says whether a
    message tells them of it, *round_opens* when it begins for the first of all.
    """

    team: Team
    why: Why
    opens: datetime | None = None
    delay: Delay | None = None
    told: bool = True
    round_opens: datetime | None = None


# Somebody's turns in teams that are seen together, as rounds see them (pulse/spacing).
Spacing: TypeAlias = Callable[
    [AsyncSession, Actor, Sequence[Roster], datetime], Awaitable[list[Turn]]
]


async def plan(session: AsyncSession, team: Team, *, at: datetime) -> None:
    """Write down when the team's next round opens."""
    schedule(await roster.read(session, team), at=at)


def schedule(members: Roster, *, at: datetime, not_in: str | None = None) -> None:
    """The same for a roster that has been read.

    The week *not_in* is over for the team, now and whenever it is planned again.
    """
    team = members.team
    team.done_week = not_in or team.done_week
    people = [calendar.of_person(person, team) for person in members.asked]
    its = rhythm_of(team)
    due = None if team.rests else rhythm.upcoming(its, people, at=at, not_in=team.done_week)
    team.next_day = due.day if due else None
    team.next_opens_at = due.opens_at if due else None
    team.asks_at_once = False


def include(team: Team, person: Person, *, at: datetime) -> None:
    """Let the planned day of a team begin as early as it does where *person* lives.

    Whose hour is over on that day is asked as it begins for the others.
    """
    if team.next_day and team.next_opens_at and not team.asks_at_once:
        moment = rhythm_of(team).moment(team.next_day, calendar.of_person(person, team))
        if moment >= at:
            team.next_opens_at = min(team.next_opens_at, moment)


async def planned(
    session: AsyncSession, person: Person, spacing: Spacing, *, at: datetime
) -> list[Turn]:
    """When each of somebody's teams asks them next."""
    actor = Actor(person.workspace_id, person.user_id)
    teams = await roster.asking(session, actor)
    return await spacing(session, actor, [await roster.read(session, one) for one in teams], at)


async def turn(
    session: AsyncSession, members: Roster, actor: Actor, spacing: Spacing, *, at: datetime
) -> Turn:
    """When a team asks *actor* next, or why it doesn't: all that is told of it comes from here.

    Of a team that rests it is the turn of the one that asks its people.
    """
    if members.team.rests:
        members = await roster.read(session, members.team.asking)
    mine = alone(members, actor, at=at)
    if mine.opens is None:
        return mine
    # Whoever is not asked is in other teams than those who are.
    whose = actor if mine.why == Why.ASKED else _first(members.asked) or actor
    # What a team that has ended has asked this week counts as well.
    teams = await roster.asking(session, whose, ended_since=at - timedelta(weeks=1))
    others = [one for one in teams if one.id != members.team.id]
    if not others:
        return mine
    living = [await roster.read(session, one) for one in others if not one.ended_at]
    return (await spacing(session, actor, [members, *living], at))[0]


async def next_day(
    session: AsyncSession, members: Roster, spacing: Spacing, *, at: datetime
) -> date | None:
    """The day of the team's next round on its own clock, as a channel reads it, if one comes."""
    team = members.team
    found = await turn(session, members, Actor(team.workspace_id, NOBODY), spacing, at=at)
    return calendar.of_team(team).day_of(found.opens) if found.opens else None


def _first(people: Sequence[Person]) -> Actor | None:
    return Actor(people[0].workspace_id, people[0].user_id) if people else None


def alone(members: Roster, actor: Actor, *, at: datetime, taken: Collection[str] = ()) -> Turn:
    """The same as if no other team asked them; and for who is in none.

    In the weeks that are *taken* another team asks the same people.
    """
    team, person = members.team, members.person(actor)
    if why := _nothing_comes(members, person):
        return Turn(team, why)
    if person not in members.asked:
        coming = _next(members, calendar.of_team(team), at, taken)
        if coming is None and taken:
            return Turn(team, Why.SAME)
        return Turn(team, Why.OUTSIDE, coming.moment if coming else None)
    if person.back_on == NEVER:
        return Turn(team, Why.AWAY)
    whose = calendar.of_person(person, team)
    if coming := _next(members, whose, at, taken):
        delay = None if team.asks_at_once else _delay(team, whose, coming, at, taken)
        return Turn(team, Why.ASKED, coming.moment, delay, round_opens=coming.opens_at)
    if taken:
        return Turn(team, Why.SAME)
    return Turn(team, Why.AWAY if absences.is_planned(person, at) else Why.MISSED)


def taken_by(others: Sequence[Roster], members: Roster, *, at: datetime) -> set[str]:
    """The weeks in which one of the *others* asks the same people, before this team would."""
    mine = _openings(members, at)
    return {
        week
        for other in others
        if other.team.id != members.team.id and _asks_the_same(other, members)
        for week, opens in _openings(other, at).items()
        if week in mine and opens < mine[week]
    }


def _asks_the_same(other: Roster, members: Roster) -> bool:
    """Whether its round, as things stand, would be one for exactly these people.

    Whoever is away may be missing in either.
    """
    if _nothing_comes(other, None):
        return False
    theirs, mine = ({person.id for person in one.asked} for one in (other, members))
    invited = {person.id for person in other.asked if not person.back_on}
    here = {person.id for person in members.staying}
    return here <= theirs and invited <= mine


def _openings(members: Roster, at: datetime) -> dict[str, tuple[datetime, int]]:
    """When the team's rounds open, by their weeks; of two at once the older team's is first."""
    team, zones = members.team, {person.zone for person in members.asked}
    if team.next_day is None or team.next_opens_at is None:
        return {}
    planned = Upcoming(team.next_day, team.next_opens_at)
    found = rhythm.openings(rhythm_of(team), zones, planned=planned, at=at)
    return {rhythm.week(day): (opens_at, team.id) for day, opens_at in found}


def _nothing_comes(members: Roster, person: Person | None) -> Why | None:
    """Why no round of the team comes to anybody, or to no guest."""
    team = members.team
    if person is not None and not team.asks(person) and person not in members.counted:
        return Why.GUEST
    if team.unreachable_at is not None:
        return Why.UNREACHABLE if team.is_out_of_reach else Why.NOBODY
    if team.next_opens_at is None:
        return Why.TOGETHER if team.rests else Why.PAUSED
    return Why.SMALL if len(members.counted) < QUORUM else None


def _next(members: Roster, whose: Calendar, at: datetime, taken: Collection[str]) -> Coming | None:
    team, zones = members.team, {person.zone for person in members.asked}
    if team.next_day is None or team.next_opens_at is None:
        return None
    if team.asks_at_once and not taken:
        return Coming(team.next_day, team.next_opens_at, team.next_opens_at)
    planned = Upcoming(team.next_day, team.next_opens_at)
    return rhythm.next_for(rhythm_of(team), whose, zones, planned=planned, at=at, taken=taken)


def _delay(
    team: Team, whose: Calendar, coming: Coming, at: datetime, taken: Collection[str]
) -> Delay | None:
    """Why the round that comes to somebody does so later than they are used to, if it does."""
    its, today, asked_on = rhythm_of(team), whose.day_of(at), whose.day_of(coming.moment)
    for usual, day in its.usual_days(at):
        if usual > coming.day or rhythm.week(usual) == team.done_week:
            continue
        if its.skips(its.moment(usual, its.calendar)):
            continue
        is_it, wished = day == coming.day, its.wished_day(usual, whose)
        if wished >= asked_on or not (is_it or wished >= today):
            continue
        if rhythm.week(usual) in taken:
            return Delay(Cause.SAME, usual)
        if cause := _cause(its.calendar, whose, usual, wished):
            return Delay(cause, usual if cause == Cause.FREE else wished)
    return None


def _cause(its: Calendar, whose: Calendar, usual: date, wished: date) -> Cause | None:
    if not its.works_on(usual):
        return Cause.FREE
    if whose.is_away(wished):
        return Cause.AWAY
    return None if whose.works_on(wished) else Cause.OWN


def rhythm_of(team: Team) -> rhythm.Rhythm:
    return rhythm.Rhythm(
        weekday=team.weekday,
        hour=team.hour,
        calendar=calendar.of_team(team),
        in_local_time=team.in_local_time,
        every_weeks=team.every_weeks,
        starts_on=team.starts_on,
        open_for=timedelta(hours=team.open_hours),
        paused_until=team.paused_until,
    )
