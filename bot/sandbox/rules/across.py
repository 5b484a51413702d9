"""Rules that look across all blocks of one message or view."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.sandbox.rules import problems, tables
from bot.sandbox.rules.blocks import MARKDOWN_CHARACTERS
from bot.sandbox.rules.problems import Problem
from bot.sandbox.rules.schema import Problems, Surface

MOST_CHARTS = 2
TABLE_FAMILY = frozenset({"table", "data_table"})
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
    yield from _message(placed, at) if on == "message" else _one_focus(placed)


def _message(placed: Sequence[Placed], at: str) -> Problems:
    yield from _few_charts(placed)
    yield from one_table(placed)
    yield from _little_markdown(placed, at)
    yield from _little_table_text(placed, at)


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


def _few_charts(placed: Sequence[Placed]) -> Problems:
    charts = [at for at, block in placed if block["type"] == "data_visualization"]
    for at in charts[MOST_CHARTS:]:
        message = f"no more than {MOST_CHARTS} `data_visualization` blocks allowed"
        yield Problem(message, at)


def one_table(placed: Sequence[Placed]) -> Problems:
    """A message has one table, of whichever kind, its attachments included."""
    found = [at for at, block in placed if block["type"] in TABLE_FAMILY]
    for at in found[1:]:
        yield Problem("only_one_table_allowed", at, error="invalid_attachments")


def _little_markdown(placed: Sequence[Placed], at: str) -> Problems:
    got = sum(len(block["text"]) for _, block in placed if block["type"] == "markdown")
    if got > MARKDOWN_CHARACTERS:
        yield problems.too_long(MARKDOWN_CHARACTERS, got, at)


def _little_table_text(placed: Sequence[Placed], at: str) -> Problems:
    found = [block for _, block in placed if block["type"] == "data_table"]
    got = sum(tables.characters(block) for block in found)
    if got > tables.DATA_TABLE_CHARACTERS:
        yield problems.too_long(tables.DATA_TABLE_CHARACTERS, got, at)
