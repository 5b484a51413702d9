"""Bots that answer with anything, or not at all: people read a sentence, and all goes on."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack, Person
from localslack.delivery.http import MOST_BYTES
from tests.localslack.companies import Json, company, manifest
from tests.localslack.conftest import Start, client_of
from tests.localslack.hosting import keeping
from tests.localslack.test_views import modal

JSON = "Content-Type: application/json\r\n"
HEAVY = b'{"text": "' + b"x" * MOST_BYTES + b'"}'


def answer(body: bytes, headers: str = JSON, *, length: int | None = None) -> bytes:
    """A whole answer over HTTP, or one that promises more than it holds."""
    said = len(body) if length is None else length
    return f"HTTP/1.1 200 OK\r\n{headers}Content-Length: {said}\r\n\r\n".encode() + body


GARBAGE: dict[str, tuple[bytes, str | None]] = {
    "huge": (answer(HEAVY), "dispatch_failed"),
    "huge and never whole": (answer(HEAVY, length=1 << 40), "dispatch_failed"),
    "cut off": (answer(b'{"text": "He', length=500), "dispatch_failed"),
    "no HTTP at all": (b"Hello!\n", "dispatch_failed"),
    "nothing": (b"", "dispatch_failed"),
    "led elsewhere": (
        b"HTTP/1.1 302 Found\r\nLocation: https://example.com/\r\nContent-Length: 0\r\n\r\n",
        "dispatch_failed",
    ),
    "no such letters": (answer(b"\xff\xfe\x00", "Content-Type: text/plain\r\n"), "dispatch_failed"),
    "no such alphabet": (answer(b"", "Content-Type: text/plain; charset=runes\r\n"), None),
    "half of its JSON": (answer(b'{"text": '), None),
    "a list": (answer(b"[1, 2]"), None),
    "a number": (answer(b"42"), None),
    "nothing in JSON": (answer(b"null"), None),
    "a text that is none": (answer(b'{"text": {"a": 1}, "blocks": 7}'), "dispatch_unknown_error"),
    "a picture": (answer(os.urandom(64), "Content-Type: image/png\r\n"), "any"),
}


@asynccontextmanager
async def saying(words: bytes) -> AsyncIterator[str]:
    """A server that says these words to whoever comes, and hangs up."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(words)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"


@pytest.mark.parametrize("kind", GARBAGE)
async def test_whatever_a_bot_answers_to_a_command_people_go_on(
    slack: LocalSlack, ana: Person, kind: str
) -> None:
    """Slack's word for it where it is a failure; a message that can't be shown isn't."""
    words, error = GARBAGE[kind]
    async with saying(words) as url:
        slack.deliver_to(url)
        result = await ana.types("/help", "#general")
        if error != "any":
            assert result.error == error
        assert (await ana.says("Still here", "#general")).text == "Still here"


@pytest.mark.parametrize("kind", GARBAGE)
async def test_whatever_a_bot_answers_to_a_form_the_form_can_be_sent_again(
    slack: LocalSlack, api: AsyncWebClient, ana: Person, kind: str
) -> None:
    """Or it is closed, where Slack would close it; and so it is with options."""
    async with keeping() as (own, kept):
        slack.deliver_to(own)
        await ana.types("/help", "#general")
        trigger = kept.bodies[-1]["trigger_id"]
        await api.views_open(trigger_id=trigger, view=modal())
        async with saying(GARBAGE[kind][0]) as url:
            slack.deliver_to(url)
            result = await ana.submits({"Your name": "Ana"})
            assert result.ok or result.error or result.errors
        slack.deliver_to(own)
        if await ana.modal(timeout=0):
            assert (await ana.submits({"Your name": "Ana"})).ok
    assert await ana.modal(timeout=0) is None


async def test_a_bot_that_never_reads_its_socket_keeps_nobody_waiting(
    slack: LocalSlack, ana: Person
) -> None:
    """At last it is hung up on, and what comes then reaches nobody."""
    slack.world.limits.ack_seconds = 0.05
    opened = await client_of(slack, slack.app.app_token).apps_connections_open(
        app_token=slack.app.app_token
    )
    where = urlsplit(opened["url"])
    deaf = socket.socket()
    deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    deaf.connect((where.hostname, where.port))
    with deaf:
        deaf.sendall(
            f"GET {where.path}?{where.query} HTTP/1.1\r\nHost: {where.netloc}\r\n"
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
        )
        await slack.until(lambda: _connected(slack))
        async with asyncio.timeout(60):
            for _ in range(60):
                result = await ana.types(f"/help {'x' * 200_000}", "#general")
                assert result.error in {"operation_timeout", "dispatch_failed"}
            assert not await _connected(slack)


async def _connected(slack: LocalSlack) -> bool:
    return bool((await slack.driver.get("app"))["connections"])


async def test_a_command_that_two_apps_have_is_the_last_ones(starts: Start) -> None:
    """As in Slack, where whoever is installed last takes it; the other keeps its others."""
    other: Json = manifest()
    other["display_information"] = {"name": "Other"}
    other["features"] = {
        "bot_user": {"display_name": "Other"},
        "slash_commands": [{"command": "/help"}],
    }
    apps: list[dict[str, Any]] = [
        {"manifest": manifest(), "install": ["trailhead"]},
        {"manifest": other, "install": ["trailhead"]},
    ]
    slack = await starts(company(apps=apps))
    async with keeping() as (one, first), keeping() as (two, last):
        for app, url in zip(slack.world.apps.values(), (one, two), strict=True):
            app.deliver_to = url
        ana = slack.person("ana")
        assert await ana.types("/help", "#general")
        assert await ana.types("/raw", "#general")
    assert [body["command"] for body in first.bodies] == ["/raw"]
    assert [body["command"] for body in last.bodies] == ["/help"]
