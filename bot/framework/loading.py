"""Reading content/: either all of it is right, or every mistake is named with file and line."""

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from pydantic import ValidationError

from bot.framework import blocks, rules, written
from bot.framework.models import Book, Content, Entry
from bot.framework.rules import did_you_mean
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
    for name, root in _languages(folder, complaints).items():
        try:
            book = Book.model_validate(root.plain())
        except ValidationError as error:
            complaints += _findings(root, error, seen, partly=bool(complaints))
            continue
        languages[name] = Content.model_construct(
            **dict(book), language=name, languages=MappingProxyType(languages)
        )
        complaints += _sound(languages[name], root) if not complaints else []
    return (None, sorted(set(complaints))) if complaints else (languages["en"], [])


def _languages(folder: Path, complaints: list[Complaint]) -> dict[str, Written]:
    """One mapping a language, the others laid over English."""
    if not (folder / "en").is_dir():
        complaints.append(Complaint(folder.name, 1, "there is no folder `en` with the English"))
        return {}
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
    return found


def _findings(
    root: Written, error: ValidationError, seen: set[Any], *, partly: bool
) -> Iterator[Complaint]:
    """Pydantic's findings as sentences; *partly*: a part of the content could not be read.

    Another language repeats what English lacks at the same places: that is said once.
    """
    for found in error.errors():
        place, kind = found["loc"], found["type"]
        if (place, kind) in seen or (partly and kind == "missing" and len(place) == 1):
            continue
        seen.add((place, kind))
        if kind == "missing":
            yield root.at(place[:-1]).complain(f"{_name(place[:-1])}lacks its `{place[-1]}`")
        else:
            yield root.at(place).complain(_sentence(found))


def _sound(content: Content, root: Written) -> Iterator[Complaint]:
    for place, text in rules.sound(content):
        yield root.at(place).complain(text)
    yield from _too_large(content, root)


def _sentence(error: Any) -> str:
    kind, place, given, more = error["type"], error["loc"], error["input"], error.get("ctx", {})
    name = _name(place)
    match kind:
        case "extra_forbidden":
            hint = did_you_mean(str(place[-1]), _fields(place))
            return f"`{place[-1]}` is not a name that means something here{hint}"
        case "string_type":
            return f"{name}should be words, not {_shown(given)}: put it in quotes"
        case "string_pattern_mismatch" | "string_too_long":
            return f"{name}{_shown(given)} won't do here: {_pattern(place)}"
        case "too_short" | "too_long":
            most = "at least" if kind == "too_short" else "at most"
            number = more.get("min_length" if kind == "too_short" else "max_length")
            return f"{name}has {more.get('actual_length')} entries, and takes {most} {number}"
        case "value_error":
            return f"{name}{more['error']}"
        case "tuple_type":
            return f"{name}should be a list, each entry on a line that begins with a dash"
        case "model_type" | "model_attributes_type":
            return f"{name}should be names with values, not {_shown(given)}"
        case "bool_type":
            return f"{name}should be true or false, not {_shown(given)}"
        case "literal_error":
            return f"{name}should be {more['expected']}, not {_shown(given)}"
        case _:
            return f"{name}{error['msg'][:1].lower()}{error['msg'][1:]}"


def _pattern(place: tuple[str | int, ...]) -> str:
    if place[-1] == "typed":
        return "it begins with /amp and has small letters only"
    return "an id has small letters, digits and single hyphens, 40 at most"


def _name(place: tuple[str | int, ...]) -> str:
    """What a complaint calls a place: the last name in it, and which entry of a list."""
    if not place:
        return ""
    if isinstance(place[-1], str):
        return f"`{place[-1]}` "
    return f"`{place[-2]}`, entry {place[-1] + 1}: " if len(place) > 1 else ""


def _shown(given: Any) -> str:
    if given is None:
        return "nothing"
    return f"“{given}”" if isinstance(given, str) else f"`{str(given)[:40]}`"


def _fields(place: tuple[str | int, ...]) -> list[str]:
    """The names that may stand where the last one of *place* stands."""
    model: type[Entry] = Book
    for step in place[:-1]:
        if isinstance(step, str):
            model = _entry(model.model_fields[step].annotation) or model
    return list(model.model_fields)


def _entry(annotation: Any) -> type[Entry] | None:
    """The model inside an annotation such as `tuple[Card, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _entry(arg))), None)


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
