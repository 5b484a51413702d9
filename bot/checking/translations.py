"""What a translation must share with English: its keys, its values, and what they choose from."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from fluent.syntax import ast

from bot.checking.catalog import Catalog, Message
from bot.checking.plurals import CATEGORIES
from bot.violations import Violation, did_you_mean
from bot.words import ENGLISH

NAMED = 3  # of the keys that a file lacks; of the others there is the number


def check(catalogs: Mapping[str, Catalog]) -> Iterator[Violation]:
    english = {key: message.original for key, message in catalogs.get(ENGLISH, {}).items()}
    for messages in catalogs.values():
        for key, message in messages.items():
            if key in english:
                yield from _same_values(english[key], message)
                yield from _known_variants(english[key], message)
            elif not key.startswith("-"):
                hint = did_you_mean(key, english)
                yield message.violation(f"there is no `{key}` in English{hint}")


def lacking(catalogs: Mapping[str, Catalog]) -> Iterator[Violation]:
    """What a translation has not, a violation for each file."""
    english = {key: message.original for key, message in catalogs.get(ENGLISH, {}).items()}
    for language, messages in catalogs.items():
        if language != ENGLISH:
            yield from _lacks(language, english, messages)


def _same_values(english: Message, message: Message) -> Iterator[Violation]:
    known, used = english.shown | english.selecting, message.shown | message.selecting
    for name in sorted(used - known):
        hint = did_you_mean(name, known)
        yield message.violation(f"`{message.key}` has no value `${name}` in English{hint}")
    if message.replaces:
        return  # a company may say less
    for name in sorted(english.shown - message.shown):
        yield message.violation(f"`{message.key}` leaves out `${name}`, which English shows")


def _known_variants(english: Message, message: Message) -> Iterator[Violation]:
    """A variant that English does not have is never chosen: what it is chosen by is no word."""
    known = variants(english)
    for name, chosen in variants(message).items():
        if name in known and not known[name] & CATEGORIES:
            for variant in sorted(chosen - known[name] - {"other"}):
                hint = did_you_mean(variant, known[name])
                said = f"`{message.key}` is never `[{variant}]` by `${name}`{hint}"
                yield message.violation(said)


def variants(message: Message) -> dict[str, set[str]]:
    """What is chosen from by each value: names only, since numbers are matched as they are."""
    found: dict[str, set[str]] = defaultdict(set)
    for select in message.selects:
        if isinstance(select.selector, ast.VariableReference):
            keys = [v.key.name for v in select.variants if isinstance(v.key, ast.Identifier)]
            found[select.selector.id.name].update(keys)
    return found


def _lacks(language: str, english: Catalog, messages: Catalog) -> Iterator[Violation]:
    """One violation for each English file of which something is missing."""
    missing: dict[str, list[str]] = defaultdict(list)
    for key, message in english.items():
        if key not in messages and not key.startswith("-"):
            missing[message.file].append(key)
    for file, keys in missing.items():
        theirs = _file_of(messages, file.replace(f"/{ENGLISH}/messages/", f"/{language}/messages/"))
        named = ", ".join(f"`{key}`" for key in keys[:NAMED])
        more = f" and {len(keys) - NAMED} more" if len(keys) > NAMED else ""
        yield Violation(theirs, 1, f"this lacks {named}{more}")


def _file_of(messages: Catalog, shipped: str) -> str:
    """Where what is missing belongs: into the company's folder, if only that has the language."""
    if messages and all(message.original.is_ours for message in messages.values()):
        first = next(iter(messages.values()))
        return str(Path(first.file).with_name(Path(shipped).name))
    return shipped
