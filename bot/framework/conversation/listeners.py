"""A direct message, or a mention in a channel, gets one answer."""

import re
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.db import Database
from bot.framework.content import Content
from bot.framework.conversation import blocks
from bot.slack import deduplication
from bot.slack.listening import listener
from bot.slack.requests import Event, IncomingMessage
from bot.vault import Vault
from bot.words import Words

MENTION = re.compile(r"<@[^>]*>")


def register(app: AsyncApp) -> None:
    app.event("app_mention")(answer)
    app.event("message")(answer)


@listener
async def answer(
    event: Event,
    say: Words,
    content: Content,
    client: AsyncWebClient,
    database: Database,
    vault: Vault,
) -> None:
    """Say what Amp can do, once for each message; in a channel only to whoever wrote it."""
    said = IncomingMessage.read(event)
    if said is None:
        return
    async with database.begin() as session:
        if not await deduplication.take_said(session, vault, said):
            return
    told = blocks.answer(say, content, MENTION.sub(" ", said.text))
    message: dict[str, Any] = {"text": told.text, "blocks": told.blocks}
    message |= {"channel": said.channel_id, "thread_ts": said.thread_ts}
    if said.in_a_dm:
        await client.chat_postMessage(**message)
    else:
        await client.chat_postEphemeral(**message, user=said.actor.user_id)
