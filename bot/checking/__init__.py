"""`amp check`: everything that can be wrong with content/, found before anybody reads it."""

from collections.abc import Iterator
from pathlib import Path

from bot.checking import catalog, limits, markup, plurals, translations, usage
from bot.checking.catalog import Catalog
from bot.framework import loading
from bot.violations import ContentError, Violation


def check(*folders: Path) -> list[Violation]:
    """Every violation in *folders*, the first being complete and each other laid over it."""
    found = loading.check(*folders)
    try:
        catalogs = catalog.read(*folders)
    except ContentError as broken:
        return sorted({*found, *broken.violations})
    return sorted({*found, *_of_messages(catalogs), *usage.check(catalogs)})


def overlaid(*folders: Path) -> list[Violation]:
    """What is wrong with the messages that a company lays over the first of *folders*."""
    ours = folders[0].name
    catalogs = catalog.read(*folders)
    return [v for v in _of_messages(catalogs) if v.file.partition("/")[0] != ours]


def _of_messages(catalogs: dict[str, Catalog]) -> Iterator[Violation]:
    yield from translations.check(catalogs)
    for language, messages in catalogs.items():
        yield from plurals.check(language, messages)
        yield from limits.check(messages)
        yield from markup.check(messages)
