"""What people do about digests: look at trends, take digests elsewhere."""

from slack_bolt.async_app import AsyncApp

from bot.digest.export import listeners as export
from bot.digest.report import listeners as report
from bot.digest.rollup import listeners as rollup
from bot.digest.trends import listeners as trends
from bot.digest.webhook import listeners as webhook

COMMANDS = {**trends.COMMANDS, **export.COMMANDS, **webhook.COMMANDS, **rollup.COMMANDS}


def register(app: AsyncApp) -> None:
    report.register(app)
    trends.register(app)
    webhook.register(app)
    rollup.register(app)
