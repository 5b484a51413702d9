"""What people do for their own mastery: look at their week."""

from slack_bolt.async_app import AsyncApp

from bot import clock
from bot.slack.requests import number
from bot.tools.mastery import blocks, weeks
from bot.tools.private.notes import Tool
from bot.tools.visits import Visit, visiting


def register(app: AsyncApp) -> None:
    app.action("mastery:open")(open_week)
    app.view("mastery:save")(save)


@visiting()
async def open_week(visit: Visit) -> None:
    """`/amp my week` and its buttons: the three conditions of mastery, for oneself."""
    kept = await visit.notes.read(Tool.MASTERY)
    week = await weeks.current(visit.session, visit.actor, at=clock.now())
    await visit.reply.show(blocks.form(visit.say, visit.content, week, kept.get(week, {})))


@visiting(writes=True)
async def save(visit: Visit) -> None:
    """The form's button: the week is kept, and a suggestion follows."""
    answers = {facet: number(value) for facet, value in visit.request.values.items() if value}
    kept = await weeks.keep(visit.notes, visit.request.metadata["week"], answers, at=clock.now())
    await visit.reply.show(blocks.overview(visit.say, visit.content, kept))


COMMANDS = {"my week": open_week}
