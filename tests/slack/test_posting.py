"""Answers that are none of Slack's: what stands between may say anything."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager

import pytest
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import posting
from bot.slack.models import Message, State
from bot.slack.posting import Dispatch

Answering = Callable[..., Awaitable[AsyncWebClient]]


def dispatch(attempts: int = 1) -> Dispatch:
    message = Message(text="hello", blocks=[])
    return Dispatch(1, "k", "T111", "D1", message, attempts, asked_at=None, thread_ts=None)


@asynccontextmanager
async def proxy(answer: web.Response) -> AsyncIterator[AsyncWebClient]:
    async def handle(request: web.Request) -> web.Response:
        return answer

    server = web.Application()
    server.router.add_route("*", "/{path:.*}", handle)
    runner = web.AppRunner(server, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    yield AsyncWebClient(token="xoxb-x", base_url=url, retry_handlers=[])
    await runner.cleanup()


@pytest.fixture
async def answering() -> AsyncIterator[Answering]:
    """A client whose every call is answered like this."""
    async with AsyncExitStack() as stack:

        async def make(status: int, text: str, kind: str, **headers: str) -> AsyncWebClient:
            answer = web.Response(status=status, text=text, content_type=kind, headers=headers)
            return await stack.enter_async_context(proxy(answer))

        yield make


STRANGE = [
    (502, "<h1>Bad gateway</h1>", "text/html"),
    (503, "upstream is away", "text/plain"),
    (200, "<h1>Please log in to this wifi</h1>", "text/html"),
    (200, "please log in", "text/plain"),
    (200, '{"ok": tr', "application/json"),
    (200, "[]", "application/json"),
    (200, "{}", "application/json"),
    (200, '{"ok": false}', "application/json"),
    (200, '{"ok": true}', "application/json"),
    (500, '{"ok": false, "error": "whatever"}', "application/json"),
]


@pytest.mark.parametrize(("status", "text", "kind"), STRANGE)
async def test_an_answer_that_is_none_of_slacks_leaves_the_outcome_open(
    answering: Answering, status: int, text: str, kind: str
) -> None:
    """It says nothing about the message, so it has to be looked up."""
    outcome = await posting.post(dispatch(), [], await answering(status, text, kind))
    assert outcome.state is State.SENDING
    assert outcome.again_in == posting.SETTLES


@pytest.mark.parametrize(("status", "text", "kind"), STRANGE)
async def test_a_look_up_that_nobody_understands_is_done_again(
    answering: Answering, status: int, text: str, kind: str
) -> None:
    """Only Slack's own word ends the search."""
    outcome = await posting.look_up(dispatch(), await answering(status, text, kind))
    assert outcome.state is State.SENDING


@pytest.mark.parametrize(("told", "waits"), [("7", 7), ("soon", 30), ("", 30), ("-5", 30)])
async def test_a_rate_limit_is_understood_however_it_is_put(
    answering: Answering, told: str, waits: int
) -> None:
    """Also from a proxy, and with a Retry-After that is no number."""
    headers = {"Retry-After": told}
    limited = await answering(429, "slow down", "text/html", **headers)
    outcome = await posting.post(dispatch(), [], limited)
    assert outcome.state is State.WAITING
    assert outcome.again_in.total_seconds() == waits


def test_attempts_become_rarer_up_to_five_minutes() -> None:
    """Nobody is hammered, and nothing overflows."""
    waits = [posting.backoff(n).total_seconds() for n in (1, 2, 8, 9, 10_000)]
    assert waits == [2, 4, 256, 300, 300]
