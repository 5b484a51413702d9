"""Events: which app hears of what, by its subscriptions, its scopes and its channels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from localslack.world import ids
from localslack.world.apps import App, Installation
from localslack.world.channels import Channel
from localslack.world.world import World

# Any one of these scopes lets an app hear of the event; an empty tuple asks for none.
SCOPES: dict[str, tuple[str, ...]] = {
    "app_home_opened": (),
    "app_uninstalled": (),
    "tokens_revoked": (),
    "app_mention": ("app_mentions:read",),
    "team_join": ("users:read",),
    "user_change": ("users:read",),
    "member_joined_channel": ("channels:read", "groups:read"),
    "member_left_channel": ("channels:read", "groups:read"),
    "channel_created": ("channels:read",),
    "channel_archive": ("channels:read",),
    "channel_unarchive": ("channels:read",),
    "channel_deleted": ("channels:read",),
    "channel_rename": ("channels:read",),
    "group_archive": ("groups:read",),
    "group_unarchive": ("groups:read",),
    "group_deleted": ("groups:read",),
    "group_rename": ("groups:read",),
    "message.channels": ("channels:history",),
    "message.groups": ("groups:history",),
    "message.im": ("im:history",),
    "message.mpim": ("mpim:history",),
    "reaction_added": ("reactions:read",),
    "reaction_removed": ("reactions:read",),
    "pin_added": ("pins:read",),
    "subteam_members_changed": ("usergroups:read",),
    "subteam_updated": ("usergroups:read",),
    "team_rename": ("team:read",),
}
MESSAGE_EVENTS = {"channel": "message.channels", "group": "message.groups"}
# What a bot hears although it isn't in the channel.
EVERYWHERE = {"channel_created", "channel_archive", "channel_unarchive", "channel_rename"}

Send = Callable[[App, Installation, str, dict[str, Any]], None]


class Events:
    """Decides who hears of an event, and hands it to the delivery."""

    def __init__(self, world: World, send: Send) -> None:
        self._world = world
        self._send = send

    def tell(
        self,
        team_id: str,
        event: dict[str, Any],
        *,
        name: str | None = None,
        channel: Channel | None = None,
        only: App | None = None,
    ) -> None:
        """Send an event to every app that may hear it.

        *name* is the subscription when it isn't the event's type; with *channel*, only bots in
        it hear; with *only*, no other app does.
        """
        name = name or str(event["type"])
        event = {"event_ts": self._world.clock.ts(), **event}
        for app, installation in self._world.installations(team_id):
            if only is not None and app is not only:
                continue
            if self._hears(app, installation, name, channel):
                self._send(app, installation, team_id, event)

    def send(
        self, app: App, installation: Installation, team_id: str, event: dict[str, Any]
    ) -> None:
        """Send one app an event that can't be subscribed to."""
        self._send(app, installation, team_id, event)

    def _hears(
        self, app: App, installation: Installation, name: str, channel: Channel | None
    ) -> bool:
        scopes = SCOPES.get(name)
        if name not in app.events or scopes is None:
            return False
        if scopes and not set(scopes) & set(installation.scopes):
            return False
        everywhere = name in EVERYWHERE and channel is not None and channel.kind == "channel"
        inside = channel is None or installation.bot_user_id in channel.members
        return inside or everywhere

    def tell_message(self, channel: Channel, message: dict[str, Any]) -> None:
        """A message event, under the subscription of its kind of conversation."""
        name = MESSAGE_EVENTS.get(channel.kind, f"message.{channel.kind}")
        event = {**message, "channel": channel.id, "channel_type": channel.kind}
        self.tell(channel.team_id, event, name=name, channel=channel)
        self._tell_mentions(channel, message)

    def _tell_mentions(self, channel: Channel, message: dict[str, Any]) -> None:
        text = str(message.get("text", ""))
        for app, installation in self._world.installations(channel.team_id):
            if f"<@{installation.bot_user_id}>" in text and not channel.is_im:
                event = {**message, "type": "app_mention", "channel": channel.id}
                self.tell(channel.team_id, event, channel=channel, only=app)


def envelope(
    world: World, app: App, installation: Installation, team_id: str, event: dict[str, Any]
) -> dict[str, Any]:
    """The outer JSON of an event; its `event_id` is the same in every retry."""
    enterprise_id = world.workspaces[team_id].enterprise_id
    channel = world.channels.get(str(event.get("channel")))
    event_id = ids.fresh("Ev")
    authorization = {
        "enterprise_id": enterprise_id,
        "team_id": None if installation.is_org else team_id,
        "user_id": installation.bot_user_id,
        "is_bot": True,
        "is_enterprise_install": installation.is_org,
    }
    return {
        "token": app.verification_token,
        "team_id": team_id,
        "context_team_id": team_id,
        "context_enterprise_id": enterprise_id,
        "api_app_id": app.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": world.seconds,
        "authorizations": [authorization],
        "is_ext_shared_channel": channel is not None and channel.is_ext_shared,
        "event_context": f"4-{event_id}",
    } | ({"enterprise_id": enterprise_id} if enterprise_id else {})
