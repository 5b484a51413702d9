"""What is old goes, however long the database takes for it."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from bot import db, postgres
from bot.db import Database
from bot.keeping import jobs as keeping
from bot.settings import Settings
from bot.slack import delivery, uninstalling
from bot.slack.models import Installation

AT = datetime(2026, 1, 1, tzinfo=UTC)
SLOW = """
CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_sleep(1.5); RETURN NULL; END $$
"""
JOBS: dict[str, Callable[[Database], Awaitable[None]]] = {
    "team": lambda database: keeping.forget_old(database, Settings()),
    "role": keeping.forget_ended_teams,
    "seen": lambda database: delivery.tidy(database, Settings()),
    "installation": uninstalling.forget_removed,
}


async def set_patience(database: Database, seconds: float) -> float | None:
    """Let a statement on the only connection take so long; how long it might before."""
    async with database.read() as session:
        raw = await (await session.connection()).get_raw_connection()
        before: float | None = raw.driver_connection._config.command_timeout  # type: ignore[union-attr]
        raw.driver_connection.wait(seconds)  # type: ignore[union-attr]
    return before


@pytest.mark.parametrize("table", JOBS)
async def test_what_is_old_goes_however_long_it_takes(table: str, postgres_url: str) -> None:
    """And whoever has the connection next waits for a statement no longer than before."""
    database = db.connect(Settings(database_url=postgres_url).database, pool=1)
    async with database.begin() as session:
        left = Installation(id="T1", name="x", bot_user_id="U1", bot_token=b"", scopes="")
        left.installed_at = left.revoked_at = AT
        session.add(left)
        await session.execute(text(SLOW))
        each = f'CREATE TRIGGER slow BEFORE DELETE ON "{table}" FOR EACH STATEMENT'
        await session.execute(text(f"{each} EXECUTE FUNCTION slow()"))
    await set_patience(database, 1)
    await JOBS[table](database)
    assert await set_patience(database, 0.5) == postgres.PATIENCE
    await database.close()
