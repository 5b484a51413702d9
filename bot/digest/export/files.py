"""The two files: exactly what a team's digests showed, harmless in a spreadsheet."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from bot.digest.shape import shape
from bot.digest.summary import Summary

COLUMNS = (
    "team", "pulse", "day", "asked", "answered", "figure", "mean", "people", "verdict",
)  # fmt: skip
# What makes a spreadsheet run a cell, also as full-width signs (OWASP, «CSV injection»).
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # fmt: skip


def to_csv(summaries: Sequence[Summary]) -> str:
    """A row for each figure of each round (RFC 4180); what was not shown is empty."""
    out = io.StringIO(newline="")
    # Only the characters of this terminator are quoted in a cell: a lone CR would split a row.
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for summary in summaries:
        rows.writerows(_rows(summary))
    return out.getvalue()


def _rows(summary: Summary) -> Iterator[list[Any]]:
    for figure in (*summary.drives, *summary.facets):
        seen = figure.shown is not None
        verdict = figure.kind if figure in summary.drives else ""
        yield [
            harmless(summary.team), summary.number, summary.day, summary.asked, summary.answered,
            harmless(figure.name), figure.shown if seen else "", figure.people if seen else "",
            verdict,
        ]  # fmt: skip


def to_json(summaries: Sequence[Summary]) -> str:
    """A list of digests, oldest first, in the shape that docs/webhook.md documents."""
    return json.dumps([shape(s) for s in summaries], indent=1, ensure_ascii=False) + "\n"


def harmless(text: str) -> str:
    """*text* as a spreadsheet shows it rather than runs it."""
    return f"'{text}" if text.lstrip(" ").startswith(RUNS) else text
