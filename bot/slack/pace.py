"""How fast one workspace may be written to: Slack does not say, so we find it.

Additive increase, multiplicative decrease (Chiu and Jain 1989, as in TCP): a little faster with
every message that is let through, half as fast on every 429, silent for as long as Slack says.
"""

import asyncio
from collections.abc import Awaitable, Callable

FIRST, SLOWEST, FASTEST = 10.0, 0.5, 50.0  # messages a second
STEP = 0.25
CHANNEL_GAP = 1.2  # seconds between two messages into one channel: Slack counts arrivals


class Pace:
    """The pace of one workspace; *now* and *sleep* are a monotonic clock's, in seconds."""

    def __init__(
        self, now: Callable[[], float], sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self.rate = FIRST
        self._now = now
        self._sleep = sleep
        self._next = 0.0
        self._silent_until = 0.0
        self._channels: dict[str, float] = {}

    @property
    def is_silent(self) -> bool:
        """Whether Slack has asked for silence, and it is not over."""
        return self._now() < self._silent_until

    async def turn(self, channel: str) -> bool:
        """Wait until a message may go into *channel*; False if Slack wants silence meanwhile."""
        if self.is_silent:
            return False
        turn = max(self._now(), self._next)
        self._next = turn + 1 / self.rate
        start = max(turn, self._channels.get(channel, 0.0))
        self._channels[channel] = start + CHANNEL_GAP
        await self._sleep(start - self._now())
        return not self.is_silent

    def went_through(self) -> None:
        """A message was let through: a little faster."""
        self.rate = min(FASTEST, self.rate + STEP)

    def was_refused(self, retry_after: float) -> None:
        """Slack said 429: halve the pace, and stay silent for *retry_after* seconds.

        Messages already under way are refused together; they count as one refusal.
        """
        if not self.is_silent:
            self.rate = max(SLOWEST, self.rate / 2)
        self._silent_until = max(self._silent_until, self._now() + retry_after)

    def rest(self, seconds: float) -> None:
        """Send nothing for so long; the pace stays what it is."""
        self._silent_until = max(self._silent_until, self._now() + seconds)

    def tidy(self) -> None:
        """Forget the channels whose second is over."""
        self._channels = {c: until for c, until in self._channels.items() if until > self._now()}
