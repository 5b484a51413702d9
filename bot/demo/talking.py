"""What the demo's people say to each other: a table, said at its moments."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import yaml
from msgspec import Struct
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter

from localslack import LocalSlack

TALK = Path(__file__).parent / "talk.yaml"
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _since_monday(at: str) -> str:
    moment(at)
    return at


def moment(at: str) -> timedelta:
    """How long after the beginning of a week «Tue 16:20» is; ValueError if it is no such thing."""
    day, time = at.split()
    hours, minutes = map(int, time.split(":"))
    return timedelta(days=DAYS.index(day), hours=hours, minutes=minutes)


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Comment(_Entry):
    """What somebody writes into a form: the one of a week, or else their next of no week."""

    who: str
    writes: str
    may_answer: bool = False
    week: int | None = None


class Line(_Entry):
    """Something that somebody says."""

    week: int
    at: Annotated[str, AfterValidator(_since_monday)]
    who: str
    channel: str = Field(alias="in")
    says: str


class Talk(Struct, frozen=True):
    """All that is said, and all that is written into forms."""

    lines: list[Line]
    comments: list[Comment]


def load(path: Path = TALK) -> Talk:
    """Read the table."""
    table: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    entries = TypeAdapter(list[Line | Comment]).validate_python(table)
    return Talk(
        [entry for entry in entries if isinstance(entry, Line)],
        [entry for entry in entries if isinstance(entry, Comment)],
    )


class Writers:
    """Who writes what into which form; sent once more, a form has the same comment."""

    def __init__(self, comments: Iterable[Comment]) -> None:
        self._left = list(comments)
        self._written: dict[tuple[str, str], Comment | None] = {}

    def comment(self, who: str, round_: str, week: int) -> Comment | None:
        """What somebody writes in a round of that week, if anything."""
        if (who, round_) not in self._written:
            found = [one for one in self._left if one.who == who and one.week in (week, None)]
            chosen = min(found, key=lambda one: one.week is None, default=None)
            if chosen:
                self._left.remove(chosen)
            self._written[who, round_] = chosen
        return self._written[who, round_]


def begin(slack: LocalSlack, lines: list[Line], *, first: datetime) -> None:
    """Have everything said when its moment comes; weeks count from *first*."""
    for line in lines:
        at = first + timedelta(weeks=line.week - 1) + moment(line.at)
        slack.call_at(at, partial(_say, slack, line))


async def _say(slack: LocalSlack, line: Line) -> None:
    await slack.person(line.who).says(line.says, f"#{line.channel}")
