"""Amp behind pgbouncer in transaction mode: each transaction may reach another server process."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import URL, make_url, select, text

from bot import db, scrubbing
from bot.db import Database
from bot.pulse.models import Box
from bot.scrubbing import PendingScrub
from bot.settings import Settings
from tests import ports, process
from tests.conftest import needs
from tests.place import placed, until

PROCESSES = 2  # of the server, for many more connections
CONFIG = """\
[databases]
* = host={host} user={user}

[pgbouncer]
pool_mode = transaction
default_pool_size = {processes}
max_client_conn = 200
auth_type = any
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
logfile = {folder}/pgbouncer.log
"""


@asynccontextmanager
async def pooled(address: str) -> AsyncIterator[str]:
    """The address of the same database through a pgbouncer of its own."""
    program = needs("pgbouncer", "on Debian and Ubuntu: apt-get install pgbouncer")
    url = make_url(address)
    folder = _folder()
    port = ports.free()
    values = {"host": url.query["host"], "user": url.username, "port": port, "folder": folder}
    (folder / "pgbouncer.ini").write_text(CONFIG.format(processes=PROCESSES, **values))
    command = [program, "-q", *_as_server(url), str(folder / "pgbouncer.ini")]
    running = await asyncio.create_subprocess_exec(*command)
    through = f"postgresql://amp@127.0.0.1:{port}/{url.database}"
    try:
        await until(lambda: _answers(through), "pgbouncer")
        yield through
    finally:
        if running.returncode is None:
            running.kill()
        await running.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _folder() -> Path:
    """In which another user than this one can read."""
    folder = Path(tempfile.mkdtemp(prefix="amp-pgbouncer-"))
    folder.chmod(0o777)
    return folder


def _as_server(url: URL) -> tuple[str, ...]:
    """As the user of the server, where this is root, which pgbouncer refuses to be."""
    return ("-u", Path(str(url.query["host"])).owner()) if os.geteuid() == 0 else ()


async def _answers(address: str) -> bool:
    try:
        connection = await asyncpg.connect(address, timeout=1, statement_cache_size=0)
    except (OSError, asyncpg.PostgresError, TimeoutError):
        return False
    await connection.close()
    return True


@pytest.fixture
async def through(postgres_url: str) -> AsyncIterator[str]:
    async with pooled(postgres_url) as address:
        yield address


@pytest.fixture
async def database(through: str) -> AsyncIterator[Database]:
    opened = db.connect(Settings(database_url=through).database)
    yield opened
    await opened.close()


async def test_statements_of_many_at_once_are_not_mistaken_for_each_other(
    database: Database,
) -> None:
    """Each asks something else, on eight connections that share two processes."""

    async def asks(number: int) -> list[int]:
        columns = ", ".join(f"{number} + {n} AS c{n}" for n in range(number % 7 + 1))
        async with database.read() as session:
            found = (await session.execute(text(f"SELECT {columns}"))).one()
            await session.execute(select(Box).limit(1))
        async with database.writes() as connection:
            again = await connection.rows(text(f"SELECT {columns}"), {})
        assert again == [tuple(found)]
        return list(found)

    told = await asyncio.gather(*(asks(number) for number in range(200)))
    assert told == [[n + more for more in range(n % 7 + 1)] for n in range(200)]
    assert database.is_pooled


async def test_who_asks_the_server_itself_prepares_statements(postgres_url: str) -> None:
    """It is quicker, and nobody comes between."""
    opened = db.connect(Settings(database_url=postgres_url).database)
    async with opened.read() as session:
        await session.execute(select(Box))
        prepared = await session.scalar(text("SELECT count(*) FROM pg_prepared_statements"))
    await opened.close()
    assert not opened.is_pooled
    assert prepared


async def test_nothing_is_set_for_who_comes_after(postgres_url: str) -> None:
    """Neither for hushing the server's log nor for scrubbing, which is done all the same."""
    direct = await asyncpg.connect(postgres_url)
    name = make_url(postgres_url).database
    await direct.execute(f"ALTER DATABASE {name} SET log_statement = 'ddl'")
    await direct.close()
    async with pooled(postgres_url) as through:
        opened = db.connect(Settings(database_url=through).database)
        for words in (False, True):
            await _scrubs(opened, words=words)
            async with opened.read() as session:
                assert await session.scalar(text("SHOW log_statement")) == "ddl"
                assert await session.scalar(text("SHOW lock_timeout")) == "0"
                held = await session.scalar(text("SELECT count(*) FROM pg_prepared_statements"))
                assert held == 0
        await opened.close()


async def _scrubs(database: Database, *, words: bool) -> None:
    async with database.begin() as session:
        await scrubbing.want(session, words=words)
    await scrubbing.scrub(database)
    async with database.read() as session:
        assert await session.scalar(select(PendingScrub.id)) is None


async def test_a_round_is_asked_answered_and_told_through_it(
    empty_postgres_url: str, tmp_path: Path
) -> None:
    """Tables are made, a web and a worker do their work, eight people answer at once."""
    async with pooled(empty_postgres_url) as through:
        environment = {"DATABASE_URL": through}
        status, said = await process.run("migrate", environment=environment, folder=tmp_path)
        assert status == 0, said
        assert "the tables were made" in said
        async with placed(through, tmp_path, people=8) as place:
            await place.starts("worker")
            await place.starts("web")
            await place.sets_up()
            await place.asks_now()
            await place.everybody_is_asked()
            assert all(await asyncio.gather(*(place.answers(n, 4) for n in range(8))))
            await place.closes_now()
            await until(place.digests, "the digest")
            status, said = await process.run(
                "doctor", environment=place.environment, folder=tmp_path
            )
    assert "answers and has the tables of this version" in said
    assert "level='error'" not in place.words
    assert "error" not in place.words.lower(), place.words
