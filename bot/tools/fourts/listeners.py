"""What people do with the four Ts: rate them, note next steps, look for ideas."""

import re
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.framework.content import Content, UnknownTopic
from bot.slack import windows
from bot.slack.listening import Ack, listener
from bot.slack.requests import Actor, Click, Command, Submission
from bot.teams import roster
from bot.teams.models import Team
from bot.tools import belonging, notes
from bot.tools.fourts import blocks
from bot.tools.fourts.say import Say
from bot.tools.notes import Tool
from bot.vault import Vault


def register(app: AsyncApp) -> None:
    app.action("fourts:open")(open_it)
    app.action("fourts:begin")(begin)
    app.action(re.compile(r"^fourts:ideas:"))(ideas)
    app.view("fourts:save")(save)


async def four_ts(
    command: Command, client: AsyncWebClient, database: Database, vault: Vault, content: Content
) -> None:
    """`/amp four ts`: how much say there is, and where to begin."""
    async with database.begin() as session:
        team = await belonging.team_if_any(session, command.actor, command.channel_id)
        say = await _kept(session, vault, command.actor, team)
    view = blocks.overview(content, team, say)
    await client.views_open(trigger_id=command.trigger_id, view=view)


@listener
async def open_it(
    click: Click, client: AsyncWebClient, database: Database, vault: Vault, content: Content
) -> None:
    """A button that leads to the four Ts."""
    async with database.begin() as session:
        team = await belonging.clicked_if_any(session, click)
        say = await _kept(session, vault, click.actor, team)
    await windows.show(client, click, blocks.overview(content, team, say))


@listener
async def begin(
    click: Click, client: AsyncWebClient, database: Database, vault: Vault, content: Content
) -> None:
    """The button «Begin»: the form, with what was said before."""
    async with database.begin() as session:
        team = await belonging.clicked_if_any(session, click)
        say = await _kept(session, vault, click.actor, team)
    await windows.show(client, click, blocks.form(content, team, say))


@listener
async def ideas(click: Click, client: AsyncWebClient, content: Content) -> None:
    """The button with the ideas for one T; they lie over the view, which stays as it was."""
    if click.value not in content.facets:
        raise UnknownTopic
    view = blocks.catalogue(content, content.facets[click.value])
    await windows.put_on_top(client, click, view)


@listener
async def save(
    submission: Submission, ack: Ack, database: Database, vault: Vault, content: Content
) -> None:
    """The form's button: it is kept for this person and team."""
    say, team_id = _said(submission.view.values), submission.view.metadata["team"]
    async with database.begin() as session:
        actor = submission.actor
        team = await belonging.noted(session, actor, team_id)
        person = await roster.known(session, actor)
        kept, at = say.as_json(), clock.now()
        await notes.keep(session, vault, person, Tool.FOUR_TS, kept, team=team, at=at)
    await ack(response_action="update", view=blocks.overview(content, team, say))


def _said(values: dict[str, Any]) -> Say:
    """What was entered, by facet; what was left empty is left out."""
    entered = [(*name.split("-", 1), value) for name, value in values.items() if value]
    return Say(
        ratings={facet: int(value) for kind, facet, value in _pairs(entered) if kind == "say"},
        steps={facet: value.strip() for kind, facet, value in _pairs(entered) if kind == "step"},
        easiest=values["easiest"],
    )


def _pairs(entered: list[Any]) -> list[tuple[str, str, str]]:
    return [entry for entry in entered if len(entry) == 3]


async def _kept(session: AsyncSession, vault: Vault, actor: Actor, team: Team | None) -> Say:
    return Say.read(await notes.of(session, vault, actor, Tool.FOUR_TS, team=team))


COMMANDS = {"four ts": four_ts}
