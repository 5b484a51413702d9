"""The hottest statements: PostgreSQL is sent them by asyncpg, prepared, past SQLAlchemy.

Around such a statement Core takes five times as long as asyncpg does (docs/decisions.md). They stay
Core's where they are written, and on SQLite and behind a pooler where they are executed as well.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Protocol

from sqlalchemy import Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.sql.base import Executable

from bot import room

Row = tuple[Any, ...]
Values = Mapping[str, Any]


class Connected(Protocol):
    """A connection for statements that need nothing of each other."""

    async def rows(self, statement: Executable, values: Values) -> list[Row]:
        """What a statement finds; raises SQLAlchemy's DBAPIError."""

    async def write(self, statement: Executable, values: Values) -> int:
        """How many rows a statement has written; raises SQLAlchemy's DBAPIError."""


class ByCore:
    """Has SQLAlchemy execute them, in one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def rows(self, statement: Executable, values: Values) -> list[Row]:
        return [tuple(row) for row in await self._connection.execute(statement, values)]

    async def write(self, statement: Executable, values: Values) -> int:
        return (await self._connection.execute(statement, values)).rowcount


class Prepared:
    """Has asyncpg execute them, each a transaction of its own; *opened* is a connection of ours."""

    def __init__(self, engine: AsyncEngine, opened: Any) -> None:
        self._engine = engine.sync_engine
        self._opened = opened

    async def rows(self, statement: Executable, values: Values) -> list[Row]:
        found, _ = await self._run(statement, values)
        return [tuple(row) for row in found]

    async def write(self, statement: Executable, values: Values) -> int:
        _, status = await self._run(statement, values)  # such as INSERT 0 1, or UPDATE 1
        return int(status.rpartition(" ")[2])

    async def _run(self, statement: Executable, values: Values) -> tuple[list[Any], str]:
        import asyncpg

        text, given = _written(statement, self._engine.dialect)
        sent = [process(values.get(name, default)) for name, process, default in given]
        # Whoever listens to what the engine executes hears of it as well.
        self._engine.dispatch.before_cursor_execute(None, None, text, sent, None, False)
        try:
            found: tuple[list[Any], str] = await self._opened.run(text, sent)
            return found
        except (asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            room.note(self._engine, error)
            gone = self._opened.is_closed()
            raise DBAPIError(
                text, None, error, hide_parameters=True, connection_invalidated=gone
            ) from error


Given = tuple[str, Callable[[Any], Any], Any]


@lru_cache
def _written(statement: Executable, dialect: Dialect) -> tuple[str, list[Given]]:
    """A statement as the server reads it; of each value its name, how it is sent, and a default."""
    compiled: Any = statement.compile(dialect=dialect)  # type: ignore[attr-defined]
    return str(compiled), [
        (name, _processor(compiled.binds[name].type, dialect), compiled.params[name])
        for name in compiled.positiontup
    ]


def _processor(kind: Any, dialect: Dialect) -> Callable[[Any], Any]:
    return kind.dialect_impl(dialect).bind_processor(dialect) or _as_it_is


def _as_it_is(value: Any) -> Any:
    return value
