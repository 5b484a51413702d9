"""What people do with the framework: ask for a topic, page through cards, share one."""

import re

from slack_bolt.async_app import AsyncApp, AsyncRespond
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import AmpError
from bot.framework import blocks, courtesies, search
from bot.framework.blocks import CardMessage
from bot.framework.content import Content
from bot.framework.conversation import listeners as conversation
from bot.framework.topics import tokens
from bot.slack import refusals
from bot.slack.listening import Reply, listener
from bot.slack.requests import Request
from bot.words import Words

# Where the bot may not post by itself, the person's own click can still put a message.
_NOT_INSIDE = {"not_in_channel", "channel_not_found"}


class NoChannelHere(AmpError):
    """A card is to be shared where there is no channel."""


class ClosedChannel(AmpError):
    """A card is to be shared in a channel in which only some may post."""


def answer(say: Words, content: Content, text: str) -> CardMessage:
    """The message for what somebody typed after `/amp`, whatever that is."""
    if named := search.card(content, text):
        return blocks.card(say, content, named)
    text = courtesies.without_asking(content, courtesies.without_thanks(content, text))
    words = tokens(text)
    if not words:
        return blocks.card(say, content, content.card("overview"))
    asked = text.strip()
    if words[0] == "help":
        asked = re.sub(r"^\W*help\W*", "", asked, flags=re.IGNORECASE)
        if len(words) == 1:
            return blocks.help_list(say, content)
    found = search.find(content, asked)
    if isinstance(found, tuple):
        return blocks.suggestions(say, asked, found)
    if found.card:
        return blocks.card(say, content, found.card)
    if found.id == "help":
        return blocks.help_list(say, content)
    return blocks.command(say, found)


@listener
async def topic(request: Request, say: Words, content: Content, reply: Reply) -> None:
    """`/amp origin` and the like: show a card to the person who asked."""
    message = answer(say, content, request.typed)
    await reply(message.text, message.blocks, whole=message.answer)


@listener
async def everything(say: Words, content: Content, reply: Reply) -> None:
    """All that can be typed, for the reader alone."""
    message = blocks.help_list(say, content)
    await reply(message.text, message.blocks)


@listener
async def open_card(request: Request, say: Words, content: Content, reply: Reply) -> None:
    """Back, next, less: another card in place of this one."""
    message = blocks.card(say, content, content.card(request.value))
    await reply(message.text, message.blocks, replace=True)


@listener
async def read_card(request: Request, say: Words, content: Content, reply: Reply) -> None:
    """More, on a card that a whole channel sees: all of it, for the reader alone."""
    message = blocks.card(say, content, content.card(request.value), more=True)
    await reply(message.text, message.blocks)


@listener
async def more(request: Request, say: Words, content: Content, reply: Reply) -> None:
    """More: the same card with everything on it."""
    message = blocks.card(say, content, content.card(request.value), more=True)
    await reply(message.text, message.blocks, replace=True)


@listener
async def share(
    request: Request, say: Words, content: Content, client: AsyncWebClient, respond: AsyncRespond
) -> None:
    """Share here: the card goes into the channel, and the private one away."""
    if request.channel_id is None:
        raise NoChannelHere
    message = blocks.shared(say, content, content.card(request.value), request.actor.user_id)
    if not await _post(client, request.channel_id, message):
        await respond(
            text=message.text,
            blocks=message.blocks,
            response_type="in_channel",
            replace_original=False,
        )
    await respond(delete_original=True)


async def _post(client: AsyncWebClient, channel_id: str, message: CardMessage) -> bool:
    """Post as the bot; False if it is not in the channel."""
    try:
        await client.chat_postMessage(
            channel=channel_id,
            text=message.text,
            blocks=message.blocks,
            unfurl_links=False,
            unfurl_media=False,
        )
    except SlackApiError as error:
        code = refusals.code(error)
        if code.startswith("restricted_action"):
            raise ClosedChannel from error
        if code not in _NOT_INSIDE:
            raise
        return False
    return True


COMMANDS = dict.fromkeys(
    (
        "", "overview", "why", "steps", "step", "autonomy", "mastery", "purpose",
        "principles", "fit", "examples", "mistakes", "origin", "related", "evidence",
    ),
    topic,
)  # fmt: skip


def register(app: AsyncApp) -> None:
    """The buttons of the cards, and what is said; what is typed comes through COMMANDS."""
    conversation.register(app)
    app.action(blocks.EVERYTHING)(everything)
    for prefix, act in (
        (blocks.OPEN, open_card),
        (blocks.READ, read_card),
        (blocks.MORE, more),
        (blocks.SHARE, share),
    ):
        app.action(re.compile(f"^{re.escape(prefix)}"))(act)
