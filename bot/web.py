"""The HTTP face: Slack's requests, the install pages, health and metrics."""

import json
import time
from urllib.parse import parse_qs

import structlog
from aiohttp import web
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request

from bot import db, installing, metrics
from bot.app import Amp
from bot.slack.listening import describe

log = structlog.get_logger()

LARGEST = 1024 * 1024  # bytes of a request; Slack's own are far below


class Malformed(Exception):
    """A request that Slack would not send."""


def make(amp: Amp) -> web.Application:
    """The web application; without a signing secret it takes no requests of Slack's."""
    app = web.Application(client_max_size=LARGEST)

    async def events(request: web.Request) -> web.Response:
        return await take(amp, request)

    async def ready(request: web.Request) -> web.Response:
        return await readiness(amp)

    app.add_routes(
        [
            web.get("/healthz", health),
            web.get("/readyz", ready),
            web.get("/metrics", show_metrics),
        ]
    )
    if amp.settings.signing_secret:
        app.add_routes([web.post("/slack/events", events)])
    if amp.settings.several_workspaces:
        app.add_routes(installing.routes(amp))
    return app


async def take(amp: Amp, request: web.Request) -> web.Response:
    """A request of Slack's: 400 for what can't be one, 401 for a wrong signature (by Bolt)."""
    began, kind = time.perf_counter(), "unknown"
    try:
        kind = check(request, await request.read())
        answer = await amp.bolt.async_dispatch(await to_bolt_request(request))
        response = await to_aiohttp_response(answer)
    except web.HTTPException:
        raise
    except Malformed as error:
        response = web.Response(status=400, text=str(error))
    except Exception as error:
        log.error("a request failed", kind=kind, **describe(error))
        response = web.Response(status=500, text="")
    metrics.requests.labels(kind, response.status).inc()
    metrics.seconds.labels(kind).observe(time.perf_counter() - began)
    return response


def check(request: web.Request, body: bytes) -> str:
    """The kind of a request; raises Malformed for a body that Bolt would stumble over."""
    stamp = request.headers.get("X-Slack-Request-Timestamp", "0")
    if not stamp.isdecimal():
        raise web.HTTPUnauthorized(text="the timestamp is no number")
    try:
        text = body.decode()
    except UnicodeDecodeError:
        raise Malformed("the body is not UTF-8") from None
    if request.content_type == "application/json":
        return _event(text)
    form = parse_qs(text, keep_blank_values=True)
    if "payload" in form:
        return _interaction(form["payload"][0])
    if "ssl_check" in form:
        return "ssl_check"
    missing = {"command", "team_id", "user_id", "channel_id"} - form.keys()
    if missing:
        raise Malformed("neither an event, an interaction nor a command")
    return "command"


def _event(text: str) -> str:
    body = _object(text)
    if body.get("type") == "url_verification":
        return "url_verification"
    event = body.get("event")
    if not isinstance(event, dict) or not isinstance(event.get("type"), str):
        raise Malformed("an event without its type")
    return "event"


def _interaction(text: str) -> str:
    body = _object(text)
    kind = body.get("type")
    user = body.get("user")
    if not isinstance(kind, str) or not isinstance(user, dict) or "id" not in user:
        raise Malformed("an interaction without its type or its user")
    if kind == "block_actions" and not _are_objects(body.get("actions")):
        raise Malformed("block actions without actions")
    if kind in ("view_submission", "view_closed") and not isinstance(body.get("view"), dict):
        raise Malformed("a view's request without the view")
    return kind if kind in ("block_actions", "view_submission", "view_closed") else "interaction"


def _are_objects(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, dict) for v in value)


def _object(text: str) -> dict[str, object]:
    try:
        value = json.loads(text)
    except ValueError:
        raise Malformed("the body is no JSON") from None
    if not isinstance(value, dict):
        raise Malformed("the body is no JSON object")
    return value


async def health(request: web.Request) -> web.Response:
    """The process runs."""
    return web.Response(text="ok")


async def readiness(amp: Amp) -> web.Response:
    """The database answers, and has the tables of this version."""
    try:
        current, newest = await db.revisions(amp.database)
    except Exception as error:
        log.warning("not ready", **describe(error))
        return web.Response(status=503, text="the database does not answer")
    if current != newest:
        return web.Response(status=503, text="the database needs: python -m alembic upgrade head")
    return web.Response(text="ok")


async def show_metrics(request: web.Request) -> web.Response:
    text = generate_latest(metrics.registry)
    return web.Response(body=text, headers={"Content-Type": CONTENT_TYPE_LATEST})
