"""When people may be reached: one calendar for everything that is sent or promised. Pure.

A message comes by day, on a working day, on the clock of whom it reaches; what would come at
another time waits for the next working morning.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.core import get_global
from msgspec import Struct
from msgspec.structs import replace

from bot.teams.models import NEVER, Person, Team

DAY = range(7, 19)  # the hours at which a message may come
EVENING = range(DAY.start, 22)  # the same for what is late, so that it comes on its day
MORNING = 9  # o'clock, when what had to wait comes
MOST_OF_A_WEEK = 4  # working days, the one on which one is asked included
MONDAY_TO_FRIDAY = frozenset(range(5))
ONE_DAY = timedelta(days=1)
FAR = timedelta(weeks=200)  # beyond all days that are planned: an absence that has no end


class Calendar(Struct, frozen=True):
    """Somebody's clock, and the days on which they work."""

    zone: str
    country: str | None = None  # whose public holidays are free, ISO 3166
    week: frozenset[int] = MONDAY_TO_FRIDAY  # 0 is Monday; never empty
    days_off: frozenset[date] = frozenset()
    away: tuple[tuple[date, date], ...] = ()  # from the first day of each until the second
    weekday: int | None = None  # on which they would rather be asked
    hour: int | None = None  # likewise
    reminds: bool = True  # they may be, by their team's choice and their own

    def works_on(self, day: date) -> bool:
        return (
            day.weekday() in self.week
            and day not in self.days_off
            and not self.is_away(day)
            and not (self.country and day in _holidays(self.country, day.year))
        )

    def is_away(self, day: date) -> bool:
        return self._back(day) is not None

    @property
    def for_news(self) -> "Calendar":
        """The same for what is no question: it does not wait for the end of what has none."""
        return replace(self, away=tuple(one for one in self.away if one[1] - one[0] != FAR))

    def _back(self, day: date) -> date | None:
        """The day on which they are back who are away on *day*."""
        return next((back for first, back in self.away if first <= day < back), None)

    def working_day(self, day: date) -> date:
        """*day*, or the next one that is worked on, after one's absence."""
        while not self.works_on(day):
            day = self._back(day) or day + ONE_DAY
        return day

    def week_until(self, day: date) -> list[date]:
        """The five working days before *day*; none where most of its own week lies behind."""
        worked = [one for n in range(21) if self.works_on(one := day - timedelta(days=n))]
        in_its_week = sum(self.week_of(one) == self.week_of(day) for one in worked)
        return [] if in_its_week >= MOST_OF_A_WEEK else sorted(set(worked[:6]) - {day})[-5:]

    @property
    def week_begins(self) -> int:
        """The first day of the working week, 0 is Monday: in Tehran Saturday, in Cairo Sunday."""
        return next((day for day in sorted(self.week) if (day - 1) % 7 not in self.week), 0)

    def week_of(self, day: date) -> date:
        """The day on which the working week begins that *day* lies in."""
        return day - timedelta(days=(day.weekday() - self.week_begins) % 7)

    def day_of(self, at: datetime) -> date:
        """The date that it is there."""
        return at.astimezone(tz(self.zone)).date()

    def moment(self, day: date, hour: int) -> datetime:
        """When it is *hour* o'clock there on *day*, in UTC: the first moment that exists.

        An hour that the clocks pass twice is the first one; one that they leave out is the moment
        at which they do.
        """
        place = tz(self.zone)
        first, second = (
            datetime.combine(day, time(hour, fold=fold), place).astimezone(UTC) for fold in (0, 1)
        )
        return first if first <= second else _jump(place, second, first)

    def fits(self, at: datetime, hours: range = DAY) -> bool:
        """Whether it is by day there, and a working day."""
        there = at.astimezone(tz(self.zone))
        return there.hour in hours and self.works_on(there.date())

    def next(self, at: datetime) -> datetime:
        """*at*, or the next working morning where that falls at night or on a free day."""
        if self.fits(at):
            return at
        day = self.day_of(at)
        over = at.astimezone(tz(self.zone)).hour >= DAY.stop
        return self.moment(self.working_day(day + ONE_DAY if over else day), MORNING)

    def catch_up(self, at: datetime) -> datetime:
        """The same for what should have come already: it may still come in the evening."""
        return at if self.fits(at, EVENING) else self.next(at)

    def last(self, at: datetime) -> datetime | None:
        """*at*, or where that does not fit the same hour, by day, of the working day before.

        None where none of three weeks is one: of who is away nobody knows since when.
        """
        there = at.astimezone(tz(self.zone))
        day = there.date() - (ONE_DAY if there.hour < DAY.start else timedelta())
        if there.hour in DAY and self.works_on(day):
            return at
        before = (day - timedelta(days=n) for n in range(21))
        worked = next((one for one in before if self.works_on(one)), None)
        hour = there.hour if there.hour in DAY else DAY[-1]
        return self.moment(worked, hour) if worked else None


def of_zone(zone: str) -> Calendar:
    """The working days of the country whose clock this is."""
    country = country_of(zone)
    return Calendar(zone, country, _week(country))


def of_team(team: Team) -> Calendar:
    """Whose working days a team's channel keeps; the day it chose to be asked on is one of them."""
    country = team.holidays or country_of(team.zone)
    week = frozenset(team.workdays) if team.workdays else _week(country) | {team.weekday}
    return Calendar(team.zone, country, week, _dates(team.days_off))


def of_person(person: Person, team: Team | None = None) -> Calendar:
    """When somebody may be reached, in a team or at all: of their country Slack tells the clock."""
    own = replace(
        of_zone(person.zone),
        away=_absences(person),
        weekday=person.own_weekday,
        hour=person.own_hour,
    )
    if team is None:
        return own
    theirs = of_team(team)
    abroad = own.country is not None and own.country != country_of(team.zone)
    week = own.week if abroad and not team.workdays else theirs.week
    country = own.country or theirs.country
    reminds = team.reminds and person.wants_reminders
    return replace(own, country=country, week=week, days_off=theirs.days_off, reminds=reminds)


def _absences(person: Person) -> tuple[tuple[date, date], ...]:
    """When they are away; who has gone without an end is asked by nobody, and has no day for it."""
    now = () if person.back_on in (None, NEVER) else ((date.min, person.back_on),)
    return (*now, *((first, min(back, first + FAR)) for first, back in person.absences))


def tz(name: str) -> ZoneInfo:
    """The time zone called *name*; UTC when nobody knows it (Slack's field is free text)."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


@lru_cache(maxsize=1024)
def country_of(zone: str) -> str | None:
    """The country whose clock this is, if we know its public holidays; None for UTC."""
    territories, aliases = get_global("zone_territories"), get_global("zone_aliases")
    country = territories.get(zone) or territories.get(aliases.get(zone, ""))
    return country if country and knows_country(country) else None


def knows_country(code: str) -> bool:
    """Whether public holidays are known for the country with this ISO 3166 code."""
    import holidays

    return code in holidays.list_supported_countries()


def _jump(place: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The moment between two at which the clocks of a place are set, to the second."""
    old = before.astimezone(place).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2
        if middle.astimezone(place).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)


@lru_cache(maxsize=1024)
def _holidays(country: str, year: int) -> frozenset[date]:
    import holidays

    return frozenset(holidays.country_holidays(country, years=year))


@lru_cache(maxsize=256)
def _week(country: str | None) -> frozenset[int]:
    import holidays

    free = holidays.country_holidays(country).weekend if country else set()
    # Where the law knows one free day, Sunday or in Iran Friday, offices know the one before too.
    if free <= {5, 6}:
        return MONDAY_TO_FRIDAY
    return frozenset(range(7)) - free - ({3} if free == {4} else set())


def _dates(days: Iterable[str] | None) -> frozenset[date]:
    return frozenset(date.fromisoformat(day) for day in days or ())
