"""People who write messages and share files."""

from localslack.actions import markup
from localslack.changes import posting
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


def share(world: World, actor: Actor, channel: Channel, file: File) -> Message:
    """Put an uploaded file into a channel."""
    _check_writable(world, actor, channel)
    file.channels.append(channel.id)
    draft = Draft(files=[file.as_json(world.base_url)])
    return posting.by_person(world, channel, actor.person.id, draft)


def _check_writable(world: World, actor: Actor, channel: Channel) -> None:
    if actor.person.id not in channel.members:
        raise Impossible(f"{actor.person.name} isn't in this channel.", status=403)
    if channel.is_archived:
        raise Impossible("This channel is archived.", status=403)
    other = channel.other(actor.person.id) if channel.is_im else ""
    found = world.app_of_bot(other, channel.team_id)
    if found is not None and not found[0].takes_messages:
        raise Impossible("Sending messages to this app has been turned off.", status=403)
