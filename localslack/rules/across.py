"""Ids, focus and response_urls: rules that look across all blocks of one message or view."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from localslack.rules import problems
from localslack.rules.problems import Problem
from localslack.rules.schema import Problems, Surface

# The blocks within each of these: they carry ids of their own.
_NESTED = {"container": "child_blocks", "carousel": "elements"}

Placed = tuple[str, Mapping[str, Any]]


def every_block(blocks: Sequence[Mapping[str, Any]], at: str) -> Iterator[Placed]:
    """Walk all blocks with their pointers, those within containers and carousels included."""
    for n, block in enumerate(blocks):
        here = f"{at}/{n}"
        yield here, block
        if inner := _NESTED.get(block["type"]):
            yield from every_block(block[inner], f"{here}/{inner}")


def every_element(block: Mapping[str, Any], at: str) -> Iterator[Placed]:
    """Walk the elements of one block with their pointers, blocks nested in it excluded."""
    if "element" in block:
        yield f"{at}/element", block["element"]
    if "accessory" in block:
        yield f"{at}/accessory", block["accessory"]
    for name in ("elements", "actions"):
        if block["type"] not in _NESTED:
            for n, element in enumerate(block.get(name, [])):
                yield f"{at}/{name}/{n}", element


def check(blocks: Sequence[Mapping[str, Any]], at: str, on: Surface) -> Problems:
    """Say which rules well-shaped blocks break together."""
    placed = list(every_block(blocks, at))
    yield from _block_ids_differ(placed)
    for here, block in placed:
        yield from _action_ids_differ(block, here)
    yield from _response_urls(placed, on)
    if on != "message":
        yield from _one_focus(placed)


def _block_ids_differ(placed: Sequence[Placed]) -> Problems:
    seen: set[str] = set()
    for at, block in placed:
        name = block.get("block_id")
        if name and name in seen:
            yield problems.already_exists("block_id", name, f"{at}/block_id")
        elif name:
            seen.add(name)


def _action_ids_differ(block: Mapping[str, Any], at: str) -> Problems:
    seen: set[str] = set()
    for here, element in every_element(block, at):
        name = element.get("action_id")
        if name and name in seen:
            yield problems.already_exists("action_id", name, f"{here}/action_id")
        elif name:
            seen.add(name)


def _one_focus(placed: Sequence[Placed]) -> Problems:
    focused = [
        here
        for at, block in placed
        for here, element in every_element(block, at)
        if element.get("focus_on_load")
    ]
    for here in focused[1:]:
        message = "only one element can set `focus_on_load` to true"
        yield Problem(message, f"{here}/focus_on_load")


def _response_urls(placed: Sequence[Placed], on: Surface) -> Problems:
    for at, block in placed:
        for here, element in every_element(block, at):
            if element.get("response_url_enabled") and (on != "modal" or block["type"] != "input"):
                message = "`response_url_enabled` is only allowed in an `input` block in modals"
                yield Problem(message, f"{here}/response_url_enabled")
