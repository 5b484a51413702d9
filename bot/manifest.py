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
OPTIONAL_SCOPES = (
    "files:write",  # a picture of the chart, where Slack's own is refused
    "usergroups:read",  # a team may ask a user group, where the plan has any
)
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
    # Others are in a user group by now: the teams that ask it follow.
    "subteam_members_changed",
    "subteam_updated",
)

# What people put into the workflows that they build; `user` is whoever starts one, by Slack's word.
# https://docs.slack.dev/reference/types/user_context-type
_TEAM = {
    "channel": {
        "type": "slack#/types/channel_id",
        "title": "Channel of the team",
        "description": "The channel in which Amp was set up for the team",
        "is_required": True,
        "name": "channel",
    },
    "user": {
        "type": "slack#/types/user_context",
        "title": "Whoever starts the workflow",
        "description": "Has to lead the team",
        "is_required": True,
        "name": "user",
    },
}
STEPS = {
    "run_pulse": {
        "title": "Run a pulse",
        "description": "Ask a team this week's questions now",
        "input_parameters": _TEAM,
        "output_parameters": {
            "people": {
                "type": "integer",
                "title": "People",
                "description": "How many are asked",
                "is_required": True,
                "name": "people",
            }
        },
    },
    "post_digest": {
        "title": "Post the last digest",
        "description": "Post a team's last digest once more, where it was told",
        "input_parameters": _TEAM,
        "output_parameters": {
            "number": {
                "type": "integer",
                "title": "Number",
                "description": "Which pulse of the team it tells of",
                "is_required": True,
                "name": "number",
            }
        },
    },
}
STEP_EVENT = "function_executed"


def missing(scopes: Collection[str]) -> list[str]:
    """The scopes that Amp uses and that are not among these."""
    return sorted(set(SCOPES) - set(scopes))


def without(scopes: Iterable[str]) -> list[str]:
    """What does not work without these, each once."""
    return list(dict.fromkeys(NEEDED[scope] for scope in scopes))


def manifest(
    http: str | None = None, *, org: bool = False, rotation: bool = False, steps: bool = False
) -> dict[str, Any]:
    """The manifest for Socket Mode, or for HTTP at the address *http*.

    With *org*, whole organisations can install it; with *rotation*, its tokens last twelve hours;
    with *steps*, workflows can have Amp do something.
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
    if steps:
        _offer_steps(made)
    if base:
        _point_at(made, base)
    return made


def as_yaml(
    http: str | None = None, *, org: bool = False, rotation: bool = False, steps: bool = False
) -> str:
    made = manifest(http, org=org, rotation=rotation, steps=steps)
    return yaml.dump(made, Dumper=_Plain, sort_keys=False, allow_unicode=True)


class _Plain(yaml.SafeDumper):
    """Writes what stands in two places twice, instead of pointing from one to the other."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _offer_steps(made: dict[str, Any]) -> None:
    """Slack has steps only of apps that are ready for organisations and run elsewhere."""
    made["functions"] = STEPS
    made["settings"]["event_subscriptions"]["bot_events"].append(STEP_EVENT)
    made["settings"] |= {"org_deploy_enabled": True, "function_runtime": "remote"}


def _point_at(made: dict[str, Any], base: str) -> None:
    events = f"{base}/slack/events"
    made["features"]["slash_commands"][0]["url"] = events
    made["settings"]["interactivity"]["request_url"] = events
    made["settings"]["event_subscriptions"]["request_url"] = events
    made["oauth_config"]["redirect_urls"] = [f"{base}/slack/oauth_redirect"]
