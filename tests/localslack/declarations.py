"""Slack's published types, read from the text of their declarations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_STARTS = re.compile(r"^export (?:type|interface|declare enum) (\w+)")
_FIELD = re.compile(r"^    (?:\")?([\w-]+)(?:\")?\?: (.+?);?$")
_MAP = re.compile(r"^        \[key: string\]: (.+);$")
_PLAIN: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "boolean": (bool,),
    "any": (object,),
}


@dataclass
class Declared:
    """The types of one file; an enumeration is a type without fields."""

    types: dict[str, dict[str, str]] = field(default_factory=dict)
    whole: str = ""

    def complaints(self, answer: Any) -> Iterator[str]:
        """What an answer has that its type hasn't, and what has another type."""
        yield from self._of(answer, self.whole, "")

    def _of(self, value: Any, kind: str, at: str) -> Iterator[str]:
        if value is None:
            return
        if " | " in kind:
            found = [list(self._of(value, one, at)) for one in kind.split(" | ")]
            yield from min(found, key=len)
        elif kind.startswith("map of ") or kind.endswith("[]"):
            yield from self._of_many(value, kind, at)
        elif kind in _PLAIN:
            is_flag = isinstance(value, bool) and kind == "number"
            if is_flag or not isinstance(value, _PLAIN[kind]):
                yield f"{at} is no {kind}"
        elif fields := self.types.get(kind):
            yield from self._of_object(value, fields, at)

    def _of_many(self, value: Any, kind: str, at: str) -> Iterator[str]:
        mapped = kind.startswith("map of ")
        if not isinstance(value, dict if mapped else list):
            yield f"{at} is no {'object' if mapped else 'list'}"
            return
        inner = kind.removeprefix("map of ") if mapped else kind.removesuffix("[]")
        for one in value.values() if isinstance(value, dict) else value:
            yield from self._of(one, inner, f"{at}.*" if mapped else f"{at}[]")

    def _of_object(self, value: Any, fields: dict[str, str], at: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{at} is no object"
            return
        for name, one in value.items():
            here = f"{at}.{name}".removeprefix(".")
            if name not in fields:
                yield f"{here} is not in Slack's type"
            else:
                yield from self._of(one, fields[name], here)


def read(path: Path) -> Declared:
    """The types of one file, whose first one is the whole answer's."""
    declared, name, mapped = Declared(), "", ""
    for line in path.read_text("utf-8").splitlines():
        if start := _STARTS.match(line):
            name = start[1]
            declared.types[name] = {}
            declared.whole = declared.whole or name
        elif mapped and (inner := _MAP.match(line)):
            declared.types[name][mapped] = f"map of {inner[1]}"
            mapped = ""
        elif found := _FIELD.match(line):
            declared.types[name][found[1]] = found[2]
            mapped = found[1] if found[2] == "{" else ""
    return declared
