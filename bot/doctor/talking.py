"""What Slack says: to our tokens, of the time, and whether its requests reach us."""

import json
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot import manifest
from bot.doctor.finding import Finding, note, ok, problem
from bot.settings import Settings
from bot.slack import installs, proxies, refusals, unreachable
from bot.slack.clients import BRIEFLY, Clients
from bot.slack.installs import Installed, Installs
from bot.vault import WrongSecret

APART = 60.0  # seconds; from 300 on Slack's signatures are refused
TOKEN = "Copy it once more from «OAuth & Permissions» on the app's page."


async def slack(
    settings: Settings, clients: Clients, known: Installs | None
) -> AsyncIterator[Finding]:
    """What Slack says to the tokens of the environment, and to those of the database."""
    try:
        yield await _clock(clients)
    except (aiohttp.ClientError, OSError) as error:
        yield _out_of_reach(error, "; what it says to our tokens was not looked at")
        return
    if settings.bot_token:
        async for finding in _bot(clients, settings.bot_token.reveal()):
            yield finding
    elif settings.several_workspaces and known is not None:
        async for finding in _installed(clients, known):
            yield finding
    if settings.app_token:
        yield await _socket(clients, settings.app_token.reveal())
    if settings.app_token and settings.bot_token:
        tokens = settings.app_token.reveal(), settings.bot_token.reveal()
        if apart := await _of_two_apps(clients, *tokens):
            yield apart


async def _clock(clients: Clients) -> Finding:
    """Slack signs with its own time, and refuses nothing by ours: we do."""
    try:
        answer = await clients.reader(patience=BRIEFLY).api_call("api.test")
        date = answer.headers.get("Date") or answer.headers.get("date")
    except SlackApiError as error:
        date = _header(error.response, "Date")
    if not date:
        return note("Slack did not say what time it is")
    apart = (datetime.now(UTC) - parsedate_to_datetime(date)).total_seconds()
    if abs(apart) < APART:
        return ok(f"Slack answers, and the clock agrees with its own ({abs(apart):.0f} s)")
    where = "ahead" if apart > 0 else "behind"
    return problem(
        f"the clock is {abs(apart):.0f} seconds {where} of Slack's: its requests are refused",
        "Set it by NTP: timedatectl set-ntp true",
    )


def _header(response: AsyncSlackResponse, name: str) -> str | None:
    headers = getattr(response, "headers", None) or {}
    return next((headers[key] for key in headers if key.lower() == name.lower()), None)


async def _bot(clients: Clients, token: str) -> AsyncIterator[Finding]:
    try:
        installed = await installs.identify(clients.reader(patience=BRIEFLY), token)
    except refusals.NOT_ANSWERED as error:
        yield _refused("SLACK_BOT_TOKEN", error, TOKEN)
        return
    yield ok(f"the bot token belongs to the workspace «{installed.name}»")
    yield _scopes(installed)


async def _installed(clients: Clients, known: Installs) -> AsyncIterator[Finding]:
    """Each workspace that has installed Amp: whether its token still holds."""
    try:
        everywhere = await known.all()
    except WrongSecret:
        return  # that has been told
    if not everywhere:
        yield problem(
            "Amp is installed in no workspace",
            "Open /slack/install at Amp's public address, and say yes.",
        )
        return
    yield ok(f"installed in {len(everywhere)} workspaces")
    for one in everywhere:
        if one.expires_at is not None and one.expires_at <= datetime.now(UTC):
            told = f"the token of «{one.name}» ran out at {one.expires_at:%Y-%m-%d %H:%M} UTC"
            yield problem(told, "A worker renews it; if one is at work, install Amp there anew.")
            continue
        try:
            now = await installs.identify(clients.reader(patience=BRIEFLY), one.bot_token)
            yield _scopes(now, f"«{one.name}»: ")
        except refusals.NOT_ANSWERED as error:
            yield _refused(f"the token of «{one.name}»", error, "Install Amp there once more.")


def _scopes(installed: Installed, where: str = "") -> Finding:
    missing = manifest.missing(installed.scopes)
    if not missing:
        return ok(f"{where}the bot has every scope that it uses")
    return problem(
        f"{where}the bot lacks scopes: {', '.join(missing)}. "
        f"Without them: {'; '.join(manifest.without(missing))}",
        "Paste `amp manifest` at the app's page under «App Manifest», then «Reinstall to "
        "Workspace» under «Install App».",
    )


async def _socket(clients: Clients, token: str) -> Finding:
    try:
        await clients.reader(patience=BRIEFLY).apps_connections_open(app_token=token)
    except refusals.NOT_ANSWERED as error:
        remedy = "Make an app-level token with the scope connections:write."
        return _refused("SLACK_APP_TOKEN", error, remedy)
    return ok("Slack's requests come over Socket Mode, which can be opened")


async def _of_two_apps(clients: Clients, app_token: str, bot_token: str) -> Finding | None:
    """Slack takes both, sends us what people do in one app, and has the other one answer."""
    client = clients.reader(bot_token, patience=BRIEFLY)
    try:
        who = await client.auth_test()
        speaks = (await client.bots_info(bot=who["bot_id"]))["bot"]["app_id"]
    except (*refusals.NOT_ANSWERED, KeyError, TypeError):
        return None  # that has been told, or Slack does not say
    listens = app_token.split("-")[2:3]  # xapp-1-ID-…
    if not listens or not listens[0].startswith("A") or listens == [speaks]:
        return None
    return problem(
        f"SLACK_APP_TOKEN is of the app {listens[0]}, and SLACK_BOT_TOKEN of {speaks}",
        "Copy both from the page of one app: what people do in one is answered by the other.",
    )


async def reached(settings: Settings, url: str | None) -> AsyncIterator[Finding]:
    """Over HTTP: whether Amp answers at its public address as Slack would have it."""
    if settings.over_socket or settings.signing_secret is None:
        return
    if url is None:
        yield note(
            "Slack's requests come over HTTP; whether they reach us is seen from outside only",
            "To try it: amp doctor --url https://YOUR-ADDRESS",
        )
        return
    address = f"{url.rstrip('/')}/slack/events"
    try:
        status, text = await _ask(address, settings.signing_secret.reveal())
    except (aiohttp.ClientError, OSError, ValueError) as error:
        told = f"{address} can't be reached ({type(error).__name__})"
        yield problem(told, "Is the proxy running, and its certificate good?")
        return
    if status == 200 and CHALLENGE in text:
        yield ok(f"Amp answers at {address}, and takes what is signed with this secret")
    elif status == 401:
        told = f"{address} does not take what is signed with SLACK_SIGNING_SECRET"
        yield problem(told, "Another secret is set there, or its clock is off, or a proxy meddles.")
    else:
        told = f"{address} answers with {status}, and not as Amp would"
        yield problem(told, "Let the proxy pass POST /slack/events on, body and headers unchanged.")


CHALLENGE = "amp-doctor"


async def _ask(address: str, secret: str) -> tuple[int, str]:
    """Slack's own first question to a request URL, signed as Slack signs."""
    body = json.dumps({"type": "url_verification", "challenge": CHALLENGE})
    stamp = str(int(time.time()))
    signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body)
    headers = {
        "Content-Type": "application/json",
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": signature or "",
    }
    timeout = aiohttp.ClientTimeout(total=10)
    proxy = proxies.to(address)
    async with (
        aiohttp.ClientSession(timeout=timeout, proxy=proxy) as session,
        session.post(address, data=body, headers=headers, allow_redirects=False) as answer,
    ):
        return answer.status, (await answer.text())[:200]


def _refused(what: str, error: Exception, remedy: str) -> Finding:
    if isinstance(error, SlackApiError) and refusals.said_no(error):
        return problem(f"Slack does not take {what} ({refusals.code(error)})", remedy)
    return _out_of_reach(error)


def _out_of_reach(error: Exception, unseen: str = "") -> Finding:
    told = f"Slack can't be reached {unreachable.why(error)}{unseen}"
    return problem(told, "Check SLACK_API_URL and the network.")
