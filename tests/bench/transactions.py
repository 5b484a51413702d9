"""What a small transaction on SQLite costs, ours beside SQLAlchemy's way over plain aiosqlite.

One after the other, and eight at once, as when invitations go out; in a file that is written
through to the disk, and in memory, where there is a disk in it, so that only the code is measured.
"""

import asyncio
import os
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from sqlalchemy import event, select, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from bot import clock, db
from bot.db import Database
from bot.settings import Settings
from bot.slack.models import Lease
from tests.bench import databases

TIMES, AT_ONCE, RUNS = 400, 8, 5

Act = Callable[[], Awaitable[None]]


@dataclass(frozen=True)
class Cost:
    """Milliseconds of one transaction: by the clock, and of the processor in all threads."""

    wall: float
    cpu: float


async def run() -> None:
    """Print what a transaction of one read and one write costs, medians of several runs in turn."""
    print(f"{'':<30}{'plain, ms':>11}{'ours, ms':>10}{'plain/ours':>12}{'processor':>12}")
    for where, folder in (("disk", None), ("memory", "/dev/shm")):
        if folder is None or os.access(folder, os.W_OK):
            await _measure(where, folder)


async def _measure(where: str, folder: str | None) -> None:
    with tempfile.TemporaryDirectory(prefix="amp-bench-", dir=folder) as name:
        async with databases.sqlite(Path(name)) as url:
            given = Settings(database_url=url).database
            ours, plain = db.connect(given), _plain(given.render_as_string())
            async with ours.begin() as session:
                session.add(Lease(name="T1"))
            for what, at_once in (("one after the other", 1), (f"{AT_ONCE} at once", AT_ONCE)):
                pairs = [
                    (await _timed(_on_plain(plain), at_once), await _timed(_on_ours(ours), at_once))
                    for _ in range(RUNS)
                ]
                print(
                    f"{f'{where}, {what}':<30}"
                    f"{median(a.wall for a, _ in pairs):>11.2f}"
                    f"{median(b.wall for _, b in pairs):>10.2f}"
                    f"{median(a.wall / b.wall for a, b in pairs):>11.1f}x"
                    f"{median(a.cpu / b.cpu for a, b in pairs):>11.1f}x"
                )
            await plain.dispose()
            await ours.close()


async def _timed(act: Act, at_once: int) -> Cost:
    """What each of TIMES transactions costs."""

    async def work() -> None:
        for _ in range(TIMES // at_once):
            await act()

    began, worked = time.perf_counter(), time.process_time()
    await asyncio.gather(*(work() for _ in range(at_once)))
    wall, cpu = time.perf_counter() - began, time.process_time() - worked
    return Cost(wall * 1000 / TIMES, cpu * 1000 / TIMES)


def _on_ours(database: Database) -> Act:
    async def act() -> None:
        async with database.begin() as session:
            await _small(session)

    return act


def _on_plain(engine: AsyncEngine) -> Act:
    async def act() -> None:
        with suppress(OperationalError):  # locked for half a minute; it counts all the same
            async with AsyncSession(engine) as session, session.begin():
                await _small(session)

    return act


async def _small(session: AsyncSession) -> None:
    await session.scalar(select(Lease.held_by).where(Lease.name == "T1"))
    await session.execute(update(Lease).where(Lease.name == "T1").values(held_until=clock.now()))


def _plain(url: str) -> AsyncEngine:
    """The engine that SQLAlchemy's documentation has for SQLite, with our pragmas."""
    engine = create_async_engine(url, connect_args={"timeout": 30})
    event.listen(engine.sync_engine, "connect", db._prepare_sqlite)
    event.listen(
        engine.sync_engine, "begin", lambda opened: opened.exec_driver_sql("BEGIN IMMEDIATE")
    )
    return engine
