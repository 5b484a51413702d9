"""A message that did not reach its channel: what its people are told, and the button for it."""

from bot.slack import block_kit as kit
from bot.slack.block_kit import Block
from bot.slack.models import Delivery, State

MENDED = {  # what Slack said -> why, and what helps
    "is_archived": ("it is archived", "Unarchive it"),
    "not_in_channel": ("I'm not in it", "Type `/invite @Amp` there"),
    "channel_not_found": (
        "it is gone, or it is private and I'm not in it",
        "Type `/invite @Amp` there",
    ),
}


def told(what: str, failed: Delivery, *, elsewhere: str) -> str:
    """Why *what* did not arrive and how to mend it; *elsewhere* is where to choose a channel."""
    if failed.state == State.UNKNOWN:
        return (
            f"I was cut off while posting {what} to <#{failed.recipient}>, and I can't see whether "
            "it arrived. If it is not there, post it again."
        )
    why, mend = MENDED.get(
        failed.failure or "",
        (f"Slack refused it ({failed.failure})", "See that I may post there"),
    )
    return (
        f"I could not post {what} to <#{failed.recipient}>: {why}. {mend}, or choose another "
        f"channel ({elsewhere}). Then press here."
    )


def again(action_id: str, value: str) -> Block:
    """The button «Post it again»; *value* says what, to the room that listens to *action_id*."""
    return kit.actions(kit.button("Post it again", action_id, value, style="primary"))


def pressed(channel_id: str, *, under_way: bool) -> str:
    """What whoever pressed it reads."""
    told_ = "It is on its way to" if under_way else "It has arrived already in"
    return f"{told_} <#{channel_id}>."
