"""Who looked at their Home a moment ago, as far as this process knows.

Whoever answers may have come from Home, and sees it again when the form closes. All others are
spared a call to Slack for every answer; a process that knows nothing only draws less often.
"""

from bot.slack.requests import Actor

EXPIRY = 30 * 60.0  # seconds
MAX_VIEWERS = 10_000


class RecentViewers:
    """Remembers who opened their Home; moments are a monotonic clock's, in seconds."""

    def __init__(self) -> None:
        self._opened: dict[Actor, float] = {}

    def remember(self, person: Actor, *, at: float) -> None:
        """Somebody opens their Home."""
        self._opened.pop(person, None)  # the newest stands last
        self._opened[person] = at
        if len(self._opened) > MAX_VIEWERS:
            self._opened.pop(next(iter(self._opened)))

    def has(self, person: Actor, *, at: float) -> bool:
        """Whether they opened it within the last half hour."""
        opened = self._opened.get(person)
        return opened is not None and at - opened < EXPIRY
