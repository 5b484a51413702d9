"""What a text of content/ may hold: a length that fits where it is shown, and honest links."""

import html
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

LINK = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")


@dataclass(frozen=True)
class ValidText:
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
        for found in LINK.finditer(text):
            self._judge(found)
        return text

    def _judge(self, found: re.Match[str]) -> None:
        if not self.links:
            raise ValueError(f"shows {found[0]} as it is written: no link or mention works here")
        if not found[2]:
            raise ValueError(f"has {found[0]}, which is no link: write <https://example.org|words>")
        web_address(found[1])


def web_address(text: str) -> str:
    """Take a web address; raises ValueError for anything but http and https."""
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"[\s<>|]", text):
        raise ValueError(f"“{text}” is no web address: it begins with https:// or http://")
    return text
