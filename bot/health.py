"""Whether a process lives and can work, and its figures: the same pages on web and worker."""

import asyncio
import contextlib
import secrets
import time
from ipaddress import ip_address

import structlog
from aiohttp import web
from msgspec import Struct
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import func, select

from bot import heartbeat, metrics, rights, room, schema
from bot.app import Amp
from bot.db import Database
from bot.settings import Settings
from bot.slack.failures import describe
from bot.slack.models import Delivery, State

log = structlog.get_logger()

TIMEOUT = 0.8  # seconds; whoever asks has its answer within one, whatever hangs
FRESH = 1.0  # seconds for which a look at the database is not repeated
GIVE_UP = 10.0  # seconds after which a look that hangs is begun anew

LARGEST = 1024 * 1024  # bytes of a request; Slack's own are far below

POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
# On every answer: no page of ours belongs into a frame, and none says what runs here.
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
}


class Verdict(Struct, frozen=True):
    """Whether the process can work, in words."""

    ready: bool
    words: str = "ok"


SILENT = Verdict(False, "the database does not answer in time")


class Readiness:
    """Looks at the database once for all who ask together, and never for longer than they wait."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._look: asyncio.Task[Verdict] | None = None
        self._since = 0.0

    async def verdict(self) -> Verdict:
        """What the database allows, or that it does not say so in time."""
        look = self._current()
        await asyncio.wait({look}, timeout=TIMEOUT)
        return look.result() if look.done() and not look.cancelled() else SILENT

    def _current(self) -> "asyncio.Task[Verdict]":
        age = time.monotonic() - self._since
        look = self._look
        if look is not None and age < (FRESH if look.done() else GIVE_UP):
            return look
        if look is not None:
            look.cancel()  # its connection may be dead without anybody having said so
        self._look, self._since = asyncio.create_task(examine(self._database)), time.monotonic()
        return self._look

    async def close(self) -> None:
        """Stop looking."""
        if self._look is not None:
            self._look.cancel()


async def examine(database: Database) -> Verdict:
    """Whether the database answers, has our tables, and can be written; is a worker at work?

    What a newer version has added to the tables is no reason to stop before we are replaced.
    """
    try:
        if lacking := await rights.lacking(database):
            log.warning("not ready", cause="rights", what=lacking)
            return Verdict(False, "the database does not let us write every table")
        found = await schema.read(database)
        if found.unclear:
            return Verdict(False, "the database does not say of which version it is: amp doctor")
        if not (found.is_current or found.is_newer):
            return Verdict(False, "the database needs: amp migrate")
    except Exception as error:
        log.warning("not ready", **describe(error))
        return Verdict(False, "the database does not answer")
    try:
        await heartbeat.touch(database)
        await room.find(database.engine)
        async with database.read() as session:
            silent = await heartbeat.missing(session)
    except Exception as error:
        log.warning("not ready", **describe(error))
        return Verdict(False, "the database can't be written")
    return Verdict(True) if silent is None else Verdict(True, f"ok, but {heartbeat.told(silent)}")


def application(amp: Amp, readiness: Readiness) -> web.Application:
    """An application that takes no long requests and tells how the process is."""
    app = web.Application(client_max_size=LARGEST)
    app.on_response_prepare.append(_harden)
    app.add_routes(routes(amp, readiness))
    return app


async def _harden(request: web.Request, response: web.StreamResponse) -> None:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.pop("Server", None)


def routes(amp: Amp, readiness: Readiness) -> list[web.RouteDef]:
    """Health, readiness and metrics."""

    async def ready(request: web.Request) -> web.Response:
        verdict = await readiness.verdict()
        return web.Response(status=200 if verdict.ready else 503, text=verdict.words)

    async def figures(request: web.Request) -> web.Response:
        if not may_see_figures(request, amp.settings):
            return web.Response(status=403, text="only from this machine, or with METRICS_TOKEN")
        measuring = asyncio.create_task(_measure(amp.database))
        await asyncio.wait({measuring}, timeout=TIMEOUT)
        measuring.cancel()  # and not waited for: what hangs may hang a little longer
        text = generate_latest(metrics.registry)
        return web.Response(body=text, headers={"Content-Type": CONTENT_TYPE_LATEST})

    return [
        web.get("/healthz", alive),
        web.get("/readyz", ready),
        web.get("/metrics", figures),
    ]


async def alive(request: web.Request) -> web.Response:
    """The process runs."""
    return web.Response(text="ok")


def may_see_figures(request: web.Request, settings: Settings) -> bool:
    """Whether the request has the token or, where there is none, is this machine's own."""
    if settings.metrics_token is not None:
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        token = settings.metrics_token.reveal()
        return secrets.compare_digest(given.encode(errors="replace"), token.encode())
    # What a proxy on this machine passes on comes from loopback too, and mostly says for whom.
    passed_on = any(
        name.lower().startswith(("x-forwarded", "forwarded")) for name in request.headers
    )
    try:
        return not passed_on and ip_address(request.remote or "").is_loopback
    except ValueError:
        return False


async def _measure(database: Database) -> None:
    """Ask the database for what only it knows; while it does not answer, there is no figure."""
    metrics.oldest_message.set(float("nan"))
    metrics.database.set(float("nan"))
    began = time.monotonic()
    metrics.worker_silent.set(float("nan"))
    with contextlib.suppress(Exception):
        async with database.read() as session:
            due = await session.scalar(
                select(func.min(Delivery.due_at)).where(Delivery.state == State.WAITING)
            )
            silent = await heartbeat.age(session)
        metrics.database.set(time.monotonic() - began)
        metrics.oldest_message.set(max(0.0, time.time() - due.timestamp()) if due else 0.0)
        metrics.worker_silent.set(silent.total_seconds() if silent else float("inf"))
