"""`amp check`: everything that can be wrong with content/, found before anybody reads it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot import fluent_files, words
from bot.checking import (
    cards,
    catalog,
    completeness,
    limits,
    markup,
    plurals,
    refused,
    rehearsal,
    translations,
    usage,
)
from bot.checking.catalog import Catalog
from bot.fluent_files import Page
from bot.framework import loading
from bot.speaking import Bundle
from bot.violations import ContentError, Violation
from bot.words import ENGLISH


def check(*folders: Path, pages: Sequence[Page] | None = None) -> list[Violation]:
    """Every violation in *folders*, the first being complete and each other laid over it.

    *pages* are their files of messages, where those are read already. Mistakes come first, then
    what a language lacks.
    """
    pages = list(fluent_files.find(*folders)) if pages is None else pages
    reading = loading.read(*folders)
    found = {*reading.violations}
    missing = set() if found else {*completeness.check(reading)}
    if ENGLISH in reading.languages:
        found |= {*cards.check(reading.languages[ENGLISH])}
    try:
        catalogs = catalog.of(pages)
        if not reading.violations:
            found |= {*loading.too_large(reading, words.of(pages))}
    except ContentError as broken:
        return [*sorted({*found, *broken.violations}), *sorted(missing)]
    found |= {*_of_messages(catalogs, pages), *usage.check(catalogs)}
    missing |= {*translations.lacking(catalogs)}
    return [*sorted(found), *sorted(missing)]


def read(*folders: Path) -> list[Violation]:
    """What keeps the files in *folders* from being read at all: a check of what was shipped."""
    reading = loading.read(*folders)
    try:
        catalog.of(list(fluent_files.find(*folders)))
    except ContentError as broken:
        return sorted({*reading.violations, *broken.violations})
    return sorted(reading.violations)


def summary(pages: Sequence[Page]) -> Iterator[str]:
    """A line for each language: how many of the messages it says."""
    try:
        catalogs = catalog.of(pages)
    except ContentError:
        return
    keys = {key for key in catalogs.get(ENGLISH, {}) if not key.startswith("-")}
    for language, messages in sorted(catalogs.items()):
        yield f"{language}: {len(keys & messages.keys())} of {len(keys)} messages"


def overlaid(*folders: Path) -> list[Violation]:
    """What is wrong with the messages that a company lays over the first of *folders*."""
    pages = list(fluent_files.find(*folders))
    catalogs = catalog.of(pages)
    ours = {m.file for messages in catalogs.values() for m in messages.values() if m.is_ours}
    wrong = {*_of_messages(catalogs, pages), *translations.lacking(catalogs)}
    return sorted(found for found in wrong if found.file in ours)


def _of_messages(catalogs: dict[str, Catalog], pages: Sequence[Page]) -> Iterator[Violation]:
    yield from catalog.unknown(catalogs)
    yield from translations.check(catalogs)
    yield from refused.check(catalogs)
    yield from rehearsal.check(
        catalogs, {language: Bundle(language, pages) for language in catalogs}
    )
    for language, messages in catalogs.items():
        yield from plurals.check(language, messages)
        yield from limits.check(messages)
        yield from markup.check(messages)
