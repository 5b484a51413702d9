"""What the local Slack carries: posts and clicks a second, and how long a channel takes to open."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import aiohttp
from aiohttp import web

from localslack import LocalSlack
from localslack.changes import posting
from localslack.world.messages import Draft

SECONDS = 3.0
AT_ONCE = 16
SMALL, LARGE = 50, 50_000
OPENINGS = 200

Act = Callable[[], Awaitable[None]]
# An app that hears of no message, or every post would be a request to it as well.
MANIFEST = {
    "display_information": {"name": "Quiet"},
    "oauth_config": {"scopes": {"bot": ["chat:write", "im:write"]}},
    "settings": {"interactivity": {"is_enabled": True}},
}
BUTTON = {
    "type": "actions",
    "block_id": "b",
    "elements": [
        {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}}
    ],
}


async def run() -> None:
    """Print the rates, next to a bare aiohttp handler of the same run that only answers ok."""
    print("The local Slack (server, bot and caller share one process and its one event loop)")
    bare = await _bare()
    print(f"  bare aiohttp handler        {bare:8.0f} requests/s")
    slack = await LocalSlack.start(manifest=MANIFEST)
    try:
        await _rates(slack, bare)
        await _openings(slack)
    finally:
        await slack.close()


async def _rates(slack: LocalSlack, bare: float) -> None:
    posts = await _posts(slack)
    print(f"  chat.postMessage            {posts:8.0f} posts/s     {posts / bare:5.0%} of bare")
    clicks = await _clicks(slack)
    print(f"  a click, signed, to the bot {clicks:8.0f} clicks/s    (two requests each)")


async def _openings(slack: LocalSlack) -> None:
    ana = slack.world.workspace().user("ana")
    assert ana is not None
    for name, count in (("team-product", SMALL), ("general", LARGE)):
        channel = slack.world.workspace().channel(f"#{name}")
        assert channel is not None
        started = time.perf_counter()
        while len(channel.messages) < count:
            posting.by_person(slack.world, channel, ana.id, Draft(text="One of many"))
        wrote = time.perf_counter() - started
        opened = await _opening(slack, name)
        print(
            f"  opening {len(channel.messages):6,} messages     {opened:8.2f} ms"
            f"          (written in {wrote:.1f} s)"
        )


async def _opening(slack: LocalSlack, name: str) -> float:
    """Milliseconds for the newest page of a channel, the median of many."""
    took = []
    query = {"as": "ana", "channel": f"#{name}", "limit": "50"}
    async with aiohttp.ClientSession() as session:
        for _ in range(OPENINGS):
            started = time.perf_counter()
            async with session.get(f"{slack.url}/control/messages", params=query) as answer:
                await answer.read()
            took.append((time.perf_counter() - started) * 1000)
    return sorted(took)[len(took) // 2]


async def _bare() -> float:
    async def ok(request: web.Request) -> web.Response:
        await request.read()
        return web.json_response({"ok": True})

    async with _Serving(ok) as url, aiohttp.ClientSession() as session:

        async def ask() -> None:
            async with session.post(url, json={"channel": "C1", "text": "Hello"}) as answer:
                await answer.read()

        return await _rate(ask)


async def _posts(slack: LocalSlack) -> float:
    channel = slack.world.workspace().channel("#team-maps")
    assert channel is not None
    headers = {"Authorization": f"Bearer {slack.app.bot_token}"}
    async with aiohttp.ClientSession(headers=headers) as session:

        async def post() -> None:
            body = {"channel": channel.id, "text": "Hello"}
            async with session.post(f"{slack.api_url}chat.postMessage", json=body) as answer:
                assert (await answer.json())["ok"]

        return await _rate(post)


async def _clicks(slack: LocalSlack) -> float:
    async def ok(request: web.Request) -> web.Response:
        await request.read()
        return web.Response()

    ana = slack.world.workspace().user("ana")
    assert ana is not None
    headers = {"Authorization": f"Bearer {slack.app.bot_token}"}
    async with _Serving(ok) as url, aiohttp.ClientSession(headers=headers) as session:
        slack.deliver_to(url)
        message = {"channel": ana.id, "text": "Press", "blocks": [BUTTON]}
        async with session.post(f"{slack.api_url}chat.postMessage", json=message) as answer:
            posted = await answer.json()
        place = {"channel": posted["channel"], "ts": posted["ts"]}
        click = {"as": "ana", "message": place, "block_id": "b", "action_id": "go"}

        async def press() -> None:
            async with session.post(f"{slack.url}/control/action", json=click) as answer:
                assert (await answer.json())["ok"]

        rate = await _rate(press)
        slack.deliver_to(None)
        return rate


async def _rate(act: Act) -> float:
    """How often it is done a second by several callers at once."""
    await act()
    done = 0
    end = time.perf_counter() + SECONDS

    async def again() -> None:
        nonlocal done
        while time.perf_counter() < end:
            await act()
            done += 1

    started = time.perf_counter()
    await asyncio.gather(*(again() for _ in range(AT_ONCE)))
    return done / (time.perf_counter() - started)


class _Serving:
    """One handler on a port of its own."""

    def __init__(self, handler: Callable[[web.Request], Awaitable[web.Response]]) -> None:
        app = web.Application()
        app.router.add_post("/", handler)
        self._runner = web.AppRunner(app, access_log=None)

    async def __aenter__(self) -> str:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}/"

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()


if __name__ == "__main__":
    asyncio.run(run())
