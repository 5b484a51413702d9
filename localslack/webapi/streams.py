"""chat.*Stream: an answer that grows while people read it."""

import copy
from typing import Any

from localslack import parsing
from localslack.changes import checks, posting
from localslack.errors import Refused
from localslack.rules import mrkdwn
from localslack.webapi.call import Answer, Call, method
from localslack.webapi.chat import check_posting, disguise, own_message, postable_channel, thread
from localslack.world import blocks as block_kit
from localslack.world import told
from localslack.world.channels import Channel
from localslack.world.messages import Draft, Message

LONGEST = 12_000
Block = dict[str, Any]


@method("chat.startStream")
def start(call: Call) -> Answer:
    """Begins an answer in a thread; in a channel it says for whom."""
    channel = postable_channel(call)
    if not channel.is_im:
        for name in ("recipient_team_id", "recipient_user_id"):
            if not call.text(name):
                raise Refused(f"missing_{name}")
    as_plan = call.text("task_display_mode") == "plan"
    blocks = _grown(call, channel, [], as_plan)
    draft = Draft(_words(blocks), blocks=blocks, thread_ts=thread(call, channel), **disguise(call))
    check_posting(call, channel, draft)
    message = posting.by_app(call.world, call.app, call.installation, channel, draft)
    message.stream = "plan" if as_plan else "timeline"
    return {"channel": channel.id, "ts": message.ts}


@method("chat.appendStream")
def append(call: Call) -> Answer:
    """Lets it grow; bots hear of it when it is done."""
    channel, message = _streaming(call)
    blocks = _grown(call, channel, message.blocks or [], message.stream == "plan")
    posting.grow(call.world, channel, message, _words(blocks), blocks)
    return {"channel": channel.id, "ts": message.ts}


@method("chat.stopStream")
def stop(call: Call) -> Answer:
    """Ends it, with blocks below it where some are given."""
    channel, message = _streaming(call)
    blocks = _grown(call, channel, message.blocks or [], message.stream == "plan")
    blocks = [*blocks, *(block_kit.as_list(call.arguments.get("blocks")) or [])]
    _check(call, channel, blocks, "invalid_blocks")
    metadata = checks.as_metadata(call.arguments.get("metadata"))
    message.stream = None
    draft = Draft(_words(blocks), blocks=blocks, metadata=metadata)
    posting.change(call.world, channel, message, draft, by=call.bot)
    whole = told.whole(call.world, message)
    return {"channel": channel.id, "ts": message.ts, "message": whole}


def _streaming(call: Call) -> tuple[Channel, Message]:
    channel = call.channel(scopes={})
    message = own_message(call, channel, "message_not_owned_by_app")
    if channel.is_archived:
        raise Refused("is_inactive")
    if message.stream is None:
        raise Refused("message_not_in_streaming_state")
    return channel, message


def _grown(call: Call, channel: Channel, blocks: list[Block], as_plan: bool) -> list[Block]:
    """The blocks with what the call adds; raises Refused for what Slack wouldn't show."""
    grown = copy.deepcopy(blocks)
    for chunk in _chunks(call):
        match chunk:
            case {"type": "markdown_text", "text": str(text)}:
                _write(grown, text)
            case {"type": "task_update", "id": str(), "title": str()}:
                _put_task(grown, chunk, as_plan)
            case {"type": "plan_update", "title": str(title)}:
                _plan(grown)["title"] = title
            case {"type": "blocks", "blocks": list(more)}:
                added = block_kit.as_list(more, error="invalid_chunks") or []
                _check(call, channel, added, "invalid_chunks")
                grown += added
            case _:
                raise Refused("invalid_chunks")
    if sum(len(b["text"]) for b in grown if b.get("type") == "markdown") > LONGEST:
        raise Refused("msg_too_long")
    _check(call, channel, grown, "invalid_chunks")
    return grown


def _chunks(call: Call) -> list[Any]:
    chunks = parsing.parsed(call.arguments.get("chunks")) or []
    if not isinstance(chunks, list):
        raise Refused("invalid_chunks")
    text = call.text("markdown_text")
    if call.method.name == "chat.appendStream" and not text and not chunks:
        raise Refused("no_text")
    return [*([{"type": "markdown_text", "text": text}] if text else []), *chunks]


def _write(blocks: list[Block], text: str) -> None:
    last = blocks[-1] if blocks else {}
    if last.get("type") == "markdown":
        last["text"] += text
    elif text:
        blocks.append({"type": "markdown", "text": text})


def _put_task(blocks: list[Block], chunk: Block, as_plan: bool) -> None:
    """A new task, or news of one that stands there."""
    task: Block = {"type": "task_card", "task_id": chunk["id"], "title": chunk["title"]}
    task["status"] = "pending"
    task |= {name: chunk[name] for name in ("status", "sources") if chunk.get(name)}
    for name in ("details", "output"):
        if chunk.get(name):
            elements = mrkdwn.rich_text(str(chunk[name]))
            task[name] = {"type": "rich_text", "elements": elements}
    tasks = _plan(blocks).setdefault("tasks", []) if as_plan else blocks
    for known in tasks:
        if known.get("task_id") == chunk["id"]:
            known |= task
            return
    tasks.append(task)


def _plan(blocks: list[Block]) -> Block:
    found = next((block for block in blocks if block.get("type") == "plan"), None)
    if found is None:
        found = {"type": "plan", "title": "Plan", "tasks": []}
        blocks.append(found)
    return found


def _words(blocks: list[Block]) -> str:
    return "\n".join(b["text"] for b in blocks if b.get("type") == "markdown")


def _check(call: Call, channel: Channel, blocks: list[Block], word: str) -> None:
    try:
        if blocks:
            checks.check_message(
                call.world, {"blocks": blocks}, method=call.method.name, channel=channel.id
            )
    except Refused as refusal:
        raise Refused(word, messages=refusal.messages) from None
