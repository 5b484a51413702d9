"""How Slack takes a `markdown` block apart: it becomes several blocks, which all count.

Measured live by others: a header for each heading, a rich_text for each run of text, and a block
for each code fence, table and divider.
"""

import re
from collections.abc import Iterator

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_LINES = {
    "header": re.compile(r" {0,3}#{1,6}(\s|$)"),
    "divider": re.compile(r" {0,3}([-*_])([ \t]*\1){2,}[ \t]*$"),
    "table": re.compile(r"\s*\|"),
    "text": re.compile(r"\s*\S"),
}
_ALONE = ("header", "divider", "code")


def kinds(text: str) -> list[str]:
    """The blocks that come of a markdown text, in order: header, divider, table, text or code."""
    found: list[str] = []
    open_ = ""
    for kind in _line_kinds(text):
        if kind in _ALONE or kind not in ("", "within", open_):
            found.append(kind)
        # A blank line ends a table but not a run of text.
        open_ = open_ if kind == "" and open_ == "text" else kind
    return found


def _line_kinds(text: str) -> Iterator[str]:
    fence = ""
    for line in text.splitlines():
        marker = _FENCE.match(line)
        if fence:
            if marker and marker[1].startswith(fence):
                fence = ""
            yield "within"
        elif marker:
            fence = marker[1]
            yield "code"
        else:
            yield next((kind for kind, looks in _LINES.items() if looks.match(line)), "")
