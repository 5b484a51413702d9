"""Small companies for the tests of the local Slack."""

import copy
from typing import Any

Json = dict[str, Any]

SCOPES = [
    *("app_mentions:read", "bookmarks:write", "canvases:read", "canvases:write"),
    *("channels:history", "channels:join"),
    *("channels:manage", "channels:read", "chat:write", "commands", "dnd:read", "files:read"),
    *("files:write", "groups:history", "groups:read", "groups:write", "im:history", "im:read"),
    *("im:write", "mpim:read", "mpim:write", "pins:read", "pins:write", "reactions:read"),
    *("reactions:write", "team:read", "usergroups:read", "users:read"),
]
EVENTS = [
    *("app_home_opened", "app_mention", "app_uninstalled", "tokens_revoked", "team_join"),
    *("user_change", "member_joined_channel", "member_left_channel", "channel_archive"),
    *("channel_unarchive", "channel_deleted", "channel_rename", "channel_created"),
    *("group_archive", "group_rename", "message.im", "message.channels", "reaction_added"),
    *("subteam_members_changed", "subteam_updated", "pin_added"),
    *("file_public", "file_shared", "user_status_changed"),
]
MANIFEST: Json = {
    "display_information": {"name": "Helper"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
        "bot_user": {"display_name": "Helper"},
        "slash_commands": [
            {"command": "/help", "description": "Ask for help", "should_escape": True},
            {"command": "/raw", "description": "As it was typed"},
        ],
    },
    "oauth_config": {
        "scopes": {"bot": SCOPES},
        "redirect_urls": ["http://127.0.0.1/back"],
    },
    "settings": {
        "interactivity": {"is_enabled": True},
        "event_subscriptions": {"bot_events": EVENTS},
        "socket_mode_enabled": True,
    },
}
PEOPLE: list[Json] = [
    {"name": "ana", "real_name": "Ana Ferreira", "tz": "Europe/Lisbon"},
    {"name": "bo", "real_name": "Bo Lindqvist", "tz": "America/New_York", "locale": "sv-SE"},
    {"name": "gus", "real_name": "Gus Guest", "tz": "Asia/Kolkata", "is_restricted": True},
    {"name": "dee", "real_name": "Dee Parted", "deleted": True},
    {"name": "sam", "real_name": "Sam Stranger", "is_stranger": True},
    {"name": "robot", "real_name": "Robot", "is_bot": True},
]
CHANNELS: list[Json] = [
    {"name": "general", "members": ["ana", "bo", "dee", "sam"], "bots": ["helper", "robot"]},
    {"name": "quiet", "members": ["ana", "bo"]},
    {"name": "secret", "members": ["ana"], "is_private": True},
    {"name": "inner", "members": ["ana"], "bots": ["helper"], "is_private": True},
    {"name": "old", "members": ["ana"], "bots": ["helper"], "is_archived": True},
    {"name": "notices", "members": ["ana"], "bots": ["helper"], "posting": "read_only"},
    {"name": "questions", "members": ["ana"], "bots": ["helper"], "posting": "thread_only"},
]


def company(**changes: Any) -> Json:
    """One workspace, a few people of every kind, a few channels of every kind, one app."""
    workspace = {
        "name": "Trailhead",
        "domain": "trailhead",
        "people": PEOPLE,
        "channels": CHANNELS,
        "usergroups": [{"handle": "makers", "name": "Makers", "users": ["ana", "bo"]}],
    }
    whole = {"workspaces": [workspace], "apps": [{"manifest": MANIFEST}], **changes}
    return copy.deepcopy(whole)


def manifest(**settings: Any) -> Json:
    """The app's manifest with other settings."""
    changed = copy.deepcopy(MANIFEST)
    changed["settings"] |= settings
    return changed


def with_scopes(*scopes: str) -> Json:
    """The company, whose app has these scopes only."""
    changed = copy.deepcopy(MANIFEST)
    changed["oauth_config"]["scopes"]["bot"] = list(scopes)
    return company(apps=[{"manifest": changed}])


def organisation() -> Json:
    """Two workspaces of one organisation, and the app in all of it."""
    first = company()["workspaces"][0]
    second = {
        "name": "Basecamp",
        "domain": "basecamp",
        "people": [{"name": "kim", "real_name": "Kim Park", "tz": "Asia/Seoul"}],
        "channels": [{"name": "general", "members": "everyone", "bots": ["helper"]}],
    }
    return company(
        workspaces=[first, second],
        enterprise={"name": "Mountain Group"},
        apps=[{"manifest": manifest(org_deploy_enabled=True), "install": ["org"]}],
    )
