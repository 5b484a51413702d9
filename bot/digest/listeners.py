"""What people do about digests: have one posted again."""

from slack_bolt.async_app import AsyncApp

from bot import clock
from bot.db import Database
from bot.digest.export import listeners as export
from bot.digest.models import Digest
from bot.digest.rollup import listeners as rollup
from bot.digest.trends import listeners as trends
from bot.digest.webhook import listeners as webhook
from bot.slack import outbox, undelivered
from bot.slack.listening import Reply, listener
from bot.slack.requests import Click
from bot.teams import access

COMMANDS = {**trends.COMMANDS, **export.COMMANDS, **webhook.COMMANDS, **rollup.COMMANDS}


def register(app: AsyncApp) -> None:
    app.action("digest:again")(post_again)
    trends.register(app)
    webhook.register(app)
    rollup.register(app)


@listener
async def post_again(click: Click, reply: Reply, database: Database) -> None:
    """The button «Post it again», for a lead whose digest did not arrive."""
    async with database.begin() as session:
        digest = await session.get_one(Digest, int(click.value))
        team = await access.led_with_id(session, click.actor, digest.team_id)
        again = await outbox.send_again(
            session, f"digest:{digest.round_id}", team.digest_channel_id, at=clock.now()
        )
        digest.trouble_told = not again
    await reply(undelivered.pressed(team.digest_channel_id, under_way=again), replace=True)
