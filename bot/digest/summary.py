"""The summary of a round: rounded, suppressed, final. Whatever is shown is built from it alone.

It holds facts and no words: sentences and names are made when somebody reads it, in their language
or the team's.
"""

from collections.abc import Mapping
from itertools import takewhile
from typing import Any, Self

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from bot.experiments.experimenting import Running
from bot.framework.content import Content
from bot.insight.figures import Figure
from bot.insight.news import News
from bot.insight.scores import Sentence
from bot.stored import read, read_all
from bot.words import ENGLISH

CHART_ROUNDS = 12


class Column(Struct, frozen=True):
    """One round of the chart: what was shown of each drive then."""

    number: int
    day: str
    shown: dict[str, float | None]


class Question(Struct, frozen=True):
    """Which question is to be discussed: a prompt, or one of those of a facet or a drive."""

    kind: str  # "prompt", "facet", "drive", or "rise" after a drive rose
    id: str
    place: int = 0  # among those of the facet or drive


class Summary(Struct, frozen=True):
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
    news: tuple[News, ...] = ()  # called changes that are still talked about
    lately: tuple[Figure, ...] = ()  # earlier scores of the facets of the drive that is news
    needs: str | None = None  # the drive, or pay, that could do with a move,
    why: str = ""  # and a reason of bot/digest/moving.py,
    tied: tuple[str, ...] = ()  # and the drives that have as much room
    again: bool = False  # all of that as in the digest before
    ideas: tuple[str, ...] = ()  # ids of what could be tried for it, the first in front
    step: str | None = None  # the id of the checklist's next line, where it is told
    experiment: Running | None = None  # the one that is running,
    running: str | None = None  # and what older versions stored of it: a line in English
    key_lost: bool = False
    withheld: bool = False  # another team was told that shares people with this one
    reworded: tuple[str, ...] = ()  # ids of the drives whose statement has new words
    custom: Figure | None = None  # the statement of the team's own: its words are its name
    custom_left: int = 0  # and in how many rounds it is still to be asked
    both: tuple[str, ...] = ()  # the names of two teams that were asked as one

    @property
    def judged(self) -> tuple[Figure, ...]:
        """What has a verdict: the drives, and beside them the statement of the team's own."""
        return (*self.drives, self.custom) if self.custom else self.drives

    @property
    def shows_results(self) -> bool:
        return any(figure.shown is not None for figure in self.drives)

    @property
    def changed(self) -> bool:
        return any(figure.changed for figure in self.drives)

    @property
    def leading(self) -> News | None:
        """The news that decides what is asked and suggested.

        None that is over, or of a drive that this round hides: nothing can be said of it now.
        """
        shown = {figure.id for figure in self.drives if figure.shown is not None}
        news = (one for one in self.news if one.stage != "over")
        return next((one for one in news if one.drive in shown), None)

    @property
    def before(self) -> Mapping[str, float | None]:
        """What the round before showed of each drive."""
        return self.chart[-2].shown if len(self.chart) > 1 else {}

    @property
    def hidden_in_a_row(self) -> int:
        """How many of the newest rounds show nothing, of those in the chart."""
        shown = (any(column.shown.values()) for column in reversed(self.chart))
        return len(list(takewhile(lambda one: not one, shown)))

    @property
    def closer(self) -> list[Figure]:
        """The facets that were asked, and where a drive is the news its own first, older ones too.

        Pay is never among those of a drive.
        """
        if not (told := self.leading):
            return list(self.facets)
        return sorted((*self.facets, *self.lately), key=lambda facet: facet.drive != told.drive)

    def for_sister(self) -> Self:
        """The same for a team that does not host: what is tried is the other's to decide."""
        return replace(self, needs=None, ideas=(), step=None)

    def in_language(self, content: Content) -> Self:
        """The same, with drives and facets called as *content* calls them."""
        return replace(
            self,
            drives=tuple(figure.in_language(content) for figure in self.drives),
            facets=tuple(figure.in_language(content) for figure in self.facets),
            lately=tuple(figure.in_language(content) for figure in self.lately),
        )

    def as_json(self) -> dict[str, Any]:
        stored: dict[str, Any] = to_builtins(self)
        return stored

    @classmethod
    def read(cls, stored: dict[str, Any]) -> Self:
        """A summary that was stored, by an older version or a newer one."""
        lists = {
            name: tuple(stored.get(name, ())) for name in ("ideas", "reworded", "tied", "both")
        }
        asked, running = stored.get("discuss"), stored.get("experiment")
        custom = stored.get("custom")
        parts = {
            "drives": tuple(map(Figure.read, stored.get("drives", ()))),
            "facets": tuple(map(Figure.read, stored.get("facets", ()))),
            "lately": tuple(map(Figure.read, stored.get("lately", ()))),
            "news": read_all(News, stored.get("news", ())),
            "said": read_all(Sentence, stored.get("said", ())),
            "chart": read_all(Column, stored.get("chart", ())),
            "discuss": read(Question, asked) if asked else None,
            "experiment": read(Running, running) if running else None,
            "custom": Figure.read(custom) if custom else None,
        }
        return read(cls, {**stored, **lists, **parts})
