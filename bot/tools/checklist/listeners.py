"""What people do with the checklist: look at it, tick it, turn its reminder off."""

import re

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.framework.content import Content
from bot.slack.block_kit import View
from bot.slack.listening import Reply, listener
from bot.slack.requests import Actor, Request
from bot.teams import access, roster
from bot.teams.models import Team
from bot.tools.checklist import blocks, ticks
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.action(re.compile(r"^checklist:open"))(open_checklist)
    app.action(re.compile(r"^checklist:tick:"))(tick)
    app.action("checklist:quiet")(quieten)
    app.action("checklist:loud")(speak_again)


@listener(writes=True)
async def open_checklist(
    request: Request, session: AsyncSession, say: Words, content: Content, reply: Reply
) -> None:
    """`/amp checklist` and its buttons: leads tick it, members see how far their team is.

    It writes, as a lead's first look begins the month without a move.
    """
    team = await access.meant(session, request)
    await reply.show(await _sheet(session, say, content, request.actor, team))


@listener(writes=True)
async def tick(
    request: Request, session: AsyncSession, say: Words, content: Content, reply: Reply
) -> None:
    """A box: it is saved as it is left, so that pressing it twice at once does no harm."""
    team_id, todo_id = request.action_id.split(":")[2:]
    team = await access.led_with_id(session, request.actor, int(team_id))
    person = await roster.known(session, request.actor)
    done = todo_id in request.ticked
    await ticks.mark(session, team, todo_id, person, done=done, at=clock.now())
    await reply.show(await _sheet(session, say, content, request.actor, team))


@listener(writes=True)
async def quieten(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button «No more of these» in a nudge."""
    team = await access.led(session, request)
    await ticks.quieten(session, team, quiet=True, at=clock.now())
    await reply(say("checklist-quiet"))


@listener(writes=True)
async def speak_again(
    request: Request, session: AsyncSession, say: Words, content: Content, reply: Reply
) -> None:
    """The button that turns the nudge on again."""
    team = await access.led(session, request)
    await ticks.quieten(session, team, quiet=False, at=clock.now())
    await reply.show(await _sheet(session, say, content, request.actor, team))


async def _sheet(
    session: AsyncSession, say: Words, content: Content, actor: Actor, team: Team
) -> View:
    """The checklist as *actor* may see it."""
    progress = await ticks.progress(session, team, content)
    if not await access.leads(session, team, actor):
        return blocks.for_members(say, content, team, progress)
    sheet = await ticks.begin(session, team, at=clock.now())
    return blocks.for_leads(say, content, team, progress, quiet=sheet.is_quiet)


COMMANDS = {"checklist": open_checklist}
