"""An admin looks at what holds in a workspace, and changes it."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.errors import told_under
from bot.slack.listening import Reply, listener
from bot.slack.requests import Actor, Request, number, one_of
from bot.teams import channels, directory, starting
from bot.teams.plans import Spacing
from bot.teams.starting import Choice, Starters
from bot.teams.workspace import blocks, choices, overview
from bot.teams.workspace.choices import Choices, RollUps
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.view("workspace:save")(save)


@listener
async def show(
    request: Request,
    say: Words,
    reply: Reply,
    reader: AsyncWebClient,
    database: Database,
    spacing: Spacing,
) -> None:
    """`/amp workspace`: what holds for all its teams, for whoever may say so."""
    await _check(reader, database, request.actor)
    workspace_id = request.actor.workspace_id
    async with database.read() as session:
        public = await overview.public(session, workspace_id)
    await channels.note_private(database, reader, public)
    async with database.read() as session:
        now = await _now(session, workspace_id)
        found = await overview.of(session, workspace_id, spacing, at=clock.now())
    await reply.show(blocks.form(say, *now, found))


@listener(writes=True)
async def save(
    request: Request,
    say: Words,
    reply: Reply,
    reader: AsyncWebClient,
    database: Database,
    spacing: Spacing,
) -> None:
    """The form's button: it holds at once; what deletes something is asked once more."""
    workspace_id = request.actor.workspace_id
    await _check(reader, database, request.actor)
    with told_under("chosen"):
        chosen = _choice(request.values).chosen
        await directory.check_leads(reader, database, workspace_id, chosen)
    async with database.begin() as session:
        now = await _now(session, workspace_id)
        sure = request.metadata.get("sure")
        values = request.merged(blocks.fields(say, *now))
        choice, decided = _choice(values), _choices(values)
        if decided.shortens(now[1]) and sure != decided.keep_digests:
            found = await overview.of(session, workspace_id, spacing, at=clock.now())
            sure, entered = decided.keep_digests, request.entered
            await reply.show(blocks.form(say, choice, decided, found, sure=sure, entered=entered))
            return
        await starting.decide(session, workspace_id, choice)
        await choices.decide(session, workspace_id, decided)
    await reply.show(blocks.saved(say, choice, decided))


async def _now(session: AsyncSession, workspace_id: str) -> tuple[Choice, Choices]:
    """What holds."""
    chosen = await starting.chosen(session, workspace_id)
    return chosen, await choices.read(session, workspace_id)


def _choice(values: Mapping[str, Any]) -> Choice:
    return Choice(Starters(values["who"]), values["chosen"] or ())


def _choices(values: Mapping[str, Any]) -> Choices:
    kept = values["kept"]
    return Choices(
        asks_pay=bool(values[blocks.PAY]),
        rollups=one_of(RollUps, values["rollups"]),
        keep_digests=None if kept == blocks.ALWAYS else number(kept),
    )


async def _check(reader: AsyncWebClient, database: Database, actor: Actor) -> None:
    human = await directory.who(reader, database, actor)
    starting.check_admin(human)
