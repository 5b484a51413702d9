"""What people put around a command: signs, emoji, courtesies, the command itself once more."""

import re

from bot.framework import search
from bot.framework.content import Content
from bot.framework.topics import tokens

_EMOJI = re.compile(r"^(?::[\w+'-]+:\s*)+|(?:\s*:[\w+'-]+:)+$")
# Those of `<#C123>`, `#channel`, «Team (EU)» and «-2» say something.
_SIGNS = re.compile(r"^(?:(?!-\d)[^\w<#@/])+|[^\w>)]+$")
_PASTED = re.compile(r"^(?:/amp(?:-[\w-]+)?|amp)(?=[\s:])", re.IGNORECASE)


def bare(text: str) -> str:
    """*text* without the quotes, full stops and emoji at its ends."""
    return _SIGNS.sub("", _EMOJI.sub("", text.strip()))


def without_thanks(content: Content, text: str) -> str:
    """And without what is said in the end, in whatever language: `pause 2, please`."""
    words = bare(text).split()
    while (known := _courtesy(content, words, at_end=True)) and not _is_command(content, words):
        words = bare(" ".join(words[:-known])).split()
    return " ".join(words)


def without_asking(content: Content, text: str) -> str:
    """And without what is said first: `please pause`, `show me the results`, `/amp pulse`."""
    words = _unpasted(text).split()
    while (known := _courtesy(content, words)) and not _is_command(content, words):
        words = _unpasted(" ".join(words[known:])).split()
    return " ".join(words)


def _unpasted(text: str) -> str:
    shorter = bare(_PASTED.sub("", bare(text)))
    return shorter if shorter == text else _unpasted(shorter)


def _is_command(content: Content, words: list[str]) -> bool:
    return search.command(content, " ".join(words)) is not None


def _courtesy(content: Content, words: list[str], *, at_end: bool = False) -> int:
    """How many words at one end are a courtesy; 0 where none is, or nothing would be left."""
    for length in range(min(len(words) - 1, content.longest_courtesy), 0, -1):
        said = words[-length:] if at_end else words[:length]
        if " ".join(tokens(" ".join(said))) in content.courtesies_anywhere:
            return length
    return 0
