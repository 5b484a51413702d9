"""What is measured, as processes: a bare Bolt app, and Amp; each acking both ways.

    python -m tests.bench.serving bare|commit|amp at-once|polling

`bare` only acks; `commit` first does what no ballot can do without: one row, committed, by asyncpg.

Bolt answers Slack as soon as a listener acks only with `process_before_response`; without it, it
looks every 10 ms whether one has. Amp runs with it; polling is there to be compared.
"""

import asyncio
import os
import secrets
import signal
import sys
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult

ADDRESS = "event='ready' at='http://127.0.0.1:{}'"


def poll() -> None:
    """Let every Bolt app of this process look for its acks, as Bolt does by default."""
    original = AsyncApp.__init__

    def polling(self: AsyncApp, **how: Any) -> None:
        original(self, **{**how, "process_before_response": False})

    AsyncApp.__init__ = polling  # type: ignore[method-assign]


async def bare(view: Callable[[AsyncAck], Awaitable[None]]) -> None:
    """Serve an app that acks a command, and gives a form to *view*, until SIGTERM."""

    async def authorize(**_: Any) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-1", bot_id="B1")

    app = AsyncApp(
        signing_secret=os.environ["SLACK_SIGNING_SECRET"],
        authorize=authorize,
        process_before_response=True,
    )
    app.command("/amp")(_acks)
    app.view("pulse:ballot")(view)
    runner = web.AppRunner(app.web_app("/slack/events"), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(ADDRESS.format(runner.addresses[0][1]), flush=True)
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await stop.wait()
    await runner.cleanup()


async def _acks(ack: AsyncAck) -> None:
    await ack()


async def committing() -> None:
    """Serve the same with PostgreSQL behind it, as durable as Amp."""
    import asyncpg  # here, so that a bare Bolt is bare

    from bot.db import POOL
    from bot.pulse.sealing import LENGTH

    address = os.environ["DATABASE_URL"].replace("postgresql+asyncpg://", "postgresql://")
    async with asyncpg.create_pool(address, min_size=POOL, max_size=POOL) as pool:
        await pool.execute("CREATE TABLE IF NOT EXISTS floor (id bytea PRIMARY KEY, sealed bytea)")

        async def commits(ack: AsyncAck) -> None:
            row = secrets.token_bytes(16), bytes(LENGTH)
            await pool.execute("INSERT INTO floor VALUES ($1, $2)", *row)
            await ack()

        await bare(commits)


def main(what: str, way: str) -> int:
    """Serve one of the four."""
    if way == "polling":
        poll()
    if what != "amp":
        asyncio.run(bare(_acks) if what == "bare" else committing())
        return 0
    from bot.__main__ import main as amp

    return amp(["web"])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
