"""chat.scheduleMessage, chat.scheduledMessages.list and chat.deleteScheduledMessage."""

from localslack.changes import scheduling
from localslack.errors import Refused
from localslack.webapi.call import Answer, Call, method
from localslack.webapi.chat import LONGEST_UPDATE, check_posting, draft_of, postable_channel


@method("chat.scheduleMessage")
def schedule(call: Call) -> Answer:
    """Keeps a message until `post_at`; answers no `ts`, for there is none yet."""
    channel = postable_channel(call)
    try:
        post_at = int(float(call.text("post_at") or ""))
    except ValueError:
        raise Refused("invalid_time") from None
    draft = draft_of(call, channel)
    if len(draft.text) > LONGEST_UPDATE:
        raise Refused("msg_too_long")
    scheduling.check(call.world, channel, post_at)
    check_posting(call, channel, draft)
    entry = scheduling.add(call.world, call.app, call.installation, channel, draft, post_at)
    message = {"text": draft.text, "bot_id": call.installation.bot_id, "type": "delayed_message"}
    return {
        "channel": channel.id,
        "scheduled_message_id": entry.id,
        "post_at": post_at,
        "message": message,
    }


@method("chat.scheduledMessages.list")
def listing(call: Call) -> Answer:
    """What the app has waiting."""
    channel = call.text("channel")
    if channel and call.find_channel(channel) is None:
        raise Refused("invalid_channel")
    entries = scheduling.of(call.world, call.app, channel=channel or None)
    oldest, latest = call.number("oldest"), call.number("latest")
    entries = [e for e in entries if oldest is None or e.post_at >= oldest]
    entries = [e for e in entries if latest is None or e.post_at <= latest]
    page = call.page(entries)
    listed = [entry.as_json() for entry in page.items]
    return {"scheduled_messages": listed, "response_metadata": page.metadata}


@method("chat.deleteScheduledMessage")
def delete(call: Call) -> Answer:
    """Takes a waiting message back."""
    channel = postable_channel(call)
    scheduling.drop(call.world, call.app, call.text("scheduled_message_id") or "", channel.id)
    return {}
