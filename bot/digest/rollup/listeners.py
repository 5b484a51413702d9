"""`/amp rollup`: in which channel the company reads its month, or that it does not.

Any lead says so, or only admins, as the workspace has decided.
"""

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot import clock
from bot.db import Database
from bot.digest.rollup import blocks, schedule, subscriptions
from bot.errors import told_under
from bot.slack.listening import Reply, listener
from bot.slack.requests import Request
from bot.teams import channels, directory, telling
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.view("rollup:save")(save)
    app.action("rollup:off")(turn_off)


@listener
async def open_form(
    request: Request,
    say: Words,
    reply: Reply,
    reader: AsyncWebClient,
    database: Database,
) -> None:
    """`/amp rollup`: the form, for whoever leads a team, or for admins where they decide it."""
    actor = request.actor
    human = await directory.who(reader, database, actor)
    async with database.read() as session:
        await subscriptions.check(session, actor, human)
        rollup = await subscriptions.of_workspace(session, actor.workspace_id)
    await reply.show(blocks.form(say, rollup))


@listener(writes=True)
async def save(
    request: Request,
    say: Words,
    reply: Reply,
    reader: AsyncWebClient,
    database: Database,
) -> None:
    """The form's button, for the same: the channel is kept, and every other lead is told.

    The teams' channels are told by a job, as whenever a team comes to stand in it.
    """
    channel_id, at = request.values["channel"], clock.now()
    with told_under("channel"):
        await channels.look(reader, channel_id)
    human = await directory.who(reader, database, request.actor)
    async with database.begin() as session:
        who = await subscriptions.check(session, request.actor, human)
        rollup = await subscriptions.turn_on(session, request.actor, human, channel_id, at=at)
        await telling.people(
            session,
            say,
            await subscriptions.other_leads(session, request.actor),
            f"rollup:on:{channel_id}:{at:%Y%m%d%H%M%S}",
            lambda say: blocks.announced(say, request.actor.user_id, channel_id, who),
            at=at,
        )
    await reply.show(blocks.turned_on(say, channel_id, schedule.first(rollup.zone, at)))


@listener(writes=True)
async def turn_off(
    request: Request,
    say: Words,
    reply: Reply,
    reader: AsyncWebClient,
    database: Database,
) -> None:
    """«Turn off», for the same; nobody is told."""
    human = await directory.who(reader, database, request.actor)
    async with database.begin() as session:
        await subscriptions.check(session, request.actor, human)
        await subscriptions.turn_off(session, request.actor)
    await reply.show(blocks.turned_off(say))


COMMANDS = {"rollup": open_form}
