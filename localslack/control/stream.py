"""What happens, live, as Server-Sent Events for one person."""

import asyncio
import contextlib
import json
from typing import Any

from aiohttp import web

from localslack.control import serializers
from localslack.control.request import Request
from localslack.errors import Impossible
from localslack.world.feed import Happening
from localslack.world.people import User
from localslack.world.workspaces import Workspace
from localslack.world.world import World

HEARTBEAT = 15.0


async def serve(world: World, http: web.Request) -> web.StreamResponse:
    """Server-Sent Events for one person."""
    request = Request(world, dict(http.query))
    try:
        workspace, person = request.workspace, request.person
    except Impossible as problem:
        return web.json_response({"error": str(problem)}, status=problem.status)
    response = web.StreamResponse(
        headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
    )
    await response.prepare(http)
    await response.write(b": hello\n\n")
    with world.feed.listening(person.id) as queue, contextlib.suppress(ConnectionError):
        while True:
            happening = await _next(queue)
            if happening is None:
                break
            for line in _lines(world, happening, workspace, person):
                await response.write(line)
    return response


def _lines(
    world: World, happening: Happening | str, workspace: Workspace, person: User
) -> list[bytes]:
    if isinstance(happening, str):
        return [b": still here\n\n"]
    if not happening.concerns(person.id, workspace.id):
        return _from_elsewhere(happening, workspace)
    data = happening.data
    if happening.kind == "request":
        found = world.inspector.get(data["n"])
        data = found.as_json() if found else data
    lines = [_event(happening.kind, data)]
    channel = world.channels.get(str(data.get("channel", "")))
    if happening.kind == "message" and channel is not None and person.id in channel.members:
        lines.append(_event("unread", serializers.unread(channel, person)))
    return lines


def _from_elsewhere(happening: Happening, here: Workspace) -> list[bytes]:
    """That something became new or read in another workspace, not what."""
    where = happening.workspace
    if happening.kind not in {"message", "unread"} or where in {None, here.id}:
        return []
    return [_event("elsewhere", {"workspace": where})]


async def _next(queue: asyncio.Queue[Happening | None]) -> Happening | str | None:
    try:
        async with asyncio.timeout(HEARTBEAT):
            return await queue.get()
    except TimeoutError:
        return "heartbeat"


def _event(kind: str, data: dict[str, Any]) -> bytes:
    return f"event: {kind}\ndata: {json.dumps(data)}\n\n".encode()
