"""What people do with the audit: answer for themselves, ask the team, look at both."""

import re

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.framework.content import Content
from bot.pulse import rounds
from bot.pulse.kinds import HOLDS
from bot.slack import windows
from bot.slack.block_kit import View
from bot.slack.listening import Ack, listener
from bot.slack.requests import Actor, Click, Command, Submission
from bot.teams import access, roster
from bot.teams.models import Team
from bot.tools import belonging, notes
from bot.tools.audit import asking, blocks, pictures
from bot.tools.audit.blocks import Standing
from bot.tools.notes import Tool
from bot.vault import Vault


def register(app: AsyncApp) -> None:
    app.action(re.compile(r"^audit:open"))(open_it)
    app.action("audit:begin")(begin)
    app.action("audit:ask")(ask)
    app.view("audit:page")(answer)


async def audit(
    command: Command, client: AsyncWebClient, database: Database, vault: Vault, content: Content
) -> None:
    """`/amp audit`: what steers the team, as somebody sees it and as the team does."""
    async with database.begin() as session:
        team = await belonging.team_if_any(session, command.actor, command.channel_id)
        view = await _overview(session, vault, content, command.actor, team)
    await client.views_open(trigger_id=command.trigger_id, view=view)


@listener
async def open_it(
    click: Click, client: AsyncWebClient, database: Database, vault: Vault, content: Content
) -> None:
    """A button that leads to the audit."""
    async with database.begin() as session:
        team = await belonging.clicked_if_any(session, click)
        view = await _overview(session, vault, content, click.actor, team)
    await windows.show(client, click, view)


@listener
async def begin(
    click: Click, client: AsyncWebClient, database: Database, vault: Vault, content: Content
) -> None:
    """The button «Do the audit»: the first page, with what was answered before."""
    async with database.begin() as session:
        team = await belonging.clicked_if_any(session, click)
        given = await notes.of(session, vault, click.actor, Tool.AUDIT, team=team)
    view = blocks.page(content, 2, given, team_id=team.id if team else None)
    await windows.show(client, click, view)


@listener
async def answer(
    submission: Submission, ack: Ack, database: Database, vault: Vault, content: Content
) -> None:
    """A page's button: it is saved at once, and the next page or the picture follows."""
    team_id, system = submission.view.metadata["team"], submission.view.metadata["system"]
    entered = submission.view.values
    async with database.begin() as session:
        actor = submission.actor
        team = await belonging.noted(session, actor, team_id)
        person = await roster.known(session, actor)
        kept = await notes.read(session, vault, person, Tool.AUDIT, team=team)
        given = {id_: value for id_, value in kept.items() if id_ not in entered}
        given |= {id_: int(v) for id_, v in entered.items() if v and int(v) in HOLDS}
        await notes.keep(session, vault, person, Tool.AUDIT, given, team=team, at=clock.now())
        if system == 2:
            view = blocks.page(content, 3, given, team_id=team_id)
        else:
            view = await _overview(session, vault, content, actor, team)
    await ack(response_action="update", view=view)


@listener
async def ask(
    click: Click, client: AsyncWebClient, database: Database, vault: Vault, content: Content
) -> None:
    """The button «Ask the team», for leads."""
    async with database.begin() as session:
        team = await access.led_with_id(session, click.actor, int(click.value))
        await asking.wish(session, team, at=clock.now())
        view = await _overview(session, vault, content, click.actor, team)
    await windows.show(client, click, view)


async def _overview(
    session: AsyncSession, vault: Vault, content: Content, actor: Actor, team: Team | None
) -> View:
    given = await notes.of(session, vault, actor, Tool.AUDIT, team=team)
    mine = pictures.of_one(content.signs, given)
    if team is None:
        return blocks.overview(content, Standing(mine))
    standing = Standing(
        mine,
        team,
        open_round=await rounds.current_audit(session, team),
        is_wished=await asking.is_wished(session, team),
        reading=await asking.newest(session, team),
        leads=await access.leads(session, team, actor),
    )
    return blocks.overview(content, standing)


COMMANDS = {"audit": audit}
