"""The long-running processes: web, worker, and both in one."""

import asyncio
import contextlib
import errno
import gc
import os
import signal
import threading
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import structlog
from aiohttp import web
from msgspec import Struct
from slack_sdk.errors import SlackApiError

from bot import (
    app,
    clock,
    health,
    heartbeat,
    logs,
    manifest,
    memory,
    preparing,
)
from bot.app import Amp
from bot.health import Readiness
from bot.preparing import NotReady
from bot.pulse import keys as key_store
from bot.settings import OLD_KEYS, Settings
from bot.slack import refusals, unreachable
from bot.slack.clients import BRIEFLY
from bot.vault import WrongSecret

log = structlog.get_logger()

STOP_TIMEOUT = 5.0  # seconds in which what is under way may finish, once we are told to stop
ENDS_WITHIN = (
    8.0  # seconds after which the end waits for nothing more; `docker stop` kills after 10
)


class Running(Struct, frozen=True):
    """Amp at work, and where Slack's requests reach it, or a worker without any has its health."""

    amp: Amp
    address: str | None
    health: str | None = None

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
    made = None if settings.present_secret() else settings.amp_secret()
    async with app.assembled(settings) as amp, AsyncExitStack() as stack:
        if serves:
            from bot import registering  # with every room, which who only works does without

            registering.register(amp)
        await preparing.database(amp.database, settings.sqlite_file)
        await _check_secret(amp, made=made)
        await _identify_workspace(amp)
        await _tell_of_missing_scopes(amp)
        readiness = Readiness(amp.database)
        stack.push_async_callback(readiness.close)
        beside = None
        if works:
            await _prepare_keys(amp)
            await stack.enter_async_context(_working(amp))
            if not serves:
                beside = await _tell_how_it_is(amp, readiness, stack)
        address = await _serve(amp, readiness, stack) if serves else None
        if serves and settings.over_socket:
            await stack.enter_async_context(_on_socket(amp))
        yield Running(amp, address, beside)


async def _check_secret(amp: Amp, *, made: str | None) -> None:
    """A secret that is lost or another one is told now, not at the first request.

    One that this start has *made* is of no use then, and would stand in the way; it goes, unless
    somebody has put the lost one back meanwhile.
    """
    try:
        await amp.installs.all()
    except WrongSecret as error:
        file = amp.settings.secret_file
        if made is None:
            what = f"{'AMP_SECRET' if amp.settings.secret else file} is not the secret"
        else:
            what = f"There is no {file}, with the secret"
            if amp.settings.present_secret() == made:
                file.unlink(missing_ok=True)
        raise NotReady(
            f"{what} that the database was written with. Put it back; `amp doctor` says what to do "
            "without it."
        ) from error


async def _prepare_keys(amp: Amp) -> None:
    """Raise NotReady unless the key store gives back; tell what it does with keys."""
    await preparing.keys(amp.keys, at=clock.now())
    for told in await amp.keys.warnings():
        log.warning(told)
    if moved := await key_store.move_in(amp.keys, Path(OLD_KEYS)):
        log.info("keys were moved out of the database's folder", keys=moved)


def told_to_stop() -> asyncio.Event:
    """What SIGTERM, Ctrl-C and a terminal that closes set from now on, in the running event loop.

    Where `nohup` has the last one ignored, it stays so.
    """
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    hangs_up = [signal.SIGHUP] if hasattr(signal, "SIGHUP") else []
    heard = [number for number in hangs_up if signal.getsignal(number) is not signal.SIG_IGN]
    for number in (signal.SIGTERM, signal.SIGINT, *heard):
        with contextlib.suppress(NotImplementedError):  # Windows has no such handlers
            loop.add_signal_handler(number, stop.set)
    return stop


async def run(settings: Settings, *, serves: bool = True, works: bool = True) -> None:
    """Run until somebody sends SIGTERM or a like signal, which may be before the start is over."""
    logs.configure(settings.log_level, settings.log_format)
    memory.overwrite_what_is_freed()
    stop, started = told_to_stop(), asyncio.Event()
    life = asyncio.create_task(_live(settings, stop, started, serves=serves, works=works))
    told = asyncio.create_task(stop.wait())
    await asyncio.wait({life, told}, return_when=asyncio.FIRST_COMPLETED)
    if stop.is_set():
        _end_within(ENDS_WITHIN)
    told.cancel()
    if not started.is_set():
        life.cancel()  # nothing was begun, so nothing has to be finished
    with contextlib.suppress(asyncio.CancelledError):
        await life


def _end_within(seconds: float) -> None:
    """Have the process end by then: a database, a disk or a thread that hangs keeps nobody.

    As after a kill, rows remember what was begun, and the next start goes on with it.
    """
    end = threading.Timer(seconds, _end)
    end.daemon = True
    end.start()


def _end() -> None:
    said = "the end waits no longer for what hangs; the next start goes on with it"
    told = threading.Thread(target=log.warning, args=(said,), daemon=True)
    told.start()
    told.join(1)  # it may be the log that hangs
    os._exit(0)


async def _live(
    settings: Settings, stop: asyncio.Event, started: asyncio.Event, *, serves: bool, works: bool
) -> None:
    async with running(settings, serves=serves, works=works) as amp:
        how = "Socket Mode" if settings.over_socket else "HTTP"
        where = {"at": amp.address} if serves else {"health": amp.health}
        gc.freeze()  # what was loaded stays; looking through it again and again would take 80 ms
        gc.enable()
        log.info("ready", serves=serves, works=works, slack=how, **where)
        started.set()
        await stop.wait()
        log.info("stopping")


async def _identify_workspace(amp: Amp) -> None:
    try:
        await app.identify_workspace(amp)
    except refusals.NOT_ANSWERED as error:
        raise _refused(
            amp,
            error,
            "SLACK_BOT_TOKEN ({}). Copy it once more from the app's page, «OAuth & Permissions».",
        ) from error


async def _tell_of_missing_scopes(amp: Amp) -> None:
    for installed in await amp.installs.all():
        if missing := manifest.missing(installed.scopes):
            log.warning(
                "scopes are missing: install Amp once more, with the manifest of this version",
                workspace=installed.id,
                scopes=", ".join(missing),
                without_them="; ".join(manifest.without(missing)),
            )


def _refused(amp: Amp, error: Exception, token: str) -> NotReady:
    """Slack said no to the *token*, of which this says what to do; or it did not say anything."""
    if isinstance(error, SlackApiError) and refusals.said_no(error):
        return NotReady(f"Slack does not take {token.format(refusals.code(error))}")
    where = amp.settings.slack_api_url
    return NotReady(f"Slack can't be reached at {where} {unreachable.why(error)}.")


@asynccontextmanager
async def _working(amp: Amp) -> AsyncIterator[None]:
    from bot import timetable  # with APScheduler, which who only serves does without

    await heartbeat.beat(amp.database)
    end = timetable.begin(amp)
    caught_up = asyncio.create_task(timetable.run_all(amp))  # what was due while we were away
    try:
        yield
    finally:
        await end()
        caught_up.cancel()
        amp.dispatcher.stop()
        await timetable.finish(STOP_TIMEOUT)
        with contextlib.suppress(Exception):  # it may be what is down
            async with asyncio.timeout(1):
                await heartbeat.stop(amp.database)


@asynccontextmanager
async def _listening(amp: Amp, made: web.Application, port: int) -> AsyncIterator[str]:
    """Answer at HOST and this port for as long as the block lasts; raises OSError."""
    runner = web.AppRunner(made, access_log=None, shutdown_timeout=STOP_TIMEOUT)
    try:
        await runner.setup()
        await web.TCPSite(runner, amp.settings.host, port).start()
        yield amp.settings.address(runner.addresses[0][1])
    finally:
        await runner.cleanup()


async def _serve(amp: Amp, readiness: Readiness, stack: AsyncExitStack) -> str:
    from bot import web as face

    made = face.make(amp, readiness)
    try:
        return await stack.enter_async_context(_listening(amp, made, amp.settings.port))
    except OSError as error:
        raise NotReady(_why_not_served(error, amp.settings)) from error


async def _tell_how_it_is(amp: Amp, readiness: Readiness, stack: AsyncExitStack) -> str | None:
    """A worker's health and figures; the work does not depend on whether the port is free."""
    made, port = health.application(amp, readiness), amp.settings.worker_port
    try:
        return await stack.enter_async_context(_listening(amp, made, port))
    except OSError:
        log.warning("no health and no metrics of this worker: WORKER_PORT is taken", port=port)
        return None


def _why_not_served(error: OSError, settings: Settings) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {settings.port} is taken by another program. Set PORT to a free one."
    if error.errno == errno.EACCES:
        return f"Port {settings.port} is not for everybody to use. Set PORT to one above 1023."
    return f"HOST {settings.host} is no address of this machine. Try 127.0.0.1 or 0.0.0.0."


@asynccontextmanager
async def _on_socket(amp: Amp) -> AsyncIterator[None]:
    from bot.socket_mode import Socket  # with libraries that HTTP does without

    token = amp.settings.app_token.reveal() if amp.settings.app_token else ""
    try:  # the handler itself would try for ever
        await amp.clients.reader(patience=BRIEFLY).apps_connections_open(app_token=token)
    except refusals.NOT_ANSWERED as error:
        raise _refused(
            amp,
            error,
            "SLACK_APP_TOKEN ({}). It begins with xapp- and needs the scope connections:write.",
        ) from error
    handler = Socket(amp.bolt, token)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]
