"""The summary of a round: rounded, suppressed, final. Whatever is shown is built from it alone."""

from dataclasses import asdict, dataclass, field
from typing import Any, Self

from bot.insight.verdicts import Kind

CHART_ROUNDS = 12


@dataclass(frozen=True)
class Figure:
    """One drive or facet: what may be shown of it, None below the quorum; *people* is 0 then."""

    id: str
    name: str
    shown: float | None
    people: int
    kind: str = Kind.HIDDEN.value  # of a drive: the verdict; facets have none
    drive: str | None = None  # of a facet: the drive it belongs to; pay has none
    window: int = 0  # of a drive: how many rounds were compared,
    ignored: str = ""  # and the gap under which nothing is called, such as 0.4
    odd: str = ""  # of a drive: "low" or "high" where this one round was unusual; no verdict


@dataclass(frozen=True)
class Said:
    """A sentence of the digest; a strong one carries the news."""

    text: str
    strong: bool = False


@dataclass(frozen=True)
class Column:
    """One round of the chart: what was shown of each drive then."""

    number: int
    day: str
    shown: dict[str, float | None]


@dataclass(frozen=True)
class Summary:
    """What a digest says; JSON-ready, and kept as it was told."""

    team: str
    number: int
    day: str
    asked: int
    answered: int
    drives: tuple[Figure, ...]
    facets: tuple[Figure, ...]
    said: tuple[Said, ...]
    question: str
    chart: tuple[Column, ...] = ()
    needs: str | None = None  # the drive that could do with a move
    ideas: tuple[str, ...] = ()  # ids of what could be tried for it
    running: str | None = None  # the experiment that is running
    key_lost: bool = False
    reworded: tuple[str, ...] = field(default=())  # drives whose statement has new words

    @property
    def shows_results(self) -> bool:
        return any(figure.shown is not None for figure in self.drives)

    @property
    def changed(self) -> bool:
        return any(figure.kind in (Kind.UP, Kind.DOWN) for figure in self.drives)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def read(cls, kept: dict[str, Any]) -> Self:
        """The summary that was kept; what an older version did not know stays at its default."""
        kinds: dict[str, type] = {
            "drives": Figure, "facets": Figure, "said": Said, "chart": Column,
        }  # fmt: skip
        parts = {
            name: tuple(kind(**part) for part in kept.get(name, ())) for name, kind in kinds.items()
        }
        lists = {name: tuple(kept.get(name, ())) for name in ("ideas", "reworded")}
        return cls(**{**kept, **parts, **lists})
