"""What was deleted is taken out of the database's files as well, as soon as nobody holds it up.

Who deletes something in confidence says so in the same transaction (`want`); the clock's line
«scrub» does it, and does it again until it is done: a reader may stand in the way for a while.
"""

import asyncio
import secrets
from collections.abc import Sequence
from typing import Any

import structlog
from sqlalchemy import Delete, LargeBinary, bindparam, delete, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.db import Base, Database
from bot.postgres import LONG
from bot.sqlite import WAITS

log = structlog.get_logger()

BUSY_TIMEOUT = 250  # milliseconds for whoever reads or writes; then it is tried again later
TRIES, BETWEEN = 40, 0.05  # at a table of PostgreSQL's that is held, and seconds between two
LOCK_NOT_AVAILABLE = "55P03"


class PendingScrub(Base):
    """Something was deleted that shall not linger; *words* are readable ones, not sealed."""

    __tablename__ = "freed"

    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    words: Mapped[bool]
    rewritten: Mapped[bool] = mapped_column(default=False)  # the file is; its log is not yet


async def want(session: AsyncSession, *, words: bool = False) -> None:
    """Have what this transaction deletes scrubbed once it is committed."""
    session.add(PendingScrub(id=secrets.token_bytes(16), words=words))


async def erase(session: AsyncSession, *deletions: Delete, words: bool = False) -> None:
    """Delete, and have it scrubbed if there was anything; what a session holds of it stays there.

    Where there was nothing, nobody's tables are written anew.
    """
    unseen = {"synchronize_session": False}
    gone = [await session.execute(one, execution_options=unseen) for one in deletions]
    if any(one.rowcount for one in gone):  # type: ignore[attr-defined]
        await want(session, words=words)


async def scrub(database: Database) -> None:
    """Scrub what is wanted, if anything is; what is held up stays wanted."""
    async with database.read() as session:
        wanted = list(await session.scalars(select(PendingScrub)))
    if not wanted:
        return
    done = await (_sqlite if database.on_sqlite else _postgres)(database, wanted)
    async with database.begin() as session:
        connection, which = await session.connection(), PendingScrub.id == bindparam("freed")
        after = delete(PendingScrub) if done else update(PendingScrub).values(rewritten=True)
        await connection.execute(after.where(which), [{"freed": one.id} for one in wanted])


async def _sqlite(database: Database, wanted: Sequence[PendingScrub]) -> bool:
    """Rewrite the file without its freed pages, and empty the log; False if that is held up."""
    async with database.outside_transactions() as connection:
        await connection.exec_driver_sql(f"PRAGMA busy_timeout={BUSY_TIMEOUT}")
        try:
            if not all(one.rewritten for one in wanted):
                await connection.exec_driver_sql("VACUUM")
            found = await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            return bool(found.one()[0] == 0)
        finally:
            await connection.exec_driver_sql(f"PRAGMA busy_timeout={int(WAITS * 1000)}")


async def _postgres(database: Database, wanted: Sequence[PendingScrub]) -> bool:
    """Let the server reuse what is freed; where it holds *words*, write the tables anew.

    False while somebody still sees the rows, or holds a table. Each statement is one message, and
    none depends on another one's: behind a pooler every one may reach another process.
    """
    words = any(one.words for one in wanted)
    async with database.read() as session:
        if await _are_seen(session):
            return False
    async with database.outside_transactions() as connection:
        opened = (await connection.get_raw_connection()).driver_connection
        if not await _vacuum(opened, words=words):
            log.warning("a table is held; deleted rows are scrubbed later")
            return False
        if words:
            await _overwrite_log(opened)
    return True


async def _vacuum(opened: Any, *, words: bool) -> bool:
    """Vacuum each table, without waiting in its way; False if one is held for too long."""
    how = "FULL, SKIP_LOCKED" if words else "SKIP_LOCKED"
    skipped, forbidden = list[str](), list[str]()

    def notice(_: object, told: Any) -> None:
        if told.sqlstate == LOCK_NOT_AVAILABLE:
            skipped.append(told.sqlstate)
        elif told.severity_en == "WARNING":  # a table of another role's is passed over with one
            forbidden.append(told.message)

    opened.add_log_listener(notice)
    try:
        for name in Base.metadata.tables:
            for _ in range(TRIES):
                skipped.clear()
                await opened.execute(f'VACUUM ({how}) "{name}"', timeout=LONG)
                if not skipped:
                    break
                await asyncio.sleep(BETWEEN)
            else:
                return False
    finally:
        opened.remove_log_listener(notice)
    if forbidden:
        log.warning("deleted rows stay in PostgreSQL's tables for a while", why=forbidden[0])
    return True


async def _are_seen(session: AsyncSession) -> bool:
    """Whether somebody's snapshot is older than a row that asks for scrubbing, or as old.

    PostgreSQL's own vacuum has one too, which keeps nothing.
    """
    found = await session.execute(
        text(
            "SELECT max(age(backend_xmin)) >= (SELECT min(age(xmin)) FROM freed) "
            "FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
            "AND backend_type IS DISTINCT FROM 'autovacuum worker'"
        )
    )
    return bool(found.scalar())


async def _overwrite_log(opened: Any) -> None:
    """Write over the write-ahead log, whose files are used again with what stood in them.

    A role that may not do it leaves the words there until the server has come round.
    """
    import asyncpg

    try:
        for statement in (
            "SELECT pg_switch_wal()",
            "CHECKPOINT",
            "SELECT count(pg_logical_emit_message(false, 'amp', repeat(' ', 1000000))) FROM "
            "generate_series(1, (SELECT 1 + sum(size)::bigint / 1000000 FROM pg_ls_waldir()))",
        ):
            await opened.execute(statement, timeout=LONG)
    except asyncpg.PostgresError as error:
        log.warning("deleted words stay in PostgreSQL's log for a while", why=error.sqlstate)
