"""Which way Slack is reached: as HTTPS_PROXY says, and past it as NO_PROXY does."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import clients, installs, proxies
from bot.slack.naming import Speaker
from bot.socket_mode import Socket
from tests import process

PROXY, OTHER = "http://proxy:3128", "http://other:3128"


def _named(monkeypatch: pytest.MonkeyPatch, **environment: str) -> None:
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(proxies, "_named", {})
    proxies.take(os.environ)


@pytest.mark.parametrize(
    ("exceptions", "address", "proxy"),
    [
        ("", "https://slack.com/api/", PROXY),
        ("", "wss://wss-primary.slack.com/link", PROXY),
        ("", "http://gateway:8080/api/", OTHER),
        ("slack.com", "https://slack.com/api/", None),
        (".slack.com", "https://hooks.slack.com/commands/1", None),
        ("example.org, slack.com", "wss://wss-primary.slack.com/link", None),
        ("gateway:8080", "http://gateway:8080/api/", None),
        ("gateway", "https://files.slack.com/upload", PROXY),
        ("*", "https://slack.com/api/", None),
        ("", "http://127.0.0.1:8050/api/", None),
        ("", "ws://localhost:8050/link", None),
        ("", "", None),
    ],
)
def test_no_proxy_goes_past_the_proxy(
    exceptions: str, address: str, proxy: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each address for itself; and this machine is behind none."""
    _named(monkeypatch, HTTPS_PROXY=PROXY, http_proxy=OTHER, NO_PROXY=exceptions)
    assert proxies.to(address) == proxy


def test_one_that_is_named_for_the_other_scheme_is_better_than_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As Slack's own library has it."""
    _named(monkeypatch, HTTP_PROXY=OTHER)
    assert proxies.to("https://slack.com/api/") == OTHER


@pytest.mark.parametrize("exceptions", ["", "slack.com"])
async def test_every_way_to_slack_is_the_one_that_is_named(
    exceptions: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The Web API, a file's upload, and the socket, whose host Slack says anew each time."""
    _named(monkeypatch, HTTPS_PROXY=PROXY, NO_PROXY=exceptions)
    way = None if exceptions else PROXY
    known: installs.Installs = None  # type: ignore[assignment]  # nobody is looked for
    made = clients.Clients("https://slack.com/api/", known)
    went: list[str | None] = []

    async def uploads(self: AsyncWebClient, *, proxy: str | None, **more: object) -> None:
        went.append(proxy)

    async def opens(self: AsyncWebClient, **more: object) -> dict[str, str]:
        return {"url": "wss://wss-primary.slack.com/link"}

    monkeypatch.setattr(AsyncWebClient, "_upload_file", uploads)
    monkeypatch.setattr(AsyncWebClient, "apps_connections_open", opens)
    speaker = made.sender("xoxb-1")
    assert isinstance(speaker, Speaker)
    await speaker._upload_file(url="https://files.slack.com/upload", proxy="whichever")
    socket = Socket(AsyncApp(client=speaker, signing_secret="s"), "xapp-1")
    await socket.client.issue_new_wss_url()
    went += [speaker.proxy, socket.client.proxy]
    await socket.client.close()  # type: ignore[no-untyped-call]
    await made.close()
    assert went == [way] * 3


async def test_slack_is_reached_past_a_proxy_that_is_not_for_it(tmp_path: Path) -> None:
    """Through the proxy where it is named, and not where NO_PROXY has Slack's host."""
    heard: list[str] = []
    async with _proxy(heard) as proxy:
        for exceptions, told in (("", "does not let us through"), ("invalid", "no machine of")):
            environment = {
                "SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s",
                "SLACK_API_URL": "https://slack.invalid/api/",
                "HTTPS_PROXY": proxy, "NO_PROXY": exceptions,
            }  # fmt: skip
            for command in ("run", "doctor"):
                status, said = await process.run(command, environment=environment, folder=tmp_path)
                assert status == 1
                assert told in said
            assert all(line.startswith("CONNECT slack.invalid:443") for line in heard)
            assert bool(heard) is not bool(exceptions)
            heard.clear()


@asynccontextmanager
async def _proxy(heard: list[str]) -> AsyncIterator[str]:
    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append((await reader.readline()).decode())
        writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(refuse, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
