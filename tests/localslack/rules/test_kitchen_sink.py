"""The samples of everything are valid, and they are of everything."""

from collections.abc import Iterator, Sequence
from typing import Any, get_args

import pytest

from localslack.rules import Surface, charts, elements, rich_text, validate_message, validate_view
from localslack.rules.blocks import BLOCK
from localslack.rules.schema import OneOf
from tests.localslack.rules.kitchen_sink import HOME, MESSAGES, MODAL
from tests.localslack.rules.said import Json, said

BLOCKS: dict[Surface, Sequence[Json]] = {
    "message": [block for message in MESSAGES.values() for block in message.get("blocks", [])],
    "modal": MODAL["blocks"],
    "home": HOME["blocks"],
}


@pytest.mark.parametrize("name", MESSAGES)
def test_every_sample_message_is_taken(name: str) -> None:
    """Nothing in it breaks a rule."""
    assert said(validate_message(MESSAGES[name])) == []


@pytest.mark.parametrize("view", [MODAL, HOME], ids=["modal", "home"])
def test_every_sample_view_is_taken(view: Json) -> None:
    """Nothing in it breaks a rule."""
    assert said(validate_view(view)) == []


@pytest.mark.parametrize("surface", get_args(Surface))
def test_every_block_has_a_sample_on_each_of_its_surfaces(surface: Surface) -> None:
    """A new block type is drawn by the page's tests, or this one fails."""
    assert {block["type"] for block in BLOCKS[surface]} == _types(BLOCK, surface)


@pytest.mark.parametrize("surface", get_args(Surface))
@pytest.mark.parametrize(
    ("block", "field", "known"),
    [
        ("section", "accessory", elements.ACCESSORIES),
        ("actions", "elements", elements.ACTIONS),
        ("input", "element", elements.INPUTS),
        ("context", "elements", elements.CONTEXT),
    ],
)
def test_every_element_has_a_sample_wherever_it_may_stand(
    surface: Surface, block: str, field: str, known: OneOf
) -> None:
    """In each kind of block, on each surface."""
    held = [b[field] for b in BLOCKS[surface] if b["type"] == block and field in b]

    assert {element["type"] for element in _flat(held)} == _types(known, surface)


@pytest.mark.parametrize(
    "known",
    [rich_text.INLINE, rich_text.RICH_TEXT_ELEMENT, elements.FOOTER, charts.CHART],
    ids=["inline", "rich text", "footer", "chart"],
)
def test_every_nested_type_has_a_sample(known: OneOf) -> None:
    """Pieces of rich text, footers of messages, kinds of charts."""
    assert set(known.types) <= {found["type"] for found in _objects(BLOCKS["message"])}


def _types(known: OneOf, surface: Surface) -> set[str]:
    return {name for name, obj in known.types.items() if surface in obj.on}


def _flat(held: Sequence[Any]) -> Iterator[Json]:
    for value in held:
        yield from value if isinstance(value, list) else [value]


def _objects(value: Any) -> Iterator[Json]:
    if isinstance(value, dict):
        if "type" in value:
            yield value
        for inner in value.values():
            yield from _objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner)
