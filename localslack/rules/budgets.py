"""What a message has only so much of, all its blocks together."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from localslack.rules import markdown, problems, tables
from localslack.rules.across import Placed
from localslack.rules.blocks import MARKDOWN_CHARACTERS, MOST_BLOCKS
from localslack.rules.problems import Problem
from localslack.rules.schema import Problems

MOST_CHARTS = 2
BLOCKS_CHARACTERS = 13_200
"""The length of all blocks as JSON, after that `msg_blocks_too_long`.

Slack publishes no number: "12,000 characters of text and a buffer for the blocks around them"
(bolt-js#2509). Live, refusals begin near 13,200; of a markdown block only its text weighs. Tables
have budgets of their own and are left out.
"""
_TABLES = frozenset({"table", "data_table"})


def check(placed: Sequence[Placed]) -> Problems:
    """Say which budgets the blocks of a message exceed, those of its attachments included."""
    yield from _charts(placed)
    yield from _one_table(placed)
    yield from _one_plan(placed)
    yield from _markdown(placed)
    yield from _table_text(placed)


def check_size(blocks: Sequence[Mapping[str, Any]]) -> Problems:
    """Say whether `blocks` are too many, once markdown is taken apart, or too long."""
    count = sum(len(_parts(block)) for block in blocks)
    if count > MOST_BLOCKS["message"] or sum(map(_weight, blocks)) > BLOCKS_CHARACTERS:
        yield Problem("msg_blocks_too_long", "/blocks", error="msg_blocks_too_long")


def _parts(block: Mapping[str, Any]) -> list[str]:
    kind = block["type"]
    return markdown.kinds(block["text"]) if kind == "markdown" else [kind]


def _weight(block: Mapping[str, Any]) -> int:
    if block["type"] in _TABLES:
        return 0
    if block["type"] == "markdown":
        return len(block["text"])
    return len(json.dumps(block, ensure_ascii=False, separators=(",", ":")))


def _charts(placed: Sequence[Placed]) -> Problems:
    charts = [at for at, block in placed if block["type"] == "data_visualization"]
    for at in charts[MOST_CHARTS:]:
        message = f"no more than {MOST_CHARTS} `data_visualization` blocks allowed"
        yield Problem(message, at)


def _one_table(placed: Sequence[Placed]) -> Problems:
    found = [at for at, block in placed for kind in _parts(block) if kind in _TABLES]
    for at in found[1:]:
        yield Problem("only_one_table_allowed", at, error="invalid_attachments")


def _one_plan(placed: Sequence[Placed]) -> Problems:
    for at in [at for at, block in placed if block["type"] == "plan"][1:]:
        yield Problem("no more than 1 `plan` block allowed", at)


def _markdown(placed: Sequence[Placed]) -> Problems:
    got = sum(len(block["text"]) for _, block in placed if block["type"] == "markdown")
    if got > MARKDOWN_CHARACTERS:
        yield problems.too_long(MARKDOWN_CHARACTERS, got, "/blocks")


def _table_text(placed: Sequence[Placed]) -> Problems:
    found = [block for _, block in placed if block["type"] == "data_table"]
    got = sum(tables.characters(block) for block in found)
    if got > tables.DATA_TABLE_CHARACTERS:
        yield problems.too_long(tables.DATA_TABLE_CHARACTERS, got, "/blocks")
