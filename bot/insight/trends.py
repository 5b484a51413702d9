"""How a drive went over the last 4, 12 and 52 rounds, as it may be shown.

Only anchors have a trend: facets ask something else every time. A round that is hidden stays in
the series as a gap, so that a line is never drawn through a week nobody may see.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot import privacy
from bot.insight import wobble
from bot.insight.readings import Reading
from bot.insight.verdicts import Kind, Verdict
from bot.insight.wobble import Observation

SPANS = (4, 12, 52)  # rounds: a month, a quarter, a year of weekly ones


@dataclass(frozen=True)
class Point:
    """One round in a trend: `shown` is None where it may not be seen."""

    number: int
    closed_on: date
    shown: float | None
    kind: Kind


@dataclass(frozen=True)
class Trend:
    """The newest `span` rounds of one drive, oldest first, and their average as it may be shown.

    `average` is None where fewer than two rounds of the span may be seen.
    """

    name: str
    span: int
    points: tuple[Point, ...]
    average: float | None


@dataclass(frozen=True)
class Judged:
    """One round of one drive: its number, its day, its reading and what the rule says of it."""

    number: int
    closed_on: date
    reading: Reading
    verdict: Verdict
    size: int


def trend(name: str, rounds: Sequence[Judged], span: int) -> Trend:
    """The last *span* of *rounds*, which come oldest first; fewer where there are fewer."""
    newest = rounds[-span:]
    points = tuple(Point(r.number, r.closed_on, r.reading.shown, r.verdict.kind) for r in newest)
    return Trend(name, span, points, _average(newest))


def trends(name: str, rounds: Sequence[Judged]) -> Mapping[int, Trend]:
    """The trends of one drive over every span."""
    return {span: trend(name, rounds, span) for span in SPANS}


def _average(rounds: Sequence[Judged]) -> float | None:
    seen = [
        Observation(r.reading.people, r.reading.mean, r.reading.variance, r.size)
        for r in rounds
        if r.reading.mean is not None and r.reading.variance is not None
    ]
    if len(seen) < 2:
        return None
    spreads = wobble.variances(seen, wobble.pooled_variance(seen))
    people = privacy.people_behind(o.n for o in seen)
    return privacy.show(wobble.level(seen, spreads).mean, people)
