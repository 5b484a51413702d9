"""The HTTP face: Slack's requests and the install pages, beside health and metrics."""

import hmac
import time
from urllib.parse import parse_qsl

import structlog
from aiohttp import web
from slack_bolt.async_app import AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier

from bot import health, installing, metrics
from bot.app import Amp
from bot.health import Readiness
from bot.slack import payloads, schemas
from bot.slack.failures import describe
from bot.slack.payloads import Malformed, Request

log = structlog.get_logger()


class Unsigned(Exception):
    """A request that Slack did not sign, or not lately: the likely cause, and what to do."""

    def __init__(self, cause: str, hint: str) -> None:
        super().__init__(cause)
        self.cause, self.hint = cause, hint


def make(amp: Amp, readiness: Readiness) -> web.Application:
    """The web application; without a signing secret it takes no requests of Slack's."""
    app = health.application(amp, readiness)
    if amp.settings.signing_secret:
        verifier = SignatureVerifier(amp.settings.signing_secret.reveal())

        async def events(request: web.Request) -> web.Response:
            return await take(amp, verifier, request)

        app.add_routes([web.post("/slack/events", events)])
    if amp.settings.several_workspaces:
        app.add_routes(installing.routes(amp))
    return app


async def take(amp: Amp, verifier: SignatureVerifier, request: web.Request) -> web.Response:
    """A request of Slack's: 401 for one that it did not sign, 400 for one it would not send."""
    kind = "refused"
    try:
        arrived = await _read(request, verifier)
        kind = arrived.kind
        response = await _answer(amp, arrived)
    except web.HTTPRequestEntityTooLarge as error:
        response = web.Response(status=error.status, text="too large")
    except Unsigned as error:
        log.warning("a request was not signed by Slack", cause=error.cause, hint=error.hint)
        response = web.Response(status=401, text="not signed by Slack, or not lately")
    except Malformed as error:
        response = web.Response(status=400, text=str(error))
    except Exception as error:
        log.error("a request failed", kind=kind, **describe(error))
        response = web.Response(status=500)
    if response.status >= web.HTTPBadRequest.status_code:
        metrics.requests_failed.labels(response.status).inc()
    return response


async def _read(request: web.Request, verifier: SignatureVerifier) -> Request:
    try:
        text = (await request.read()).decode()
    except web.HTTPRequestEntityTooLarge:
        raise
    except UnicodeDecodeError:
        raise Malformed("the body is not UTF-8") from None
    except Exception:
        raise Malformed("the body can't be read") from None
    unsigned = _unsigned(request, text, verifier)
    if unsigned is None:
        return payloads.read(request.content_type, text)
    if {name for name, _ in parse_qsl(text)} in ({"ssl_check"}, {"ssl_check", "token"}):
        return Request("ssl_check", {})  # the one thing that Slack does not sign
    raise unsigned


def _unsigned(request: web.Request, text: str, verifier: SignatureVerifier) -> Unsigned | None:
    """Why a request is not taken for Slack's; None when it is."""
    stamp = request.headers.get("X-Slack-Request-Timestamp", "")
    signature = request.headers.get("X-Slack-Signature", "")
    # What is no number of seconds, or no hex, makes the verifier raise instead of refuse.
    if not (stamp.isdecimal() and len(stamp) < 12 and signature and signature.isascii()):
        return Unsigned("no signature", "it did not come from Slack; a proxy may drop its headers")
    if verifier.is_valid(text, stamp, signature):
        return None
    expected = verifier.generate_signature(timestamp=stamp, body=text) or ""
    if not hmac.compare_digest(expected, signature):
        told = "SLACK_SIGNING_SECRET is another app's, or a proxy changes the body"
        return Unsigned("wrong secret", told)
    return Unsigned("clock", _how_far_off(time.time() - int(stamp)))


def _how_far_off(seconds: float) -> str:
    """Slack's own timestamp, beside this machine's clock."""
    where = "ahead of" if seconds > 0 else "behind"
    return (
        f"this machine's clock is {abs(seconds):.0f} seconds {where} Slack's timestamp: set it by "
        "NTP; if it is right, somebody sent an old request again"
    )


async def _answer(amp: Amp, arrived: Request) -> web.Response:
    if arrived.kind == "url_verification":
        return web.json_response({"challenge": arrived.body["challenge"]})
    if arrived.kind == "ssl_check":
        return web.Response()
    if arrived.kind == "other":
        if arrived.body["type"] == "app_rate_limited":
            log.warning("Slack drops events: there are too many")
        return web.Response()
    bolted = for_bolt(arrived)
    answer = await amp.bolt.async_dispatch(bolted)
    # Bolt's own adapter looks for cookies and charsets as well, which ours never have.
    kind = answer.headers.get("content-type", ["text/plain"])[0].partition(";")[0]
    return web.Response(status=answer.status, text=answer.body, content_type=kind)


def for_bolt(arrived: Request) -> AsyncBoltRequest:
    """The request as Bolt takes it from Socket Mode: verified, and read already.

    Given the text, Bolt would read it once more, and lose every command that has the word
    «payload» in it.
    """
    try:
        bolted = AsyncBoltRequest(body=arrived.body, mode="socket_mode")
    except Exception:
        raise Malformed("a part is of the wrong kind") from None
    payloads.check(schemas.Origin, bolted.context)
    return bolted
