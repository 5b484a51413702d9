"""When a team is asked: pure, from a rhythm and the calendars of its people."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, timedelta

from msgspec import Struct

from bot import lateness
from bot.teams.calendar import ONE_DAY, Calendar

HORIZON = 110  # weeks that are looked ahead
LEAST = timedelta(hours=4)  # that whoever is asked late has for an answer


class Rhythm(Struct, frozen=True):
    """A weekday and hour, whose clock they are read on, and what is skipped."""

    weekday: int  # 0 is Monday
    hour: int
    calendar: Calendar  # the team's own
    in_local_time: bool
    every_weeks: int
    starts_on: date
    open_for: timedelta = timedelta(hours=72)
    paused_until: datetime | None = None

    def is_like(self, other: "Rhythm") -> bool:
        """Whether people notice no difference in when they are asked."""
        mine, theirs = (
            (one.weekday, one.hour, one.every_weeks, one.in_local_time or one.calendar.zone)
            for one in (self, other)
        )
        return mine == theirs

    def moment(self, day: date, whose: Calendar) -> datetime:
        """When the round of *day* comes to somebody who works then, in UTC."""
        return (whose if self.in_local_time else self.calendar).moment(day, self.hour)

    def opens(self, day: date, zones: Iterable[str]) -> datetime:
        """When the round of *day* opens: as early as for the first of these, or for the team."""
        clocks = {self.calendar, *(Calendar(zone) for zone in zones)}
        return min(self.moment(day, one) for one in clocks)

    def comes(self, day: date, whose: Calendar, *, at: datetime) -> datetime | None:
        """When a round of *day* that opens at *at* comes to somebody; None if it is over by then.

        Whoever would have had it before is asked as it opens, by day.
        """
        moment = self.own_moment(day, whose)
        return moment if moment is None or moment >= at else whose.catch_up(at)

    def own_moment(self, day: date, whose: Calendar) -> datetime | None:
        """The same as they wish it and on their own working days.

        A holiday of theirs moves it to the next day that is none, and one moment for all which is
        night for them to their next morning. None where the round is over by then.
        """
        end = self.moment(day, whose) + self.open_for - LEAST
        return next((moment for moment in self._wished(day, whose) if moment <= end), None)

    def _wished(self, day: date, whose: Calendar) -> Iterator[datetime]:
        """When it could come to somebody, what they would rather have first."""
        working, hour = whose.working_day(day), self.hour if whose.hour is None else whose.hour
        if whose.weekday is not None:
            rather = day + timedelta(days=(whose.weekday - day.weekday()) % 7)
            if whose.working_day(rather) == rather:
                yield whose.moment(rather, hour)
        if working != day or whose.hour is not None:
            yield whose.moment(working, hour)
        elif self.in_local_time:
            yield self.moment(day, whose)
        else:
            yield whose.next(self.moment(day, whose))

    def days(self, at: datetime) -> Iterator[date]:
        """The days to ask on, from the one before yesterday, for two years."""
        return (day for _, day in self.usual_days(at) if day is not None)

    def usual_days(self, at: datetime) -> Iterator[tuple[date, date | None]]:
        """The same, each behind the day that it takes the place of, where that one is free.

        None where no other day of its week is left: then nobody is asked in it.
        """
        first = self.calendar.day_of(at) - 2 * ONE_DAY
        first += timedelta(days=(self.weekday - first.weekday()) % 7)
        for number in range(-1, HORIZON):
            day = first + timedelta(weeks=number)
            if self._is_its_week(day):
                moved = self.calendar.working_day(day)
                yield day, moved if week(moved) == week(day) else None

    def wished_day(self, day: date, whose: Calendar) -> date:
        """The day on which the round of *day* would come to somebody who never has a day off."""
        if whose.weekday is not None:
            return day + timedelta(days=(whose.weekday - day.weekday()) % 7)
        return whose.day_of(self.moment(day, whose))

    def _is_its_week(self, day: date) -> bool:
        monday, first = (d - timedelta(days=d.weekday()) for d in (day, self.starts_on))
        return (monday - first).days // 7 % self.every_weeks == 0

    def skips(self, moment: datetime) -> bool:
        """Whether it lies in a pause."""
        return self.paused_until is not None and moment < self.paused_until


class Upcoming(Struct, frozen=True):
    """A day to ask on, and the earliest moment of it among the people asked."""

    day: date
    opens_at: datetime


def upcoming(
    rhythm: Rhythm, people: Iterable[Calendar], *, at: datetime, not_in: str | None = None
) -> Upcoming | None:
    """The next day to ask on that has not begun at *at*, and is not of the week *not_in*.

    None when two years of days are all holidays or paused.
    """
    zones = {one.zone for one in people}
    for day in rhythm.days(at):
        opens_at = rhythm.opens(day, zones)
        if opens_at >= at and week(day) != not_in and not rhythm.skips(opens_at):
            return Upcoming(day, opens_at)
    return None


class Coming(Struct, frozen=True):
    """The moment at which a round comes to somebody, and the day and the opening of that round."""

    day: date
    opens_at: datetime
    moment: datetime


def next_for(
    rhythm: Rhythm,
    whose: Calendar,
    zones: Iterable[str],
    *,
    planned: Upcoming,
    at: datetime,
    taken: Collection[str] = (),
) -> Coming | None:
    """When somebody is asked next, in the round that is *planned* or a later one; None if never.

    *zones* are those of all who are asked: the first of them opens a round for all. In the weeks
    that are *taken* nobody is asked.
    """
    for day, opens_at in openings(rhythm, zones, planned=planned, at=at):
        if week(day) in taken:
            continue
        if moment := rhythm.comes(day, whose, at=max(at, opens_at)):
            return Coming(day, opens_at, moment)
    return None


def openings(
    rhythm: Rhythm, zones: Iterable[str], *, planned: Upcoming, at: datetime
) -> Iterator[tuple[date, datetime]]:
    """The round that is *planned* and all later ones: their days, and when each opens."""
    zones = set(zones)
    for day in rhythm.days(at):
        if day < planned.day:
            continue
        opens_at = planned.opens_at if day == planned.day else rhythm.opens(day, zones)
        if not rhythm.skips(opens_at) and lateness.ROUND.still(opens_at, at):
            yield day, opens_at


def week(day: date) -> str:
    """The ISO week that *day* lies in, such as 2026-W48; a team has one round a week."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"
