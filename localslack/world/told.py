"""What bots are told of a message: more than is kept of it."""

from typing import Any

from localslack.world.channels import Channel
from localslack.world.messages import Message
from localslack.world.world import World


def whole(world: World, message: Message) -> dict[str, Any]:
    """A message as bots get it: with the rich text of mere words, its author's profile, its root.

    Under another name it says nothing of the bot's own user, as in Slack.
    """
    body = message.as_json()
    if blocks := message.blocks or message.rich_text():
        body["blocks"] = blocks
    if message.files:
        body |= {"upload": False, "display_as_bot": False}
    if message.subtype == "assistant_app_thread":
        about = {"title": message.text, "title_blocks": message.rich_text(), "artifacts": []}
        body["assistant_app_thread"] = about
    if message.subtype == "bot_message":
        del body["user"], body["team"]
    elif message.bot_id is not None:
        body["bot_profile"] = _bot_profile(world, message)
    return body | _thread(world.channels[message.channel], message)


def _thread(channel: Channel, message: Message) -> dict[str, Any]:
    root = channel.messages.get(str(message.thread_ts)) if message.is_reply else None
    if root is None:
        return {}
    above: dict[str, Any] = {"parent_user_id": root.user}
    if message.broadcast:
        facts = channel.messages.reply_facts(root.ts)
        above["root"] = {**root.as_json(), "blocks": root.blocks or root.rich_text(), **facts}
    return above


def _bot_profile(world: World, message: Message) -> dict[str, Any]:
    bot = world.workspaces[message.team].users[message.user]
    return {**bot.as_bot(world.base_url), "team_id": message.team}
