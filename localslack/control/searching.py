"""Messages by their words, in everything that a person can open."""

import asyncio
import heapq
import html
import re
from dataclasses import dataclass

from localslack.actions.markup import BROADCASTS
from localslack.world.channels import Channel
from localslack.world.messages import Message
from localslack.world.people import User
from localslack.world.workspaces import Workspace

AT_ONCE = 1_000  # messages that are looked at before others have their turn
MARKUP = re.compile(r"<([@#!]?)([^<>|\n]+)(?:\|([^<>\n]*))?>")


@dataclass(frozen=True)
class Wanted:
    """Words that a person reads in a message, and where it stands and who wrote it, if said."""

    workspace: Workspace
    viewer: User
    words: tuple[str, ...]
    channels: frozenset[str]
    authors: frozenset[str]

    def fits(self, message: Message) -> bool:
        """Whether it is one of those."""
        if self.authors and message.user not in self.authors:
            return False
        there = self._read(message.words()).casefold()
        return all(word in there for word in self.words)

    def is_in(self, channel: Channel) -> bool:
        """Whether it may stand there."""
        there = not self.channels or channel.id in self.channels
        return there and not channel.is_deleted and channel.open_to(self.viewer)

    def _read(self, text: str) -> str:
        """mrkdwn with the names of whom it mentions, and the labels of its links."""

        def read(found: re.Match[str]) -> str:
            sign, target, label = found.groups()
            return self._name(sign, target) or label or ("" if sign else target)

        return html.unescape(MARKUP.sub(read, text) if "<" in text else text)

    def _name(self, sign: str, target: str) -> str | None:
        """Of whom or what is mentioned, as far as the person sees it."""
        if sign == "@":
            user = self.workspace.users.get(target)
            return f"@{user.real_name}" if user else None
        if sign == "#":
            channel = self.workspace.channels.get(target)
            return f"#{channel.name}" if channel and channel.open_to(self.viewer) else None
        if target in BROADCASTS:
            return f"@{target}" if sign else None
        group = self.workspace.usergroups.get(target.removeprefix("subteam^"))
        return f"@{group.handle}" if group else None


def wanted(workspace: Workspace, viewer: User, query: str) -> Wanted:
    """What somebody means by `tide in:#harbour from:@ana`; a name that isn't known is nobody's."""
    words, places, people = [], [], []
    for word in query.split():
        kind, _, name = word.partition(":")
        if kind.lower() == "in" and name:
            channel = workspace.channel(name) or workspace.channel(name.lower())
            places.append(channel.id if channel else name)
        elif kind.lower() == "from" and name:
            author = workspace.user(name) or workspace.user(name.lower())
            people.append(author.id if author else name)
        else:
            words.append(word.casefold())
    return Wanted(workspace, viewer, tuple(words), frozenset(places), frozenset(people))


async def search(wanted: Wanted, *, most: int) -> list[Message]:
    """The newest *most* messages that fit, the newest first."""
    seen = [one for one in wanted.workspace.channels.values() if wanted.is_in(one)]
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
