"""A language's messages as Fluent files: finding them, reading them, and Amp's own functions."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from fluent.runtime import FluentBundle, resolver
from fluent.runtime.errors import FluentCyclicReferenceError
from fluent.runtime.resolver import Message, Pattern
from fluent.runtime.types import FluentType
from fluent.syntax import FluentParser, ast

from bot.violations import ContentError, Violation

# A value may be as long as what people write into a form, which is more than Fluent's 2,500.
resolver.MAX_PART_LENGTH = 12_000
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
    def resource(self) -> ast.Resource:
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
    def _read(self) -> tuple[str, ast.Resource, list[Violation]]:
        return _parse(self.path.read_bytes(), self.name)


class Bundle(FluentBundle):
    """The messages of one language, those of a later page laid over the earlier ones.

    What is shipped is parsed message by message, when somebody first says it: `amp check` has read
    it before, and all of it would be a tenth of a second and 5 MB of each start. A company's own is
    read at once: raises ContentError for what can't be, with file and line.
    """

    def __init__(self, language: str, pages: Iterable[Page]) -> None:
        super().__init__([language], functions(language), use_isolating=False)
        pages = [page for page in pages if page.language == language]
        if broken := [violation for page in pages if page.is_ours for violation in page.broken]:
            raise ContentError(broken)
        self._unread = {key: text for page in pages if not page.is_ours for key, text in page}
        for page in pages:
            if page.is_ours:
                self.add_resource(page.resource, allow_overrides=True)

    def has_message(self, message_id: str) -> bool:
        self._read(message_id)
        return super().has_message(message_id)

    def _lookup(self, entry_id: str, term: bool = False) -> Message:
        self._read(f"-{entry_id}" if term else entry_id)
        return super()._lookup(entry_id, term)

    def _read(self, key: str) -> None:
        if text := self._unread.get(key):
            self.add_resource(FluentParser(with_spans=False).parse(text))
            self._unread.pop(key, None)  # only now: another thread may want it meanwhile


def say(
    bundle: FluentBundle, pattern: Pattern, values: Mapping[str, Any]
) -> tuple[str, Sequence[Exception]]:
    """What a pattern says with its values, and what is wrong with it."""
    try:
        said, errors = bundle.format_pattern(pattern, dict(values))
    except RecursionError:  # Fluent itself does not see every circle
        return "", [FluentCyclicReferenceError()]
    return str(said), errors


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


def _parse(raw: bytes, file: str) -> tuple[str, ast.Resource, list[Violation]]:
    """A file's text, the messages in it, and a violation for each line that is no Fluent."""
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


def _what_to_do(note: ast.Annotation) -> str:
    if note.code == "E0010":
        return "a selector needs one variant with a star, `*[other] …`, for all other cases"
    said = (note.message or "").replace('"', "`")
    if note.code in ("E0002", "E0003"):
        said += "; a line that goes on is indented, and begins with none of `*`, `[`, `.`, `}`"
    return f"this is no message: {said[:1].lower()}{said[1:]}"


def functions(language: str) -> dict[str, Any]:
    """What a message may call, besides Fluent's own NUMBER and DATETIME."""
    return {"SPELLED": _spelled_in(language), "SMALL": _small, "BIG": _big}


def _spelled_in(language: str) -> Any:
    """Fluent's function SPELLED($count): a whole number in words, up to ninety-nine."""

    def spelled(count: FluentType) -> Any:
        from num2words import num2words  # slow to import

        number = int(count)  # type: ignore[call-overload]
        return num2words(number, lang=language) if 0 <= number < 100 else count

    return spelled


def _small(text: str) -> str:
    """Fluent's function SMALL($text): it begins with a small letter, but for the English "I"."""
    return text if re.match(r"I(['’\s]|$)", text) else text[:1].lower() + text[1:]


def _big(text: str) -> str:
    """Fluent's function BIG($text): it begins with a capital letter."""
    return text[:1].upper() + text[1:]
