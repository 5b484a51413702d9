"""How much say there is over each T, and where to begin."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

SAY = {
    1: "Hardly any",
    2: "A little",
    3: "Some",
    4: "A lot",
    5: "All that makes sense",
}
LONGEST = 200  # characters of a next step
FIRST = "time"  # often the easiest to start with, and pays back at once


@dataclass(frozen=True)
class Say:
    """One person's view of the four Ts of a team."""

    ratings: Mapping[str, int] = field(default_factory=dict)  # by facet, 1-5
    steps: Mapping[str, str] = field(default_factory=dict)  # by facet, in their own words
    easiest: str | None = None

    @property
    def begin_with(self) -> str | None:
        """The T named as the easiest; else the one with the least say, time before the others."""
        if self.easiest or not self.ratings:
            return self.easiest
        return min(self.ratings, key=lambda t: (self.ratings[t], t != FIRST))

    def as_json(self) -> dict[str, Any]:
        return {"ratings": self.ratings, "steps": self.steps, "easiest": self.easiest}

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Self:
        return cls(**kept)
