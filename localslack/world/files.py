"""Uploaded files: the address, the bytes, the completion, and the scan that takes a moment."""

import secrets
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from localslack.world import ids
from localslack.world.channels import Channel

IMAGES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif"}
TYPES = IMAGES | {
    "csv": "text/csv",
    "txt": "text/plain",
    "json": "application/json",
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
    "html": "text/html",
}


@dataclass
class Share:
    """A file's place in one conversation, and the message that it came with."""

    channel: Channel
    ts: str = ""
    user_id: str = ""
    thread_ts: str | None = None

    def as_json(self) -> dict[str, Any]:
        """As Slack lists it among a file's shares."""
        replies = self.channel.messages.reply_facts(self.ts)
        return {
            "ts": self.ts,
            "channel_name": self.channel.name,
            "team_id": self.channel.team_id,
            "share_user_id": self.user_id,
            "source": "UNKNOWN",
            "reply_users": replies.get("reply_users", []),
            "reply_users_count": replies.get("reply_users_count", 0),
            "reply_count": replies.get("reply_count", 0),
        } | ({"thread_ts": self.thread_ts} if self.thread_ts else {})


@dataclass
class File:
    """One file; `content` is None until the bytes have come."""

    id: str
    team_id: str
    user_id: str
    name: str
    length: int
    created: int
    title: str = ""
    alt_txt: str = ""
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    content: bytes | None = None
    is_complete: bool = False
    shares: list[Share] = field(default_factory=list)

    def share(self, channel: Channel) -> Share:
        """Put it into a conversation."""
        shared = Share(channel)
        self.shares.append(shared)
        return shared

    def places(self, *kinds: str) -> list[str]:
        """The ids of the conversations of these kinds that it is in."""
        return list(dict.fromkeys(s.channel.id for s in self.shares if s.channel.kind in kinds))

    @property
    def suffix(self) -> str:
        """The kind of file by its name, in lower case, without the dot."""
        return PurePosixPath(self.name).suffix.lower().removeprefix(".")

    @property
    def mimetype(self) -> str:
        """What it is served as."""
        return TYPES.get(self.suffix, "application/octet-stream")

    @property
    def path(self) -> str:
        """Where it can be had."""
        return f"/files/{self.id}/{self.secret}"

    def as_json(self, base_url: str, *, shares: bool = False) -> dict[str, Any]:
        """Slack's file object; with *shares* as files.info has it, without as messages do."""
        address = base_url + self.path
        body: dict[str, Any] = {
            "id": self.id,
            "created": self.created,
            "timestamp": self.created,
            "name": self.name,
            "title": self.title or self.name,
            "mimetype": self.mimetype,
            "filetype": self.suffix or "binary",
            "pretty_type": self.suffix.upper() or "Binary",
            "user": self.user_id,
            "user_team": self.team_id,
            "size": len(self.content or b""),
            "mode": "hosted",
            "is_external": False,
            "editable": False,
            "username": "",
            "file_access": "visible",
            "external_type": "",
            "is_public": bool(self.places("channel")),
            "public_url_shared": False,
            "display_as_bot": False,
            "media_display_type": "unknown",
            "has_rich_preview": False,
            "url_private": address,
            "url_private_download": f"{address}?download=1",
            "permalink": address,
            "permalink_public": address,
            "channels": self.places("channel"),
            "groups": self.places("group", "mpim"),
            "ims": self.places("im"),
            "comments_count": 0,
        }
        body |= {"alt_txt": self.alt_txt} if self.alt_txt else {}
        return body | ({"shares": self._shares()} if shares else {})

    def _shares(self) -> dict[str, dict[str, list[dict[str, Any]]]]:
        found: dict[str, dict[str, list[dict[str, Any]]]] = {}
        for one in self.shares:
            kind = "public" if one.channel.kind == "channel" else "private"
            found.setdefault(kind, {}).setdefault(one.channel.id, []).append(one.as_json())
        return found


class Files:
    """Every file, by id and by address."""

    def __init__(self) -> None:
        self._by_id: dict[str, File] = {}

    def begin(
        self, *, team_id: str, user_id: str, name: str, length: int, created: int, alt_txt: str = ""
    ) -> File:
        """A file that is announced; its bytes come later."""
        file = File(ids.fresh("F"), team_id, user_id, name, length, created, alt_txt=alt_txt)
        self._by_id[file.id] = file
        return file

    def get(self, file_id: str) -> File | None:
        """The file of that id."""
        return self._by_id.get(file_id)

    def named_by(self, slack_file: dict[str, Any]) -> File | None:
        """The file that a `slack_file` names, by id or by address."""
        if "id" in slack_file:
            return self._by_id.get(str(slack_file["id"]))
        address = str(slack_file.get("url", ""))
        return next((f for f in self._by_id.values() if address.endswith(f.path)), None)
