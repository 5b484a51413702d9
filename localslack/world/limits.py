"""How often an app may call, and how long things may take; all of it can be set."""

from collections import deque
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from typing import Any

from localslack.errors import Impossible, Refused

MINUTE = timedelta(minutes=1)
MOST = 1_000_000_000
STRICT_PAGE = 20
# With pages of nothing a list would never end.
LEAST = {"page_size": 1, "history_size": 1, "failing_events": 1}


@dataclass
class Limits:
    """The settings. Times are seconds; rates are calls a minute unless said otherwise.

    `page_size` is the most that a paged method gives at once, whatever `limit` asks for. Slack may
    give fewer than asked for, and a bot that doesn't follow the cursor finds out with `strict`.
    """

    strict: bool = False
    enforce: bool = False
    tiers: dict[str, int] = field(default_factory=lambda: {"1": 1, "2": 20, "3": 50, "4": 100})
    methods: dict[str, int] = field(default_factory=dict)
    per_channel: int = 1
    per_channel_seconds: float = 1.0
    per_workspace: int = 300
    page_size: int = 1_000
    history_size: int = 999
    ack_seconds: float = 3.0
    trigger_seconds: float = 3.0
    event_retries: list[float] = field(default_factory=lambda: [0, 60, 300])
    events_per_hour: int = 30_000
    failing_events: int = 1_000
    failing_share: float = 0.95
    home_seconds: float = 1.0

    @property
    def most_at_once(self) -> int:
        """How long a page of a list may be."""
        return min(self.page_size, STRICT_PAGE) if self.strict else self.page_size

    def as_json(self) -> dict[str, Any]:
        """Every setting by its name."""
        return {part.name: getattr(self, part.name) for part in fields(self)}

    def change(self, settings: dict[str, Any]) -> None:
        """Set some of them; raises Impossible for a name or a kind of value that isn't known."""
        known = self.as_json()
        for name, value in settings.items():
            if name not in known:
                raise Impossible(f"There is no limit called {name}. Known: {', '.join(known)}.")
            _check_kind(name, value, known[name])
        for name, value in settings.items():
            setattr(self, name, {**known[name], **value} if isinstance(value, dict) else value)


def _check_kind(name: str, value: Any, present: Any) -> None:
    if isinstance(present, bool):
        fits = isinstance(value, bool)
    elif isinstance(present, int):
        fits = _is_number(value, whole=True) and value >= LEAST.get(name, 0)
    elif isinstance(present, float):
        fits = _is_number(value)
    elif isinstance(present, dict):
        fits = isinstance(value, dict) and all(_is_number(v, whole=True) for v in value.values())
    else:
        fits = isinstance(value, list) and all(_is_number(v) for v in value)
    if not fits:
        raise Impossible(f"{name} should look like {present!r}.")


def _is_number(value: Any, *, whole: bool = False) -> bool:
    kinds = int if whole else int | float
    return isinstance(value, kinds) and not isinstance(value, bool) and 0 <= value <= MOST


class Gate:
    """Counts calls in sliding windows and refuses what is too much, as `ratelimited`."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._calls: dict[tuple[str, ...], deque[datetime]] = {}

    def pass_method(self, method: str, tier: str, *, key: tuple[str, ...], at: datetime) -> None:
        """Let one call of a method through, or raise Refused with Retry-After."""
        if self.limits.enforce:
            rate = self.limits.methods.get(method, self.limits.tiers.get(tier))
            if rate is not None:
                self._pass((method, *key), rate, MINUTE, at)

    def pass_post(self, channel: str, *, key: tuple[str, ...], at: datetime) -> None:
        """Let one message into a channel through, or raise Refused with Retry-After."""
        if self.limits.enforce:
            span = timedelta(seconds=self.limits.per_channel_seconds)
            self._pass(("channel", channel, *key), self.limits.per_channel, span, at)
            self._pass(("workspace", *key), self.limits.per_workspace, MINUTE, at)

    def _pass(self, key: tuple[str, ...], most: int, span: timedelta, at: datetime) -> None:
        calls = self._calls.setdefault(key, deque())
        while calls and not timedelta(0) <= at - calls[0] < span:
            calls.popleft()
        if len(calls) >= most:
            first = calls[0] if calls else at
            raise too_many(max(1, -int(-(first + span - at).total_seconds() // 1)))
        calls.append(at)


def too_many(retry_after: int, word: str = "ratelimited") -> Refused:
    """HTTP 429 with a Retry-After in whole seconds; some of Slack's pages say `rate_limited`."""
    headers = {"Retry-After": str(retry_after)}
    return Refused(word, status=429, headers=headers)
