"""conversations.*: channels that a bot makes, names, fills and leaves."""

from localslack.changes import channels
from localslack.errors import Refused
from localslack.webapi.call import Answer, Call, method
from localslack.world.channels import Channel

LONGEST_NAME = 80
LONGEST_TOPIC = 250


@method("conversations.create")
def create(call: Call) -> Answer:
    """Makes a channel with the bot in it."""
    private = call.flag("is_private")
    call.need_scope("groups:write" if private else "channels:manage")
    name = _free_name(call)
    bot = [call.user(call.bot)]
    made = channels.create_channel(
        call.world, call.workspace, name, is_private=private, members=bot
    )
    return {"channel": made.as_json(call.bot)}


@method("conversations.rename")
def rename(call: Call) -> Answer:
    """Gives a channel another name."""
    channel = _managed(call)
    channels.rename(call.world, channel, _free_name(call))
    return {"channel": channel.as_json(call.bot)}


@method("conversations.archive")
def archive(call: Call) -> Answer:
    """Puts a channel away; #general stays."""
    channel = _managed(call)
    if channel.name == "general":
        raise Refused("cant_archive_general")
    channels.archive(call.world, channel, archived=True, by=call.bot)
    return {}


@method("conversations.setTopic")
def set_topic(call: Call) -> Answer:
    """Says what a channel is about just now."""
    channel = _described(call, "topic")
    channels.describe(call.world, channel, topic=call.text("topic") or "")
    return {"channel": channel.as_json(call.bot)}


@method("conversations.setPurpose")
def set_purpose(call: Call) -> Answer:
    """Says what a channel is for."""
    channel = _described(call, "purpose")
    channels.describe(call.world, channel, purpose=call.text("purpose") or "")
    return {"channel": channel.as_json(call.bot)}


@method("conversations.kick")
def kick(call: Call) -> Answer:
    """Takes somebody out of a channel."""
    channel = _managed(call)
    person = call.user(call.text("user") or "")
    if person.id == call.bot:
        raise Refused("cant_kick_self")
    if channel.name == "general":
        raise Refused("cant_kick_from_general")
    if person.id not in channel.members:
        raise Refused("not_in_channel")
    channels.kick(call.world, channel, person)
    return {}


@method("conversations.leave")
def leave(call: Call) -> Answer:
    """The bot goes; where it isn't, nothing happens."""
    channel = call.channel(scopes={})
    if channel.kind not in ("channel", "group"):
        raise Refused("method_not_supported_for_channel_type")
    if channel.name == "general":
        raise Refused("cant_leave_general")
    if call.bot not in channel.members:
        return {"not_in_channel": True}
    channels.kick(call.world, channel, call.user(call.bot))
    return {}


def _managed(call: Call) -> Channel:
    """A channel that the bot is in and may change."""
    channel = call.channel(scopes={})
    if channel.kind not in ("channel", "group"):
        raise Refused("method_not_supported_for_channel_type")
    call.need_scope("channels:manage" if channel.kind == "channel" else "groups:write")
    return _inside(call, channel)


def _described(call: Call, name: str) -> Channel:
    """The same for whoever may only say what it is about."""
    channel = call.channel(scopes={})
    word = f"channels:write.{name}", "channels:manage"
    call.need_scope(*(word if channel.kind == "channel" else ("groups:write",)))
    if len(call.text(name) or "") > LONGEST_TOPIC:
        raise Refused("too_long")
    return _inside(call, channel)


def _inside(call: Call, channel: Channel) -> Channel:
    if call.bot not in channel.members:
        raise Refused("not_in_channel")
    if channel.is_archived:
        already = call.method.name == "conversations.archive"
        raise Refused("already_archived" if already else "is_archived")
    return channel


def _free_name(call: Call) -> str:
    name = call.text("name") or ""
    if len(name) > LONGEST_NAME:
        raise Refused("invalid_name_maxlength")
    if not channels.CHANNEL_NAME.fullmatch(name) or name != name.lower():
        raise Refused("invalid_name_specials")
    if call.workspace.channel(f"#{name}") is not None:
        raise Refused("name_taken")
    return name
