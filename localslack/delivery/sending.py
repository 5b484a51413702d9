"""Sending to bots: commands and interactions once, events with retries; all of it is recorded."""

import time
from datetime import timedelta
from typing import Any

from localslack.delivery import signing, socket_mode, subscriptions
from localslack.delivery.http import Outcome, post
from localslack.world import ids
from localslack.world.apps import App, Installation
from localslack.world.world import World

SOCKET_TYPES = {"command": "slash_commands", "interaction": "interactive", "event": "events_api"}


async def command(world: World, app: App, payload: dict[str, Any]) -> Outcome:
    """Send a slash command once and wait for its ack."""
    return await _send(world, app, "command", payload["command"], payload)


async def interaction(world: World, app: App, payload: dict[str, Any]) -> Outcome:
    """Send a click, a submission or a closing once and wait for its ack."""
    return await _send(world, app, "interaction", payload["type"], payload)


def reaches(world: World, app: App) -> bool:
    """Whether anything that is sent to this app has somewhere to go."""
    return app.deliver_to is not None or world.connections.count(app.app_id) > 0


def event(
    world: World, app: App, installation: Installation, team_id: str, inner: dict[str, Any]
) -> None:
    """Send an event in the background, with up to three retries, or a day of them."""
    word = subscriptions.may_send(world, app, team_id)
    if word == "send":
        body = envelope(world, app, installation, team_id, inner)
        world.outgoing.spawn(_event(world, app, body))
    elif word == "tell":
        world.outgoing.spawn(_event(world, app, subscriptions.rate_limited(world, app, team_id)))


async def verify(world: World, app: App, url: str) -> bool:
    """Slack's check of a new request URL: it has to answer the challenge."""
    challenge = signing.headers(app.signing_secret, url.encode())["X-Slack-Signature"][3:]
    payload = {
        "token": app.verification_token,
        "challenge": challenge,
        "type": "url_verification",
    }
    outcome = await post(world, app, url, "event", payload, {})
    answer = outcome.body
    given = answer.get("challenge") if isinstance(answer, dict) else answer
    return outcome.ok and isinstance(given, str) and challenge in given


async def ssl_check(world: World, app: App, url: str) -> bool:
    """Slack's look at a command's certificate: an unsigned form that wants a 200."""
    payload = {"ssl_check": "1", "token": app.verification_token}
    outcome = await post(world, app, url, "ssl_check", payload, {})
    _record(world, "command", "ssl_check", payload, outcome)
    return outcome.ok


async def _event(
    world: World, app: App, body: dict[str, Any], attempt: int = 0, reason: str | None = None
) -> None:
    if not app.is_subscribed:
        return
    name = body.get("event", body)["type"]
    outcome = await _send(world, app, "event", name, body, attempt=attempt, reason=reason)
    if subscriptions.count(world, app, ok=outcome.ok):
        last = subscriptions.rate_limited(world, app, body["team_id"])
        await _send(world, app, "event", "app_rate_limited", last)
        return
    waits = subscriptions.waits(world, app)
    if outcome.ok or outcome.no_retry or attempt >= len(waits):
        return
    reason, following = outcome.failure, attempt + 1
    if waits[attempt] == 0:
        await _event(world, app, body, following, reason)
        return

    async def again() -> None:
        world.outgoing.spawn(_event(world, app, body, following, reason))

    at = world.clock.now() + timedelta(seconds=waits[attempt])
    world.clock.call_at(at, again)


async def _send(
    world: World,
    app: App,
    kind: str,
    name: str,
    payload: dict[str, Any],
    *,
    attempt: int = 0,
    reason: str | None = None,
) -> Outcome:
    if app.deliver_to is not None:
        retry = {}
        if attempt:
            retry = {"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": str(reason)}
        outcome = await post(world, app, app.deliver_to, kind, payload, retry)
    else:
        outcome = await _frame(world, app, kind, payload, attempt, reason)
    _record(world, kind, name, payload, outcome)
    return outcome


async def _frame(
    world: World, app: App, kind: str, payload: dict[str, Any], attempt: int, reason: str | None
) -> Outcome:
    started = time.perf_counter()
    extra = {"retry_attempt": attempt, "retry_reason": reason or ""} if kind == "event" else {}
    answer = await socket_mode.send(world, app.app_id, SOCKET_TYPES[kind], payload, extra)
    ms = (time.perf_counter() - started) * 1000
    if answer.failure is not None:
        return Outcome(answer.failure, status=0, ms=ms)
    return Outcome(body=answer.payload, ms=ms)


def _record(world: World, kind: str, name: str, payload: dict[str, Any], outcome: Outcome) -> None:
    team = payload.get("team") or {}
    world.inspector.record(
        "to_bot",
        kind,
        name,
        at=world.clock.now(),
        workspace=payload.get("team_id") or team.get("id"),
        ms=outcome.ms,
        status=outcome.status,
        ok=outcome.ok,
        error=outcome.failure,
        request=payload,
        response=outcome.body,
    )


def envelope(
    world: World, app: App, installation: Installation, team_id: str, event: dict[str, Any]
) -> dict[str, Any]:
    """The outer JSON of an event; its `event_id` is the same in every retry."""
    enterprise_id = world.workspaces[team_id].enterprise_id
    channel = world.channels.get(str(event.get("channel")))
    event_id = ids.fresh("Ev")
    authorization = {
        "enterprise_id": enterprise_id,
        "team_id": None if installation.is_org else team_id,
        "user_id": installation.bot_user_id,
        "is_bot": True,
        "is_enterprise_install": installation.is_org,
    }
    return {
        "token": app.verification_token,
        "team_id": team_id,
        "context_team_id": team_id,
        "context_enterprise_id": enterprise_id,
        "api_app_id": app.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": world.seconds,
        "authorizations": [authorization],
        "is_ext_shared_channel": channel is not None and channel.is_ext_shared,
        "event_context": f"4-{event_id}",
    } | ({"enterprise_id": enterprise_id} if enterprise_id else {})
