"""Every spot of every sample: spoil it in one way, and that is what is said, right there."""

import copy
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from localslack.rules import Surface, validate_blocks
from localslack.rules.blocks import LISTS
from localslack.rules.schema import Flag, ListOf, Maybe, Node, Obj, OneOf, Str
from tests.localslack.rules.kitchen_sink import HOME, MESSAGES, MODAL
from tests.localslack.rules.said import Json, said

SAMPLES: list[tuple[Surface, list[Json]]] = [
    *(("message", message["blocks"]) for message in MESSAGES.values() if "blocks" in message),
    *(("modal", [block]) for block in MODAL["blocks"]),
    *(("home", [block]) for block in HOME["blocks"]),
]


class Spot(NamedTuple):
    """A value in a list of blocks: the keys that lead to it, what it is, and what describes it."""

    keys: tuple[str | int, ...]
    value: Any
    node: Node

    @property
    def pointer(self) -> str:
        return "".join(f"/{key}" for key in ("blocks", *self.keys))


def _spots(node: Node, value: Any, *keys: str | int) -> Iterator[Spot]:
    if isinstance(node, Maybe):
        node = node.node
    if value is None:
        return
    if isinstance(node, OneOf):
        node = node.types[value["type"]]
    yield Spot(keys, value, node)
    if isinstance(node, Obj):
        for name, inner in value.items():
            yield from _spots(node.fields[name], inner, *keys, name)
    elif isinstance(node, ListOf):
        for n, inner in enumerate(value):
            yield from _spots(node.item, inner, *keys, n)


def _put(blocks: list[Json], keys: tuple[str | int, ...], value: Any) -> Any:
    if not keys:
        return value
    changed: Any = copy.deepcopy(blocks)
    holder = changed
    for key in keys[:-1]:
        holder = holder[key]
    holder[keys[-1]] = value
    return changed


def _is_said(surface: Surface, blocks: Any, words: str) -> bool:
    return words in said(validate_blocks(blocks, surface))


EVERYWHERE = pytest.mark.parametrize(
    ("surface", "blocks"),
    SAMPLES,
    ids=[f"{surface}: {blocks[0]['type']}" for surface, blocks in SAMPLES],
)


@EVERYWHERE
def test_a_stranger_in_any_object_is_refused(surface: Surface, blocks: list[Json]) -> None:
    """No object takes properties that Slack does not know."""
    for spot in _spots(LISTS[surface], blocks):
        if isinstance(spot.node, Obj):
            spoilt = _put(blocks, spot.keys, spot.value | {"stranger": 1})
            words = f"invalid additional property: stranger [json-pointer:{spot.pointer}]"
            assert _is_said(surface, spoilt, words)


@EVERYWHERE
def test_any_object_without_what_it_needs_is_refused(surface: Surface, blocks: list[Json]) -> None:
    """Each required property is missed."""
    for spot in _spots(LISTS[surface], blocks):
        for name in spot.node.needs if isinstance(spot.node, Obj) else ():
            rest = {key: value for key, value in spot.value.items() if key != name}
            words = f"missing required field: {name} [json-pointer:{spot.pointer}]"
            assert _is_said(surface, _put(blocks, spot.keys, rest), words)


@EVERYWHERE
def test_any_text_that_is_too_long_is_refused(surface: Surface, blocks: list[Json]) -> None:
    """One character more than allowed, and Slack says where."""
    for spot in _spots(LISTS[surface], blocks):
        if isinstance(spot.node, Str) and spot.node.most:
            spoilt = _put(blocks, spot.keys, "x" * (spot.node.most + 1))
            words = f"must be less than {spot.node.most + 1} characters"
            assert _is_said(surface, spoilt, f"{words} [json-pointer:{spot.pointer}]")


@EVERYWHERE
def test_null_is_refused_wherever_something_stands(surface: Surface, blocks: list[Json]) -> None:
    """Null is not the same as nothing; only a table's column may be null."""
    for spot in _spots(LISTS[surface], blocks):
        if "column_settings" not in spot.keys[-2:]:
            problems = validate_blocks(_put(blocks, spot.keys, None), surface)
            assert spot.pointer in [problem.pointer for problem in problems]


@EVERYWHERE
def test_a_value_of_another_kind_is_refused(surface: Surface, blocks: list[Json]) -> None:
    """A list for a string, a string for a list, a string for a flag."""
    wanted = {
        Str: "must provide a string",
        ListOf: "must provide an array",
        Flag: "must be a boolean",
    }
    for spot in _spots(LISTS[surface], blocks):
        if words := wanted.get(type(spot.node)):
            other: Any = [] if isinstance(spot.node, Str) else "x"
            spoilt = _put(blocks, spot.keys, other)
            assert _is_said(surface, spoilt, f"{words} [json-pointer:{spot.pointer}]")
