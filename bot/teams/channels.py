"""Reading a channel and its people from Slack, page by page."""

import asyncio
from dataclasses import dataclass
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import AmpError
from bot.slack import refusals
from bot.teams.roster import Human

PAGE = 200
ONE_BY_ONE = 40  # up to so many people are asked for singly, more are picked from the whole list
SLACKBOT = "USLACKBOT"


class ChannelOutOfSight(AmpError):
    """Slack shows us no such channel: it is private, and we are not in it."""


class ChannelWithoutBot(AmpError):
    """We are not in a channel, so we could not post there."""


class ChannelArchived(AmpError):
    """A channel is archived."""


class NotAChannel(AmpError):
    """A team was to be made of something that is no channel, such as a direct message."""


class NobodyThere(AmpError):
    """Only bots, guests or deactivated people are in a channel."""


@dataclass(frozen=True)
class Channel:
    """What we need to know of a channel."""

    id: str
    name: str
    is_private: bool


async def look(client: AsyncWebClient, channel_id: str) -> Channel:
    """A channel that we can post to.

    Raises NotAChannel, ChannelOutOfSight, ChannelWithoutBot or ChannelArchived.
    """
    try:
        found = (await client.conversations_info(channel=channel_id))["channel"]
    except SlackApiError as error:
        if refusals.code(error) in {"channel_not_found", "method_not_supported_for_channel_type"}:
            raise ChannelOutOfSight from None
        raise
    if found.get("is_im") or found.get("is_mpim"):
        raise NotAChannel
    if found.get("is_archived"):
        raise ChannelArchived
    if not found.get("is_member"):
        raise ChannelWithoutBot
    return Channel(found["id"], found.get("name") or "team", bool(found.get("is_private")))


async def look_for_digest(client: AsyncWebClient, channel_id: str) -> Channel:
    """The same for a channel that was chosen in a form: what is wrong is told under the field."""
    try:
        return await look(client, channel_id)
    except AmpError as told:
        told.about = "digest"
        raise


async def humans(client: AsyncWebClient, workspace_id: str, channel_id: str) -> list[Human]:
    """The people in a channel, guests included; no bots, no strangers, nobody deactivated."""
    ids: set[str] = set()
    async for page in await client.conversations_members(channel=channel_id, limit=PAGE):
        ids.update(page["members"])
    ids.discard(SLACKBOT)
    if len(ids) <= ONE_BY_ONE:
        users = await asyncio.gather(*(_user(client, user_id) for user_id in sorted(ids)))
        return [human(user) for user in users if is_human(user)]
    found = []
    # An organisation's token has to say whose people it means.
    pages = await client.users_list(limit=PAGE, include_locale=True, team_id=workspace_id)
    async for page in pages:
        found += [human(user) for user in page["members"] if user["id"] in ids and is_human(user)]
    return found


def is_human(user: dict[str, Any]) -> bool:
    """Whether this is somebody of the workspace who can be asked."""
    return not (
        user["id"] == SLACKBOT
        or user.get("is_bot")
        or user.get("deleted")
        or user.get("is_stranger")
        or user.get("is_workflow_bot")
    )


def human(user: dict[str, Any]) -> Human:
    """Slack's user object, as far as we need it."""
    return Human(
        user_id=user["id"],
        zone=user.get("tz") or "UTC",
        locale=user.get("locale"),
        is_guest=bool(user.get("is_restricted") or user.get("is_ultra_restricted")),
        is_active=not user.get("deleted"),
    )


async def _user(client: AsyncWebClient, user_id: str) -> dict[str, Any]:
    try:
        answer = await client.users_info(user=user_id, include_locale=True)
    except SlackApiError as error:
        if refusals.code(error) in {"user_not_found", "user_not_visible"}:
            return {"id": user_id, "deleted": True}
        raise
    user: dict[str, Any] = answer["user"]
    return user
