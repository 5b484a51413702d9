"""Workspaces: their people, channels and user groups."""

from dataclasses import dataclass, field
from typing import Any

from localslack.world.channels import Channel
from localslack.world.people import User


@dataclass
class Usergroup:
    """People who are mentioned as one."""

    id: str
    handle: str
    name: str
    users: list[str]
    description: str = ""
    creator: str = ""
    created: int = 0
    updated: int = 0

    def as_json(self, team_id: str, *, users: bool) -> dict[str, Any]:
        """Slack's user group object."""
        body: dict[str, Any] = {
            "id": self.id,
            "team_id": team_id,
            "is_usergroup": True,
            "is_subteam": True,
            "name": self.name,
            "description": self.description,
            "handle": self.handle,
            "is_external": False,
            "date_create": self.created,
            "date_update": self.updated,
            "date_delete": 0,
            "auto_type": None,
            "auto_provision": False,
            "enterprise_subteam_id": "",
            "created_by": self.creator,
            "updated_by": self.creator,
            "deleted_by": None,
            "prefs": {"channels": [], "groups": []},
            "user_count": len(self.users),
            "channel_count": 0,
        }
        return body | ({"users": self.users} if users else {})


@dataclass
class Workspace:
    """One workspace; Slack calls its id `team_id`."""

    id: str
    name: str
    domain: str
    plan: str = "paid"
    enterprise_id: str | None = None
    enterprise_name: str | None = None
    users: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    usergroups: dict[str, Usergroup] = field(default_factory=dict)
    ims: dict[frozenset[str], Channel] = field(default_factory=dict)

    def user(self, name: str) -> User | None:
        """Somebody by id or by handle, with or without an @."""
        found = self.users.get(name)
        handle = name.removeprefix("@")
        return found or next((u for u in self.users.values() if u.name == handle), None)

    def _called(self, name: str) -> User | None:
        """Who is meant by a handle or a display name that somebody typed, in any case."""
        known = self.user(f"@{name}")
        if known is not None:
            return known
        typed = name.casefold()
        names = ((u, {u.name.casefold(), u.display_name.casefold()}) for u in self.users.values())
        return next((user for user, called in names if typed in called), None)

    def channel(self, name: str) -> Channel | None:
        """A conversation by id, by name or by #name."""
        found = self.channels.get(name)
        if found is not None:
            return found
        plain = name.removeprefix("#")
        named = (c for c in self.channels.values() if c.name == plain and not c.is_im)
        return next((channel for channel in named if not channel.is_deleted), None)

    def mention(self, sigil: str, name: str) -> str | None:
        """The markup of `@name` or `#name` in a message; None for what isn't known."""
        if sigil == "@":
            user = self._called(name)
            return f"<@{user.id}>" if user else None
        channel = self.channel(f"#{name}")
        return f"<#{channel.id}|{channel.name}>" if channel else None

    def mention_with_name(self, sigil: str, name: str) -> str | None:
        """The same as a command's escaped text has it: a person with their handle."""
        user = self._called(name) if sigil == "@" else None
        return f"<@{user.id}|{user.name}>" if user else self.mention(sigil, name)

    def conversations_of(self, user_id: str) -> list[Channel]:
        """Every conversation that somebody is in, in the order they were made."""
        return [c for c in self.channels.values() if user_id in c.members and not c.is_deleted]


@dataclass(frozen=True)
class Actor:
    """Somebody who acts, and where."""

    workspace: Workspace
    person: User
