"""What happens to a team's channel and its people, and trying again to reach it."""

import re

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, due
from bot.db import Database
from bot.slack.clients import Clients
from bot.slack.installs import Installs
from bot.slack.listening import Reply, listener
from bot.slack.requests import Actor, Event, Request
from bot.teams import (
    access,
    announcing,
    blocks,
    channels,
    directory,
    following,
    joining,
    plans,
    reaching,
    roster,
)
from bot.teams.access import Right
from bot.teams.locales import Locales
from bot.teams.models import GROUP, Team
from bot.teams.plans import Spacing
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.action("team:retry")(try_again)
    app.event("member_joined_channel")(joined)
    app.event("member_left_channel")(left)
    app.event(re.compile(r"^(channel|group)_(archive|deleted)$"))(channel_lost)
    app.event(re.compile(r"^(channel|group)_unarchive$"))(channel_back)
    app.event("user_change")(person_changed)
    app.event(re.compile(r"^subteam_(members_changed|updated)$"))(group_changed)


@listener(writes=True)
async def try_again(
    request: Request,
    say: Words,
    reply: Reply,
    database: Database,
    clients: Clients,
    spacing: Spacing,
) -> None:
    """The button «Try again»: a lead has mended what kept us from the team's channel."""
    async with database.read() as session:
        team = await access.allowed(session, request, Right.CHANGE)
    reader = await clients.reader_for(team.workspace_id)
    if still := await channels.obstacle(reader, team.channel_id, team.digest_channel_id):
        why, channel_id = still
        await reply.draft(blocks.unreachable(say, team, why, channel_id), replace=True)
        return
    group, at = await channels.group_of(reader, team), clock.now()
    async with database.begin() as session:
        team = await session.get_one(Team, team.id, with_for_update=True)
        await following.regain(session, say, team, group, at=at)
        await reaching.try_again(session, team, at=at)
        people = await roster.read(session, team)
        turn = await plans.turn(session, people, request.actor, spacing, at=at)
    if team.unreachable_why == GROUP:
        await reply.draft(blocks.unreachable(say, team, GROUP, team.channel_id), replace=True)
        return
    await reply(blocks.reachable(say, turn, at=at), replace=True)


@listener(writes=True)
async def channel_lost(event: Event, session: AsyncSession, say: Words) -> None:
    """A channel was archived or deleted: its teams are asked no more until it is back."""
    channel_id = event.body["channel"]
    why = "archived" if event.type.endswith("archive") else "gone"
    for team in await reaching.of_channel(session, event.workspace_id, channel_id):
        await reaching.lose(session, say, team, why, at=clock.now(), channel_id=channel_id)


@listener
async def channel_back(event: Event, say: Words, database: Database, clients: Clients) -> None:
    """A channel is not archived any more, or we are in it again: its teams go on."""
    await _look_again(database, say, clients, event.workspace_id, event.body["channel"])


async def _look_again(
    database: Database, say: Words, clients: Clients, workspace_id: str, channel_id: str
) -> None:
    async with database.read() as session:
        found = await reaching.of_channel(session, workspace_id, channel_id)
        teams = {team.id: team for team in found if team.unreachable_at}

    async def look(team_id: int) -> None:
        await following.look_again(database, clients, say, teams[team_id], at=clock.now())

    await due.each(teams, look, failed="a channel could not be looked at", name="team")


@listener
async def group_changed(event: Event, say: Words, database: Database, clients: Clients) -> None:
    """Others are in a user group by now, or it is no more: the teams that ask it follow."""
    group_id = event.body.get("subteam_id") or (event.body.get("subteam") or {}).get("id", "")
    async with database.read() as session:
        found = await roster.of_group(session, event.workspace_id, group_id)
        teams = [team.id for team in found]
    if not teams:
        return
    reader = await clients.reader_for(event.workspace_id)
    group = await channels.group(reader, event.workspace_id, group_id)

    async def follow(session: AsyncSession, team_id: int) -> None:
        team = await session.get_one(Team, team_id, with_for_update=True)
        await following.follow(session, say, team, group, at=clock.now())

    await due.each_in_transaction(
        database, teams, follow, failed="a team could not follow its user group", name="team"
    )


@listener
async def joined(
    event: Event,
    say: Words,
    database: Database,
    clients: Clients,
    installs: Installs,
    spacing: Spacing,
) -> None:
    """Somebody joined a channel: they are in its team, and hear when they are asked first.

    If it was us, we can post there again; where there is no team yet, we say hello.
    """
    channel_id, workspace_id = event.body["channel"], event.workspace_id
    if await _is_us(event, installs):
        await _look_again(database, say, clients, workspace_id, channel_id)
        await _greet(event, say, database, clients)
        return
    async with database.read() as session:
        known = await roster.of_channel(session, workspace_id, channel_id)
        if known is None:
            return
    reader = await clients.reader_for(workspace_id)
    group = await channels.group_now(reader, known)
    human = await directory.who(reader, database, Actor(workspace_id, event.body["user"]))
    async with database.begin() as session:
        team = await session.get(Team, known.id, with_for_update=True)
        if team is not None and team.ended_at is None and human is not None:
            team.roster_read_at = None
            await joining.join(session, say, team, human, group, spacing=spacing, at=clock.now())


async def _greet(event: Event, say: Words, database: Database, clients: Clients) -> None:
    """Say hello to a channel without a team, in the language of whoever invited us."""
    channel_id, workspace_id = event.body["channel"], event.workspace_id
    async with database.read() as session:
        if await reaching.of_channel(session, workspace_id, channel_id):
            return
    reader, inviter = await clients.reader_for(workspace_id), event.body.get("inviter")
    host = await directory.who(reader, database, Actor(workspace_id, inviter)) if inviter else None
    words = say.locale(host.locale if host else None)
    async with database.begin() as session:
        await announcing.hello(session, words, workspace_id, channel_id, at=clock.now())


async def _is_us(event: Event, installs: Installs) -> bool:
    installed = await installs.find(event.workspace_id, event.enterprise_id)
    return installed is not None and event.body["user"] == installed.bot_user_id


@listener(writes=True)
async def left(event: Event, session: AsyncSession, say: Words, installs: Installs) -> None:
    """Somebody left a channel, or was removed: from now on its team's numbers are not theirs.

    If it was us, its teams are asked no more until we are back.
    """
    channel_id, workspace_id = event.body["channel"], event.workspace_id
    if await _is_us(event, installs):
        for lost in await reaching.of_channel(session, workspace_id, channel_id):
            at = clock.now()
            await reaching.lose(session, say, lost, "outside", at=at, channel_id=channel_id)
        return
    team = await roster.of_channel(session, workspace_id, channel_id)
    if team is not None:
        await joining.leave(session, team, Actor(workspace_id, event.body["user"]))


@listener
async def person_changed(
    event: Event, say: Words, database: Database, locales: Locales, spacing: Spacing
) -> None:
    """Somebody moved, speaks another language, became a guest or was deactivated."""
    user = event.body["user"]
    locales.forget(Actor(event.workspace_id, user["id"]))
    directory.forget(database, event.workspace_id, user["id"])
    if not directory.is_human({**user, "deleted": False}):
        return
    human, at = directory.human(user), clock.now()
    async with database.begin() as session:
        await joining.changed(session, say, event.workspace_id, human, spacing=spacing, at=at)
