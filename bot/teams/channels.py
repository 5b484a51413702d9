"""Reading a channel and its people from Slack, page by page."""

import asyncio
import time
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias
from weakref import WeakKeyDictionary

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.db import Database
from bot.errors import AmpError
from bot.slack import groups, refusals
from bot.slack.groups import GroupOutOfReach
from bot.slack.listening import describe
from bot.slack.requests import SLACKBOT
from bot.teams import roster
from bot.teams.absences import Status
from bot.teams.models import Team
from bot.teams.roster import Human
from bot.teams.whom import Rule

log = structlog.get_logger()

PAGE = 200
NAMES = ("name", "real_name", "display_name", "first_name", "last_name")  # of Slack's user object
MOST_NAMES = 60
# Up to so many people are asked for singly, more are picked from the whole list: Slack takes a
# hundred single questions a minute, and twenty pages of the list.
ONE_BY_ONE = 300
TOGETHER = 10  # questions under way at once
# Seconds for which nobody is asked for again: a form is read, and sent off a little later. Bots
# and whoever is gone have no row of ours that says so.
REMEMBERED, REMEMBERED_BOT = 600.0, 3600.0
MOST_REMEMBERED = 20_000
_Known: TypeAlias = dict[tuple[str, str], tuple[float, dict[str, Any]]]
_lately: WeakKeyDictionary[Database, _Known] = WeakKeyDictionary()  # of each Amp


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


class NotSomebodyHere(AmpError):
    """A bot, or somebody who is gone or from elsewhere, was chosen to lead a team."""

    field = "leads"


@dataclass(frozen=True)
class Channel:
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


async def is_private(client: AsyncWebClient, channel_id: str) -> bool:
    """Whether only those in a channel see it; one that Slack does not show us is private."""
    try:
        found = (await client.conversations_info(channel=channel_id))["channel"]
    except SlackApiError as error:
        if refusals.code(error) not in refusals.OUT_OF_REACH:
            raise
        return True
    return bool(found.get("is_private"))


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


async def look_for_digest(client: AsyncWebClient, channel_id: str) -> Channel:
    """The same for a channel that was chosen in a form: what is wrong is told under the field."""
    try:
        return await look(client, channel_id)
    except AmpError as told:
        told.about = "digest"
        raise


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


async def humans(
    client: AsyncWebClient, database: Database, workspace_id: str, channel_id: str, *, at: datetime
) -> list[Human]:
    """The people in a channel, guests included; no bots, no strangers, nobody deactivated.

    Slack is asked only for those of whom it has told us nothing lately.
    """
    ids: set[str] = set()
    async for page in await client.conversations_members(channel=channel_id, limit=PAGE):
        ids.update(page["members"])
    ids.discard(SLACKBOT)
    known: list[Human] = []
    if any(_remembered(database, workspace_id, user_id) is None for user_id in ids):
        async with database.read() as session:
            known = await roster.described(session, workspace_id, ids, since=at - roster.LATELY)
    new = ids - {human.user_id for human in known}
    if len(new) <= ONE_BY_ONE:
        users = await _users(client, database, workspace_id, new)
    else:
        users = await _from_the_list(client, workspace_id, new)
    return [*known, *(human(user) for user in users if is_human(user))]


async def check_leads(
    client: AsyncWebClient, database: Database, workspace_id: str, user_ids: Collection[str]
) -> None:
    """Raise NotSomebodyHere where one of them is no person of this workspace, or not any more."""
    users = await _users(client, database, workspace_id, set(user_ids))
    if not all(is_human(user) for user in users):
        raise NotSomebodyHere


async def who(
    client: AsyncWebClient, database: Database, workspace_id: str, user_id: str
) -> Human | None:
    """Somebody as Slack describes them; None for whoever is no person of this workspace."""
    [user] = await _users(client, database, workspace_id, {user_id})
    return human(user) if is_human(user) else None


async def names(
    client: AsyncWebClient, database: Database, workspace_id: str, user_ids: Collection[str]
) -> set[str]:
    """What these people are called in Slack; of more than a few dozen, those first in line.

    Somebody waits for it before a form, so no more are asked for than Slack answers in a second.
    """
    some = sorted(user_ids)[:MOST_NAMES]
    users = await _users(client, database, workspace_id, set(some))
    told = [{**(user.get("profile") or {}), **user} for user in users]
    return {name for one in told for field in NAMES if (name := one.get(field))}


def forget(database: Database, workspace_id: str, user_id: str) -> None:
    """Slack says that something about somebody has changed."""
    _lately.setdefault(database, {}).pop((workspace_id, user_id), None)


def _remembered(database: Database, workspace_id: str, user_id: str) -> dict[str, Any] | None:
    until, known = _lately.get(database, {}).get((workspace_id, user_id), (0.0, None))
    return known if time.monotonic() < until else None


def _remember(known: _Known, workspace_id: str, user: dict[str, Any]) -> None:
    if len(known) >= MOST_REMEMBERED:
        known.clear()
    seconds = REMEMBERED if is_human(user) else REMEMBERED_BOT
    known[workspace_id, user["id"]] = (time.monotonic() + seconds, user)


async def _from_the_list(
    client: AsyncWebClient, workspace_id: str, ids: Collection[str]
) -> list[dict[str, Any]]:
    """These people out of everybody's list, which is read until they are found."""
    found: list[dict[str, Any]] = []
    # An organisation's token has to say whose people it means.
    pages = await client.users_list(limit=PAGE, include_locale=True, team_id=workspace_id)
    async for page in pages:
        found += [user for user in page["members"] if user["id"] in ids]
        if len(found) == len(ids):
            break
    return found


async def _users(
    client: AsyncWebClient, database: Database, workspace_id: str, ids: Collection[str]
) -> list[dict[str, Any]]:
    lately = _lately.setdefault(database, {})
    turns = asyncio.Semaphore(TOGETHER)

    async def one(user_id: str) -> dict[str, Any]:
        if known := _remembered(database, workspace_id, user_id):
            return known
        async with turns:
            user = await _user(client, user_id)
        _remember(lately, workspace_id, user)
        return user

    return list(await asyncio.gather(*(one(user_id) for user_id in sorted(ids))))


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
        status=_status(user.get("profile") or {}),
        is_admin=bool(user.get("is_admin") or user.get("is_owner")),
    )


def _status(profile: dict[str, Any]) -> Status | None:
    """What stands beside somebody's name; None where we are not told."""
    if "status_emoji" not in profile:
        return None
    expires = profile.get("status_expiration") or 0
    expires_at = datetime.fromtimestamp(expires, UTC) if expires else None
    return Status(profile.get("status_text") or "", profile["status_emoji"], expires_at)


async def _user(client: AsyncWebClient, user_id: str) -> dict[str, Any]:
    try:
        answer = await client.users_info(user=user_id, include_locale=True)
    except SlackApiError as error:
        if refusals.code(error) in {"user_not_found", "user_not_visible"}:
            return {"id": user_id, "deleted": True}
        raise
    user: dict[str, Any] = answer["user"]
    return user
