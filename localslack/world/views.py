"""Modals and Home tabs: one stack of modals for each person, one Home for each app and person."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from localslack.errors import Refused
from localslack.world import blocks, ids

STACK = 3


@dataclass
class View:
    """One view as it stands; `state` is what the person has put into it so far."""

    id: str
    app_id: str
    bot_id: str
    team_id: str
    installed_team_id: str | None
    user_id: str
    body: dict[str, Any]
    hash: str
    root_view_id: str = ""
    previous_view_id: str | None = None
    state: blocks.State = field(default_factory=dict)
    is_submitting: bool = False

    @property
    def kind(self) -> str:
        """`modal` or `home`."""
        return str(self.body["type"])

    @property
    def blocks(self) -> list[dict[str, Any]]:
        """The blocks, with ids filled in."""
        found: list[dict[str, Any]] = self.body["blocks"]
        return found

    @property
    def external_id(self) -> str:
        """The app's own id for it, or nothing."""
        return str(self.body.get("external_id") or "")

    def replace(self, body: dict[str, Any], at: datetime) -> None:
        """Show something else; what was typed stays where block_id and action_id stay."""
        self.body = kept(body)
        self.state = blocks.state_of(self.blocks, self.state)
        self.hash = new_hash(at)

    def as_json(self) -> dict[str, Any]:
        """Slack's view object."""
        body = self.body
        return {
            "id": self.id,
            "team_id": self.team_id,
            "type": self.kind,
            "blocks": self.blocks,
            "private_metadata": body.get("private_metadata") or "",
            "callback_id": body.get("callback_id") or "",
            "state": {"values": self.state},
            "hash": self.hash,
            "title": body.get("title") or _plain("View Title"),
            "clear_on_close": bool(body.get("clear_on_close", False)),
            "notify_on_close": bool(body.get("notify_on_close", False)),
            "close": body.get("close"),
            "submit": body.get("submit"),
            "submit_disabled": bool(body.get("submit_disabled", False)),
            "previous_view_id": self.previous_view_id,
            "root_view_id": self.root_view_id or self.id,
            "app_id": self.app_id,
            "external_id": self.external_id,
            "app_installed_team_id": self.installed_team_id,
            "bot_id": self.bot_id,
        }


def _plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text, "emoji": True}


def kept(body: dict[str, Any]) -> dict[str, Any]:
    """A view's JSON as Slack stores it."""
    filled = {**body, "blocks": blocks.kept(body.get("blocks") or [])}
    for name in ("title", "submit", "close"):
        if isinstance(filled.get(name), dict):
            filled[name] = {"emoji": True, **filled[name]}
    return filled


def new_hash(at: datetime) -> str:
    """A hash that changes with every change of a view."""
    return f"{int(at.timestamp())}.{secrets.token_hex(4)}"


class Views:
    """All open modals and all Homes."""

    def __init__(self) -> None:
        self._stacks: dict[tuple[str, str], list[View]] = {}
        self._homes: dict[tuple[str, str, str], View] = {}
        self._by_id: dict[str, View] = {}

    def get(self, view_id: str) -> View | None:
        """An open modal or a Home by its id."""
        return self._by_id.get(view_id)

    def stack(self, team_id: str, user_id: str) -> list[View]:
        """A person's modals, the top one last."""
        return self._stacks.get((team_id, user_id), [])

    def home(self, app_id: str, team_id: str, user_id: str) -> View | None:
        """What an app shows this person in its Home tab."""
        return self._homes.get((app_id, team_id, user_id))

    def homes(self, team_id: str, user_id: str) -> dict[str, View]:
        """A person's Homes by app."""
        return {
            app_id: view
            for (app_id, team, user), view in self._homes.items()
            if (team, user) == (team_id, user_id)
        }

    def by_external_id(self, app_id: str, team_id: str, external_id: str) -> View | None:
        """The view that an app gave this id in this workspace."""
        same = (v for v in self._by_id.values() if v.app_id == app_id and v.team_id == team_id)
        return next(
            (view for view in same if external_id and view.external_id == external_id), None
        )

    def check_external_id(self, view: View, body: dict[str, Any]) -> None:
        """Raise Refused when another view of the app has this external_id already."""
        external_id = str(body.get("external_id") or "")
        other = self.by_external_id(view.app_id, view.team_id, external_id)
        if other is not None and other.id != view.id:
            raise Refused("duplicate_external_id")

    def open(self, view: View, body: dict[str, Any], at: datetime) -> list[View]:
        """Start a new stack with this view; answers the views it took the place of."""
        self.check_external_id(view, body)
        gone = self.close(view.team_id, view.user_id)
        self._put(view, body, at)
        return gone

    def push(self, view: View, body: dict[str, Any], at: datetime) -> None:
        """Lay a view on the stack; raises Refused on an empty stack and on a full one."""
        stack = self.stack(view.team_id, view.user_id)
        if not stack:
            raise Refused("not_found")
        if len(stack) >= STACK:
            raise Refused("push_limit_reached")
        self.check_external_id(view, body)
        view.root_view_id, view.previous_view_id = stack[0].id, stack[-1].id
        self._put(view, body, at)

    def _put(self, view: View, body: dict[str, Any], at: datetime) -> None:
        view.replace(body, at)
        self._by_id[view.id] = view
        self._stacks.setdefault((view.team_id, view.user_id), []).append(view)

    def update(
        self, view: View, body: dict[str, Any], at: datetime, *, hash_: str | None = None
    ) -> None:
        """Show something else in a view; raises Refused when *hash_* isn't the present one."""
        if hash_ and hash_ != view.hash:
            raise Refused("hash_conflict")
        self.check_external_id(view, body)
        view.replace(body, at)

    def publish(self, view: View, body: dict[str, Any], at: datetime, *, hash_: str | None) -> View:
        """Show a Home; keeps the id of the one that was there."""
        key = (view.app_id, view.team_id, view.user_id)
        present = self._homes.get(key)
        if present is None:
            if hash_:
                raise Refused("hash_conflict")
            self.check_external_id(view, body)
            self._homes[key] = self._by_id[view.id] = present = view
        self.update(present, body, at, hash_=hash_)
        return present

    def pop(self, view: View) -> View | None:
        """Take one modal away; answers the one that now lies on top."""
        stack = self.stack(view.team_id, view.user_id)
        if view in stack:
            stack.remove(view)
            self._by_id.pop(view.id, None)
        return stack[-1] if stack else None

    def close(self, team_id: str, user_id: str) -> list[View]:
        """Take a person's whole stack away; answers what was in it, the top one last."""
        gone = self._stacks.pop((team_id, user_id), [])
        for view in gone:
            self._by_id.pop(view.id, None)
        return gone


def new_id() -> str:
    """A view's id."""
    return ids.fresh("V")
