"""A team's ShipIt day: planning, moving and cancelling it, and what is due of it when."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError, NoTeam
from bot.slack.requests import Actor
from bot.teams import calendar
from bot.teams.models import Team
from bot.tools.shipit.models import ShipItDay

LENGTH = timedelta(hours=24)
FURTHEST = timedelta(days=366)
ASKING = timedelta(hours=72)  # for which people may say whether they'd do it again


class Stage(StrEnum):
    """What the channel has heard of a day, in this order."""

    PLANNED = "planned"
    TOMORROW = "tomorrow"
    BEGUN = "begun"
    LAST_CALL = "last-call"
    GATHERED = "gathered"
    OVER = "over"


class ShipItDayNotAhead(AmpError):
    """A day was to begin in the past, or more than a year from now."""

    field = "starts"


class ShipItDayExists(AmpError):
    """The team has a day already."""


class ShipItDayHasBegun(AmpError):
    """A day that has begun was to be moved."""


class NoShipItDay(AmpError):
    """The day is over or was cancelled, or its team has ended."""


class NothingWritten(AmpError):
    """An idea or a delivery is blank."""

    field = "words"


def ends_at(day: ShipItDay) -> datetime:
    return day.starts_at + LENGTH


def moments(starts_at: datetime) -> dict[Stage, datetime]:
    """When a day that starts then reaches which stage."""
    return {
        Stage.TOMORROW: starts_at - timedelta(hours=24),
        Stage.BEGUN: starts_at,
        Stage.LAST_CALL: starts_at + LENGTH - timedelta(hours=2),
        Stage.GATHERED: starts_at + LENGTH,
    }


def reached(day: ShipItDay, at: datetime) -> Stage:
    """The stage that a day should be at; the end is never passed before it was gathered."""
    if day.asked_until is not None:
        return Stage.OVER if at >= day.asked_until else Stage.GATHERED
    due = moments(day.starts_at)
    return max(
        (stage for stage, moment in due.items() if moment <= at),
        key=lambda stage: due[stage],
        default=Stage.PLANNED,
    )


async def plan(
    session: AsyncSession, team: Team, starts_at: datetime, *, at: datetime
) -> ShipItDay:
    """Set the team's day; raises ShipItDayNotAhead or ShipItDayExists."""
    _check(starts_at, at)
    if await current(session, team):
        raise ShipItDayExists
    day = ShipItDay(team_id=team.id, starts_at=starts_at, stage=Stage.PLANNED)
    day.stage = reached(day, at)  # announced less than a day before, it needs no reminder
    session.add(day)
    try:
        await session.flush()
    except IntegrityError:  # two leads pressed the button at once
        raise ShipItDayExists from None
    return day


def move(day: ShipItDay, starts_at: datetime, *, at: datetime) -> None:
    """Let the day begin at another moment; raises ShipItDayNotAhead or ShipItDayHasBegun."""
    _check(starts_at, at)
    if day.starts_at <= at:
        raise ShipItDayHasBegun
    day.starts_at = starts_at
    day.stage = reached(day, at)
    day.changes += 1


def cancel(day: ShipItDay, *, at: datetime) -> None:
    """Let the day not take place."""
    day.over_at, day.is_cancelled = at, True
    day.changes += 1


async def take_back(session: AsyncSession, day: ShipItDay, team: Team) -> None:
    """Let a cancelled day take place after all; raises ShipItDayExists or NoShipItDay."""
    if not day.is_cancelled:
        raise NoShipItDay
    if await current(session, team):
        raise ShipItDayExists
    day.over_at, day.is_cancelled = None, False
    day.changes += 1


async def current(session: AsyncSession, team: Team) -> ShipItDay | None:
    """The team's day that is planned, under way or just behind it."""
    return await session.scalar(
        select(ShipItDay).where(ShipItDay.team_id == team.id, ShipItDay.over_at.is_(None))
    )


async def going_on(session: AsyncSession, actor: Actor, day_id: int) -> tuple[ShipItDay, Team]:
    """The day with this id and its team; whoever sees it may take part.

    Raises NoShipItDay, or NoTeam for another workspace's.
    """
    day = await session.get(ShipItDay, day_id)
    if day is None or day.over_at is not None:
        raise NoShipItDay
    team = await session.get_one(Team, day.team_id)
    if team.workspace_id != actor.workspace_id or team.ended_at:
        raise NoTeam
    return day, team


async def held(session: AsyncSession, actor: Actor, day_id: int) -> tuple[ShipItDay, Team]:
    """The same, held until the transaction ends, so that nobody else changes it."""
    await session.get(ShipItDay, day_id, with_for_update=True)
    return await going_on(session, actor, day_id)


async def with_id(session: AsyncSession, day_id: int) -> ShipItDay:
    """A day, cancelled or not; raises NoShipItDay when its team has ended."""
    day = await session.get(ShipItDay, day_id, with_for_update=True)
    if day is None:
        raise NoShipItDay
    return day


async def moving_on(session: AsyncSession, at: datetime) -> dict[int, Stage]:
    """The days that should be at another stage by now, and at which."""
    days = await session.scalars(
        select(ShipItDay)
        .join(Team, Team.id == ShipItDay.team_id)
        .where(ShipItDay.over_at.is_(None), Team.ended_at.is_(None))
    )
    return {day.id: stage for day in days if (stage := reached(day, at)) != day.stage}


async def behind(session: AsyncSession, day_id: int, *, at: datetime) -> ShipItDay | None:
    """A day that should be at another stage by now, held; None if it is there already."""
    day = await session.get_one(ShipItDay, day_id, with_for_update=True)
    return day if day.over_at is None and reached(day, at) != day.stage else None


async def move_on(session: AsyncSession, day: ShipItDay, *, at: datetime) -> Stage:
    """Put a day to the stage that is due, and say which."""
    day.stage = stage = reached(day, at)
    if stage == Stage.GATHERED:
        day.asked_until = await _asked_until(session, day, at)
    if stage == Stage.OVER:
        day.over_at = at
    return stage


async def _asked_until(session: AsyncSession, day: ShipItDay, at: datetime) -> datetime:
    """Three days after the channel is asked, on a working day."""
    team = calendar.of_team(await session.get_one(Team, day.team_id))
    return team.next(team.next(at) + ASKING)


def _check(starts_at: datetime, at: datetime) -> None:
    if not at < starts_at <= at + FURTHEST:
        raise ShipItDayNotAhead
