"""What reaches us from Slack, as typed values: Slack's own dicts end here.

Slack's `team_id` is a workspace for us; it is translated in this file and nowhere else.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

Body = Mapping[str, Any]


@dataclass(frozen=True)
class Actor:
    """Who did it: a person of a workspace."""

    workspace_id: str
    user_id: str


@dataclass(frozen=True)
class View:
    """A modal or a Home tab, with what people have put into it so far."""

    id: str
    root_id: str
    hash: str
    callback_id: str
    metadata: dict[str, Any]
    values: dict[str, Any] = field(repr=False)

    @classmethod
    def read(cls, view: Body) -> Self:
        return cls(
            id=view["id"],
            root_id=view.get("root_view_id") or view["id"],
            hash=view.get("hash", ""),
            callback_id=view.get("callback_id", ""),
            metadata=_metadata(view.get("private_metadata")),
            values=values((view.get("state") or {}).get("values") or {}),
        )


@dataclass(frozen=True)
class Request:
    """What somebody did, however it reached us: typed, pressed or sent off.

    The same listener serves `/amp pulse now` and the button «Ask now». What a kind of request does
    not have is empty or None.
    """

    actor: Actor
    channel_id: str | None
    trigger_id: str
    text: str = field(default="", repr=False)  # what was typed after the command's own words
    typed: str = field(default="", repr=False)  # all that was typed after `/amp`
    in_a_dm: bool = False
    action_id: str = ""
    value: str = ""  # of the button, or of the choice
    ticked: tuple[str, ...] = ()  # of a group of boxes, as it was left
    message_ts: str | None = None
    view: View | None = None  # the modal or Home that it happened in

    @classmethod
    def read(cls, body: Body, text: str | None = None) -> Self:
        """*text* is what is left of a command once its own words are taken off."""
        if "command" in body:
            return cls._command(body, text)
        container, view = body.get("container") or {}, body.get("view")
        action = (body.get("actions") or [{}])[0]
        return cls(
            actor=actor(body),
            channel_id=(body.get("channel") or {}).get("id") or container.get("channel_id"),
            trigger_id=body.get("trigger_id", ""),
            action_id=action.get("action_id", ""),
            value=_chosen(action) or "",
            ticked=tuple(option["value"] for option in action.get("selected_options") or ()),
            message_ts=container.get("message_ts"),
            view=View.read(view) if view else None,
        )

    @classmethod
    def _command(cls, body: Body, text: str | None) -> Self:
        typed = str(body.get("text") or "").strip()
        channel_id = body["channel_id"]
        return cls(
            actor=Actor(body["team_id"], body["user_id"]),
            channel_id=channel_id,
            trigger_id=body.get("trigger_id") or "",
            text=typed if text is None else text,
            typed=typed,
            in_a_dm=body.get("channel_name") == "directmessage" or channel_id.startswith("D"),
        )

    @property
    def team_id(self) -> int | None:
        """The team that a button or a form is about; None where none is named."""
        if self.value.isdecimal():
            return int(self.value)
        return self.metadata.get("team")

    @property
    def values(self) -> dict[str, Any]:
        """What was entered into the form so far, by the fields' ids."""
        return self.view.values if self.view else {}

    @property
    def metadata(self) -> dict[str, Any]:
        """What the form carries along since it was opened: ids only."""
        return self.view.metadata if self.view else {}


@dataclass(frozen=True)
class Event:
    """An event of the Events API."""

    workspace_id: str
    enterprise_id: str | None
    type: str
    id: str
    body: Body = field(repr=False)

    @classmethod
    def read(cls, body: Body) -> Self:
        return cls(
            workspace_id=body.get("team_id") or "",
            enterprise_id=body.get("enterprise_id"),
            type=body["event"]["type"],
            id=body.get("event_id", ""),
            body=body["event"],
        )


def actor(body: Body) -> Actor:
    """Who is behind an interaction; with an org-wide install `team` is null."""
    user = body["user"]
    view = body.get("view") or {}
    workspace_id = (
        (body.get("team") or {}).get("id")
        or view.get("app_installed_team_id")
        or user.get("team_id")
        or view.get("team_id")
    )
    return Actor(str(workspace_id or ""), user["id"])


def values(state: Body) -> dict[str, Any]:
    """Slack's `state.values` as `{block_id: what was entered}`; an empty input is None.

    Where a block holds several elements, their entries are told apart as `block_id.action_id`.
    """
    entered: dict[str, Any] = {}
    for block_id, elements in state.items():
        for action_id, entry in elements.items():
            name = block_id if len(elements) == 1 else f"{block_id}.{action_id}"
            entered[name] = _entered(entry)
    return entered


_SINGLE = (
    "value", "selected_date", "selected_time", "selected_date_time", "selected_user",
    "selected_channel", "selected_conversation",
)  # fmt: skip
_SEVERAL = ("selected_users", "selected_channels", "selected_conversations")


def _entered(entry: Body) -> Any:
    if "selected_options" in entry:
        return [option["value"] for option in entry["selected_options"] or []]
    if "selected_option" in entry:
        return (entry["selected_option"] or {}).get("value")
    for name in _SEVERAL:
        if name in entry:
            return list(entry[name] or [])
    return next((entry[name] for name in _SINGLE if entry.get(name) is not None), None)


def _chosen(action: Body) -> str | None:
    chosen = _entered(action)
    return chosen if isinstance(chosen, str) else None


def _metadata(private_metadata: str | None) -> dict[str, Any]:
    try:
        note = json.loads(private_metadata or "{}")
    except ValueError:
        return {}
    return note if isinstance(note, dict) else {}
