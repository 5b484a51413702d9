"""What the demo's twelve weeks cost, beside as many requests that nothing is done about."""

import time

from aiohttp import ClientSession, web

from bot import logs
from bot.demo import playing
from bot.demo.playing import Past


async def run() -> None:
    """Print seconds for the demo's past, and for each of its answers, beside the floor."""
    logs.configure("ERROR")
    async with playing.playing(past=Past()) as demo:
        began = time.perf_counter()
        await demo.fill()
        took = time.perf_counter() - began
        answers = len(demo.slack.calls("views.open"))
        messages = len(demo.slack.calls("chat.postMessage"))
    floor = await _floor(2 * answers + messages)
    print(f"twelve weeks: {answers} forms opened and sent off, {messages} messages")
    print(f"  lived through             {took:6.1f} s   {took / floor:5.1f}x")
    print(f"  as many bare requests     {floor:6.1f} s     1.0x")


async def _floor(requests: int) -> float:
    """Seconds for so many requests, one after the other, to a handler that only says ok."""

    async def okay(request: web.Request) -> web.Response:
        await request.read()
        return web.json_response({"ok": True})

    app = web.Application()
    app.add_routes([web.post("/", okay)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    async with ClientSession() as session:
        began = time.perf_counter()
        for _ in range(requests):
            async with session.post(url, json={"text": "x" * 4000}) as answer:
                await answer.json()
        took = time.perf_counter() - began
    await runner.cleanup()
    return took
