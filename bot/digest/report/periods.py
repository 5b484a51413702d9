"""From when to when a report goes: a quarter, unless somebody says otherwise."""

from datetime import date, timedelta

from msgspec import Struct

from bot.errors import AmpError

QUARTER = timedelta(weeks=13)
LONGEST = timedelta(days=366)


class ReportBackwards(AmpError):
    """A report is to end before it begins."""


class ReportTooLong(AmpError):
    """A report is to go over more than a year."""


class Period(Struct, frozen=True):
    """Some days, both ends among them."""

    first: date
    last: date


def period(first: date | None, last: date | None, *, today: date) -> Period:
    """The days of a report; raises ReportBackwards or ReportTooLong."""
    until = last or today
    since = first or until - QUARTER + timedelta(days=1)
    if until < since:
        raise ReportBackwards
    if until - since > LONGEST:
        raise ReportTooLong
    return Period(since, until)
