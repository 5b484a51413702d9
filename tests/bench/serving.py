"""What is measured, as processes: a bare Bolt app, one with what a ballot can't do without, Amp.

    python -m tests.bench.serving bare|commit|commits|amp

`bare` only acks; `commit` first commits one row, by asyncpg; `commits` two rows, one after the
other, as a ballot and the comment beside it.
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


async def bare(view: Callable[[AsyncAck], Awaitable[None]]) -> None:
    """Serve an app that acks a command, and gives a form to *view*, until SIGTERM."""

    async def authorize(**_: Any) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-1", bot_id="B1")

    app = AsyncApp(
        signing_secret=os.environ["SLACK_SIGNING_SECRET"],
        authorize=authorize,
        process_before_response=True,  # it answers at once, instead of looking every 10 ms
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


async def committing(times: int) -> None:
    """Serve the same with PostgreSQL behind it, as durable as Amp."""
    import asyncpg  # here, so that a bare Bolt is bare

    from bot.db import POOL
    from bot.pulse.sealing import LENGTH

    address = os.environ["DATABASE_URL"].replace("postgresql+asyncpg://", "postgresql://")
    async with asyncpg.create_pool(address, min_size=POOL, max_size=POOL) as pool:
        await pool.execute("CREATE TABLE IF NOT EXISTS floor (id bytea PRIMARY KEY, sealed bytea)")

        async def commits(ack: AsyncAck) -> None:
            async with pool.acquire() as connection:
                for _ in range(times):
                    row = secrets.token_bytes(16), bytes(LENGTH)
                    await connection.execute("INSERT INTO floor VALUES ($1, $2)", *row)
            await ack()

        await bare(commits)


def main(what: str) -> int:
    """Serve one of the four."""
    if what != "amp":
        asyncio.run(bare(_acks) if what == "bare" else committing(2 if what == "commits" else 1))
        return 0
    from bot.__main__ import main as amp

    return amp(["web"])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
