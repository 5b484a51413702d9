"""The world's own changes: people and channels come, change and go, apps are installed."""

from __future__ import annotations

import re
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from localslack.delivery.events import Events
from localslack.errors import Impossible
from localslack.world import people
from localslack.world.apps import App, Installation, Token
from localslack.world.channels import Channel, Kind
from localslack.world.company import PersonSpec
from localslack.world.people import User
from localslack.world.workspaces import Workspace
from localslack.world.world import World

CHANNEL_NAME = re.compile(r"[\w\-]{1,80}")
CHANGEABLE = set(PersonSpec.model_fields) - {"is_bot", "is_stranger"}


class Changing:
    """Changes to people, channels and installations, each with the events that Slack sends."""

    def __init__(self, world: World, events: Events) -> None:
        self._world = world
        self._events = events

    # People

    def add_person(self, workspace: Workspace, settings: dict[str, Any]) -> User:
        """Somebody joins the workspace, and #general with it."""
        try:
            spec = PersonSpec.model_validate(settings)
            user = people.from_spec(
                spec, team_id=workspace.id, seed=workspace.domain, updated=self._world.seconds
            )
        except (ValidationError, KeyError, ValueError, OSError) as problem:
            raise Impossible(f"This person can't join: {problem}") from None
        if workspace.user(user.name) is not None:
            raise Impossible(f"There is somebody called {user.name} already.", status=409)
        workspace.users[user.id] = user
        self._tell_person(workspace, user, "team_join")
        general = workspace.channel("#general")
        if general is not None and user.is_person and not user.is_restricted:
            self.invite(general, user, by=user.id)
        return user

    def change_person(self, workspace: Workspace, user: User, settings: dict[str, Any]) -> None:
        """Change some of what is known of a person; who is deactivated leaves every channel."""
        unknown = set(settings) - CHANGEABLE
        if unknown:
            raise Impossible(f"A person has no {', '.join(sorted(unknown))} to change.")
        try:
            checked = PersonSpec.model_validate({"name": user.name, **settings})
            ZoneInfo(checked.tz)
        except (ValidationError, KeyError, ValueError, OSError) as problem:
            raise Impossible(f"{user.name} can't be changed so: {problem}") from None
        if checked.name != user.name and workspace.user(f"@{checked.name}") is not None:
            raise Impossible(f"There is somebody called {checked.name} already.", status=409)
        for name in settings:
            setattr(user, name, getattr(checked, name))
        user.is_restricted = user.is_restricted or user.is_ultra_restricted
        user.updated = self._world.seconds
        if user.deleted:
            for channel in workspace.conversations_of(user.id):
                if not channel.is_im:
                    channel.members.pop(user.id)
        self._tell_person(workspace, user, "user_change")

    def _tell_person(self, workspace: Workspace, user: User, kind: str) -> None:
        known = user.as_json(self._world.clock.now(), base_url=self._world.base_url)
        self._world.feed.tell("person", {"user": user.id}, workspace=workspace.id)
        self._events.tell(workspace.id, {"type": kind, "user": known, "cache_ts": user.updated})

    # Channels

    def create_channel(
        self, workspace: Workspace, name: str, *, is_private: bool, members: list[User]
    ) -> Channel:
        """A new channel; the first of its members is its creator."""
        _check_name(workspace, name)
        kind: Kind = "group" if is_private else "channel"
        ids = [user.id for user in members]
        creator = ids[0] if ids else ""
        channel = self._world.add_channel(workspace, kind, name, members=ids, creator=creator)
        self._tell_channel(channel)
        made = {"id": channel.id, "name": name, "created": channel.created, "creator": creator}
        if not is_private:
            self._events.tell(
                workspace.id, {"type": "channel_created", "channel": made}, channel=channel
            )
        return channel

    def archive(self, channel: Channel, *, archived: bool, by: str) -> None:
        """Archive a channel or bring it back; the bots in it hear of it."""
        if channel.is_archived == archived:
            return
        channel.is_archived = archived
        word = "archive" if archived else "unarchive"
        self._tell_channel(channel)
        self._tell_bots(channel, word, {"channel": channel.id, "user": by})

    def rename(self, channel: Channel, name: str) -> None:
        """Give a channel another name; its id stays."""
        _check_name(self._world.workspaces[channel.team_id], name)
        channel.name = name
        self._tell_channel(channel)
        renamed = {"id": channel.id, "name": name, "created": channel.created}
        self._tell_bots(channel, "rename", {"channel": renamed})

    def delete(self, channel: Channel, *, by: str) -> None:
        """Remove a channel for good."""
        self._tell_bots(channel, "deleted", {"channel": channel.id, "actor_id": by})
        channel.is_deleted = True
        self._tell_channel(channel)

    def invite(self, channel: Channel, user: User, *, by: str) -> None:
        """Bring somebody into a channel; the bots in it hear of it, a new bot of itself."""
        if user.id in channel.members:
            return
        channel.members[user.id] = None
        self._tell_channel(channel)
        event = {"type": "member_joined_channel", "user": user.id, "channel": channel.id}
        event |= self._place(channel) | ({"inviter": by} if by != user.id else {})
        self._events.tell(channel.team_id, event, channel=channel)

    def kick(self, channel: Channel, user: User) -> None:
        """Take somebody out of a channel."""
        if user.id not in channel.members:
            return
        event = {"type": "member_left_channel", "user": user.id, "channel": channel.id}
        self._events.tell(channel.team_id, event | self._place(channel), channel=channel)
        channel.members.pop(user.id)
        self._tell_channel(channel)

    def _place(self, channel: Channel) -> dict[str, Any]:
        kind = "C" if channel.kind == "channel" else "G"
        return {"channel_type": kind, "team": channel.team_id}

    def _tell_bots(self, channel: Channel, word: str, data: dict[str, Any]) -> None:
        kind = "channel" if channel.kind == "channel" else "group"
        event = {"type": f"{kind}_{word}", **data}
        self._events.tell(channel.team_id, event, channel=channel)

    def _tell_channel(self, channel: Channel) -> None:
        self._world.feed.tell("channel", {"channel": channel.id}, workspace=channel.team_id)

    # User groups

    def change_usergroup(self, workspace: Workspace, group_id: str, users: list[User]) -> None:
        """Set who is in a user group."""
        group = workspace.usergroups.get(group_id)
        if group is None:
            raise Impossible(f"There is no user group {group_id}.", status=404)
        before, after = set(group.users), {user.id for user in users}
        group.users = [user.id for user in users]
        event: dict[str, Any] = {
            "type": "subteam_members_changed",
            "subteam_id": group.id,
            "team_id": workspace.id,
        }
        event |= {"added_users": sorted(after - before), "removed_users": sorted(before - after)}
        self._events.tell(workspace.id, event)
        subteam = group.as_json(workspace.id, users=True)
        self._events.tell(workspace.id, {"type": "subteam_updated", "subteam": subteam})

    # Installations

    def uninstall(self, app: App, installation: Installation) -> None:
        """Remove an app: tokens stop working, the bot leaves, app_uninstalled is sent."""
        places = self._world.workspaces_of(installation)
        for workspace in places:
            revoked = {"type": "tokens_revoked", "tokens": {"bot": [installation.bot_user_id]}}
            self._events.tell(workspace.id, revoked, only=app)
            self._events.tell(workspace.id, {"type": "app_uninstalled"}, only=app)
        installation.is_active = False
        for token in installation.tokens:
            token.is_revoked = True
        for workspace in places:
            bot = workspace.users.get(installation.bot_user_id)
            if bot is not None:
                bot.deleted = True
            for channel in workspace.conversations_of(installation.bot_user_id):
                if not channel.is_im:
                    channel.members.pop(installation.bot_user_id)
            self._world.feed.tell("channel", {}, workspace=workspace.id)

    def revoke(self, token: Token) -> None:
        """Revoke one token; its app hears tokens_revoked where it can still be told."""
        token.is_revoked = True
        installation = token.installation
        if installation is None:
            return
        app = self._world.apps[token.app_id]
        event = {"type": "tokens_revoked", "tokens": {"bot": [installation.bot_user_id]}}
        for workspace in self._world.workspaces_of(installation):
            self._events.tell(workspace.id, event, only=app)


def _check_name(workspace: Workspace, name: str) -> None:
    if not CHANNEL_NAME.fullmatch(name) or name != name.lower():
        raise Impossible("A channel's name has small letters, digits, - and _, at most 80.")
    if workspace.channel(f"#{name}") is not None:
        raise Impossible(f"There is a channel called {name} already.", status=409)
