"""What people do with the role map: look at it, and as a lead change and share it."""

import re
from collections.abc import Sequence

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.errors import AmpError
from bot.framework.content import Content
from bot.slack import windows
from bot.slack.block_kit import View
from bot.slack.listening import Ack, listener
from bot.slack.requests import Actor, Click, Command, Request, Submission
from bot.teams import access
from bot.teams.models import Team
from bot.tools import belonging, sharing
from bot.tools.models import Role
from bot.tools.roles import blocks, work


class NoName(AmpError):
    """Give this kind of work a name."""

    field = "name"


def register(app: AsyncApp) -> None:
    app.action("roles:open")(open_it)
    app.action("roles:add")(add)
    app.action("roles:share")(share)
    app.action(re.compile(r"^roles:edit:"))(edit)
    app.action(re.compile(r"^roles:remove:"))(remove)
    app.view("roles:save")(save)


async def roles(
    command: Command, client: AsyncWebClient, database: Database, content: Content
) -> None:
    """`/amp roles`: the map of a team's work."""
    async with database.begin() as session:
        team = await access.meant(session, Request(command.actor, command.channel_id, ""))
        view = await _overview(session, content, team, command.actor)
    await client.views_open(trigger_id=command.trigger_id, view=view)


@listener
async def open_it(
    click: Click, client: AsyncWebClient, database: Database, content: Content
) -> None:
    """A button that leads to the map."""
    async with database.begin() as session:
        team = await belonging.clicked(session, click)
        view = await _overview(session, content, team, click.actor)
    await windows.show(client, click, view)


@listener
async def add(click: Click, client: AsyncWebClient, database: Database, content: Content) -> None:
    """The button «Add a kind of work»."""
    async with database.begin() as session:
        team = await access.led_with_id(session, click.actor, int(click.value))
    await windows.show(client, click, blocks.form(content, team))


@listener
async def edit(click: Click, client: AsyncWebClient, database: Database, content: Content) -> None:
    """The button «Edit»."""
    async with database.begin() as session:
        role = await work.find(session, int(click.value))
        team = await access.led_with_id(session, click.actor, role.team_id)
    await windows.show(client, click, blocks.form(content, team, role))


@listener
async def save(submission: Submission, ack: Ack, database: Database, content: Content) -> None:
    """The form's button: the map shows what came of it."""
    note, values = submission.view.metadata, submission.view.values
    name = (values["name"] or "").strip()
    if not name:
        raise NoName
    answers = {q.id: values[q.id] == blocks.YES for q in content.roles if q.id in values}
    async with database.begin() as session:
        team = await access.led_with_id(session, submission.actor, note["team"])
        if note["role"] is None:
            await work.add(session, team, name, answers)
        else:
            await work.change(session, await _of_team(session, team, note["role"]), name, answers)
        view = await _overview(session, content, team, submission.actor)
    await ack(response_action="update", view=view)


@listener
async def remove(
    click: Click, client: AsyncWebClient, database: Database, content: Content
) -> None:
    """The button «Remove»."""
    async with database.begin() as session:
        role = await work.find(session, int(click.value))
        team = await access.led_with_id(session, click.actor, role.team_id)
        await work.remove(session, role)
        view = await _overview(session, content, team, click.actor)
    await windows.show(client, click, view)


@listener
async def share(click: Click, client: AsyncWebClient, database: Database, content: Content) -> None:
    """The button «Share in the channel»."""
    async with database.begin() as session:
        team = await access.led_with_id(session, click.actor, int(click.value))
        found: Sequence[Role] = await work.of_team(session, team)
        drafts = blocks.shared(content, team, found, click.actor.user_id)
        await sharing.post(session, team, f"roles:{team.id}", drafts, at=clock.now())
    await windows.show(client, click, sharing.on_its_way(team))


async def _overview(session: AsyncSession, content: Content, team: Team, actor: Actor) -> View:
    found = await work.of_team(session, team)
    leads = await access.leads(session, team, actor)
    return blocks.overview(content, team, found, leads=leads)


async def _of_team(session: AsyncSession, team: Team, role_id: int) -> Role:
    role = await work.find(session, role_id)
    if role.team_id != team.id:
        raise work.Gone
    return role


COMMANDS = {"roles": roles}
