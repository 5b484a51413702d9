"""The summary of a round: rounded, suppressed, final. Whatever is shown is built from it alone.

It holds facts and no words: sentences and names are made when somebody reads it, in their language
or the team's.
"""

from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Self

from bot.experiments.experimenting import Running
from bot.framework.content import Content
from bot.insight.figures import Figure
from bot.insight.sentences import Sentence
from bot.words import ENGLISH

CHART_ROUNDS = 12


@dataclass(frozen=True)
class Column:
    """One round of the chart: what was shown of each drive then."""

    number: int
    day: str
    shown: dict[str, float | None]


@dataclass(frozen=True)
class Question:
    """Which question is to be discussed: a prompt, or one of those of a facet or a drive."""

    kind: str  # "prompt", "facet" or "drive"
    id: str
    place: int = 0  # among those of the facet or drive


@dataclass(frozen=True)
class Summary:
    """What a digest says; JSON-ready, and stored as it was told."""

    team: str
    number: int
    day: str
    asked: int
    answered: int
    drives: tuple[Figure, ...]
    facets: tuple[Figure, ...]
    said: tuple[Sentence, ...] = ()  # older versions stored sentences: they stay as they were,
    question: str = ""  # and so does the text of their question
    discuss: Question | None = None
    language: str = ENGLISH  # of the channel, when it was told
    chart: tuple[Column, ...] = ()
    needs: str | None = None  # the drive that could do with a move
    ideas: tuple[str, ...] = ()  # ids of what could be tried for it
    experiment: Running | None = None  # the one that is running,
    running: str | None = None  # and what older versions stored of it: a line in English
    key_lost: bool = False
    reworded: tuple[str, ...] = ()  # ids of the drives whose statement has new words

    @property
    def shows_results(self) -> bool:
        return any(figure.shown is not None for figure in self.drives)

    @property
    def changed(self) -> bool:
        return any(figure.changed for figure in self.drives)

    def in_language(self, content: Content) -> Self:
        """The same, with drives and facets called as *content* calls them."""
        return replace(
            self,
            drives=tuple(figure.in_language(content) for figure in self.drives),
            facets=tuple(figure.in_language(content) for figure in self.facets),
        )

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def read(cls, stored: dict[str, Any]) -> Self:
        """A summary that was stored; what an older version did not know stays at its default."""
        known = {field.name for field in fields(cls)}
        lists = {name: tuple(stored.get(name, ())) for name in ("ideas", "reworded")}
        asked, running = stored.get("discuss"), stored.get("experiment")
        parts = {
            "drives": tuple(map(Figure.read, stored.get("drives", ()))),
            "facets": tuple(map(Figure.read, stored.get("facets", ()))),
            "said": tuple(Sentence(**part) for part in stored.get("said", ())),
            "chart": tuple(Column(**part) for part in stored.get("chart", ())),
            "discuss": Question(**asked) if asked else None,
            "experiment": Running(**running) if running else None,
        }
        given = {name: value for name, value in stored.items() if name in known}
        return cls(**{**given, **lists, **parts})
