"""Whether PostgreSQL's disk has room: what is small still fits where no answer does any more."""

from typing import Any
from weakref import WeakSet

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

DISK_FULL, MAY_NOT = "53100", "42501"  # sqlstates
NEEDS_ROOM = "CREATE TEMPORARY TABLE room ON COMMIT DROP AS SELECT generate_series(1, 10000)"

_full: WeakSet[Engine] = WeakSet()


def note(engine: Engine, error: Any) -> None:
    """Remember an error that says that there is none."""
    if getattr(error, "sqlstate", None) == DISK_FULL:
        _full.add(engine)


async def find(engine: AsyncEngine) -> None:
    """Raise what the server says where there is none; looked at only once something found none."""
    if engine.sync_engine not in _full:
        return
    try:
        async with engine.begin() as connection:
            await connection.execute(text(NEEDS_ROOM))
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) != MAY_NOT:  # a role without the right to try
            raise
    _full.discard(engine.sync_engine)
