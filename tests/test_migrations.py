"""The migrations: forwards and backwards on both databases, and in agreement with the models."""

import asyncio
from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect

from bot import db, models
from bot.settings import Settings
from tests import process

ENOUGH = {"AMP_SECRET": "only for tests"}


async def alembic(*command: str, url: str, folder: Path = process.ROOT) -> tuple[int, str]:
    """As in the Procfile: from the repository, with what `pyproject.toml` says."""
    return await process.run(
        *command, environment={**ENOUGH, "DATABASE_URL": url}, folder=folder, module="alembic"
    )


async def look(url: str, at: Any) -> Any:
    """What a function of a plain connection finds."""
    database = db.connect(Settings(DATABASE_URL=url).database)
    try:
        async with database.engine.connect() as connection:
            return await connection.run_sync(at)
    finally:
        await database.close()


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, models.metadata))


async def test_models_and_migrations_agree(database_url: str) -> None:
    """What the migrations make is what the code expects, down to the constraints."""
    assert await look(database_url, differences) == []


async def test_from_nothing_to_the_newest_by_the_command_of_the_procfile(empty_url: str) -> None:
    """And once more, which changes nothing."""
    procfile = (process.ROOT / "Procfile").read_text()
    assert "release: python -m alembic upgrade head\n" in procfile
    for _ in range(2):
        status, said = await alembic("upgrade", "head", url=empty_url)
        assert status == 0, said
    assert await look(empty_url, tables) == {"alembic_version", *models.metadata.tables}


async def test_a_migration_can_be_undone(database_url: str) -> None:
    """All the way down nothing is left but alembic's own table; and up again."""
    status, said = await alembic("downgrade", "base", url=database_url)
    assert status == 0, said
    assert await look(database_url, tables) == {"alembic_version"}
    status, said = await alembic("upgrade", "head", url=database_url)
    assert status == 0, said
    assert await look(database_url, differences) == []


async def test_a_sqlite_file_is_brought_up_to_date_twice_at_once(tmp_path: Path) -> None:
    """`amp web` and `amp worker`, started together in an empty folder."""
    url = Settings(DATABASE_URL=f"sqlite:///{tmp_path}/amp.db").database
    databases = [db.connect(url), db.connect(url)]
    await asyncio.gather(*(db.migrate(database) for database in databases))
    assert [await db.revisions(database) for database in databases] == [("0003", "0003")] * 2
    for database in databases:
        await database.close()


async def test_an_address_that_is_none_is_named_before_anything_is_tried() -> None:
    """The settings are the same as everywhere."""
    status, said = await alembic("upgrade", "head", url="mysql://db.example/amp")
    assert status == 1
    assert "DATABASE_URL must begin with sqlite:/// or postgresql://." in said
