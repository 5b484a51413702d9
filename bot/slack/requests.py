"""What reaches us from Slack, as typed values: Slack's own dicts end here.

Slack's `team_id` is a workspace for us; it is translated in this file and nowhere else.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Self, TypeVar

from msgspec import Struct

from bot.errors import Garbled
from bot.slack import inputs
from bot.slack.inputs import Body, Note

Kind = TypeVar("Kind", bound=StrEnum)
LARGEST = 2**63 - 1  # what a database takes for a number
SLACKBOT = "USLACKBOT"  # Slack itself, which is no bot by its looks


class Actor(Struct, frozen=True):
    """Who did it: a person of a workspace."""

    workspace_id: str
    user_id: str


@dataclass(frozen=True)
class View:
    """A modal or a Home tab, with what people have put into it so far."""

    id: str
    callback_id: str
    metadata: dict[str, Any]
    values: dict[str, Any] = field(repr=False)
    blocks: Sequence[Body] = field(default=(), repr=False)

    @classmethod
    def read(cls, view: Body) -> Self:
        return cls(
            id=view["id"],
            callback_id=view.get("callback_id", ""),
            metadata=_metadata(view.get("private_metadata")),
            values=inputs.values((view.get("state") or {}).get("values") or {}),
            blocks=view.get("blocks") or (),
        )

    @property
    def entered(self) -> list[str]:
        """The names of the inputs that were changed, also before the form came once more."""
        before = inputs.shown(self.blocks)
        return [
            name
            for name, entry in self.values.items()
            if name in self._final or not inputs.same(entry, before.get(name))
        ]

    @property
    def _final(self) -> list[str]:
        """What had been entered before the form came once more."""
        named = self.metadata.get("entered")
        return named if isinstance(named, list) else []

    def merged(self, now: Sequence[Body]) -> dict[str, Any]:
        """What was entered; what was left as it was shown is what the form would show *now*.

        So two people may change a thing at once, and neither takes the other's change back.
        """
        after, entered = inputs.shown(now), self.entered
        left = {name: after[name] for name in self.values if name in after and name not in entered}
        return {**self.values, **left}

    def contested(self, now: Sequence[Body]) -> list[str]:
        """The labels of what was entered where by now somebody else has entered another thing.

        What had been shown to be so already, as the form came once more, is final.
        """
        before, after, labels = inputs.shown(self.blocks), inputs.shown(now), inputs.labels(now)
        return [
            labels[name]
            for name in self.entered
            if name in after
            and name not in self._final
            and not inputs.same(after[name], before.get(name))
            and not inputs.same(after[name], self.values[name])
        ]


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
    team: int | None = None  # chosen among several that a command may have meant
    execution_id: str = ""  # of a step of a workflow

    @classmethod
    def read(cls, body: Body, text: str | None = None, team: int | None = None) -> Self:
        """*text* is what is left of a command once its own words are taken off.

        A press that chooses the *team* for a command that was typed is that command.
        """
        if "command" in body:
            return cls._command(body, text)
        container, view = body.get("container") or {}, body.get("view")
        action = (body.get("actions") or [{}])[0]
        return cls(
            actor=actor(body),
            channel_id=(body.get("channel") or {}).get("id") or container.get("channel_id"),
            trigger_id=body.get("trigger_id", ""),
            text=text or "",
            action_id="" if team else action.get("action_id", ""),
            value="" if team else inputs.chosen(action) or "",
            team=team,
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
        if self.team is not None:
            return self.team
        if self.value.isdecimal():
            return self.number
        return self.metadata.get("team")

    @property
    def number(self) -> int:
        """What a button's value names, by its id; raises Garbled where it is no number."""
        return number(self.value)

    @property
    def values(self) -> dict[str, Any]:
        """What was entered into the form so far, by the fields' ids."""
        return self.view.values if self.view else Note()

    def merged(self, now: Sequence[Body]) -> dict[str, Any]:
        """What was entered, over what the form would show *now*; see `View.merged`."""
        return self.view.merged(now) if self.view else {}

    def contested(self, now: Sequence[Body]) -> list[str]:
        """What somebody else has changed as well, and otherwise; see `View.contested`."""
        return self.view.contested(now) if self.view else []

    @property
    def entered(self) -> list[str]:
        """The names of the inputs that were changed; see `View.entered`."""
        return self.view.entered if self.view else []

    @property
    def metadata(self) -> dict[str, Any]:
        """What the form carries along since it was opened: ids only."""
        return self.view.metadata if self.view else Note()


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


@dataclass(frozen=True)
class IncomingMessage:
    """What a person said to us: in a direct message, or by a mention in a channel."""

    actor: Actor
    channel_id: str
    ts: str
    thread_ts: str | None
    in_a_dm: bool
    text: str = field(repr=False)

    @classmethod
    def read(cls, event: Event) -> Self | None:
        """None for what no person wrote just now: other bots, edits, deletions, copies of replies.

        An answer to any of those might be answered in turn, or come twice.
        """
        said = event.body
        in_a_dm = said.get("channel_type") == "im" or said["channel"].startswith("D")
        is_to_us = in_a_dm or event.type == "app_mention"
        strange = ("subtype", "bot_id", "bot_profile", "edited", "hidden")
        if not is_to_us or any(said.get(name) for name in strange):
            return None
        if not said.get("ts") or said.get("user") in (None, SLACKBOT):
            return None
        return cls(
            actor=Actor(event.workspace_id, said["user"]),
            channel_id=said["channel"],
            ts=said["ts"],
            thread_ts=said.get("thread_ts"),
            in_a_dm=in_a_dm,
            text=said.get("text") or "",
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


def _metadata(private_metadata: str | None) -> dict[str, Any]:
    try:
        note = json.loads(private_metadata or "{}")
    except ValueError:
        return Note()
    return Note(note) if isinstance(note, dict) else Note()


def parts(text: str, many: int) -> list[str]:
    """So *many* parts of a value or an action's id, between colons; raises Garbled for others."""
    found = text.split(":", many - 1)
    if len(found) != many:
        raise Garbled
    return found


def one_of(kind: type[Kind], text: str) -> Kind:
    """The one of its kind that a text names; raises Garbled where it names none."""
    try:
        return kind(text)
    except ValueError:
        raise Garbled from None


def one_day(text: str) -> date:
    """The day that a text names, as ISO has it; raises Garbled where it names none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Garbled from None


def number(text: Any) -> int:
    """The number that a text is; raises Garbled where it is none that we would have written."""
    if not (isinstance(text, str) and text.isascii() and text.isdecimal()):
        raise Garbled
    if len(text) > 19 or int(text) > LARGEST:
        raise Garbled
    return int(text)
