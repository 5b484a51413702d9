"""«In an hour», «Tomorrow morning», «Not this time», and `/amp pulse when`."""

import re

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.pulse import ballots, spacing
from bot.pulse.own_time import blocks, snoozing
from bot.pulse.own_time.snoozing import Snooze
from bot.slack.listening import Reply, listener
from bot.slack.requests import Request, number, one_of
from bot.teams import plans, roster
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.action(re.compile(r"^pulse:later:"))(put_off)
    app.view("pulse:when")(save)


@listener(writes=True)
async def put_off(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """One of the buttons on an invitation; what is said back is for this person only."""
    later, at = one_of(Snooze, request.action_id.split(":")[2]), clock.now()
    round_ = await ballots.open_round(session, request.number, at)
    person = await ballots.invited(session, round_, request.actor)
    moment = await snoozing.put_off(session, round_, person, later, at=at)
    await reply(blocks.put_off(say, moment))


@listener(writes=True)
async def when(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """`/amp pulse when`: the form for a day and an hour of one's own."""
    await reply.show(blocks.form(say, await roster.known(session, request.actor)))


@listener(writes=True)
async def save(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The form's button: it holds from the next round on, in every team."""
    person = await roster.known(session, request.actor)
    person.own_weekday = _number(request.values["day"])
    person.own_hour = _number(request.values["hour"])
    person.wants_reminders = "once" in (request.values["reminds"] or [])
    turns = await plans.planned(session, person, spacing.spaced, at=clock.now())
    await reply.show(blocks.saved(say, turns))


def _number(chosen: str) -> int | None:
    return None if chosen == blocks.TEAMS else number(chosen)


COMMANDS = {"pulse when": when}
