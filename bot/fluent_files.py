"""A language's messages as Fluent files: finding them, and reading them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

from bot.violations import Violation

if TYPE_CHECKING:
    from fluent.syntax import ast

_KEY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """One file of messages; it is read once, when somebody wants to know what is in it."""

    path: Path
    language: str
    name: str  # what it is called in violations
    is_ours: bool  # a company's, over what Amp ships

    @property
    def text(self) -> str:
        return self._read[0]

    @property
    def resource(self) -> "ast.Resource":
        return self._read[1]

    @property
    def broken(self) -> list[Violation]:
        """The lines that are no Fluent."""
        return self._read[2]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Each key, and what is written from there to the next one, unparsed."""
        text = self.path.read_text("utf-8-sig")
        keys = list(_KEY.finditer(text))
        ends = [*(key.start() for key in keys[1:]), len(text)]
        return ((key[1], text[key.start() : end]) for key, end in zip(keys, ends, strict=True))

    @cached_property
    def _read(self) -> "tuple[str, ast.Resource, list[Violation]]":
        return _parse(self.path.read_bytes(), self.name)


def find(*folders: Path) -> Iterator[Page]:
    """Every file of messages in a folder of a language; the first of *folders* is what is shipped.

    What is shipped is called `content/en/messages/pulse.ftl`, a company's file as it was given.
    """
    for folder in folders:
        for path in sorted(folder.glob("*/messages/*.ftl")):
            language = path.parent.parent.name
            shipped = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            is_ours = folder != folders[0]
            if is_language(language):
                yield Page(path, language, str(path) if is_ours else shipped, is_ours)


@cache
def is_language(name: str) -> bool:
    """Whether a folder's name is a language that Babel knows, in small letters: `de`, `pt-br`."""
    try:
        return bool(Locale.parse(name, sep="-")) and name == name.lower()
    except (UnknownLocaleError, ValueError):
        return False


def _parse(raw: bytes, file: str) -> "tuple[str, ast.Resource, list[Violation]]":
    """A file's text, the messages in it, and a violation for each line that is no Fluent."""
    from fluent.syntax import FluentParser, ast  # as in bot/speaking.py

    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return "", ast.Resource([]), [Violation(file, line, "this file is not UTF-8")]
    resource = FluentParser().parse(text)
    broken = [
        Violation(file, text.count("\n", 0, note.span.start) + 1, _what_to_do(note))
        for junk in resource.body
        if isinstance(junk, ast.Junk)
        for note in junk.annotations or []
        if note.span
    ]
    return text, resource, broken


def _what_to_do(note: "ast.Annotation") -> str:
    if note.code == "E0010":
        return "a selector needs one variant with a star, `*[other] …`, for all other cases"
    said = (note.message or "").replace('"', "`")
    if note.code in ("E0002", "E0003"):
        said += "; a line that goes on is indented, and begins with none of `*`, `[`, `.`, `}`"
    return f"this is no message: {said[:1].lower()}{said[1:]}"
