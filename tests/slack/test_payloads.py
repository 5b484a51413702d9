"""Reading what Slack sends."""

import json
from functools import reduce
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Garbled
from bot.slack import inputs, payloads, requests
from bot.slack.payloads import Malformed

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.dictionaries(ANY_TEXT, ANY_TEXT))
def test_a_form_is_read_as_it_was_written(fields: dict[str, str]) -> None:
    """Whatever stands in it: every sign, in every place."""
    written = urlencode(fields)
    assert payloads._form(written) == dict(parse_qsl(written, keep_blank_values=True))
    assert payloads._form(written).items() >= {n: v for n, v in fields.items() if n}.items()


@pytest.mark.parametrize("text", ["", "&&", "a", "a=b=c", "a=%ff", "a=%", "a=\n", "a=1&a=2", "=1"])
def test_what_was_written_badly_is_read_somehow(text: str) -> None:
    """It raises nothing; what is missing then is told by the shape."""
    assert isinstance(payloads._form(text), dict)


COMMAND = {"command": "/amp", "team_id": "T1", "user_id": "U1", "channel_id": "C1"}
DEEP = reduce(lambda inner, _: [inner], range(5000), list[Any]())


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("slash_commands", [COMMAND]),
        ("slash_commands", COMMAND | {"text": ["pulse"]}),
        ("slash_commands", COMMAND | {"text": "\x00"}),
        ("slash_commands", COMMAND | {"text": "\ud800"}),
        ("interactive", {"type": "block_actions", "user": {"id": "U1"}, "actions": []}),
        ("events_api", {"type": "event_callback", "event": {"type": ["message"]}}),
        ("hello", {}),
        ("slash_commands", COMMAND | {"more": DEEP}),
    ],
)
def test_a_frame_that_slack_would_not_send_is_refused(kind: str, body: Any) -> None:
    """Over Socket Mode as over HTTP."""
    with pytest.raises(Malformed):
        payloads.from_socket(kind, body)


@pytest.mark.parametrize("text", ['{"type": "x", "a": "\\u0000"}', '{"type": "x", "a": "\\ud800"}'])
def test_what_no_database_takes_for_text_is_refused(text: str) -> None:
    """In JSON, and in a form."""
    with pytest.raises(Malformed):
        payloads.read("application/json", text)
    with pytest.raises(Malformed):
        payloads.read("application/x-www-form-urlencoded", urlencode(COMMAND) + "&text=%00")


def test_a_frame_is_read_as_it_is() -> None:
    """Its kind is what the payload is."""
    assert payloads.from_socket("slash_commands", COMMAND) == payloads.Request("command", COMMAND)
    emoji = '{"type": "x", "a": "\\ud83d\\ude00"}'  # two halves are one
    assert payloads.read("application/json", emoji).body["a"] == "\U0001f600"


def test_who_writes_about_a_zero_is_heard() -> None:
    r"""«\u0000» as six characters is text like any other, after any number of strokes."""
    for said in (r"\u0000", r"C:\\u0000", "%00"):
        body = {"type": "x", "a": said}
        assert payloads.read("application/json", json.dumps(body)).body == body
        command = COMMAND | {"text": said}
        assert payloads.from_socket("slash_commands", command).body["text"] == said
        form = urlencode(command)
        assert payloads.read("application/x-www-form-urlencoded", form).body["text"] == said


@pytest.mark.parametrize("text", ["", "x", "-1", "1.0", "²", "9" * 20, str(2**63), None, 1, ["1"]])
def test_a_number_that_we_did_not_write_is_told(text: Any) -> None:
    """Whatever a button carries, a database can take what is read from it."""
    with pytest.raises(Garbled):
        requests.number(text)
    assert requests.number(str(2**63 - 1)) == 2**63 - 1


def test_what_a_form_lacks_is_told() -> None:
    """And so are parts of a value that are too few."""
    with pytest.raises(Garbled):
        inputs.Note(a=1)["b"]
    with pytest.raises(Garbled):
        requests.parts("a:b", 3)
    assert requests.parts("a:b:c", 2) == ["a", "b:c"]
