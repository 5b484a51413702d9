"""When a team is asked next, and each of its people: written down, and told."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncSession

from bot.privacy import QUORUM
from bot.slack.requests import Actor
from bot.teams import calendar, rhythm, roster
from bot.teams.models import NEVER, Person, Team
from bot.teams.roster import Roster


class Why(StrEnum):
    """Whether a team asks somebody, and if not, why."""

    ASKED = "asked"
    AWAY = "away"  # until they say that they are back
    PAUSED = "paused"
    GUEST = "guest"  # of a team that asks none
    SMALL = "small"  # so few that no numbers could be shown


@dataclass(frozen=True)
class Turn:
    """When a team asks somebody next: *opens* is a moment where they are asked."""

    team: Team
    why: Why
    opens: datetime | None = None


async def plan(
    session: AsyncSession, team: Team, *, at: datetime, not_in: str | None = None
) -> None:
    """Write down when the team's next round opens."""
    schedule(await roster.read(session, team), at=at, not_in=not_in)


def schedule(members: Roster, *, at: datetime, not_in: str | None = None) -> None:
    """The same for a roster that has been read: the next day that is not in the week *not_in*."""
    team = members.team
    people = [calendar.of_person(person, team) for person in members.asked]
    due = rhythm.upcoming(rhythm_of(team), people, at=at, not_in=not_in)
    team.next_day = due.day if due else None
    team.next_opens_at = due.opens_at if due else None
    team.asks_at_once = False


def include(team: Team, person: Person) -> None:
    """Let the planned day of a team begin as early as it does where *person* lives."""
    if team.next_day and team.next_opens_at and not team.asks_at_once:
        moment = rhythm_of(team).moment(team.next_day, calendar.of_person(person, team))
        team.next_opens_at = min(team.next_opens_at, moment)


async def turn_of(session: AsyncSession, actor: Actor, team: Team, *, at: datetime) -> Turn:
    """When the team's next round comes to *actor*."""
    return turn(team, await roster.find(session, actor), at=at)


async def planned(session: AsyncSession, person: Person, *, at: datetime) -> list[Turn]:
    """When each of somebody's teams asks them next."""
    actor = Actor(person.workspace_id, person.user_id)
    teams = await roster.of_person(session, actor)
    return [await promised(session, team, person, at=at) for team in teams]


async def promised(session: AsyncSession, team: Team, person: Person, *, at: datetime) -> Turn:
    """The same for one team, which asks nobody while it is too small for numbers."""
    found = turn(team, person, at=at)
    is_small = len((await roster.read(session, team)).counted) < QUORUM
    return replace(found, why=Why.SMALL) if found.opens and is_small else found


def turn(team: Team, person: Person | None, *, at: datetime) -> Turn:
    """When the team asks somebody next; whom we don't know, on the team's own clock."""
    if person is not None and not team.asks(person):
        return Turn(team, Why.GUEST)
    if opens := _next_for(team, person, at=at):
        return Turn(team, Why.ASKED, opens)
    return Turn(team, Why.AWAY if team.next_opens_at else Why.PAUSED)


def _next_for(team: Team, person: Person | None, *, at: datetime) -> datetime | None:
    if team.next_day is None or team.next_opens_at is None:
        return None
    if person is not None and person.back_on == NEVER:
        return None
    if team.asks_at_once:
        return team.next_opens_at
    whose = calendar.of_person(person, team) if person else calendar.of_team(team)
    return rhythm.next_for(rhythm_of(team), whose, at=at, not_before=team.next_day)


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
