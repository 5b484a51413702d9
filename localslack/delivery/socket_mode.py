"""Socket Mode: a bot connects, and every frame goes to one of its connections."""

import asyncio
import uuid
from contextlib import suppress
from typing import Any

from aiohttp import WSMsgType, web

from localslack import parsing
from localslack.errors import Impossible
from localslack.world.connections import Ack, Connection
from localslack.world.world import World

MOST_CONNECTIONS = 10
WARNING_SECONDS = 10.0
GRACE_SECONDS = 3.0
CONNECTION_SECONDS = 18_060
REASONS = ("warning", "refresh_requested", "link_disabled", "too_many_websockets")


async def serve(world: World, request: web.Request) -> web.StreamResponse:
    """Take one connection and read its acks until it ends."""
    app_id = world.connections.spend(request.query.get("ticket", ""), world.clock.now())
    if app_id is None:
        return web.Response(status=403, text="This ticket isn't good (any more).")
    socket = web.WebSocketResponse()
    await socket.prepare(request)
    if world.connections.count(app_id) >= MOST_CONNECTIONS:
        await socket.send_json(_disconnect("too_many_websockets"))
        await socket.close()
        return socket
    connection = Connection(app_id, socket, request.transport)
    await socket.send_json(_hello(app_id, world.connections.count(app_id) + 1))
    world.connections.add(connection)
    try:
        await _read(connection)
    finally:
        world.connections.remove(connection)
    return socket


async def send(
    world: World, app_id: str, kind: str, payload: dict[str, Any], extra: dict[str, Any]
) -> Ack:
    """Send a frame to one of the app's connections and wait for the ack."""
    connection = world.connections.next(app_id)
    if connection is None:
        return Ack(failure="connection_failed")
    envelope_id = str(uuid.uuid4())
    awaited: asyncio.Future[Ack] = asyncio.get_running_loop().create_future()
    connection.awaited[envelope_id] = awaited
    frame = {"envelope_id": envelope_id, "type": kind, "payload": payload, **extra}
    frame["accepts_response_payload"] = kind != "events_api"
    try:
        async with asyncio.timeout(world.limits.ack_seconds):
            await connection.put(frame)
            return await awaited
    except TimeoutError:
        return Ack(failure="http_timeout")
    except (ConnectionError, RuntimeError):
        return Ack(failure="connection_failed")
    finally:
        connection.awaited.pop(envelope_id, None)


def disconnect(world: World, reason: str, app_id: str | None = None) -> int:
    """Say goodbye to every connection (of one app); a warning comes before the end."""
    if reason not in REASONS:
        raise Impossible(f"disconnect should be one of {', '.join(REASONS)}.")
    leaving = world.connections.open(app_id)
    for connection in leaving:
        world.connections.goodbyes.spawn(_say_goodbye(connection, reason))
    return len(leaving)


async def _say_goodbye(connection: Connection, reason: str) -> None:
    with suppress(ConnectionResetError):  # it has gone by itself
        await _leave(connection, reason)


async def _leave(connection: Connection, reason: str) -> None:
    if reason == "warning":
        connection.is_warned = True
        await connection.put(_disconnect("warning"))
        await asyncio.sleep(WARNING_SECONDS)
        reason = "refresh_requested"
    # A client that closes by itself reconnects once; one that is hung up on, twice.
    connection.is_leaving = True
    await connection.put(_disconnect(reason))
    await asyncio.sleep(GRACE_SECONDS)
    await connection.close()


async def _read(connection: Connection) -> None:
    async for message in connection.socket:
        if message.type is WSMsgType.TEXT:
            _take_ack(connection, message.data)


def _take_ack(connection: Connection, text: str) -> None:
    try:
        ack = parsing.parse(text)
    except ValueError:
        return
    envelope_id = ack.get("envelope_id") if isinstance(ack, dict) else None
    awaited = connection.awaited.get(envelope_id) if isinstance(envelope_id, str) else None
    if awaited is not None and not awaited.done():
        awaited.set_result(Ack(ack.get("payload")))


def _hello(app_id: str, connections: int) -> dict[str, Any]:
    return {
        "type": "hello",
        "num_connections": connections,
        "debug_info": {
            "host": "applink-local",
            "build_number": 1,
            "approximate_connection_time": CONNECTION_SECONDS,
        },
        "connection_info": {"app_id": app_id},
    }


def _disconnect(reason: str) -> dict[str, Any]:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-local"}}
