"""What people do for their own mastery: look at their week."""

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.framework.content import Content
from bot.slack.listening import Reply, listener
from bot.slack.requests import Request
from bot.tools.mastery import blocks, weeks
from bot.vault import Vault
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.action("mastery:open")(open_week)
    app.view("mastery:save")(save)


@listener
async def open_week(
    request: Request,
    session: AsyncSession,
    say: Words,
    content: Content,
    vault: Vault,
    reply: Reply,
) -> None:
    """`/amp my week` and its buttons: the three conditions of mastery, for oneself."""
    kept = await weeks.read(session, vault, request.actor)
    week = await weeks.current(session, request.actor, at=clock.now())
    await reply.show(blocks.form(say, content, week, kept.get(week, {})))


@listener(writes=True)
async def save(
    request: Request,
    session: AsyncSession,
    say: Words,
    content: Content,
    vault: Vault,
    reply: Reply,
) -> None:
    """The form's button: the week is kept, and a suggestion follows."""
    answers = {facet: int(value) for facet, value in request.values.items() if value}
    week = request.metadata["week"]
    kept = await weeks.keep(session, vault, request.actor, week, answers, at=clock.now())
    await reply.show(blocks.overview(say, content, kept))


COMMANDS = {"my week": open_week}
