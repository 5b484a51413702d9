"""How a team stood over its last rounds, from what its digests showed and nothing else.

Where there are more rounds than a chart has room for, neighbours are averaged: of numbers that
were shown already, rounded once more, so an average tells nothing that they did not.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from math import ceil
from statistics import median

from msgspec import Struct

from bot import privacy
from bot.digest.summary import Summary
from bot.insight.figures import Figure

SPANS = (4, 12, 52)  # rounds that can be looked at: about a month, a quarter, a year
USUAL_SPAN = 12
MAX_POINTS = 20  # that Slack's chart takes
MOST_OWN = 4  # statements of the team's own that are told
PAUSE = 1.5  # times the usual days between two rounds, from which a line is broken


def span_of(rounds: int) -> int:
    """The span that shows so many rounds, or else the longest."""
    return next((span for span in SPANS if span >= rounds), SPANS[-1])


class Group(Struct, frozen=True):
    """The neighbouring rounds that one point stands for, mostly one; *day* is the first one's."""

    first: int
    last: int
    day: date


class Point(Struct, frozen=True):
    """The mean of a group, or of all; None where nothing may be seen."""

    shown: float | None
    people: int = 0  # whose mean it is, for the decimals


class Line(Struct, frozen=True):
    """One drive, or a team's own statement: a point for each group, and the average of all points.

    All of them are as they may be shown.
    """

    drive: Figure
    points: tuple[Point, ...]
    average: Point


class Call(Struct, frozen=True):
    """A change that a digest called."""

    drive: str  # its id
    kind: str
    number: int
    day: date


class Turnout(Struct, frozen=True):
    """How many of those asked answered, in one round or in a few together."""

    answered: int
    asked: int

    @property
    def percent(self) -> int:
        return round(100 * self.answered / self.asked) if self.asked else 0


class Trends(Struct, frozen=True):
    """The last rounds of one team; *span* is how many were asked for, *rounds* how many there are.

    *each* says how many rounds one point stands for.
    """

    team: str
    span: int
    rounds: int
    first: int  # the number of the oldest of them
    each: int
    groups: tuple[Group, ...]
    lines: tuple[Line, ...]
    own: tuple[Line, ...]  # the statements that the team asked besides, the newest last
    calls: tuple[Call, ...]
    hidden: tuple[int, ...]  # the numbers of rounds that show nothing
    turnouts: tuple[Turnout, ...]

    @property
    def all_lines(self) -> tuple[Line, ...]:
        return (*self.lines, *self.own)

    @property
    def rate(self) -> int:
        """How many of a hundred answered, over all these rounds."""
        return _together(self.turnouts).percent

    @property
    def full(self) -> list[int]:
        """The places at which every drive has a point."""
        points = zip(*(line.points for line in self.lines), strict=True)
        return [n for n, here in enumerate(points) if all(p.shown is not None for p in here)]

    @property
    def pauses(self) -> frozenset[int]:
        """The places before which time went by without a round."""
        return pauses([group.day for group in self.groups])

    def gaps(self, drawn: Sequence[int]) -> list[int]:
        """Where a line through the *drawn* places is broken."""
        return gaps(drawn, self.pauses)


def gaps(drawn: Sequence[int], paused: Collection[int]) -> list[int]:
    """Where a line through the *drawn* places is broken: each gap is before a place of it.

    A place was left out there, or time went by without one.
    """
    return [place for place, (a, b) in enumerate(pairwise(drawn), 1) if b > a + 1 or b in paused]


def pauses(days: Sequence[date]) -> frozenset[int]:
    """The places before which more time went by than usually between two of these days."""
    apart = [(b - a).days for a, b in pairwise(days)]
    usual = PAUSE * median(apart) if apart else 0
    return frozenset(place for place, wait in enumerate(apart, 1) if wait > usual)


def of(team: str, summaries: Sequence[Summary], span: int) -> Trends:
    """The trends over the newest *span* of *summaries*, which come oldest first."""
    newest = summaries[-span:]
    each = max(1, ceil(len(newest) / MAX_POINTS))
    groups = _groups(newest, each)
    return Trends(
        team=team,
        span=span,
        rounds=len(newest),
        first=newest[0].number if newest else 0,
        each=each,
        groups=tuple(_group(group) for group in groups),
        lines=tuple(
            _line(figure, newest, groups) for figure in (newest[-1].drives if newest else ())
        ),
        own=tuple(_line(figure, newest, groups) for figure in _own(newest)[-MOST_OWN:]),
        calls=tuple(_calls(newest)),
        hidden=tuple(summary.number for summary in newest if not summary.shows_results),
        turnouts=tuple(_turnout(group) for group in groups),
    )


def _groups(newest: Sequence[Summary], each: int) -> list[Sequence[Summary]]:
    """Neighbours together; what is left over by the division is the oldest group."""
    first = len(newest) % each or each
    starts = [0, *range(first, len(newest), each)]
    ends = [*starts[1:], len(newest)]
    return [newest[a:b] for a, b in zip(starts, ends, strict=True) if a < b]


def _own(newest: Sequence[Summary]) -> list[Figure]:
    """The team's own statements, each as the last round that asked it has it."""
    asked: dict[str, Figure] = {}
    for summary in reversed(newest):
        if own := summary.custom:
            asked.setdefault(own.id, own)
    return [*asked.values()][::-1]


def _group(group: Sequence[Summary]) -> Group:
    return Group(group[0].number, group[-1].number, date.fromisoformat(group[0].day))


def _line(drive: Figure, newest: Sequence[Summary], groups: Sequence[Sequence[Summary]]) -> Line:
    points = tuple(_average(_seen(group, drive.id)) for group in groups)
    return Line(drive, points, _average(_seen(newest, drive.id)))


def _seen(summaries: Sequence[Summary], drive: str) -> list[Figure]:
    return [
        f for s in summaries for f in s.judged if f.id == drive and f.shown is not None and f.people
    ]


def _average(seen: Sequence[Figure]) -> Point:
    """The mean of shown means, in the finest steps that one of them had.

    They are public already, so this rounding hides nothing: it only claims no more than they do.
    """
    if not seen:
        return Point(None)
    if len(seen) == 1:
        return Point(seen[0].shown, seen[0].people)
    people = max(figure.people for figure in seen)
    total = sum((figure.shown or 0) * figure.people for figure in seen)
    mean = total / sum(figure.people for figure in seen)
    return Point(privacy.show(mean, people), people)


def _calls(newest: Iterable[Summary]) -> Iterator[Call]:
    for summary in newest:
        for drive in summary.judged:
            if drive.changed:
                yield Call(drive.id, drive.kind, summary.number, date.fromisoformat(summary.day))


def _turnout(group: Sequence[Summary]) -> Turnout:
    return _together([Turnout(summary.answered, summary.asked) for summary in group])


def _together(turnouts: Sequence[Turnout]) -> Turnout:
    return Turnout(sum(t.answered for t in turnouts), sum(t.asked for t in turnouts))
