"""Nobody lives in «America/Mexico_City» or speaks «de-DE»: people read cities and languages."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from bot.framework.blocks import CardMessage
from bot.slack.outbox import Draft
from tests.test_surfaces import CONTENT, SAY, Maker, called, surfaces

# Of the zones of the database that computers share: a part of the world, and a place in it.
CODE = re.compile(
    r"\b(?:Africa|America|Asia|Atlantic|Australia|Europe|Pacific)/[A-Z]|\b[a-z]{2}-[A-Z]{2}\b"
)


def read(shown: Any) -> Iterator[str]:
    """Every text that somebody reads; what a button or a choice stands for, nobody does."""
    match shown:
        case str():
            yield shown
        case Draft() | CardMessage():
            yield from read([shown.text, *shown.blocks])
        case dict():
            parts = (
                part for name, part in shown.items() if name == "text" or type(part) is not str
            )
            for part in parts:
                yield from read(part)
        case list() | tuple() | Iterator():
            for part in shown:
                yield from read(part)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_a_time_zone_is_shown_by_its_city_and_a_language_by_its_name(language: str) -> None:
    """On every surface; the longest name that there is belongs to Catamarca."""
    say, content = SAY.locale(language), CONTENT.locale(language)
    shown = [
        (f"{function.__module__}.{function.__name__}", text)
        for function, whole in product(surfaces(), (True, False))
        for text in read(called(function, Maker(say, content, "x", whole=whole)))
    ]
    assert len({where for where, text in shown if "Catamarca" in text}) >= 3
    assert [(where, text) for where, text in shown if CODE.search(text)] == []
