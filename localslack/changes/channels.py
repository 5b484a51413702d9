"""Channels are made, renamed, archived, and filled; bots hear of it as from Slack."""

import re
from typing import Any

from localslack.delivery import events
from localslack.errors import Impossible
from localslack.world.channels import Channel, Kind
from localslack.world.people import User
from localslack.world.workspaces import Workspace
from localslack.world.world import World

CHANNEL_NAME = re.compile(r"[\w\-]{1,80}")


def create_channel(
    world: World, workspace: Workspace, name: str, *, is_private: bool, members: list[User]
) -> Channel:
    """A new channel; the first of its members is its creator."""
    _check_name(workspace, name)
    kind: Kind = "group" if is_private else "channel"
    ids = [user.id for user in members]
    creator = ids[0] if ids else ""
    channel = world.add_channel(workspace, kind, name, members=ids, creator=creator)
    _tell_channel(world, channel)
    if not is_private:
        event = {"type": "channel_created", "channel": channel.as_created()}
        events.tell(world, workspace.id, event, channel=channel)
    return channel


def archive(world: World, channel: Channel, *, archived: bool, by: str) -> None:
    """Archive a channel or bring it back; the bots in it hear of it."""
    if channel.is_archived == archived:
        return
    channel.is_archived, channel.updated = archived, world.seconds
    word = "archive" if archived else "unarchive"
    _tell_channel(world, channel)
    _tell_bots(world, channel, word, {"channel": channel.id, "user": by})


def rename(world: World, channel: Channel, name: str) -> None:
    """Give a channel another name; its id stays."""
    _check_name(world.workspaces[channel.team_id], name)
    channel.previous_names = [channel.name, *channel.previous_names]
    channel.name, channel.updated = name, world.seconds
    _tell_channel(world, channel)
    _tell_bots(world, channel, "rename", {"channel": channel.as_renamed()})


def describe(
    world: World, channel: Channel, *, topic: str | None = None, purpose: str | None = None
) -> None:
    """Say something else of what a channel is about, or for."""
    channel.topic = channel.topic if topic is None else topic
    channel.purpose = channel.purpose if purpose is None else purpose
    channel.updated = world.seconds
    _tell_channel(world, channel)


def delete(world: World, channel: Channel, *, by: str) -> None:
    """Remove a channel for good."""
    _tell_bots(world, channel, "deleted", {"channel": channel.id, "actor_id": by})
    channel.is_deleted = True
    _tell_channel(world, channel)


def invite(world: World, channel: Channel, user: User, *, by: str) -> None:
    """Bring somebody into a channel; the bots in it hear of it, a new bot of itself."""
    if user.id in channel.members:
        return
    channel.members[user.id] = None
    _tell_channel(world, channel)
    event = {"type": "member_joined_channel", "user": user.id, "channel": channel.id}
    event |= _place(channel) | ({"inviter": by} if by != user.id else {})
    events.tell(world, channel.team_id, event, channel=channel)


def kick(world: World, channel: Channel, user: User) -> None:
    """Take somebody out of a channel."""
    if user.id not in channel.members:
        return
    event = {"type": "member_left_channel", "user": user.id, "channel": channel.id}
    events.tell(world, channel.team_id, event | _place(channel), channel=channel)
    channel.members.pop(user.id)
    _tell_channel(world, channel)


def _place(channel: Channel) -> dict[str, Any]:
    kind = "C" if channel.kind == "channel" else "G"
    return {"channel_type": kind, "team": channel.team_id}


def _tell_bots(world: World, channel: Channel, word: str, data: dict[str, Any]) -> None:
    kind = "channel" if channel.kind == "channel" else "group"
    event = {"type": f"{kind}_{word}", **data}
    events.tell(world, channel.team_id, event, channel=channel)


def _tell_channel(world: World, channel: Channel) -> None:
    world.feed.tell("channel", {"channel": channel.id}, workspace=channel.team_id)


def _check_name(workspace: Workspace, name: str) -> None:
    if not CHANNEL_NAME.fullmatch(name) or name != name.lower():
        raise Impossible("A channel's name has small letters, digits, - and _, at most 80.")
    if workspace.channel(f"#{name}") is not None:
        raise Impossible(f"There is a channel called {name} already.", status=409)
