"""Event subscriptions: how many events an app may get in an hour, and when failing ends them."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from localslack.world.apps import App
from localslack.world.world import World

HOUR = timedelta(hours=1)
DELAYED_SECONDS = 3_600
DELAYED_RETRIES = 24

Word = Literal["send", "tell", "drop"]


@dataclass
class Tally:
    """What one app was sent in the past hour; of the deliveries, which ones failed."""

    sent: dict[str, deque[datetime]] = field(default_factory=dict)
    told_minute: dict[str, int] = field(default_factory=dict)
    deliveries: deque[tuple[datetime, bool]] = field(default_factory=deque)
    failures: int = 0


class Subscriptions:
    """Counts while `enforce` is on; an app whose subscriptions were ended stays without events."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._tallies: dict[str, Tally] = {}

    def may_send(self, app: App, team_id: str) -> Word:
        """Whether one more event may go out; `tell`: it may not, and the app is to hear of that.

        The app hears once in each minute in which it would have got more than it may.
        """
        if not app.is_subscribed:
            return "drop"
        if not self._world.limits.enforce:
            return "send"
        at, tally = self._world.clock.now(), self._tally(app)
        sent = tally.sent.setdefault(team_id, deque())
        while sent and not timedelta(0) <= at - sent[0] < HOUR:
            sent.popleft()
        if len(sent) < self._world.limits.events_per_hour:
            sent.append(at)
            return "send"
        minute = _minute(at)
        if tally.told_minute.get(team_id) == minute:
            return "drop"
        tally.told_minute[team_id] = minute
        return "tell"

    def rate_limited(self, app: App, team_id: str) -> dict[str, Any]:
        """The whole payload of `app_rate_limited`; it has no inner event."""
        return {
            "token": app.verification_token,
            "type": "app_rate_limited",
            "team_id": team_id,
            "minute_rate_limited": _minute(self._world.clock.now()),
            "api_app_id": app.app_id,
        }

    def waits(self, app: App) -> list[float]:
        """Seconds before each retry of an event; "delayed events" go on once an hour for a day."""
        retries = self._world.limits.event_retries
        return [*retries, *[DELAYED_SECONDS] * DELAYED_RETRIES] if app.delayed_events else retries

    def count(self, app: App, *, ok: bool) -> bool:
        """Count one delivery; answers whether it was the failure that ends the subscriptions."""
        if not self._world.limits.enforce or not app.is_subscribed:
            return False
        at, tally = self._world.clock.now(), self._tally(app)
        tally.deliveries.append((at, ok))
        tally.failures += not ok
        while not timedelta(0) <= at - tally.deliveries[0][0] < HOUR:
            tally.failures -= not tally.deliveries.popleft()[1]
        if not self._has_failed(tally):
            return False
        self._end(app, tally)
        return True

    def _has_failed(self, tally: Tally) -> bool:
        limits, count = self._world.limits, len(tally.deliveries)
        return count >= limits.failing_events and tally.failures > limits.failing_share * count

    def _end(self, app: App, tally: Tally) -> None:
        app.is_subscribed = False
        share = f"{tally.failures} of {len(tally.deliveries)}"
        del self._tallies[app.app_id]
        sentence = f"{app.name} gets no events any more: {share} failed within an hour."
        self._world.feed.tell("notice", {"level": "error", "text": sentence})
        self._world.inspector.record(
            "to_bot",
            "event",
            "subscriptions_disabled",
            at=self._world.clock.now(),
            workspace=None,
            ms=0.0,
            status=0,
            ok=False,
            error="subscriptions_disabled",
            request={"app_id": app.app_id, "reason": sentence},
            response=None,
        )

    def _tally(self, app: App) -> Tally:
        return self._tallies.setdefault(app.app_id, Tally())


def _minute(at: datetime) -> int:
    return int(at.timestamp()) // 60 * 60
