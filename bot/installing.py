"""The pages by which further workspaces install Amp (OAuth 2.0, Slack's v2)."""

import base64
import secrets
from datetime import timedelta
from urllib.parse import urljoin

import aiohttp
import structlog
from aiohttp import web
from cryptography.fernet import Fernet, InvalidToken
from slack_sdk.errors import SlackApiError
from slack_sdk.oauth import AuthorizeUrlGenerator

from bot import clock, manifest
from bot.app import Amp
from bot.slack import installs, refusals
from bot.slack.listening import describe

log = structlog.get_logger()

COOKIE = "amp-install"
PATIENCE = timedelta(minutes=10)

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Amp</title>
<style>body{{font:18px/1.5 system-ui;max-width:34rem;margin:15vh auto;padding:0 1rem}}</style>
<main><h1>{title}</h1><p>{text}</p></main></html>"""
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "Referrer-Policy": "no-referrer",  # the address of this page holds a code
}
AGAIN = '<a href="/slack/install">Install Amp</a>'


def routes(amp: Amp) -> list[web.RouteDef]:
    """The two addresses that the app's page at Slack names."""

    async def install(request: web.Request) -> web.Response:
        return begin(amp, request)

    async def redirected(request: web.Request) -> web.Response:
        return await finish(amp, request)

    return [web.get("/slack/install", install), web.get("/slack/oauth_redirect", redirected)]


def begin(amp: Amp, request: web.Request) -> web.Response:
    """Send the person to Slack, with a state that only this browser can bring back."""
    nonce = secrets.token_urlsafe(24)
    response = web.Response(status=302, headers={"Location": _authorize_url(amp, nonce), **HEADERS})
    response.set_cookie(
        COOKIE,
        nonce,
        max_age=int(PATIENCE.total_seconds()),
        path="/slack",
        httponly=True,
        samesite="Lax",
        secure="https" in (request.scheme, request.headers.get("X-Forwarded-Proto")),
    )
    return response


async def finish(amp: Amp, request: web.Request) -> web.Response:
    """Slack sends the person back with a code, or with a reason why not."""
    if "error" in request.query:
        return _page(200, "Not installed", f"You can start again whenever you like. {AGAIN}")
    if not is_ours(amp, request.query.get("state", ""), request.cookies.get(COOKIE, "")):
        told = "This page was opened in another browser, or more than ten minutes ago."
        return _page(400, "Please start again", f"{told} {AGAIN}")
    try:
        installed = await _exchange(amp, request.query.get("code", ""))
    except SlackApiError as error:
        log.warning("an installation was refused", slack=refusals.code(error))
        return _page(400, "Slack refused", f"Please start again. {AGAIN}")
    except (aiohttp.ClientError, TimeoutError) as error:
        log.warning("an installation was cut off", **describe(error))
        return _page(502, "Slack did not answer", f"Please start again. {AGAIN}")
    await amp.installs.keep(installed, at=clock.now())
    told = "Go to your team's channel in Slack, type <code>/invite @Amp</code>, then "
    response = _page(200, "Amp is installed", f"{told} <code>/amp setup</code>.")
    response.del_cookie(COOKIE, path="/slack")
    return response


async def _exchange(amp: Amp, code: str) -> installs.Installed:
    settings = amp.settings
    secret = settings.client_secret
    return await installs.exchange(
        amp.clients.sender(),
        at=clock.now(),
        client_id=settings.client_id or "",
        client_secret=secret.get_secret_value() if secret else "",
        code=code,
    )


def is_ours(amp: Amp, state: str, nonce: str) -> bool:
    """Whether *state* is one that we gave, lately, to the browser that has *nonce*."""
    try:
        given = _lock(amp).decrypt_at_time(
            state.encode(errors="replace"),
            ttl=int(PATIENCE.total_seconds()),
            current_time=int(clock.now().timestamp()),
        )
    except InvalidToken:
        return False
    return secrets.compare_digest(given, nonce.encode(errors="replace"))


def _authorize_url(amp: Amp, nonce: str) -> str:
    state = _lock(amp).encrypt_at_time(nonce.encode(), int(clock.now().timestamp()))
    generator = AuthorizeUrlGenerator(
        client_id=amp.settings.client_id or "",
        scopes=[*manifest.SCOPES, *manifest.OPTIONAL_SCOPES],
        authorization_url=urljoin(amp.settings.slack_api_url, "/oauth/v2/authorize"),
    )
    return generator.generate(state.decode())


def _lock(amp: Amp) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(amp.vault.token("install state")))


def _page(status: int, title: str, text: str) -> web.Response:
    """A page of our own words: nothing that came with the request is ever put into it."""
    return web.Response(
        status=status,
        text=PAGE.format(title=title, text=text),
        content_type="text/html",
        headers=HEADERS,
    )
