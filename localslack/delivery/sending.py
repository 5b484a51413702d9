"""Sending to bots: over HTTP, signed, or over a socket; with the 3-second clock and retries."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode, urljoin

import aiohttp

from localslack import parsing
from localslack.delivery import signing
from localslack.delivery.events import envelope
from localslack.delivery.socket_mode import Sockets
from localslack.delivery.subscriptions import Subscriptions
from localslack.world.apps import App, Installation
from localslack.world.world import World

log = logging.getLogger(__name__)

SOCKET_TYPES = {"command": "slash_commands", "interaction": "interactive", "event": "events_api"}
REDIRECTS = {301, 302}
MOST_REDIRECTS = 2
FAILURE_WORDS = {"http_timeout": "operation_timeout", "http_error": "dispatch_failed"}


@dataclass(frozen=True)
class Outcome:
    """What came of sending something to a bot.

    `failure` is None or one of Slack's retry reasons (`http_timeout`, `http_error`,
    `connection_failed`, `ssl_error`, `too_many_redirects`); `body` is the decoded answer: a dict,
    text, or None.
    """

    failure: str | None = None
    body: Any = None
    status: int = 200
    ms: float = 0.0
    no_retry: bool = False

    @property
    def ok(self) -> bool:
        """Whether the bot acknowledged in time."""
        return self.failure is None

    @property
    def error(self) -> str | None:
        """The word that Slack shows to the person who waits."""
        if self.failure is None:
            return None
        return FAILURE_WORDS.get(self.failure, "dispatch_failed")


class Delivery:
    """Carries commands, interactions and events to the bots of a world."""

    def __init__(self, world: World, sockets: Sockets) -> None:
        self._world = world
        self._sockets = sockets
        self._subscriptions = Subscriptions(world)
        self._session: aiohttp.ClientSession | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def command(self, app: App, payload: dict[str, Any]) -> Outcome:
        """Send a slash command once and wait for its ack."""
        return await self._send(app, "command", payload["command"], payload)

    async def interaction(self, app: App, payload: dict[str, Any]) -> Outcome:
        """Send a click, a submission or a closing once and wait for its ack."""
        return await self._send(app, "interaction", payload["type"], payload)

    def reaches(self, app: App) -> bool:
        """Whether anything that is sent to this app has somewhere to go."""
        return app.deliver_to is not None or self._sockets.count(app.app_id) > 0

    def event(
        self, app: App, installation: Installation, team_id: str, event: dict[str, Any]
    ) -> None:
        """Send an event in the background, with up to three retries, or a day of them."""
        word = self._subscriptions.may_send(app, team_id)
        if word == "send":
            body = envelope(self._world, app, installation, team_id, event)
            self.spawn(self._event(app, body))
        elif word == "tell":
            self.spawn(self._event(app, self._subscriptions.rate_limited(app, team_id)))

    async def verify(self, app: App, url: str) -> bool:
        """Slack's check of a new request URL: it has to answer the challenge."""
        challenge = signing.headers(app.signing_secret, url.encode())["X-Slack-Signature"][3:]
        payload = {
            "token": app.verification_token,
            "challenge": challenge,
            "type": "url_verification",
        }
        outcome = await self._post(app, url, "event", payload, {})
        answer = outcome.body
        given = answer.get("challenge") if isinstance(answer, dict) else answer
        return outcome.ok and isinstance(given, str) and challenge in given

    async def ssl_check(self, app: App, url: str) -> bool:
        """Slack's look at a command's certificate: an unsigned form that wants a 200."""
        payload = {"ssl_check": "1", "token": app.verification_token}
        outcome = await self._post(app, url, "ssl_check", payload, {})
        self._record("command", "ssl_check", payload, outcome)
        return outcome.ok

    def spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Run something in the background, kept until it is done."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            log.error("A delivery of the local Slack failed", exc_info=task.exception())

    async def settled(self) -> None:
        """Return once nothing is on its way any more."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    async def close(self) -> None:
        """Drop what is on its way."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    # Events

    async def _event(
        self, app: App, body: dict[str, Any], attempt: int = 0, reason: str | None = None
    ) -> None:
        if not app.is_subscribed:
            return
        name = body.get("event", body)["type"]
        outcome = await self._send(app, "event", name, body, attempt=attempt, reason=reason)
        if self._subscriptions.count(app, ok=outcome.ok):
            last = self._subscriptions.rate_limited(app, body["team_id"])
            await self._send(app, "event", "app_rate_limited", last)
            return
        waits = self._subscriptions.waits(app)
        if outcome.ok or outcome.no_retry or attempt >= len(waits):
            return
        reason, following = outcome.failure, attempt + 1
        if waits[attempt] == 0:
            await self._event(app, body, following, reason)
            return

        async def again() -> None:
            self.spawn(self._event(app, body, following, reason))

        at = self._world.clock.now() + timedelta(seconds=waits[attempt])
        self._world.clock.call_at(at, again)

    # Transport

    async def _send(
        self,
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
            outcome = await self._post(app, app.deliver_to, kind, payload, retry)
        else:
            outcome = await self._frame(app, kind, payload, attempt, reason)
        self._record(kind, name, payload, outcome)
        return outcome

    async def _frame(
        self, app: App, kind: str, payload: dict[str, Any], attempt: int, reason: str | None
    ) -> Outcome:
        started = time.perf_counter()
        extra = {"retry_attempt": attempt, "retry_reason": reason or ""} if kind == "event" else {}
        answer = await self._sockets.send(
            app.app_id, SOCKET_TYPES[kind], payload, extra, self._world.limits.ack_seconds
        )
        ms = (time.perf_counter() - started) * 1000
        if answer.failure is not None:
            return Outcome(answer.failure, status=0, ms=ms)
        return Outcome(body=answer.payload, ms=ms)

    async def _post(
        self, app: App, url: str, kind: str, payload: dict[str, Any], retry: dict[str, str]
    ) -> Outcome:
        body, content_type = _encode(kind, payload)
        signed = {} if kind == "ssl_check" else signing.headers(app.signing_secret, body)
        sent = signed | retry
        sent |= {"Content-Type": content_type, "User-Agent": "Slackbot 1.0 (local Slack)"}
        redirects = MOST_REDIRECTS if kind == "event" else 0
        started = time.perf_counter()
        try:
            async with asyncio.timeout(self._world.limits.ack_seconds):
                return await self._asked(url, body, sent, redirects, started)
        except TimeoutError:
            failure = "http_timeout"
        except aiohttp.ClientSSLError:
            failure = "ssl_error"
        except (aiohttp.ClientError, ValueError, OSError):
            failure = "connection_failed"
        return Outcome(failure, status=0, ms=(time.perf_counter() - started) * 1000)

    async def _asked(
        self, url: str, body: bytes, sent: dict[str, str], redirects: int, started: float
    ) -> Outcome:
        """Post, and go where the answer sends an event, so many times."""
        followed = 0
        while True:
            async with self._client().post(
                url, data=body, headers=sent, allow_redirects=False
            ) as answer:
                text = await answer.text()
                ms = (time.perf_counter() - started) * 1000
                elsewhere = answer.headers.get("Location")
                if not (redirects and elsewhere and answer.status in REDIRECTS):
                    return _outcome(answer, text, ms)
                if followed == redirects:
                    return Outcome("too_many_redirects", text, answer.status, ms)
                followed, url = followed + 1, urljoin(url, elsewhere)

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=0)
            self._session = aiohttp.ClientSession(connector=connector)
        return self._session

    def _record(self, kind: str, name: str, payload: dict[str, Any], outcome: Outcome) -> None:
        team = payload.get("team") or {}
        self._world.inspector.record(
            "to_bot",
            kind,
            name,
            at=self._world.clock.now(),
            workspace=payload.get("team_id") or team.get("id"),
            ms=outcome.ms,
            status=outcome.status,
            ok=outcome.ok,
            error=outcome.failure,
            request=payload,
            response=outcome.body,
        )


def _encode(kind: str, payload: dict[str, Any]) -> tuple[bytes, str]:
    if kind == "event":
        return json.dumps(payload).encode(), "application/json"
    form = {"payload": json.dumps(payload)} if kind == "interaction" else payload
    return urlencode(form).encode(), "application/x-www-form-urlencoded"


def _outcome(answer: aiohttp.ClientResponse, text: str, ms: float) -> Outcome:
    if not 200 <= answer.status < 300:
        no_retry = answer.headers.get("X-Slack-No-Retry") == "1"
        return Outcome("http_error", text, answer.status, ms, no_retry)
    body: Any = text or None
    if text and "json" in answer.headers.get("Content-Type", ""):
        try:
            body = parsing.parse(text)
        except ValueError:
            body = text
    return Outcome(None, body, answer.status, ms)
