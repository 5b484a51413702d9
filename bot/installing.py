"""The pages by which further workspaces install Amp (OAuth 2.0, Slack's v2)."""

import secrets
from datetime import timedelta

import structlog
from aiohttp import web
from cryptography.fernet import Fernet
from slack_sdk.errors import SlackApiError
from slack_sdk.oauth import AuthorizeUrlGenerator

from bot import clock, manifest
from bot.app import Amp
from bot.slack import installs

log = structlog.get_logger()

COOKIE = "amp-install"
PATIENCE = timedelta(minutes=10)

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Amp</title>
<style>body{{font:18px/1.5 system-ui;max-width:34rem;margin:15vh auto;padding:0 1rem}}</style>
<main><h1>{title}</h1><p>{text}</p></main></html>"""


def routes(amp: Amp) -> list[web.RouteDef]:
    """The two addresses that the app's page at Slack names."""
    # A state is a nonce that this browser was given, and that only we can have written.
    lock = Fernet(Fernet.generate_key()) if amp.settings.secret is None else _fernet(amp)

    async def install(request: web.Request) -> web.Response:
        nonce = secrets.token_urlsafe(24)
        state = lock.encrypt(nonce.encode()).decode()
        response = web.Response(status=302, headers={"Location": _authorize_url(amp, state)})
        response.set_cookie(
            COOKIE,
            nonce,
            max_age=int(PATIENCE.total_seconds()),
            httponly=True,
            samesite="Lax",
            secure=request.scheme == "https",
        )
        return response

    async def redirected(request: web.Request) -> web.Response:
        return await finish(amp, lock, request)

    return [web.get("/slack/install", install), web.get("/slack/oauth_redirect", redirected)]


async def finish(amp: Amp, lock: Fernet, request: web.Request) -> web.Response:
    """Slack sends the person back with a code, or with a reason why not."""
    if "error" in request.query:
        return _page("Not installed", "You can start again whenever you like.", status=200)
    if not _is_ours(lock, request):
        return _page(
            "Please start again",
            "This page was opened in another browser, or more than ten minutes ago. "
            '<a href="/slack/install">Install Amp</a>',
            status=400,
        )
    settings = amp.settings
    try:
        installed = await installs.exchange(
            amp.clients.reader(),
            at=clock.now(),
            client_id=settings.client_id or "",
            client_secret=settings.client_secret.get_secret_value()
            if settings.client_secret
            else "",
            code=request.query.get("code", ""),
        )
    except SlackApiError as error:
        log.warning("an installation was refused", slack=str(error.response.get("error")))
        return _page(
            "Slack refused", '<a href="/slack/install">Please start again</a>.', status=400
        )
    await amp.installs.keep(installed, at=clock.now())
    return _page(
        "Amp is installed",
        "Go to your team's channel in Slack, type <code>/invite @Amp</code>, then "
        "<code>/amp setup</code>.",
        status=200,
    )


def _fernet(amp: Amp) -> Fernet:
    import base64

    return Fernet(base64.urlsafe_b64encode(amp.vault.token("install state")))


def _authorize_url(amp: Amp, state: str) -> str:
    api = amp.settings.slack_api_url
    page = api.removesuffix("api/") + "oauth/v2/authorize"
    generator = AuthorizeUrlGenerator(
        client_id=amp.settings.client_id or "",
        scopes=manifest.SCOPES,
        authorization_url=page,
    )
    return generator.generate(state)


def _is_ours(lock: Fernet, request: web.Request) -> bool:
    from cryptography.fernet import InvalidToken

    try:
        nonce = lock.decrypt(
            request.query.get("state", "").encode(), ttl=int(PATIENCE.total_seconds())
        )
    except InvalidToken:
        return False
    return secrets.compare_digest(nonce, request.cookies.get(COOKIE, "").encode())


def _page(title: str, text: str, *, status: int) -> web.Response:
    return web.Response(
        status=status, text=PAGE.format(title=title, text=text), content_type="text/html"
    )
