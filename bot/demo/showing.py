"""`amp demo` at the prompt: what it prints, and when it ends."""

import asyncio
import sys
import webbrowser

from bot import logs, running
from bot.demo import playing
from bot.demo.playing import Demo, Past
from bot.demo.progress import Progress
from bot.words import channel

VISITOR = "ana"

WELCOME = """
  Amp is running in a local Slack:

      {address}

  You are Ana. In #team-product type  /amp setup  and press the button.
"""
PAST = """\
  #team-support has twelve weeks behind it, #team-maps ten and an experiment, and #team-platform
  is too small for numbers. The clock at the top skips ahead; the switch at the right makes you
  somebody else (Priya leads Support; Inés leads Maps, and has something to decide).
"""
END = "  Ctrl-C ends it; nothing is kept.\n"


async def run(*, port: int, browser: bool, fresh: bool = False) -> int:
    """Serve the demo until Ctrl-C; 1 when its port is taken. *fresh*: nothing has happened yet."""
    logs.configure("WARNING")
    stop = running.told_to_stop()
    try:
        async with playing.playing(port=port, past=None if fresh else Past()) as demo:
            await _show(demo, stop, browser=browser, fresh=fresh)
    except OSError:
        _say(f"Port {port} is taken by another program: make demo ARGS='--port {port + 1}'\n")
        return 1
    return 0


def address(demo: Demo) -> str:
    """Where the visitor begins: in the channel of their own team."""
    return f"{demo.slack.url}/?as={VISITOR}#{_channel(demo, 'team-product')}"


async def _show(demo: Demo, stop: asyncio.Event, *, browser: bool, fresh: bool) -> None:
    """Say where it is, let the past go by, and wait."""
    slack = demo.slack
    slack.hint(_hint(demo, has_past=False))
    _say(WELCOME.format(address=address(demo)))
    if browser:
        await asyncio.to_thread(webbrowser.open, address(demo))
    ended = asyncio.create_task(stop.wait())
    if not fresh:
        filling = asyncio.create_task(_fill(demo))
        await asyncio.wait({filling, ended}, return_when=asyncio.FIRST_COMPLETED)
        if not filling.done():
            filling.cancel()
            return
        filling.result()
        _say(PAST)
    _say(END)
    await ended


async def _fill(demo: Demo) -> None:
    progress = Progress("Some weeks go by")

    def tell(done: int, of: int) -> None:
        progress.at(done, of)
        demo.slack.hint(demo.amp.say("demo-filling", done=done, weeks=of))

    await demo.fill(tell)
    progress.done("Twelve weeks of history are there.")
    demo.slack.hint(_hint(demo, has_past=True))


def _hint(demo: Demo, *, has_past: bool) -> str:
    """What the page says at its top: where to begin, and where there is something to look at."""
    product, support, maps = (
        channel(_channel(demo, f"team-{name}")) for name in ("product", "support", "maps")
    )
    begin = demo.amp.say("demo-begin", product=product)
    return demo.amp.say("demo-look", begin=begin, support=support, maps=maps) if has_past else begin


def _channel(demo: Demo, name: str) -> str:
    """The id of a channel."""
    found = demo.slack.world.workspace().channel(f"#{name}")
    assert found is not None
    return found.id


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
