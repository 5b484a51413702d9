"""What Slack says of a channel, and of a user group."""

from collections.abc import AsyncIterator, Mapping

import structlog
from msgspec import Struct
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.db import Database
from bot.errors import AmpError
from bot.slack import groups, refusals
from bot.slack.failures import describe
from bot.slack.groups import GroupOutOfReach
from bot.teams.models import Team
from bot.teams.whom import Rule

log = structlog.get_logger()

PAGE = 1000  # ids of members that Slack gives at once
LISTED = 200  # channels, as Slack recommends


class ChannelOutOfSight(AmpError):
    """Slack shows us no such channel: it is private, and we are not in it."""


class ChannelWithoutBot(AmpError):
    """We are not in a channel, so we could not post there."""


class ChannelArchived(AmpError):
    """A channel is archived."""


class ChannelNotRead(AmpError):
    """Somebody wants what only the people of a channel have read, and is not one of them."""


class NotAChannel(AmpError):
    """A team was to be made of something that is no channel, such as a direct message."""


class NobodyThere(AmpError):
    """Only bots, guests or deactivated people are in a channel."""


class Channel(Struct, frozen=True):
    """What we need to know of a channel."""

    id: str
    name: str
    is_private: bool
    is_closed: bool = False  # only some people may post, or begin a thread


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
    return Channel(
        found["id"],
        found.get("name") or "team",
        is_private=bool(found.get("is_private")),
        is_closed=bool(found.get("is_read_only") or found.get("is_thread_only")),
    )


async def check_reads(client: AsyncWebClient, channel_id: str, user_id: str) -> None:
    """Raise ChannelNotRead for who is not in a channel, and as `look` does."""
    await look(client, channel_id)
    async for ids in members(client, channel_id):
        if user_id in ids:
            return
    raise ChannelNotRead


async def members(client: AsyncWebClient, channel_id: str) -> AsyncIterator[list[str]]:
    """Who is in a channel, as Slack's ids, page by page."""
    async for page in await client.conversations_members(channel=channel_id, limit=PAGE):
        yield page["members"]


async def is_private(client: AsyncWebClient, channel_id: str) -> bool:
    """Whether only those in a channel see it; one that Slack does not show us is private."""
    try:
        found = (await client.conversations_info(channel=channel_id))["channel"]
    except SlackApiError as error:
        if refusals.code(error) not in refusals.OUT_OF_REACH:
            raise
        return True
    return bool(found.get("is_private"))


async def note_private(
    database: Database, client: AsyncWebClient, public: Mapping[int, str]
) -> None:
    """Look which channels of teams are private by now, by the teams' ids, before they are named.

    Slack tells no app of it. Those that Amp is in come by the page; each of the others, such as
    one that Amp was taken out of, is asked for.
    """
    if not public:
        return
    seen = {id_ async for id_ in _public_ones(client)}
    unseen = {team_id: id_ for team_id, id_ in public.items() if id_ not in seen}
    private = [team_id for team_id, id_ in unseen.items() if await is_private(client, id_)]
    if private:
        async with database.begin() as session:
            for team_id in private:
                (await session.get_one(Team, team_id)).is_private = True


async def _public_ones(client: AsyncWebClient) -> AsyncIterator[str]:
    """The public channels that Amp is in, as Slack's ids."""
    async for page in await client.users_conversations(types="public_channel", limit=LISTED):
        for found in page["channels"]:
            yield found["id"]


async def obstacle(client: AsyncWebClient, *channel_ids: str) -> tuple[str, str] | None:
    """Why we can't post to one of these channels, and to which; None if Slack shows us all."""
    for channel_id in dict.fromkeys(channel_ids):
        try:
            await look(client, channel_id)
        except ChannelArchived:
            return "archived", channel_id
        except ChannelWithoutBot:
            return "outside", channel_id
        except ChannelOutOfSight:
            return "gone", channel_id
    return None


async def group_of(client: AsyncWebClient, team: Team) -> Rule | None:
    """The user group that a team asks, if it does; with nobody where it can't be read."""
    return await group(client, team.workspace_id, team.group) if team.group else None


async def group_now(client: AsyncWebClient, team: Team) -> Rule | None:
    """The user group that a team asks; None where there is none, or Slack tells nothing just now.

    What else has come from Slack is written down all the same; the group is read again later.
    """
    try:
        return await group_of(client, team)
    except refusals.NOT_ANSWERED as error:
        log.warning("a user group could not be read", team=team.id, **describe(error))
        return None


async def group(client: AsyncWebClient, workspace_id: str, group_id: str) -> Rule:
    """A user group as whom to ask; with nobody where it is empty, gone, or can't be read."""
    try:
        return Rule(group_id, await groups.people(client, workspace_id, group_id))
    except GroupOutOfReach:
        return Rule(group_id)
