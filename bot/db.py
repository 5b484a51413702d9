"""The database: one code for SQLite and PostgreSQL, and one way to open a transaction."""

import asyncio
import math
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    DateTime,
    Dialect,
    MetaData,
    event,
)
from sqlalchemy.engine import URL, Connection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.types import TypeDecorator
from sqlalchemy.util import await_only, greenlet_spawn

from bot import postgres, room
from bot import sqlite as driver
from bot.prepared import ByCore, Connected, Prepared

PING_AFTER = 10.0  # seconds for which a connection that nobody used is believed
POOL = 8  # connections a process: a web and a worker, and room for a third, in twenty
WAL_RETRY = 0.05  # seconds until SQLite is asked again to write ahead


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite keeps no zone, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


class Base(DeclarativeBase):
    """The root of every table.

    An index with a condition names it for SQLite alone: tables are made by migrations, which name
    it for both, and here PostgreSQL's dialect would be imported for it, 2 MB, by who has SQLite.
    """

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Moment,
        dict[str, Any]: JSON,
        list[str]: JSON,
    }


class DatabaseTimeout(Exception):
    """Another writer has kept SQLite for longer than it would wait itself."""


class Database:
    """Opens transactions: `begin()` to write, `read()` to look."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self._autocommit = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._writing = asyncio.Lock()
        self.is_pooled = False  # a pooler stands before PostgreSQL; known once it has answered

    @property
    def on_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncSession]:
        """A transaction that commits at the end, or rolls back when something is raised."""
        async with self._turn(), self._session(self.engine) as session, session.begin():
            yield session

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """A transaction that only looks; on SQLite it waits for no writer.

        PostgreSQL's would let each statement see what is committed by then anyway, so it has none.
        """
        async with self._session(self._plain) as session, session.begin():
            if self.on_sqlite:
                await session.connection(execution_options={"amp_reads": True})
            yield session

    @asynccontextmanager
    async def writes(self) -> AsyncIterator[Connected]:
        """Statements that need nothing of each other, in as few round trips as the database allows.

        PostgreSQL commits each by itself; SQLite, to which a commit is dear, all of them together,
        and so does who is behind a pooler, where only a transaction stays with one process.
        """
        if self.commits_each:
            async with self._prepared() as connected:
                yield connected
            return
        async with self._turn(), self.engine.connect() as connection:
            yield ByCore(connection)
            await connection.commit()

    @asynccontextmanager
    async def looks(self) -> AsyncIterator[Connected]:
        """The same for statements that only read; on SQLite they wait for no writer."""
        if self.commits_each:
            async with self._prepared() as connected:
                yield connected
            return
        async with self.engine.connect() as connection:
            await connection.execution_options(amp_reads=True)
            yield ByCore(connection)

    @asynccontextmanager
    async def _prepared(self) -> AsyncIterator[Connected]:
        """A connection of the pool to PostgreSQL, without what SQLAlchemy puts around one."""
        borrowed = await self.engine.raw_connection()
        try:
            yield Prepared(self.engine, borrowed.driver_connection)
        except TimeoutError:
            await greenlet_spawn(borrowed.invalidate)  # the server has not let go of it
            raise
        finally:
            await greenlet_spawn(borrowed.close)  # which gives it back

    @property
    def commits_each(self) -> bool:
        """Whether each statement of `writes` is a transaction of its own."""
        return not (self.on_sqlite or self.is_pooled)

    @property
    def _plain(self) -> AsyncEngine:
        """Without transactions, where the database needs none to keep one statement whole."""
        return self._autocommit if self.commits_each else self.engine

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        """SQLite takes one writer at a time, and lets the others sleep: up to 100 ms, in no order.

        Those of one process wait for each other here instead. Raises DatabaseTimeout when it takes
        as long as SQLite itself would wait.
        """
        if not self.on_sqlite:
            yield
            return
        try:
            async with asyncio.timeout(driver.WAITS):
                await self._writing.acquire()
        except TimeoutError:
            raise DatabaseTimeout from None
        try:
            yield
        finally:
            self._writing.release()

    def _session(self, engine: AsyncEngine) -> AsyncSession:
        return AsyncSession(engine, expire_on_commit=False)

    @asynccontextmanager
    async def outside_transactions(self) -> AsyncIterator[AsyncConnection]:
        """For VACUUM and checkpoints, which refuse to run inside one."""
        async with self._autocommit.connect() as connection:
            yield connection

    async def close(self) -> None:
        await self.engine.dispose()


def connect(url: URL, *, pool: int = POOL) -> Database:
    """Open the database at *url*, with at most *pool* connections to a PostgreSQL server.

    No statement and no value of one is ever logged.
    """
    if url.get_backend_name() != "sqlite":
        database: Database
        # All of them stay open: an overflow's are closed when they come back, and opened anew.
        several = "," in str(url.query.get("host", ""))  # SQLAlchemy would want a port of each
        engine = create_async_engine(
            url.set(query={}) if several else url,
            hide_parameters=True,
            isolation_level="READ COMMITTED",  # whatever the server's administrator prefers
            pool_size=pool,
            max_overflow=0,
            creator=lambda: _open(url, database),
        )
        event.listen(engine.sync_engine, "checkin", _note_idle)
        event.listen(engine.sync_engine, "checkout", partial(_ping, engine.dialect))
        full = engine.sync_engine
        event.listen(full, "handle_error", lambda told: room.note(full, told.original_exception))
        database = Database(engine)
        return database
    where, options = url.get_dialect()().create_connect_args(url)
    file = driver.File(*where)
    engine = create_async_engine(
        url, hide_parameters=True, async_creator=lambda: driver.connect(file, *where, **options)
    )
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "connect", lambda *_: file.opened())
    event.listen(engine.sync_engine, "checkout", lambda *_: file.check())
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return Database(engine)


def _open(url: URL, database: Database) -> Any:
    """A connection to PostgreSQL; behind a pooler it prepares nothing that outlives a statement."""
    opened = await_only(postgres.connect(url))
    database.is_pooled = opened.is_pooled

    async def ready() -> Any:
        return opened

    unnamed = {"prepared_statement_cache_size": 0, "prepared_statement_name_func": str}
    named = {"prepared_statement_name_func": postgres.new_name}
    dbapi: Any = database.engine.dialect.dbapi
    return dbapi.connect(async_creator_fn=ready, **(unnamed if opened.is_pooled else named))


def _note_idle(_connection: Any, record: ConnectionPoolEntry) -> None:
    record.info["idle_since"] = time.monotonic()
    postgres.take_no_more_time(record)


def _ping(dialect: Dialect, connection: Any, record: ConnectionPoolEntry, _proxy: Any) -> None:
    """Look whether a connection that lay idle still lives, and is not one that the server closed.

    SQLAlchemy's own `pool_pre_ping` asks before each transaction, which is three round trips more.
    """
    driven: Any = record.driver_connection
    if driven.is_closed():  # known without asking, as after a failover
        raise DisconnectionError
    if time.monotonic() - record.info.get("idle_since", math.inf) < PING_AFTER:
        return
    try:
        dialect.do_ping(connection)
    except (dialect.loaded_dbapi.Error, TimeoutError) as error:
        raise DisconnectionError from error  # the pool then tries another, or a new one


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, see _begin_sqlite
    cursor = connection.cursor()
    _use_wal(cursor)
    for pragma in (
        "synchronous=FULL",  # an answer that was acknowledged survives a power cut
        "foreign_keys=ON",
        "secure_delete=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _use_wal(cursor: Any) -> None:
    """Write ahead, in a log beside the file; the file remembers it.

    Where several processes open a new file at once, SQLite refuses to switch instead of waiting.
    """
    for _ in range(int(driver.WAITS / WAL_RETRY)):
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            await_only(asyncio.sleep(WAL_RETRY))
        else:
            return
    cursor.execute("PRAGMA journal_mode=WAL")


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("isolation_level") == "AUTOCOMMIT":
        return
    # A deferred transaction that turns into a writer fails at once when another one writes;
    # one that says so at the beginning waits its turn.
    opened: driver.Connection = connection.connection.driver_connection  # type: ignore[assignment]
    opened.begin("BEGIN" if options.get("amp_reads") else "BEGIN IMMEDIATE")
