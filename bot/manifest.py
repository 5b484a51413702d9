"""Amp's app manifest: what Slack needs to know to create the app."""

from collections.abc import Collection, Iterable
from typing import Any

import yaml

# Each with what does not work without it.
NEEDED = {
    "commands": "nobody can type /amp",
    "chat:write": "nothing is posted: invitations, reminders and digests wait",
    "users:read": "nobody's time zone and language are known",
    "channels:read": "who is in a public channel can't be read, so no team can be set up there",
    "groups:read": "who is in a private channel can't be read, so no team can be set up there",
    "app_mentions:read": "a mention in a channel gets no answer",
    # With im:history: look whether an interrupted message arrived.
    "im:write": "a message that was cut off is not sent again",
    "im:history": "a direct message gets no answer, and one that was cut off is not sent again",
}
SCOPES = tuple(NEEDED)
OPTIONAL_SCOPES = ("files:write",)  # a picture of the chart, where Slack's own is refused
EVENTS = (
    "app_home_opened",
    "app_mention",
    "message.im",
    "app_uninstalled",
    "tokens_revoked",
    "user_change",
    "member_joined_channel",
    "member_left_channel",
    # A channel that can't be posted to pauses its team, and the team goes on when it is back.
    "channel_archive",
    "channel_unarchive",
    "channel_deleted",
    "group_archive",
    "group_unarchive",
    "group_deleted",
)


def missing(scopes: Collection[str]) -> list[str]:
    """The scopes that Amp uses and that are not among these."""
    return sorted(set(SCOPES) - set(scopes))


def without(scopes: Iterable[str]) -> list[str]:
    """What does not work without these, each once."""
    return list(dict.fromkeys(NEEDED[scope] for scope in scopes))


def manifest(
    http: str | None = None, *, org: bool = False, rotation: bool = False
) -> dict[str, Any]:
    """The manifest for Socket Mode, or for HTTP at the address *http*.

    With *org*, whole organisations can install it; with *rotation*, its tokens last twelve hours.
    """
    base = http.rstrip("/") if http else None
    made: dict[str, Any] = {
        "_metadata": {"major_version": 1},
        "display_information": {
            "name": "Amp",
            "description": "Autonomy, mastery and purpose: learn it, ask it weekly, change it.",
            "background_color": "#1d3d5c",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "Amp", "always_online": True},
            "slash_commands": [
                {
                    "command": "/amp",
                    "description": "What motivates us, and how we stand",
                    "usage_hint": "[help | setup | pulse | steps | team]",
                    "should_escape": True,
                }
            ],
        },
        "oauth_config": {
            # What is optional stands in both.
            # https://docs.slack.dev/reference/app-manifest#oauth
            "scopes": {"bot": [*SCOPES, *OPTIONAL_SCOPES], "bot_optional": list(OPTIONAL_SCOPES)}
        },
        "settings": {
            "interactivity": {"is_enabled": True},
            "event_subscriptions": {"bot_events": list(EVENTS)},
            "org_deploy_enabled": org,
            "socket_mode_enabled": base is None,
            "token_rotation_enabled": rotation,
        },
    }
    if base:
        _point_at(made, base)
    return made


def as_yaml(http: str | None = None, *, org: bool = False, rotation: bool = False) -> str:
    made = manifest(http, org=org, rotation=rotation)
    return yaml.safe_dump(made, sort_keys=False, allow_unicode=True)


def _point_at(made: dict[str, Any], base: str) -> None:
    events = f"{base}/slack/events"
    made["features"]["slash_commands"][0]["url"] = events
    made["settings"]["interactivity"]["request_url"] = events
    made["settings"]["event_subscriptions"]["request_url"] = events
    made["oauth_config"]["redirect_urls"] = [f"{base}/slack/oauth_redirect"]
