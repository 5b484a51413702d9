"""When somebody is away, as they write it, in every language that we speak.

«2 weeks», «until 6 January», «tomorrow», «next week», «from 20 December to 6 January».
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from bot.errors import AmpError
from bot.teams import dates
from bot.teams.calendar import ONE_DAY
from bot.teams.dates import LONGEST, UnknownDate
from bot.teams.models import NEVER
from bot.words import Words

A_WEEK = timedelta(weeks=1)
UNITS = {"dates-day": 1, "dates-week": 7, "dates-month": 30}  # in days
LONGEST_NUMBER = 40  # digits; Python reads no more than 4,300
DASH = re.compile(r"\s*[-–—]\s*")
BARE = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th|er)?")  # a day of a month that is named beside it


class UnknownAbsence(UnknownDate):
    """Somebody wants to be away at a time that we don't understand."""


class DateHasPassed(AmpError):
    """Somebody wants to be away until a day that lies behind."""


class NoTimeAway(DateHasPassed):
    """Somebody wants to be away for «0 days»."""


class EndsBeforeItBegins(AmpError):
    """Somebody wants to be away until a day before the first one."""


class AwayTooLong(AmpError):
    """Somebody wants to be away for more than a year."""


class AwayTooFarAhead(AmpError):
    """Somebody wants to be away in more than a year."""


class Time(Struct, frozen=True):
    """A time away: its first day, and the day on which one is back; NEVER until one says so."""

    first: date
    back: date = NEVER


def read(say: Words, text: str, *, today: date, week_begins: int = 0) -> Time:
    """The time that is meant; its first day is *today* where nothing says otherwise.

    A day named with «until» is the one on which they are back; the last one of a span is one more
    day away. *week_begins* is the first working day of their week, 0 is Monday. Raises
    UnknownAbsence, NoTimeAway, DateHasPassed, EndsBeforeItBegins, AwayTooLong or AwayTooFarAhead.
    """
    words = re.sub(dates.ISO, r"\g<day>.\g<month>.\g<year>", text.casefold().replace("’", "'"))
    reader = _Reader(say, today, week_begins)
    try:
        found = reader.time(_stripped(say, words.strip(" .!")))
    except UnknownDate:
        raise UnknownAbsence from None
    return _checked(found, today)


def _stripped(say: Words, words: str) -> str:
    """Without «on holiday», which the command has said."""
    for one in sorted(dates.listed(say, "dates-away"), key=len, reverse=True):
        words = words.removeprefix(f"{one} ")
    return words


def _checked(found: Time, today: date) -> Time:
    if found.back <= found.first:
        raise EndsBeforeItBegins
    if found.back <= today or (found.back == NEVER and found.first < today):
        raise DateHasPassed
    first = max(found.first, today)
    if found.back != NEVER and found.back - first > LONGEST:
        raise AwayTooLong(longest=LONGEST.days // 7)
    return Time(first, found.back)


class _Reader(Struct, frozen=True):
    say: Words
    today: date
    week_begins: int

    def time(self, words: str) -> Time:
        if span := self._span(words):
            return Time(self.today, self.today + span)
        if begins := self._after(words, "dates-from"):
            return self._from(begins)
        if until := self._after(words, "dates-until"):
            return self._until(until)
        return self._period(words) or self._with_span(words) or self._range(words)

    def _until(self, words: str) -> Time:
        period = self._period(words)
        back = period.first if period else self._day(words)
        if back <= self.today:
            raise DateHasPassed
        return Time(self.today, _named(back))

    def _from(self, words: str) -> Time:
        """«20 December to 6 January», «Monday for 2 weeks», «next week», «Monday»."""
        if found := self._with_span(words):
            return found
        try:
            return Time(self._begin(words))
        except UnknownDate:
            return self._range(words)

    def _with_span(self, words: str) -> Time | None:
        """«Monday for 2 weeks», «2 weeks from Monday»."""
        behind = ((rest, begins) for begins, rest in self._split(words, "dates-for"))
        for span, begins in (*behind, *self._split(words, "dates-from")):
            if length := self._span(span):
                first = self._begin(begins)
                return Time(first, first + length)
        return None

    def _begin(self, words: str) -> date:
        period = self._period(words)
        return self._near(period.first if period else self._day(words))

    def _near(self, first: date) -> date:
        """A first day that lies within what may be planned: an end can be counted from it."""
        if first - self.today > LONGEST:
            raise AwayTooFarAhead(longest=LONGEST.days // 7)
        return first

    def _range(self, words: str) -> Time:
        """«20 December to 6 January», «1.-5. Dezember»; or one day."""
        ends = list(self._split(words, "dates-to"))
        if dash := DASH.search(words):
            ends.append((words[: dash.start()], words[dash.end() :]))
        for first, last in ends:
            try:
                return self._ends(first, last)
            except UnknownDate:
                continue
        one = self._near(self._day(words))
        return Time(one, _after(one))

    def _ends(self, first: str, last: str) -> Time:
        """The first and the last day; of one of them the month may stand beside the other."""
        if number := BARE.fullmatch(first.strip()):
            end = self._day(last)
            return Time(self._near(_in_month(end, number[1])), _after(end))
        begins = self._near(self._day(first))
        if number := BARE.fullmatch(last.strip()):
            return Time(begins, _after(_in_month(begins, number[1])))
        return Time(begins, _after(dates.day(self.say, last, begins)))

    def _day(self, words: str) -> date:
        """A day; «next Friday» is the one of the week that comes, «this Friday» the next one."""
        if (weekday := self._weekday(words, "dates-next")) is not None:
            return self._week(1).first + timedelta(days=(weekday - self.week_begins) % 7)
        if (weekday := self._weekday(words, "dates-this")) is not None:
            return dates.next_weekday(self.today, weekday)
        return dates.day(self.say, words, self.today)

    def _weekday(self, words: str, key: str) -> int | None:
        """Which day of the week stands beside a word of this meaning, if one does."""
        named = self._beside(words, key)
        return dates.weekday_of(self.say, named.strip(".")) if named else None

    def _period(self, words: str) -> Time | None:
        """«next week», «this week», «next month»."""
        for which, ahead in (("dates-this", 0), ("dates-next", 1)):
            unit = self._beside(words, which)
            if unit in dates.listed(self.say, "dates-week"):
                return self._week(ahead)
            if unit in dates.listed(self.say, "dates-month"):
                return self._month(ahead)
        return None

    def _beside(self, words: str, key: str) -> str | None:
        """What stands before or behind a word of this meaning, if one is there."""
        small = dates.listed(self.say, "dates-small") | dates.listed(self.say, "dates-on")
        said = " ".join(word for word in words.split() if word not in small)
        for one in self._longest_first(key):
            if said.startswith(f"{one} ") or said.endswith(f" {one}"):
                return said.removeprefix(f"{one} ").removesuffix(f" {one}")
        return None

    def _week(self, ahead: int) -> Time:
        first = self.today - timedelta(days=(self.today.weekday() - self.week_begins) % 7)
        return Time(first + ahead * A_WEEK, first + (ahead + 1) * A_WEEK)

    def _month(self, ahead: int) -> Time:
        first = self.today.replace(day=1)
        for _ in range(ahead):
            first = _next_month(first)
        return Time(first, _next_month(first))

    def _span(self, words: str) -> timedelta | None:
        """«2 weeks», «a day»; None for what is none."""
        keys = ("dates-for", "dates-next", "dates-small")
        idle = set().union(*(dates.listed(self.say, key) for key in keys))
        said = [word for word in words.split() if word not in idle]
        if len(said) != 2 or len(said[0]) > LONGEST_NUMBER:
            return None
        number = int(said[0]) if said[0].isdecimal() else self._spelled(said[0])
        units = UNITS.items()
        unit = next((n for key, n in units if said[1] in dates.listed(self.say, key)), None)
        if number is None or unit is None:
            return None
        if number == 0:
            raise NoTimeAway
        if number * unit > LONGEST.days:
            raise AwayTooLong(longest=LONGEST.days // 7)
        return timedelta(days=number * unit)

    def _spelled(self, word: str) -> int | None:
        if word in dates.listed(self.say, "dates-one"):
            return 1
        told = (self.say.locale(name).plain("dates-numbers") for name in self.say.languages)
        counted = ([one.strip() for one in numbers.split(",")] for numbers in told)
        return next((named.index(word) + 1 for named in counted if word in named), None)

    def _after(self, words: str, key: str) -> str | None:
        """What stands behind the word of this meaning that *words* begin with, if they do."""
        for one in self._longest_first(key):
            if words.startswith(one if one.endswith("'") else f"{one} "):
                return words[len(one) :].strip()
        return None

    def _split(self, words: str, key: str) -> Iterator[tuple[str, str]]:
        """*words* at each word of this meaning that stands in them."""
        for one in self._longest_first(key):
            before, found, after = words.partition(f" {one} ")
            if found:
                yield before.strip(), after.strip()

    def _longest_first(self, key: str) -> list[str]:
        return sorted(dates.listed(self.say, key), key=len, reverse=True)


def _after(day: date) -> date:
    return _named(day) + ONE_DAY


def _named(day: date) -> date:
    """A day that stands for itself: the last one that there is means «never»."""
    if day == NEVER:
        raise AwayTooLong(longest=LONGEST.days // 7)
    return day


def _in_month(of: date, number: str) -> date:
    try:
        return of.replace(day=int(number))
    except ValueError:
        raise UnknownDate from None


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
