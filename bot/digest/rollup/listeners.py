"""`/amp rollup`: a lead says in which channel the company reads its month, or that it does not."""

from datetime import datetime

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.digest.rollup import blocks, posting, schedule, subscriptions
from bot.errors import AmpError
from bot.slack.clients import Clients
from bot.slack.listening import Reply, listener
from bot.slack.requests import Actor, Request
from bot.teams import channels, telling
from bot.teams.undelivered.kinds import Kinds
from bot.teams.undelivered.listeners import post_key_again
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.view("rollup:save")(save)
    app.action("rollup:off")(turn_off)
    app.action("rollup:again")(post_again)


@listener
async def open_form(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """`/amp rollup`: the form, for whoever leads a team."""
    rollup = await subscriptions.of_lead(session, request.actor)
    await reply.show(blocks.form(say, rollup))


@listener(writes=True)
async def save(
    request: Request,
    say: Words,
    reply: Reply,
    client: AsyncWebClient,
    clients: Clients,
    database: Database,
) -> None:
    """The form's button: the channel is kept; every other lead and the teams' channels are told."""
    channel_id, at = request.values["channel"], clock.now()
    await _check(clients.reader(client.token), channel_id)
    async with database.begin() as session:
        before = await subscriptions.of_lead(session, request.actor)
        moves = before is None or before.channel_id != channel_id
        rollup = await subscriptions.turn_on(session, request.actor, channel_id, at=at)
        if moves:
            await _tell_teams(session, say, request.actor, channel_id, at)
        await telling.people(
            session,
            say,
            await subscriptions.other_leads(session, request.actor),
            f"rollup:on:{channel_id}:{at:%Y%m%d%H%M%S}",
            lambda say: blocks.announced(say, request.actor.user_id, channel_id),
            at=at,
        )
    await reply.show(blocks.turned_on(say, channel_id, schedule.first(rollup.zone, at)))


async def _tell_teams(
    session: AsyncSession, say: Words, actor: Actor, channel_id: str, at: datetime
) -> None:
    """Every channel of a team that will stand in it reads so."""
    for team in await subscriptions.teams(session, actor.workspace_id):
        draft = blocks.told_to_team(say.locale(team.language), actor.user_id, channel_id)
        key = f"told:rollup:{team.id}:{int(at.timestamp() * 1000)}"
        await telling.channel(
            session, team, key, [draft], at=at, in_digest_channel=True, at_once=True
        )


async def _check(reader: AsyncWebClient, channel_id: str) -> None:
    """What is wrong with the channel is told under its field."""
    try:
        await channels.look(reader, channel_id)
    except AmpError as error:
        error.about = "channel"
        raise


@listener(writes=True)
async def turn_off(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """«Turn off», for whoever leads a team."""
    await subscriptions.turn_off(session, request.actor)
    await reply.show(blocks.turned_off(say))


@listener(writes=True)
async def post_again(
    request: Request, session: AsyncSession, say: Words, reply: Reply, undeliverable: Kinds
) -> None:
    """«Post it again» in a message of an older version, which carries the month."""
    key = posting.key(request.actor.workspace_id, request.value)
    await post_key_again(session, say, reply, undeliverable, request, key)


COMMANDS = {"rollup": open_form}
