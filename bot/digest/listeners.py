"""What people do about digests: look at trends, take digests elsewhere, have one posted again."""

from slack_bolt.async_app import AsyncApp
from sqlalchemy.ext.asyncio import AsyncSession

from bot.digest import deliveries
from bot.digest.export import listeners as export
from bot.digest.report import listeners as report
from bot.digest.rollup import listeners as rollup
from bot.digest.trends import listeners as trends
from bot.digest.webhook import listeners as webhook
from bot.slack.listening import Reply, listener
from bot.slack.requests import Request
from bot.teams.undelivered.kinds import Kinds
from bot.teams.undelivered.listeners import post_key_again
from bot.words import Words

COMMANDS = {**trends.COMMANDS, **export.COMMANDS, **webhook.COMMANDS, **rollup.COMMANDS}


def register(app: AsyncApp) -> None:
    app.action("digest:again")(post_again)
    report.register(app)
    trends.register(app)
    webhook.register(app)
    rollup.register(app)


@listener(writes=True)
async def post_again(
    request: Request, session: AsyncSession, say: Words, reply: Reply, undeliverable: Kinds
) -> None:
    """«Post it again» in a message of an older version, which carries the id of the round."""
    key = deliveries.key(request.value)
    await post_key_again(session, say, reply, undeliverable, request, key)
