"""What content/ may hold: texts that fit where they are shown, honest links, enough of each."""

import html
import re
from urllib.parse import urlsplit

from msgspec import Struct

# Control characters but for tab and line feed, and halves of characters.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
LINK = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")


class ValidText(Struct, frozen=True):
    """Takes a text that Slack can show in its place, and says otherwise what is wrong with it.

    *most* counts characters as they are sent: Slack sees `&amp;` where a person wrote `&`.
    """

    most: int
    lines: bool = False
    links: bool = False

    def __call__(self, text: str) -> str:
        text = text.strip()
        if not text:
            raise ValueError("is empty")
        if "\n" in text and not self.lines:
            raise ValueError("must stand on one line")
        size = len(html.escape(text, quote=False))
        if size > self.most:
            raise ValueError(f"has {size} characters, and {self.most} fit where it is shown")
        harmless(text, links=self.links)
        return text


class Spelled(Struct, frozen=True):
    """Takes a text that is spelled like this, all of it; says otherwise *how* it is spelled."""

    pattern: str
    how: str

    def __call__(self, text: str) -> str:
        if not re.fullmatch(self.pattern, text):
            raise ValueError(f"“{text}” won't do here: {self.how}")
        return text


class Count(Struct, frozen=True):
    """Takes so many entries."""

    fewest: int = 0
    most: int | None = None

    def __call__(self, entries: tuple[object, ...]) -> tuple[object, ...]:
        there = len(entries)
        if there < self.fewest:
            raise ValueError(f"has {there} entries, and takes at least {self.fewest}")
        if self.most is not None and there > self.most:
            raise ValueError(f"has {there} entries, and takes at most {self.most}")
        return entries


class AtLeast(Struct, frozen=True):
    """Takes a number that is no smaller."""

    least: int

    def __call__(self, number: int) -> int:
        if number < self.least:
            raise ValueError(f"should be {self.least} or more, not {number}")
        return number


def harmless(text: str, *, links: bool) -> None:
    """Take a text in which Slack finds nothing but honest links; raises ValueError otherwise."""
    if CONTROL.search(text):
        raise ValueError("has a character that nobody can see, such as NUL: take it out")
    for found in LINK.finditer(text):
        if not links:
            raise ValueError(f"shows {found[0]} as it is written: no link or mention works here")
        if not found[2]:
            raise ValueError(f"has {found[0]}, which is no link: write <https://example.org|words>")
        web_address(found[1])


def web_address(text: str) -> str:
    """Take a web address; raises ValueError for anything but http and https."""
    if not _leads_somewhere(text) or re.search(r"[\s<>|]", text):
        raise ValueError(f"“{text}” is no web address: it begins with https:// or http://")
    return text


def _leads_somewhere(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:  # half a pair of brackets, or a letter that stands for several
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)
