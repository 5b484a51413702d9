"""Uploaded files: the address, the bytes, the completion, and the scan that takes a moment."""

import secrets
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from localslack.world import ids

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
    channels: list[str] = field(default_factory=list)

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

    def as_json(self, base_url: str) -> dict[str, Any]:
        """Slack's file object."""
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
            "is_public": bool(self.channels),
            "url_private": address,
            "url_private_download": f"{address}?download=1",
            "permalink": address,
            "channels": self.channels,
            "groups": [],
            "ims": [],
        }
        return body | ({"alt_txt": self.alt_txt} if self.alt_txt else {})


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
