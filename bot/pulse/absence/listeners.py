"""`/amp away`, `/amp back` and their buttons."""

import re

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.pulse.absence import blocks
from bot.slack import outbox
from bot.slack.listening import Reply, listener
from bot.slack.requests import Request
from bot.teams import absences, dates, plans, roster
from bot.teams.models import NEVER
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.action("absence:away")(away)
    app.action("absence:back")(back)
    app.action(re.compile(r"^absence:(un)?heed$"))(heed)


@listener(writes=True)
async def away(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """`/amp away [2 weeks | until 6 January]`, and the button: asked no more until then."""
    person, at = await roster.known(session, request.actor), clock.now()
    today = absences.today(person, at)
    until = dates.until(say, request.text, today=today) if request.text else NEVER
    absences.leave(person, until)
    here, recipient = request.actor.workspace_id, request.actor.user_id
    await outbox.withdraw(session, "invitation:", workspace_id=here, recipient=recipient)
    await reply(blocks.told(say, person), blocks.away(say, person))


@listener(writes=True)
async def back(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """`/amp back` and its button: asked again from the next round on."""
    person, at = await roster.known(session, request.actor), clock.now()
    absences.come_back(person)
    await reply(blocks.back(say, await plans.planned(session, person, at=at)))


@listener(writes=True)
async def heed(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """Whether Slack's own status is to be taken for an absence, from now on."""
    person = await roster.known(session, request.actor)
    person.heeds_status = request.value == "heed"
    await reply(blocks.heeding(say, heeds=person.heeds_status))


COMMANDS = {"away": away, "back": back}
