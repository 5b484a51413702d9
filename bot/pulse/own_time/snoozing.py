"""Putting a question off: it comes once more, by day, and only while there is time to answer."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.pulse.models import AnyRound, Invitation
from bot.pulse.planning import LAST_HOUR
from bot.teams import calendar
from bot.teams.models import Person, Team


class Snooze(StrEnum):
    """What somebody can wish for on an invitation."""

    HOUR = "hour"
    MORNING = "morning"
    NEVER = "never"


class CameTwice(AmpError):
    """A question has come once more already."""


class ClosesBefore(AmpError):
    """A round closes before the moment to which somebody wants to put it off."""


async def put_off(
    session: AsyncSession, round_: AnyRound, person: Person, later: Snooze, *, at: datetime
) -> datetime | None:
    """When the question comes once more; None for never. Raises CameTwice or ClosesBefore."""
    place = await session.get_one(Invitation, (round_.id, person.id), with_for_update=True)
    planned = place.later_at or place.reminds_at
    if planned and planned <= at:
        raise CameTwice
    team = await session.get_one(Team, round_.team_id)
    moment = _moment(calendar.of_person(person, team), later, at)
    if moment and moment > round_.closes_at - LAST_HOUR:
        raise ClosesBefore(closes=round_.closes_at)
    place.later_at = moment or round_.closes_at  # at its end nobody is reminded
    return moment


def _moment(whose: calendar.Calendar, later: Snooze, at: datetime) -> datetime | None:
    if later == Snooze.NEVER:
        return None
    if later == Snooze.HOUR:
        return whose.next(at + timedelta(hours=1))
    tomorrow = whose.working_day(whose.day_of(at) + calendar.ONE_DAY)
    return whose.moment(tomorrow, calendar.MORNING)
