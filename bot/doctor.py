"""`amp doctor`: everything that an installation needs, checked one by one."""

import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass

import aiohttp
from slack_sdk.errors import SlackApiError

from bot import app, db, logs, manifest
from bot.app import Amp
from bot.errors import AmpError
from bot.pulse import keys as key_store
from bot.settings import Settings
from bot.slack import installs
from bot.slack.installs import Installed

REFUSED = (SlackApiError, aiohttp.ClientError, OSError)


@dataclass(frozen=True)
class Finding:
    """One thing that was checked; *remedy* says what to do when it is not in order."""

    ok: bool
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"ok       {self.what}" if self.ok else f"PROBLEM  {self.what}. {self.remedy}"


async def run(settings: Settings) -> int:
    """Print every finding; 1 when there is a problem."""
    logs.configure("ERROR")
    sound = True
    async with app.assembled(settings) as amp:
        async for finding in examine(amp):
            sys.stdout.write(f"{finding}\n")
            sound = sound and finding.ok
    return 0 if sound else 1


async def examine(amp: Amp) -> AsyncIterator[Finding]:
    """Look at the database, the key store, and what Slack says to our tokens."""
    yield await _database(amp)
    yield await _keys(amp)
    if amp.settings.bot_token:
        async for finding in _bot(amp, amp.settings.bot_token.get_secret_value()):
            yield finding
    if amp.settings.several_workspaces:
        async for finding in _installed(amp):
            yield finding
    if amp.settings.app_token:
        yield await _socket(amp, amp.settings.app_token.get_secret_value())


async def _database(amp: Amp) -> Finding:
    name = "the SQLite file" if amp.database.on_sqlite else "PostgreSQL"
    try:
        current, newest = await db.revisions(amp.database)
    except Exception as error:
        remedy = f"Check DATABASE_URL ({type(error).__name__})."
        return Finding(False, f"{name} does not answer", remedy)
    if current == newest:
        return Finding(True, f"{name} answers and has this version's tables")
    if amp.database.on_sqlite:
        return Finding(True, f"{name} answers; `amp run` will bring its tables up to date")
    return Finding(
        False, f"{name} lacks this version's tables", "Run: python -m alembic upgrade head"
    )


async def _keys(amp: Amp) -> Finding:
    try:
        await key_store.check(amp.keys)
    except AmpError:
        remedy = "Check AMP_KEYS: without it no round is opened, so that no answer is lost."
        return Finding(False, "the key store can't be read back", remedy)
    return Finding(True, "the key store gives back what is put into it")


async def _bot(amp: Amp, token: str) -> AsyncIterator[Finding]:
    try:
        installed = await installs.identify(amp.clients.reader(), token)
    except REFUSED as error:
        yield _refused(
            "SLACK_BOT_TOKEN",
            error,
            "Copy it once more from «OAuth & Permissions» on the app's page.",
        )
        return
    yield Finding(True, f"the bot token belongs to the workspace «{installed.name}»")
    yield _scopes(installed)


async def _installed(amp: Amp) -> AsyncIterator[Finding]:
    """Each workspace that has installed Amp: whether its token still holds."""
    try:
        everywhere = await amp.installs.all()
    except Exception as error:
        remedy = "Is AMP_SECRET the one that the database was written with?"
        what = f"the installations can't be read ({type(error).__name__})"
        yield Finding(False, what, remedy)
        return
    yield Finding(True, f"installed in {len(everywhere)} workspaces")
    for known in everywhere:
        try:
            now = await installs.identify(amp.clients.reader(), known.bot_token)
            yield _scopes(now, f"«{known.name}»: ")
        except REFUSED as error:
            yield _refused(f"the token of «{known.name}»", error, "Install Amp there once more.")


def _scopes(installed: Installed, where: str = "") -> Finding:
    missing = set(manifest.SCOPES) - installed.scopes
    if not missing:
        return Finding(True, f"{where}the bot has every scope that it uses")
    return Finding(
        False,
        f"{where}the bot lacks scopes: {', '.join(sorted(missing))}",
        "Paste `amp manifest` at the app's page, and install it again.",
    )


async def _socket(amp: Amp, token: str) -> Finding:
    try:
        await amp.clients.reader().apps_connections_open(app_token=token)
    except REFUSED as error:
        return _refused(
            "SLACK_APP_TOKEN", error, "Make an app-level token with the scope connections:write."
        )
    return Finding(True, "Socket Mode can be opened")


def _refused(what: str, error: Exception, remedy: str) -> Finding:
    if isinstance(error, SlackApiError):
        return Finding(False, f"Slack does not take {what} ({error.response.get('error')})", remedy)
    name = type(error).__name__
    return Finding(
        False, f"Slack can't be reached ({name})", "Check SLACK_API_URL and the network."
    )
