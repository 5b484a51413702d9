"""A PostgreSQL server: what it lets our role do, what it can keep, and what it writes down."""

from collections.abc import AsyncIterator

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from bot import rights, schema
from bot.db import Database
from bot.doctor.finding import Finding, ok, problem


async def server(database: Database) -> AsyncIterator[Finding]:
    """All of it; the database answers."""
    yield await refused(database) or ok("the role may read and write every table")
    async with database.read() as session:
        if wrong := await _encoding(session):
            yield wrong
        yield await _logged(session)


async def refused(database: Database) -> Finding | None:
    """What our role may not do; None where it may all."""
    told = await rights.lacking(database)
    if told is None:
        return None
    what, _, remedy = told.partition(". ")
    return problem(what, remedy)


async def _encoding(session: AsyncSession) -> Finding | None:
    kept = str(await session.scalar(text("SHOW server_encoding")))
    if kept == schema.ENCODING:
        return None
    return problem(
        f"the database keeps text as {kept}: not every name and message can be kept",
        f"Make one with ENCODING '{schema.ENCODING}', and bring this one's dump into it.",
    )


async def _logged(session: AsyncSession) -> Finding:
    """Whether the server writes down what we ask of it, with people's ids and words in it."""
    role, what, slow = (
        await session.execute(
            text(
                "SELECT current_user, current_setting('log_statement'),"
                " current_setting('log_min_duration_statement')"
            )
        )
    ).one()
    if what in ("none", "ddl") and slow == "-1":
        return ok("PostgreSQL logs no statements of ours")
    return problem(
        f"PostgreSQL logs our statements (log_statement {what}, log_min_duration_statement {slow})",
        f'As a superuser: ALTER ROLE "{role}" SET log_statement = \'none\'; ALTER ROLE "{role}" '
        "SET log_min_duration_statement = -1; then restart Amp.",
    )
