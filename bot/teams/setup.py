"""Setting a team up, and changing how it is asked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.slack.requests import Actor
from bot.teams import rhythm, roster
from bot.teams.models import Team
from bot.teams.roster import Human, Roster
from bot.words import ENGLISH

FOR_GOOD = datetime(9999, 1, 1, tzinfo=UTC)
LONGEST_PAUSE = 52  # weeks


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


class NotANumberOfWeeks(AmpError):
    """A pause was to last for something else than 1 to 52 weeks."""


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
    language: str = ENGLISH  # of what stands in the channel


def check(wishes: Wishes) -> None:
    """Raise NoName, NoLead or UnknownCountry where a wish can't be met."""
    if not wishes.name:
        raise NoName
    if not wishes.leads:
        raise NoLead
    if wishes.holidays and not rhythm.knows_country(wishes.holidays):
        raise UnknownCountry


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
) -> Roster:
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
    return await _enroll(session, team, wishes, humans, at=at)


async def change(
    session: AsyncSession, team: Team, wishes: Wishes, humans: Sequence[Human], *, at: datetime
) -> Roster:
    """Change how a team is asked, from its next round on."""
    _apply(team, wishes)
    return await _enroll(session, team, wishes, humans, at=at)


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
        raise NotANumberOfWeeks(longest=LONGEST_PAUSE)
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
    team.holidays, team.language = wishes.holidays, wishes.language


async def _enroll(
    session: AsyncSession, team: Team, wishes: Wishes, humans: Sequence[Human], *, at: datetime
) -> Roster:
    return await roster.enroll(
        session, team, humans, leads=wishes.leads, left_out=wishes.left_out, at=at
    )
