"""How the demo's people feel, and how they answer: pure, from a table and a seed."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Annotated, Literal

import yaml
from msgspec import Struct
from pydantic import BaseModel, ConfigDict, Field

from bot.framework.content import Content
from bot.pulse.models import CUSTOM

MOODS = Path(__file__).parent / "moods.yaml"
PAY = "pay"
SIGNS = {3: "mastery", 2: PAY}  # what an audit's signs follow: levels in the middle of the scale

Level = Annotated[float, Field(ge=1, le=5)]
Share = Annotated[float, Field(ge=0, le=1)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Habits(_Part):
    """Of all: who answers at once, who in the last day, who again, who leaves a statement out."""

    at_once: Share
    late: Share
    again: Share
    leaves_out: Share
    wishes: Share


class Turn(_Part):
    """From a week on, one drive of a team is another."""

    week: int
    drive: str
    by: float


class TeamMood(_Part):
    """What a team's people have in common."""

    shared: float
    spread: float = 0.5  # how far the sides of a drive differ that are not named in `facets`
    facets: dict[str, float] = Field(default_factory=dict)
    story: tuple[Turn, ...] = ()
    asks: str = ""  # a statement of its own


class PersonMood(_Part):
    """Somebody's usual levels of autonomy, mastery, purpose and pay."""

    team: str
    levels: tuple[Level, Level, Level, Level]
    wobble: float
    answers: Share


class Asked(Struct, frozen=True):
    """What a statement is about: a drive or pay, perhaps one side of it, perhaps reversed."""

    topic: str
    facet: str | None = None
    reversed: bool = False


class Moods(_Part):
    """Everybody, and what is to become of them."""

    seed: str
    habits: Habits
    teams: dict[str, TeamMood]
    people: dict[str, PersonMood]

    def visits(self, name: str, week: int, *, hours: float) -> tuple[timedelta, ...]:
        """How long after an invitation that is open for *hours* somebody answers: once, or twice.

        Nothing when they don't answer in this week.
        """
        draw = self._draw(name, week, "visit")
        if draw.random() >= self.people[name].answers:
            return ()
        mood, day = draw.random(), min(24.0, hours / 3)
        if mood < self.habits.at_once:
            first = timedelta(seconds=draw.uniform(2, 20))
        elif mood < 1 - self.habits.late:
            first = timedelta(hours=draw.uniform(0.2, hours - day))
        else:
            first = timedelta(hours=draw.uniform(hours - day, hours - 1))
        if draw.random() >= self.habits.again:
            return (first,)
        return first, first + (timedelta(hours=hours) - first) / 2

    def wish(self, name: str, week: int, ways: int) -> tuple[timedelta, int] | None:
        """After how long somebody says which of *ways* they wish for; most like the first best."""
        draw = self._draw(name, week, "wish")
        if draw.random() >= self.habits.wishes:
            return None
        liking = [1 / (number + 1) for number in range(ways)]
        return timedelta(hours=draw.uniform(0.1, 30)), draw.choices(range(ways), liking)[0]

    def answer(
        self, name: str, week: int, asked: Asked, values: Sequence[int], *, visit: int = 0
    ) -> int | None:
        """The one of *values* (on the scale from 1 to 5) that is nearest; None: left out."""
        draw = self._draw(name, week, asked.topic, asked.facet, visit)
        if draw.random() < self.habits.leaves_out:
            return None
        felt = self.felt(name, week, asked) + draw.gauss(0, self.people[name].wobble)
        meant = 6 - felt if asked.reversed else felt
        return min(values, key=lambda value: abs(value - meant))

    def felt(self, name: str, week: int, asked: Asked) -> float:
        """Somebody's level in a week, before their own wobble; not cut off at 1 or 5."""
        person = self.people[name]
        team = self.teams[person.team]
        levels = dict(zip(("autonomy", "mastery", "purpose", PAY), person.levels, strict=True))
        shared = self._draw(person.team, week, asked.topic).gauss(0, team.shared)
        turns = sum(t.by for t in team.story if t.drive == asked.topic and t.week <= week)
        return levels[asked.topic] + shared + turns + self._side(person.team, asked.facet)

    def _side(self, team: str, facet: str | None) -> float:
        """How much better or worse one side of a drive always is in a team."""
        mood = self.teams[team]
        if facet is None or facet in mood.facets:
            return mood.facets.get(facet or "", 0.0)
        return self._draw(team, facet).gauss(0, mood.spread)

    def _draw(self, *what: object) -> Random:
        """A source of chance of its own for each question: no draw moves another."""
        return Random("/".join(map(str, (self.seed, *what))))


def load(path: Path = MOODS) -> Moods:
    """Read the table."""
    return Moods.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def about(content: Content, statement: str) -> Asked:
    """What the statement with this id asks about, in a pulse or an audit."""
    if statement.startswith(CUSTOM):  # as people see their own say, better or worse
        return Asked("autonomy", statement)
    if statement in content.items:
        item = content.items[statement]
        return Asked(item.drive or PAY, item.facet, item.reversed)
    system: Literal[2, 3] = next(sign.system for sign in content.signs if sign.id == statement)
    return Asked(SIGNS[system], statement)
