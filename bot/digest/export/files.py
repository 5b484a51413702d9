"""The two files: exactly what a team's digests showed, harmless in a spreadsheet."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from bot.digest.payload import payload
from bot.digest.summary import Summary
from bot.framework.content import Content
from bot.words import Words

COLUMNS = (
    "team", "pulse", "day", "asked", "answered", "figure", "mean", "people", "verdict",
)  # fmt: skip
# What makes a spreadsheet run a cell, also as full-width signs (OWASP, «CSV injection»).
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # fmt: skip


def to_csv(content: Content, summaries: Sequence[Summary]) -> str:
    """A row for each figure of each round (RFC 4180); what was not shown is empty.

    Drives and facets are called as in the digest, in the language of its channel.
    """
    out = io.StringIO(newline="")
    # Only the characters of this terminator are quoted in a cell: a lone CR would split a row.
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for summary in summaries:
        rows.writerows(_rows(summary.in_language(content.locale(summary.language))))
    return out.getvalue()


def _rows(summary: Summary) -> Iterator[list[Any]]:
    for figure in (*summary.judged, *summary.facets):
        seen = figure.shown is not None
        verdict = figure.kind if figure in summary.judged else ""
        yield [
            harmless(summary.team), summary.number, summary.day, summary.asked, summary.answered,
            harmless(figure.name), figure.shown if seen else "", figure.people if seen else "",
            verdict,
        ]  # fmt: skip


def to_json(say: Words, content: Content, summaries: Sequence[Summary]) -> str:
    """A list of digests, oldest first, in the JSON schema that docs/webhook.md documents."""
    told = [payload(say, content, summary) for summary in summaries]
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def harmless(text: str) -> str:
    """*text* as a spreadsheet shows it rather than runs it."""
    return f"'{text}" if text.lstrip(" ").startswith(RUNS) else text
