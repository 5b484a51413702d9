"""Where bots post to a response_url, and where they connect for Socket Mode."""

import time
from typing import Any

from aiohttp import web

from localslack import parsing
from localslack.changes import response_urls
from localslack.delivery import socket_mode
from localslack.world.world import World


def routes(world: World) -> list[web.AbstractRouteDef]:
    """Both addresses."""

    async def connect(request: web.Request) -> web.StreamResponse:
        return await socket_mode.serve(world, request)

    async def answer(request: web.Request) -> web.Response:
        return await _answer(world, request)

    return [web.get("/link/", connect), web.post("/hooks/{path:.*}", answer)]


async def _answer(world: World, request: web.Request) -> web.Response:
    started = time.perf_counter()
    raw = await request.read()
    status, word = response_urls.take(world, request.path, raw)
    parts = request.path.split("/")
    world.inspector.record(
        "from_bot",
        "response_url",
        parts[2] if len(parts) > 2 else "hooks",
        at=world.clock.now(),
        workspace=parts[3] if len(parts) > 3 else None,
        ms=(time.perf_counter() - started) * 1000,
        status=status,
        ok=status == 200,
        error=None if status == 200 else word,
        request=_as_json(raw),
        response=word,
    )
    return web.Response(status=status, text=word)


def _as_json(raw: bytes) -> Any:
    try:
        return parsing.parse(raw)
    except ValueError:
        return raw.decode(errors="replace")
