"""The doors: where a request goes in, and what it looks like there."""

import asyncio
import hashlib
import hmac
import json
import logging
import re
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest import mock
from urllib.parse import parse_qsl, urlencode

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.request import SocketModeRequest

from bot import socket_mode
from bot.slack import payloads
from localslack import LocalSlack
from localslack.control import routes as control
from localslack.webapi.call import HANDLERS
from tests.fuzz.hostile import BODIES, KINDS, Hostile, as_json
from tests.house import Scene

PATHS = (
    "/", "/slack/events", "/slack/install", "/slack/oauth_redirect", "/healthz", "/readyz",
    "/metrics", "/slack/events/", "/../etc/passwd", "/slack/%2e%2e/metrics", "/%00", "/slack/event",
)  # fmt: skip
METHODS = ("GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH")
# What waits, by design, until something happens; and what would call an address by its name.
PATIENT = {"wait", "settled", "deliver", "deliver/check"}
NAMES = (
    "as", "to", "by", "next", "id", "channel", "ts", "text", "name", "kind", "method", "times",
    "invite", "kick", "members", "ws", "app_id", "view_id", "values", "block_id", "action_id",
    "value", "command", "trigger_id", "users", "scopes", "org", "token", "disconnect", "tz",
    "locale", "deleted", "archived", "emoji", "thread_ts", "files", "user", "view", "blocks",
)  # fmt: skip


@dataclass
class Corpus:
    """What Slack sends when people use Amp, to be bent; and actions that somebody listens to."""

    commands: list[dict[str, str]] = field(default_factory=list)
    payloads: list[dict[str, Any]] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)
    is_complete: bool = False

    def keep(self, kind: str, text: str) -> None:
        if self.is_complete:
            return
        if kind == "application/json":
            self.payloads.append(json.loads(text))
            return
        form = dict(parse_qsl(text, keep_blank_values=True))
        if "payload" in form:
            self.payloads.append(json.loads(form["payload"]))
        else:
            self.commands.append(form)


@contextmanager
def gathering() -> Iterator[Corpus]:
    """Whatever arrives meanwhile, and whatever listeners are registered for."""
    corpus, read, action, view = Corpus(), payloads.read, AsyncApp.action, AsyncApp.view

    def reads(kind: str, text: str) -> Any:
        corpus.keep(kind, text)
        return read(kind, text)

    def registers(plain: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(self: AsyncApp, constraints: Any, *more: Any, **named: Any) -> Any:
            corpus.actions.append(_example(constraints))
            return plain(self, constraints, *more, **named)

        return wrapped

    with (
        mock.patch.object(payloads, "read", reads),
        mock.patch.object(AsyncApp, "action", registers(action)),
        mock.patch.object(AsyncApp, "view", registers(view)),
    ):
        yield corpus


def _example(constraints: Any) -> str:
    """A name that a listener listens to."""
    if isinstance(constraints, str):
        return constraints
    if isinstance(constraints, dict):
        return _example(next(iter(constraints.values())))
    pattern = str(getattr(constraints, "pattern", "x")).strip("^$")
    return re.sub(r"\(.*?\)|\\.[+*]?|\[.*?\][+*]?|\.[+*]", "1", pattern)


@dataclass
class Doors:
    """Where the requests go; each method sends one, and gives its HTTP status or None."""

    house: Scene
    slack: LocalSlack  # another one than the house's, to be mistreated
    corpus: Corpus
    hostile: Hostile
    session: aiohttp.ClientSession

    def all(self) -> dict[str, Callable[[], Awaitable[int | None]]]:
        return {
            "web, unsigned": self.unsigned,
            "web, signed": self.signed,
            "web, signed nonsense": self.nonsense,
            "socket": self.socket,
            "pages": self.pages,
            "control interface": self.control,
            "Web API": self.api,
            "local Slack's socket": self.frames,
        }

    async def _send(self, method: str, url: str, **how: Any) -> int:
        async with self.session.request(method, url, allow_redirects=False, **how) as answer:
            await answer.read()
            return answer.status

    async def unsigned(self) -> int:
        """As somebody who does not know the secret."""
        kind, body = self._body()
        headers = {**self.hostile.headers(), "Content-Type": kind}
        if self.hostile.random.random() < 0.7:
            headers |= {"X-Slack-Signature": self.hostile.one(("v0=", "v0=" + "0" * 64, "x", "é"))}
            headers |= {"X-Slack-Request-Timestamp": self.hostile.one(("0", "x", "-1", "9" * 30))}
        return await self._send("POST", self.house.started.events, data=body, headers=headers)

    async def signed(self) -> int:
        """As Slack, with something in it that Slack would not send."""
        kind, body = self._body(bent=True)
        return await self._signed(kind, body)

    async def nonsense(self) -> int:
        """As Slack, were it out of its mind."""
        return await self._signed(self.hostile.one(KINDS), self.hostile.one(BODIES))

    async def _signed(self, kind: str, body: bytes) -> int:
        secret, stamp = self.house.slack.app.signing_secret, str(int(time.time()))
        signed = hmac.new(secret.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256)
        headers = {"X-Slack-Request-Timestamp": stamp}
        headers["X-Slack-Signature"] = f"v0={signed.hexdigest()}"
        headers["Content-Type"] = kind
        return await self._send("POST", self.house.started.events, data=body, headers=headers)

    def _body(self, *, bent: bool = False) -> tuple[str, bytes]:
        if not bent and self.hostile.random.random() < 0.4:
            return self.hostile.one(KINDS), self.hostile.one(BODIES)
        if self.hostile.random.random() < 0.3:
            form = self.hostile.bent(self.hostile.one(self.corpus.commands))
            if self.hostile.random.random() < 0.5:
                form["text"] = self.hostile.word()
            text = {n: v if isinstance(v, str) else as_json(v) for n, v in form.items()}
            return KINDS[1], urlencode(text, errors="replace").encode()
        payload = self._payload()
        if payload.get("type") == "event_callback":
            return KINDS[0], as_json(payload).encode()
        return KINDS[1], urlencode({"payload": as_json(payload)}).encode()

    def _payload(self) -> dict[str, Any]:
        """A body that came from Slack, about something that listeners know, and then bent."""
        payload: dict[str, Any] = self.hostile.bent(self.hostile.one(self.corpus.payloads))
        name = self.hostile.one(self.corpus.actions)
        if isinstance(actions := payload.get("actions"), list) and actions:
            if isinstance(actions[0], dict) and self.hostile.random.random() < 0.7:
                actions[0] |= {"action_id": name, "value": self.hostile.value()}
        elif isinstance(view := payload.get("view"), dict) and self.hostile.random.random() < 0.5:
            view |= {"callback_id": name, "private_metadata": self.hostile.word()}
        return payload

    async def socket(self) -> None:
        """A frame of Socket Mode, as Amp's own handler gets it."""
        sent: list[Any] = []

        class Client:
            logger = logging.getLogger("fuzz")

            async def send_socket_mode_response(self, response: Any) -> None:
                sent.append(response)

        kind = self.hostile.one(("events_api", "interactive", "slash_commands", "hello", "x"))
        payload: Any = self.hostile.one((self._payload(), self.hostile.one(self.corpus.commands)))
        frame = SocketModeRequest(type=kind, envelope_id="e", payload=self.hostile.bent(payload))
        handler = socket_mode.Socket.__new__(socket_mode.Socket)
        handler.app = self.house.amp.bolt
        await handler.handle(Client(), frame)

    async def pages(self) -> int:
        """Whatever else is asked for, health and figures among it."""
        path = self.hostile.one(PATHS)
        query = {self.hostile.one(("code", "state", "error", "x")): self.hostile.word()}
        url = f"{self.house.started.address}{path}?{urlencode(query, errors='replace')}"
        headers = {**self.hostile.headers(), "Cookie": "amp-install=x"}
        return await self._send(self.hostile.one(METHODS), url, headers=headers)

    async def control(self) -> int:
        """The local Slack's control interface."""
        body = self.hostile.object(NAMES)
        if self.hostile.random.random() < 0.6:
            body["as"] = "ana"
        if self.hostile.random.random() < 0.5:
            name = self.hostile.one(sorted(control.DOES.keys() - PATIENT))
            return await self._send("POST", f"{self.slack.url}/control/{name}", json=body)
        name = self.hostile.one(sorted(control.READS.keys() - PATIENT))
        query = urlencode({n: str(v) for n, v in body.items()}, errors="replace")
        return await self._send("GET", f"{self.slack.url}/control/{name}?{query}")

    async def api(self) -> int:
        """The local Slack's Web API, with and without a token."""
        token = self.hostile.one((self.slack.app.bot_token, self.slack.app.app_token, "xoxb-1"))
        method = self.hostile.one(sorted(HANDLERS.keys() - {"auth.revoke", "apps.uninstall"}))
        how: dict[str, Any] = {"json": self.hostile.object(NAMES)}
        if self.hostile.random.random() < 0.3:
            how = {"data": self.hostile.one(BODIES)}
        headers = {"Authorization": f"Bearer {token}"}
        return await self._send("POST", f"{self.slack.api_url}{method}", headers=headers, **how)

    async def frames(self) -> None:
        """The local Slack's end of Socket Mode: a bot that sends what it likes, and goes."""
        headers = {"Authorization": f"Bearer {self.slack.app.app_token}"}
        url = f"{self.slack.api_url}apps.connections.open"
        async with self.session.post(url, headers=headers) as answer:
            address = (await answer.json()).get("url")
        if not address:  # it has as many as an app may have
            return
        async with self.session.ws_connect(address) as socket:
            for _ in range(self.hostile.random.randint(1, 5)):
                frame = {"envelope_id": self.hostile.value(), "payload": self.hostile.value()}
                with_text = self.hostile.random.random() < 0.7
                text = self.hostile.one((as_json(frame), "{", "null", "[]", "x" * 9000))
                await (socket.send_str(text) if with_text else socket.send_bytes(b"\x00\xff"))
            await asyncio.sleep(0)
