"""The long-running processes: web, worker, and both in one."""

import asyncio
import contextlib
import errno
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

import aiohttp
import structlog
from aiohttp import web
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_sdk.errors import SlackApiError

from bot import app, db, logs, timetable
from bot import web as face
from bot.app import Amp
from bot.db import Database
from bot.errors import OperatorError
from bot.pulse import keys as key_store
from bot.settings import Settings

log = structlog.get_logger()

STOP_TIMEOUT = 5.0  # seconds in which what is under way may finish, once we are told to stop


class NotReady(OperatorError):
    """Amp can't start."""


@dataclass(frozen=True)
class Running:
    """Amp at work, and where Slack's requests reach it (None while it serves none)."""

    amp: Amp
    address: str | None

    @property
    def events(self) -> str:
        return f"{self.address}/slack/events"


@asynccontextmanager
async def running(
    settings: Settings, *, serves: bool = True, works: bool = True
) -> AsyncIterator[Running]:
    """Amp, serving Slack's requests and doing what is due, for as long as the block lasts.

    Raises NotReady with a sentence, or ContentError.
    """
    async with app.assembled(settings) as amp, AsyncExitStack() as stack:
        await prepare_database(amp.database)
        await amp.installs.all()  # a changed AMP_SECRET is told now, not at the first request
        await _identify_workspace(amp)
        if works:
            await key_store.check(amp.keys)
            await stack.enter_async_context(_working(amp))
        address = await stack.enter_async_context(_serving(amp)) if serves else None
        if serves and settings.over_socket:
            await stack.enter_async_context(_listening_on_socket(amp))
        yield Running(amp, address)


async def run(settings: Settings, *, serves: bool = True, works: bool = True) -> None:
    """Run until somebody sends SIGTERM or presses Ctrl-C."""
    logs.configure(settings.log_level)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows has no such handlers
            loop.add_signal_handler(number, stop.set)
    async with running(settings, serves=serves, works=works) as started:
        how = "Socket Mode" if settings.over_socket else "HTTP"
        log.info("ready", serves=serves, works=works, slack=how, at=started.address)
        await stop.wait()
        log.info("stopping")


async def prepare_database(database: Database) -> None:
    """See that the tables of this version are there; a SQLite file is brought up to date.

    Raises NotReady, with PostgreSQL also when its tables are another version's.
    """
    try:
        current, newest = await db.revisions(database)
    except Exception as error:
        raise NotReady(
            "The database does not answer. Is DATABASE_URL right, and is it running? "
            f"({type(error).__name__})"
        ) from error
    if current == newest:
        return
    if not database.on_sqlite:
        raise NotReady("The database needs this version's tables: python -m alembic upgrade head")
    await db.migrate(database)


async def _identify_workspace(amp: Amp) -> None:
    try:
        await app.identify_workspace(amp)
    except SlackApiError as error:
        raise NotReady(
            f"Slack does not take SLACK_BOT_TOKEN ({error.response.get('error')}). Copy it once "
            "more from the app's page, «OAuth & Permissions»."
        ) from error
    except (aiohttp.ClientError, OSError) as error:
        raise _out_of_reach(amp, error) from error


def _out_of_reach(amp: Amp, error: Exception) -> NotReady:
    where, what = amp.settings.slack_api_url, type(error).__name__
    return NotReady(f"Slack can't be reached at {where} ({what}).")


@asynccontextmanager
async def _working(amp: Amp) -> AsyncIterator[None]:
    scheduler = timetable.scheduler(amp)
    scheduler.start()
    caught_up = asyncio.create_task(timetable.run_all(amp))  # what was due while we were away
    try:
        yield
    finally:
        caught_up.cancel()
        scheduler.remove_all_jobs()
        amp.dispatcher.stop()
        await timetable.finish(STOP_TIMEOUT)
        scheduler.shutdown(wait=False)


@asynccontextmanager
async def _serving(amp: Amp) -> AsyncIterator[str]:
    runner = web.AppRunner(face.make(amp), access_log=None, shutdown_timeout=STOP_TIMEOUT)
    await runner.setup()
    try:
        await web.TCPSite(runner, amp.settings.host, amp.settings.port).start()
    except OSError as error:
        await runner.cleanup()
        raise NotReady(_why_not_served(error, amp.settings)) from error
    try:
        yield f"http://{amp.settings.host}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def _why_not_served(error: OSError, settings: Settings) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {settings.port} is taken by another program. Set PORT to a free one."
    if error.errno == errno.EACCES:
        return f"Port {settings.port} is not for everybody to use. Set PORT to one above 1023."
    return f"HOST {settings.host} is no address of this machine. Try 127.0.0.1 or 0.0.0.0."


@asynccontextmanager
async def _listening_on_socket(amp: Amp) -> AsyncIterator[None]:
    token = amp.settings.app_token.get_secret_value() if amp.settings.app_token else ""
    try:  # the handler itself would try for ever
        await amp.clients.reader().apps_connections_open(app_token=token)
    except SlackApiError as error:
        raise NotReady(
            f"Slack does not take SLACK_APP_TOKEN ({error.response.get('error')}). It begins with "
            "xapp- and needs the scope connections:write."
        ) from error
    except (aiohttp.ClientError, OSError) as error:
        raise _out_of_reach(amp, error) from error
    handler = AsyncSocketModeHandler(amp.bolt, token)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]
