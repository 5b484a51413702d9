"""The weeks before somebody comes to look: lived through, with real rounds and real answers."""

from collections.abc import AsyncIterator, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Protocol

from msgspec import Struct, field

from bot.demo import moods
from localslack import LocalSlack, Person
from localslack.world.clock import offset_for

WEEK = timedelta(days=7)
MORNING = timedelta(hours=9)  # of a Monday, UTC
AFTERNOON = timedelta(hours=15)  # when it is morning in America
CLOSED_AFTER = timedelta(days=4, hours=12)  # a Tuesday's round has ended everywhere by Saturday
FORM_TIMEOUT = 5.0  # seconds until a form is open
READS_ALONG = "Ana Ferreira"
IDEAS = "experiment:idea"
# Leads have Slack in languages of their own, so what they press is named by its id.
SAME_CLOCK = {"zone": "same"}


class Step(Protocol):
    """Something that a lead does on the Monday of a week."""

    @property
    def week(self) -> int: ...

    @property
    def at(self) -> timedelta: ...

    async def take(self, slack: LocalSlack) -> None: ...


class TeamStart(Struct, frozen=True):
    """Who sets up which team, in which week, and what they change in the form."""

    lead: str
    channel: str
    week: int = 1
    at: timedelta = MORNING
    wishes: Mapping[str, str] = field(default_factory=dict)

    async def take(self, slack: LocalSlack) -> None:
        """One command and one button; whoever only reads along is left out."""
        lead = slack.person(self.lead)
        await lead.types("/amp setup", self.channel)
        await lead.submits({**self.wishes, "people": [READS_ALONG]})
        await slack.until(lambda: _offers(lead, "pulse:now"))
        await lead.closes(clear=True)


class ExperimentStart(Struct, frozen=True):
    """Who begins which experiment with a team."""

    lead: str
    channel: str
    week: int
    at: timedelta
    idea: str  # its id in content/

    async def take(self, slack: LocalSlack) -> None:
        """One command, an idea of the list, and the form as it comes."""
        lead = slack.person(self.lead)
        await lead.types("/amp experiment", self.channel)
        await lead.chooses(IDEAS, await _option(lead, self.channel, self.idea), where=self.channel)
        await lead.modal(timeout=FORM_TIMEOUT)
        await lead.submits()
        await lead.closes(clear=True)


class Asking(Struct, frozen=True):
    """Who lets a team be asked something of its own."""

    lead: str
    channel: str
    week: int
    at: timedelta
    text: str

    async def take(self, slack: LocalSlack) -> None:
        """One command, and a form with one line in it."""
        lead = slack.person(self.lead)
        await lead.types("/amp question", self.channel)
        await lead.modal(timeout=FORM_TIMEOUT)
        await lead.submits({"text": self.text, "rounds": "26"})
        await lead.closes(clear=True)


STEPS = (
    TeamStart("priya", "#team-support", wishes={**SAME_CLOCK, "hour": "15"}),
    Asking("priya", "#team-support", week=2, at=MORNING, text=moods.load().teams["support"].asks),
    TeamStart("ines", "#team-maps", week=3, at=AFTERNOON, wishes=SAME_CLOCK),
    TeamStart("yara", "#team-platform", week=7, wishes={**SAME_CLOCK, "weeks": "1"}),
    # After four rounds, so that there is something to compare with; six more end with the present.
    ExperimentStart("ines", "#team-maps", week=7, at=AFTERNOON, idea="one-skill-hour"),
)


def first_monday(present: datetime, weeks: int) -> datetime:
    """The Monday of the first of *weeks* whole rounds that have closed by *present*."""
    tuesday = present - CLOSED_AFTER
    monday = tuesday - timedelta(days=(tuesday.weekday() - 1) % 7 + 1)
    return monday.replace(hour=0, minute=0, second=0, microsecond=0) - (weeks - 1) * WEEK


async def lived(
    slack: LocalSlack, steps: Iterable[Step], *, first: datetime, until: datetime
) -> AsyncIterator[tuple[int, int]]:
    """Let steps be taken and weeks go by until *until*; yields (weeks done, weeks in all)."""
    weeks = -(-(until - first) // WEEK)
    for week in range(weeks):
        yield week, weeks
        monday = first + week * WEEK
        for step in sorted(steps, key=lambda step: step.at):
            if step.week == week + 1:
                await slack.world.clock.move(offset_for(min(monday + step.at, until)))
                await step.take(slack)
        await slack.world.clock.move(offset_for(min(monday + WEEK, until)))
    yield weeks, weeks


async def _offers(lead: Person, action_id: str) -> bool:
    """Whether the modal before somebody has this button."""
    modal = await lead.modal()
    return modal is not None and any(
        e.get("action_id") == action_id for e in _elements(modal.blocks)
    )


async def _option(lead: Person, channel: str, idea: str) -> str:
    """The value of an idea in the newest list of ideas that somebody reads in a channel."""
    blocks = [block for message in await lead.reads(channel) for block in message.blocks]
    lists = [e for e in _elements(blocks) if e.get("action_id") == IDEAS]
    groups = lists[-1].get("option_groups") or [lists[-1]]
    values = [option["value"] for group in groups for option in group["options"]]
    return next(str(value) for value in values if value.startswith(f"{idea}:"))


def _elements(blocks: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [element for block in blocks for element in block.get("elements", ())]
