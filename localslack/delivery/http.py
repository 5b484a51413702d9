"""Signed HTTP requests to a bot, as Slack sends them, and what comes of them."""

import asyncio
import json
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urljoin

import aiohttp

from localslack import parsing
from localslack.delivery import signing
from localslack.world.apps import App
from localslack.world.world import World

REDIRECTS = {301, 302}
MOST_REDIRECTS = 2
# Of an answer: a view of a hundred blocks, each as long as it may be, is not half of it.
MOST_BYTES = 1 << 20
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


async def post(
    world: World, app: App, url: str, kind: str, payload: dict[str, Any], retry: dict[str, str]
) -> Outcome:
    """Post something, signed unless it is an `ssl_check`; wait as long as Slack does."""
    body, content_type = _encode(kind, payload)
    signed = {} if kind == "ssl_check" else signing.headers(app.signing_secret, body)
    sent = signed | retry
    sent |= {"Content-Type": content_type, "User-Agent": "Slackbot 1.0 (local Slack)"}
    redirects = MOST_REDIRECTS if kind == "event" else 0
    started = time.perf_counter()
    try:
        async with asyncio.timeout(world.limits.ack_seconds):
            return await _follow(world, url, body, sent, redirects, started)
    except TimeoutError:
        failure = "http_timeout"
    except aiohttp.ClientSSLError:
        failure = "ssl_error"
    except (aiohttp.ClientError, ValueError, OSError):
        failure = "connection_failed"
    return Outcome(failure, status=0, ms=(time.perf_counter() - started) * 1000)


async def _follow(
    world: World, url: str, body: bytes, sent: dict[str, str], redirects: int, started: float
) -> Outcome:
    """Post, and go where the answer sends an event, so many times."""
    followed = 0
    while True:
        async with world.outgoing.session.post(
            url, data=body, headers=sent, allow_redirects=False
        ) as answer:
            text = await _read(answer)
            ms = (time.perf_counter() - started) * 1000
            elsewhere = answer.headers.get("Location")
            if not (redirects and elsewhere and answer.status in REDIRECTS):
                return _outcome(answer, text, ms)
            if followed == redirects:
                return Outcome("too_many_redirects", text, answer.status, ms)
            followed, url = followed + 1, urljoin(url, elsewhere)


async def _read(answer: aiohttp.ClientResponse) -> str:
    """What it says; raises ValueError for more than anybody would show, or for what is no text."""
    raw = bytearray()
    async for part in answer.content.iter_any():
        raw += part
        if len(raw) > MOST_BYTES:
            raise ValueError("longer than any answer")
    try:
        return raw.decode(answer.charset or "utf-8")
    except LookupError:  # a charset that there isn't
        return raw.decode()


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
