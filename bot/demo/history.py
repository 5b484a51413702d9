"""The weeks before somebody comes to look: lived through, with real rounds and real answers."""

from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.sandbox import LocalSlack, Person
from bot.sandbox.clock import offset_for

WEEK = timedelta(days=7)
OFFICE = timedelta(hours=9)  # of a Monday on which a team is founded
CLOSED_AFTER = timedelta(days=4, hours=12)  # a Tuesday's round has ended everywhere by Saturday
READS_ALONG = "Ana Ferreira"
SAME_CLOCK = {"Whose clock": "at the same moment for all, on my clock"}


@dataclass(frozen=True)
class Founding:
    """Who sets up which team, in which week, and what they change in the form."""

    lead: str
    channel: str
    week: int = 1
    wishes: Mapping[str, str] = field(default_factory=dict)


FOUNDINGS = (
    Founding("priya", "#team-support", wishes={**SAME_CLOCK, "Hour": "15:00"}),
    Founding("ines", "#team-maps", week=3, wishes=SAME_CLOCK),
    Founding("yara", "#team-platform", week=7, wishes=SAME_CLOCK),
)


def first_monday(present: datetime, weeks: int) -> datetime:
    """The Monday of the first of *weeks* whole rounds that have closed by *present*."""
    tuesday = present - CLOSED_AFTER
    monday = tuesday - timedelta(days=(tuesday.weekday() - 1) % 7 + 1)
    return monday.replace(hour=0, minute=0, second=0, microsecond=0) - (weeks - 1) * WEEK


async def lived(
    slack: LocalSlack, foundings: Iterable[Founding], *, first: datetime, until: datetime
) -> AsyncIterator[tuple[int, int]]:
    """Let teams be founded and weeks go by until *until*; yields (weeks done, weeks in all)."""
    weeks = -(-(until - first) // WEEK)
    for week in range(weeks):
        yield week, weeks
        monday = first + week * WEEK
        for founding in foundings:
            if founding.week == week + 1:
                await slack.world.clock.move(offset_for(min(monday + OFFICE, until)))
                await _set_up(slack, founding)
        await slack.world.clock.move(offset_for(min(monday + WEEK, until)))
    yield weeks, weeks


async def _set_up(slack: LocalSlack, founding: Founding) -> None:
    """One command and one button; whoever only reads along is left out."""
    lead = slack.person(founding.lead)
    await lead.types("/amp setup", founding.channel)
    await lead.submits({**founding.wishes, "Leave out": [READS_ALONG]})
    await slack.until(lambda: _is_done(lead))
    await lead.closes(clear=True)


async def _is_done(lead: Person) -> bool:
    modal = await lead.modal()
    return modal is not None and "Ask now" in modal.buttons
