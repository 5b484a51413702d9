"""Messages, and how a channel keeps them so that 50,000 open as fast as fifty."""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from localslack.rules import mrkdwn, visible_text
from localslack.world import ids

MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")
READABLE = ("pretext", "author_name", "title", "text", "fallback", "footer")
BROADCAST = re.compile(r"<!(channel|here|everyone)(?:\|[^>]*)?>")


@dataclass
class Message:
    """One message as it stands now; `ts` is its id within its channel."""

    ts: str
    channel: str
    user: str
    text: str
    team: str
    blocks: list[dict[str, Any]] | None = None
    attachments: list[dict[str, Any]] | None = None
    files: list[dict[str, Any]] = field(default_factory=list)
    metadata: dict[str, Any] | None = None
    bot_id: str | None = None
    app_id: str | None = None
    username: str | None = None
    icons: dict[str, Any] | None = None
    subtype: str | None = None
    thread_ts: str | None = None
    broadcast: bool = False
    edited: dict[str, Any] | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)
    client_msg_id: str | None = None
    execution_id: str | None = None
    ephemeral_for: str | None = None
    stream: str | None = None  # while it grows: how its tasks are shown
    _rich: tuple[str, list[dict[str, Any]]] | None = None

    @property
    def is_reply(self) -> bool:
        """Whether it stands in a thread and not (only) in the channel."""
        return self.thread_ts is not None and self.thread_ts != self.ts

    def all_blocks(self) -> list[dict[str, Any]]:
        """Its blocks, those in attachments included."""
        attached = [b for a in self.attachments or [] for b in a.get("blocks") or []]
        return [*(self.blocks or []), *attached]

    def words(self) -> str:
        """What can be read in it, its files' names and its attachments included."""
        named = [str(file.get("title") or file.get("name") or "") for file in self.files]
        attached = [word for one in self.attachments or [] for word in _readable(one)]
        return " ".join([self.text, visible_text(self.all_blocks()), *attached, *named])

    def mentions(self) -> tuple[set[str], bool]:
        """Whom it names, and whether it names everybody."""
        words = self.text + " " + visible_text(self.blocks or [])
        return set(MENTION.findall(words)), bool(BROADCAST.search(words))

    def rich_text(self) -> list[dict[str, Any]]:
        """Its text as one block, which keeps its id while the text stays; none for no text."""
        if self._rich is None or self._rich[0] != self.text:
            found = mrkdwn.rich_text(self.text)
            block = {"type": "rich_text", "block_id": ids.block_id(), "elements": found}
            self._rich = self.text, [block] if found else []
        return self._rich[1]

    def as_json(self) -> dict[str, Any]:
        """Slack's message object, without what is empty."""
        body: dict[str, Any] = {"type": "message", "ts": self.ts, "user": self.user}
        body |= {"text": self.text, "team": self.team}
        optional = {
            "subtype": "thread_broadcast" if self.broadcast else self.subtype,
            "bot_id": self.bot_id,
            "app_id": self.app_id,
            "username": self.username,
            "icons": self.icons,
            "client_msg_id": self.client_msg_id,
            "blocks": self.blocks,
            "attachments": self.attachments,
            "files": self.files or None,
            "thread_ts": self.thread_ts,
            "edited": self.edited,
            "metadata": self.metadata,
            "streaming_state": "in_progress" if self.stream else None,
        }
        body |= {name: value for name, value in optional.items() if value is not None}
        if self.reactions:
            body["reactions"] = [
                {"name": name, "users": users, "count": len(users)}
                for name, users in self.reactions.items()
            ]
        if self.ephemeral_for is not None:
            body["is_ephemeral"] = True
        return body


@dataclass(frozen=True)
class Draft:
    """What a message is to say."""

    text: str = ""
    blocks: list[dict[str, Any]] | None = None
    attachments: list[dict[str, Any]] | None = None
    files: list[dict[str, Any]] = field(default_factory=list)
    metadata: dict[str, Any] | None = None
    thread_ts: str | None = None
    broadcast: bool = False
    username: str | None = None
    icons: dict[str, Any] | None = None
    execution_id: str | None = None

    @property
    def is_disguised(self) -> bool:
        """Whether it comes under another name or picture than the app's own."""
        return self.username is not None or self.icons is not None


class Messages:
    """The messages of one channel, indexed by time, thread, mention and eye."""

    def __init__(self) -> None:
        self._by_ts: dict[str, Message] = {}
        self._timeline: list[str] = []
        self._threads: dict[str, list[str]] = {}
        self._mentions: dict[str, list[str]] = {}
        self._ephemerals: dict[str, dict[str, Message]] = {}
        self.read: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._timeline)

    def __contains__(self, ts: object) -> bool:
        return ts in self._by_ts

    def get(self, ts: str) -> Message | None:
        """The stored message of that time; never an ephemeral one."""
        return self._by_ts.get(ts)

    def add(self, message: Message, members: set[str]) -> None:
        """Store a message and remember who is named in it."""
        if message.ephemeral_for is not None:
            self._ephemerals.setdefault(message.ephemeral_for, {})[message.ts] = message
            return
        self._by_ts[message.ts] = message
        if message.is_reply and message.thread_ts is not None:
            insort(self._threads.setdefault(message.thread_ts, []), message.ts)
        if not message.is_reply or message.broadcast:
            insort(self._timeline, message.ts)
            named, everybody = message.mentions()
            for user in (members | named if everybody else named) - {message.user}:
                insort(self._mentions.setdefault(user, []), message.ts)

    def remove(self, ts: str) -> None:
        """Forget a message; the replies to it stay."""
        message = self._by_ts.pop(ts)
        for keys in (self._timeline, self._threads.get(message.thread_ts or "", [])):
            _drop(keys, ts)
        for keys in self._mentions.values():
            _drop(keys, ts)

    def page(
        self,
        *,
        before: str | None = None,
        after: str | None = None,
        limit: int,
        inclusive: bool = False,
    ) -> tuple[list[Message], bool]:
        """The newest *limit* messages between two times, oldest first, and whether more follow."""
        end_side, start_side = (
            (bisect_right, bisect_left) if inclusive else (bisect_left, bisect_right)
        )
        end = len(self._timeline) if before is None else end_side(self._timeline, before)
        start = 0 if after is None else start_side(self._timeline, after)
        first = max(start, end - limit)
        return [self._by_ts[ts] for ts in self._timeline[first:end]], first > start

    def window(
        self, ts: str | None, *, older: int, newer: int
    ) -> tuple[list[Message], bool, str | None]:
        """So many messages before a time (None: the end) and from it on, oldest first.

        With whether there are older ones, and the time of the next newer one, None for none.
        """
        at = len(self._timeline) if ts is None else bisect_left(self._timeline, ts)
        first, last = max(0, at - older), at + newer
        found = [self._by_ts[key] for key in self._timeline[first:last]]
        return found, first > 0, next(iter(self._timeline[last : last + 1]), None)

    def newest_first(self) -> list[Message]:
        """Every stored message, replies too."""
        return [*reversed(self._by_ts.values())]

    def thread(self, ts: str) -> list[Message]:
        """A root and its replies, oldest first; empty when there is no such root."""
        root = self._by_ts.get(ts)
        if root is None:
            return []
        return [root, *(self._by_ts[key] for key in self._threads.get(ts, []))]

    def reply_facts(self, ts: str) -> dict[str, Any]:
        """What Slack adds to a root: `reply_count`, `reply_users`, `latest_reply`."""
        replies = [self._by_ts[key] for key in self._threads.get(ts, [])]
        if not replies:
            return {}
        users = list(dict.fromkeys(reply.user for reply in replies))
        return {
            "thread_ts": ts,
            "reply_count": len(replies),
            "reply_users": users,
            "reply_users_count": len(users),
            "latest_reply": replies[-1].ts,
        }

    def ephemerals(self, user: str) -> list[Message]:
        """What only this person sees here, oldest first."""
        return list(self._ephemerals.get(user, {}).values())

    def ephemeral(self, user: str, ts: str) -> Message | None:
        """One of the messages that only this person sees."""
        return self._ephemerals.get(user, {}).get(ts)

    def remove_ephemeral(self, user: str, ts: str) -> None:
        """Take it away again."""
        self._ephemerals.get(user, {}).pop(ts, None)

    def unread(self, user: str) -> int:
        """How many messages came after the one this person read last."""
        return len(self._timeline) - bisect_right(self._timeline, self.read.get(user, ""))

    def unread_mentions(self, user: str) -> int:
        """How many of them name this person."""
        keys = self._mentions.get(user, [])
        return len(keys) - bisect_right(keys, self.read.get(user, ""))

    def before(self, ts: str) -> str:
        """The time of the message above this one in the channel; "0" above the first."""
        index = bisect_left(self._timeline, ts)
        return self._timeline[index - 1] if index else "0"

    def latest(self) -> str | None:
        """The time of the newest message in the channel."""
        return self._timeline[-1] if self._timeline else None


def _readable(attachment: dict[str, Any]) -> Iterator[str]:
    """What is read of an attachment beside its blocks."""
    listed = [one for one in attachment.get("fields") or [] if isinstance(one, dict)]
    for part, names in ((attachment, READABLE), *((one, ("title", "value")) for one in listed)):
        yield from (str(part[name]) for name in names if part.get(name))


def _drop(keys: list[str], ts: str) -> None:
    index = bisect_left(keys, ts)
    if index < len(keys) and keys[index] == ts:
        del keys[index]
