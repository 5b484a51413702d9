"""What can be found by a word: cards, and commands that do more than show one."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bot.framework.entries import Card, CommandHelp


@dataclass(frozen=True)
class Topic:
    """Something that help can show: a card, or a command that does more than show one."""

    id: str
    title: str
    typed: str
    summary: str
    card: Card | None
    command: CommandHelp | None
    names: frozenset[str] = field(repr=False)
    words: dict[str, float] = field(repr=False)  # what it is found by, and how telling that is
    text: frozenset[str] = field(default=frozenset(), repr=False)  # all that it says


def topics(cards: Iterable[Card], commands: Iterable[CommandHelp]) -> tuple[Topic, ...]:
    """Everything that can be found, cards first."""
    return tuple(map(_of_card, cards)) + tuple(map(_of_command, commands))


def spellings(commands: Iterable[CommandHelp]) -> dict[str, str]:
    """Commands by what is typed for them, written as one word."""
    found: dict[str, str] = {}
    for command in commands:
        name = command.typed.removeprefix("/amp").strip()
        for spelling in (name, *command.also):
            found.setdefault("".join(tokens(spelling)), name)
    return found


def tokens(text: str) -> list[str]:
    """The words of a text in small letters, without accents and signs."""
    bare = text.casefold()
    if not bare.isascii():
        bare = unicodedata.normalize("NFKD", bare)
        bare = "".join(c for c in bare if not unicodedata.combining(c))
    return re.findall(r"[^\W\d_]+|\d+", bare)


def _of_card(card: Card) -> Topic:
    names = (*card.names, card.id.replace("-", " "))
    return Topic(
        id=card.id,
        title=card.title,
        typed=f"/amp {card.names[0]}" if card.names else f"/amp help {card.id}",
        summary=card.summary,
        card=card,
        command=None,
        names=frozenset(" ".join(tokens(name)) for name in names),
        words=_weighed(names, card.words, card.title),
        text=frozenset(_said(card)),
    )


def _said(card: Card) -> Iterator[str]:
    """The words of a card that tell something: long ones, and figures."""
    for part in (*card.body, *card.more):
        said = tokens(" ".join((part.title or "", part.text, part.caveat or "")))
        yield from (token for token in said if len(token) > 3 or token.isdecimal())


def _of_command(command: CommandHelp) -> Topic:
    name = command.typed.removeprefix("/amp").strip()
    return Topic(
        id=command.id,
        title=command.typed,
        typed=command.typed,
        summary=command.summary,
        card=None,
        command=command,
        names=frozenset(" ".join(tokens(other)) for other in (name, *command.also)),
        words=_weighed((name,), (*command.words, *_enough(command)), command.summary),
    )


def _enough(command: CommandHelp) -> Iterator[str]:
    """The words that are enough to mean it; of several together each alone is not."""
    return (said for said in command.said if len(tokens(said)) == 1)


def _weighed(names: tuple[str, ...], words: tuple[str, ...], text: str) -> dict[str, float]:
    found = {token: 0.4 for token in tokens(text) if len(token) > 3}
    found |= {token: 1.5 for word in words for token in tokens(word)}
    found |= {token: 3.0 for name in names for token in tokens(name)}
    return found
