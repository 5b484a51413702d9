"""How alembic reaches the database: through Amp's own settings, or a connection handed to it."""

import asyncio
import os

from alembic import context
from sqlalchemy import Connection

from bot import db, models, settings

metadata = models.metadata


def written(kind: str, item: object, _context: object) -> str | bool:
    """A migration names plain types: it outlives the classes of today."""
    return "sa.DateTime(timezone=True)" if isinstance(item, db.Moment) else False


def run(connection: Connection) -> None:
    # SQLite changes a table by copying it; batch mode does that.
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        compare_type=True,
        render_item=written,
    )
    with context.begin_transaction():
        context.run_migrations()


async def run_on_own_connection() -> None:
    database = db.connect(settings.read(os.environ, settings.Need.NOTHING).database)
    async with database.engine.begin() as connection:
        await connection.run_sync(run)
    await database.close()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    asyncio.run(run_on_own_connection())
