"""Putting Amp together: every dependency is made here."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache

from msgspec import Struct
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from bot import clock, db, paths, words
from bot.db import Database
from bot.digest import undelivered as undelivered_digests
from bot.digest.rollup import undelivered as undelivered_rollups
from bot.experiments import undelivered as undelivered_experiments
from bot.framework import loading
from bot.framework.content import Content
from bot.pulse import jobs as pulse_jobs
from bot.pulse import keys as key_store
from bot.pulse.keys import KeyStore
from bot.settings import Settings
from bot.slack import installs, listening
from bot.slack.clients import BRIEFLY, Clients
from bot.slack.delivery import Dispatcher
from bot.slack.installs import Installs
from bot.teams.locales import Locales
from bot.teams.undelivered.kinds import Kinds
from bot.vault import Vault
from bot.violations import ContentError
from bot.words import Words

CLOSE_TIMEOUT = 5.0  # seconds
# What somebody is told of when it did not reach its channel.
UNDELIVERABLE = (undelivered_digests.KIND, undelivered_experiments.KIND, undelivered_rollups.KIND)


class Amp(Struct, frozen=True):
    """Everything that a listener or a job may need."""

    settings: Settings
    database: Database
    vault: Vault
    keys: KeyStore
    content: Content
    say: Words
    locales: Locales
    installs: Installs
    clients: Clients
    dispatcher: Dispatcher
    bolt: AsyncApp
    undeliverable: Kinds = UNDELIVERABLE

    async def close(self) -> None:
        """Let what was begun finish, but not for longer than a few seconds; then hang up."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_TIMEOUT):
                await listening.drain()
        await self.clients.close()
        await self.keys.close()
        await self.database.close()


@asynccontextmanager
async def assembled(settings: Settings) -> AsyncIterator[Amp]:
    """Amp with all its connections, closed at the end.

    Raises ContentError when a file of content/ can't be used.
    """
    amp = assemble(settings)
    try:
        yield amp
    finally:
        await amp.close()


def assemble(settings: Settings) -> Amp:
    """Make every dependency; nothing is asked of Slack or the database yet.

    Who serves has the rooms' listeners registered as well: see `bot/registering.py`.
    """
    content, say = content_of(settings)
    database = db.connect(settings.database, pool=settings.pool)
    # With SQLite all processes are one machine's, and replaced together.
    vault = Vault(settings.amp_secret(), as_before=settings.on_postgres)
    found = Installs(database, vault)
    clients = Clients(settings.slack_api_url, found)
    return Amp(
        settings=settings,
        database=database,
        vault=vault,
        keys=key_store.connect(settings.keys),
        content=content,
        say=say,
        locales=Locales(database),
        installs=found,
        clients=clients,
        dispatcher=Dispatcher(database, found, clients, call_off=pulse_jobs.call_off_unwanted),
        bolt=_bolt(settings, found, clients),
    )


def content_of(settings: Settings) -> tuple[Content, Words]:
    """The framework and the words; raises ContentError, also for what a company's own lack."""
    if not settings.own_content:
        return _shipped()
    from bot import checking

    folders = settings.content
    say = words.load(*folders)
    content = loading.load(*folders, say=say)
    if wrong := checking.overlaid(*folders):
        raise ContentError(wrong)
    return content, say


@cache
def _shipped() -> tuple[Content, Words]:
    """What Amp ships; it stays as it is while a process lives."""
    say = words.load(paths.CONTENT)
    return loading.load(paths.CONTENT, say=say), say


def _bolt(settings: Settings, found: Installs, clients: Clients) -> AsyncApp:
    secret = settings.signing_secret

    # A plain function: Bolt would pass a method its own `self`.
    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return found.authorize(enterprise_id, team_id)

    return AsyncApp(
        name="amp",
        logger=logging.getLogger("slack_bolt"),
        client=clients.sender(),
        signing_secret=secret.reveal() if secret else "",
        authorize=authorize,
        # Bolt then answers as soon as the listener acks, instead of looking every 10 ms.
        process_before_response=True,
        # Both are answered before Bolt, by `bot/web.py`.
        ssl_check_enabled=False,
        url_verification_enabled=False,
    )


async def identify_workspace(amp: Amp) -> None:
    """With a bot token in the environment, learn which workspace it is for; nothing otherwise."""
    if amp.settings.bot_token is None:
        return
    token = amp.settings.bot_token.reveal()
    installed = await installs.identify(amp.clients.reader(patience=BRIEFLY), token)
    await amp.installs.keep(installed, at=clock.now())
