"""`/amp away`, `/amp back` and their buttons."""

import re
from datetime import date, datetime

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.pulse import calling_off, rounds, spacing
from bot.pulse.absence import blocks
from bot.pulse.models import AnyRound
from bot.slack.listening import Reply, listener
from bot.slack.outbox import Draft
from bot.slack.requests import Actor, Request, one_day
from bot.teams import absences, calendar, directory, plans, roster, times_away
from bot.teams.absences import Planned
from bot.teams.models import Person
from bot.teams.times_away import Time
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.action("absence:away")(away)
    app.action("absence:back")(back)
    app.action(re.compile(r"^absence:stay:"))(stay)
    app.action("absence:heed")(heed)
    app.action("absence:unheed")(unheed)


@listener(writes=True)
async def away(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """`/amp away [2 weeks | until 6 January | next week]`, and the button: not asked meanwhile."""
    person, at = await roster.known(session, request.actor), clock.now()
    time = _time(say, person, request.text, absences.today(person, at))
    if absences.plan(person, time, at):
        await calling_off.while_away(session, person)
        await reply(blocks.told(say, person), blocks.away(say, person))
    else:
        await reply.draft(blocks.planned(say, person))


def _time(say: Words, person: Person, text: str, today: date) -> Time:
    if not text:
        return Time(today)
    week_begins = calendar.of_zone(person.zone).week_begins
    return times_away.read(say, text, today=today, week_begins=week_begins)


@listener(writes=True)
async def back(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """`/amp back` and its button: asked again from the next round on.

    Whoever is here, and will be away, will not be.
    """
    person, at = await roster.known(session, request.actor), clock.now()
    undone = absences.end(person, at)
    await reply.draft(await _back(session, say, person, undone, at))


async def _back(
    session: AsyncSession, say: Words, person: Person, undone: list[Planned] | None, at: datetime
) -> Draft:
    """What who is back reads, or who stays here although they had planned otherwise."""
    if undone is not None:
        return blocks.stays(say, person, undone, at)
    actor = Actor(person.workspace_id, person.user_id)
    waiting = await rounds.open_for_person(session, actor, AnyRound, at=at)
    turns = await plans.planned(session, person, spacing.spaced, at=at)
    return blocks.back(say, person, waiting, turns)


@listener(writes=True)
async def stay(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """«I'm staying»: what was planned from a day on is taken back, also if it has begun by now.

    A button of an absence that is over ends no other one.
    """
    person, at = await roster.known(session, request.actor), clock.now()
    first, back = (one_day(day) for day in request.value.partition("/")[::2])
    undone = absences.stay(person, first, back, at)
    await reply.draft(await _back(session, say, person, undone, at))


@listener(writes=True)
async def heed(
    request: Request,
    say: Words,
    reply: Reply,
    reader: AsyncWebClient,
    database: Database,
) -> None:
    """The button «Go by my Slack status too»: as it is now, and from now on."""
    actor, at = request.actor, clock.now()
    human = await directory.who(reader, database, actor)
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
