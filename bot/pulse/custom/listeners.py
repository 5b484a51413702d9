"""`/amp question`: everybody reads what their team asks besides; a lead adds it, and ends it."""

from dataclasses import replace

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.framework.content import Content
from bot.pulse import early, rounds
from bot.pulse.custom import blocks, statements, wording
from bot.pulse.custom.models import CustomStatement
from bot.slack.listening import Reply, listener
from bot.slack.outbox import Draft
from bot.slack.requests import Request, number, parts
from bot.teams import access, directory, roster, telling
from bot.teams.access import Right
from bot.teams.models import Person, Team
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.action("custom:new")(show_form)
    app.action("custom:end")(end)
    app.view("custom:add")(add)


@listener
async def show(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """`/amp question`: what the team asks besides; where that is nothing, a lead gets the form."""
    team = await access.allowed(session, request, Right.SEE)
    members, open_ = await roster.read(session, team), await rounds.current(session, team)
    own = open_.custom_item if open_ else None
    asked = await statements.asked(session, team, own.id if own else None)
    for_lead = members.is_led_by(request.actor)
    if not asked and for_lead:
        early.check_size(members)
        await reply.show(blocks.form(say, team))
        return
    shown = [(one, await _by(session, one)) for one in asked]
    await reply(
        say("custom-text", team=team.name), blocks.card(say, team, shown, for_lead=for_lead)
    )


async def _by(session: AsyncSession, one: CustomStatement) -> str | None:
    """Who added it, as Slack's user id; None once that is forgotten."""
    person = await session.get(Person, one.person_id) if one.person_id else None
    return person.user_id if person else None


@listener
async def show_form(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button below a question that only the open round still asks: the form for another."""
    team = await access.allowed(session, request, Right.CHANGE)
    early.check_size(await roster.read(session, team))
    await reply.push(blocks.form(say, team))


@listener(writes=True)
async def add(
    request: Request,
    say: Words,
    content: Content,
    reply: Reply,
    reader: AsyncWebClient,
    database: Database,
) -> None:
    """The form's button: it is asked from the next round on, and the channel hears of it."""
    at, actor = clock.now(), request.actor
    async with database.read() as session:
        team = await access.allowed(session, request, Right.CHANGE)
        members = await roster.read(session, team)
    early.check_size(members)
    people = [person.user_id for person in members.here]
    names = await directory.names(reader, database, actor.workspace_id, people)
    spoken, asks = say.locale(team.language), content.locale(team.language)
    text = wording.checked(request.values.get("text") or "", spoken, asks, names)
    async with database.begin() as session:
        team = await access.allowed(session, request, Right.CHANGE)
        lead, times = await roster.known(session, actor), number(request.values["rounds"])
        one = await statements.add(session, team, lead, text, times, at=at)
        await _tell(session, team, one, "added", blocks.news_of_adding(spoken, team, one, actor))
    await reply.show(blocks.added(say, team, one))


@listener(writes=True)
async def end(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button «Ask it no more» of one question: told, and over from the next round on."""
    team_id, id_ = parts(request.value, 2)
    about = replace(request, team=number(team_id))
    team = await access.allowed(session, about, Right.CHANGE)
    one = await statements.end(session, team, number(id_), at=clock.now())
    news = blocks.news_of_ending(say.locale(team.language), team, one, request.actor)
    await _tell(session, team, one, "ended", news)
    await reply(say("custom-ended", team=team.name), replace=True)


async def _tell(
    session: AsyncSession, team: Team, one: CustomStatement, what: str, news: Draft
) -> None:
    """Once, however often the form or the button is sent."""
    at = one.ended_at or one.added_at
    key = f"custom:{one.id}:{what}:{at:%Y%m%d%H%M%S%f}"
    await telling.channels(session, team, key, news, telling.everywhere(team), at=at)


COMMANDS = {"question": show}
