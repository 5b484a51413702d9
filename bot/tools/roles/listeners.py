"""What people do with the role map: look at it, and as a lead change and share it."""

import re

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.framework.content import Content
from bot.slack.block_kit import View
from bot.slack.listening import Reply, listener
from bot.slack.requests import Actor, Request
from bot.teams import access, telling
from bot.teams.models import Team
from bot.tools.blocks import YES
from bot.tools.roles import blocks, work
from bot.tools.roles.models import Role
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.action("roles:open")(open_map)
    app.action("roles:add")(add)
    app.action("roles:share")(share)
    app.action(re.compile(r"^roles:edit:"))(edit)
    app.action(re.compile(r"^roles:remove:"))(remove)
    app.view("roles:save")(save)


@listener
async def open_map(
    request: Request, session: AsyncSession, say: Words, content: Content, reply: Reply
) -> None:
    """`/amp roles` and its buttons: the map of a team's work."""
    team = await access.meant(session, request)
    await reply.show(await _overview(session, say, content, team, request.actor))


@listener
async def add(
    request: Request, session: AsyncSession, say: Words, content: Content, reply: Reply
) -> None:
    """The button «Add a kind of work»."""
    team = await access.led(session, request)
    await reply.show(blocks.form(say, content, team))


@listener
async def edit(
    request: Request, session: AsyncSession, say: Words, content: Content, reply: Reply
) -> None:
    """The button «Edit»."""
    role, team = await _led(session, request)
    await reply.show(blocks.form(say, content, team, role))


@listener(writes=True)
async def save(
    request: Request, session: AsyncSession, say: Words, content: Content, reply: Reply
) -> None:
    """The form's button: the map shows what came of it."""
    values = request.values
    answers = {q.id: values[q.id] == YES for q in content.roles if q.id in values}
    name = (values["name"] or "").strip()
    team = await access.led(session, request)
    await work.save(session, team, request.metadata["role"], name, answers)
    await reply.show(await _overview(session, say, content, team, request.actor))


@listener(writes=True)
async def remove(
    request: Request, session: AsyncSession, say: Words, content: Content, reply: Reply
) -> None:
    """The button «Remove»."""
    role, team = await _led(session, request)
    await work.remove(session, role)
    await reply.show(await _overview(session, say, content, team, request.actor))


@listener(writes=True)
async def share(
    request: Request, session: AsyncSession, say: Words, content: Content, reply: Reply
) -> None:
    """The button «Share in the channel»."""
    team, at = await access.led(session, request), clock.now()
    roles = await work.of_team(session, team)
    language = say.locale(team.language), content.locale(team.language)
    drafts = blocks.shared(*language, team, roles, request.actor.user_id)
    # A press is taken once (bot/slack/deduplication.py), so the moment may stand in the key.
    key = f"shared:roles:{team.id}:{int(at.timestamp() * 1000)}"
    await telling.channel(session, team, key, drafts, at=at)
    await reply.show(blocks.on_its_way(say, team))


async def _led(session: AsyncSession, request: Request) -> tuple[Role, Team]:
    """The kind of work that a button is about, and its team, which the person leads."""
    role = await work.find(session, int(request.value))
    return role, await access.led_with_id(session, request.actor, role.team_id)


async def _overview(
    session: AsyncSession, say: Words, content: Content, team: Team, actor: Actor
) -> View:
    found = await work.of_team(session, team)
    leads = await access.leads(session, team, actor)
    return blocks.overview(say, content, team, found, leads=leads)


COMMANDS = {"roles": open_map}
