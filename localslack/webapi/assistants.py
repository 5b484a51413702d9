"""assistant.threads.*: what an assistant shows beside the messages of a chat."""

from typing import Any

from localslack import parsing
from localslack.changes import assistants
from localslack.errors import Refused
from localslack.webapi.call import Answer, Call, method
from localslack.world.assistants import Chat
from localslack.world.channels import Channel

MOST_PROMPTS = 4
MOST_LOADING = 10


@method("assistant.threads.setStatus")
def set_status(call: Call) -> Answer:
    """Says what the assistant is at, until it answers; an empty one takes it away."""
    channel, chat = _chat(call)
    loading = call.names("loading_messages")
    if len(loading) > MOST_LOADING:
        raise Refused("invalid_arguments", messages=[f"no more than {MOST_LOADING} items allowed"])
    said = {"status": call.text("status") or "", "loading_messages": loading}
    assistants.change(call.world, channel, chat, app_id=call.app.app_id, **said)
    return {}


@method("assistant.threads.setTitle")
def set_title(call: Call) -> Answer:
    """Gives the chat a title."""
    channel, chat = _chat(call)
    assistants.entitle(call.world, channel, chat, call.text("title") or "", by=call.bot)
    return {}


@method("assistant.threads.setSuggestedPrompts")
def set_prompts(call: Call) -> Answer:
    """Offers up to four things to say."""
    channel, chat = _chat(call)
    prompts = parsing.parsed(call.arguments.get("prompts"))
    if not isinstance(prompts, list) or not all(map(_is_prompt, prompts)):
        raise Refused("invalid_arguments", messages=["must be an array [json-pointer:/prompts]"])
    if len(prompts) > MOST_PROMPTS:
        raise Refused("invalid_arguments", messages=[f"no more than {MOST_PROMPTS} items allowed"])
    kept = [{name: str(prompt[name]) for name in ("title", "message")} for prompt in prompts]
    title = call.text("title") or ""
    assistants.change(call.world, channel, chat, prompts=kept, prompts_title=title)
    return {}


def _is_prompt(prompt: Any) -> bool:
    return isinstance(prompt, dict) and bool(prompt.get("title")) and bool(prompt.get("message"))


def _chat(call: Call) -> tuple[Channel, Chat]:
    """The thread that is meant; title and prompts are for chats with the app alone."""
    channel = call.channel("channel_id", scopes={})
    if call.bot not in channel.members:
        raise Refused("channel_not_found")
    thread_ts = call.text("thread_ts") or ""
    root = channel.messages.get(thread_ts)
    anywhere = call.method.name.endswith("setStatus")
    if root is None or not (anywhere or root.subtype == "assistant_app_thread"):
        raise Refused("thread_not_found")
    return channel, assistants.chat_of(call.world, channel, thread_ts, call.app)
