"""From counts to scores: what one round says of a drive, a facet or pay.

A score is the mean on 1-5 of whoever answered that item. Pay stands alone and is part of no drive;
facets rotate through items of different difficulty, so they have readings but never a trend.
"""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from bot import privacy
from bot.insight.noise import Observation


class ItemTally(Struct, frozen=True):
    """How often each value 1-5 was answered to one item in one round, as it was stored.

    `reversed` says that agreeing is bad news, so that a value counts as 6 - value.
    """

    item_id: str
    counts: Mapping[int, int]
    reversed: bool = False

    def __post_init__(self) -> None:
        if any(value not in privacy.SCALE or n < 0 for value, n in self.counts.items()):
            raise ValueError("A tally counts how many people answered 1, 2, 3, 4 and 5.")

    @property
    def people(self) -> int:
        """How many answered."""
        return sum(self.counts.values())

    @property
    def total(self) -> int:
        """The sum of all answers, each scored so that more is better."""
        return sum(self._scored(value) * n for value, n in self.counts.items())

    @property
    def mean(self) -> float:
        """The exact mean of at least one answer."""
        return self.total / self.people

    @property
    def variance(self) -> float:
        """The sample variance (n - 1) of at least two answers, computed from whole numbers."""
        n = self.people
        squares = sum(self._scored(value) ** 2 * k for value, k in self.counts.items())
        return (squares * n - self.total**2) / (n * (n - 1))

    def _scored(self, value: int) -> int:
        return 6 - value if self.reversed else value


class Reading(Struct, frozen=True):
    """The score of a drive, a facet or pay in one round.

    `mean` and `variance` are exact and for the insight room alone; `shown` is what may be seen.
    All three are None below the quorum, and `people` is then 0 unless it is known otherwise.
    """

    name: str
    people: int = 0
    mean: float | None = None
    variance: float | None = None
    shown: float | None = None


class Participation(Struct, frozen=True):
    """How many of those invited answered at all: always told, never blamed."""

    answered: int
    invited: int

    @property
    def rate(self) -> float:
        """The response rate, 0-1; nobody invited is 0."""
        return self.answered / self.invited if self.invited else 0.0

    @property
    def enough(self) -> bool:
        """Whether so many answered that something may be shown."""
        return self.answered >= privacy.QUORUM


def reading(name: str, tally: ItemTally | None) -> Reading:
    """The reading of one item's tally; a missing one, or one below the quorum, says nothing."""
    if tally is None or tally.people < privacy.QUORUM:
        return Reading(name, tally.people if tally else 0)
    shown = privacy.shown_mean(tally.total, tally.people)
    return Reading(name, tally.people, tally.mean, tally.variance, shown)


def observed(
    read: Reading, size: int, *, restarts: bool = False, closed_on: date | None = None
) -> Observation:
    """What the verdict rule may know of a reading in a team of *size*, the invited.

    *restarts*: the anchor's words are new from this round on.
    """
    if read.mean is None or read.variance is None:
        return Observation(0, size=size, restarts=restarts, closed_on=closed_on)
    return Observation(read.people, read.mean, read.variance, size, restarts, closed_on)
