"""`/amp away`, `/amp back` and their buttons."""

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.pulse import calling_off, rounds
from bot.pulse.absence import blocks
from bot.pulse.models import AnyRound
from bot.slack.clients import Clients
from bot.slack.listening import Reply, listener
from bot.slack.requests import Request
from bot.teams import absences, dates, directory, plans, roster
from bot.teams.models import NEVER
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.action("absence:away")(away)
    app.action("absence:back")(back)
    app.action("absence:heed")(heed)
    app.action("absence:unheed")(unheed)


@listener(writes=True)
async def away(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """`/amp away [2 weeks | until 6 January]`, and the button: asked no more until then."""
    person, at = await roster.known(session, request.actor), clock.now()
    today = absences.today(person, at)
    until = dates.until(say, request.text, today=today) if request.text else NEVER
    absences.leave(person, until)
    await calling_off.while_away(session, person)
    await reply(blocks.told(say, person), blocks.away(say, person))


@listener(writes=True)
async def back(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """`/amp back` and its button: asked again from the next round on."""
    person, at = await roster.known(session, request.actor), clock.now()
    absences.come_back(person)
    waiting = await rounds.open_for_person(session, request.actor, AnyRound, at=at)
    turns = await plans.planned(session, person, at=at)
    draft = blocks.back(say, waiting, turns)
    await reply(draft.text, list(draft.blocks))


@listener(writes=True)
async def heed(
    request: Request,
    say: Words,
    reply: Reply,
    client: AsyncWebClient,
    database: Database,
    clients: Clients,
) -> None:
    """The button «Go by my Slack status too»: as it is now, and from now on."""
    actor, at = request.actor, clock.now()
    reader = clients.reader(client.token)
    human = await directory.who(reader, database, actor.workspace_id, actor.user_id)
    async with database.begin() as session:
        person = await roster.known(session, actor)
        absences.allow_status(person, human.status if human else None, at)
        await calling_off.while_away(session, person)
    await reply(blocks.heeding(say, person, at=at))


@listener(writes=True)
async def unheed(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """«Don't go by my Slack status»: from now on only what they say themselves counts."""
    absences.ignore_status(await roster.known(session, request.actor))
    await reply(say("absence-unheeded"))


COMMANDS = {"away": away, "back": back}
