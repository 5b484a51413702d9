"""When a team is asked: pure, from a rhythm and the time zones of its people."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from apscheduler.triggers.cron import CronTrigger

# A round that should have opened longer ago than this waits for its next day.
GRACE = timedelta(hours=48)


@dataclass(frozen=True)
class Rhythm:
    """A weekday and hour, whose clock they are read on, and what is skipped."""

    weekday: int  # 0 is Monday
    hour: int
    zone: str
    in_local_time: bool
    every_weeks: int
    starts_on: date
    holidays: str | None = None
    paused_until: datetime | None = None

    def moment(self, day: date, zone: str) -> datetime:
        """When somebody who lives in *zone* is asked on *day*, in UTC."""
        place = tz(zone if self.in_local_time else self.zone)
        return datetime.combine(day, time(self.hour), place).astimezone(UTC)


@dataclass(frozen=True)
class Upcoming:
    """A day to ask on, and the earliest moment of it among the people asked."""

    day: date
    opens_at: datetime


def upcoming(
    rhythm: Rhythm, zones: Iterable[str], *, at: datetime, not_in: str | None = None
) -> Upcoming | None:
    """The next day to ask on that has not begun at *at*, and is not of the week *not_in*.

    None when two years of days are all holidays or paused.
    """
    places = set(zones) | {rhythm.zone}
    for day in _days(rhythm, at):
        opens_at = min(rhythm.moment(day, place) for place in places)
        if opens_at >= at and week(day) != not_in and not _is_paused(rhythm, opens_at):
            return Upcoming(day, opens_at)
    return None


def week(day: date) -> str:
    """The ISO week that *day* lies in, such as 2026-W48; a team has one round a week."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"


def tz(name: str) -> ZoneInfo:
    """The time zone called *name*; UTC when nobody knows it (Slack's field is free text)."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def _days(rhythm: Rhythm, at: datetime) -> Iterator[date]:
    """The days that the rhythm falls on, from the day before yesterday, for two years."""
    place = tz(rhythm.zone)
    trigger = CronTrigger(day_of_week=rhythm.weekday, hour=rhythm.hour, timezone=place)
    moment = at.astimezone(place) - timedelta(days=2)
    for _ in range(110):
        found = trigger.get_next_fire_time(None, moment)
        moment = found + timedelta(hours=1)
        day = found.date()
        if _is_its_week(rhythm, day) and (working := _working_day(rhythm, day)):
            yield working


def _is_its_week(rhythm: Rhythm, day: date) -> bool:
    monday, first = (d - timedelta(days=d.weekday()) for d in (day, rhythm.starts_on))
    return (monday - first).days // 7 % rhythm.every_weeks == 0


def _working_day(rhythm: Rhythm, day: date) -> date | None:
    """*day*, or when it is a holiday the next weekday of its week that is none."""
    if rhythm.holidays is None:
        return day
    free = _holidays(rhythm.holidays, day.year)
    while day in free:
        day += timedelta(days=1)
        if day.weekday() in (0, 5, 6):
            return None
    return day


@lru_cache(maxsize=64)
def _holidays(country: str, year: int) -> frozenset[date]:
    import holidays

    return frozenset(holidays.country_holidays(country, years=year))


def knows_country(code: str) -> bool:
    """Whether public holidays are known for the country with this ISO 3166 code."""
    import holidays

    return code in holidays.list_supported_countries()


def _is_paused(rhythm: Rhythm, moment: datetime) -> bool:
    return rhythm.paused_until is not None and moment < rhythm.paused_until
