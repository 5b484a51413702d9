"""What nobody listens to: buttons of older versions, events of other apps. Slack gets its 200."""

import re
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.slack import block_kit as kit
from bot.slack.listening import Ack, Reply, listener
from bot.words import Words

ANY = re.compile(".*")


def register(app: AsyncApp) -> None:
    """To be registered last: Bolt takes the first listener that matches."""
    app.action(ANY)(old_button)
    app.view(ANY)(old_form)
    app.view_closed(ANY)(take_note)
    app.shortcut(ANY)(take_note)
    app.options(ANY)(no_options)
    app.event(ANY)(take_note)


@listener
async def old_button(body: dict[str, Any], say: Words, reply: Reply) -> None:
    """A link button needs nothing; any other is of a message that an older version sent."""
    if not body["actions"][0].get("url"):
        await reply(say("old-button"))


@listener
async def old_form(say: Words, reply: Reply) -> None:
    """A form that an older version opened: nothing of it is kept, and the person is told so."""
    await reply.show(kit.notice_modal(say, say("old-form")))


@listener
async def take_note() -> None:
    """Nothing follows from it."""


@listener
async def no_options(ack: Ack) -> None:
    """No select of ours asks for options."""
    await ack(options=[])
