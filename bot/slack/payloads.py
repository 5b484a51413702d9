"""Reading Slack's requests: what fits none of the schemas is refused before Bolt sees it."""

import binascii
import json
import re
from dataclasses import dataclass, field
from typing import Any

from msgspec import ValidationError, convert

from bot.slack import schemas
from bot.slack.schemas import Anything, Payload


class Malformed(Exception):
    """A request that Slack would not send."""


@dataclass(frozen=True)
class Request:
    """A request that has been read: its kind, one of few, and its body as Bolt wants it."""

    kind: str
    body: dict[str, Any] = field(repr=False)


_ZERO = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")  # in JSON; somebody may well write about one


def read(content_type: str, text: str) -> Request:
    """What a request's body is; raises Malformed with what is wrong with it.

    The kinds: `command`, the names in `schemas.INTERACTIONS`, `event`, `url_verification`,
    `ssl_check`, and `other` for what is well-formed and nothing of ours.
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
    check(schemas.Command, form)
    return Request("command", form)


def from_socket(kind: str, body: Any) -> Request:
    """The same of a frame of Socket Mode, which nobody has looked at before."""
    if not isinstance(body, dict):
        raise Malformed("the payload is no JSON object")
    _check_text(body)
    if kind == "slash_commands":
        check(schemas.Command, body)
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
    if "%" not in text and "+" not in text:
        return text
    quoted = text.replace("+", " ").replace("=", "%3D").replace("%", "=")
    return binascii.a2b_qp(quoted.encode()).decode(errors="replace")


def _from_json(body: Anything) -> Request:
    if body.get("type") == "url_verification":
        check(schemas.Challenge, body)
        return Request("url_verification", body)
    if body.get("type") != "event_callback":
        return _other(body)
    check(schemas.Envelope, body)
    kind = body["event"].get("type")
    if not isinstance(kind, str):
        raise Malformed("event.type: is no text")
    if kind not in schemas.EVENTS:
        return _other(body)
    check(schemas.EVENTS[kind], body["event"])
    return Request("event", body)


def _interaction(body: Anything) -> Request:
    kind = str(body.get("type"))
    if kind not in schemas.INTERACTIONS:
        return _other(body)
    check(schemas.INTERACTIONS[kind], body)
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
        _check_text(value)
    return value


def _check_text(body: Anything) -> None:
    """Raise Malformed for half a character, or none: what no database takes for text."""
    try:
        written = json.dumps(body, ensure_ascii=False)
        written.encode()
    except RecursionError:
        raise Malformed("the payload is nested too deeply") from None
    except UnicodeEncodeError:
        raise Malformed("a text has half a character in it") from None
    if _ZERO.search(written):
        raise Malformed("a text has a zero in it")


def check(schema: type[Payload], body: Anything) -> None:
    """Raise Malformed, with the place, when *body* is not of this shape."""
    try:
        convert(body, schema)
    except ValidationError as error:
        what, _, place = str(error).partition(" - at `$.")
        raise Malformed(f"{place.rstrip('`') or 'body'}: {what}") from None
