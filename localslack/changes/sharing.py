"""Files come into channels as messages, and bots hear of the files as well."""

from collections.abc import Callable
from typing import Any

from localslack.delivery import events
from localslack.world.channels import Channel
from localslack.world.files import File
from localslack.world.messages import Message
from localslack.world.world import World

Post = Callable[[list[dict[str, Any]]], Message]


def share(world: World, channel: Channel, files: list[File], post: Post) -> Message:
    """Put files into a channel; *post* gets them as a message has them, and writes it."""
    fresh = [file.share(channel) for file in files]
    message = post([file.as_json(world.base_url) for file in files])
    for shared in fresh:
        shared.ts, shared.user_id, shared.thread_ts = message.ts, message.user, message.thread_ts
    for file in files:
        _tell(world, channel, file, message.user)
    return message


def _tell(world: World, channel: Channel, file: File, user_id: str) -> None:
    known = {"file_id": file.id, "user_id": user_id, "file": {"id": file.id}}
    if channel.kind == "channel":
        public = {"type": "file_public", **known}
        events.tell(world, channel.team_id, public, channel=channel)
    shared = {"type": "file_shared", **known, "channel_id": channel.id}
    events.tell(world, channel.team_id, shared, channel=channel)
