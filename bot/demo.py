"""`amp demo`: a local Slack with Amp in it, in one process, on a database that is thrown away."""

import asyncio
import contextlib
import signal
import sys
import tempfile
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot import clock, logs, manifest, running
from bot.sandbox import LocalSlack
from bot.settings import Settings


async def run(*, port: int, browser: bool) -> int:
    """Serve the demo until Ctrl-C; 1 when its port is taken."""
    logs.configure("WARNING")
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, stop.set)
    try:
        async with playing(port=port) as slack:
            _say(WELCOME.format(url=slack.url))
            if browser:
                await asyncio.to_thread(webbrowser.open, slack.url)
            await stop.wait()
    except OSError:
        _say(f"Port {port} is taken by another program: make demo ARGS='--port {port + 1}'")
        return 1
    return 0


WELCOME = """
  Amp is running in a local Slack:

      {url}

  You are Ana. In #team-product type  /amp setup  and press the button.
  Ctrl-C ends it; nothing is kept.
"""


@asynccontextmanager
async def playing(*, port: int = 0) -> AsyncIterator[LocalSlack]:
    """A local Slack with Amp at work in it, for as long as the block lasts."""
    with tempfile.TemporaryDirectory(prefix="amp-demo-") as folder:
        slack = await LocalSlack.start(manifest=manifest.manifest(), port=port)
        slack.on_clock(clock.shift)
        try:
            async with running.running(_settings(slack, Path(folder))) as started:
                slack.deliver_to(started.events)
                yield slack
        finally:
            await slack.close()


def _settings(slack: LocalSlack, folder: Path) -> Settings:
    """What the environment would say: the bot is the same as in a real workspace."""
    return Settings.model_validate(
        {
            "SLACK_BOT_TOKEN": slack.app.bot_token,
            "SLACK_SIGNING_SECRET": slack.app.signing_secret,
            "SLACK_API_URL": slack.api_url,
            "DATABASE_URL": f"sqlite:///{folder / 'amp.db'}",
            "AMP_KEYS": str(folder / "keys"),
            "PORT": "0",
        }
    )


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
