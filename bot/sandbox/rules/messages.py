"""Messages: blocks, attachments, text and metadata together.

Facts: docs.slack.dev/reference/methods/chat.postMessage and chat.update.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.sandbox.rules import across, problems
from bot.sandbox.rules.blocks import LISTS, MARKDOWN_CHARACTERS
from bot.sandbox.rules.problems import Problem
from bot.sandbox.rules.schema import Free, FreeObj, Obj, Problems, Str, Surface

UPDATE_CHARACTERS = 4_000
BLOCKS_CHARACTERS = 13_200
"""The length of all blocks as JSON, after that `msg_blocks_too_long`.

Slack publishes no number. 5,732 characters were taken and 15,181 refused live, and refusals were
reported near 13 kB. Blocks with a documented budget of their own do not count.
"""
METADATA_BYTES = 16_000
"""Slack publishes no number for `metadata_too_large`; a message is 16 kB on its wire."""
MOST_ATTACHMENTS = 100
_OWN_BUDGET = across.TABLE_FAMILY | {"markdown"}

_METADATA = Obj(
    needs={"event_type": Str(255, least=1), "event_payload": FreeObj()}, may={"entities": Free()}
)


def validate_blocks(blocks: Any, surface: Surface, at: str = "/blocks") -> list[Problem]:
    """Say what Slack would refuse in a list of blocks on one surface.

    `at` is the pointer of the list: `/blocks` in a message, the empty string for the bare `blocks`
    of `blocks.validate`.
    """
    schema = LISTS[surface]
    if misshapen := list(schema.shape(blocks, at, surface)):
        return misshapen
    return [*schema.sense(blocks, at, surface), *across.check(blocks, at, surface)]


def validate_message(payload: Mapping[str, Any], method: str = "chat.postMessage") -> list[Problem]:
    """Say what Slack would refuse in the arguments of a chat method.

    Looks at `text`, `blocks`, `attachments`, `markdown_text` and `metadata`; the channel and the
    like are the server's.
    """
    found = [*_text(payload, method), *_metadata(payload.get("metadata"))]
    if payload.get("blocks"):
        found += _blocks(payload["blocks"])
    if payload.get("attachments"):
        found += _attachments(payload["attachments"])
    return found or list(_tables_together(payload))


def _text(payload: Mapping[str, Any], method: str) -> Problems:
    text, markdown = payload.get("text") or "", payload.get("markdown_text") or ""
    for name in ("text", "markdown_text"):
        if payload.get(name) and not isinstance(payload[name], str):
            wrong = problems.wrong_type("provide a string", f"/{name}")
            yield replace(wrong, error="invalid_arguments")
            return
    if not (text or markdown or payload.get("blocks") or payload.get("attachments")):
        yield Problem("no_text", "", error="no_text")
    if markdown and (text or payload.get("blocks")):
        yield Problem("markdown_text_conflict", "", error="markdown_text_conflict")
    if len(markdown) > MARKDOWN_CHARACTERS:
        yield Problem("msg_too_long", "/markdown_text", error="msg_too_long")
    if method == "chat.update" and len(text) > UPDATE_CHARACTERS:
        yield Problem("msg_too_long", "/text", error="msg_too_long")


def _blocks(blocks: Any) -> list[Problem]:
    if not isinstance(blocks, list):
        return [Problem("invalid_blocks_format", "/blocks", error="invalid_blocks_format")]
    return validate_blocks(blocks, "message") or list(_not_too_long(blocks))


def _not_too_long(blocks: Sequence[Mapping[str, Any]]) -> Problems:
    counted = [block for block in blocks if block["type"] not in _OWN_BUDGET]
    if len(_json(counted)) > BLOCKS_CHARACTERS:
        yield Problem("msg_blocks_too_long", "/blocks", error="msg_blocks_too_long")


def _attachments(attachments: Any) -> list[Problem]:
    if not isinstance(attachments, list) or not all(isinstance(a, dict) for a in attachments):
        return [Problem("invalid_attachments", "/attachments", error="invalid_attachments")]
    if len(attachments) > MOST_ATTACHMENTS:
        return [Problem("too_many_attachments", "/attachments", error="too_many_attachments")]
    return [
        _of_attachment(problem)
        for n, attachment in enumerate(attachments)
        if attachment.get("blocks")
        for problem in validate_blocks(attachment["blocks"], "message", f"/attachments/{n}/blocks")
    ]


def _of_attachment(problem: Problem) -> Problem:
    return replace(problem, error=problem.error or "invalid_attachments")


def _tables_together(payload: Mapping[str, Any]) -> Problems:
    lists = [("/blocks", payload.get("blocks"))]
    for n, attachment in enumerate(payload.get("attachments") or []):
        lists.append((f"/attachments/{n}/blocks", attachment.get("blocks")))
    yield from across.one_table(
        [placed for at, blocks in lists for placed in across.every_block(blocks or [], at)]
    )


def _metadata(metadata: Any) -> Problems:
    if metadata is None:
        return
    if not isinstance(metadata, dict):
        yield Problem("invalid_metadata_format", "/metadata", error="invalid_metadata_format")
    elif any(_METADATA.shape(metadata, "/metadata", "message")):
        yield Problem("invalid_metadata_schema", "/metadata", error="invalid_metadata_schema")
    elif len(_json(metadata).encode(errors="surrogatepass")) > METADATA_BYTES:
        yield Problem("metadata_too_large", "/metadata", error="metadata_too_large")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
