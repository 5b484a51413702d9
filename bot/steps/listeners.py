"""What a workflow has Amp do, on behalf of who has started it."""

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.framework.content import Content
from bot.slack.listening import Reply, listener
from bot.slack.requests import Request
from bot.steps import runs
from bot.teams import access
from bot.teams.access import Right
from bot.vault import Vault
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.function("run_pulse")(run_pulse)
    app.function("post_digest")(post_digest)


@listener(writes=True)
async def run_pulse(request: Request, session: AsyncSession, vault: Vault, reply: Reply) -> None:
    """«Run a pulse»: a lead opens this week's round early, as by `/amp pulse now`."""
    team = await access.allowed_there(session, request, Right.ASK)
    people = await runs.ask(session, vault, team, request, at=clock.now())
    await reply.complete(people=people)


@listener(writes=True)
async def post_digest(
    request: Request,
    session: AsyncSession,
    vault: Vault,
    say: Words,
    content: Content,
    reply: Reply,
) -> None:
    """«Post the last digest»: a lead has it posted once more, where it was told."""
    team = await access.allowed_there(session, request, Right.REPEAT)
    number = await runs.tell(session, vault, say, content, team, request, at=clock.now())
    await reply.complete(number=number)
