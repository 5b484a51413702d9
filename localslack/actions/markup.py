"""What a person types, turned into Slack's markup."""

import re
from collections.abc import Callable

ADDRESS = re.compile(r"https?://[^\s<>|]+")
NAMED = re.compile(r"(?<![\w@#/])([@#])([\w][\w.\-]*)")
BROADCASTS = {"channel", "here", "everyone"}


def escape(text: str) -> str:
    """`&`, `<` and `>` as Slack wants them."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def typed(text: str, resolve: Callable[[str, str], str | None], *, links: bool = True) -> str:
    """What a person typed as Slack stores it: escaped, with addresses and names made links.

    *resolve* takes `@` or `#` and a name and gives `<@U…>`-like markup, or None.
    """

    def mark(match: re.Match[str]) -> str:
        sigil, name = match.groups()
        if sigil == "@" and name in BROADCASTS:
            return f"<!{name}>"
        stem = name.rstrip(".-")
        markup = resolve(sigil, stem)
        return match.group() if markup is None else markup + name[len(stem) :]

    words: list[str] = []
    position = 0
    for found in ADDRESS.finditer(text):
        words.append(NAMED.sub(mark, escape(text[position : found.start()])))
        address = escape(found.group())
        words.append(f"<{address}>" if links else address)
        position = found.end()
    words.append(NAMED.sub(mark, escape(text[position:])))
    return "".join(words)
