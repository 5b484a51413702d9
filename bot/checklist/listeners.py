"""What people do with the checklist: look at it, tick it, turn its reminder off."""

import re

from slack_bolt.async_app import AsyncApp

from bot import clock
from bot.checklist import blocks, ticks
from bot.slack.block_kit import View
from bot.slack.requests import number, parts
from bot.teams import access, roster
from bot.teams.access import Right
from bot.teams.models import Team
from bot.tools.visits import Visit, visiting


def register(app: AsyncApp) -> None:
    app.action(re.compile(r"^checklist:open"))(open_checklist)
    app.action(re.compile(r"^checklist:tick:"))(tick)
    app.action("checklist:quiet")(quieten)
    app.action("checklist:loud")(speak_again)


@visiting(writes=True)
async def open_checklist(visit: Visit) -> None:
    """`/amp checklist` and its buttons: leads tick it, members see how far their team is.

    It writes, as a lead's first look begins the month without a move.
    """
    team = await access.allowed(visit.session, visit.request, Right.SEE)
    await visit.reply.show(await _sheet(visit, team))


@visiting(writes=True)
async def tick(visit: Visit) -> None:
    """A box: it is saved as it is left, so that pressing it twice at once does no harm."""
    _, _, team_id, todo_id = parts(visit.request.action_id, 4)
    team = await access.led_with_id(visit.session, visit.actor, number(team_id))
    person = await roster.known(visit.session, visit.actor)
    done = todo_id in visit.request.ticked
    await ticks.mark(visit.session, team, visit.content, todo_id, person, done=done, at=clock.now())
    await visit.reply.show(await _sheet(visit, team))


@visiting(writes=True)
async def quieten(visit: Visit) -> None:
    """The button «No more of these» in a nudge."""
    team = await access.allowed(visit.session, visit.request, Right.DECIDE)
    await ticks.quieten(visit.session, team, quiet=True, at=clock.now())
    await visit.reply(visit.say("checklist-quiet"))


@visiting(writes=True)
async def speak_again(visit: Visit) -> None:
    """The button that turns the nudge on again."""
    team = await access.allowed(visit.session, visit.request, Right.DECIDE)
    await ticks.quieten(visit.session, team, quiet=False, at=clock.now())
    await visit.reply.show(await _sheet(visit, team))


async def _sheet(visit: Visit, team: Team) -> View:
    """The checklist as the visitor may see it."""
    progress = await ticks.progress(visit.session, team, visit.content)
    if not await visit.leads(team):
        return blocks.for_members(visit.say, visit.content, team, progress)
    sheet = await ticks.begin(visit.session, team, at=clock.now())
    return blocks.for_leads(visit.say, visit.content, team, progress, quiet=sheet.is_quiet)


COMMANDS = {"checklist": open_checklist}
