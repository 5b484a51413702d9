"""`amp check`: everything that can be wrong with content/, found before anybody reads it."""

from collections.abc import Iterator
from pathlib import Path

from bot.checking import (
    catalog,
    completeness,
    limits,
    markup,
    plurals,
    refused,
    translations,
    usage,
)
from bot.checking.catalog import Catalog
from bot.framework import loading
from bot.violations import ContentError, Violation


def check(*folders: Path) -> list[Violation]:
    """Every violation in *folders*, the first being complete and each other laid over it.

    Mistakes come first, then what a language lacks.
    """
    reading = loading.read(*folders)
    found = {*reading.violations}
    missing = set() if found else {*completeness.check(reading)}
    try:
        catalogs = catalog.read(*folders)
    except ContentError as broken:
        return [*sorted({*found, *broken.violations}), *sorted(missing)]
    found |= {*_of_messages(catalogs), *usage.check(catalogs)}
    missing |= {*translations.lacking(catalogs)}
    return [*sorted(found), *sorted(missing)]


def overlaid(*folders: Path) -> list[Violation]:
    """What is wrong with the messages that a company lays over the first of *folders*."""
    catalogs = catalog.read(*folders)
    ours = {m.file for messages in catalogs.values() for m in messages.values() if m.is_ours}
    wrong = {*_of_messages(catalogs), *translations.lacking(catalogs)}
    return sorted(found for found in wrong if found.file in ours)


def _of_messages(catalogs: dict[str, Catalog]) -> Iterator[Violation]:
    yield from catalog.unknown(catalogs)
    yield from translations.check(catalogs)
    yield from refused.check(catalogs)
    for language, messages in catalogs.items():
        yield from plurals.check(language, messages)
        yield from limits.check(messages)
        yield from markup.check(messages)
