"""The Socket Mode connections of each app, and the tickets that open new ones."""

import asyncio
import itertools
import secrets
import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web

from localslack.world.background import Background

TICKET_LIFE = timedelta(seconds=30)
CLOSING_SECONDS = 2.0


@dataclass(frozen=True)
class Ack:
    """A bot's answer to a frame: its payload, or why there was none."""

    payload: Any = None
    failure: str | None = None


@dataclass(eq=False)
class Connection:
    """One WebSocket of one app, and the acks that are awaited on it."""

    app_id: str
    socket: web.WebSocketResponse
    transport: asyncio.Transport | None = None
    awaited: dict[str, asyncio.Future[Ack]] = field(default_factory=dict)
    is_warned: bool = False  # that it will end soon
    is_leaving: bool = False

    async def put(self, frame: dict[str, Any]) -> None:
        """Send a frame. It waits while the bot reads nothing; who gives up hangs up on the bot."""
        # Not cancelled itself: then nothing could be sent any more, not even a goodbye.
        sending = asyncio.ensure_future(self.socket.send_json(frame))
        try:
            await asyncio.shield(sending)
        except asyncio.CancelledError:
            sending.add_done_callback(lambda sent: sent.cancelled() or sent.exception())
            self.hang_up()
            raise

    def hang_up(self) -> None:
        """End it without a word."""
        if self.transport is not None:
            self.transport.abort()

    async def close(self) -> None:
        """End it with a goodbye, or without where the bot takes none."""
        closing = asyncio.ensure_future(self.socket.close())
        _, late = await asyncio.wait({closing}, timeout=CLOSING_SECONDS)
        if late:
            self.hang_up()
            await asyncio.wait(late)

    def end(self) -> None:
        """Nothing that is awaited comes any more."""
        for awaited in self.awaited.values():
            if not awaited.done():
                awaited.set_result(Ack(failure="connection_failed"))


class Connections:
    """All connections; frames go round among those of an app."""

    def __init__(self) -> None:
        self._by_app: dict[str, list[Connection]] = {}
        self._tickets: dict[str, tuple[str, datetime]] = {}
        self._turns = itertools.count()
        self.goodbyes = Background()

    def ticket(self, app_id: str, at: datetime) -> str:
        """The path and query of a new connection's address, good once and for 30 seconds."""
        ticket = str(uuid.uuid4())
        self._tickets[ticket] = (app_id, at)
        return f"/link/?ticket={ticket}&app_id={secrets.token_hex(8)}"

    def spend(self, ticket: str, at: datetime) -> str | None:
        """The app that a ticket lets in; None when it isn't good (any more)."""
        app_id, issued_at = self._tickets.pop(ticket, ("", at))
        return app_id if app_id and at - issued_at <= TICKET_LIFE else None

    def add(self, connection: Connection) -> None:
        """Send frames over this one too."""
        self._by_app.setdefault(connection.app_id, []).append(connection)

    def remove(self, connection: Connection) -> None:
        """Send nothing over it any more."""
        self._by_app[connection.app_id].remove(connection)
        connection.end()

    def open(self, app_id: str | None = None) -> list[Connection]:
        """The connections (of one app) that haven't been asked to leave."""
        apps = list(self._by_app) if app_id is None else [app_id]
        every = [connection for owner in apps for connection in self._by_app.get(owner, [])]
        return [connection for connection in every if not connection.is_leaving]

    def count(self, app_id: str) -> int:
        """How many connections an app has now."""
        return len(self.open(app_id))

    def next(self, app_id: str) -> Connection | None:
        """The connection whose turn it is; one that was warned has none where there is another.

        Its client is about to close it, and what is on the way to it then would get no answer.
        """
        connections = self.open(app_id)
        connections = [one for one in connections if not one.is_warned] or connections
        return connections[next(self._turns) % len(connections)] if connections else None

    async def close(self) -> None:
        """Close every connection."""
        await self.goodbyes.close()
        every = [one for connections in self._by_app.values() for one in connections]
        await asyncio.gather(*(connection.close() for connection in every))
