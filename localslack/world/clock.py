"""The movable clock that the workspace lives by: real time plus an offset."""

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
Stop = Callable[[], Awaitable[datetime | None]]

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
        self.stops: list[Stop] = []
        self._timers: list[Timer] = []
        self._order = itertools.count()
        self._last_micros = 0
        self._changed = asyncio.Event()
        self._runner: asyncio.Task[None] | None = None
        self._moving = asyncio.Lock()
        self._doing = asyncio.Lock()

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
        """Go to *offset*; on the way ahead the clock stands at every moment that somebody awaits.

        So what is due on Wednesday happens on Wednesday, even when a whole week is skipped. Those
        moments are the timers', and what each of `stops` answers: the next moment that a follower
        wants to see, or None. Neither a timer nor a listener may move the clock itself.
        """
        async with self._moving:
            while (at := await self._next_stop(datetime.now(UTC) + offset)) is not None:
                await self._stand(max(self.offset, offset_for(at)))
            await self._stand(offset)

    async def _next_stop(self, end: datetime) -> datetime | None:
        """The first moment to stand still at, not later than *end*."""
        here = self.now()
        answers = [await stop() for stop in self.stops]
        moments = [at for at in answers if at is not None and at > here]
        moments += [timer.at for timer in self._timers[:1]]
        first = min(moments, default=None)
        return first if first is not None and first <= end else None

    async def _stand(self, offset: timedelta) -> None:
        """Set the offset, tell everybody who follows the clock, and do what has become due."""
        async with self._doing:  # what was begun is over before the clock moves on
            self.offset = offset
            self._changed.set()
            for listener in list(self.listeners):
                answer = listener(offset)
                if answer is not None:
                    await answer
            await self._run_due()

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
            async with self._doing:
                await self._run_due()
            wait = None
            if self._timers:
                wait = max(0.0, (self._timers[0].at - self.now()).total_seconds())
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._changed.wait()

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
