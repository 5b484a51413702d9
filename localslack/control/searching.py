"""Messages by their words, in everything that a person can open."""

import asyncio
import heapq
import html
from dataclasses import dataclass

from localslack.world.channels import Channel
from localslack.world.messages import Message
from localslack.world.people import User
from localslack.world.workspaces import Workspace

AT_ONCE = 1_000  # messages that are looked at before others have their turn


@dataclass(frozen=True)
class Wanted:
    """Words that all stand in a message, and where it stands and who wrote it, if that was said."""

    words: tuple[str, ...]
    channels: frozenset[str]
    authors: frozenset[str]

    def fits(self, message: Message) -> bool:
        """Whether it is one of those."""
        if self.authors and message.user not in self.authors:
            return False
        there = html.unescape(message.words()).casefold()
        return all(word in there for word in self.words)


def wanted(workspace: Workspace, query: str) -> Wanted:
    """What somebody means by `tide in:#harbour from:@ana`; a name that isn't known is nobody's."""
    words, places, people = [], [], []
    for word in query.split():
        kind, _, name = word.partition(":")
        if kind == "in" and name:
            channel = workspace.channel(name)
            places.append(channel.id if channel else name)
        elif kind == "from" and name:
            author = workspace.user(name)
            people.append(author.id if author else name)
        else:
            words.append(word.casefold())
    return Wanted(tuple(words), frozenset(places), frozenset(people))


async def search(workspace: Workspace, viewer: User, wanted: Wanted, *, most: int) -> list[Message]:
    """The newest *most* messages that fit, the newest first."""
    seen = [c for c in workspace.channels.values() if _is_open(c, viewer, wanted)]
    everything = (channel.messages.newest_first() for channel in seen)
    merged = heapq.merge(*everything, key=lambda message: message.ts, reverse=True)
    found: list[Message] = []
    for number, message in enumerate(merged, start=1):
        if wanted.fits(message):
            found.append(message)
            if len(found) == most:
                break
        if number % AT_ONCE == 0:
            await asyncio.sleep(0)
    return found


def _is_open(channel: Channel, viewer: User, wanted: Wanted) -> bool:
    there = not wanted.channels or channel.id in wanted.channels
    return there and not channel.is_deleted and channel.open_to(viewer)
