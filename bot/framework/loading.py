"""Reading content/: either all of it is right, or every mistake is named with file and line."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from bot import words
from bot.framework import blocks, nodes, rules
from bot.framework.content import Content
from bot.framework.entries import Schema
from bot.framework.nodes import Node
from bot.framework.translating import overlay
from bot.framework.validation import sentence
from bot.violations import ContentError, Violation
from bot.words import Words

# Slack publishes no limit for a whole message; it was seen to take 12 kB and to refuse 15.
MOST_BYTES = 12_000


def load(folder: Path, *, say: Words | None = None) -> Content:
    """The content of *folder* in English, ready to be asked for another `locale`.

    *say* are the words of the same folder, where they are read already. Raises ContentError with
    every violation in every language.
    """
    content, violations = _read(folder, say)
    if content is None:
        raise ContentError(violations)
    return content


def check(folder: Path, *over: Path) -> list[Violation]:
    """Every violation in *folder*, in the order of files and lines; empty if it can be used."""
    return _read(folder, None)[1]


def _read(folder: Path, say: Words | None) -> tuple[Content | None, list[Violation]]:
    violations: list[Violation] = []
    languages: dict[str, Content] = {}
    seen: set[Any] = set()
    roots, whole = _languages(folder, violations)
    for name, root in roots.items():
        try:
            schema = Schema.model_validate(root.plain())
        except ValidationError as error:
            violations += _findings(root, error, seen, told=violations, whole=whole)
            continue
        languages[name] = Content.model_construct(
            **dict(schema), language=name, languages=MappingProxyType(languages)
        )
        violations += _sound(languages[name], root) if not violations else []
    if not violations:
        violations += _too_large(say or words.load(folder), languages, roots)
    return (None, sorted(set(violations))) if violations else (languages["en"], [])


def _languages(folder: Path, violations: list[Violation]) -> tuple[dict[str, Node], bool]:
    """One mapping a language, the others laid over English; and whether English is whole."""
    if not (folder / "en").is_dir():
        violations.append(Violation(folder.name, 1, "there is no folder `en` with the English"))
        return {}, False
    unread: list[Violation] = []
    english = nodes.gather(folder / "en", unread)
    violations += unread
    known = rules.ids(english, violations)
    if not unread:  # else half of what is missing only stands in the file that can't be read
        violations += rules.references(english, known)
    found = {"en": english}
    for path in sorted(folder.iterdir()):
        if not path.is_dir() or path.name == "en" or path.name.startswith((".", "_")):
            continue
        if not nodes.LANGUAGE.match(path.name):
            called = f"{folder.name}/{path.name}"
            violations.append(Violation(called, 1, "a language is called like `de` or `pt-br`"))
            continue
        other = nodes.gather(path, violations)
        rules.ids(other, violations)
        if not unread:
            found[path.name] = overlay(english, other, violations)
    return found, not unread


def _findings(
    root: Node,
    error: ValidationError,
    seen: set[Any],
    *,
    told: list[Violation],
    whole: bool,
) -> list[Violation]:
    """Pydantic's findings as sentences, without what follows from those *told* already.

    Another language repeats what English lacks at the same places: that is said once.
    """
    places = {(violation.file, violation.line) for violation in told}
    found = []
    for finding in error.errors():
        place, kind = finding["loc"], finding["type"]
        if (place, kind) in seen or (kind == "missing" and len(place) == 1 and not whole):
            continue
        seen.add((place, kind))
        here = root.at(place[:-1] if kind == "missing" else place)
        if (here.file, here.line) not in places:
            found.append(here.violation(sentence(finding)))
    return found


def _sound(content: Content, root: Node) -> Iterator[Violation]:
    for place, text in rules.sound(content):
        yield root.at(place).violation(text)


def _too_large(
    say: Words, languages: Mapping[str, Content], roots: Mapping[str, Node]
) -> Iterator[Violation]:
    for name, content in languages.items():
        yield from _too_large_in(say.locale(name), content, roots[name])


def _too_large_in(say: Words, content: Content, root: Node) -> Iterator[Violation]:
    for at, card in enumerate(content.cards):
        size = max(message.size for message in blocks.every_message(say, content, card))
        if size > MOST_BYTES:
            yield root.at(("cards", at)).violation(
                f"the card `{card.id}` makes a message of {size} bytes, and Slack takes about "
                f"{MOST_BYTES}: shorten it, or make two cards of it"
            )
    if (size := blocks.help_list(say, content).size) > MOST_BYTES:
        yield root.at(("commands",)).violation(
            f"`/amp help` makes a message of {size} bytes, and Slack takes about {MOST_BYTES}: "
            "shorten the summaries of cards and commands"
        )
