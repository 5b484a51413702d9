"""Writing, changing and taking away messages, so that pages and bots hear of it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any

from localslack.delivery.events import Events
from localslack.world import blocks as block_kit
from localslack.world.apps import App, Installation
from localslack.world.channels import Channel
from localslack.world.messages import Message
from localslack.world.world import World

LONGEST = 40_000


@dataclass(frozen=True)
class Draft:
    """What a message is to say."""

    text: str = ""
    blocks: list[dict[str, Any]] | None = None
    attachments: list[dict[str, Any]] | None = None
    files: list[dict[str, Any]] = field(default_factory=list)
    metadata: dict[str, Any] | None = None
    thread_ts: str | None = None
    broadcast: bool = False
    username: str | None = None
    icons: dict[str, Any] | None = None
    execution_id: str | None = None

    @property
    def is_disguised(self) -> bool:
        """Whether it comes under another name or picture than the app's own."""
        return self.username is not None or self.icons is not None


class Posting:
    """The one way into a channel's messages."""

    def __init__(self, world: World, events: Events) -> None:
        self._world = world
        self._events = events
        # What people chose in messages that have inputs, by channel, message and person.
        self.states: dict[tuple[str, str, str], block_kit.State] = {}

    def by_app(
        self, app: App, installation: Installation, channel: Channel, draft: Draft
    ) -> Message:
        """A bot's message; everybody in the channel sees it."""
        message = self._message(channel, installation.bot_user_id, draft)
        message.app_id, message.bot_id = app.app_id, installation.bot_id
        if draft.username is not None:
            message.subtype = "bot_message"
        self._store(channel, message)
        return message

    def ephemeral(
        self, app: App, installation: Installation, channel: Channel, user_id: str, draft: Draft
    ) -> Message:
        """A bot's message that only one person sees; nothing of it is kept for others."""
        message = self._message(channel, installation.bot_user_id, draft)
        message.app_id, message.bot_id = app.app_id, installation.bot_id
        message.ephemeral_for = user_id
        channel.messages.add(message, set())
        self._tell_one(channel, user_id, "ephemeral", self.seen(message))
        return message

    def by_person(self, channel: Channel, user_id: str, draft: Draft) -> Message:
        """A person's message; it marks the channel as read for them."""
        message = self._message(channel, user_id, draft)
        message.client_msg_id = str(uuid.uuid4())
        self._store(channel, message)
        return message

    def change(self, channel: Channel, message: Message, draft: Draft, *, by: str) -> None:
        """Put other words into a message; what the draft leaves out of metadata stays."""
        before = message.as_json()
        message.text = draft.text[:LONGEST]
        message.blocks = None if draft.blocks is None else block_kit.kept(draft.blocks)
        message.attachments = draft.attachments
        message.metadata = draft.metadata if draft.metadata is not None else message.metadata
        message.edited = {"user": by, "ts": self._world.clock.ts()}
        if message.ephemeral_for is not None:
            self._tell_one(channel, message.ephemeral_for, "ephemeral_changed", self.seen(message))
            return
        self._world.tell_channel(channel, "message_changed", {"message": self.seen(message)})
        event = {"type": "message", "subtype": "message_changed", "hidden": True}
        event |= {"message": message.as_json(), "previous_message": before}
        event["ts"] = message.edited["ts"]
        self._events.tell_message(channel, event)

    def delete(self, channel: Channel, message: Message) -> None:
        """Take a message away."""
        if message.ephemeral_for is not None:
            channel.messages.remove_ephemeral(message.ephemeral_for, message.ts)
            gone = {"ts": message.ts}
            self._tell_one_raw(channel, message.ephemeral_for, "ephemeral_deleted", gone)
            return
        channel.messages.remove(message.ts)
        for key in [key for key in self.states if key[:2] == (channel.id, message.ts)]:
            del self.states[key]
        self._world.tell_channel(channel, "message_deleted", {"ts": message.ts})
        event = {"type": "message", "subtype": "message_deleted", "hidden": True}
        event |= {"deleted_ts": message.ts, "previous_message": message.as_json()}
        event["ts"] = self._world.clock.ts()
        self._events.tell_message(channel, event)

    def react(self, channel: Channel, message: Message, name: str, user_id: str) -> None:
        """Put a reaction on a message, or take the same person's away again."""
        users = message.reactions.setdefault(name, [])
        added = user_id not in users
        if added:
            users.append(user_id)
        else:
            users.remove(user_id)
        if not users:
            del message.reactions[name]
        self._world.tell_channel(channel, "message_changed", {"message": self.seen(message)})
        event = {"type": "reaction_added" if added else "reaction_removed", "user": user_id}
        item = {"type": "message", "channel": channel.id, "ts": message.ts}
        event |= {"reaction": name, "item_user": message.user}
        self._events.tell(channel.team_id, event | {"item": item}, channel=channel)

    def pin(self, channel: Channel, message: Message, user_id: str) -> None:
        """Pin a message; bots in the channel hear of it."""
        channel.pins.append(message.ts)
        item = {"type": "message", "channel": channel.id, "message": message.as_json()}
        event = {"type": "pin_added", "user": user_id, "channel_id": channel.id, "item": item}
        self._events.tell(channel.team_id, event, channel=channel)

    def seen(self, message: Message) -> dict[str, Any]:
        """A message as the page gets it: with its channel and what hangs below it."""
        channel = self._world.channels[message.channel]
        facts = {} if message.is_reply else channel.messages.reply_facts(message.ts)
        return {**message.as_json(), "channel": message.channel, **facts}

    def _message(self, channel: Channel, user_id: str, draft: Draft) -> Message:
        kept = None if draft.blocks is None else block_kit.kept(draft.blocks)
        return Message(
            ts=self._world.clock.ts(),
            channel=channel.id,
            user=user_id,
            text=draft.text[:LONGEST],
            team=channel.team_id,
            blocks=kept,
            attachments=draft.attachments,
            files=draft.files,
            metadata=draft.metadata,
            thread_ts=draft.thread_ts,
            broadcast=draft.broadcast,
            username=draft.username,
            icons=draft.icons,
            execution_id=draft.execution_id,
        )

    def _store(self, channel: Channel, message: Message) -> None:
        channel.messages.add(message, set(channel.members))
        channel.messages.read[message.user] = message.ts
        self._world.tell_channel(channel, "message", {"message": self.seen(message)})
        if message.is_reply and message.thread_ts in channel.messages:
            root = channel.messages.get(str(message.thread_ts))
            if root is not None:
                self._world.tell_channel(channel, "message_changed", {"message": self.seen(root)})
        self._events.tell_message(channel, message.as_json())

    def _tell_one(self, channel: Channel, user_id: str, kind: str, message: dict[str, Any]) -> None:
        self._tell_one_raw(channel, user_id, kind, {"message": message})

    def _tell_one_raw(
        self, channel: Channel, user_id: str, kind: str, data: dict[str, Any]
    ) -> None:
        self._world.feed.tell(
            kind,
            {"channel": channel.id, **data},
            audience=lambda viewer: viewer == user_id,
            workspace=channel.team_id,
        )
