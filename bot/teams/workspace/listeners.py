"""An admin looks at what holds in a workspace, and changes it."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.db import Database
from bot.errors import AmpError
from bot.slack.clients import Clients
from bot.slack.listening import Reply, listener
from bot.slack.requests import Actor, Request
from bot.teams import channels, starting
from bot.teams.starting import Choice, Starters
from bot.teams.workspace import blocks
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.view("workspace:save")(save)


@listener
async def show(
    request: Request,
    say: Words,
    reply: Reply,
    client: AsyncWebClient,
    database: Database,
    clients: Clients,
) -> None:
    """`/amp workspace`: who may start a team, for whoever may say so."""
    await _check(clients.reader(client.token), database, request.actor)
    async with database.read() as session:
        choice = await starting.chosen(session, request.actor.workspace_id)
    await reply.show(blocks.form(say, choice))


@listener(writes=True)
async def save(
    request: Request,
    say: Words,
    reply: Reply,
    client: AsyncWebClient,
    database: Database,
    clients: Clients,
) -> None:
    """The form's button: it holds at once, for teams that are still to come."""
    reader, workspace_id = clients.reader(client.token), request.actor.workspace_id
    await _check(reader, database, request.actor)
    await _check_people(reader, database, workspace_id, _choice(request.values))
    async with database.begin() as session:
        now = blocks.form(say, await starting.chosen(session, workspace_id))
        choice = _choice(request.merged(now["blocks"]))
        await starting.decide(session, workspace_id, choice)
    await reply.show(blocks.saved(say, choice))


def _choice(values: Mapping[str, Any]) -> Choice:
    return Choice(Starters(values["who"]), values["chosen"] or ())


async def _check(reader: AsyncWebClient, database: Database, actor: Actor) -> None:
    human = await channels.who(reader, database, actor.workspace_id, actor.user_id)
    starting.check_admin(human)


async def _check_people(
    reader: AsyncWebClient, database: Database, workspace_id: str, choice: Choice
) -> None:
    """A bot, or somebody from elsewhere, is told under the field."""
    try:
        await channels.check_leads(reader, database, workspace_id, choice.chosen)
    except AmpError as told:
        told.about = "chosen"
        raise
