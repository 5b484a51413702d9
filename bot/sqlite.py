"""SQLite over aiosqlite, with one trip to its thread for each statement instead of four.

A trip takes longer than most statements do: aiosqlite goes once to make the cursor, once to
execute, once to fetch and once to close. What is fetched here is a handful of rows, so all of it
is fetched at once; and a transaction begins in the trip of its first statement.
"""

import asyncio
import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, Self

import aiosqlite

WAITS = 30.0  # seconds for another writer to finish
CHUNK = 64  # rows; aiosqlite's own default, for who iterates over a cursor


class File:
    """The file that a process has opened; another one in its place is not taken for it.

    What was written so far is in the one that is gone, and its log, left beside the new one, would
    be played into it. Until the file is back, or Amp is started anew, nothing is said to be kept.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._known: tuple[int, int] | None = None

    def check(self) -> None:
        """Raise OperationalError where it is another one, or none, by now."""
        if self._known is not None and self._found() != self._known:
            raise sqlite3.OperationalError(
                f"{self._path} was removed or replaced while Amp runs: put it back, or restart Amp"
            )

    def opened(self) -> None:
        """It is open, so that it is there by now."""
        self._known = self._known or self._found()

    def _found(self) -> tuple[int, int] | None:
        with suppress(OSError):
            there = os.stat(self._path)
            return there.st_dev, there.st_ino
        return None


def connect(file: File, path: str, **options: Any) -> "Connection":
    """A connection that opens once it is awaited; *options* are those of `sqlite3.connect`."""
    file.check()
    connection = Connection(partial(_opened, path, timeout=WAITS, **options), CHUNK)
    connection._thread.daemon = True  # a process that dies of an error waits for no database
    return connection


def _opened(path: str, **options: Any) -> sqlite3.Connection:
    """A file that is made is for its owner only, and so is the log beside it.

    What hinders that is in SQLite's own words, which come next.
    """
    with suppress(OSError):
        made = os.path.realpath(path)  # a link may lead where nothing is yet
        os.close(os.open(made, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    opened: sqlite3.Connection = sqlite3.connect(path, **options)
    return opened


class Cursor:
    """What SQLAlchemy asks of a cursor, answered from what one trip brought along."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, values: Sequence[Any] = ()) -> Self:
        """Run a statement and fetch its rows."""
        await self._trip(sqlite3.Cursor.execute, statement, values)
        return self

    async def executemany(self, statement: str, rows: Iterable[Sequence[Any]]) -> Self:
        """Run a statement once for each of *rows*."""
        await self._trip(sqlite3.Cursor.executemany, statement, rows)
        return self

    async def fetchall(self) -> list[Any]:
        """Every row."""
        return self._rows

    async def close(self) -> None:
        """Nothing is open any more."""

    async def _trip(self, execute: Any, statement: str, values: Any) -> None:
        run = partial(self._run, execute, statement, values)
        await self._connection._execute(run)  # type: ignore[no-untyped-call]

    def _run(self, execute: Any, statement: str, values: Any) -> None:
        cursor = self._connection._conn.cursor()
        try:
            self._connection.begin_now(cursor)
            execute(cursor, statement, values)
            self.description = cursor.description
            self._rows = cursor.fetchall() if cursor.description else []
            self.rowcount = cursor.rowcount
            self.lastrowid = cursor.lastrowid
        finally:
            cursor.close()


class Connection(aiosqlite.Connection):
    """aiosqlite's connection with the cursor above; a transaction without statements is no trip."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._begin: str | None = None

    async def _connect(self) -> "Connection":
        try:
            await super()._connect()
        except BaseException:
            # Its thread still has something to tell the loop, which may be closed a moment later.
            await asyncio.to_thread(self._thread.join, 1.0)
            raise
        return self

    def begin(self, statement: str) -> None:
        """Begin a transaction, by this BEGIN, as soon as something is to be done in it."""
        self._begin = statement

    def begin_now(self, cursor: sqlite3.Cursor) -> None:
        """Begin what is to be begun; runs in the thread, before each statement."""
        if self._begin is not None:
            cursor.execute(self._begin)
            self._begin = None

    def cursor(self) -> Cursor:  # type: ignore[override]
        return Cursor(self)

    async def commit(self) -> None:
        self._begin = None
        if self.in_transaction:
            await super().commit()

    async def rollback(self) -> None:
        self._begin = None
        if self.in_transaction:
            await super().rollback()
