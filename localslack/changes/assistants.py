"""Chats with an assistant begin, change, and say what the assistant is at."""

from typing import Any

from localslack.changes import posting
from localslack.delivery import events
from localslack.errors import Impossible
from localslack.world.apps import App
from localslack.world.assistants import Chat
from localslack.world.channels import Channel
from localslack.world.messages import Draft, Message
from localslack.world.workspaces import Actor
from localslack.world.world import World

UNTITLED = "New Assistant Thread"


def start(world: World, actor: Actor, app: App, seen: Channel | None) -> Message:
    """Somebody opens a new chat; *seen* is the channel that they look at meanwhile."""
    view = app.manifest.features.assistant_view
    installation = app.installed_in(actor.workspace.id)
    if view is None or installation is None:
        raise Impossible(f"{app.name} is no assistant here.", status=409)
    channel = world.im(actor.workspace, installation.bot_user_id, actor.person.id)
    root = posting.chat_root(world, channel, installation.bot_user_id, UNTITLED)
    chat = chat_of(world, channel, root.ts, app)
    chat.prompts = [prompt.model_dump() for prompt in view.suggested_prompts]
    _tell(world, actor, app, "assistant_thread_started", root, seen)
    return root


def look(world: World, actor: Actor, app: App, root: Message, seen: Channel) -> None:
    """Somebody with an open chat looks at another channel."""
    _tell(world, actor, app, "assistant_thread_context_changed", root, seen)


def chat_of(world: World, channel: Channel, thread_ts: str, app: App) -> Chat:
    """What the app shows beside a thread; also one in a channel can have a status."""
    key = (channel.id, thread_ts)
    return world.chats.setdefault(key, Chat(channel.id, thread_ts, app.app_id))


def change(world: World, channel: Channel, chat: Chat, **settings: Any) -> None:
    """Show something else beside a thread."""
    for name, value in settings.items():
        setattr(chat, name, value)
    world.tell_channel(channel, "assistant", {"assistant": chat.as_json()})


def entitle(world: World, channel: Channel, chat: Chat, title: str, *, by: str) -> None:
    """Give a chat its title, which its root says."""
    change(world, channel, chat, title=title)
    root = channel.messages.get(chat.thread_ts)
    if root is not None:
        posting.change(world, channel, root, Draft(text=title), by=by)


def _tell(
    world: World, actor: Actor, app: App, kind: str, root: Message, seen: Channel | None
) -> None:
    enterprise = {"enterprise_id": actor.workspace.enterprise_id}
    place = {"channel_id": seen.id, "team_id": seen.team_id, **enterprise} if seen else {}
    thread = {"user_id": actor.person.id, "context": place}
    thread |= {"channel_id": root.channel, "thread_ts": root.ts}
    event = {"type": kind, "assistant_thread": thread}
    events.tell(world, actor.workspace.id, event, only=app)
