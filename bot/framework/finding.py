"""Finding a topic by a word of it, misspelt words included."""

import difflib
import re
import unicodedata
from dataclasses import dataclass, field

from bot.framework.models import Card, CommandHelp, Content

# Enough of any question; the rest of a long one is not looked at.
_MOST_WORDS = 8
_NEAR = 0.78


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


def find(content: Content, words: str) -> Topic | tuple[Topic, ...]:
    """The topic that *words* mean, or else up to five that they may mean, the likeliest first.

    A name typed exactly always finds its topic; a near miss does when one topic stands out.
    """
    asked = tokens(words)[:_MOST_WORDS]
    known = topics(content)
    for topic in known:
        if " ".join(asked) in topic.names:
            return topic
    scores = [0.0] * len(known)
    for word in asked:
        for at, hit in enumerate(_hits(word, known)):
            scores[at] += hit
    ranked = sorted(zip(scores, known, strict=True), key=lambda pair: -pair[0])
    likely = [(score, topic) for score, topic in ranked if score > 0][:5]
    if len(likely) == 1 or (len(likely) > 1 and likely[0][0] >= likely[1][0] + 0.5):
        return likely[0][1]
    return tuple(topic for _, topic in likely)


def topics(content: Content) -> tuple[Topic, ...]:
    """Everything that can be found, cards first."""
    return tuple(map(_of_card, content.cards)) + tuple(map(_of_command, content.commands))


def tokens(text: str) -> list[str]:
    """The words of a text in small letters, without accents and signs."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"[^\W\d_]+|\d+", "".join(c for c in bare if not unicodedata.combining(c)))


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
    )


def _of_command(command: CommandHelp) -> Topic:
    name = command.typed.removeprefix("/amp").strip()
    return Topic(
        id=command.id,
        title=command.typed,
        typed=command.typed,
        summary=command.summary,
        card=None,
        command=command,
        names=frozenset({" ".join(tokens(name))}),
        words=_weighed((name,), command.words, command.summary),
    )


def _weighed(names: tuple[str, ...], words: tuple[str, ...], text: str) -> dict[str, float]:
    found = {token: 0.4 for token in tokens(text) if len(token) > 3}
    found |= {token: 1.5 for word in words for token in tokens(word)}
    found |= {token: 3.0 for name in names for token in tokens(name)}
    return found


def _hits(word: str, known: tuple[Topic, ...]) -> list[float]:
    """How well one typed word fits each topic; near misses count where nothing fits exactly."""
    exact = [topic.words.get(word, 0.0) for topic in known]
    # A number is right or wrong, never nearly right, and a short word is near too many.
    if any(exact) or len(word) < 4 or not word.isalpha():
        return exact
    return [_nearness(word, topic.words) for topic in known]


def _nearness(word: str, words: dict[str, float]) -> float:
    near = difflib.get_close_matches(word, [w for w in words if w.isalpha()], n=1, cutoff=_NEAR)
    longer = [w for w in words if w.startswith(word)]
    return max((0.8 * words[w] for w in (*near, *longer)), default=0.0)
