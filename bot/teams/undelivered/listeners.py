"""What people do about a message that did not arrive: have it posted again."""

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.slack.listening import Reply, listener
from bot.slack.requests import Request
from bot.teams.undelivered import blocks, kinds
from bot.teams.undelivered.kinds import Kinds
from bot.words import Words


def register(app: AsyncApp) -> None:
    app.action("undelivered:again")(post_again)


@listener(writes=True)
async def post_again(
    request: Request, session: AsyncSession, say: Words, reply: Reply, undeliverable: Kinds
) -> None:
    """The button «Post it again», which carries the key of the message's delivery."""
    await post_key_again(session, say, reply, undeliverable, request, request.value)


async def post_key_again(
    session: AsyncSession,
    say: Words,
    reply: Reply,
    undeliverable: Kinds,
    request: Request,
    key: str,
) -> None:
    """The same, for buttons of older versions, which carry something else than a key."""
    channel_id, is_again = await kinds.post_again(
        session, undeliverable, request.actor, key, at=clock.now()
    )
    await reply(blocks.posted_again(say, channel_id, is_again=is_again), replace=True)
