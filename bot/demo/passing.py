"""Time passes for Amp as it does for the local Slack, however fast somebody lets it run."""

import re
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from msgspec import Struct, field
from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.pool import ConnectionPoolEntry

from bot import clock, timetable
from bot.app import Amp
from bot.db import Base
from bot.timetable import TIMETABLE, Line

DELIVER = next(line for line in TIMETABLE if line.name == "deliver")
OFTEN = [line for line in TIMETABLE if line.every <= timetable.MINUTE]
DELIVERIES_AT_ONCE = (
    4  # deliveries at one moment: a reply waits until the root of its thread is sent
)
INSTANT = timedelta(milliseconds=1)
NEVER = datetime.min.replace(tzinfo=UTC)
TABLES = frozenset(Base.metadata.tables)
WRITES = re.compile(r'\s*(?:(INSERT INTO|UPDATE)|DELETE FROM|WITH)\s+"?(\w+)', re.IGNORECASE)


@cache
def tables_named(statement: str) -> frozenset[str]:
    """The tables that a statement reads, and perhaps others, whose names are columns' as well."""
    return TABLES & set(re.findall(r"\w+", statement))


@cache
def tables_written(statement: str) -> frozenset[str]:
    """Those in which it may write; a DELETE does not say what goes with a row."""
    found = WRITES.match(statement)
    if not found:
        return frozenset()
    return frozenset({found[2]}) if found[1] else TABLES


class Plan(Struct, frozen=True):
    """When Amp has something to do, as far as is known."""

    moments: dict[Line, list[datetime]] = field(default_factory=dict)

    def after(self, at: datetime) -> datetime | None:
        """The next of these moments."""
        known = (moment for moments in self.moments.values() for moment in moments)
        return min((moment for moment in known if moment > at), default=None)

    def due(self, before: datetime, now: datetime) -> list[Line]:
        """The lines of which a moment came after *before*, up to *now*."""
        return [
            line
            for line, moments in self.moments.items()
            if any(before < at <= now for at in moments)
        ]


class ClockFollower:
    """Follows the local Slack's clock, and has it stand still wherever Amp has something to do.

    The worker looks by itself every few seconds; a clock that skips a week would have it do on
    Tuesday what was due since Friday.
    """

    def __init__(self, amp: Amp) -> None:
        self._amp = amp
        self._plan = Plan()
        self._tables: dict[Line, set[str]] = {}  # that the moments of a line are read from
        self._reading: set[str] = set()  # the tables of the line that is asked
        self._written: set[str] = set()  # tables, since we looked
        self._done_at = NEVER
        engine = amp.database.engine.sync_engine
        event.listen(engine, "before_cursor_execute", self._executes)
        event.listen(engine, "commit", self._commits)
        event.listen(engine, "checkin", self._committed)

    async def moved(self, offset: timedelta) -> None:
        """The local Slack's clock stands elsewhere now: do what has become due by that."""
        clock.shift(offset)
        self._done_at = min(self._done_at, clock.now())  # it may have gone back
        due = self._plan.due(self._done_at, clock.now())
        if not due:
            return
        for line in _with_what_follows(due):
            await timetable.run(self._amp, line)
        for line in due:  # some count on from the present: they are asked anew
            self._tables.pop(line, None)
        self._done_at = clock.now()
        for _ in range(DELIVERIES_AT_ONCE):
            await self._look()
            if all(at > clock.now() for at in self._plan.moments[DELIVER]):
                return
            await timetable.run(self._amp, DELIVER)

    async def next_stop(self) -> datetime | None:
        """The next moment at which Amp has something to do; right now, if it is behind."""
        await self._look()  # people may have changed it since
        due = self._plan.after(self._done_at)
        return due and max(due, clock.now() + INSTANT)

    async def _look(self) -> None:
        """Ask those lines for their moments from whose tables they may be others by now."""
        written, self._written = self._written, set()
        known = [line for line, tables in self._tables.items() if not tables & written]
        if asked := [line for line in TIMETABLE if line.due and line not in known]:
            async with self._amp.database.read() as session:
                moments = {line: await self._ask(session, line) for line in asked}
            self._plan = Plan(self._plan.moments | moments)

    async def _ask(self, session: AsyncSession, line: Line) -> list[datetime]:
        assert line.due is not None
        self._reading = set()
        moments = list(await line.due(session))
        self._tables[line], self._reading = self._reading, set()
        return moments

    def _executes(self, connection: Connection, _cursor: Any, statement: str, *_: Any) -> None:
        self._reading |= tables_named(statement)
        if written := tables_written(statement):
            connection.info.setdefault(self, set()).update(written)

    def _commits(self, connection: Connection) -> None:
        self._written |= connection.info.get(self, set())

    def _committed(self, _connection: Any, record: ConnectionPoolEntry) -> None:
        """It is through now: who looked meanwhile may not have seen what was written."""
        self._written |= record.info.pop(self, set())


def _with_what_follows(due: Collection[Line]) -> list[Line]:
    """The lines to run where these are due: much may follow from one, and then all are.

    Messages are left out: who looks delivers them anyway, and again, until none is due.
    """
    if any(line.leads_on for line in due):
        return [line for line in TIMETABLE if line in OFTEN or line in due]
    return [line for line in due if line is not DELIVER]
