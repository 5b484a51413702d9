"""Finding a topic by a word of it, misspelt words included."""

import difflib
from itertools import takewhile

from bot.framework.content import Content
from bot.framework.entries import Card, CommandHelp
from bot.framework.topics import Topic, tokens

# Enough of any question; the rest of a long one is not looked at.
_MOST_WORDS = 8
_NEAR = 0.78
_NEAREST = 3
_SLIPS_FROM = 4  # letters of a name; shorter ones are near too much
_IN_THE_TEXT = 0.3  # a word of a card's text says less than one of its keywords


def find(content: Content, words: str) -> Topic | tuple[Topic, ...]:
    """The topic that *words* mean, or else up to three that they may mean, the likeliest first.

    A name typed exactly always finds its topic, and a command's with one slip if it is the only
    one; other near misses do when one topic stands out. What sends or deletes something for many
    is found by its name alone.
    """
    asked = tokens(words)[:_MOST_WORDS]
    if named := content.named.get(" ".join(asked)):
        return named
    if meant := _nearly_typed(content, asked):
        return meant
    known = tuple(topic for topic in content.topics if _may_be_offered(topic, asked))
    scores = [0.0] * len(known)
    for word in asked:
        for at, hit in enumerate(_hits(word, known)):
            scores[at] += hit
    ranked = sorted(zip(scores, known, strict=True), key=lambda pair: -pair[0])
    likely = [(score, topic) for score, topic in ranked if score > 0][:_NEAREST]
    if len(likely) == 1 or (len(likely) > 1 and likely[0][0] >= likely[1][0] + 0.5):
        return likely[0][1]
    return tuple(topic for _, topic in likely)


def _nearly_typed(content: Content, asked: list[str]) -> Topic | None:
    """The one command whose name was typed with a slip, where the word is not known as it is."""
    if len(asked) == 1 and any(asked[0] in topic.words for topic in content.topics):
        return None
    squeezed = "".join(asked)
    near = {
        name
        for language in (content, *content.languages.values())
        for spelling, name in language.spellings.items()
        if len(spelling) >= _SLIPS_FROM and _slips(squeezed, spelling)
    }
    found = [
        topic
        for topic in content.topics
        if topic.command and not topic.command.by_name and _name(topic) in near
    ]
    return found[0] if len(found) == 1 else None


def _slips(typed: str, name: str) -> bool:
    """Whether one letter is too many, missing or another, or two have changed places."""
    same = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(typed, name, strict=False))
    )
    a, b = typed[same:], name[same:]
    swapped = a[:2] == b[:2][::-1] and a[2:] == b[2:]
    return swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]


def _name(topic: Topic) -> str:
    return topic.typed.removeprefix("/amp").strip()


def card(content: Content, typed: str) -> Card | None:
    """The card whose name was typed, letter for letter: what is asked for most.

    None for nothing at all, which a card's name made of signs would match, and for help.
    """
    name = typed.lower()
    named = content.named.get(name) if name not in ("", "help") else None
    return named.card if named else None


def command(content: Content, typed: str) -> str | None:
    """The command that somebody means by another spelling of it, in any language: `set up`."""
    squeezed = "".join(tokens(typed))
    for language in (content, *content.languages.values()):
        if squeezed in language.spellings:
            return language.spellings[squeezed]
    return None


def pointed_at(content: Content, said: str) -> Topic | None:
    """What a message names and nothing else, or has a word of that means a command; any language.

    Free speech is not searched: «thanks a lot» would find something too.
    """
    whole = " ".join(tokens(said))
    for language in (content, *content.languages.values()):
        for topic in language.topics:
            if whole in topic.names or (topic.command and _speaks_of(topic.command, whole)):
                return next(one for one in content.topics if one.id == topic.id)
    return None


def _speaks_of(command: CommandHelp, whole: str) -> bool:
    return any(f" {' '.join(tokens(words))} " in f" {whole} " for words in command.said)


def _may_be_offered(topic: Topic, asked: list[str]) -> bool:
    """Whether a topic harms nobody, or each word of its name was typed, misspelt perhaps."""
    if topic.command is None or not topic.command.by_name:
        return True
    name = [word for word in tokens(_name(topic)) if len(word) > 2]
    return all(difflib.get_close_matches(word, asked, n=1, cutoff=_NEAR) for word in name)


def _hits(word: str, known: tuple[Topic, ...]) -> list[float]:
    """How well one typed word fits each topic; near misses count where nothing fits exactly."""
    exact = [topic.words.get(word, _IN_THE_TEXT if word in topic.text else 0.0) for topic in known]
    # A number is right or wrong, never nearly right, and a short word is near too many.
    if any(exact) or len(word) < 4 or not word.isalpha():
        return exact
    stem = word[: max(5, len(word) - 3)]
    return [
        _nearness(word, topic.words)
        or (_IN_THE_TEXT if any(said.startswith(stem) for said in topic.text) else 0.0)
        for topic in known
    ]


def _nearness(word: str, words: dict[str, float]) -> float:
    near = difflib.get_close_matches(word, [w for w in words if w.isalpha()], n=1, cutoff=_NEAR)
    longer = [w for w in words if w.startswith(word)]
    return max((0.8 * words[w] for w in (*near, *longer)), default=0.0)
