"""Reading content/: either all of it is right, or every mistake is named with file and line."""

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from bot.framework import blocks, rules, written
from bot.framework.complaining import sentence
from bot.framework.content import Content
from bot.framework.entries import Book
from bot.framework.translating import overlay
from bot.framework.written import Complaint, Written

# Slack publishes no limit for a whole message; it was seen to take 12 kB and to refuse 15.
MOST_BYTES = 12_000


class ContentError(Exception):
    """The content has mistakes, each named with its file and line."""

    def __init__(self, complaints: list[Complaint]) -> None:
        super().__init__("\n".join(str(complaint) for complaint in complaints))
        self.complaints = complaints


def load(folder: Path) -> Content:
    """The content of *folder* in English, ready to be asked for another `locale`.

    Raises ContentError with every mistake in every language.
    """
    content, complaints = _read(folder)
    if content is None:
        raise ContentError(complaints)
    return content


def check(folder: Path) -> list[Complaint]:
    """Every mistake in *folder*, in the order of files and lines; empty if it can be used."""
    return _read(folder)[1]


def _read(folder: Path) -> tuple[Content | None, list[Complaint]]:
    complaints: list[Complaint] = []
    languages: dict[str, Content] = {}
    seen: set[Any] = set()
    roots, whole = _languages(folder, complaints)
    for name, root in roots.items():
        try:
            book = Book.model_validate(root.plain())
        except ValidationError as error:
            complaints += _findings(root, error, seen, told=complaints, whole=whole)
            continue
        languages[name] = Content.model_construct(
            **dict(book), language=name, languages=MappingProxyType(languages)
        )
        complaints += _sound(languages[name], root) if not complaints else []
    return (None, sorted(set(complaints))) if complaints else (languages["en"], [])


def _languages(folder: Path, complaints: list[Complaint]) -> tuple[dict[str, Written], bool]:
    """One mapping a language, the others laid over English; and whether English is whole."""
    if not (folder / "en").is_dir():
        complaints.append(Complaint(folder.name, 1, "there is no folder `en` with the English"))
        return {}, False
    unread: list[Complaint] = []
    english = written.gather(folder / "en", unread)
    complaints += unread
    known = rules.ids(english, complaints)
    if not unread:  # else half of what is missing only stands in the file that can't be read
        complaints += rules.references(english, known)
    found = {"en": english}
    for path in sorted(folder.iterdir()):
        if not path.is_dir() or path.name == "en" or path.name.startswith((".", "_")):
            continue
        if not written.LANGUAGE.match(path.name):
            called = f"{folder.name}/{path.name}"
            complaints.append(Complaint(called, 1, "a language is called like `de` or `pt-br`"))
            continue
        other = written.gather(path, complaints)
        rules.ids(other, complaints)
        if not unread:
            found[path.name] = overlay(english, other, complaints)
    return found, not unread


def _findings(
    root: Written,
    error: ValidationError,
    seen: set[Any],
    *,
    told: list[Complaint],
    whole: bool,
) -> list[Complaint]:
    """Pydantic's findings as sentences, without what follows from those *told* already.

    Another language repeats what English lacks at the same places: that is said once.
    """
    places = {(complaint.file, complaint.line) for complaint in told}
    found = []
    for finding in error.errors():
        place, kind = finding["loc"], finding["type"]
        if (place, kind) in seen or (kind == "missing" and len(place) == 1 and not whole):
            continue
        seen.add((place, kind))
        here = root.at(place[:-1] if kind == "missing" else place)
        if (here.file, here.line) not in places:
            found.append(here.complain(sentence(finding)))
    return found


def _sound(content: Content, root: Written) -> Iterator[Complaint]:
    for place, text in rules.sound(content):
        yield root.at(place).complain(text)
    yield from _too_large(content, root)


def _too_large(content: Content, root: Written) -> Iterator[Complaint]:
    for at, card in enumerate(content.cards):
        size = max(message.size for message in blocks.every_message(content, card))
        if size > MOST_BYTES:
            yield root.at(("cards", at)).complain(
                f"the card `{card.id}` makes a message of {size} bytes, and Slack takes about "
                f"{MOST_BYTES}: shorten it, or make two cards of it"
            )
    if (size := blocks.help_list(content).size) > MOST_BYTES:
        yield root.at(("commands",)).complain(
            f"`/amp help` makes a message of {size} bytes, and Slack takes about {MOST_BYTES}: "
            "shorten the summaries of cards and commands"
        )
