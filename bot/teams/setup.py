"""Setting a team up, and changing how it is asked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.teams import rhythm, roster
from bot.teams.models import Team
from bot.teams.roster import Human

FOR_GOOD = datetime(9999, 1, 1, tzinfo=UTC)
LONGEST_PAUSE = 52  # weeks


class TeamExists(AmpError):
    """This channel has a team already. `/amp team` shows it."""


class NoLead(AmpError):
    """A team needs at least one lead who is a person of this workspace. Choose yourself, or a
    colleague."""

    field = "leads"


class UnknownCountry(AmpError):
    """No public holidays are known under that code. Use two letters, such as DE, US or IN."""

    field = "holidays"


class NotANumberOfWeeks(AmpError):
    """Say for how many weeks, from 1 to 52: `/amp pause 2`. Without a number it is until you
    type `/amp resume`."""


@dataclass(frozen=True)
class Wishes:
    """How a team is to be asked, as a lead said it."""

    name: str
    digest_channel_id: str
    leads: Collection[str]
    left_out: Collection[str]
    weekday: int
    hour: int
    in_local_time: bool
    every_weeks: int
    open_hours: int
    with_guests: bool
    holidays: str | None


def check(wishes: Wishes) -> None:
    """Raise NoLead or UnknownCountry where a wish can't be met."""
    if not wishes.leads:
        raise NoLead
    if wishes.holidays and not rhythm.knows_country(wishes.holidays):
        raise UnknownCountry


async def create(
    session: AsyncSession,
    workspace_id: str,
    channel_id: str,
    wishes: Wishes,
    humans: Sequence[Human],
    *,
    zone: str,
    at: datetime,
) -> Team:
    """Make the team of a channel; raises TeamExists when it has one."""
    if await roster.of_channel(session, workspace_id, channel_id):
        raise TeamExists
    team = Team(
        workspace_id=workspace_id,
        channel_id=channel_id,
        zone=zone,
        starts_on=at.astimezone(rhythm.tz(zone)).date(),
        created_at=at,
    )
    _apply(team, wishes)
    session.add(team)
    try:
        await session.flush()
    except IntegrityError:  # two leads pressed the button at once
        raise TeamExists from None
    await _people(session, team, wishes, humans, at=at)
    return team


async def change(
    session: AsyncSession, team: Team, wishes: Wishes, humans: Sequence[Human], *, at: datetime
) -> None:
    """Change how a team is asked, from its next round on."""
    _apply(team, wishes)
    await _people(session, team, wishes, humans, at=at)


async def end(session: AsyncSession, team: Team, *, at: datetime) -> None:
    """Ask this team no more; its channel is free for a new one."""
    team.ended_at = at
    team.next_day = team.next_opens_at = None


async def pause(session: AsyncSession, team: Team, weeks: str, *, at: datetime) -> None:
    """Skip rounds for *weeks* weeks, or until `resume`; raises NotANumberOfWeeks."""
    if not weeks:
        team.paused_until = FOR_GOOD
    elif weeks.isdecimal() and 1 <= int(weeks) <= LONGEST_PAUSE:
        team.paused_until = at + timedelta(weeks=int(weeks))
    else:
        raise NotANumberOfWeeks
    await roster.plan(session, team, at=at)


async def resume(session: AsyncSession, team: Team, *, at: datetime) -> None:
    team.paused_until = None
    await roster.plan(session, team, at=at)


def _apply(team: Team, wishes: Wishes) -> None:
    team.name = wishes.name
    team.digest_channel_id = wishes.digest_channel_id
    team.weekday, team.hour = wishes.weekday, wishes.hour
    team.in_local_time, team.every_weeks = wishes.in_local_time, wishes.every_weeks
    team.open_hours, team.with_guests = wishes.open_hours, wishes.with_guests
    team.holidays = wishes.holidays


async def _people(
    session: AsyncSession, team: Team, wishes: Wishes, humans: Sequence[Human], *, at: datetime
) -> None:
    await roster.replace(session, team, humans, at=at)
    await roster.appoint(session, team, wishes.leads, left_out=wishes.left_out)
    await roster.plan(session, team, at=at)
