"""The summary of a round: rounded, suppressed, final. Whatever is shown is built from it alone."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Self

from bot.framework.models import Content
from bot.pulse import privacy
from bot.pulse.models import Round
from bot.pulse.privacy import QUORUM
from bot.teams.models import Team

Counts = dict[str, dict[int, int]]  # item id -> value -> people


@dataclass(frozen=True)
class Figure:
    """One drive or facet: what may be shown of it, None below the quorum."""

    id: str
    name: str
    shown: float | None
    people: int  # 0 below the quorum


@dataclass(frozen=True)
class Summary:
    """What a digest says."""

    team: str
    number: int
    day: str
    asked: int
    answered: int
    drives: tuple[Figure, ...]
    facets: tuple[Figure, ...]
    question: str
    key_lost: bool = False

    @property
    def shows_results(self) -> bool:
        return any(figure.shown is not None for figure in self.drives)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def read(cls, kept: dict[str, Any]) -> Self:
        """The summary that was kept; what an older version did not know is left at its default."""
        figures = {
            name: tuple(Figure(**figure) for figure in kept[name]) for name in ("drives", "facets")
        }
        return cls(**{**kept, **figures})


def summarise(team: Team, round_: Round, counts: Counts, content: Content) -> Summary:
    """Everything that may be said of a round, from the counts that were kept."""
    facets = [content.items[i].facet for i in round_.items if i in content.items]
    return Summary(
        team=team.name,
        number=round_.number,
        day=round_.day.isoformat(),
        asked=round_.asked,
        answered=round_.answered or 0,
        drives=tuple(_figure(d.id, d.name, [d.anchor.id], counts, content) for d in content.drives),
        facets=tuple(
            _figure(id_, content.facets[id_].name, _items_of(id_, round_, content), counts, content)
            for id_ in facets
            if id_ is not None
        ),
        question=question(round_, content),
        key_lost=round_.key_lost,
    )


def question(round_: Round, content: Content) -> str:
    """One question to discuss: the round's open one, or one about a facet that was asked."""
    for prompt in content.prompts:
        if prompt.id == round_.question:
            return prompt.text
    asked = [content.items[i].facet for i in round_.items if i in content.items]
    facets = [content.facets[id_] for id_ in asked if id_]
    questions = [q for facet in facets for q in facet.questions] or [
        q for drive in content.drives for q in drive.questions
    ]
    return questions[round_.number % len(questions)]


def _items_of(facet: str, round_: Round, content: Content) -> list[str]:
    return [i for i in round_.items if i in content.items and content.items[i].facet == facet]


def _figure(id_: str, name: str, items: Sequence[str], counts: Counts, content: Content) -> Figure:
    values = counts.get(items[0], {}) if items else {}
    item = content.items.get(items[0]) if items else None
    people = sum(values.values())
    if people < QUORUM or item is None:
        return Figure(id_, name, None, 0)
    total = sum((6 - v if item.reversed else v) * n for v, n in values.items())
    return Figure(id_, name, privacy.shown_mean(total, people), people)
