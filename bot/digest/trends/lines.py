"""How a team stood over its last rounds, from what its digests showed and nothing else.

Where there are more rounds than a chart has room for, neighbours are averaged: of numbers that
were shown already, rounded once more, so an average tells nothing that they did not.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from statistics import median_low

from bot import privacy
from bot.digest.summary import Figure, Summary
from bot.insight.verdicts import Kind

MOST_POINTS = 20  # that Slack's chart takes
CALLED = (Kind.UP.value, Kind.DOWN.value)


@dataclass(frozen=True)
class Point:
    """One round, or the average of a few neighbouring ones; None where nothing may be seen."""

    label: str
    shown: float | None
    people: int = 0  # whose mean it is, for the decimals


@dataclass(frozen=True)
class Line:
    """One drive: its points, and the average over all of them as it may be shown."""

    name: str
    points: tuple[Point, ...]
    average: Point


@dataclass(frozen=True)
class Call:
    """A change that a digest called."""

    drive: str
    kind: str
    number: int
    day: str


@dataclass(frozen=True)
class Took:
    """How many of those asked answered, in one round or in a few together."""

    label: str
    answered: int
    asked: int

    @property
    def percent(self) -> int:
        return round(100 * self.answered / self.asked) if self.asked else 0


@dataclass(frozen=True)
class Trends:
    """The last rounds of one team; *span* is how many were asked for, *rounds* how many there are.

    *each* says how many rounds one point stands for.
    """

    team: str
    span: int
    rounds: int
    first: int  # the number of the oldest of them
    each: int
    lines: tuple[Line, ...]
    calls: tuple[Call, ...]
    hidden: tuple[int, ...]  # the numbers of rounds that show nothing
    took: tuple[Took, ...]

    @property
    def rate(self) -> int:
        """How many of a hundred answered, over all these rounds."""
        return Took("", *_sums(self.took)).percent


def of(team: str, summaries: Sequence[Summary], span: int) -> Trends:
    """The trends over the newest *span* of *summaries*, which come oldest first."""
    newest = summaries[-span:]
    each = max(1, ceil(len(newest) / MOST_POINTS))
    groups = _groups(newest, each)
    return Trends(
        team=team,
        span=span,
        rounds=len(newest),
        first=newest[0].number if newest else 0,
        each=each,
        lines=tuple(_line(figure, newest, groups) for figure in _drives(newest)),
        calls=tuple(_calls(newest)),
        hidden=tuple(summary.number for summary in newest if not summary.shows_results),
        took=tuple(_took(group) for group in groups),
    )


def _groups(newest: Sequence[Summary], each: int) -> list[Sequence[Summary]]:
    """Neighbours together; what is left over by the division is the oldest group."""
    first = len(newest) % each or each
    starts = [0, *range(first, len(newest), each)]
    ends = [*starts[1:], len(newest)]
    return [newest[a:b] for a, b in zip(starts, ends, strict=True) if a < b]


def _drives(newest: Sequence[Summary]) -> Sequence[Figure]:
    return newest[-1].drives if newest else ()


def _line(drive: Figure, newest: Sequence[Summary], groups: Sequence[Sequence[Summary]]) -> Line:
    points = tuple(_average(_label(group), _seen(group, drive.id)) for group in groups)
    return Line(drive.name, points, _average("", _seen(newest, drive.id)))


def _seen(summaries: Sequence[Summary], drive: str) -> list[Figure]:
    return [
        f for s in summaries for f in s.drives if f.id == drive and f.shown is not None and f.people
    ]


def _average(label: str, seen: Sequence[Figure]) -> Point:
    """The mean of shown means, in the steps that most of them had.

    They are public already, so this rounding hides nothing: it only claims no more than they do.
    """
    if not seen:
        return Point(label, None)
    if len(seen) == 1:
        return Point(label, seen[0].shown, seen[0].people)
    people = median_low(figure.people for figure in seen)
    total = sum((figure.shown or 0) * figure.people for figure in seen)
    mean = total / sum(figure.people for figure in seen)
    return Point(label, privacy.show(mean, people), people)


def _label(group: Sequence[Summary]) -> str:
    """The day of a round, the pulses of several."""
    if len(group) > 1:
        return f"Pulses {group[0].number}–{group[-1].number}"
    day = date.fromisoformat(group[0].day)
    return f"{day.day} {day:%b}"


def _calls(newest: Iterable[Summary]) -> Iterable[Call]:
    for summary in newest:
        for figure in summary.drives:
            if figure.kind in CALLED:
                yield Call(figure.name, figure.kind, summary.number, summary.day)


def _took(group: Sequence[Summary]) -> Took:
    answered, asked = _sums([Took("", s.answered, s.asked) for s in group])
    return Took(_label(group), answered, asked)


def _sums(took: Iterable[Took]) -> tuple[int, int]:
    several = list(took)
    return sum(t.answered for t in several), sum(t.asked for t in several)
