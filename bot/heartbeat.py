"""A sign of life of each process, in the database: who waits for a worker can see whether one is.

By the machine's own clock, not by Amp's: processes live in real time, in the demo too.
"""

import os
import socket
import time
from datetime import UTC, datetime, timedelta
from weakref import WeakKeyDictionary

from sqlalchemy import String, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.db import Base, Database
from bot.rows import upsert

EVERY = 10  # seconds
LATE = timedelta(minutes=1)
FORGOTTEN = timedelta(days=1)
AHEAD = timedelta(minutes=1)  # beyond that a clock was wrong, here or there, and tells nothing

_said: WeakKeyDictionary[Database, float] = WeakKeyDictionary()


class Heartbeat(Base):
    """When a process was last at work; *works* says whether it does what is due."""

    __tablename__ = "heartbeat"

    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    works: Mapped[bool]
    beat_at: Mapped[datetime]


# When a worker was last at work; None where none has been for a day.
LAST = select(func.max(Heartbeat.beat_at)).where(Heartbeat.works).scalar_subquery()


async def beat(database: Database) -> None:
    """A worker is at work; said a moment ago, it is not said again."""
    last = _said.get(database)
    if last is None or time.monotonic() - last > EVERY / 2:
        await _write(database, works=True)
        _said[database] = time.monotonic()


async def touch(database: Database) -> None:
    """Prove that the database can be written; raises what it raises."""
    await _write(database, works=False)


async def stop(database: Database) -> None:
    """This process's worker has ended as it should: nobody waits for it."""
    async with database.begin() as session:
        await session.execute(delete(Heartbeat).where(Heartbeat.name == _name(works=True)))
    _said.pop(database, None)


async def missing(session: AsyncSession) -> timedelta | None:
    """For how long there has been no worker; None while there is one.

    `timedelta.max` when there has never been one, or none for a day.
    """
    return missing_since(await session.scalar(select(LAST)))


def missing_since(last: datetime | None) -> timedelta | None:
    """The same, where it is known when a worker was at work *last*."""
    if last is None or last > now() + AHEAD:
        return timedelta.max
    return now() - last if now() - last > LATE else None


async def age(session: AsyncSession) -> timedelta | None:
    """How long ago a worker was last at work; None where none has been for a day."""
    last = await session.scalar(select(LAST))
    return None if last is None or last > now() + AHEAD else now() - last


def told(silent: timedelta | None) -> str:
    """What to say of a worker in a terminal or a log."""
    if silent is None:
        return "a worker is at work"
    if silent == timedelta.max:
        return "no worker is at work: nothing is opened, sent or closed until `amp worker` runs"
    minutes = int(silent.total_seconds() // 60)
    return (
        f"no worker has been at work for {minutes} min: nothing is opened, sent or closed until "
        "`amp worker` runs"
    )


def now() -> datetime:
    """The machine's own time."""
    return datetime.now(UTC)


async def _write(database: Database, *, works: bool) -> None:
    at = now()
    async with database.begin() as session:
        await upsert(
            session, Heartbeat, {"name": _name(works=works), "works": works, "beat_at": at}
        )
        tells = Heartbeat.beat_at.between(at - FORGOTTEN, at + AHEAD)
        await session.execute(delete(Heartbeat).where(~tells))


def _name(*, works: bool) -> str:
    return f"{'worker' if works else 'web'} {socket.gethostname()[:50]}/{os.getpid()}"
