"""Slack's published types of Block Kit (`@slack/types`), read from the text of its declarations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_INTERFACE = re.compile(r"^export interface (\w+)(?: extends ([^{]+))? \{")
_FIELD = re.compile(r"^    (\w+)(\?)?: (.+)$")
_LITERAL = re.compile(r"^'(\w+)';$")


@dataclass
class Published:
    """One interface: what it extends, its fields (and whether each must be), its `type`."""

    parents: list[str]
    fields: dict[str, bool] = field(default_factory=dict)
    type: str = ""


def read(folder: Path) -> dict[str, dict[str, bool]]:
    """The fields of every interface that has a `type`, by that: whether each must be there."""
    found: dict[str, Published] = {}
    for path in sorted(folder.glob("*.d.ts")):
        found |= _interfaces(path.read_text("utf-8"))
    return {one.type: dict(_whole(one, found)) for one in found.values() if one.type}


def _interfaces(text: str) -> dict[str, Published]:
    found: dict[str, Published] = {}
    now = Published([])
    for line in text.splitlines():
        if start := _INTERFACE.match(line):
            parents = [name.strip() for name in (start[2] or "").split(",")]
            now = found[start[1]] = Published([name for name in parents if name])
        elif line == "}":
            now = Published([])
        elif known := _FIELD.match(line):
            now.fields[known[1]] = known[2] is None
            literal = _LITERAL.match(known[3])
            if known[1] == "type" and literal:
                now.type = literal[1]
    return found


def _whole(one: Published, known: dict[str, Published]) -> Iterator[tuple[str, bool]]:
    for parent in one.parents:
        if parent in known:
            yield from _whole(known[parent], known)
    yield from one.fields.items()
