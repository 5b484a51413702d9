"""Which month's roll-up is due: told once, on the first working day after it."""

from datetime import date, datetime, timedelta

from msgspec import Struct

from bot import lateness
from bot.digest.rollup.models import RollUp
from bot.teams import calendar


class Month(Struct, frozen=True):
    """A calendar month in one time zone: from its first moment until the next one's."""

    year: int
    month: int
    zone: str

    @property
    def name(self) -> str:
        """Such as 2026-11."""
        return f"{self.year}-{self.month:02}"

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def begins_at(self) -> datetime:
        return self._midnight(self.first_day)

    @property
    def ends_at(self) -> datetime:
        return self._midnight(self._after)

    @property
    def told_at(self) -> datetime:
        """The morning of the first working day after it, where whoever turned it on lives."""
        there = calendar.of_zone(self.zone)
        return there.moment(there.working_day(self._after), calendar.MORNING)

    @property
    def _after(self) -> date:
        return date(self.year + self.month // 12, self.month % 12 + 1, 1)

    def _midnight(self, day: date) -> datetime:
        return calendar.of_zone(self.zone).moment(day, 0)


def following(month: Month) -> Month:
    """The month after it, there."""
    return Month(month.year + month.month // 12, month.month % 12 + 1, month.zone)


def first_day(name: str) -> date:
    """The first day of the month of this name, such as 2026-11."""
    return date.fromisoformat(f"{name}-01")


def last(zone: str, at: datetime) -> Month:
    """The month before the one that it is now, there."""
    first = at.astimezone(calendar.tz(zone)).date().replace(day=1)
    before = first - timedelta(days=1)
    return Month(before.year, before.month, zone)


def first(zone: str, at: datetime) -> Month:
    """The first month that is told where a roll-up is turned on at this moment."""
    before = last(zone, at)
    if at <= before.told_at:
        return before
    now = at.astimezone(calendar.tz(zone)).date()
    return Month(now.year, now.month, zone)


def due(rollup: RollUp, at: datetime) -> Month | None:
    """The month to be told by now; None before its day, or when it was turned on after that."""
    month = last(rollup.zone, at)
    is_due = rollup.set_at <= month.told_at <= at and lateness.ROLL_UP.still(month.told_at, at)
    return month if is_due else None
