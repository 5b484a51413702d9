"""What people do with the checklist: look at it, tick it, turn its reminder off."""

import re
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.framework.content import Content
from bot.slack import windows
from bot.slack.block_kit import View
from bot.slack.listening import Reply, listener
from bot.slack.requests import Actor, Click, Command, Request
from bot.teams import access, roster
from bot.teams.models import Team
from bot.tools import belonging
from bot.tools.checklist import blocks, ticks


def register(app: AsyncApp) -> None:
    app.action(re.compile(r"^checklist:open"))(open_it)
    app.action(re.compile(r"^checklist:tick:"))(tick)
    app.action("checklist:quiet")(quieten)
    app.action("checklist:loud")(speak_again)


async def checklist(
    command: Command, client: AsyncWebClient, database: Database, content: Content
) -> None:
    """`/amp checklist`: leads tick it, members see how far their team is."""
    async with database.begin() as session:
        team = await access.meant(session, Request(command.actor, command.channel_id, ""))
        view = await _sheet(session, command.actor, team, content)
    await client.views_open(trigger_id=command.trigger_id, view=view)


@listener
async def open_it(
    click: Click, client: AsyncWebClient, database: Database, content: Content
) -> None:
    """A button that leads to the checklist of a team, or of the one that is meant."""
    async with database.begin() as session:
        team = await belonging.clicked(session, click)
        view = await _sheet(session, click.actor, team, content)
    await windows.show(client, click, view)


@listener
async def tick(
    click: Click, body: dict[str, Any], client: AsyncWebClient, database: Database, content: Content
) -> None:
    """A box: it is saved as it is left, so that pressing it twice at once does no harm."""
    team_id, todo_id = click.action_id.split(":")[2:]
    done = bool(body["actions"][0]["selected_options"])
    async with database.begin() as session:
        team = await access.led_with_id(session, click.actor, int(team_id))
        person = await roster.known(session, click.actor)
        await ticks.mark(session, team, todo_id, person, done=done, at=clock.now())
        view = await _sheet(session, click.actor, team, content)
    await windows.show(client, click, view)


@listener
async def quieten(click: Click, reply: Reply, database: Database) -> None:
    """The button «No more of these» in a nudge."""
    async with database.begin() as session:
        team = await access.led_with_id(session, click.actor, int(click.value))
        await ticks.quieten(session, team, quiet=True, at=clock.now())
    await reply(blocks.QUIET)


@listener
async def speak_again(
    click: Click, client: AsyncWebClient, database: Database, content: Content
) -> None:
    """The button that turns the nudge on again."""
    async with database.begin() as session:
        team = await access.led_with_id(session, click.actor, int(click.value))
        await ticks.quieten(session, team, quiet=False, at=clock.now())
        view = await _sheet(session, click.actor, team, content)
    await windows.show(client, click, view)


async def _sheet(session: AsyncSession, actor: Actor, team: Team, content: Content) -> View:
    """The checklist as *actor* may see it."""
    progress = await ticks.progress(session, team, content)
    if not await access.leads(session, team, actor):
        return blocks.for_members(content, team, progress)
    sheet = await ticks.begin(session, team, at=clock.now())
    return blocks.for_leads(content, team, progress, quiet=sheet.is_quiet)


COMMANDS = {"checklist": checklist}
