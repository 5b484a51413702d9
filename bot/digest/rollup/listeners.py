"""`/amp rollup`: a lead says in which channel the company reads its month, or that it does not."""

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database, upsert
from bot.digest.models import RollUp
from bot.digest.rollup import blocks, months, wishing
from bot.digest.rollup.months import Month
from bot.errors import AmpError, NotALead
from bot.slack import outbox, undelivered, windows
from bot.slack.clients import Clients
from bot.slack.listening import Ack, Reply, listener
from bot.slack.outbox import Target
from bot.slack.requests import Actor, Click, Command, Submission
from bot.teams import channels, roster


class NoRollUp(AmpError):
    """The monthly roll-up has been turned off. `/amp rollup` turns it on."""


def register(app: AsyncApp) -> None:
    app.view("rollup:save")(save)
    app.action("rollup:off")(turn_off)
    app.action("rollup:again")(post_again)


async def open_form(command: Command, client: AsyncWebClient, database: Database) -> None:
    """`/amp rollup`: the form, for whoever leads a team."""
    async with database.read() as session:
        await _is_a_lead(session, command.actor)
        wish = await session.get(RollUp, command.actor.workspace_id)
    await client.views_open(trigger_id=command.trigger_id, view=blocks.form(wish))


@listener
async def save(
    submission: Submission, ack: Ack, client: AsyncWebClient, clients: Clients, database: Database
) -> None:
    """The form's button: the channel is kept, and every lead is told."""
    channel_id = submission.view.values["channel"]
    await _look(clients.reader(client.token), channel_id)
    async with database.begin() as session:
        await _is_a_lead(session, submission.actor)
        month = await _turn_on(session, submission.actor, channel_id)
    await ack(response_action="update", view=blocks.turned_on(channel_id, month))


async def _look(reader: AsyncWebClient, channel_id: str) -> None:
    try:
        await channels.look(reader, channel_id)
    except AmpError as told:
        raise AmpError(str(told), field="channel") from None


async def _turn_on(session: AsyncSession, actor: Actor, channel_id: str) -> Month:
    """Keep the wish; answers the month that is told first."""
    at = clock.now()
    person = await roster.known(session, actor)
    row = {
        "workspace_id": actor.workspace_id, "channel_id": channel_id, "zone": person.zone,
        "set_by": actor.user_id, "set_at": at,
    }  # fmt: skip
    await upsert(session, RollUp, row)
    draft = blocks.announced(actor.user_id, channel_id)
    targets = [
        Target(f"rollup:on:{channel_id}:{at:%Y%m%d%H%M%S}:{id_}", actor.workspace_id, user_id, at)
        for id_, user_id in await wishing.leads(session, actor.workspace_id)
        if user_id != actor.user_id
    ]
    await outbox.post(session, draft, targets)
    return months.first(person.zone, at)


@listener
async def turn_off(click: Click, client: AsyncWebClient, database: Database) -> None:
    """«Turn off», for whoever leads a team."""
    async with database.begin() as session:
        await _is_a_lead(session, click.actor)
        wish = await session.get(RollUp, click.actor.workspace_id)
        if wish is not None:
            await session.delete(wish)
    await windows.show(client, click, blocks.turned_off())


@listener
async def post_again(click: Click, reply: Reply, database: Database) -> None:
    """«Post it again», for a lead: a month's roll-up, to the channel that it has by now."""
    key = months.key(click.actor.workspace_id, click.value)
    async with database.begin() as session:
        await _is_a_lead(session, click.actor)
        wish = await session.get(RollUp, click.actor.workspace_id)
        if wish is None:
            raise NoRollUp
        again = await outbox.send_again(session, key, wish.channel_id, at=clock.now())
    await reply(undelivered.pressed(wish.channel_id, under_way=again), replace=True)


async def _is_a_lead(session: AsyncSession, actor: Actor) -> None:
    if not await roster.of_person(session, actor, led=True):
        raise NotALead


COMMANDS = {"rollup": open_form}
