"""`/amp question`: everybody reads what their team asks besides; a lead adds it, and ends it."""

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.pulse import early
from bot.pulse.custom import blocks, statements, wording
from bot.pulse.custom.models import CustomStatement
from bot.slack.clients import Clients
from bot.slack.listening import Reply, listener
from bot.slack.requests import Request, number
from bot.teams import access, channels, roster, telling
from bot.teams.access import Right
from bot.teams.models import Person
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.view("custom:add")(add)
    app.action("custom:end")(end)


@listener
async def show(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """`/amp question`: what the team asks besides; where that is nothing, a lead gets the form."""
    team = await access.allowed(session, request, Right.SEE)
    one, members = await statements.current(session, team), await roster.read(session, team)
    for_lead = members.is_led_by(request.actor)
    if one is None and for_lead:
        early.check_size(members)
        await reply.show(blocks.form(say, team))
        return
    card = blocks.card(say, team, one, await _by(session, one), for_lead=for_lead)
    await reply(say("custom-text", team=team.name), card)


async def _by(session: AsyncSession, one: CustomStatement | None) -> str | None:
    """Who added it, as Slack's user id; None once that is forgotten."""
    person = await session.get(Person, one.person_id) if one and one.person_id else None
    return person.user_id if person else None


@listener(writes=True)
async def add(
    request: Request,
    say: Words,
    reply: Reply,
    client: AsyncWebClient,
    database: Database,
    clients: Clients,
) -> None:
    """The form's button: it is asked from the next round on, and the channel hears of it."""
    at, actor = clock.now(), request.actor
    async with database.read() as session:
        team = await access.allowed(session, request, Right.CHANGE)
        members = await roster.read(session, team)
    early.check_size(members)
    people = [person.user_id for person in members.here]
    reader = clients.reader(client.token)
    names = await channels.names(reader, database, actor.workspace_id, people)
    spoken = say.locale(team.language)
    text = wording.checked(request.values.get("text") or "", spoken, names)
    async with database.begin() as session:
        team = await access.allowed(session, request, Right.CHANGE)
        lead, times = await roster.known(session, actor), number(request.values["rounds"])
        one = await statements.add(session, team, lead, text, times, at=at)
        news = blocks.news_of_adding(team, one, actor)
        await telling.news(session, say, team, news, at=at)
    await reply.show(blocks.added(say, team, one))


@listener(writes=True)
async def end(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button «End it»: asked no more, and told."""
    team, at = await access.allowed(session, request, Right.CHANGE), clock.now()
    one = await statements.end(session, team, at=at)
    news = blocks.news_of_ending(team, one, request.actor)
    await telling.news(session, say, team, news, at=at)
    await reply(say("custom-ended", team=team.name), replace=True)


COMMANDS = {"question": show}
