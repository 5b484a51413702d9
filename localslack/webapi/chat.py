"""chat.*: messages for everybody, for one person, changed and taken away."""

from dataclasses import replace
from typing import Any

from localslack import parsing
from localslack.changes import checks, posting, steps
from localslack.changes.posting import LONGEST
from localslack.errors import Refused
from localslack.rules import Problem
from localslack.webapi.call import Answer, Call, method
from localslack.world import blocks as block_kit
from localslack.world import told
from localslack.world.channels import Channel
from localslack.world.messages import Draft, Message
from localslack.world.people import SLACKBOT

LONGEST_UPDATE = 4_000


@method("chat.postMessage")
def post_message(call: Call) -> Answer:
    """Posts; a user id as channel opens the app's DM with that person."""
    channel = postable_channel(call)
    draft = draft_of(call, channel)
    check_posting(call, channel, draft)
    if draft.is_disguised and channel.is_im and call.text("channel") not in call.world.channels:
        channel = _slackbots_dm(call, channel)
    message = posting.by_app(call.world, call.app, call.installation, channel, draft)
    answer = {"channel": channel.id, "ts": message.ts, "message": told.whole(call.world, message)}
    return answer | warning(call)


@method("chat.update")
def update(call: Call) -> Answer:
    """Changes one of the bot's own messages; a user id is no channel here.

    A text alone is what is seen from then on; blocks stay where neither they nor a text are given,
    attachments where they aren't. An empty list takes them away.
    """
    channel = call.channel(scopes={})
    message = own_message(call, channel, "cant_update_message")
    if channel.is_archived:
        raise Refused("is_inactive")
    if message.stream is not None:
        raise Refused("streaming_state_conflict")
    draft = draft_of(call, channel, updating=True)
    worded = call.text("text") or call.text("markdown_text")
    if "blocks" not in call.arguments and not worded:
        draft = replace(draft, blocks=message.blocks)
    if "attachments" not in call.arguments:
        draft = replace(draft, attachments=message.attachments)
    posting.change(call.world, channel, message, draft, by=call.bot)
    return {
        "channel": channel.id,
        "ts": message.ts,
        "text": message.text,
        "message": told.whole(call.world, message),
    }


@method("chat.delete")
def delete(call: Call) -> Answer:
    """Takes one of the bot's own messages away."""
    channel = call.channel(scopes={})
    message = own_message(call, channel, "cant_delete_message")
    posting.delete(call.world, channel, message)
    return {"channel": channel.id, "ts": message.ts}


@method("chat.postEphemeral")
def post_ephemeral(call: Call) -> Answer:
    """Shows a message to one person of a channel; it isn't kept."""
    channel = postable_channel(call)
    if call.bot not in channel.members:
        raise Refused("not_in_channel")
    if channel.is_archived:
        raise Refused("is_archived")
    if channel.refuses(threaded=bool(call.text("thread_ts"))):
        raise Refused("restricted_action")
    user_id = call.text("user") or ""
    person = call.world.workspaces[channel.team_id].users.get(user_id)
    if person is None or person.deleted or user_id not in channel.members:
        raise Refused("user_not_in_channel")
    draft = draft_of(call, channel)
    message = posting.ephemeral(call.world, call.app, call.installation, channel, user_id, draft)
    return {"message_ts": message.ts}


@method("chat.getPermalink")
def get_permalink(call: Call) -> Answer:
    """The address of a message."""
    channel = call.channel(scopes={})
    message = channel.messages.get(call.text("message_ts") or "")
    if message is None:
        raise Refused("message_not_found")
    domain = call.world.workspaces[channel.team_id].domain
    digits = message.ts.replace(".", "")
    link = f"https://{domain}.slack.com/archives/{channel.id}/p{digits}"
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


def postable_channel(call: Call) -> Channel:
    """Where a post goes: a conversation, or the DM with the person that a user id names."""
    name = call.text("channel") or ""
    if name[:1] in ("U", "W") and call.find_channel(name) is None:
        return _dm_of(call, name)
    channel = call.find_channel(name)
    if channel is None or not channel.seen_by(call.bot):
        raise Refused("channel_not_found")
    if channel.is_im:
        _check_messages_tab(call)
    return channel


def _dm_of(call: Call, user_id: str) -> Channel:
    try:
        person = call.user(user_id)
    except Refused:
        raise Refused("channel_not_found") from None
    workspace = call.home_of(user_id)
    # Slack keeps taking posts into a DM that exists, also when the person has gone since.
    if person.deleted and frozenset((call.bot, user_id)) not in workspace.ims:
        raise Refused("channel_not_found")
    channel = call.dm(user_id)
    _check_messages_tab(call)
    return channel


def _slackbots_dm(call: Call, channel: Channel) -> Channel:
    """Where a post under another name ends up that was addressed to a person, not to their DM."""
    workspace = call.world.workspaces[channel.team_id]
    return call.world.im(workspace, SLACKBOT, channel.other(call.bot))


def _check_messages_tab(call: Call) -> None:
    if not call.app.manifest.features.app_home.messages_tab_enabled:
        raise Refused("messages_tab_disabled")


def check_posting(call: Call, channel: Channel, draft: Draft) -> None:
    """Raise Refused when the bot may not post this here, or not this often."""
    public = channel.kind == "channel" and "chat:write.public" in call.token.scopes
    if call.bot not in channel.members and not public:
        raise Refused("not_in_channel")
    if channel.is_archived:
        raise Refused("is_archived")
    if channel.refuses(threaded=draft.thread_ts is not None):
        raise Refused(f"restricted_action_{channel.posting}_channel")
    key = (call.app.app_id, channel.team_id)
    call.world.gate.pass_post(channel.id, key=key, at=call.world.clock.now())


def draft_of(call: Call, channel: Channel, *, updating: bool = False) -> Draft:
    """What the arguments say the message is; raises Refused when Slack wouldn't take it."""
    text, markdown = call.text("text") or "", call.text("markdown_text")
    payload: dict[str, Any] = {
        "text": text,
        "markdown_text": markdown,
        "blocks": block_kit.as_list(call.arguments.get("blocks")),
        "attachments": block_kit.as_list(
            call.arguments.get("attachments"), error="invalid_attachments"
        ),
        "metadata": checks.as_metadata(call.arguments.get("metadata")),
    }
    given = {name: value for name, value in payload.items() if value}
    checks.check_message(call.world, given, method=call.method.name, channel=channel.id)
    execution = steps.of(call.world, call.token)
    written = [{"type": "markdown", "text": markdown}] if markdown else payload["blocks"]
    return Draft(
        text=text or markdown or "",
        blocks=written,
        attachments=payload["attachments"],
        metadata=payload["metadata"],
        thread_ts=None if updating else thread(call, channel),
        broadcast=call.flag("reply_broadcast"),
        execution_id=execution.id if execution else None,
        **disguise(call),
    )


def disguise(call: Call) -> dict[str, Any]:
    """The other name and picture that a message comes under."""
    username, emoji = call.text("username"), call.text("icon_emoji")
    url = call.text("icon_url")
    if username is None and emoji is None and url is None:
        return {}
    call.need_scope("chat:write.customize")
    icons = {"emoji": emoji} if emoji else {"image_64": url} if url else None
    return {"username": username, "icons": icons}


def thread(call: Call, channel: Channel) -> str | None:
    """The root that `thread_ts` leads to; raises Refused for what is no message."""
    thread_ts = call.text("thread_ts")
    if not thread_ts:
        return None
    root = channel.messages.get(thread_ts)
    if root is None:
        raise Refused("cannot_reply_to_message")
    return root.thread_ts or root.ts


def own_message(call: Call, channel: Channel, refusal: str) -> Message:
    """The stored message of `ts` that this bot wrote; raises Refused otherwise."""
    message = channel.messages.get(call.text("ts") or "")
    if message is None:
        raise Refused("message_not_found")
    if message.app_id != call.app.app_id:
        raise Refused(refusal)
    return message


def warning(call: Call) -> Answer:
    """`message_truncated` for a text that was cut."""
    if len(call.text("text") or "") <= LONGEST:
        return {}
    word = "message_truncated"
    return {"warning": word, "response_metadata": {"warnings": [word]}}


@method("blocks.validate")
def validate(call: Call) -> Answer:
    """Checks blocks, a message or a view without a token, and says each fault apart."""
    kinds = [name for name in ("blocks", "message", "view") if call.arguments.get(name)]
    if len(kinds) != 1:
        raise Refused("invalid_arguments", messages=["must provide one of blocks, message, view"])
    value = call.arguments[kinds[0]]
    if isinstance(value, str):
        try:
            value = parsing.parse(value)
        except ValueError:
            raise Refused(f"invalid_{kinds[0]}") from None
    problems = checks.problems_of(kinds[0], value)
    if not problems:
        return {}
    raise Refused(f"invalid_{kinds[0]}", errors=[_described(problem) for problem in problems])


def _described(problem: Problem) -> dict[str, Any]:
    described: dict[str, Any] = {"code": problem.code, "message": problem.message}
    described["pointer"] = problem.pointer
    return described | ({"constraint": problem.constraint} if problem.constraint else {})
