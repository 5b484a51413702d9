"""`amp check`: everything that can be wrong with content/, found before anybody reads it."""

from collections.abc import Iterator
from pathlib import Path

from bot.checking import catalog, completeness, limits, markup, plurals, translations, usage
from bot.checking.catalog import Catalog
from bot.framework import loading
from bot.violations import ContentError, Violation


def check(*folders: Path) -> list[Violation]:
    """Every violation in *folders*, the first being complete and each other laid over it."""
    reading = loading.read(*folders)
    found = {*reading.violations}
    if not found:
        found |= {*completeness.check(reading)}
    try:
        catalogs = catalog.read(*folders)
    except ContentError as broken:
        return sorted({*found, *broken.violations})
    return sorted({*found, *_of_messages(catalogs), *usage.check(catalogs)})


def overlaid(*folders: Path) -> list[Violation]:
    """What is wrong with the messages that a company lays over the first of *folders*."""
    catalogs = catalog.read(*folders)
    ours = {m.file for messages in catalogs.values() for m in messages.values() if m.is_ours}
    return sorted({found for found in _of_messages(catalogs) if found.file in ours})


def _of_messages(catalogs: dict[str, Catalog]) -> Iterator[Violation]:
    yield from catalog.unknown(catalogs)
    yield from translations.check(catalogs)
    for language, messages in catalogs.items():
        yield from plurals.check(language, messages)
        yield from limits.check(messages)
        yield from markup.check(messages)
