"""What a workflow has Amp do, on behalf of who has started it."""

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.digest import repeating
from bot.framework.content import Content
from bot.pulse import early
from bot.slack.listening import Reply, listener
from bot.slack.requests import Request
from bot.teams import access
from bot.teams.access import Right
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.function("run_pulse")(run_pulse)
    app.function("post_digest")(post_digest)


@listener(writes=True)
async def run_pulse(request: Request, session: AsyncSession, reply: Reply) -> None:
    """«Run a pulse»: a lead opens this week's round early, as by `/amp pulse now`."""
    team = await access.allowed_there(session, request, Right.ASK)
    people = await early.ask_now(session, team, at=clock.now())
    await reply.complete(people=people)


@listener(writes=True)
async def post_digest(
    request: Request, session: AsyncSession, say: Words, content: Content, reply: Reply
) -> None:
    """«Post the last digest»: a lead has it posted once more, where it was told."""
    team = await access.allowed_there(session, request, Right.REPEAT)
    number = await repeating.repeat(
        session, say, content, team, request.actor, once=request.execution_id, at=clock.now()
    )
    await reply.complete(number=number)
