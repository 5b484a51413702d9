"""Days as people write them, in every language that we speak: «2 weeks», «6 January», «31.12.»."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache

from babel import Locale

from bot.errors import AmpError
from bot.words import Words

LONGEST = timedelta(weeks=52)
BEHIND = timedelta(days=60)  # a day without its year may lie so far back: then it has passed
MOST_DAYS = 60  # that a team may have off
NUMERIC = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.?(?:\s?(?P<year>\d{4}))?")
ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
YEAR = 4  # digits


class UnknownDate(AmpError):
    """Something was to be a date or a time span, and is none that we understand."""


class TooManyDays(AmpError):
    """A team has more days off than we keep."""


def days_off(say: Words, text: str, *, today: date) -> list[str]:
    """The days of a list like «24 December, 31.12. - 2.1.2027», as ISO dates.

    Raises UnknownDate or TooManyDays.
    """
    found: set[date] = set()
    for part in filter(str.strip, re.split(r"[,;\n]", text.casefold())):
        begins, *ends = _ends(say, part)
        first = day(say, begins, today)
        found.update(_from(first, day(say, ends[0], first) if ends else first))
    if len(found) > MOST_DAYS:
        raise TooManyDays(longest=MOST_DAYS)
    return sorted(day.isoformat() for day in found)


def written(days: Iterable[str] | None) -> str:
    """Days as they stand in a form."""
    return ", ".join(days or ())


def _ends(say: Words, part: str) -> list[str]:
    """The first and the last day of a range; one of a day alone."""
    to = "|".join(map(re.escape, sorted(listed(say, "dates-to"), key=len, reverse=True)))
    return re.split(rf"\s+(?:{to})\s+|\s*–\s*|\s+-\s+", part.strip(), maxsplit=1)


def _from(first: date, last: date) -> Iterator[date]:
    if not timedelta() <= last - first <= LONGEST:
        raise UnknownDate
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def day(say: Words, words: str, today: date) -> date:
    """The next day that is called so, from *today* on; raises UnknownDate."""
    prefixes = listed(say, "dates-until") | listed(say, "dates-on")
    for prefix in sorted(prefixes, key=len, reverse=True):
        words = words.strip().removeprefix(f"{prefix} ")
    words = words.strip(" .") if not NUMERIC.fullmatch(words.strip()) else words.strip()
    if words in listed(say, "dates-today"):
        return today
    if words in listed(say, "dates-tomorrow"):
        return _in_days(today, 1)
    if (weekday := weekday_of(say, words)) is not None:
        return next_weekday(today, weekday)
    if found := ISO.fullmatch(words) or NUMERIC.fullmatch(words):
        return _dated(found["day"], int(found["month"]), found["year"], today)
    return _with_month(say, words, today)


def next_weekday(today: date, weekday: int) -> date:
    """The next such day of the week after *today*; 0 is Monday."""
    return _in_days(today, (weekday - today.weekday() - 1) % 7 + 1)


def _in_days(today: date, days: int) -> date:
    try:
        return today + timedelta(days=days)
    except OverflowError:  # the calendar ends with the year 9999
        raise UnknownDate from None


def weekday_of(say: Words, word: str) -> int | None:
    """Which day of the week is called so, in whatever language; 0 is Monday."""
    names = (names["days"] for names in _names(tuple(say.languages)))
    return next((days[word] for days in names if word in days), None)


def _with_month(say: Words, words: str, today: date) -> date:
    """«6 January», «January 6, 2027», «6. Januar», «1er janvier», «6 de enero de 2027»."""
    said = re.findall(r"\d+|[^\W\d_]+", words)
    named = (names["months"].items() for names in _names(tuple(say.languages)))
    months = {name: number for months in named for name, number in months}
    month = [months[word] for word in said if word in months]
    numbers = [word for word in said if word.isdecimal()]
    known = {*months, *numbers, *listed(say, "dates-small")}
    rest = [word for word in said if word not in known]
    if len(month) != 1 or len(numbers) not in (1, 2) or rest:
        raise UnknownDate
    if len(numbers) == 2 and len(numbers[1]) != YEAR:  # «1-5 December» is no year
        raise UnknownDate
    return _dated(numbers[0], month[0], numbers[1] if len(numbers) == 2 else None, today)


def _dated(day: str, month: int, year: str | None, today: date) -> date:
    """A day of the year that is named, or of the one in which it comes next."""
    try:
        if year:
            return date(int(year), month, int(day))
        years = (today.year - 1, today.year, today.year + 1)
        found = (date(one, month, int(day)) for one in years)
        return next(one for one in found if one >= today - BEHIND)
    except (ValueError, StopIteration):
        raise UnknownDate from None


def listed(say: Words, key: str) -> set[str]:
    """Words of one meaning, in every language."""
    told = (say.locale(name).plain(key) for name in say.languages)
    return {word.strip() for one in told for word in one.split(",")}


@lru_cache(maxsize=4)
def _names(languages: tuple[str, ...]) -> list[Mapping[str, Mapping[str, int]]]:
    """What months and weekdays are called, also in short, in small letters."""
    locales = [Locale.parse(name.replace("-", "_")) for name in languages]
    return [
        {
            part: {
                str(name).casefold().strip("."): number
                for width in ("wide", "abbreviated")
                for number, name in getattr(locale, part)["format"][width].items()
            }
            for part in ("months", "days")
        }
        for locale in locales
    ]
