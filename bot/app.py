"""Putting Amp together: every dependency is made here, and every room's listeners registered."""

import asyncio
import contextlib
import logging
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import cache, partial

from msgspec import Struct
from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.kwargs_injection.async_args import AsyncArgs
from slack_bolt.middleware.async_middleware import AsyncMiddleware

from bot import clock, db, paths, rooms, words
from bot.db import Database
from bot.framework import loading
from bot.framework.content import Content
from bot.pulse import jobs as pulse_jobs
from bot.pulse import keys as key_store
from bot.pulse import spacing
from bot.pulse.ballots import OpenRounds
from bot.pulse.keys import KeyStore
from bot.settings import Settings
from bot.slack import fallback, installs, listening, naming, proxies, steps, uninstalling
from bot.slack.clients import BRIEFLY, Clients, NotInstalled
from bot.slack.delivery import Dispatcher
from bot.slack.installs import Installed, Installs
from bot.slack.requests import Actor
from bot.teams.locales import Locales
from bot.teams.undelivered import listeners as undelivered
from bot.teams.undelivered.kinds import Kinds
from bot.tools.shipit import ideas as shipit_ideas
from bot.vault import Vault
from bot.violations import ContentError
from bot.words import Words

CLOSE_TIMEOUT = 5.0  # seconds


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
    undeliverable: Kinds = rooms.UNDELIVERABLE

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
    # With SQLite all processes are one machine's, and replaced together.
    vault = Vault(settings.amp_secret(), as_before=settings.on_postgres)
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
        dispatcher=Dispatcher(database, found, clients, call_off=pulse_jobs.call_off_unwanted),
        bolt=_bolt(settings, found, clients),
    )
    build_app(amp)
    return amp


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


class Providing(AsyncMiddleware):
    """Gives every listener what it may ask for; a class, because Bolt calls those directly."""

    def __init__(self, amp: Amp) -> None:
        self._provided = {
            "database": amp.database,
            "vault": amp.vault,
            "open_rounds": OpenRounds(amp.database, amp.vault),
            "clients": amp.clients,
            "installs": amp.installs,
            "locales": amp.locales,
            "say": amp.say,
            "content": amp.content,
            "settings": amp.settings,
            "forgetters": rooms.FORGETTERS,
            "undeliverable": amp.undeliverable,
            "spacing": spacing.spaced,
            "leftovers": shipit_ideas.unbuilt,
            # What the door does before a listener, in the listener's own time.
            "authorize_workspace": partial(_authorize_workspace, amp),
            "speak_language": partial(_speak_language, amp),
        }

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,
        next: Callable[[], Awaitable[BoltResponse]],
    ) -> BoltResponse:
        req.context.update(self._provided)
        return await next()


def build_app(amp: Amp) -> AsyncApp:
    """Provide the dependencies by name, and register what every room listens to."""

    amp.bolt.use(Providing(amp))
    amp.bolt.command(re.compile(""))(typed)  # whatever it is called in the manifest
    amp.bolt.action(re.compile(r"^again:\d+$"))(typed_again)
    for room in rooms.ROOMS:
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
    args.respond.proxy = proxies.to(args.respond.response_url)
    if "command" in args.body:
        await amp.installs.learn_command(found, args.body["command"])
    _name_command(amp, args, found, args.body.get("command") or found.command)
    return True


def _name_command(amp: Amp, args: AsyncArgs, found: Installed, command: str | None) -> None:
    """Have everything that is said name the command that this workspace types."""
    if command in (None, naming.COMMAND):
        return
    args.context["slash_command"] = command
    args.client = args.context["client"] = amp.clients.sender(found.bot_token, command=command)
    respond = naming.Respond(response_url=args.respond.response_url, proxy=args.respond.proxy)
    respond.command, args.respond = command, respond


async def _speak_language(amp: Amp, args: AsyncArgs) -> None:
    """Have words and framework in the language of whoever asks."""
    context = args.context
    asker = steps.started_by(args.body) or Actor(context.team_id or "", context.user_id or "")
    if not asker.user_id:
        return
    locale = await amp.locales.of(asker)
    args.context["say"] = amp.say.locale(locale)
    args.context["content"] = amp.content.locale(locale)


async def typed(args: AsyncArgs) -> None:
    """`/amp …`: the longest command that fits; what fits none is a topic to look for."""
    act, text = rooms.find(args.context["content"], str(args.body.get("text") or "").strip())
    args.context["text"] = text
    await act(args)


async def typed_again(args: AsyncArgs) -> None:
    """A team is chosen for a command that may have meant several: it is that command, for it."""
    action = args.body["actions"][0]
    act, text = rooms.find(args.context["content"], str(action.get("value") or ""))
    args.context["text"] = text
    args.context["team"] = int(action["action_id"].removeprefix("again:"))
    await act(args)


async def identify_workspace(amp: Amp) -> None:
    """With a bot token in the environment, learn which workspace it is for; nothing otherwise."""
    if amp.settings.bot_token is None:
        return
    token = amp.settings.bot_token.reveal()
    installed = await installs.identify(amp.clients.reader(patience=BRIEFLY), token)
    await amp.installs.keep(installed, at=clock.now())
