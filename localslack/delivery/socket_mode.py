"""Socket Mode: the connections of each app, and frames that each go to one of them."""

from __future__ import annotations

import asyncio
import itertools
import secrets
import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from aiohttp import WSMsgType, web

from localslack import parsing
from localslack.errors import Impossible

MOST = 10
TICKET_LIFE = timedelta(seconds=30)
WARNING_SECONDS = 10.0
GRACE_SECONDS = 3.0
CONNECTION_SECONDS = 18_060
REASONS = ("warning", "refresh_requested", "link_disabled", "too_many_websockets")


@dataclass(frozen=True)
class Answer:
    """A frame's ack: its payload, or why there was none."""

    payload: Any = None
    failure: str | None = None


@dataclass(eq=False)
class Connection:
    """One WebSocket of one app, and the acks that are awaited on it."""

    app_id: str
    socket: web.WebSocketResponse
    awaited: dict[str, asyncio.Future[Answer]] = field(default_factory=dict)
    is_leaving: bool = False


class Sockets:
    """All Socket Mode connections; frames go round among an app's connections."""

    def __init__(self) -> None:
        self._connections: dict[str, list[Connection]] = {}
        self._turns = itertools.count()
        self._tickets: dict[str, tuple[str, datetime]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def ticket(self, app_id: str, at: datetime) -> str:
        """The path and query of a new connection's address, good once and for 30 seconds."""
        ticket = str(uuid.uuid4())
        self._tickets[ticket] = (app_id, at)
        return f"/link/?ticket={ticket}&app_id={secrets.token_hex(8)}"

    def count(self, app_id: str) -> int:
        """How many connections an app has now."""
        return len(self._open(app_id))

    def _open(self, app_id: str) -> list[Connection]:
        return [one for one in self._connections.get(app_id, []) if not one.is_leaving]

    async def serve(self, request: web.Request, at: datetime) -> web.StreamResponse:
        """Take one connection and read its acks until it ends."""
        app_id, issued_at = self._tickets.pop(request.query.get("ticket", ""), ("", at))
        if not app_id or at - issued_at > TICKET_LIFE:
            return web.Response(status=403, text="This ticket isn't good (any more).")
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        if self.count(app_id) >= MOST:
            await socket.send_json(_disconnect("too_many_websockets"))
            await socket.close()
            return socket
        connection = Connection(app_id, socket)
        await socket.send_json(self._hello(app_id))
        self._connections.setdefault(app_id, []).append(connection)
        try:
            await self._read(connection)
        finally:
            self._leave(connection)
        return socket

    async def send(
        self, app_id: str, kind: str, payload: dict[str, Any], extra: dict[str, Any], seconds: float
    ) -> Answer:
        """Send a frame to one of the app's connections and wait for the ack."""
        connections = self._open(app_id)
        if not connections:
            return Answer(failure="connection_failed")
        connection = connections[next(self._turns) % len(connections)]
        envelope_id = str(uuid.uuid4())
        awaited: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        connection.awaited[envelope_id] = awaited
        frame = {"envelope_id": envelope_id, "type": kind, "payload": payload, **extra}
        frame["accepts_response_payload"] = kind != "events_api"
        try:
            await connection.socket.send_json(frame)
            return await asyncio.wait_for(awaited, seconds)
        except TimeoutError:
            return Answer(failure="http_timeout")
        except (ConnectionError, RuntimeError):
            return Answer(failure="connection_failed")
        finally:
            connection.awaited.pop(envelope_id, None)

    def disconnect(self, reason: str, app_id: str | None = None) -> int:
        """Say goodbye to every connection (of one app); a warning comes before the end."""
        if reason not in REASONS:
            raise Impossible(f"disconnect should be one of {', '.join(REASONS)}.")
        apps = list(self._connections) if app_id is None else [app_id]
        leaving = [connection for owner in apps for connection in self._open(owner)]
        for connection in leaving:
            task = asyncio.create_task(self._say_goodbye(connection, reason))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return len(leaving)

    async def close(self) -> None:
        """Close every connection."""
        for task in list(self._tasks):
            task.cancel()
        for connections in list(self._connections.values()):
            for connection in list(connections):
                await connection.socket.close()

    async def _say_goodbye(self, connection: Connection, reason: str) -> None:
        if reason == "warning":
            await connection.socket.send_json(_disconnect("warning"))
            await asyncio.sleep(WARNING_SECONDS)
            reason = "refresh_requested"
        # A client that closes by itself reconnects once; one that is hung up on, twice.
        connection.is_leaving = True
        await connection.socket.send_json(_disconnect(reason))
        await asyncio.sleep(GRACE_SECONDS)
        await connection.socket.close()

    async def _read(self, connection: Connection) -> None:
        async for message in connection.socket:
            if message.type is WSMsgType.TEXT:
                _take_ack(connection, message.data)

    def _leave(self, connection: Connection) -> None:
        self._connections[connection.app_id].remove(connection)
        for awaited in connection.awaited.values():
            if not awaited.done():
                awaited.set_result(Answer(failure="connection_failed"))

    def _hello(self, app_id: str) -> dict[str, Any]:
        return {
            "type": "hello",
            "num_connections": self.count(app_id) + 1,
            "debug_info": {
                "host": "applink-local",
                "build_number": 1,
                "approximate_connection_time": CONNECTION_SECONDS,
            },
            "connection_info": {"app_id": app_id},
        }


def _take_ack(connection: Connection, text: str) -> None:
    try:
        ack = parsing.parse(text)
    except ValueError:
        return
    envelope_id = ack.get("envelope_id") if isinstance(ack, dict) else None
    awaited = connection.awaited.get(envelope_id) if isinstance(envelope_id, str) else None
    if awaited is not None and not awaited.done():
        awaited.set_result(Answer(ack.get("payload")))


def _disconnect(reason: str) -> dict[str, Any]:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-local"}}
