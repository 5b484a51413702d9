"""What is down is the database only when it is."""

import asyncio
import os
import signal
import socket
from contextlib import suppress
from pathlib import Path
from typing import Any

import aiohttp
import asyncpg
import pytest
import redis
from sqlalchemy import URL, Integer, bindparam, insert, make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot import db, heartbeat, outages, postgres
from bot.db import Database, DatabaseTimeout
from bot.settings import Settings
from bot.slack.failures import DatabaseSilent, DatabaseUnreachable, OurMistake, as_amp_error
from tests.process import PATIENCE


async def test_a_postgresql_that_is_not_there_is_the_database() -> None:
    """The socket's own error, from within the driver."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = make_url(f"postgresql+asyncpg://amp@127.0.0.1:{taken.getsockname()[1]}/amp")
        database = db.connect(url)
        with pytest.raises(postgres.Refused) as refused:
            async with database.read() as session:
                await session.execute(text("SELECT 1"))
    assert outages.is_database(refused.value)
    await database.close()


@pytest.mark.parametrize("way", ["read", "begin", "looks", "writes"])
async def test_a_connection_that_ends_as_it_is_made_ready_is_the_database(
    way: str, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server lets us in, and goes down before SQLAlchemy has asked it what it needs."""
    connects = postgres.connect

    async def only_just(url: URL) -> Any:
        opened = await connects(url)
        with suppress(asyncpg.PostgresError):
            await opened.execute("SELECT pg_terminate_backend(pg_backend_pid())")
        return opened

    monkeypatch.setattr(postgres, "connect", only_just)
    database = db.connect(Settings(database_url=postgres_url).database)
    with pytest.raises(Exception) as ended:  # noqa: PT011  # the driver's, or SQLAlchemy's
        async with getattr(database, way)() as opened:
            asks = opened.execute if way in ("read", "begin") else opened.rows
            await asks(text("SELECT 1"), {})
    assert isinstance(as_amp_error(ended.value), DatabaseUnreachable)
    assert outages.words(ended.value)
    await database.close()


async def test_a_connection_to_somebody_else_is_not_the_database(tmp_path: Path) -> None:
    """Also when it breaks within a transaction: «nothing was kept» would be a guess."""
    database = db.connect(make_url(f"sqlite+aiosqlite:///{tmp_path}/amp.db"))
    with pytest.raises(ConnectionResetError) as reset:
        async with database.begin():
            raise ConnectionResetError
    assert not outages.is_database(reset.value)
    await database.close()


@pytest.mark.parametrize("setting", ["lock_timeout = '1ms'", "statement_timeout = '50ms'"])
async def test_what_an_administrator_cuts_short_is_the_database(
    setting: str, postgres_url: str
) -> None:
    """Somebody else holds a table; who waits for it is told that nothing was kept."""
    database = db.connect(Settings(database_url=postgres_url).database)
    async with database.begin() as holds:
        await holds.execute(text("LOCK TABLE team"))
        with pytest.raises(DBAPIError) as cut:
            async with database.begin() as session:
                await session.execute(text(f"SET LOCAL {setting}"))
                await session.execute(text("SELECT count(*) FROM team"))
    assert outages.is_database(cut.value)
    await database.close()


@pytest.mark.parametrize("way", ["begin", "looks"])
async def test_a_server_that_hangs_is_waited_for_only_so_long(
    way: str, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is frozen, or gone with nobody told: whoever comes next is let to another."""
    monkeypatch.setattr(postgres, "PATIENCE", 0.5)
    database = db.connect(Settings(database_url=postgres_url).database, pool=1)
    async with database.read() as session:
        process = await session.scalar(text("SELECT pg_backend_pid()"))
    os.kill(process, signal.SIGSTOP)
    try:
        async with asyncio.timeout(PATIENCE) as ours:
            with pytest.raises(TimeoutError) as hung:
                async with getattr(database, way)() as opened:
                    asks = opened.execute if way == "begin" else opened.rows
                    await asks(text("SELECT 1"), {})
            monkeypatch.undo()  # whoever comes next has the time that it takes
            async with database.read() as session:
                assert await session.scalar(text("SELECT pg_backend_pid()")) != process
        assert not ours.expired()
    finally:
        os.kill(process, signal.SIGCONT)
    assert isinstance(as_amp_error(hung.value), DatabaseSilent)
    assert "has not answered within" in (outages.words(hung.value) or "")
    assert "has not answered within" in outages.no_answer(hung.value)
    await database.close()


async def test_who_was_cut_off_leaves_no_answer_to_the_next(postgres_url: str) -> None:
    """A statement that was not waited for goes back with its connection."""
    database = db.connect(Settings(database_url=postgres_url).database, pool=1)
    slowly = text("SELECT pg_sleep(0.05), CAST(:number AS integer)")
    slowly = slowly.bindparams(bindparam("number", type_=Integer))

    async def asks(number: int) -> int:
        async with database.looks() as connected:
            ((_, said),) = await connected.rows(slowly, {"number": number})
        return int(said)

    await asks(0)
    for number in range(1, 20, 2):
        cut = asyncio.create_task(asks(number))
        await asyncio.sleep(0.003 * number)
        cut.cancel()
        assert await asks(number + 1) == number + 1
    await database.close()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (aiohttp.ServerDisconnectedError(), "Server disconnected"),
        (aiohttp.ServerDisconnectedError(""), "ServerDisconnectedError"),
        (
            redis.ConnectionError("Error 111 connecting to db:6379."),
            "Redis: Error 111 connecting to db:6379.",
        ),
        (OSError(28, "No space left on device"), "[Errno 28] No space left on device"),
        (PoolTimeout(), "the database: all connections of DATABASE_POOL are in use"),
        (DatabaseTimeout(), "the database: another process has been writing for too long"),
        (ValueError("canary"), None),
        (OurMistake(), None),
    ],
    ids=lambda given: type(given).__name__ if isinstance(given, Exception) else "",
)
def test_what_is_out_of_reach_is_said_in_its_own_words(error: Exception, words: str | None) -> None:
    """Slack, Redis, the disk; also behind a sentence for people. What is our mistake says none."""
    assert outages.words(error) == words
    told = DatabaseUnreachable()
    told.__cause__ = error
    assert outages.words(told) == words


async def test_two_that_wait_for_each_other_are_no_mistake_of_ours(postgres_url: str) -> None:
    """PostgreSQL ends one of them; whoever reads of it presses once more."""
    database = db.connect(Settings(database_url=postgres_url).database)
    both = asyncio.Barrier(2)

    async def locks(first: str, second: str) -> None:
        async with database.begin() as session:
            await session.execute(text("SET LOCAL deadlock_timeout = '10ms'"))
            await session.execute(text(f"LOCK TABLE {first}"))
            await both.wait()
            await session.execute(text(f"LOCK TABLE {second}"))

    ended = await asyncio.gather(
        locks("team", "member"), locks("member", "team"), return_exceptions=True
    )
    (deadlock,) = [error for error in ended if error is not None]
    assert outages.is_database(deadlock)
    await database.close()


async def test_a_statement_that_is_wrong_is_our_mistake(database: Database) -> None:
    """The database is there, and says why not: nobody is told to try again in a minute."""
    one = {"name": "x", "works": True, "beat_at": heartbeat.now()}
    for row in (one, {**one, "beat_at": None}):
        with pytest.raises(DBAPIError) as wrong:
            async with database.begin() as session:
                for _ in range(2):
                    await session.execute(insert(heartbeat.Heartbeat), [row])
        assert not outages.is_database(wrong.value)
        assert outages.words(wrong.value) is None
        assert isinstance(as_amp_error(wrong.value), OurMistake)


async def test_a_file_that_is_damaged_is_the_database(tmp_path: Path) -> None:
    """No restart helps, and no second try; that only a backup does is for the start to say."""
    (tmp_path / "amp.db").write_bytes(b"SQLite format 3\0" + bytes(8192))
    database = db.connect(make_url(f"sqlite+aiosqlite:///{tmp_path}/amp.db"))
    with pytest.raises(DBAPIError) as damaged:
        async with database.read() as session:
            await session.execute(text("SELECT count(*) FROM team"))
    assert outages.is_damage(damaged.value)
    assert isinstance(as_amp_error(damaged.value), DatabaseUnreachable)
    await database.close()


async def test_tables_that_are_gone_are_the_database(empty_url: str) -> None:
    """As where it was dropped and made anew; and the log says which."""
    database = db.connect(Settings(database_url=empty_url).database)
    with pytest.raises(DBAPIError) as gone:
        async with database.read() as session:
            asked = text("SELECT count(*) FROM team WHERE name = :name")
            await session.execute(asked, {"name": "canary"})
    assert outages.is_database(gone.value)
    words = outages.words(gone.value) or ""
    assert "team" in words
    assert "SELECT" in str(gone.value), "as SQLAlchemy says it"
    assert not [word for word in ("canary", "SELECT", "count") if word in words]
    await database.close()


async def test_an_administrators_isolation_does_not_become_ours(postgres_url: str) -> None:
    """Serializable, two who change one row after the other would lose one of their changes."""
    database = db.connect(Settings(database_url=postgres_url).database)
    name = make_url(postgres_url).database
    async with database.outside_transactions() as connection:
        told = f"ALTER DATABASE {name} SET default_transaction_isolation = 'serializable'"
        await connection.execute(text(told))
    await database.close()
    database = db.connect(Settings(database_url=postgres_url).database)
    for way in (database.begin, database.read):
        async with way() as session:
            shown = await session.scalar(text("SHOW transaction_isolation"))
        assert shown == "read committed"
    await database.close()
