"""An Amp of its own with all its files, on SQLite, or on PostgreSQL with Redis."""

import contextlib
import itertools
import random
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

import asyncpg
from sqlalchemy import make_url, text

from bot import db, paths
from bot.framework import loading
from bot.framework.content import Content
from bot.pulse import keys as key_store
from bot.pulse.models import Round
from bot.settings import Settings
from bot.vault import Vault
from tests.conftest import _migrate, postgres_server
from tests.pulse.conftest import NOW, House

BACKENDS = ("sqlite", "postgresql")
SECRET = "a secret for attackers"
PEOPLE = 9
WEEK = timedelta(weeks=1)

Truth = Mapping[int, Mapping[str, int]]  # person -> item -> value

_numbers = itertools.count(1)
_made: list[bytes] = []


@dataclass
class World(House):
    """One team whose rounds are made up here; whoever attacks reads what is left of them."""

    folder: Path = Path()
    redis: Path | None = None  # the folder of the Redis that holds the keys
    dice: random.Random = field(default_factory=lambda: random.Random(7))
    rounds: int = 0

    @property
    def now(self) -> datetime:
        """The moment of the newest round."""
        return NOW + self.rounds * WEEK

    async def asks(self) -> Round:
        """Open the next week's round."""
        if not self.team_id:
            await self.team(PEOPLE)
        self.rounds += 1
        return await self.opens(at=self.now)

    async def lives_through(self) -> tuple[Round, Truth]:
        """Open a round that everybody answers, in an order and with answers that nobody knows."""
        round_ = await self.asks()
        truth = {
            person: {item: self.dice.choice((1, 2, 3, 3, 4, 4, 4, 5)) for item in round_.items}
            for person in range(PEOPLE)
        }
        for person in self.dice.sample(range(PEOPLE), PEOPLE):
            await self.answers(round_, person, truth[person], at=self.now)
        return round_, truth

    async def files(self) -> list[Path]:
        """Every file in which anything is kept: the database's, its log's, the key store's."""
        found = [path for path in self.folder.rglob("*") if path.is_file()]
        if self.database.on_sqlite:
            return found
        async with self.database.read() as session:
            folder = Path(str(await session.scalar(text("SHOW data_directory"))))
        parts = [path for part in ("base", "pg_wal") for path in (folder / part).rglob("*")]
        return [*found, *(path for path in parts if path.is_file())]


def blind(truth: Truth) -> int:
    """How many answers one gets right who says of everybody what most of them said."""
    said: dict[str, Counter[int]] = {}
    for answers in truth.values():
        for item, value in answers.items():
            said.setdefault(item, Counter())[value] += 1
    return sum(max(counts.values()) for counts in said.values())


def most(tally: Mapping[str, Mapping[int, int]], item: str) -> int:
    """What most of them said."""
    return Counter(tally.get(item, {3: 1})).most_common(1)[0][0]


@contextmanager
def servers() -> Iterator[str]:
    """A PostgreSQL server of its own, since every database of a server shares one log."""
    with postgres_server() as address:
        yield address


@asynccontextmanager
async def world(backend: str, folder: Path, postgres: str) -> AsyncIterator[World]:
    """A fresh Amp; the key store is a folder beside SQLite, and Redis beside PostgreSQL."""
    kept = folder / "amp"
    kept.mkdir(parents=True)
    with contextlib.ExitStack() as stack:
        redis = None
        if backend == "sqlite":
            url, keys = f"sqlite:///{kept / 'amp.db'}", str(folder / "keys")
            (kept / "amp.db").write_bytes(await _new_tables())
        else:
            url, keys = await _fresh(postgres), str(folder / "keys")
            if program := shutil.which("redis-server"):
                redis = folder / "redis"
                keys = stack.enter_context(_redis(program, redis))
        database = db.connect(Settings(database_url=url).database)
        store = key_store.connect(keys)
        try:
            yield World(database, Vault(SECRET), store, _content(), folder=folder, redis=redis)
        finally:
            await store.close()
            await database.close()


@cache
def _content() -> Content:
    return loading.load(paths.CONTENT)


async def _new_tables() -> bytes:
    """A SQLite file with the newest tables and nothing in them, made once."""
    if not _made:
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "amp.db"
            await _migrate(f"sqlite:///{path}")
            _made.append(path.read_bytes())
    return _made[0]


async def _fresh(address: str) -> str:
    name = f"attacked{next(_numbers)}"
    connection = await asyncpg.connect(address)
    await connection.execute(f"CREATE DATABASE {name} TEMPLATE template")
    await connection.close()
    return make_url(address).set(database=name).render_as_string(hide_password=False)


@contextmanager
def _redis(program: str, folder: Path) -> Iterator[str]:
    """Redis as docs/operating.md wants it: it writes at once, and takes no snapshots."""
    folder.mkdir()
    socket = folder / "s"
    command = [
        program, "--port", "0", "--unixsocket", str(socket), "--dir", str(folder),
        "--appendonly", "yes", "--appendfsync", "always", "--save", "",
        "--maxmemory-policy", "noeviction", "--logfile", str(folder / "log"),
    ]  # fmt: skip
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        while not socket.exists():
            assert running.poll() is None, "redis-server does not start"
            time.sleep(0.01)
        yield f"unix://{socket}"
    finally:
        running.terminate()
        running.wait()
