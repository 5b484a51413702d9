"""Time passes for Amp as it does for the local Slack, however fast somebody lets it run."""

from datetime import UTC, datetime, timedelta
from typing import Any

from msgspec import Struct, field
from sqlalchemy import Connection, event
from sqlalchemy.pool import ConnectionPoolEntry

from bot import clock, timetable
from bot.app import Amp
from bot.timetable import TIMETABLE, Line

DELIVER = next(line for line in TIMETABLE if line.name == "deliver")
OFTEN = [line for line in TIMETABLE if line.every <= timetable.MINUTE]
DELIVERIES_AT_ONCE = (
    4  # deliveries at one moment: a reply waits until the root of its thread is sent
)
INSTANT = timedelta(milliseconds=1)
NEVER = datetime.min.replace(tzinfo=UTC)


class Plan(Struct, frozen=True):
    """When Amp has something to do, as far as is known."""

    moments: dict[Line, list[datetime]] = field(default_factory=dict)

    def after(self, at: datetime) -> datetime | None:
        """The next of these moments."""
        known = (moment for moments in self.moments.values() for moment in moments)
        return min((moment for moment in known if moment > at), default=None)

    def lines(self, before: datetime, now: datetime) -> list[Line]:
        """The lines for what became due after *before*, up to *now*; often much follows from it.

        Messages are left out: who looks delivers them anyway, and again, until none is due.
        """
        due = [
            line
            for line, moments in self.moments.items()
            if any(before < at <= now for at in moments)
        ]
        if any(line.leads_on for line in due):
            return [line for line in TIMETABLE if line in OFTEN or line in due]
        return [line for line in due if line is not DELIVER]


class ClockFollower:
    """Follows the local Slack's clock, and has it stand still wherever Amp has something to do.

    The worker looks by itself every few seconds; a clock that skips a week would have it do on
    Tuesday what was due since Friday.
    """

    def __init__(self, amp: Amp) -> None:
        self._amp = amp
        self._plan = Plan()
        self._is_known = False  # whether nothing was written since we looked
        self._done_at = NEVER
        engine = amp.database.engine.sync_engine
        event.listen(engine, "commit", self._commits)
        event.listen(engine, "checkin", self._committed)

    async def moved(self, offset: timedelta) -> None:
        """The local Slack's clock stands elsewhere now: do what has become due by that."""
        clock.shift(offset)
        self._done_at = min(self._done_at, clock.now())  # it may have gone back
        due = self._plan.after(self._done_at)
        if due is None or due > clock.now():
            return
        await self._do(self._plan, self._done_at)
        self._done_at = clock.now()
        for _ in range(DELIVERIES_AT_ONCE):
            await timetable.run(self._amp, DELIVER)
            await self._look()
            if all(at > clock.now() for at in self._plan.moments.get(DELIVER, [])):
                return

    async def next_stop(self) -> datetime | None:
        """The next moment at which Amp has something to do; right now, if it is behind."""
        await self._look()  # people may have changed it since
        due = self._plan.after(self._done_at)
        return due and max(due, clock.now() + INSTANT)

    async def _do(self, plan: Plan, before: datetime) -> None:
        for line in plan.lines(before, clock.now()):
            await timetable.run(self._amp, line)

    async def _look(self) -> None:
        if self._is_known:
            return
        self._is_known = True
        async with self._amp.database.read() as session:
            self._plan = Plan(await timetable.moments(session))

    def _commits(self, connection: Connection) -> None:
        if not connection.get_execution_options().get("amp_reads"):
            self._is_known = False
            connection.info[self] = True

    def _committed(self, _connection: Any, record: ConnectionPoolEntry) -> None:
        """It is through now: who looked meanwhile may not have seen what was written."""
        if record.info.pop(self, False):
            self._is_known = False
