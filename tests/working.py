"""The worker of a scene: every line of the timetable, when the test says so."""

from collections import Counter
from contextvars import ContextVar
from typing import Any

from sqlalchemy import event
from sqlalchemy.pool import ConnectionPoolEntry

from bot import timetable
from bot.app import Amp
from bot.demo.passing import tables_named, tables_written
from bot.timetable import Line

_reads: ContextVar[set[str]] = ContextVar("_reads")


class Worker:
    """Does what is due, and then what follows from it.

    A line that has looked is not knocked on again before something is written in a table that it
    has asked: it would find nothing else, and most of a scene's time went into that.
    """

    def __init__(self, amp: Amp) -> None:
        self._amp = amp
        self._written = Counter[str]()  # table -> times; a transaction counts again at its end
        engine = amp.database.engine.sync_engine
        event.listen(engine, "before_cursor_execute", self._executes)
        event.listen(engine, "after_cursor_execute", self._executed)
        event.listen(engine, "checkin", self._is_through)

    async def run(self, times: int) -> None:
        """Go through the timetable so often; before the first time everything may be new."""
        looked: dict[Line, tuple[set[str], Counter[str]]] = {}
        for _ in range(times):
            for line in timetable.TIMETABLE:
                if line not in looked or self._is_new(*looked[line]):
                    looked[line] = set(), self._written.copy()
                    _reads.set(looked[line][0])
                    await timetable.run(self._amp, line)

    def _is_new(self, tables: set[str], before: Counter[str]) -> bool:
        return any(self._written[table] != before[table] for table in tables)

    def _executes(self, *args: Any) -> None:
        _, cursor, statement, *_ = args
        _reads.get(set()).update(tables_named(statement))
        if cursor is None:  # past Core, by the driver itself
            self._written.update(tables_written(statement))

    def _executed(self, *args: Any) -> None:
        connection, cursor, statement, *_ = args
        if cursor.rowcount and (tables := tables_written(statement)):
            connection.info.setdefault(self, set()).update(tables)
            self._written.update(tables)

    def _is_through(self, _connection: Any, record: ConnectionPoolEntry) -> None:
        self._written.update(record.info.pop(self, ()))
