"""Conversations: channels, private channels, DMs and group DMs."""

from dataclasses import dataclass, field
from typing import Any, Literal

from localslack.world.messages import Messages
from localslack.world.people import User

Kind = Literal["channel", "group", "im", "mpim"]

READ_SCOPES: dict[Kind, str] = {
    "channel": "channels:read",
    "group": "groups:read",
    "im": "im:read",
    "mpim": "mpim:read",
}
HISTORY_SCOPES: dict[Kind, str] = {
    "channel": "channels:history",
    "group": "groups:history",
    "im": "im:history",
    "mpim": "mpim:history",
}
TYPE_NAMES: dict[str, Kind] = {
    "public_channel": "channel",
    "private_channel": "group",
    "im": "im",
    "mpim": "mpim",
}


@dataclass
class Channel:
    """One conversation and its messages; `members` keeps the order of joining."""

    id: str
    team_id: str
    kind: Kind
    name: str
    created: int
    creator: str = ""
    members: dict[str, None] = field(default_factory=dict)
    topic: str = ""
    purpose: str = ""
    is_archived: bool = False
    is_deleted: bool = False
    is_ext_shared: bool = False
    updated: int = 0
    previous_names: list[str] = field(default_factory=list)
    posting: str = "everyone"
    messages: Messages = field(default_factory=Messages)
    pins: list[str] = field(default_factory=list)
    bookmarks: list[dict[str, Any]] = field(default_factory=list)

    @property
    def is_im(self) -> bool:
        """A DM between two."""
        return self.kind == "im"

    @property
    def is_direct(self) -> bool:
        """Whether it is a DM, with one or with several."""
        return self.kind in ("im", "mpim")

    @property
    def is_private(self) -> bool:
        """Whether only its members know of it."""
        return self.kind != "channel"

    @property
    def label(self) -> str:
        """The name that a payload gives: `directmessage` and `privategroup` as Slack's do."""
        return {"im": "directmessage", "mpim": "mpdm", "group": "privategroup"}.get(
            self.kind, self.name
        )

    def seen_by(self, user_id: str) -> bool:
        """Whether a bot or a full member can open it."""
        return user_id in self.members or (self.kind == "channel" and not self.is_deleted)

    def open_to(self, user: User) -> bool:
        """Whether this person can open it; guests see only what they are in."""
        return user.id in self.members or (self.seen_by(user.id) and not user.is_restricted)

    def refuses(self, *, threaded: bool) -> bool:
        """Whether nobody but the channel's managers may post like this here."""
        allowed = {"everyone": True, "thread_only": threaded, "non_threadable": not threaded}
        return not allowed.get(self.posting, False)

    def other(self, user_id: str) -> str:
        """Who is at the other end of this DM."""
        return next((member for member in self.members if member != user_id), user_id)

    def as_created(self) -> dict[str, Any]:
        """As `channel_created` has it: nobody looks at it yet."""
        return {name: value for name, value in self.as_json("").items() if name != "is_member"}

    def as_renamed(self) -> dict[str, Any]:
        """As `channel_rename` has it."""
        kept = ("id", "name", "name_normalized", "created", "is_channel", "is_mpim")
        return {name: value for name, value in self.as_json("").items() if name in kept}

    def as_json(self, viewer: str, *, num_members: bool = False) -> dict[str, Any]:
        """Slack's conversation object as *viewer* (a user id) gets it."""
        body: dict[str, Any] = {
            "id": self.id,
            "created": self.created,
            "is_archived": self.is_archived,
            "is_channel": self.kind == "channel",
            "is_group": self.kind == "group",
            "is_im": self.is_im,
            "is_mpim": self.kind == "mpim",
            "is_private": self.is_private,
            "is_org_shared": False,
            "is_ext_shared": self.is_ext_shared,
            "is_shared": self.is_ext_shared,
            "is_pending_ext_shared": False,
            "context_team_id": self.team_id,
            "updated": 1000 * (self.updated or self.created),
            "unlinked": 0,
            "is_general": self.name == "general",
            "shared_team_ids": [self.team_id],
            "pending_shared": [],
            "pending_connected_team_ids": [],
        }
        if self.is_im:
            direct = {"user": self.other(viewer), "is_user_deleted": False, "priority": 0}
            return body | direct | {"is_open": True}
        body |= {
            "name": self.name,
            "name_normalized": self.name,
            "is_member": viewer in self.members,
            "creator": self.creator,
            "parent_conversation": None,
            "previous_names": self.previous_names,
            "topic": {"value": self.topic, "creator": self.creator, "last_set": 0},
            "purpose": {"value": self.purpose, "creator": self.creator, "last_set": 0},
        }
        if num_members:
            body["num_members"] = len(self.members)
        return body
