"""The pages by which further workspaces install Amp (OAuth 2.0, Slack's v2)."""

import base64
import html
import re
import secrets
from collections import deque
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import aiohttp
import structlog
from aiohttp import web
from slack_sdk.errors import SlackApiError
from slack_sdk.oauth import AuthorizeUrlGenerator

from bot import clock, health, manifest
from bot.app import Amp
from bot.slack import installs, refusals
from bot.slack.failures import describe
from bot.words import ENGLISH, Words, closest

if TYPE_CHECKING:
    from cryptography.fernet import Fernet

log = structlog.get_logger()

COOKIE = "amp-install"
EXPIRES_AFTER = timedelta(minutes=10)
MOST_EXCHANGES = 30  # a minute and process: each is a request to Slack that anybody can cause

PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Amp</title>
<style>body{{font:18px/1.5 system-ui;max-width:34rem;margin:15vh auto;padding:0 1rem}}</style>
<main><h1>{title}</h1><p>{text}</p></main></html>"""
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": f"{health.POLICY}; style-src 'unsafe-inline'",
    "Vary": "Accept-Language",
    "Referrer-Policy": "no-referrer",  # the address of this page holds a code
}
LINK = '<a href="/slack/install">{label}</a>'


def routes(amp: Amp) -> list[web.RouteDef]:
    """The two addresses that the app's page at Slack names."""

    async def install(request: web.Request) -> web.Response:
        return begin(amp, request)

    lately: deque[datetime] = deque(maxlen=MOST_EXCHANGES)

    async def redirected(request: web.Request) -> web.Response:
        return await finish(amp, request, lately)

    return [web.get("/slack/install", install), web.get("/slack/oauth_redirect", redirected)]


def begin(amp: Amp, request: web.Request) -> web.Response:
    """Send the person to Slack, with a state that only this browser can bring back."""
    nonce = secrets.token_urlsafe(24)
    response = web.Response(status=302, headers={"Location": _authorize_url(amp, nonce), **HEADERS})
    response.set_cookie(
        COOKIE,
        nonce,
        max_age=int(EXPIRES_AFTER.total_seconds()),
        path="/slack",
        httponly=True,
        samesite="Lax",
        secure="https" in (request.scheme, request.headers.get("X-Forwarded-Proto")),
    )
    return response


async def finish(amp: Amp, request: web.Request, lately: deque[datetime]) -> web.Response:
    """Slack sends the person back with a code, or with a reason why not."""
    say = reader(amp.say, request.headers.get("Accept-Language", ""))
    if "error" in request.query:
        return _again(say, 200, "install-cancelled-heading", "install-cancelled")
    if not is_ours(amp, request.query.get("state", ""), request.cookies.get(COOKIE, "")):
        return _again(say, 400, "install-expired-heading", "install-expired")
    if _are_many(lately, clock.now()):
        return _again(say, 429, "install-many-heading", "install-many")
    try:
        installed = await _exchange(amp, request.query.get("code", ""))
    except SlackApiError as error:
        log.warning("an installation was refused", slack=refusals.code(error))
        return _again(say, 400, "install-refused-heading", "install-again")
    except (aiohttp.ClientError, TimeoutError) as error:
        log.warning("an installation was cut off", **describe(error))
        return _again(say, 502, "install-unanswered-heading", "install-again")
    if not amp.settings.lets_in(installed.id, installed.enterprise_id):
        await _turn_away(amp, installed)
        return _again(say, 403, "install-not-here-heading", "install-not-here")
    await amp.installs.keep(installed, at=clock.now())
    log.info("installed", workspace=installed.id)
    response = _page(say, 200, "install-done-heading", _marked_up(say.plain("install-done")))
    response.del_cookie(COOKIE, path="/slack")
    return response


async def _turn_away(amp: Amp, installed: installs.Installed) -> None:
    """Give the token back: nobody has it then."""
    log.warning("an installation was turned away", workspace=installed.id)
    try:
        await amp.clients.sender(installed.bot_token).auth_revoke()
    except refusals.NOT_ANSWERED as error:
        log.warning("its token could not be given back", **describe(error))


def reader(say: Words, accept_language: str) -> Words:
    """The words in the first language of a browser's `Accept-Language` that we speak."""
    for locale in _by_quality(accept_language):
        language = closest(locale, say.languages)
        if language != ENGLISH or locale.startswith(ENGLISH):
            return say.locale(language)
    return say.locale(ENGLISH)


def _by_quality(accept_language: str) -> list[str]:
    """What a browser wants, the dearest first (RFC 9110, section 12.5.4)."""
    wanted = []
    for given in accept_language[:500].lower().split(","):
        locale, _, quality = given.partition(";")
        try:
            wanted.append((-float(quality.partition("=")[2] or 1), locale.strip()))
        except ValueError:
            continue
    return [locale for _, locale in sorted(wanted, key=lambda pair: pair[0])]


def _are_many(lately: deque[datetime], now: datetime) -> bool:
    """Whether no more codes are taken to Slack for the moment; if not, notes this one."""
    if len(lately) == lately.maxlen and now - lately[0] < timedelta(minutes=1):
        log.warning("many installations at once", most=MOST_EXCHANGES)
        return True
    lately.append(now)
    return False


async def _exchange(amp: Amp, code: str) -> installs.Installed:
    settings = amp.settings
    secret = settings.client_secret
    return await installs.exchange(
        amp.clients.sender(),
        at=clock.now(),
        client_id=settings.client_id or "",
        client_secret=secret.reveal() if secret else "",
        code=code,
    )


def is_ours(amp: Amp, state: str, nonce: str) -> bool:
    """Whether *state* is one that we gave, lately, to the browser that has *nonce*."""
    from cryptography.fernet import InvalidToken  # as in bot/vault.py

    try:
        given = _lock(amp).decrypt_at_time(
            state.encode(errors="replace"),
            ttl=int(EXPIRES_AFTER.total_seconds()),
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


def _lock(amp: Amp) -> "Fernet":
    from cryptography.fernet import Fernet

    return Fernet(base64.urlsafe_b64encode(amp.vault.token("install state")))


def _again(say: Words, status: int, heading: str, text: str) -> web.Response:
    """A page that says why nothing was installed, with a link that starts again."""
    link = LINK.format(label=html.escape(say.plain("install-link")))
    return _page(say, status, heading, f"{_marked_up(say.plain(text))} {link}")


def _page(say: Words, status: int, heading: str, text: str) -> web.Response:
    """A page of our own words: nothing that came with the request is ever put into it."""
    title = html.escape(say.plain(heading))
    return web.Response(
        status=status,
        text=PAGE.format(language=say.language, title=title, text=text),
        content_type="text/html",
        headers=HEADERS,
    )


def _marked_up(text: str) -> str:
    return re.sub("`([^`]+)`", r"<code>\1</code>", html.escape(text))
