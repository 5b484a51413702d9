"""What leads do about two teams that are asked together: agree, decline, end it."""

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.slack.listening import Reply, listener
from bot.slack.requests import Request
from bot.teams import access
from bot.teams.access import Right
from bot.teams.together import pairing
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.action("together:agree")(agree)
    app.action("together:decline")(decline)
    app.action("together:end")(end)


@listener(writes=True)
async def agree(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """«Join»: from the next round on both are asked as one."""
    host = await pairing.agree(session, say, request.number, request.actor, at=clock.now())
    await reply(say("together-agreed", teams=host.called), replace=True)


@listener(writes=True)
async def decline(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """«No, thanks»: the leads who asked hear it."""
    await pairing.decline(session, say, request.number, request.actor, at=clock.now())
    await reply(say("together-declined"), replace=True)


@listener(writes=True)
async def end(request: Request, session: AsyncSession, say: Words, reply: Reply) -> None:
    """The button on the card of either: each is asked alone again."""
    team = await access.allowed(session, request, Right.CHANGE)
    await pairing.part(session, say, team, request.actor, at=clock.now())
    await reply(say("together-ended"), replace=True)
