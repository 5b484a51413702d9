"""Putting Amp together: every dependency is made here, and every room's listeners registered."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

from slack_bolt.async_app import AsyncApp, AsyncBoltContext
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.kwargs_injection.async_args import AsyncArgs

from bot import checking, clock, db, words
from bot.db import Database
from bot.digest import listeners as digest
from bot.digest import undelivered as undelivered_digests
from bot.digest.rollup import subscriptions
from bot.digest.rollup import undelivered as undelivered_rollups
from bot.experiments import listeners as experiments
from bot.experiments import undelivered as undelivered_experiments
from bot.framework import listeners as framework
from bot.framework import loading
from bot.framework.content import Content
from bot.home import listeners as home
from bot.pulse import keys as key_store
from bot.pulse import listeners as pulse
from bot.pulse.keys import KeyStore
from bot.settings import Settings
from bot.slack import fallback, installs, listening, uninstalling
from bot.slack.clients import Clients, NotInstalled
from bot.slack.delivery import Dispatcher
from bot.slack.installs import Installs
from bot.slack.listening import Listener
from bot.slack.requests import Actor
from bot.teams import listeners as teams
from bot.teams.locales import Locales
from bot.teams.undelivered import listeners as undelivered
from bot.teams.undelivered.kinds import Kinds
from bot.tools import forgetting as tools_forgetting
from bot.tools import listeners as tools
from bot.vault import Vault
from bot.violations import ContentError
from bot.words import Words

CLOSE_TIMEOUT = 5.0  # seconds

ROOMS = (framework, teams, pulse, tools, experiments, digest, home)
# What `/amp forget me` deletes besides the pulse's.
FORGETTERS = (tools_forgetting.forget, subscriptions.forget)
# What somebody is told of when it did not reach its channel.
UNDELIVERABLE = (undelivered_digests.KIND, undelivered_experiments.KIND, undelivered_rollups.KIND)


COMMANDS: dict[str, Listener] = {
    name: act for room in ROOMS for name, act in getattr(room, "COMMANDS", {}).items()
}


@dataclass(frozen=True)
class Amp:
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
    """Make every dependency; nothing is asked of Slack or the database yet."""
    content, say = content_of(settings)
    database = db.connect(settings.database, pool=settings.pool)
    vault = Vault(settings.amp_secret())
    found = Installs(database, vault)
    clients = Clients(settings.slack_api_url, found)
    amp = Amp(
        settings=settings,
        database=database,
        vault=vault,
        keys=key_store.connect(settings.keys),
        content=content,
        say=say,
        locales=Locales(database),
        installs=found,
        clients=clients,
        dispatcher=Dispatcher(database, found, clients),
        bolt=_bolt(settings, found, clients),
    )
    build_app(amp)
    return amp


def content_of(settings: Settings) -> tuple[Content, Words]:
    """The framework and the words; raises ContentError, also for what a company's own lack."""
    folders = settings.content
    say = words.load(*folders)
    content = loading.load(*folders, say=say)
    if settings.own_content and (wrong := checking.overlaid(*folders)):
        raise ContentError(wrong)
    return content, say


def _bolt(settings: Settings, found: Installs, clients: Clients) -> AsyncApp:
    secret = settings.signing_secret

    # A plain function: Bolt would pass a method its own `self`.
    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return found.authorize(enterprise_id, team_id)

    return AsyncApp(
        name="amp",
        logger=logging.getLogger("slack_bolt"),
        client=clients.sender(),
        signing_secret=secret.get_secret_value() if secret else "",
        authorize=authorize,
        # Bolt then answers as soon as the listener acks, instead of looking every 10 ms.
        process_before_response=True,
    )


def build_app(amp: Amp) -> AsyncApp:
    """Provide the dependencies by name, and register what every room listens to."""

    async def provide(context: AsyncBoltContext, next: Callable[[], Awaitable[None]]) -> None:
        context["database"] = amp.database
        context["vault"] = amp.vault
        context["clients"] = amp.clients
        context["installs"] = amp.installs
        context["locales"] = amp.locales
        context["say"] = amp.say
        context["content"] = amp.content
        context["settings"] = amp.settings
        context["forgetters"] = FORGETTERS
        context["undeliverable"] = amp.undeliverable
        # What the door does before a listener, in the listener's own time.
        context["authorize_workspace"] = partial(_authorize_workspace, amp)
        context["speak_language"] = partial(_speak_language, amp)
        await next()

    amp.bolt.use(provide)
    amp.bolt.command("/amp")(typed)
    for room in ROOMS:
        room.register(amp.bolt)
    undelivered.register(amp.bolt)
    uninstalling.register(amp.bolt)
    fallback.register(amp.bolt)
    return amp.bolt


async def _authorize_workspace(amp: Amp, args: AsyncArgs) -> bool:
    """Speak with the token of the workspace that a request comes from.

    False for an event of a workspace that we are not installed in; a person there is told, by
    NotInstalled. Raises WrongSecret.
    """
    context = args.context
    found = await amp.installs.find(context.team_id or "", context.enterprise_id)
    if found is None:
        if "event" in args.body:
            return False
        raise NotInstalled
    args.client.token = found.bot_token
    return True


async def _speak_language(amp: Amp, args: AsyncArgs) -> None:
    """Have words and framework in the language of whoever asks."""
    if not args.context.user_id:
        return
    locale = await amp.locales.of(Actor(args.context.team_id or "", args.context.user_id))
    args.context["say"] = amp.say.locale(locale)
    args.context["content"] = amp.content.locale(locale)


async def typed(args: AsyncArgs) -> None:
    """`/amp …`: the longest command that fits; what fits none is a topic to look for."""
    act, text = find(str(args.body.get("text") or "").strip())
    args.context["text"] = text
    await act(args)


def find(text: str) -> tuple[Listener, str]:
    """What is meant by *text*, and the words that are left over."""
    words = text.split()
    for length in range(min(len(words), 3), 0, -1):
        name = " ".join(words[:length]).lower()
        if name in COMMANDS:
            return COMMANDS[name], " ".join(words[length:])
    return COMMANDS[""], text


async def identify_workspace(amp: Amp) -> None:
    """With a bot token in the environment, learn which workspace it is for; nothing otherwise."""
    if amp.settings.bot_token is None:
        return
    token = amp.settings.bot_token.get_secret_value()
    installed = await installs.identify(amp.clients.reader(), token)
    await amp.installs.keep(installed, at=clock.now())
