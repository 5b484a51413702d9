"""People who write messages and share files."""

from typing import Any

from localslack.actions import markup
from localslack.changes import posting, sharing
from localslack.errors import Impossible
from localslack.world.channels import Channel
from localslack.world.files import File
from localslack.world.messages import Draft, Message
from localslack.world.workspaces import Actor
from localslack.world.world import World


def say(world: World, actor: Actor, channel: Channel, words: str, thread_ts: str | None) -> Message:
    """Write a message, into a thread when *thread_ts* names a root or a reply."""
    _check_writable(world, actor, channel)
    if not words.strip():
        raise Impossible("There is nothing to say.")
    if thread_ts is not None:
        root = channel.messages.get(thread_ts)
        if root is None:
            raise Impossible("There is no such message to answer.", status=404)
        thread_ts = root.thread_ts or root.ts
    marked = markup.typed(words, actor.workspace.mention)
    draft = Draft(text=marked, thread_ts=thread_ts)
    return posting.by_person(world, channel, actor.person.id, draft)


def edit(world: World, actor: Actor, channel: Channel, message: Message, words: str) -> None:
    """Put other words into one's own message."""
    _check_own(actor, channel, message)
    if not words.strip() and not message.files:
        raise Impossible("There is nothing to say.")
    draft = Draft(text=markup.typed(words, actor.workspace.mention))
    posting.change(world, channel, message, draft, by=actor.person.id)


def delete(world: World, actor: Actor, channel: Channel, message: Message) -> None:
    """Take one's own message away; one that only this person sees just goes."""
    if message.ephemeral_for is None:
        _check_own(actor, channel, message)
    posting.delete(world, channel, message)


def _check_own(actor: Actor, channel: Channel, message: Message) -> None:
    if message.user != actor.person.id:
        raise Impossible("This is somebody else's message.", status=403)
    if channel.is_archived:
        raise Impossible("This channel is archived.", status=403)


def share(world: World, actor: Actor, channel: Channel, file: File) -> Message:
    """Put an uploaded file into a channel."""
    _check_writable(world, actor, channel)

    def post(shown: list[dict[str, Any]]) -> Message:
        return posting.by_person(world, channel, actor.person.id, Draft(files=shown))

    return sharing.share(world, channel, [file], post)


def _check_writable(world: World, actor: Actor, channel: Channel) -> None:
    if actor.person.id not in channel.members:
        raise Impossible(f"{actor.person.name} isn't in this channel.", status=403)
    if channel.is_archived:
        raise Impossible("This channel is archived.", status=403)
    other = channel.other(actor.person.id) if channel.is_im else ""
    found = world.app_of_bot(other, channel.team_id)
    if found is not None and not found[0].takes_messages:
        raise Impossible("Sending messages to this app has been turned off.", status=403)
