"""How a statement is to be worded, so that its answers mean something and name nobody.

The rules are those that Amp's own statements follow: one idea, at most fifteen words, something
that one can agree with. What a language joins ideas with, and what is rude in it, stands in
content/<language>/messages/custom.ftl.
"""

import re
from collections.abc import Collection, Iterator

from bot.errors import AmpError
from bot.words import Words

MOST_WORDS = 15
MOST_CHARACTERS = 150
FEWEST_LETTERS_OF_A_NAME = 3
# What Slack writes for a mention, a channel or a link, what people type for them, and addresses.
POINTS_AT = re.compile(r"[<>]|(?<!\w)[@#]\w|https?:|www\.|\w@\w", re.IGNORECASE)
WORD = re.compile(r"\w+(?:['’]\w+)*")


class NothingAsked(AmpError):
    """A statement has no words."""

    field = "text"


class TooManyWords(AmpError):
    """A statement is longer than one reads at a glance."""

    field = "text"


class NotAStatement(AmpError):
    """A question was written where there has to be something to agree with."""

    field = "text"


class TwoIdeas(AmpError):
    """Who agrees with one half of a statement and not with the other could not answer it."""

    field = "text"


class NamesSomebody(AmpError):
    """A statement is about somebody, or points at a person, a channel or a page."""

    field = "text"


class RudeStatement(AmpError):
    """A statement holds a swear word."""

    field = "text"


def checked(typed: str, say: Words, names: Collection[str]) -> str:
    """The statement, its blanks tidied.

    *say* are the words of the team's language, *names* what its people are called. Raises
    NothingAsked, TooManyWords, NotAStatement, NamesSomebody, TwoIdeas or RudeStatement.
    """
    text = " ".join(typed.split())
    words = WORD.findall(text)
    if not any(word.isalpha() for word in words):
        raise NothingAsked
    if len(words) > MOST_WORDS or len(text) > MOST_CHARACTERS:
        raise TooManyWords(most=MOST_WORDS, words=len(words))
    if text.endswith(("?", "？", "؟")) or text.startswith("¿"):
        raise NotAStatement
    if POINTS_AT.search(text) or any(_is_said(name, text) for name in _parts(names)):
        raise NamesSomebody
    if joint := next(_found(say.plain("custom-joints"), text), ""):
        raise TwoIdeas(joint=joint)
    if any(_found(say.plain("custom-rude"), text)):
        raise RudeStatement
    return text


def _found(listed: str, text: str) -> Iterator[str]:
    """Those of the *listed* words, commas between them, that stand in a text, in any case."""
    for word in filter(None, map(str.strip, listed.split(","))):
        if _is_said(word.casefold(), text.casefold()):
            yield word


def _parts(names: Collection[str]) -> set[str]:
    """First and last names by themselves; what is as short as «Li» is a word as well."""
    parts = {part for name in names for part in WORD.findall(name)}
    return {part for part in parts if len(part) >= FEWEST_LETTERS_OF_A_NAME and part[0].isupper()}


def _is_said(word: str, text: str) -> bool:
    """Whether a text holds a word, or a sign such as «/», by itself."""
    if not word[0].isalnum():
        return word in text
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None
