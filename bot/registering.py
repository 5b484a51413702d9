"""What Slack's requests find in Bolt: every room's listeners, and what these ask for by name."""

import re
from collections.abc import Awaitable, Callable
from functools import partial

from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncBoltRequest
from slack_bolt.kwargs_injection.async_args import AsyncArgs
from slack_bolt.middleware.async_middleware import AsyncMiddleware

from bot import rooms
from bot.app import Amp
from bot.pulse import spacing
from bot.pulse.ballots import OpenRounds
from bot.slack import fallback, naming, proxies, steps, uninstalling
from bot.slack.clients import NotInstalled
from bot.slack.installs import Installed
from bot.slack.requests import Actor
from bot.teams.undelivered import listeners as undelivered
from bot.tools.shipit import ideas as shipit_ideas


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


def register(amp: Amp) -> None:
    """Provide the dependencies by name, and register what every room listens to."""
    amp.bolt.use(Providing(amp))
    amp.bolt.command(re.compile(""))(typed)  # whatever it is called in the manifest
    amp.bolt.action(re.compile(r"^again:\d+$"))(typed_again)
    for room in rooms.ROOMS:
        room.register(amp.bolt)
    undelivered.register(amp.bolt)
    uninstalling.register(amp.bolt)
    fallback.register(amp.bolt)


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
