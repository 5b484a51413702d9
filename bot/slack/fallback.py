"""What nobody listens to: buttons of older versions, events of other apps. Slack gets its 200."""

import re

from slack_bolt.async_app import AsyncApp

from bot.slack.listening import Ack, Reply, listener

ANY = re.compile(".*")


def register(app: AsyncApp) -> None:
    """To be registered last: Bolt takes the first listener that matches."""
    app.command(ANY)(unknown_command)
    app.action(ANY)(old_button)
    app.view(ANY)(old_form)
    app.view_closed(ANY)(take_note)
    app.shortcut(ANY)(take_note)
    app.options(ANY)(no_options)
    app.event(ANY)(take_note)


@listener
async def unknown_command(reply: Reply) -> None:
    """Slack sends us a command that is not ours: the app's page names one too many."""
    await reply("That command is not mine. `/amp help` shows what I can do.")


@listener
async def old_button(body: dict[str, object], reply: Reply) -> None:
    """A link button needs nothing; any other is of a message that an older version sent."""
    action = body["actions"][0]  # type: ignore[index]
    if not action.get("url"):
        await reply("That button is from an older message and does nothing any more. Try `/amp`.")


@listener
async def old_form() -> None:
    """A window that is only read has no button; a form of an older version closes."""


@listener
async def take_note() -> None:
    """Nothing follows from it."""


@listener
async def no_options(ack: Ack) -> None:
    """No select of ours asks for options."""
    await ack(options=[])
