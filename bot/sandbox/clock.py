"""The movable clock that the workspace lives by: real time plus an offset."""

from __future__ import annotations

import asyncio
import contextlib
import heapq
import itertools
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

log = logging.getLogger(__name__)

Job = Callable[[], Awaitable[None]]
Listener = Callable[[timedelta], Awaitable[None] | None]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(order=True)
class Timer:
    """One thing to do at a moment of the movable clock."""

    at: datetime
    order: int
    job: Job = field(compare=False)
    cancelled: bool = field(default=False, compare=False)

    def cancel(self) -> None:
        """Never run it."""
        self.cancelled = True


class Clock:
    """Real time plus an offset; message times, lifetimes and schedules follow it."""

    def __init__(self) -> None:
        self.offset = timedelta(0)
        self.listeners: list[Listener] = []
        self._timers: list[Timer] = []
        self._order = itertools.count()
        self._last_micros = 0
        self._changed = asyncio.Event()
        self._runner: asyncio.Task[None] | None = None

    def now(self) -> datetime:
        """The workspace's present moment, UTC."""
        return datetime.now(UTC) + self.offset

    def ts(self) -> str:
        """A message time that nobody else has, later than every earlier one."""
        self._last_micros = max(self._last_micros + 1, int(self.now().timestamp() * 1_000_000))
        seconds, micros = divmod(self._last_micros, 1_000_000)
        return f"{seconds}.{micros:06d}"

    def call_at(self, at: datetime, job: Job) -> Timer:
        """Run *job* once the clock has reached *at*."""
        timer = Timer(at, next(self._order), job)
        heapq.heappush(self._timers, timer)
        self._changed.set()
        return timer

    async def move(self, offset: timedelta) -> None:
        """Set the offset, do what has become due, and tell everybody who follows the clock."""
        self.offset = offset
        self._changed.set()
        await self._run_due()
        for listener in list(self.listeners):
            answer = listener(offset)
            if answer is not None:
                await answer

    def start(self) -> None:
        """Begin to watch for due timers in the running event loop."""
        self._runner = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Stop watching; what is not yet due never happens."""
        if self._runner is not None:
            self._runner.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._runner

    async def _run(self) -> None:
        while True:
            self._changed.clear()
            await self._run_due()
            wait = None
            if self._timers:
                wait = max(0.0, (self._timers[0].at - self.now()).total_seconds())
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), wait)

    async def _run_due(self) -> None:
        while self._timers and self._timers[0].at <= self.now():
            timer = heapq.heappop(self._timers)
            if timer.cancelled:
                continue
            try:
                await timer.job()
            except Exception:
                log.exception("A timed job of the local Slack failed")


def offset_for(to: datetime) -> timedelta:
    """The offset that makes the clock show *to* right now."""
    return to - datetime.now(UTC)


def next_moment(words: str, *, after: datetime, zone: str = "UTC") -> datetime:
    """The first "tuesday 10:00" (weekday and time, in *zone*) strictly after a moment.

    Raises ValueError with a sentence when the words or the zone can't be read.
    """
    try:
        weekday, time = words.lower().split()
        hour, minute = (int(part) for part in time.split(":"))
        index = WEEKDAYS.index(weekday)
        local = after.astimezone(ZoneInfo(zone))
        day = local.replace(hour=hour, minute=minute, second=0, microsecond=0)
    except (ValueError, KeyError, OSError):
        raise ValueError(
            f"Say a weekday and a time, as in 'tuesday 10:00', not {words!r}."
        ) from None
    day += timedelta(days=(index - local.weekday()) % 7)
    if day <= local:
        day += timedelta(days=7)
    return day.astimezone(UTC)
