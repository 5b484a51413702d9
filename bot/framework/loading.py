"""Reading content/: either all of it is right, or every mistake is named with file and line."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec import Struct, field
from msgspec.structs import asdict

from bot import fluent_files, words
from bot.framework import blocks, nodes, overrides, rules, shapes, wholeness
from bot.framework.content import Content
from bot.framework.entries import Schema
from bot.framework.nodes import Layer, Node
from bot.framework.shapes import Misfit
from bot.framework.translating import overlay
from bot.violations import ContentError, Violation
from bot.words import ENGLISH, UnknownMessage, Words

# Slack publishes no limit for a whole message; it was seen to take 12 kB and to refuse 15.
MOST_BYTES = 12_000


class Reading(Struct):
    """What was read: a tree and the content of each language, and every mistake in them."""

    roots: dict[str, Node] = field(default_factory=dict)
    languages: dict[str, Content] = field(default_factory=dict)
    violations: list[Violation] = field(default_factory=list)
    is_whole: bool = True  # whether each file of English can be read


def load(*folders: Path, say: Words | None = None) -> Content:
    """The content of *folders* in English, ready to be asked for another `locale`.

    The first folder is complete; a company's own may follow, and is laid over it. *say* are the
    words of the same folders, where they are read already. Raises ContentError with every violation
    in every language. What Amp ships has passed `amp check`: where it is alone, no card's size is
    looked at, and other languages than English are read once one of them is asked for.
    """
    if len(folders) == 1:
        return Shipped(*folders)[ENGLISH]
    reading = read(*folders)
    if not reading.violations:
        reading.violations += too_large(reading, say or words.load(*folders))
    return _right(reading)[ENGLISH]


class Shipped(Mapping[str, Content]):
    """The languages of a folder, of which English is read at once; raises ContentError."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names = _names(folder, [])
        self._read = _right(read(folder, names={ENGLISH}, languages=self))

    def __getitem__(self, name: str) -> Content:
        if name not in self._read and name in self._names:
            others = _right(read(self._folder, languages=self))
            self._read = {**others, **self._read}
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _right(reading: Reading) -> dict[str, Content]:
    if reading.violations:
        raise ContentError(reading.violations)
    return reading.languages


def check(*folders: Path) -> list[Violation]:
    """Every violation in *folders*, in the order of files and lines; empty if they can be used."""
    reading = read(*folders)
    try:
        found = too_large(reading, words.load(*folders)) if not reading.violations else []
    except ContentError as broken:
        found = broken.violations
    return sorted({*reading.violations, *found})


def read(
    *folders: Path,
    names: Collection[str] = (),
    languages: Mapping[str, Content] | None = None,
) -> Reading:
    """Read everything, or the languages of these *names* only, whatever is wrong with it.

    Each knows the others by *languages*, or else those that are read with it.
    """
    reading = Reading()
    seen: set[Any] = set()
    _read_trees(reading, *folders, only=names)
    for name, root in reading.roots.items():
        whole = wholeness.in_one_language(reading.roots[ENGLISH], root)
        schema, misfits = shapes.read(Schema, whole.plain())
        if schema is None:
            reading.violations += _findings(whole, misfits, seen, reading)
            continue
        content = reading.languages[name] = Content(
            **asdict(schema),
            language=name,
            languages=MappingProxyType(reading.languages) if languages is None else languages,
        )
        if not reading.violations:
            reading.violations += _sound(content, whole)
    return reading


def _read_trees(reading: Reading, *folders: Path, only: Collection[str]) -> None:
    """One tree a language: what is shipped, and what a company says in its place."""
    violations = reading.violations
    if not (folders[0] / ENGLISH).is_dir():
        said = "there is no folder `en` with the English"
        violations.append(Violation(folders[0].name, 1, said))
        return
    layers = [
        Layer(folder, name, is_ours=folder != folders[0])
        for folder in folders
        for name in _names(folder, violations)
        if not only or name in only
    ]
    unread: list[Violation] = []
    shipped, *ours = [nodes.gather(one, unread) for one in layers if one.language == ENGLISH]
    english = shipped
    for own in ours:
        rules.ids(own, violations)
        english = overrides.lay_over(english, own, Schema, violations)
    violations += unread
    reading.is_whole = not unread
    known = rules.ids(english, violations)
    if not unread:  # else half of what is missing only stands in the file that can't be read
        violations += rules.references(english, known)
    reading.roots[ENGLISH] = english
    for layer in layers:
        if layer.language != ENGLISH:
            _read_language(reading, english, layer)


def _read_language(reading: Reading, english: Node, layer: Layer) -> None:
    other = nodes.gather(layer, reading.violations)
    rules.ids(other, reading.violations)
    if reading.is_whole:
        beneath = reading.roots.get(layer.language, english)
        reading.roots[layer.language] = overlay(beneath, other, reading.violations)


def _names(folder: Path, violations: list[Violation]) -> list[str]:
    """The languages of a folder, by the names of the folders in it."""
    found = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if not path.is_dir() or path.name.startswith((".", "_")):
            continue
        if fluent_files.is_language(path.name):
            found.append(path.name)
            continue
        said = "no language (CLDR) has this code: name the folder like `de` or `pt-br`"
        violations.append(Violation(f"{folder.name}/{path.name}", 1, said))
    return found


def _findings(
    root: Node, misfits: Iterable[Misfit], seen: set[Any], reading: Reading
) -> list[Violation]:
    """What does not fit, with file and line, without what follows from what is told already.

    Another language repeats what English lacks at the same places: that is said once.
    """
    places = {(violation.file, violation.line) for violation in reading.violations}
    found = []
    for misfit in misfits:
        place, kind = misfit.place, misfit.kind
        follows = kind == "missing" and len(place) == 1 and not reading.is_whole
        if follows or (place, kind) in seen:
            continue
        seen.add((place, kind))
        here = root.at(place[:-1] if kind == "missing" else place)
        if (here.file, here.line) not in places:
            found.append(here.violation(misfit.said))
    return found


def _sound(content: Content, root: Node) -> Iterator[Violation]:
    for place, text in rules.sound(content):
        yield root.at(place).violation(text)


def too_large(reading: Reading, say: Words) -> list[Violation]:
    """A violation for each message of a sound reading that Slack would not take.

    Raises ContentError for words that can't be read; one that can't be said has no size, and is
    named by bot/checking.
    """
    try:
        return [
            violation
            for name, content in reading.languages.items()
            for violation in _too_large_in(say.locale(name), content, reading.roots[name])
        ]
    except UnknownMessage:
        return []


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
