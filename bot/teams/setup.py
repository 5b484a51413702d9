"""Setting a team up, and changing how it is asked."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from msgspec import Struct
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.slack.requests import Actor
from bot.teams import calendar, membership, plans, rhythm, roster, starting
from bot.teams.models import Person, Team
from bot.teams.roster import Human, Roster
from bot.teams.whom import ALL, Rule
from bot.words import ENGLISH


class TeamExists(AmpError):
    """The channel has a team already."""


class NoName(AmpError):
    """A team's name is blank."""

    field = "name"


class NoLead(AmpError):
    """Nobody was chosen to lead the team."""

    field = "leads"


class UnknownCountry(AmpError):
    """No public holidays are known for a country's code."""

    field = "holidays"


class NotAWorkingDay(AmpError):
    """The day on which a team is to be asked is none on which it works."""

    field = "weekday"


class Clock(Struct, frozen=True):
    """Where a team is at home, on which days it works, and whether it is reminded."""

    zone: str
    workdays: Sequence[int]
    days_off: list[str]
    reminds: bool


class Wishes(Struct, frozen=True):
    """How a team is to be asked, as a lead said it."""

    name: str
    digest_channel_id: str
    leads: Collection[str]
    weekday: int
    hour: int
    in_local_time: bool
    every_weeks: int
    open_hours: int
    with_guests: bool
    holidays: str | None
    rule: Rule | None = ALL  # whom it asks; None: as it is
    language: str = ENGLISH  # of what stands in the channel
    in_rollup: bool | None = None  # None: not said
    wants_cards: bool | None = None  # the same
    clock: Clock | None = None  # None: as it is
    sister: str | None = None  # the channel of a team to be asked together with; None: not wanted

    def reach(self, humans: Iterable[Human | Person]) -> int:
        """How many of the people in a channel would be asked."""
        return (self.rule or ALL).reach(humans, with_guests=self.with_guests)


def check(wishes: Wishes) -> None:
    """Raise NoName, NoLead, UnknownCountry or NotAWorkingDay where a wish can't be met."""
    if not wishes.name:
        raise NoName
    if not wishes.leads:
        raise NoLead
    if wishes.holidays and not calendar.knows_country(wishes.holidays):
        raise UnknownCountry
    if wishes.clock and wishes.weekday not in wishes.clock.workdays:
        raise NotAWorkingDay


async def changeable(session: AsyncSession, actor: Actor, channel_id: str) -> Team | None:
    """The team that a channel has already; raises TeamExists when *actor* does not lead it."""
    team = await roster.of_channel(session, actor.workspace_id, channel_id)
    if team and not (await roster.read(session, team)).is_led_by(actor):
        raise TeamExists
    return team


async def create(
    session: AsyncSession,
    workspace_id: str,
    channel_id: str,
    wishes: Wishes,
    humans: Sequence[Human],
    *,
    zone: str,
    at: datetime,
    is_private: bool | None = None,
    by: Human | None = None,
) -> Roster:
    """Make the team of a channel, as *by* wishes, if that is a person's wish.

    Raises TeamExists when it has one, or MayNotStart.
    """
    ended_at = await _ended(session, workspace_id, channel_id, by)
    team = Team(
        workspace_id=workspace_id,
        channel_id=channel_id,
        zone=zone,
        starts_on=at.astimezone(calendar.tz(zone)).date(),
        created_at=at,
        is_private=is_private,
    )
    _apply(team, wishes)
    session.add(team)
    try:
        await session.flush()
    except IntegrityError:  # two leads pressed the button at once
        raise TeamExists from None
    made = await _enroll(session, team, wishes, humans, is_new=True, at=at)
    if ended_at:
        day = ended_at.astimezone(calendar.tz(zone)).date()
        plans.schedule(made, at=at, not_in=rhythm.week(day))
    return made


async def _ended(
    session: AsyncSession, workspace_id: str, channel_id: str, by: Human | None
) -> datetime | None:
    """When a channel's last team ended: in that week it may have been asked already.

    Raises TeamExists where one has not ended, or MayNotStart.
    """
    teams = func.count(), func.count(Team.ended_at), func.max(Team.ended_at)
    choice = starting.columns(workspace_id, by) if by else ()
    found = await session.execute(
        select(*teams, *choice).where(
            Team.workspace_id == workspace_id, Team.channel_id == channel_id
        )
    )
    of_channel, ended, last, *chosen = found.one()
    if by:
        who, is_named = chosen
        starting.judge(by, who, is_named=is_named)
    if of_channel > ended:
        raise TeamExists
    ended_at: datetime | None = last
    return ended_at


async def change(
    session: AsyncSession,
    team: Team,
    wishes: Wishes,
    humans: Sequence[Human],
    *,
    at: datetime,
    is_private: bool | None = None,
) -> Roster:
    """Change how a team is asked, from its next round on.

    Whether its channel *is_private* by now is said last: a lead answered what the form showed.
    """
    _apply(team, wishes)
    team.is_private = team.is_private if is_private is None else is_private
    return await _enroll(session, team, wishes, humans, at=at)


def end(team: Team, *, at: datetime) -> None:
    """Ask this team no more; its channel is free for a new one."""
    team.ended_at = at
    team.next_day = team.next_opens_at = team.asked_sister_id = team.asked_sister_at = None


def _apply(team: Team, wishes: Wishes) -> None:
    team.name = wishes.name
    team.digest_channel_id = wishes.digest_channel_id
    team.weekday, team.hour = wishes.weekday, wishes.hour
    team.in_local_time, team.every_weeks = wishes.in_local_time, wishes.every_weeks
    team.open_hours, team.with_guests = wishes.open_hours, wishes.with_guests
    team.holidays, team.language = wishes.holidays, wishes.language
    if wishes.rule:
        team.whom = wishes.rule.whom
    if wishes.wants_cards is not None:
        team.wants_cards = wishes.wants_cards
    if wishes.in_rollup not in (None, team.is_rolled_up):
        usual = team.is_private is False  # what anyhow holds follows the channel, should it change
        team.in_rollup = None if wishes.in_rollup == usual else wishes.in_rollup
    if wishes.clock:
        team.zone, team.workdays = wishes.clock.zone, None
        team.days_off, team.reminds = wishes.clock.days_off, wishes.clock.reminds
        if calendar.of_team(team).week != set(wishes.clock.workdays):  # its country's say no more
            team.workdays = list(wishes.clock.workdays)


async def _enroll(
    session: AsyncSession,
    team: Team,
    wishes: Wishes,
    humans: Sequence[Human],
    *,
    is_new: bool = False,
    at: datetime,
) -> Roster:
    return await membership.enroll(
        session, team, humans, leads=wishes.leads, rule=wishes.rule, is_new=is_new, at=at
    )
