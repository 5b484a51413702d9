"""Who reads the roll-up: whoever is in its channel, as Slack says at this moment."""

from slack_sdk.web.async_client import AsyncWebClient

from bot.digest.rollup.models import RollUp
from bot.errors import AmpError
from bot.slack.requests import Actor
from bot.teams import channels

PAGE = 1000  # ids of members that Slack gives at once


class NotARollUpReader(AmpError):
    """Somebody wants the roll-up's months who is not in its channel."""


async def check(reader: AsyncWebClient, rollup: RollUp, actor: Actor) -> None:
    """Raise NotARollUpReader for who is not in the channel, and as `channels.look` does."""
    await channels.look(reader, rollup.channel_id)
    pages = await reader.conversations_members(channel=rollup.channel_id, limit=PAGE)
    async for page in pages:
        if actor.user_id in page["members"]:
            return
    raise NotARollUpReader
