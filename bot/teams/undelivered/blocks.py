"""What people see of a message that did not arrive: why, what helps, and a button."""

from bot.slack import block_kit as kit
from bot.slack.models import Delivery, State
from bot.slack.outbox import Draft
from bot.teams.undelivered.kinds import Kind, Undelivered
from bot.words import Markup, Words, channel


def draft(say: Words, kind: Kind, delivery: Delivery, undelivered: Undelivered) -> Draft:
    """What is told of one message: why it did not arrive, and how to mend that."""
    values = {
        **undelivered.values(say),
        "kind": kind.name,
        "channel": channel(delivery.recipient),
        "failure": delivery.failure or "?",
    }
    is_unknown = delivery.state == State.UNKNOWN
    told = say("undelivered-unknown" if is_unknown else "undelivered-failed", **values)
    button = kit.button(
        say.plain("undelivered-again-button"), "undelivered:again", delivery.key, style="primary"
    )
    return Draft(say("undelivered-text", kind=kind.name), [kit.section(told), kit.actions(button)])


def posted_again(say: Words, channel_id: str, *, is_again: bool) -> Markup:
    """What whoever pressed the button reads."""
    return say(
        "undelivered-on-its-way" if is_again else "undelivered-has-arrived",
        channel=channel(channel_id),
    )
