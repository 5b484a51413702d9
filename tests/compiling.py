"""Each test has engines of its own; what SQLAlchemy compiled for one of them serves the next."""

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite
from sqlalchemy.util import LRUCache

STATEMENTS = 2000  # all that Amp and its tests have, and some


def compile_once() -> None:
    """Engines of one kind share what is compiled, for which their dialects have to be equal."""
    for dialect in (SQLiteDialect_aiosqlite, PGDialect_asyncpg):
        _share(dialect)


def _share(dialect: Any) -> None:
    compiled: LRUCache[Any, Any] = LRUCache(STATEMENTS)

    def engine_created(_dialect: Any, engine: Engine) -> None:
        engine._compiled_cache = compiled

    dialect.engine_created = classmethod(engine_created)
    dialect.__eq__ = lambda one, other: type(one) is type(other)
    dialect.__hash__ = lambda one: hash(type(one))
