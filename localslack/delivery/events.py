"""Events: which app hears of what, by its subscriptions, its scopes and its channels."""

from typing import Any

from localslack.delivery import sending
from localslack.world.apps import App, Installation
from localslack.world.channels import Channel
from localslack.world.world import World

# Any one of these scopes lets an app hear of the event; an empty tuple asks for none.
SCOPES: dict[str, tuple[str, ...]] = {
    "app_home_opened": (),
    "assistant_thread_started": (),
    "assistant_thread_context_changed": (),
    "app_uninstalled": (),
    "tokens_revoked": (),
    "app_mention": ("app_mentions:read",),
    "team_join": ("users:read",),
    "user_change": ("users:read",),
    "user_status_changed": ("users:read",),
    "user_profile_changed": ("users.profile:read",),
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
    "pin_removed": ("pins:read",),
    "file_public": ("files:read",),
    "file_shared": ("files:read",),
    "subteam_members_changed": ("usergroups:read",),
    "subteam_updated": ("usergroups:read",),
    "team_rename": ("team:read",),
}
MESSAGE_EVENTS = {"channel": "message.channels", "group": "message.groups"}
# What a bot hears although it isn't in the channel.
EVERYWHERE = {"channel_created", "channel_archive", "channel_unarchive", "channel_rename"}


def tell(
    world: World,
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
    event = {"event_ts": world.clock.ts(), **event}
    for app, installation in world.installations(team_id):
        if only is not None and app is not only:
            continue
        if _hears(app, installation, name, channel):
            sending.event(world, app, installation, team_id, event)


def _hears(app: App, installation: Installation, name: str, channel: Channel | None) -> bool:
    scopes = SCOPES.get(name)
    if name not in app.events or scopes is None:
        return False
    if scopes and not set(scopes) & set(installation.scopes):
        return False
    everywhere = name in EVERYWHERE and channel is not None and channel.kind == "channel"
    inside = channel is None or installation.bot_user_id in channel.members
    return inside or everywhere


def tell_message(world: World, channel: Channel, message: dict[str, Any]) -> None:
    """A message event, under the subscription of its kind of conversation."""
    name = MESSAGE_EVENTS.get(channel.kind, f"message.{channel.kind}")
    place = {"channel": channel.id, "channel_type": channel.kind, "event_ts": message["ts"]}
    event = {**message, **place}
    tell(world, channel.team_id, event, name=name, channel=channel)
    _tell_mentions(world, channel, message)


def _tell_mentions(world: World, channel: Channel, message: dict[str, Any]) -> None:
    text = str(message.get("text", ""))
    for app, installation in world.installations(channel.team_id):
        if f"<@{installation.bot_user_id}>" in text and not channel.is_im:
            place = {"channel": channel.id, "event_ts": message["ts"]}
            event = {**message, "type": "app_mention", **place}
            tell(world, channel.team_id, event, channel=channel, only=app)
