"""Where the tests' bots listen."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest


@asynccontextmanager
async def serving(handler: Any) -> AsyncIterator[str]:
    """Serve one handler on a port of its own; gives its address."""
    server = web.Application()
    server.router.add_post("/slack/events", handler)
    runner = web.AppRunner(server, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    try:
        yield f"http://127.0.0.1:{port}/slack/events"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def host(app: AsyncApp) -> AsyncIterator[str]:
    """Serve a Bolt app; gives its address."""

    async def handle(request: web.Request) -> web.Response:
        arrived = AsyncBoltRequest(body=await request.text(), headers=dict(request.headers))
        answer = await app.async_dispatch(arrived)
        headers = {k: v[0] for k, v in answer.headers.items() if k.lower() != "content-type"}
        kind = answer.headers.get("content-type", ["text/plain"])[0].partition(";")[0]
        return web.Response(
            status=answer.status, text=answer.body, headers=headers, content_type=kind
        )

    async with serving(handle) as url:
        yield url


@dataclass
class Arrived:
    """One request that came from Slack."""

    headers: dict[str, str]
    raw: bytes

    @property
    def body(self) -> dict[str, Any]:
        """The payload, whatever it was wrapped in."""
        if "json" in self.headers.get("Content-Type", ""):
            found: dict[str, Any] = json.loads(self.raw)
            return found
        form = dict(parse_qsl(self.raw.decode(), keep_blank_values=True))
        return json.loads(form["payload"]) if "payload" in form else form


@dataclass
class Kept:
    """What came, and how it is to be answered: statuses in turn, then 200."""

    requests: list[Arrived] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    answer: Any = None

    @property
    def bodies(self) -> list[dict[str, Any]]:
        """The payloads, in order."""
        return [request.body for request in self.requests]

    def events(self, kind: str) -> list[dict[str, Any]]:
        """The inner events of one type, in order."""
        inner = [body["event"] for body in self.bodies if "event" in body]
        return [event for event in inner if event["type"] == kind]


@asynccontextmanager
async def keeping() -> AsyncIterator[tuple[str, Kept]]:
    """Keep every request; gives the address and what was kept."""
    kept = Kept()

    async def handle(request: web.Request) -> web.Response:
        kept.requests.append(Arrived(dict(request.headers), await request.read()))
        status = kept.statuses.pop(0) if kept.statuses else 200
        if kept.answer is not None and status == 200:
            return web.json_response(kept.answer)
        return web.Response(status=status, headers=kept.headers)

    async with serving(handle) as url:
        yield url, kept
