"""Being away: nobody is asked or reminded meanwhile, and nobody else is told."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.teams import calendar
from bot.teams.models import NEVER, Person
from bot.teams.times_away import Time

Planned: TypeAlias = tuple[date, date]  # the first day, and that on which they are back

MOST_PLANNED = 10  # absences that begin later
AHEAD = timedelta(hours=14)  # of UTC, where a day comes first
# What Slack offers as a status, and its calendar's; what is written beside it is in any language.
EMOJI = {":palm_tree:", ":face_with_thermometer:", ":desert_island:", ":beach_with_umbrella:"}
WRITTEN = re.compile(r"(out\W(of\Woffice|sick)|ooo\b|(on\W)?vacation|on\Wholiday)", re.IGNORECASE)


class TooManyAbsences(AmpError):
    """Somebody has named more absences that begin later than we keep."""


class Status(Struct, frozen=True):
    """What somebody's Slack says beside their name, and until when; None: until they change it."""

    text: str
    emoji: str
    expires_at: datetime | None

    def says_away(self, at: datetime) -> bool:
        is_over = self.expires_at is not None and self.expires_at <= at
        return not is_over and (self.emoji in EMOJI or bool(WRITTEN.match(self.text)))


def leave(person: Person, back_on: date) -> None:
    """Be away until a day of one's own clock; NEVER until one says so.

    What is planned for days before that goes on from there.
    """
    if back_on != NEVER:
        for first, back in person.absences:
            back_on = max(back, back_on) if first <= back_on else back_on
        _keep(person, [one for one in person.absences if one[0] > back_on])
    person.back_on, person.away_by_status = back_on, False


def plan(person: Person, time: Time, at: datetime) -> bool:
    """Be away from a day on; whether they are away by it now. Raises TooManyAbsences."""
    _plan(person, time, today=today(person, at))
    is_later = (time.first, time.back) in person.absences and not is_open(person)
    return is_away(person, at) and not is_later


def _plan(person: Person, time: Time, *, today: date) -> None:
    """What was planned at the same time gives way to it.

    What was planned right before or after is one absence with it: it has one end, which is told.
    What begins before they are back makes them be back later, where they said themselves until
    when they are away.
    """
    is_known = person.back_on not in (None, NEVER) and not person.away_by_status
    here_on = person.back_on if person.back_on and is_known else today
    if time.first <= max(here_on, today):
        leave(person, time.back if time.first <= today else max(time.back, here_on))
        return
    apart = [one for one in person.absences if one[1] <= time.first or time.back <= one[0]]
    meet = [one for one in apart if one[1] == time.first or one[0] == time.back]
    first = min([time.first, *(one[0] for one in meet)])
    back = max([time.back, *(one[1] for one in meet)])
    others = [one for one in apart if one not in meet]
    if len(others) >= MOST_PLANNED:
        raise TooManyAbsences(most=MOST_PLANNED)
    _keep(person, [*others, (first, back)])


def _keep(person: Person, absences: Iterable[Planned]) -> None:
    person.away_later = [f"{first}/{back}" for first, back in sorted(absences)] or None


def begin(person: Person, at: datetime) -> bool:
    """Let what was planned begin whose day has come; whether there was any.

    The later end holds, and what they said themselves goes before their status.
    """
    day = today(person, at)
    begun = [back for first, back in person.absences if first <= day]
    if begun:
        own = [] if person.back_on is None or person.away_by_status else [person.back_on]
        leave(person, max(*begun, *own, day))
        _keep(person, [one for one in person.absences if one[0] > day])
    return bool(begun)


def come_back(person: Person) -> None:
    person.back_on, person.away_by_status = None, False


def end(person: Person, at: datetime) -> list[Planned] | None:
    """End the absence that is on, which gives None; else take back all that is planned."""
    begin(person, at)
    if is_away(person, at) or not person.absences:
        come_back(person)
        return None
    return _take_back(person, person.absences)


def stay(person: Person, first: date, back: date, at: datetime) -> list[Planned] | None:
    """Take back what was planned from *first* until *back*; None: it had begun, and is over.

    What is over already ends no other absence.
    """
    begin(person, at)
    if first <= today(person, at) and is_away(person, at) and person.back_on == back:
        come_back(person)
        return None
    return _take_back(person, [one for one in person.absences if one[0] == first])


def _take_back(person: Person, undone: list[Planned]) -> list[Planned]:
    _keep(person, [one for one in person.absences if one not in undone])
    return undone


def heed(person: Person, status: Status | None, at: datetime) -> None:
    """Take a status as a hint, where the person allowed it; what they said themselves stays."""
    if status is None or not person.heeds_status or (person.back_on and not person.away_by_status):
        return
    here = calendar.of_zone(person.zone)
    if status.says_away(at):
        expires_at = status.expires_at
        person.back_on = here.day_of(here.next(expires_at)) if expires_at else NEVER
        person.away_by_status = person.back_on > here.day_of(at)
        person.back_on = person.back_on if person.away_by_status else None
    elif person.away_by_status:
        person.back_on = here.day_of(at)  # told by the clock's next look


def allow_status(person: Person, status: Status | None, at: datetime) -> None:
    """Let a status count, as it is now and from now on.

    One that says away takes the place of an absence without an end, and brings its own.
    """
    person.heeds_status, was_open = True, person.back_on == NEVER
    if status and status.says_away(at):
        person.away_by_status = person.away_by_status or was_open
    heed(person, status, at)
    if was_open and person.back_on is None:  # the status ends today
        leave(person, NEVER)


def ignore_status(person: Person) -> None:
    """Let a status count no more; an absence that it has begun is over."""
    person.heeds_status = False
    if person.away_by_status:
        come_back(person)


def is_away(person: Person, at: datetime) -> bool:
    return person.back_on is not None and person.back_on > today(person, at)


def is_open(person: Person) -> bool:
    """Whether they are away until they say that they are back, whatever else they have named."""
    return person.back_on == NEVER and not person.away_by_status


def is_planned(person: Person, at: datetime) -> bool:
    """Whether they are away, or will be."""
    return is_away(person, at) or bool(person.absences)


def today(person: Person, at: datetime) -> date:
    """The date that it is where somebody lives."""
    return calendar.of_zone(person.zone).day_of(at)


async def begun(session: AsyncSession, at: datetime) -> Sequence[Person]:
    """Whose absence begins by now that they had planned, by their own clock."""
    plans = Person.away_later.is_not(None) & Person.wants_no_part.is_(False)
    people = await session.scalars(select(Person).where(plans))
    return [one for one in people if any(first <= today(one, at) for first, _ in one.absences)]


async def ended(session: AsyncSession, at: datetime) -> Sequence[Person]:
    """Whose absence has ended by their own clock."""
    people = await session.scalars(
        select(Person).where(Person.back_on <= (at.astimezone(UTC) + AHEAD).date())
    )
    return [person for person in people if not is_away(person, at)]
