"""Writing, changing and taking away messages, so that pages and bots hear of it."""

import uuid
from typing import Any

from localslack.delivery import events
from localslack.world import blocks as block_kit
from localslack.world import told
from localslack.world.apps import App, Installation
from localslack.world.channels import Channel
from localslack.world.messages import Draft, Message
from localslack.world.world import World

LONGEST = 40_000


def by_app(
    world: World, app: App, installation: Installation, channel: Channel, draft: Draft
) -> Message:
    """A bot's message; everybody in the channel sees it."""
    message = _message(world, channel, installation.bot_user_id, draft)
    message.app_id, message.bot_id = app.app_id, installation.bot_id
    if draft.username is not None:
        message.subtype = "bot_message"
    _store(world, channel, message)
    chat = world.chats.get((channel.id, str(message.thread_ts)))
    if chat is not None and chat.status and chat.app_id == app.app_id:  # its answer ends it
        chat.status, chat.loading_messages = "", []
        world.tell_channel(channel, "assistant", {"assistant": chat.as_json()})
    return message


def chat_root(world: World, channel: Channel, user_id: str, title: str) -> Message:
    """The root of a chat with an assistant; bots hear of the chat, not of this message."""
    message = _message(world, channel, user_id, Draft(text=title))
    message.subtype, message.thread_ts = "assistant_app_thread", message.ts
    channel.messages.add(message, set())
    world.tell_channel(channel, "message", {"message": shown(world, message)})
    return message


def ephemeral(
    world: World, app: App, installation: Installation, channel: Channel, user_id: str, draft: Draft
) -> Message:
    """A bot's message that only one person sees; nothing of it is kept for others."""
    message = _message(world, channel, installation.bot_user_id, draft)
    message.app_id, message.bot_id = app.app_id, installation.bot_id
    message.ephemeral_for = user_id
    channel.messages.add(message, set())
    _tell_one(world, channel, user_id, "ephemeral", shown(world, message))
    return message


def by_person(world: World, channel: Channel, user_id: str, draft: Draft) -> Message:
    """A person's message; it marks the channel as read for them."""
    message = _message(world, channel, user_id, draft)
    message.client_msg_id = str(uuid.uuid4())
    _store(world, channel, message)
    return message


def change(world: World, channel: Channel, message: Message, draft: Draft, *, by: str) -> None:
    """Put other words into a message; what the draft leaves out of metadata stays."""
    before = told.whole(world, message)
    message.text = draft.text[:LONGEST]
    message.blocks = None if draft.blocks is None else block_kit.kept(draft.blocks)
    message.attachments = block_kit.kept_attachments(draft.attachments)
    message.metadata = draft.metadata if draft.metadata is not None else message.metadata
    message.edited = {"user": by, "ts": world.clock.ts()}
    if message.ephemeral_for is not None:
        _tell_one(world, channel, message.ephemeral_for, "ephemeral_changed", shown(world, message))
        return
    world.tell_channel(channel, "message_changed", {"message": shown(world, message)})
    event = {"type": "message", "subtype": "message_changed", "hidden": True}
    event |= {"message": told.whole(world, message), "previous_message": before}
    event["ts"] = message.edited["ts"]
    events.tell_message(world, channel, event)


def grow(
    world: World, channel: Channel, message: Message, text: str, blocks: list[dict[str, Any]]
) -> None:
    """A message that is being streamed has more to say; bots hear of it at its end."""
    message.text, message.blocks = text, block_kit.kept(blocks)
    world.tell_channel(channel, "message_changed", {"message": shown(world, message)})


def delete(world: World, channel: Channel, message: Message) -> None:
    """Take a message away."""
    if message.ephemeral_for is not None:
        channel.messages.remove_ephemeral(message.ephemeral_for, message.ts)
        gone = {"ts": message.ts}
        _tell_one_raw(world, channel, message.ephemeral_for, "ephemeral_deleted", gone)
        return
    before = told.whole(world, message)
    channel.messages.remove(message.ts)
    for key in [key for key in world.entries if key[:2] == (channel.id, message.ts)]:
        del world.entries[key]
    world.tell_channel(channel, "message_deleted", {"ts": message.ts})
    event = {"type": "message", "subtype": "message_deleted", "hidden": True}
    event |= {"deleted_ts": message.ts, "previous_message": before}
    event["ts"] = world.clock.ts()
    events.tell_message(world, channel, event)


def react(world: World, channel: Channel, message: Message, name: str, user_id: str) -> None:
    """Put a reaction on a message, or take the same person's away again."""
    users = message.reactions.setdefault(name, [])
    added = user_id not in users
    if added:
        users.append(user_id)
    else:
        users.remove(user_id)
    if not users:
        del message.reactions[name]
    world.tell_channel(channel, "message_changed", {"message": shown(world, message)})
    event = {"type": "reaction_added" if added else "reaction_removed", "user": user_id}
    item = {"type": "message", "channel": channel.id, "ts": message.ts}
    event |= {"reaction": name, "item_user": message.user}
    events.tell(world, channel.team_id, event | {"item": item}, channel=channel)


def pin(world: World, channel: Channel, message: Message, user_id: str) -> None:
    """Pin a message; bots in the channel hear of it."""
    channel.pins.append(message.ts)
    item: dict[str, Any] = {"type": "message", "created": world.seconds, "created_by": user_id}
    pinned = {**told.whole(world, message), "pinned_to": [channel.id]}
    item |= {"channel": channel.id, "message": pinned}
    event: dict[str, Any] = {
        "type": "pin_added",
        "user": user_id,
        "channel_id": channel.id,
        "item": item,
    }
    event |= {"item_user": message.user, "pin_count": len(channel.pins)}
    info = {"channel": channel.id, "pinned_by": user_id, "pinned_ts": world.seconds}
    event |= {"pinned_info": info}
    events.tell(world, channel.team_id, event, channel=channel)


def unpin(world: World, channel: Channel, message: Message, user_id: str) -> None:
    """Take a pin out; bots in the channel hear of it."""
    channel.pins.remove(message.ts)
    item = {"type": "message", "channel": channel.id, "message": told.whole(world, message)}
    event: dict[str, Any] = {"type": "pin_removed", "user": user_id, "channel_id": channel.id}
    event |= {"item": item, "item_user": message.user, "has_pins": bool(channel.pins)}
    event["pin_count"] = len(channel.pins)
    events.tell(world, channel.team_id, event, channel=channel)


def shown(world: World, message: Message) -> dict[str, Any]:
    """A message as the page gets it: with its channel and what hangs below it."""
    channel = world.channels[message.channel]
    facts = {} if message.is_reply else channel.messages.reply_facts(message.ts)
    return {**message.as_json(), "channel": message.channel, **facts}


def _message(world: World, channel: Channel, user_id: str, draft: Draft) -> Message:
    kept = None if draft.blocks is None else block_kit.kept(draft.blocks)
    return Message(
        ts=world.clock.ts(),
        channel=channel.id,
        user=user_id,
        text=draft.text[:LONGEST],
        team=channel.team_id,
        blocks=kept,
        attachments=block_kit.kept_attachments(draft.attachments),
        files=draft.files,
        subtype="file_share" if draft.files else None,
        metadata=draft.metadata,
        thread_ts=draft.thread_ts,
        broadcast=draft.broadcast,
        username=draft.username,
        icons=draft.icons,
        execution_id=draft.execution_id,
    )


def _store(world: World, channel: Channel, message: Message) -> None:
    channel.messages.add(message, set(channel.members))
    channel.messages.read[message.user] = message.ts
    world.tell_channel(channel, "message", {"message": shown(world, message)})
    if message.is_reply and message.thread_ts in channel.messages:
        root = channel.messages.get(str(message.thread_ts))
        if root is not None:
            world.tell_channel(channel, "message_changed", {"message": shown(world, root)})
    events.tell_message(world, channel, told.whole(world, message))


def _tell_one(
    world: World, channel: Channel, user_id: str, kind: str, message: dict[str, Any]
) -> None:
    _tell_one_raw(world, channel, user_id, kind, {"message": message})


def _tell_one_raw(
    world: World, channel: Channel, user_id: str, kind: str, data: dict[str, Any]
) -> None:
    world.feed.tell(
        kind,
        {"channel": channel.id, **data},
        audience=lambda viewer: viewer == user_id,
        workspace=channel.team_id,
    )
