"""What people do about the fit: answer six questions, and read what they come to."""

from slack_bolt.async_app import AsyncApp

from bot import clock
from bot.tools.blocks import YES
from bot.tools.fit import blocks
from bot.tools.private.notes import Tool
from bot.tools.visits import Visit, visiting


def register(app: AsyncApp) -> None:
    app.action("fit:open")(open_form)
    app.view("fit:save")(save)


@visiting()
async def open_form(visit: Visit) -> None:
    """`/amp fit check` and its buttons: whether this framework is the right one."""
    answers = await visit.notes.read(Tool.FIT)
    await visit.reply.show(blocks.form(visit.say, visit.content, answers))


@visiting(writes=True)
async def save(visit: Visit) -> None:
    """The form's button: what it comes to, plainly."""
    answers = {id_: value == YES for id_, value in visit.request.values.items()}
    await visit.notes.keep(Tool.FIT, answers, at=clock.now())
    await visit.reply.show(blocks.result(visit.say, visit.content, answers))


COMMANDS = {"fit check": open_form}
