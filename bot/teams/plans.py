"""When a team is asked next, and each of its people: written down, and told."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncSession

from bot.privacy import QUORUM
from bot.slack.requests import Actor
from bot.teams import absences, calendar, rhythm, roster
from bot.teams.models import NEVER, Person, Team
from bot.teams.rhythm import Upcoming
from bot.teams.roster import Roster


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


@dataclass(frozen=True)
class Turn:
    """When a team asks somebody next: *opens* is a moment where they are asked.

    For who is OUTSIDE it is when the round opens on the team's own clock.
    """

    team: Team
    why: Why
    opens: datetime | None = None


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
    due = rhythm.upcoming(rhythm_of(team), people, at=at, not_in=team.done_week)
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


async def planned(session: AsyncSession, person: Person, *, at: datetime) -> list[Turn]:
    """When each of somebody's teams asks them next."""
    actor = Actor(person.workspace_id, person.user_id)
    teams = await roster.of_person(session, actor)
    return [turn(await roster.read(session, team), actor, at=at) for team in teams]


def turn(members: Roster, actor: Actor, *, at: datetime) -> Turn:
    """When a team asks *actor* next, or why it doesn't: all that is told of it comes from here."""
    team, person = members.team, members.person(actor)
    if why := _nothing_comes(members, person):
        return Turn(team, why)
    if person not in members.asked:
        return Turn(team, Why.OUTSIDE, _next(members, calendar.of_team(team), at))
    if person.back_on == NEVER:
        return Turn(team, Why.AWAY)
    if opens := _next(members, calendar.of_person(person, team), at):
        return Turn(team, Why.ASKED, opens)
    return Turn(team, Why.AWAY if absences.is_planned(person, at) else Why.MISSED)


def _nothing_comes(members: Roster, person: Person | None) -> Why | None:
    """Why no round of the team comes to anybody, or to no guest."""
    team = members.team
    if person is not None and not team.asks(person):
        return Why.GUEST
    if team.unreachable_at is not None:
        return Why.UNREACHABLE if team.is_out_of_reach else Why.NOBODY
    if team.next_opens_at is None:
        return Why.PAUSED
    return Why.SMALL if len(members.counted) < QUORUM else None


def _next(members: Roster, whose: calendar.Calendar, at: datetime) -> datetime | None:
    team, zones = members.team, {person.zone for person in members.asked}
    if team.asks_at_once or team.next_day is None or team.next_opens_at is None:
        return team.next_opens_at
    planned = Upcoming(team.next_day, team.next_opens_at)
    return rhythm.next_for(rhythm_of(team), whose, zones, planned=planned, at=at)


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
