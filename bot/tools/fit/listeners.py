"""What people do about the fit: answer six questions, and read what they come to."""

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.framework.content import Content
from bot.slack.listening import Reply, listener
from bot.slack.requests import Request
from bot.tools.blocks import YES
from bot.tools.fit import blocks, checking
from bot.vault import Vault
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.action("fit:open")(open_form)
    app.view("fit:save")(save)


@listener
async def open_form(
    request: Request,
    session: AsyncSession,
    say: Words,
    content: Content,
    vault: Vault,
    reply: Reply,
) -> None:
    """`/amp fit check` and its buttons: whether this framework is the right one."""
    answers = await checking.read(session, vault, request.actor)
    await reply.show(blocks.form(say, content, answers))


@listener(writes=True)
async def save(
    request: Request,
    session: AsyncSession,
    say: Words,
    content: Content,
    vault: Vault,
    reply: Reply,
) -> None:
    """The form's button: what it comes to, plainly."""
    answers = {id_: value == YES for id_, value in request.values.items()}
    await checking.keep(session, vault, request.actor, answers, at=clock.now())
    await reply.show(blocks.result(say, content, answers))


COMMANDS = {"fit check": open_form}
