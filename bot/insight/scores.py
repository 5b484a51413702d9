"""Scores in words, and the sentence that they stand in."""

from collections.abc import Sequence

from msgspec import Struct

from bot.insight.figures import Figure, number
from bot.words import Decimal, Markup, Words


class Sentence(Struct, frozen=True):
    """One or more plain sentences without markup; `strong` ones carry the news."""

    text: str
    strong: bool = False


def each(say: Words, drives: Sequence[Figure]) -> list[str]:
    return [say.plain("insight-score", name=d.name, score=number_of(d)) for d in drives]


def in_a_row(say: Words, parts: Sequence[str]) -> Markup:
    return say.listed([Markup(part) for part in parts], style="unit")


def number_of(figure: Figure) -> Decimal:
    return number(figure.shown or 0.0, figure.people)
