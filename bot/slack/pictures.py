"""Uploading the pictures of charts, just before the message that shows them is sent."""

import asyncio
from collections.abc import Sequence

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import charts, refusals
from bot.slack.block_kit import Block

LOOKS = (0.5, 1, 2, 4)  # seconds between looks whether Slack has taken a file in


async def uploaded(blocks: Sequence[Block], client: AsyncWebClient) -> list[Block]:
    """The blocks with every chart's picture uploaded; raises SlackApiError when that is refused."""
    return [
        await _picture(block, client) if charts.is_picture(block) else block for block in blocks
    ]


async def _picture(block: Block, client: AsyncWebClient) -> Block:
    drawn = await asyncio.to_thread(charts.png, block)
    answer = await client.files_upload_v2(
        content=drawn,
        filename="chart.png",
        title=block["amp_chart"]["title"],
        alt_txt=block["alt_text"][:1000],
    )
    file_id = str(answer["files"][0]["id"])
    return {"type": "image", "alt_text": block["alt_text"], "slack_file": {"id": file_id}}


def not_ready(error: SlackApiError) -> bool:
    """Whether Slack refused a message only because it is still looking into its file."""
    return "invalid slack file" in refusals.details(error)
