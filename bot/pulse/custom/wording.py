"""How a statement is to be worded, so that its answers mean something and name nobody.

The rules are those that Amp's own statements follow: one idea, at most fifteen words, something
that one can agree with. What a language joins ideas with, and what is rude in it, stands in
content/<language>/messages/custom.ftl.
"""

import re
from collections.abc import Collection, Iterator

from bot.errors import AmpError
from bot.framework.content import Content
from bot.words import Words

MOST_WORDS = 15
MOST_CHARACTERS = 150
FEWEST_LETTERS_OF_A_NAME = 3  # in scripts with capitals, where «Li» is a word as well
# What Slack writes for a mention, a channel or a link, what people type for them, and addresses.
POINTS_AT = re.compile(
    r"[<>]|(?<!\w)@\w+|(?<!\w)#[^\W\d]\w*|\w*[^\W\d]\.[^\W\d]{2,}|https?:|\w@\w", re.I
)
CLOSES = " .…!\"'”’»)“"  # what may stand after a question mark
WORD = re.compile(r"\w+(?:['’]\w+)*")


class NothingAsked(AmpError):
    """A statement has no words."""

    field = "text"


class TooManyWords(AmpError):
    """A statement is longer than one reads at a glance."""

    field = "text"


class TooManyCharacters(AmpError):
    """A statement has few words, and long ones."""

    field = "text"


class AskedAlready(AmpError):
    """A statement holds the words of one that Amp asks: both could be compared."""

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


def checked(typed: str, say: Words, content: Content, names: Collection[str]) -> str:
    """The statement, its blanks tidied.

    *say* and *content* are of the team's language, *names* are what its people are called. Raises
    NothingAsked, TooManyWords, TooManyCharacters, NotAStatement, NamesSomebody, TwoIdeas,
    AskedAlready or RudeStatement.
    """
    text = " ".join(typed.split())
    words = WORD.findall(text)
    if not any(word.isalpha() for word in words):
        raise NothingAsked
    if len(words) > MOST_WORDS:
        raise TooManyWords(most=MOST_WORDS, words=len(words))
    if len(text) > MOST_CHARACTERS:
        raise TooManyCharacters(most=MOST_CHARACTERS)
    if text.rstrip(CLOSES).endswith(("?", "？", "؟")) or text.startswith("¿"):
        raise NotAStatement
    if points := POINTS_AT.search(text):
        raise NamesSomebody(word=points[0])
    if name := next((name for name in sorted(_parts(names)) if _is_named(name, text)), None):
        raise NamesSomebody(word=name)
    if asked := next((one for one in _asked_by_amp(content) if _bare(one) in _bare(text)), None):
        raise AskedAlready(text=asked)
    if joint := next((one for one in _listed(say, "custom-joints") if _joins(one, text)), ""):
        raise TwoIdeas(joint=joint)
    if any(_is_said(word.casefold(), text.casefold()) for word in _listed(say, "custom-rude")):
        raise RudeStatement
    return text


def _listed(say: Words, key: str) -> list[str]:
    """The words of a message that has commas between them."""
    return [word for word in map(str.strip, say.plain(key).split(",")) if word]


def _joins(joint: str, text: str) -> bool:
    """Whether a text has two parts with a word, or a sign such as «/», between them.

    Words with a hyphen («e-mail») and names with a sign («24/7», «Q&A», «CI/CD», «C++») are one.
    """
    if joint[0].isalnum():
        word = rf"(?<![\w-]){re.escape(joint)}(?![\w-])"
        return re.search(word, text, re.IGNORECASE) is not None
    return any(
        _is_a_part(text[: sign.start()][::-1]) and _is_a_part(text[sign.end() :])
        for sign in re.finditer(re.escape(joint), text)
    )


def _is_a_part(beside: str) -> bool:
    """Whether what stands *beside* a sign, read away from it, is a blank or an ordinary word."""
    near = beside[:2]
    return near[:1].isspace() or (len(near) == 2 and near.isalpha() and near.islower())


def _parts(names: Collection[str]) -> set[str]:
    """First and last names by themselves, without what is too short to be told from a word."""
    parts = {part for name in names for part in WORD.findall(name) if not part.isdecimal()}
    return {
        part for part in parts if len(part) >= (FEWEST_LETTERS_OF_A_NAME if _cased(part) else 2)
    }


def _cased(text: str) -> bool:
    """Whether its script has capitals, by which a name is told from the word that it may be."""
    return text.upper() != text.lower()


def _is_named(name: str, text: str) -> bool:
    """Whether a text holds a name, capitalised, also in the genitive such as «Annas»."""
    if not _cased(name):
        return name in text
    spelt = "|".join(re.escape(form) for form in {name[0].upper() + name[1:], name.upper()})
    return re.search(rf"(?<!\w)(?:{spelt})(?:['’]?s)?(?!\w)", text) is not None


def _asked_by_amp(content: Content) -> Iterator[str]:
    yield from (item.text for item in content.items.values())
    yield from (sign.text for sign in content.signs)


def _bare(text: str) -> str:
    """Words alone, in small letters."""
    return " ".join(WORD.findall(text.casefold()))


def _is_said(word: str, text: str) -> bool:
    """Whether a text holds a word by itself."""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None
