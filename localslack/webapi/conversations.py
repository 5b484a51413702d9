"""conversations.* and users.conversations."""

import re

from localslack.changes import channels
from localslack.errors import Refused
from localslack.webapi.call import Answer, Call, method
from localslack.webapi.paging import decode_cursor, encode_cursor
from localslack.world import told
from localslack.world.channels import READ_SCOPES, TYPE_NAMES, Channel
from localslack.world.messages import Message
from localslack.world.people import SLACKBOT

MOST_PEOPLE = 8
DEFAULT_HISTORY = 100


@method("conversations.open")
def open_(call: Call) -> Answer:
    """Opens a DM with one person or a group DM with up to eight."""
    users, channel_id = list(dict.fromkeys(call.names("users"))), call.text("channel")
    if channel_id:
        channel = call.channel(scopes={})
        if not channel.is_direct:
            raise Refused("method_not_supported_for_channel_type")
        return _opened(call, channel, known=True)
    if not users:
        raise Refused("users_list_not_supplied")
    if len(users) > MOST_PEOPLE:
        raise Refused("too_many_users")
    call.need_scope("im:write" if len(users) == 1 else "mpim:write")
    for user_id in users:
        _check_openable(call, user_id)
    known = _present(call, users)
    if known is None and call.flag("prevent_creation"):
        raise Refused("channel_not_found")
    return _opened(call, known or _new(call, users), known=known is not None)


def _opened(call: Call, channel: Channel, *, known: bool) -> Answer:
    whole = channel.as_json(call.bot) if call.flag("return_im") else {"id": channel.id}
    return {"channel": whole} | ({"already_open": True, "no_op": True} if known else {})


def _check_openable(call: Call, user_id: str) -> None:
    person = call.user(user_id)
    if person.is_bot or person.id == SLACKBOT:
        raise Refused("cannot_dm_bot")
    if person.deleted:
        raise Refused("user_disabled")


def _present(call: Call, users: list[str]) -> Channel | None:
    """The DM or group DM that the bot has with just these people."""
    members = {call.bot, *users}
    for channel in call.home_of(users[0]).channels.values():
        if channel.is_direct and set(channel.members) == members:
            return channel
    return None


def _new(call: Call, users: list[str]) -> Channel:
    if len(users) == 1:
        return call.dm(users[0])
    workspace, members = call.home_of(users[0]), [call.bot, *users]
    names = [workspace.users[user].name for user in members]
    name = "mpdm-" + "--".join(sorted(names)) + "-1"
    return call.world.add_channel(workspace, "mpim", name, members=members)


@method("conversations.info")
def info(call: Call) -> Answer:
    """One conversation, as the bot sees it."""
    channel = call.channel()
    told = channel.as_json(call.bot, num_members=call.flag("include_num_members"))
    if not channel.is_im:
        told["is_read_only"] = channel.posting == "read_only"
        told["is_thread_only"] = channel.posting == "thread_only"
    return {"channel": told}


@method("conversations.list")
def list_(call: Call) -> Answer:
    """The workspace's conversations; archived ones are dropped after paging, so pages shrink."""
    kinds = _kinds(call)
    known = [
        channel
        for channel in call.workspace.channels.values()
        if channel.kind in kinds and channel.seen_by(call.bot) and not channel.is_deleted
    ]
    return _listed(call, known)


@method("users.conversations")
def of_user(call: Call) -> Answer:
    """The conversations that a person, or without `user` the bot, is in."""
    kinds = _kinds(call)
    user_id = call.text("user") or call.bot
    call.user(user_id)
    theirs = [
        channel
        for channel in call.workspace.conversations_of(user_id)
        if channel.kind in kinds and channel.seen_by(call.bot)
    ]
    return _listed(call, theirs)


def _kinds(call: Call) -> set[str]:
    names = call.names("types") or ["public_channel"]
    if set(names) - set(TYPE_NAMES):
        raise Refused("invalid_types")
    kinds = [TYPE_NAMES[name] for name in names]
    for kind in kinds:
        call.need_scope(READ_SCOPES[kind])
    return set(kinds)


def _listed(call: Call, channels: list[Channel]) -> Answer:
    page = call.page(channels)
    without_archived = call.flag("exclude_archived")
    shown = [c for c in page.items if not (without_archived and c.is_archived)]
    listed = [channel.as_json(call.bot, num_members=not channel.is_im) for channel in shown]
    return {"channels": listed, "response_metadata": page.metadata}


@method("conversations.members")
def members(call: Call) -> Answer:
    """Who is in a conversation: bots and people from elsewhere included."""
    channel = call.channel()
    page = call.page(list(channel.members))
    return {"members": page.items, "response_metadata": page.metadata}


@method("conversations.history")
def history(call: Call) -> Answer:
    """Messages of a conversation, newest first."""
    channel = call.history_channel()
    limit = _history_limit(call)
    latest, cursor = _moment(call, "latest"), call.text("cursor")
    before = _position(cursor) if cursor else latest
    found, more = channel.messages.page(
        before=before,
        after=_moment(call, "oldest"),
        limit=limit,
        inclusive=call.flag("inclusive") and not cursor,
    )
    answer: Answer = {
        "messages": [_shown(call, channel, message) for message in reversed(found)],
        "has_more": more,
        "pin_count": len(channel.pins),
    }
    if more:
        micros = int(found[0].ts.replace(".", ""))
        answer["response_metadata"] = {"next_cursor": encode_cursor(micros)}
    return answer


def _history_limit(call: Call) -> int:
    wanted = call.number("limit") or DEFAULT_HISTORY
    return max(1, min(wanted, call.world.limits.history_size))


def _moment(call: Call, name: str) -> str | None:
    """A message time, written as messages have it; 0 and nothing are the beginning or the end."""
    given = call.text(name)
    if not given or given == "0":
        return None
    if not re.fullmatch(r"\d{1,10}(\.\d{1,6})?", given):
        raise Refused(f"invalid_ts_{name}")
    seconds, _, micros = given.partition(".")
    return f"{seconds.zfill(10)}.{micros.ljust(6, '0')}"


def _position(cursor: str) -> str:
    seconds, micros = divmod(decode_cursor(cursor), 1_000_000)
    return f"{seconds}.{micros:06d}"


@method("conversations.replies")
def replies(call: Call) -> Answer:
    """A thread: its root and the replies, oldest first."""
    channel = call.history_channel()
    found = channel.messages.thread(call.text("ts") or "")
    if not found:
        raise Refused("thread_not_found")
    page = call.page(found)
    return {
        "messages": [_shown(call, channel, message) for message in page.items],
        "has_more": bool(page.cursor),
        "response_metadata": page.metadata,
    }


def _shown(call: Call, channel: Channel, message: Message) -> Answer:
    shown = told.whole(call.world, message)
    if not message.is_reply:
        shown |= channel.messages.reply_facts(message.ts)
    mine = message.app_id == call.app.app_id
    if not (call.flag("include_all_metadata") or mine):
        shown.pop("metadata", None)
    return shown


@method("conversations.join")
def join(call: Call) -> Answer:
    """The bot joins a public channel."""
    channel = call.channel(scopes={})
    if channel.kind != "channel":
        raise Refused("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise Refused("is_archived")
    already = call.bot in channel.members
    channels.invite(call.world, channel, call.user(call.bot), by=call.bot)
    answer: Answer = {"channel": channel.as_json(call.bot)}
    return answer | ({"warning": "already_in_channel"} if already else {})


@method("conversations.invite")
def invite(call: Call) -> Answer:
    """The bot invites people to a channel it is in."""
    channel = call.channel(scopes={})
    call.need_scope("channels:manage" if channel.kind == "channel" else "groups:write")
    if call.bot not in channel.members:
        raise Refused("not_in_channel")
    if channel.is_archived:
        raise Refused("is_archived")
    users = call.names("users")
    if not users:
        raise Refused("no_user")
    if call.bot in users:
        raise Refused("cant_invite_self")
    people = [call.user(user_id) for user_id in users]
    if all(person.id in channel.members for person in people):
        raise Refused("already_in_channel")
    for person in people:
        channels.invite(call.world, channel, person, by=call.bot)
    return {"channel": channel.as_json(call.bot)}
