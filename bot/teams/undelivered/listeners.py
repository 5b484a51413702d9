"""What people do about a message that did not arrive: have it posted again."""

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.slack.listening import Reply, listener
from bot.slack.requests import Request
from bot.teams.undelivered import blocks, kinds
from bot.teams.undelivered.kinds import Kinds
from bot.words import Words

# The key that a button means; those of older versions carry a round's id, or a month.
KEYS = {
    "undelivered:again": "{value}",
    "experiment:again": "{value}",
    "digest:again": "digest:{value}",
    "rollup:again": "rollup:{workspace}:{value}",
}


def register(app: AsyncApp) -> None:
    for action in KEYS:
        app.action(action)(post_again)


@listener(writes=True)
async def post_again(
    request: Request, session: AsyncSession, say: Words, reply: Reply, undeliverable: Kinds
) -> None:
    """The button «Post it again», of a message that did not arrive."""
    actor, key = request.actor, KEYS[request.action_id]
    key = key.format(value=request.value, workspace=actor.workspace_id)
    channel_id, is_again = await kinds.post_again(
        session, undeliverable, actor, key, at=clock.now()
    )
    await reply(blocks.posted_again(say, channel_id, is_again=is_again), replace=True)
