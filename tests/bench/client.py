"""A client that costs less than any server here: HTTP/1.1 over loopback, requests made beforehand.

aiohttp's own takes longer for a request than bare Bolt takes to answer it, which flatters whoever
is slow: both then wait for the client.
"""

import asyncio
import time
from urllib.parse import urlencode, urlsplit

from tests import sending

HEAD_ENDS = b"\r\n\r\n"


def written(secret: str, form: dict[str, str]) -> bytes:
    """A request as it goes over the wire, signed now."""
    body = urlencode(form)
    headers = sending.headers(secret, body) | {"Host": "amp", "Content-Length": str(len(body))}
    lines = ["POST /slack/events HTTP/1.1", *(f"{name}: {told}" for name, told in headers.items())]
    return "\r\n".join([*lines, "", body]).encode()


async def send(url: str, requests: list[bytes], *, at_once: int) -> tuple[float, list[float]]:
    """Send them over so many connections; the seconds of all together, and of each.

    Fails when one is not answered with 200.
    """
    waiting = requests[::-1]
    began = time.perf_counter()
    connections = [await _connected(url, waiting) for _ in range(at_once)]
    for one in connections:
        await one.done
    return time.perf_counter() - began, [took for one in connections for took in one.took]


async def _connected(url: str, waiting: list[bytes]) -> "_Connection":
    address = urlsplit(url)
    _, connection = await asyncio.get_running_loop().create_connection(
        lambda: _Connection(waiting), str(address.hostname), address.port or 80
    )
    return connection


class _Connection(asyncio.Protocol):
    """Sends what is waiting, one after the other."""

    def __init__(self, waiting: list[bytes]) -> None:
        self.took: list[float] = []
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting, self._read = waiting, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport
        self._send()

    def data_received(self, data: bytes) -> None:
        self._read += data
        head, ends, rest = self._read.partition(HEAD_ENDS)
        if not ends or len(rest) < _length(head):
            return
        self.took.append(time.perf_counter() - self._sent_at)
        if not head.startswith(b"HTTP/1.1 200"):
            self.done.set_exception(AssertionError(self._read.decode()))
            return
        self._read = b""
        self._send()

    def connection_lost(self, why: Exception | None) -> None:
        if not self.done.done():
            self.done.set_exception(why or ConnectionResetError())

    def _send(self) -> None:
        if not self._waiting:
            self.done.set_result(None)
            self._transport.close()
            return
        self._sent_at = time.perf_counter()
        self._transport.write(self._waiting.pop())


def _length(head: bytes) -> int:
    _, _, told = head.lower().partition(b"content-length:")
    return int(told.partition(b"\r\n")[0])
