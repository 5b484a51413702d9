"""Messages: blocks, attachments, text and metadata together.

Facts: docs.slack.dev/reference/methods/chat.postMessage and chat.update.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from localslack.rules import across, budgets, problems
from localslack.rules.blocks import LISTS, MARKDOWN_CHARACTERS
from localslack.rules.problems import Problem
from localslack.rules.schema import Free, FreeObj, Obj, Problems, Str, Surface

UPDATE_BYTES = 4_000
"""What `chat.update` takes of `text`. The reference says characters; live, UTF-8 bytes count."""
METADATA_BYTES = 16_000
"""Slack publishes no number for `metadata_too_large`; a message is 16 kB on its wire."""
MOST_ATTACHMENTS = 100

_METADATA = Obj(
    needs={"event_type": Str(255, least=1), "event_payload": FreeObj()}, may={"entities": Free()}
)


def validate_blocks(blocks: Any, surface: Surface, at: str = "/blocks") -> list[Problem]:
    """Say what Slack would refuse in a list of blocks on one surface.

    `at` is the pointer of the list: `/blocks` in a message, the empty string for the bare `blocks`
    of `blocks.validate`. As there, what holds for a whole message is left to `validate_message`.
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
    blocks, attachments = payload.get("blocks") or [], payload.get("attachments") or []
    return [
        *_text(payload, method),
        *_metadata(payload.get("metadata")),
        *_blocks(blocks),
        *_attachments(attachments),
    ] or [*budgets.check(_placed(blocks, attachments)), *budgets.check_size(blocks)]


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
    if method == "chat.update" and len(_utf8(text)) > UPDATE_BYTES:
        yield Problem("msg_too_long", "/text", error="msg_too_long")


def _blocks(blocks: Any) -> list[Problem]:
    if not isinstance(blocks, list):
        return [Problem("invalid_blocks_format", "/blocks", error="invalid_blocks_format")]
    return validate_blocks(blocks, "message")


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


def _placed(
    blocks: Sequence[Mapping[str, Any]], attachments: Sequence[Mapping[str, Any]]
) -> list[across.Placed]:
    attached = (
        placed
        for n, attachment in enumerate(attachments)
        for placed in across.every_block(attachment.get("blocks") or [], f"/attachments/{n}/blocks")
    )
    return [*across.every_block(blocks, "/blocks"), *attached]


def _metadata(metadata: Any) -> Problems:
    if metadata is None:
        return
    if not isinstance(metadata, dict):
        yield Problem("invalid_metadata_format", "/metadata", error="invalid_metadata_format")
    elif any(_METADATA.shape(metadata, "/metadata", "message")):
        yield Problem("invalid_metadata_schema", "/metadata", error="invalid_metadata_schema")
    elif len(_utf8(json.dumps(metadata, ensure_ascii=False))) > METADATA_BYTES:
        yield Problem("metadata_too_large", "/metadata", error="metadata_too_large")


def _utf8(text: str) -> bytes:
    return text.encode(errors="surrogatepass")
