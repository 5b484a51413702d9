"""One person's assessment of how much say there is over each T, and where to begin."""

from collections.abc import Mapping
from datetime import datetime
from typing import Self

from msgspec import Struct, field
from msgspec.structs import asdict

from bot.teams.models import Team
from bot.tools.private.notes import Notes, Tool

RATINGS = range(1, 6)  # from hardly any say to all that makes sense
STEP_LENGTH = 200  # characters of a next step
FIRST = "time"  # often the easiest to start with, and pays back at once


class Assessment(Struct, frozen=True):
    """How one person sees the four Ts of a team."""

    ratings: Mapping[str, int] = field(default_factory=dict)  # by facet
    steps: Mapping[str, str] = field(default_factory=dict)  # by facet, in their own words
    easiest: str | None = None

    @property
    def begin_with(self) -> str | None:
        """The T named as the easiest; else the one with the least say, time before the others."""
        if self.easiest or not self.ratings:
            return self.easiest
        return min(self.ratings, key=lambda t: (self.ratings[t], t != FIRST))

    @classmethod
    async def read(cls, notes: Notes, team: Team | None) -> Self:
        """What somebody has kept for this team or for none; empty if nothing."""
        return cls(**await notes.read(Tool.FOUR_TS, team))

    async def keep(self, notes: Notes, team: Team | None, *, at: datetime) -> None:
        await notes.keep(Tool.FOUR_TS, asdict(self), team, at=at)
