"""What Slack says of people, page by page; who was asked for lately is not asked for again."""

import asyncio
import time
from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any, TypeAlias
from weakref import WeakKeyDictionary

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.db import Database
from bot.errors import AmpError
from bot.slack import refusals
from bot.slack.requests import SLACKBOT, Actor
from bot.teams import channels, roster
from bot.teams.absences import Status
from bot.teams.roster import Human

PAGE = 200  # of the list of everybody
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


class NotSomebodyHere(AmpError):
    """A bot, or somebody who is gone or from elsewhere, was chosen to lead a team."""

    field = "leads"


async def humans(
    client: AsyncWebClient, database: Database, workspace_id: str, channel_id: str, *, at: datetime
) -> list[Human]:
    """The people in a channel, guests included; no bots, no strangers, nobody deactivated.

    Slack is asked only for those of whom it has told us nothing lately.
    """
    ids: set[str] = set()
    async for page in channels.members(client, channel_id):
        ids.update(page)
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


async def who(client: AsyncWebClient, database: Database, somebody: Actor) -> Human | None:
    """Somebody as Slack describes them; None for whoever is no person of this workspace."""
    [user] = await _users(client, database, somebody.workspace_id, {somebody.user_id})
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
