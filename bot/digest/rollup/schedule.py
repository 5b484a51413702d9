"""Which month's roll-up is due: told once, on the first working day after it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.digest.rollup.models import RollUp
from bot.teams import rhythm

TOLD_AT = time(9)  # o'clock, where whoever turned it on lives
SATURDAY = 5


@dataclass(frozen=True)
class Month:
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
        return self._moment(self.first_day, time())

    @property
    def ends_at(self) -> datetime:
        return self._moment(self._after, time())

    @property
    def told_at(self) -> datetime:
        """Nine o'clock on the first working day after it."""
        day = self._after
        while day.weekday() >= SATURDAY:
            day += timedelta(days=1)
        return self._moment(day, TOLD_AT)

    @property
    def _after(self) -> date:
        return date(self.year + self.month // 12, self.month % 12 + 1, 1)

    def _moment(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, rhythm.tz(self.zone)).astimezone(UTC)


def first_day(name: str) -> date:
    """The first day of the month of this name, such as 2026-11."""
    return date.fromisoformat(f"{name}-01")


def last(zone: str, at: datetime) -> Month:
    """The month before the one that it is now, there."""
    first = at.astimezone(rhythm.tz(zone)).date().replace(day=1)
    before = first - timedelta(days=1)
    return Month(before.year, before.month, zone)


def first(zone: str, at: datetime) -> Month:
    """The first month that is told where a roll-up is turned on at this moment."""
    before = last(zone, at)
    if at <= before.told_at:
        return before
    now = at.astimezone(rhythm.tz(zone)).date()
    return Month(now.year, now.month, zone)


def due(rollup: RollUp, at: datetime) -> Month | None:
    """The month to be told by now; None before its day, or when it was turned on after that."""
    month = last(rollup.zone, at)
    return month if rollup.set_at <= month.told_at <= at else None
