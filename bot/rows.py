"""Finding and writing many rows at once, on SQLite and on PostgreSQL."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    String,
    Text,
    any_,
    func,
    inspect,
    literal,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from bot.db import Base


def is_any_of(
    session: AsyncSession, column: InstrumentedAttribute[Any], values: Iterable[Any]
) -> ColumnElement[bool]:
    """Whether a column is one of these numbers or texts, however many there are.

    They are one parameter of the statement, which may have no more than 32,766 of them.
    """
    if session.get_bind().dialect.name == "sqlite":
        listed = func.json_each(json.dumps(list(values))).table_valued("value")
        return column.in_(select(listed.c.value))
    of: Any = Text() if isinstance(column.type, String) else column.type  # no length to be cut to
    return column == any_(literal(list(values), ARRAY(of)))


async def insert_new(
    session: AsyncSession, table: type[Base], rows: Sequence[Mapping[str, Any]]
) -> int:
    """Insert the rows that are not there yet; says how many were new."""
    if not rows:
        return 0
    # Rows beside the statement, not in it: then it is compiled once, and not for every click.
    statement = _insert(session, table).on_conflict_do_nothing()
    inserted = await session.execute(statement.returning(literal(1)), list(rows))
    return len(inserted.all())


async def upsert(session: AsyncSession, table: type[Base], row: Mapping[str, Any]) -> None:
    """Insert the row, or overwrite the one with its primary key."""
    keys = [column.name for column in inspect(table).primary_key]
    await upsert_all(session, table, [row], keys=keys)


async def upsert_all(
    session: AsyncSession,
    table: type[Base],
    rows: Sequence[Mapping[str, Any]],
    *,
    keys: Sequence[str],
    keep: Collection[str] = (),
) -> Sequence[Any]:
    """Insert the rows, or overwrite those that have the same *keys*, which are unique; gives them.

    What is to *keep* is not overwritten by None.
    """
    if not rows:
        return []
    rows = list({tuple(row[key] for key in keys): row for row in rows}.values())
    statement = _insert(session, table)
    old, new = inspect(table).local_table.c, statement.excluded
    rest = {
        name: func.coalesce(new[name], old[name]) if name in keep else new[name]
        for name in rows[0]
        if name not in keys
    }
    upserting = statement.on_conflict_do_update(index_elements=keys, set_=rest).returning(table)
    found = await session.scalars(
        upserting, [dict(row) for row in rows], execution_options={"populate_existing": True}
    )
    return found.all()


def _insert(session: AsyncSession, table: type[Base]) -> Any:
    """An insert of the database's own kind; that of the other one is not imported."""
    if session.get_bind().dialect.name == "sqlite":
        from sqlalchemy.dialects import sqlite

        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql

    return postgresql.insert(table)
