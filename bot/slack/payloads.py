"""What Slack's requests look like, as far as Bolt and we rely on it; all else may be anything.

Everything here is Slack's own vocabulary: https://docs.slack.dev/reference/interaction-payloads
and https://docs.slack.dev/apis/events-api
"""

import binascii
import json
import re
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError


class Malformed(Exception):
    """A request that Slack would not send."""


@dataclass(frozen=True)
class Request:
    """A request that has been read: its kind, one of few, and its body as Bolt wants it."""

    kind: str
    body: dict[str, Any] = field(repr=False)


# Visible ASCII: a database takes it, and so does a hash.
Id = Annotated[str, StringConstraints(pattern=r"^[!-~]{1,255}$")]
MaybeId = Annotated[str, StringConstraints(pattern=r"^[!-~]{0,255}$")] | None
Anything = dict[str, Any]
_ZERO = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")  # in JSON; somebody may well write about one


class Shape(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore")


class Named(Shape):
    id: Id


class Command(Shape):
    command: str
    text: str | None = None
    response_url: str | None = None
    team_id: Id
    user_id: Id
    channel_id: Id
    enterprise_id: MaybeId = None
    trigger_id: MaybeId = None


class Place(Shape):
    id: Id
    enterprise_id: MaybeId = None


class User(Shape):
    id: Id
    team_id: MaybeId = None


class ResponseUrl(Shape):
    response_url: str


class Interaction(Shape):
    type: str
    user: User
    team: Place | None = None  # null with an organisation's installation
    enterprise: Named | None = None
    channel: Named | None = None
    container: Anything | None = None
    message: Anything | None = None
    trigger_id: MaybeId = None
    response_url: str | None = None
    response_urls: list[ResponseUrl] | None = None
    # Bolt takes whatever has these for a command or an event.
    command: None = None
    event: None = None
    authorizations: None = None


class State(Shape):
    values: dict[str, dict[str, Anything]] = {}


class Block(Shape):
    type: str
    block_id: str | None = None


class View(Shape):
    id: Id
    type: str
    callback_id: str
    private_metadata: str | None = None
    hash: str | None = None
    root_view_id: str | None = None
    team_id: MaybeId = None
    app_installed_team_id: MaybeId = None
    blocks: list[Block]
    state: State | None = None


class Action(Shape):
    action_id: str
    type: str


class Actions(Interaction):
    actions: Annotated[list[Action], Field(min_length=1)]
    view: View | None = None


class OfAView(Interaction):
    view: View


class Suggestion(Interaction):
    action_id: str
    view: Anything | None = None


class Shortcut(Interaction):
    callback_id: str


INTERACTIONS: dict[str, type[Interaction]] = {
    "block_actions": Actions,
    "view_submission": OfAView,
    "view_closed": OfAView,
    "block_suggestion": Suggestion,
    "shortcut": Shortcut,
    "message_action": Shortcut,
}


class Origin(Shape):
    team_id: MaybeId = None
    enterprise_id: MaybeId = None


class Envelope(Shape):
    event: Anything
    team_id: MaybeId = None
    enterprise_id: MaybeId = None
    event_id: str | None = None
    authorizations: list[Origin] | None = None
    command: None = None  # Bolt takes whatever has one for a command


class SomebodySomewhere(Shape):
    user: Id
    channel: Id


class Somebody(Shape):
    user: Named


class Somewhere(Shape):
    channel: Id


class Group(Shape):  # it has changed, or who is in it
    subteam: Named | None = None
    subteam_id: Id | None = None


class Message(Shape):
    """Of any kind: edits, deletions and what apps post have fields of their own."""

    channel: Id
    user: Id | None = None
    ts: Id | None = None
    thread_ts: Id | None = None
    text: str | None = None


class Called(Shape):
    callback_id: str


class Inputs(Shape):
    user: Named | None = None
    channel: Id | None = None


class Step(Shape):
    function: Called
    inputs: Inputs = Inputs()
    # It stands in the key of what is posted.
    function_execution_id: Annotated[str, StringConstraints(pattern=r"^[!-~]{1,64}$")]
    bot_access_token: Id | None = None


EVENTS: dict[str, type[Shape]] = {
    "channel_archive": Somewhere,
    "channel_unarchive": Somewhere,
    "channel_deleted": Somewhere,
    "group_archive": Somewhere,
    "group_unarchive": Somewhere,
    "group_deleted": Somewhere,
    "app_home_opened": SomebodySomewhere,
    "app_mention": Message,
    "message": Message,
    "member_joined_channel": SomebodySomewhere,
    "member_left_channel": SomebodySomewhere,
    "user_change": Somebody,
    **dict.fromkeys(("subteam_members_changed", "subteam_updated"), Group),
    "function_executed": Step,
    "app_uninstalled": Shape,
    "tokens_revoked": Shape,
}


class Challenge(Shape):
    challenge: str


def read(content_type: str, text: str) -> Request:
    """What a request's body is; raises Malformed with what is wrong with it.

    The kinds: `command`, the names in INTERACTIONS, `event`, `url_verification`, `ssl_check`, and
    `other` for what is well-formed and nothing of ours.
    """
    if content_type == "application/json":
        return _from_json(_object(text))
    form = _form(text)
    if "payload" in form:
        return _interaction(_object(form["payload"]))
    if form.get("ssl_check") == "1":
        return Request("ssl_check", {})
    if "%00" in text:
        raise Malformed("a text has a zero in it")
    check(Command, form)
    return Request("command", form)


def from_socket(kind: str, body: Any) -> Request:
    """The same of a frame of Socket Mode, which nobody has looked at before."""
    if not isinstance(body, dict):
        raise Malformed("the payload is no JSON object")
    _check_text(json.dumps(body, ensure_ascii=False))
    if kind == "slash_commands":
        check(Command, body)
        return Request("command", body)
    if kind == "interactive":
        return _interaction(body)
    return _from_json(body)


def _form(text: str) -> dict[str, str]:
    """The fields of a form; of two with one name, the later one."""
    pairs = (field.partition("=") for field in text.split("&") if field)
    return {_unquoted(name): _unquoted(value) for name, _, value in pairs}


def _unquoted(text: str) -> str:
    """A name or value without its percent-encoding.

    That is quoted-printable with another sign, for which Python has a decoder in C: `urllib`'s
    own takes longer for a form than all that Bolt does.
    """
    quoted = text.replace("+", " ").replace("=", "%3D").replace("%", "=")
    return binascii.a2b_qp(quoted.encode()).decode(errors="replace")


def _from_json(body: Anything) -> Request:
    if body.get("type") == "url_verification":
        check(Challenge, body)
        return Request("url_verification", body)
    if body.get("type") != "event_callback":
        return _other(body)
    check(Envelope, body)
    kind = body["event"].get("type")
    if not isinstance(kind, str):
        raise Malformed("event.type: is no text")
    if kind not in EVENTS:
        return _other(body)
    check(EVENTS[kind], body["event"])
    return Request("event", body)


def _interaction(body: Anything) -> Request:
    kind = str(body.get("type"))
    if kind not in INTERACTIONS:
        return _other(body)
    check(INTERACTIONS[kind], body)
    return Request(kind, body)


def _other(body: Anything) -> Request:
    if not isinstance(body.get("type"), str):
        raise Malformed("type: is no text")
    return Request("other", body)


def _object(text: str) -> Anything:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise Malformed("the body is no JSON") from None
    if not isinstance(value, dict):
        raise Malformed("the body is no JSON object")
    if "\\u" in text:
        _check_text(json.dumps(value, ensure_ascii=False))
    return value


def _check_text(written: str) -> None:
    """Raise Malformed for half a character, or none: what no database takes for text."""
    try:
        written.encode()
    except UnicodeEncodeError:
        raise Malformed("a text has half a character in it") from None
    if _ZERO.search(written):
        raise Malformed("a text has a zero in it")


def check(shape: type[Shape], body: Anything) -> None:
    """Raise Malformed, with the place, when *body* is not of this shape."""
    try:
        shape.model_validate(body)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise Malformed(f"{place}: {first['msg']}") from None
