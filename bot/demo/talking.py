"""What the demo's people say to each other: a table, said at its moments."""

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import yaml
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


class Line(BaseModel):
    """Something that somebody says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    week: int
    at: Annotated[str, AfterValidator(_since_monday)]
    who: str
    channel: str = Field(alias="in")
    says: str


def load(path: Path = TALK) -> list[Line]:
    """Read the table."""
    table: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    return TypeAdapter(list[Line]).validate_python(table)


def begin(slack: LocalSlack, lines: list[Line], *, first: datetime) -> None:
    """Have everything said when its moment comes; weeks count from *first*."""
    for line in lines:
        at = first + timedelta(weeks=line.week - 1) + moment(line.at)
        slack.call_at(at, partial(_say, slack, line))


async def _say(slack: LocalSlack, line: Line) -> None:
    await slack.person(line.who).says(line.says, f"#{line.channel}")
