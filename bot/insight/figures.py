"""What may be shown of one drive or facet in one round: facts to keep, no words."""

from typing import Any, Self

from msgspec import Struct
from msgspec.structs import replace

from bot import privacy
from bot.framework.content import Content
from bot.insight.readings import Reading
from bot.insight.verdicts import Kind, Verdict
from bot.privacy import Turnover
from bot.stored import read
from bot.words import Decimal


class Figure(Struct, frozen=True):
    """A drive or a facet: its reading, and of a drive what the verdict rests on. JSON-ready.

    A mean that may not be shown is None, and *people* is 0 then. Numbers of a comparison are text
    such as "3.75" or "4.0", with the decimals that their rounding has; empty where there are none.
    """

    id: str
    name: str  # in the language in which it was kept: see `in_language`
    shown: float | None = None
    people: int = 0
    kind: str = Kind.HIDDEN.value  # of a drive: the verdict; facets have none
    drive: str | None = None  # of a facet: the drive it belongs to; pay has none
    window: int = 0  # of a drive: how many newest rounds were compared,
    ignored: str = ""  # the gap under which nothing is called,
    odd: str = ""  # and "low" or "high" where this one round was unusual; no verdict
    since: str | None = None  # the day on which the first round of the window closed
    rounds_before: int = 0  # that the window was compared with
    mean_new: str = ""  # of the window
    mean_before: str = ""
    gap: str = ""  # between the two, without its sign
    ordinary: str = ""  # by how much two ordinary weeks can differ
    rounds_left: int = 0  # while learning: until there is a verdict again
    called: str | None = None  # while learning: "up" or "down", the change that began it
    odd_against: str = ""  # where this one round was unusual: the mean of the rounds before
    odd_rounds: int = 0  # and how many those were
    turnover: Turnover | None = None  # of a drive that changed: whether others were asked
    number: int = 0  # of a facet that was asked in an earlier round: that round's number

    @classmethod
    def read(cls, stored: dict[str, Any]) -> Self:
        """A figure that was kept as JSON, by an older version or a newer one."""
        others = stored.get("turnover")
        return read(cls, {**stored, "turnover": read(Turnover, others) if others else None})

    @property
    def changed(self) -> bool:
        return self.kind in (Kind.UP, Kind.DOWN)

    def in_language(self, content: Content) -> Self:
        """The same, called as *content* calls it; as it was kept where *content* has it no more."""
        drives = {drive.id: drive.name for drive in content.drives}
        facets = {facet.id: facet.name for facet in content.facets.values()}
        return replace(self, name={**facets, **drives}.get(self.id, self.name))


def of_drive(id: str, read: Reading, verdict: Verdict) -> Figure:
    """A drive; of a hidden one not even how many answered its statement."""
    if read.shown is None:
        return Figure(id, read.name)
    people, outlier = verdict.people, verdict.outlier
    figure = Figure(id, read.name, read.shown, read.people, verdict.kind.value)
    if outlier:
        figure = replace(
            figure,
            odd="low" if outlier.low else "high",
            odd_against=written(outlier.shown_before, outlier.people),
            odd_rounds=outlier.rounds_before,
        )
    if verdict.kind is Kind.LEARNING:
        called = verdict.called.value if verdict.called else None
        return replace(figure, rounds_left=verdict.rounds_left, called=called)
    return replace(
        figure,
        window=verdict.window,
        rounds_before=verdict.rounds_before,
        ignored=about(verdict.callable_gap),
        ordinary=about(verdict.ordinary_difference),
        since=verdict.since.isoformat() if verdict.since else None,
        mean_new=written(verdict.shown_new, people),
        mean_before=written(verdict.shown_before, people),
        gap=written(verdict.shown_gap, people),
    )


def of_facet(id: str, read: Reading, *, drive: str | None) -> Figure:
    """A facet: a score, never a trend."""
    if read.shown is None:
        return Figure(id, read.name, drive=drive)
    return Figure(id, read.name, read.shown, read.people, drive=drive)


def number(shown: float, people: int) -> Decimal:
    """A shown mean with the decimals that its rounding has: 3.75, 3.5 and 4, but 4.0 from 20."""
    return decimal(written(shown, people))


def written(shown: float | None, people: int) -> str:
    """A shown mean as it is kept; empty where it may not be shown."""
    if shown is None:
        return ""
    return f"{shown:.1f}" if privacy.steps_per_point(people) == 10 else f"{shown:g}"


def about(points: float) -> str:
    """A difference or a band, which is never known better than to a tenth, as it is kept."""
    return f"{abs(points):.1f}"


def decimal(kept: str) -> Decimal:
    """A kept number, to be written as a language writes it."""
    return Decimal(float(kept), len(kept.partition(".")[2]))
