"""The tables: which version of them a database has, and bringing them up to date."""

import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from sqlalchemy import Connection, func, inspect, literal, select, text
from sqlalchemy.exc import DBAPIError

from bot import db, outages, owner, paths, postgres, rights
from bot.db import Database
from bot.errors import OperatorError
from bot.settings import Settings

if TYPE_CHECKING:
    from alembic.config import Config

ENCODING = "UTF8"  # another one has no place for half of what people write
FIRST = "team"  # which is there as soon as any of ours are
UNCLEAR = "unclear"  # in the place of a revision, where none can be told
OURS = re.compile(r"\d{4}")  # how we call a revision
PATIENT = "statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"
LOCK = 0x616D70  # of PostgreSQL's advisory ones; «amp»


class NotMigrated(OperatorError):
    """The tables can't be brought up to date; the sentence says why and what to do."""


class Schema(Struct, frozen=True):
    """The revision that a database is at, and those that this version knows, oldest first."""

    current: str | None
    known: tuple[str, ...]
    unclear: str | None = None  # why nobody can say which it is, and what to do

    @property
    def newest(self) -> str:
        return self.known[-1]

    @property
    def is_current(self) -> bool:
        return self.current == self.newest

    @property
    def is_newer(self) -> bool:
        """Whether a newer version of Amp has been here, or who knows who: `newer` says which."""
        return self.current is not None and self.current not in self.known

    @property
    def missing(self) -> tuple[str, ...]:
        """What is to be done, oldest first."""
        done = self.known.index(self.current) + 1 if self.current in self.known else 0
        return self.known[done:]


def newer(schema: Schema) -> str:
    """What to say of a database that a newer version has brought up to date, or somebody else."""
    return schema.unclear or (
        f"A newer version of Amp has brought the tables up to date ({schema.current}; this one "
        f"knows {schema.newest}). Start that version, or restore a backup from before."
    )


async def read(database: Database) -> Schema:
    """Look at the tables' version; raises what the database raises.

    Every start looks, and seldom has anything to migrate: alembic, which is slow to import, is left
    out of it.
    """
    async with database.engine.connect() as connection:
        return await connection.run_sync(_look_at)


def _look_at(connection: Connection) -> Schema:
    there, found = inspect(connection), list[str]()
    if there.has_table("alembic_version"):
        found = list(connection.scalars(text("SELECT version_num FROM alembic_version")))
    if len(found) == 1:
        read = told(found[0])
        is_whole = read.is_current or read.is_newer or there.has_table(FIRST)
        return read if is_whole else _unclear(NOT_ALL.format(read.current))
    if connection.dialect.name != "sqlite" and there.default_schema_name is None:
        return _unclear(NO_SCHEMA.format(*connection.execute(ASKED).one()))
    # In another schema of the path lie tables of somebody else's.
    if found or _names().intersection(there.get_table_names(there.default_schema_name)):
        return _unclear(NO_VERSION)
    return Schema(None, known())


def told(revision: str) -> Schema:
    """What a database says of itself in our table; or somebody else's says, under the same name."""
    if OURS.fullmatch(revision):
        return Schema(revision, known())
    return _unclear(ANOTHER.format(revision))


def _unclear(why: str) -> Schema:
    return Schema(UNCLEAR, known(), why)


def _names() -> set[str]:
    """Of all our tables; who looks at an empty database will make them."""
    from bot import models

    return {table.name for table in models.metadata.sorted_tables}


NO_VERSION = (
    "The database has tables already, and does not say of which version of Amp: its table "
    "alembic_version is missing, empty, or has several rows. Name an empty database, or bring "
    "back a backup."
)
ANOTHER = (
    "The database's tables are at «{}», which no version of Amp has written: they are another "
    "program's. Name a database of Amp's own, or a schema: CREATE SCHEMA amp; and "
    "?options=-csearch_path=amp in DATABASE_URL."
)
NOT_ALL = (
    "The database says that its tables are at {}, and has none of Amp's: that is another program's "
    "word, or they were deleted. Name a database of Amp's own, or bring back a backup."
)
NO_SCHEMA = (
    "The search_path of {0} ({1}) names no schema that is there and that it may use. As the "
    "database's owner: CREATE SCHEMA IF NOT EXISTS …; GRANT CREATE, USAGE ON SCHEMA … TO {0}; "
    "Or name one that is there, with that right: ?options=-csearch_path=public in DATABASE_URL, or "
    "where no such options stand there, for the role: ALTER ROLE {0} SET search_path = public;"
)
ASKED = text("SELECT quote_ident(current_user), current_setting('search_path')")


@cache
def known() -> tuple[str, ...]:
    """The revisions that this version has, oldest first: what their files' names begin with."""
    files = paths.MIGRATIONS.glob("versions/*_*.py")
    return tuple(sorted(path.name.partition("_")[0] for path in files))


async def migrate(database: Database) -> None:
    """Bring the tables to the newest revision; several at once wait for each other."""
    from alembic import command

    config = _config()

    def upgrade(connection: Connection) -> None:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")

    async with database.engine.begin() as connection:
        await postgres.take_time(connection)
        # The lock is taken now: alembic has globals, and can't be in two migrations at once.
        if not database.on_sqlite:
            # Whoever waits here does so as long as it takes, whatever is set for the role.
            await connection.execute(select(*(func.set_config(one, "0", True) for one in PATIENT)))
        lock = literal(1) if database.on_sqlite else text(f"pg_advisory_xact_lock({LOCK})")
        await connection.execute(select(lock))
        await connection.run_sync(upgrade)


def _config() -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(paths.MIGRATIONS).replace("%", "%%"))
    return config


async def run(settings: Settings) -> int:
    """`amp migrate`: bring the tables up to date, and say from what to what.

    Raises NotMigrated.
    """
    database = db.connect(settings.database)
    where = str(settings.sqlite_file or postgres.place(settings.database))
    try:
        before = await _look(database, where, settings.sqlite_file)
        if before.is_newer:
            raise NotMigrated(newer(before))
        if before.current is None:
            await _check_encoding(database, where)
        if not before.is_current:
            await _migrate(database, where)
    finally:
        await database.close()
    sys.stdout.write(f"{where}: {_told(before)}\n")
    return 0


def _told(before: Schema) -> str:
    if before.is_current:
        return f"the tables are at {before.newest} already; nothing was to be done."
    did = ", ".join(before.missing)
    if before.current is None:
        return f"the tables were made ({did}). They are at {before.newest}; Amp can be started."
    return (
        f"the tables were brought from {before.current} to {before.newest} ({did}). "
        "Left to do: start this version's processes. Those of the version before work until then."
    )


async def _look(database: Database, where: str, file: Path | None) -> Schema:
    try:
        return await read(database)
    except postgres.Refused as error:
        remedy = outages.remedy(error) or "Is DATABASE_URL right, and is the server running?"
        raise NotMigrated(f"{error}. {remedy}") from error
    except Exception as error:
        if not outages.is_database(error):
            raise
        if rights.is_refusal(error) and (lacking := await rights.lacking(database)):
            raise NotMigrated(f"{where}: {lacking}") from error
        told = f"{where} can't be read: {outages.said(error)}.{owner.hint(file)}"
        raise NotMigrated(told) from error


async def _check_encoding(database: Database, where: str) -> None:
    """Where there is nothing yet that would have to be moved."""
    if database.on_sqlite:
        return
    async with database.engine.connect() as connection:
        kept, name = (
            await connection.execute(
                select(text("current_setting('server_encoding'), quote_ident(current_database())"))
            )
        ).one()
    if kept != ENCODING:
        raise NotMigrated(
            f"{where}: the database {name} keeps text as {kept}, in which not every name and "
            f"message can be kept. Nothing was changed. Make another one:\n"
            f"  CREATE DATABASE {name} ENCODING '{ENCODING}' TEMPLATE template0;"
        )


async def _migrate(database: Database, where: str) -> None:
    try:
        await migrate(database)
    except Exception as error:
        if not (isinstance(error, DBAPIError) or outages.is_database(error)):
            raise
        if rights.is_refusal(error):
            raise NotMigrated(await _rights(database, where)) from error
        remedy = outages.remedy(error) or ""
        raise NotMigrated(
            f"{where}: nothing was changed, because {outages.said(error)}. {remedy}".rstrip()
        ) from error


async def _rights(database: Database, where: str) -> str:
    """PostgreSQL lets nobody but the owner of a database make tables in `public` since 15.

    And nobody but a table's owner change it.
    """
    if others := await rights.owned_by_others(database):
        return f"{where}: {others}"
    async with database.engine.connect() as connection:
        asked = select(text("current_schema(), quote_ident(current_user), current_database()"))
        schema, role, name = (await connection.execute(asked)).one()
    return (
        f"{where} lets {role} make no tables. As the owner of the database {name}, or as a "
        f"superuser, run this in it, then try again:\n"
        f"  GRANT CREATE, USAGE ON SCHEMA {schema or 'public'} TO {role};"
    )
