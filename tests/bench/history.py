"""What the demo's twelve weeks cost, beside as many requests that nothing is done about."""

from aiohttp import ClientSession, web

from bot import logs
from bot.demo import playing
from bot.demo.playing import Past
from tests.bench.took import Took, now, since


async def run() -> None:
    """Print processor time of the demo's past, with its Slack in the same process, and a week's."""
    logs.configure("ERROR")
    async with playing.playing(past=Past()) as demo:
        began = now()
        await demo.fill()
        took = since(began)
        answers = len(demo.slack.calls("views.open"))
        messages = len(demo.slack.calls("chat.postMessage"))
    floor = await _floor(2 * answers + messages)
    print(f"twelve weeks: {answers} forms opened and sent off, {messages} messages")
    week = took.processor / playing.WEEKS
    print(f"{'':<24}{'processor':>12}{'by the clock':>16}")
    print(f"  lived through         {took.processor:>10.1f} s{took.clock:>14.1f} s")
    print(f"    a week of it        {week:>10.2f} s")
    print(f"  as many bare requests {floor.processor:>10.1f} s{floor.clock:>14.1f} s")
    print(f"  beside them           {took.processor / floor.processor:>10.1f}x")


async def _floor(requests: int) -> Took:
    """So many requests, one after the other, to a handler that only says ok."""

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
        began = now()
        for _ in range(requests):
            async with session.post(url, json={"text": "x" * 4000}) as answer:
                await answer.json()
        took = since(began)
    await runner.cleanup()
    return took
