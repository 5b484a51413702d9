"""Slack's user groups: which there are, and who is in one. Paid plans have them."""

import asyncio

from msgspec import Struct
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import AmpError
from bot.slack import refusals

TIMEOUT = 1.0  # seconds, since somebody waits for a form
# Why Slack does not tell who is in a group; one that was disabled is none any more.
OUT_OF_REACH = {
    "missing_scope": "scope",
    "plan_upgrade_required": "plan",
    "paid_teams_only": "plan",
    "no_such_subteam": "empty",
}


class GroupOutOfReach(AmpError):
    """Who is in a user group can't be read (its *why* is scope or plan), or nobody is (empty)."""

    field = "whom"


class Group(Struct, frozen=True):
    """A user group, such as `@designers`; *people* are Slack's user ids."""

    id: str
    handle: str
    people: frozenset[str]


async def every(client: AsyncWebClient, workspace_id: str) -> list[Group]:
    """Those of a workspace, by name; none where Slack does not let us read them."""
    try:
        async with asyncio.timeout(TIMEOUT):
            # An organisation's token has to say whose groups it means.
            told = await client.usergroups_list(include_users=True, team_id=workspace_id)
    except refusals.NOT_ANSWERED:
        return []
    found = [
        Group(one["id"], one.get("handle") or one["id"], frozenset(one.get("users") or ()))
        for one in told["usergroups"]
    ]
    return sorted(found, key=lambda group: group.handle)


async def people(client: AsyncWebClient, workspace_id: str, group_id: str) -> frozenset[str]:
    """Who is in a group now, as Slack's user ids, at least one; raises GroupOutOfReach."""
    try:
        told = await client.usergroups_users_list(usergroup=group_id, team_id=workspace_id)
    except SlackApiError as error:
        if why := OUT_OF_REACH.get(refusals.code(error)):
            raise GroupOutOfReach(why=why) from None
        raise
    if not told["users"]:
        raise GroupOutOfReach(why="empty")
    return frozenset(told["users"])
