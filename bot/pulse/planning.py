"""When a round comes to each of its people, until when it is open, and who hears of it once more.

Pure, from a rhythm, calendars and loads; nothing here knows who has answered.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Self

from msgspec import Struct, field
from msgspec.structs import replace

from bot.teams.calendar import DAY, MORNING, ONE_DAY, Calendar, tz
from bot.teams.rhythm import LEAST, Rhythm, week

BEFORE_THE_END = timedelta(hours=24)  # a reminder; in short rounds a third of their time
LAST_HOUR = timedelta(hours=1)  # for which none is planned
TOO_LATE = timedelta(minutes=30)  # before the end: one that was held up is of no use any more
SOON = timedelta(days=5)  # a weekend and a holiday, until which another team's question may wait
SPREAD = timedelta(days=3)  # whoever works later than that after the first keeps nobody waiting
A_WEEK = 2  # messages of pulses and their reminders, at most, from all teams together


class Place(Struct, frozen=True):
    """One person's place in a round: when they are asked, and may be once more.

    Without being *told* they find it on their Home and by `/amp pulse`.
    """

    due_at: datetime
    reminds_at: datetime | None
    told: bool = True
    instead_of: datetime | None = None  # a reminder of another round, which is given up for it


class Load(Struct, frozen=True):
    """What somebody hears of pulses anyway: questions, reminders, and the days of other teams."""

    asked: list[datetime] = field(default_factory=list)
    reminded: list[datetime] = field(default_factory=list)
    coming: list[date] = field(default_factory=list)

    def sent(self, whose: Calendar, moment: datetime) -> int:
        """How many messages there are in the week of a moment."""
        its_week = week(whose.day_of(moment))
        return sum(week(whose.day_of(m)) == its_week for m in (*self.asked, *self.reminded))

    def is_full(self, whose: Calendar, moment: datetime) -> bool:
        """Whether a week has all its messages."""
        return self.sent(whose, moment) >= A_WEEK

    def expected(self, whose: Calendar, moment: datetime) -> int:
        """The same with the questions that other teams will ask in that week."""
        its_week = week(whose.day_of(moment))
        return self.sent(whose, moment) + sum(week(day) == its_week for day in self.coming)

    def unsent_reminder(self, whose: Calendar, moment: datetime, at: datetime) -> datetime | None:
        """A reminder of the same week that has not gone out yet."""
        its_week = week(whose.day_of(moment))
        return next(
            (m for m in self.reminded if m > at and week(whose.day_of(m)) == its_week), None
        )

    def is_asked_on(self, whose: Calendar, day: date) -> bool:
        return any(whose.day_of(moment) == day for moment in self.asked)

    def with_question(self, place: Place) -> Self:
        """The load of somebody who is asked there as well; what no message tells is no load."""
        if not place.told:
            return self
        reminded = [moment for moment in self.reminded if moment != place.instead_of]
        return replace(self, asked=[*self.asked, place.due_at], reminded=reminded)


NOTHING = Load()


class Plan(Struct, frozen=True):
    """Everybody's place in a round by their id, and its end."""

    places: Mapping[int, Place]
    closes_at: datetime


def of_day(
    rhythm: Rhythm,
    day: date,
    people: Mapping[int, Calendar],
    loads: Mapping[int, Load] | None = None,
    *,
    at: datetime,
) -> Plan:
    """The round of *day*, opened at *at*; who is off until its end has no place in it."""

    loads = loads or {}
    usual = {id_: max(at, rhythm.moment(day, one)) for id_, one in people.items()}
    end = _end(rhythm, usual)
    spaced = {
        id_: on_a_day_of_its_own(one, moment, loads.get(id_, NOTHING))
        for id_, one in people.items()
        if (moment := rhythm.comes(day, one, at=at)) and moment <= end - LEAST
    }
    # Whom another team asks on that day still has time for an answer.
    closes_at = rhythm.calendar.next(max([end, *(m + LEAST for m in spaced.values())]))
    return Plan(_places(people, spaced, closes_at, loads, at), closes_at)


def at_once(
    rhythm: Rhythm,
    people: Mapping[int, Calendar],
    loads: Mapping[int, Load] | None = None,
    *,
    at: datetime,
) -> Plan:
    """A round that a lead wants now, and gets, whoever else asks that day: but for the absent."""
    closes_at = rhythm.calendar.next(at + rhythm.open_for)
    due = {id_: now_or_back(one, at) for id_, one in people.items()}
    due = {id_: moment for id_, moment in due.items() if moment <= closes_at - LEAST}
    places = _places(people, due, closes_at, loads or {}, at)
    now = {id_: replace(one, told=True) for id_, one in places.items() if one.due_at == at}
    return Plan({**places, **now}, closes_at)


def now_or_back(whose: Calendar, at: datetime) -> datetime:
    """When a round that opens *at* once comes to somebody."""
    return whose.next(at) if whose.is_away(whose.day_of(at)) else at


def _places(
    people: Mapping[int, Calendar],
    due: Mapping[int, datetime],
    closes_at: datetime,
    loads: Mapping[int, Load],
    at: datetime,
) -> dict[int, Place]:
    return {
        id_: place(people[id_], moment, closes_at, loads.get(id_, NOTHING), at=at)
        for id_, moment in due.items()
    }


def place(
    whose: Calendar, due_at: datetime, closes_at: datetime, load: Load, *, at: datetime
) -> Place:
    """A place in a round for somebody who hears from other teams too.

    Within what a week may bring: a question goes before a reminder, and one that would be too
    many, or the second of a day, is told by no message.
    """
    if load.is_asked_on(whose, whose.day_of(due_at)):
        return Place(due_at, None, told=False)
    if load.is_full(whose, due_at):
        unsent = load.unsent_reminder(whose, due_at, at)
        return Place(due_at, None, told=unsent is not None, instead_of=unsent)
    asked = load.with_question(Place(due_at, None))
    return Place(due_at, reminder(whose, due_at, closes_at, asked))


def on_a_day_of_its_own(whose: Calendar, due_at: datetime, load: Load) -> datetime:
    """*due_at*, or the same hour of a working day soon after on which no other team asks.

    What is late, and comes in the evening, comes in the morning then.
    """
    day, hour = whose.day_of(due_at), due_at.astimezone(tz(whose.zone)).hour
    while load.is_asked_on(whose, day):
        day = whose.working_day(day + ONE_DAY)
    by_day = hour if hour in DAY else MORNING
    moved = due_at if day == whose.day_of(due_at) else whose.moment(day, by_day)
    return moved if moved <= due_at + SOON else due_at


def _end(rhythm: Rhythm, usual: Mapping[int, datetime]) -> datetime:
    """Whoever is asked last, far in the west, has the full time too; then the next working hour."""
    first = min(usual.values())
    last = max(moment for moment in usual.values() if moment <= first + SPREAD)
    return rhythm.calendar.next(last + rhythm.open_for)


def reminder(whose: Calendar, due_at: datetime, closes_at: datetime, load: Load) -> datetime | None:
    """When somebody may be reminded: a day before the end, by day, on a working day of theirs.

    None where no such moment is left, or its week brings enough without it; *load* has the
    question.
    """
    reminds_at = _day_before(whose, due_at, closes_at)
    return reminds_at if reminds_at and load.expected(whose, reminds_at) < A_WEEK else None


def _day_before(whose: Calendar, due_at: datetime, closes_at: datetime) -> datetime | None:
    """Rather later than earlier, yet with some hours left to answer; else with one."""
    if not whose.reminds:
        return None
    wanted = closes_at - min(BEFORE_THE_END, (closes_at - due_at) / 3)
    if (later := whose.next(wanted)) <= closes_at - LEAST:
        return later
    earlier = whose.last(wanted)
    if earlier and earlier >= due_at + LEAST:
        return earlier
    return later if later <= closes_at - LAST_HOUR else None
