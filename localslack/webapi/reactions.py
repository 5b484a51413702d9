"""reactions.*, pins.*, emoji.list and bookmarks.add."""

import re

from localslack.changes import posting
from localslack.errors import Refused
from localslack.webapi.call import Answer, Call, method
from localslack.world import ids, told
from localslack.world.channels import Channel
from localslack.world.messages import Message

MOST_PINS = 100
MOST_BOOKMARKS = 100
MOST_EMOJI = 50
MOST_REACTIONS = 23  # of one person, on one message
EMOJI = re.compile(r"[a-z0-9_+'\-]+(::skin-tone-[2-6])?")


@method("reactions.add")
def react(call: Call) -> Answer:
    """The bot reacts to a message."""
    channel = _inside(call)
    message = _message(call, channel)
    name = (call.text("name") or "").strip(":")
    if not EMOJI.fullmatch(name):
        raise Refused("invalid_name")
    add_reaction(call, channel, message, name)
    return {}


def add_reaction(call: Call, channel: Channel, message: Message, name: str) -> None:
    """Put one reaction of the bot on a message."""
    users = message.reactions.get(name, [])
    if call.bot in users:
        raise Refused("already_reacted")
    if name not in message.reactions and len(message.reactions) >= MOST_EMOJI:
        raise Refused("too_many_emoji")
    if sum(call.bot in others for others in message.reactions.values()) >= MOST_REACTIONS:
        raise Refused("too_many_reactions")
    posting.react(call.world, channel, message, name, call.bot)


@method("reactions.remove")
def unreact(call: Call) -> Answer:
    """The bot takes its reaction away again."""
    channel = _inside(call)
    message = _message(call, channel)
    name = (call.text("name") or "").strip(":")
    if call.bot not in message.reactions.get(name, []):
        raise Refused("no_reaction")
    posting.react(call.world, channel, message, name, call.bot)
    return {}


@method("pins.add")
def pin(call: Call) -> Answer:
    """The bot pins a message."""
    channel, message = _item(call)
    if message.ts in channel.pins:
        raise Refused("already_pinned")
    if len(channel.pins) >= MOST_PINS:
        raise Refused("too_many_pins")
    posting.pin(call.world, channel, message, call.bot)
    return {}


@method("pins.remove")
def unpin(call: Call) -> Answer:
    """The bot takes a pin out."""
    channel, message = _item(call)
    if message.ts not in channel.pins:
        raise Refused("no_pin")
    posting.unpin(call.world, channel, message, call.bot)
    return {}


@method("pins.list")
def pins(call: Call) -> Answer:
    """What is pinned in a channel, the newest pin first."""
    channel = _inside(call)
    found = [channel.messages.get(ts) for ts in reversed(channel.pins)]
    listed = [
        {"type": "message", "channel": channel.id, "message": told.whole(call.world, message)}
        for message in found
        if message is not None
    ]
    return {"items": listed}


@method("reactions.get")
def reactions(call: Call) -> Answer:
    """A message with its reactions."""
    channel = call.channel(scopes={})
    if call.bot not in channel.members:
        raise Refused("channel_not_found")
    message = told.whole(call.world, _message(call, channel))
    return {"type": "message", "channel": channel.id, "message": message}


@method("emoji.list")
def emoji(call: Call) -> Answer:
    """The workspace's own emoji: none, here."""
    return {"emoji": {}, "cache_ts": str(call.world.seconds)}


@method("bookmarks.add")
def bookmark(call: Call) -> Answer:
    """The bot adds a link to a channel's bookmarks."""
    channel = _inside(call, "channel_id")
    if call.text("type") != "link":
        raise Refused("invalid_bookmark_type")
    link = call.text("link") or ""
    if not link.startswith(("http://", "https://")):
        raise Refused("invalid_link")
    if len(channel.bookmarks) >= MOST_BOOKMARKS:
        raise Refused("too_many_bookmarks")
    made = {
        "id": ids.fresh("Bk"),
        "channel_id": channel.id,
        "title": call.text("title"),
        "link": link,
        "emoji": call.text("emoji") or "",
        "type": "link",
        "date_created": call.world.seconds,
        "date_updated": 0,
        "rank": str(len(channel.bookmarks)),
        "app_id": call.app.app_id,
    }
    channel.bookmarks.append(made)
    return {"bookmark": made}


def _inside(call: Call, name: str = "channel") -> Channel:
    channel = call.channel(name, scopes={})
    if call.bot not in channel.members:
        raise Refused(
            "not_in_channel" if call.method.name.startswith("pins.") else "channel_not_found"
        )
    if channel.is_archived and call.method.name != "pins.list":
        raise Refused("is_archived")
    return channel


def _item(call: Call) -> tuple[Channel, Message]:
    """The message that a pin is about, and where it stands."""
    channel = _inside(call)
    if not call.text("timestamp"):
        raise Refused("no_item_specified")
    return channel, _message(call, channel)


def _message(call: Call, channel: Channel) -> Message:
    timestamp = call.text("timestamp") or ""
    if not re.fullmatch(r"\d+\.\d+", timestamp):
        raise Refused("bad_timestamp")
    message = channel.messages.get(timestamp)
    if message is None:
        raise Refused("message_not_found")
    return message
