"""What a bot's answer to a command, a click or a submission means."""

from typing import Any

from localslack import parsing
from localslack.changes import checks
from localslack.errors import Refused
from localslack.world import blocks as block_kit
from localslack.world.channels import Channel
from localslack.world.messages import Draft
from localslack.world.views import View, new_hash, new_id
from localslack.world.world import World


def as_dict(body: Any) -> dict[str, Any]:
    """An ack's body as a dict; text and emptiness become an empty one."""
    if isinstance(body, str):
        try:
            body = parsing.parse(body)
        except ValueError:
            return {}
    return body if isinstance(body, dict) else {}


def command_answer(body: Any) -> dict[str, Any] | None:
    """What a command's ack wants shown, as `{text, blocks, response_type}`; None for nothing."""
    if isinstance(body, str) and body.strip():
        parsed = as_dict(body)
        return parsed or {"text": body}
    if isinstance(body, dict) and any(body.get(name) for name in ("text", "blocks", "attachments")):
        return body
    return None


def draft_of(world: World, answer: dict[str, Any], channel: Channel) -> Draft:
    """A message out of an ack or a response_url; raises Refused when Slack wouldn't show it."""
    payload: dict[str, Any] = {
        "text": answer.get("text"),
        "blocks": block_kit.as_list(answer.get("blocks")),
        "attachments": block_kit.as_list(answer.get("attachments"), error="invalid_attachments"),
        "metadata": checks.as_metadata(answer.get("metadata")),
    }
    given = {name: value for name, value in payload.items() if value}
    checks.check_message(world, given, method="response_url", channel=channel.id)
    thread_ts = answer.get("thread_ts")
    root = channel.messages.get(str(thread_ts)) if thread_ts else None
    if thread_ts and root is None:
        raise Refused("cannot_reply_to_message")
    return Draft(
        text=str(answer.get("text") or ""),
        blocks=payload["blocks"],
        attachments=payload["attachments"],
        metadata=payload["metadata"],
        thread_ts=(root.thread_ts or root.ts) if root else None,
    )


def sentence(what: str, refusal: Refused) -> str:
    """A refusal as a person is told it."""
    return " ".join([f"{what} can't be shown: {refusal.error}.", *(refusal.messages or [])])


def view_of(world: World, body: Any) -> dict[str, Any]:
    """The view of `response_action: update` or `push`; raises Refused for a bad one."""
    view = checks.as_view(body)
    checks.check_view(world, view, method="response_action")
    return view


def next_view(world: World, below: View) -> View:
    """An empty view of the same app and person, to be laid on *below*."""
    return View(
        id=new_id(),
        app_id=below.app_id,
        bot_id=below.bot_id,
        team_id=below.team_id,
        installed_team_id=below.installed_team_id,
        user_id=below.user_id,
        body={"type": "modal", "blocks": []},
        hash=new_hash(world.clock.now()),
    )


def input_errors(answer: dict[str, Any], view: View) -> dict[str, str]:
    """The errors of `response_action: errors` that stand under an input block of the view."""
    inputs = {block["block_id"] for block in view.blocks if block.get("type") == "input"}
    errors = answer.get("errors") or {}
    if not isinstance(errors, dict):
        return {}
    return {block_id: str(error) for block_id, error in errors.items() if block_id in inputs}
