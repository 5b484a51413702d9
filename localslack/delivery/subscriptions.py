"""Event subscriptions: how many events an app may get in an hour, and when failing ends them."""

from collections import deque
from datetime import datetime, timedelta
from typing import Any, Literal

from localslack.world.apps import App, Tally
from localslack.world.world import World

HOUR = timedelta(hours=1)
DELAYED_SECONDS = 3_600
DELAYED_RETRIES = 24

Word = Literal["send", "tell", "drop"]


def may_send(world: World, app: App, team_id: str) -> Word:
    """Whether one more event may go out; `tell`: it may not, and the app is to hear of that.

    The app hears once in each minute in which it would have got more than it may.
    """
    if not app.is_subscribed:
        return "drop"
    if not world.limits.enforce:
        return "send"
    at, tally = world.clock.now(), app.tally
    sent = tally.sent.setdefault(team_id, deque())
    while sent and not timedelta(0) <= at - sent[0] < HOUR:
        sent.popleft()
    if len(sent) < world.limits.events_per_hour:
        sent.append(at)
        return "send"
    minute = _minute(at)
    if tally.told_minute.get(team_id) == minute:
        return "drop"
    tally.told_minute[team_id] = minute
    return "tell"


def rate_limited(world: World, app: App, team_id: str) -> dict[str, Any]:
    """The whole payload of `app_rate_limited`; it has no inner event."""
    return {
        "token": app.verification_token,
        "type": "app_rate_limited",
        "team_id": team_id,
        "minute_rate_limited": _minute(world.clock.now()),
        "api_app_id": app.app_id,
    }


def waits(world: World, app: App) -> list[float]:
    """Seconds before each retry of an event; "delayed events" go on once an hour for a day."""
    retries = world.limits.event_retries
    return [*retries, *[DELAYED_SECONDS] * DELAYED_RETRIES] if app.delayed_events else retries


def count(world: World, app: App, *, ok: bool) -> bool:
    """Count one delivery; answers whether it was the failure that ends the subscriptions."""
    if not world.limits.enforce or not app.is_subscribed:
        return False
    at, tally = world.clock.now(), app.tally
    tally.deliveries.append((at, ok))
    tally.failures += not ok
    while not timedelta(0) <= at - tally.deliveries[0][0] < HOUR:
        tally.failures -= not tally.deliveries.popleft()[1]
    if not _has_failed(world, tally):
        return False
    _end(world, app, tally)
    return True


def _has_failed(world: World, tally: Tally) -> bool:
    limits, count = world.limits, len(tally.deliveries)
    return count >= limits.failing_events and tally.failures > limits.failing_share * count


def _end(world: World, app: App, tally: Tally) -> None:
    app.is_subscribed = False
    share = f"{tally.failures} of {len(tally.deliveries)}"
    app.tally = Tally()
    sentence = f"{app.name} gets no events any more: {share} failed within an hour."
    world.feed.tell("notice", {"level": "error", "text": sentence})
    world.inspector.record(
        "to_bot",
        "event",
        "subscriptions_disabled",
        at=world.clock.now(),
        workspace=None,
        ms=0.0,
        status=0,
        ok=False,
        error="subscriptions_disabled",
        request={"app_id": app.app_id, "reason": sentence},
        response=None,
    )


def _minute(at: datetime) -> int:
    return int(at.timestamp()) // 60 * 60
