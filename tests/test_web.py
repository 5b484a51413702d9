"""The HTTP face: what Slack sends, what Slack would never send, and what only looks like Slack."""

import gzip
import json
import logging
import secrets
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import aiohttp
import pytest
import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slack_sdk.signature import SignatureVerifier
from sqlalchemy import text
from structlog.testing import capture_logs

from bot import clock, heartbeat, manifest
from bot.slack import installs, listening, schemas
from bot.slack.models import Installation
from tests.conftest import fresh_database
from tests.house import Scene, scene
from tests.slack.conftest import COMPANY

pytestmark = pytest.mark.asyncio(loop_scope="module")

RECORDED = Path(__file__).parent / "slack" / "payloads"
Json = dict[str, Any]

# The workspaces of the recorded bodies, with Amp in both.
PLACES: Json = {
    "workspaces": [
        *COMPANY["workspaces"],
        {"name": "Seratch", "domain": "seratch", "id": "T12345678", "people": [{"name": "kim"}]},
    ],
    "apps": [{**COMPANY["apps"][0], "install": ["trailhead", "seratch"]}],
}


@dataclass
class Answer:
    """What Slack gets."""

    status: int
    text: str

    @property
    def json(self) -> Json:
        found = json.loads(self.text)
        assert isinstance(found, dict)
        return found


@dataclass(repr=False)
class Door:
    """Amp's address, and the secret that Slack signs with."""

    house: Scene
    session: aiohttp.ClientSession

    async def gets(
        self,
        body: bytes,
        kind: str = "application/json",
        *,
        at: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send a body as Slack does: with a signature of now, or of *at*."""
        stamp = str(int(time.time() if at is None else at))
        secret = self.house.slack.app.signing_secret
        try:
            signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body)
        except UnicodeDecodeError:
            signature = "v0=0"
        sent = {
            "Content-Type": kind,
            "X-Slack-Request-Timestamp": stamp,
            "X-Slack-Signature": signature or "",
            **(headers or {}),
        }
        async with self.session.post(self.house.started.events, data=body, headers=sent) as answer:
            return Answer(answer.status, await answer.text())

    async def event(self, body: Json, headers: Mapping[str, str] | None = None) -> Answer:
        return await self.gets(json.dumps(body).encode(), headers=headers)

    async def command(self, body: Json) -> Answer:
        return await self.gets(urlencode(body).encode(), FORM)

    async def interaction(self, body: Json) -> Answer:
        return await self.gets(urlencode({"payload": json.dumps(body)}).encode(), FORM)

    async def recorded(self, name: str, body: Json) -> Answer:
        """Send a body in the way that its kind is sent."""
        if name.startswith("event"):
            return await self.event(body)
        return await (self.command if name.startswith("slash") else self.interaction)(body)

    def body(self, name: str, **changes: Any) -> Json:
        """A recorded body, with a trigger of its own, that answers to this machine."""
        body: Json = json.loads((RECORDED / f"{name}.json").read_text())
        body = body.get("payload", body)
        if "trigger_id" in body:
            body["trigger_id"] = f"1.2.{secrets.token_hex(8)}"
        if "response_url" in body:
            body["response_url"] = f"{self.house.slack.url}/hooks/actions/T111/1/x"
        return {**body, **changes}


FORM = "application/x-www-form-urlencoded"
NAMES = sorted(path.stem for path in RECORDED.glob("*.json") if "socket" not in path.stem)


@asynccontextmanager
async def opened(database_url: str, folder: Path) -> AsyncIterator[Door]:
    async with (
        scene(database_url, folder, company=PLACES) as house,
        aiohttp.ClientSession() as session,
    ):
        for installation in house.slack.world.first_app.installations:
            token = installation.token.value
            found = await installs.identify(house.amp.clients.reader(), token)
            await house.amp.installs.keep(found, at=clock.now())
        yield Door(house, session)
        await listening.drain()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("door")


@pytest.fixture(scope="module")
def url(request: pytest.FixtureRequest, folder: Path) -> str:
    return fresh_database(request, "sqlite", folder)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def door(url: str, folder: Path) -> AsyncIterator[Door]:
    """One for all the tests that leave it as it is."""
    async with opened(url, folder) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="module")
async def own_door(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Door]:
    """One to be broken."""
    async with opened(sqlite_url, tmp_path) as made:
        yield made


# What Slack sends


async def test_slacks_challenge_is_answered(door: Door) -> None:
    """The request URL is accepted on the app's page."""
    body = door.body("event_url_verification")
    answer = await door.event(body)
    assert answer.status == 200
    assert answer.json == {"challenge": body["challenge"]}


async def test_a_command_of_another_name_is_answered_under_that_name(door: Door) -> None:
    """Slack sends us what the manifest names, whatever that is; only who typed it reads on."""
    answer = await door.command(door.body("slash_command"))
    assert answer.status == 200
    assert answer.json["response_type"] == "ephemeral"
    assert "/amp" not in str(answer.json)


async def test_a_command_recorded_from_a_socket_works_over_http_too(door: Door) -> None:
    """The same fields, whichever way they come."""
    answer = await door.command(door.body("socket_envelope_slash_command"))
    assert "/amp" not in str(answer.json)


async def test_a_command_may_have_any_word_in_it(door: Door) -> None:
    """Bolt's own reading of a form loses the commands that speak of a payload."""
    for words in ("help payload=x", "xyzzy payload", "payload"):
        body = door.body("slash_command", command="/amp", text=words)
        answer = await door.command(body)
        assert (answer.status, answer.json["response_type"]) == (200, "ephemeral")


async def test_an_opened_home_is_drawn(own_door: Door) -> None:
    """The event leads to views.publish for the person who opened it."""
    assert (await own_door.event(own_door.body("event_app_home_opened"))).status == 200
    await listening.drain()
    [call] = own_door.house.slack.calls("views.publish")
    assert call.arguments["user_id"] == "W222"


async def test_a_retried_event_is_answered_like_the_first(door: Door) -> None:
    """The same body comes again with two headers more."""
    body = door.body("event_app_home_opened")
    for headers in ({}, {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"}):
        assert (await door.event(body, headers)).status == 200


async def test_an_uninstalled_app_falls_silent(own_door: Door) -> None:
    """The recorded event switches the workspace off once Slack has taken the token back."""
    own_door.house.slack.world.first_app.installations[0].token.is_revoked = True
    assert (await own_door.event(own_door.body("event_app_uninstalled"))).status == 200
    await listening.drain()
    assert await own_door.house.amp.installs.find("T111") is None
    assert await own_door.house.amp.installs.find("T12345678") is not None


async def test_a_button_of_an_older_message_is_explained(door: Door) -> None:
    """Over the response_url, and with 200 to Slack."""
    with capture_logs() as logs:
        answer = await door.interaction(door.body("block_actions_button_message"))
        await listening.drain()
    assert (answer.status, answer.text) == (200, "")
    assert not [line for line in logs if line["log_level"] == "error"]


async def test_an_unknown_button_is_no_error_to_slack(door: Door) -> None:
    """An older version may have drawn it."""
    answer = await door.interaction(door.body("block_actions_button_home_tab"))
    assert (answer.status, answer.text) == (200, "")


async def test_an_unknown_form_is_told_to_be_of_an_older_version(door: Door) -> None:
    """It does not close as if it had been kept."""
    answer = await door.interaction(door.body("view_submission_all_inputs"))
    assert (answer.status, answer.json["response_action"]) == (200, "update")
    assert "nothing of it was kept" in answer.text


@pytest.mark.parametrize("form", ["fourts:save", "shipit:plan"])
async def test_a_form_that_was_open_during_an_upgrade_is_taken(door: Door, form: str) -> None:
    """Version 0.1 called it so."""
    view = FORM_VIEW | {"callback_id": form, "private_metadata": '{"team": 9, "day": 9}'}
    answer = await door.interaction(SUBMISSION | {"view": view})
    assert answer.status == 200
    assert "older version" not in answer.text


@pytest.mark.parametrize("name", NAMES)
async def test_fields_that_nobody_has_seen_yet_change_nothing(door: Door, name: str) -> None:
    """Slack adds fields without asking."""
    plain = await door.recorded(name, door.body(name))
    more = await door.recorded(name, door.body(name, brand_new={"deep": [1, None]}, other="x"))
    assert (plain.status, plain.text) == (more.status, more.text)
    assert plain.status == 200


@pytest.mark.parametrize("trigger", [{}, {"trigger_id": ""}], ids=["missing", "empty"])
async def test_commands_without_a_trigger_are_not_taken_for_each_other(
    door: Door, trigger: Json
) -> None:
    """What has no name of its own can't have been seen before."""
    body = door.body("slash_command")
    del body["trigger_id"]
    for _ in range(2):
        assert "begin" in (await door.command(body | trigger)).json["text"]


@pytest.mark.parametrize(
    "changes",
    [
        {"team": None, "is_enterprise_install": True, "enterprise": {"id": "E111", "name": "Org"}},
        {"container": {"type": "message", "message_ts": "1.2", "channel_id": "C111"}},
        {
            "container": {
                "type": "message",
                "message_ts": "1.2",
                "thread_ts": "1.1",
                "channel_id": "C111",
                "is_ephemeral": False,
            },
            "message": {"type": "message", "ts": "1.2", "thread_ts": "1.1", "text": "x"},
            "state": {"values": {}},
        },
        {"channel": None, "response_url": None, "container": {"type": "view", "view_id": "V1"}},
        {"function_data": {"execution_id": "Fx1", "inputs": {}}, "bot_access_token": "xwfp-1"},
    ],
    ids=["org install", "ephemeral", "thread", "no channel", "workflow"],
)
async def test_a_click_is_taken_wherever_it_was_made(door: Door, changes: Json) -> None:
    """In a thread, in an ephemeral message, with an organisation's installation."""
    body = door.body("block_actions_button_message", **changes)
    assert (await door.interaction(body)).status == 200


@pytest.mark.parametrize(
    "body",
    [
        {"type": "shortcut", "callback_id": "x", "user": {"id": "U1"}, "team": {"id": "T111"}},
        {
            "type": "message_action",
            "callback_id": "x",
            "user": {"id": "U1"},
            "team": {"id": "T111"},
            "message": {"ts": "1.2"},
        },
        {"type": "workflow_step_edit", "callback_id": "x"},
        {"type": "something_new", "user": 5},
    ],
    ids=lambda body: str(body["type"]),
)
async def test_kinds_of_interaction_that_amp_does_not_use_are_taken_note_of(
    door: Door, body: Json
) -> None:
    """200 and nothing else: they are Slack's business."""
    assert (await door.interaction(body)).status == 200


async def test_a_select_that_asks_for_options_gets_none(door: Door) -> None:
    """Amp has no such select, so it is one of an older version."""
    place = {"user": {"id": "U1"}, "team": {"id": "T111"}}
    answer = await door.interaction({"type": "block_suggestion", "action_id": "x", **place})
    assert (answer.status, answer.json) == (200, {"options": []})


async def test_slack_dropping_events_is_logged(door: Door) -> None:
    """It is well-formed, and no event."""
    with capture_logs() as logs:
        body = {"type": "app_rate_limited", "team_id": "T111", "minute_rate_limited": 1}
        assert (await door.event(body)).status == 200
    assert [line["event"] for line in logs] == ["Slack drops events: there are too many"]


async def test_events_that_amp_does_not_listen_to_are_taken_note_of(door: Door) -> None:
    """Slack would send what is answered with an error three times more."""
    body = door.body("event_app_home_opened", event={"type": "assistant_thread_started"})
    assert (await door.event(body)).status == 200


async def test_every_subscribed_event_has_a_shape() -> None:
    """What the manifest asks for is what the door lets through."""
    # A subscription to messages names their place as well: message.im.
    asked = manifest.manifest(steps=True)["settings"]["event_subscriptions"]["bot_events"]
    assert set(schemas.EVENTS) == {name.partition(".")[0] for name in asked}


async def test_the_check_of_the_certificate_needs_no_signature(door: Door) -> None:
    """Slack does not sign it."""
    headers = {"Content-Type": FORM}
    url = door.house.started.events
    for data in ("ssl_check=1&token=x", "token=x&ssl_check=1", "ssl_check=1"):
        async with door.session.post(url, data=data, headers=headers) as answer:
            assert (answer.status, await answer.text()) == (200, "")
    signed = await door.gets(b"ssl_check=1&token=x", FORM)
    assert (signed.status, signed.text) == (200, "")


async def test_a_workspace_that_amp_has_left_is_told_so(door: Door) -> None:
    """A command is answered with a sentence, a click with silence; neither is an error."""
    command = await door.command(door.body("slash_command", team_id="T999", enterprise_id=""))
    assert "not installed" in command.json["text"]
    click = door.body("block_actions_button_message", team={"id": "T999"})
    assert await door.interaction(click) == Answer(200, "")


# What only looks like Slack


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Signature": ""},
        {"X-Slack-Signature": "v0=ü"},
        {"X-Slack-Request-Timestamp": "now"},
        {"X-Slack-Request-Timestamp": ""},
        {"X-Slack-Request-Timestamp": "-1"},
        {"X-Slack-Request-Timestamp": "1e9"},
        {"X-Slack-Request-Timestamp": "²"},
        {"X-Slack-Request-Timestamp": "9" * 5000},
    ],
    ids=lambda headers: "-".join(headers.values())[:20],
)
@pytest.mark.parametrize("body", [b'{"type": "url_verification", "challenge": "x"}', b"nonsense"])
async def test_a_wrong_signature_is_401(door: Door, headers: dict[str, str], body: bytes) -> None:
    """Whatever is in the body: nobody looks at it."""
    assert (await door.gets(body, headers=headers)).status == 401


@pytest.mark.parametrize("seconds", [-301, 301])
async def test_a_stale_signature_is_401(door: Door, seconds: int) -> None:
    """A good signature is good for five minutes."""
    body = json.dumps(door.body("event_url_verification")).encode()
    assert (await door.gets(body, at=time.time() + seconds)).status == 401
    assert (await door.gets(body, at=time.time() + seconds * 0.9)).status == 200


async def test_no_signature_at_all_is_401(door: Door) -> None:
    """Also for a command that pretends to be the check of the certificate."""
    for data in ("command=/amp&team_id=T111&ssl_check=1", "", "{}"):
        async with door.session.post(door.house.started.events, data=data) as answer:
            assert answer.status == 401


# What Slack would never send

CLICK: Json = {
    "type": "block_actions",
    "user": {"id": "U1"},
    "team": {"id": "T111"},
    "actions": [{"action_id": "a", "type": "button"}],
}
FORM_VIEW: Json = {"id": "V1", "type": "modal", "callback_id": "x", "blocks": []}
SUBMISSION: Json = {**CLICK, "type": "view_submission", "view": FORM_VIEW}
EVENT: Json = {"type": "event_callback", "team_id": "T111", "event": {"type": "user_change"}}
STEP: Json = {
    "type": "function_executed",
    "function": {"callback_id": "run_pulse"},
    "inputs": {"channel": "C1", "user": {"id": "U1"}},
    "function_execution_id": "Fx1",
}


def _form(**fields: str) -> bytes:
    return urlencode(fields).encode()


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b""),
        ("application/json", b"{"),
        ("application/json", b"[]"),
        ("application/json", b'"text"'),
        ("application/json", b"null"),
        ("application/json", b"{}"),
        ("application/json", b"[" * 100_000),
        ("application/json", b'{"a":' * 50_000),
        ("application/json", b'{"type": 5}'),
        ("application/json", b"\xff\xfe"),
        ("application/json", b'{"type": "url_verification"}'),
        ("application/json", b'{"type": "event_callback", "event": 5}'),
        ("application/json", b'{"type": "event_callback", "event": {"type": []}}'),
        (FORM, b""),
        (FORM, b"payload="),
        (FORM, b"payload=garbage"),
        (FORM, b"payload=[1]"),
        (FORM, b"payload=%7B%22type%22"),
        (FORM, b"command=/amp&team_id=T1"),
        (FORM, _form(command="/amp", team_id="T1\0", user_id="U1", channel_id="C1")),
        (FORM, _form(command="/amp", team_id="T1", user_id="Ü", channel_id="C1")),
        (FORM, b"\xff=\xfe"),
        ("text/plain", b"hello"),
        ("multipart/form-data; boundary=x", b"--x--"),
        ("application/json; charset=nonsense", b"[]"),
    ],
)
async def test_a_malformed_body_is_400(door: Door, kind: str, body: bytes) -> None:
    """With a good signature, even."""
    answer = await door.gets(body, kind)
    assert answer.status == 400
    assert answer.text


@pytest.mark.parametrize("name", ["authorizations", "event", "response_urls", "type", "view"])
async def test_a_command_with_a_field_of_something_else_is_400(door: Door, name: str) -> None:
    """Of a click, a form or an event: Bolt, or we, would read on in it."""
    command = {"command": "/amp", "team_id": "T1", "user_id": "U1", "channel_id": "C1", name: "x"}
    answer = await door.gets(_form(**command), FORM)
    assert (answer.status, answer.text.partition(":")[0]) == (400, name)


@pytest.mark.parametrize(
    "body",
    [
        CLICK | {"actions": []},
        CLICK | {"actions": [1]},
        CLICK | {"actions": {"0": {}}},
        CLICK | {"actions": [{"type": "button"}]},
        CLICK | {"actions": [{"type": "button", "action_id": 5}]},
        CLICK | {"user": "x"},
        CLICK | {"user": {}},
        CLICK | {"user": {"id": "\ud800"}},
        CLICK | {"team": 5},
        CLICK | {"channel": [1]},
        CLICK | {"container": "x"},
        CLICK | {"view": []},
        CLICK | {"trigger_id": {"a": 1}},
        CLICK | {"trigger_id": "\ud800"},
        CLICK | {"enterprise": 5},
        CLICK | {"response_url": 5},
        CLICK | {"command": "/amp"},
        SUBMISSION | {"view": {}},
        SUBMISSION | {"view": None},
        SUBMISSION | {"view": FORM_VIEW | {"blocks": [1]}},
        SUBMISSION | {"view": FORM_VIEW | {"callback_id": None}},
        SUBMISSION | {"view": FORM_VIEW | {"state": {"values": {"a": 1}}}},
        SUBMISSION | {"view": FORM_VIEW | {"private_metadata": {}}},
        SUBMISSION | {"response_urls": [1]},
        {"type": []},
        {"user": {"id": "U1"}},
    ],
)
async def test_parts_of_the_wrong_kind_are_400(door: Door, body: Json) -> None:
    """The sentence names the place, and quotes nothing."""
    answer = await door.interaction(body)
    assert answer.status == 400
    assert answer.text.isascii()


@pytest.mark.parametrize("field", [{"type": "input"}, {"type": "input", "block_id": None}])
@pytest.mark.parametrize(("form", "way"), [("pulse:ballot", "update"), ("team:save", "push")])
async def test_a_form_whose_fields_have_no_ids_is_answered(
    door: Door, form: str, way: str, field: Json
) -> None:
    """There is no field to put a sentence under, so a window says it."""
    view = FORM_VIEW | {"callback_id": form, "blocks": [field]}
    answer = await door.interaction(SUBMISSION | {"view": view})
    assert answer.status == 200
    assert answer.json["response_action"] == way


@pytest.mark.parametrize(
    "body",
    [
        EVENT,
        EVENT | {"event": {"type": "user_change", "user": "U1"}},
        EVENT | {"event": {"type": "app_home_opened", "user": "U1"}},
        EVENT | {"event": {"type": "member_joined_channel", "user": {}, "channel": "C1"}},
        EVENT | {"event": {"type": "function_executed"}},
        EVENT | {"event": STEP | {"function": {}}},
        EVENT | {"event": STEP | {"inputs": {"user": "U1"}}},
        EVENT | {"event": STEP | {"inputs": {"channel": ["C1"]}}},
        EVENT | {"event": STEP | {"function_execution_id": "F" * 65}},
        EVENT | {"event": STEP | {"bot_access_token": {}}},
        EVENT | {"authorizations": 5},
        EVENT | {"authorizations": [1]},
        EVENT | {"team_id": ["T1"]},
        EVENT | {"command": "/amp"},
    ],
)
async def test_events_with_parts_of_the_wrong_kind_are_400(door: Door, body: Json) -> None:
    """As far as anybody here relies on them."""
    assert (await door.event(body)).status == 400


async def test_a_huge_body_is_413(door: Door) -> None:
    """Nobody reads it to its end."""
    assert (await door.gets(b"x" * (2 * 1024 * 1024))).status == 413


async def test_a_body_that_unpacks_into_a_huge_one_is_413(door: Door) -> None:
    """A few kilobytes of gzip may be a gigabyte."""
    packed = gzip.compress(b" " * (64 * 1024 * 1024))
    assert (await door.gets(packed, headers={"Content-Encoding": "gzip"})).status in (400, 413)


async def test_a_body_that_cannot_be_unpacked_is_400(door: Door) -> None:
    """It says gzip and is none."""
    assert (await door.gets(b"not gzip", headers={"Content-Encoding": "gzip"})).status == 400


async def test_other_methods_are_405(door: Door) -> None:
    """Slack posts."""
    async with door.session.get(door.house.started.events) as answer:
        assert answer.status == 405


# No body gives a 500

KINDS = ["application/json", FORM, "text/plain", "application/json; charset=utf-16", ""]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "type", "user", "team", "view", "values", "event", "x"]), inner
        )
    ),
    max_leaves=8,
)
AT_LENGTH = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@AT_LENGTH
@given(body=st.binary(max_size=200), kind=st.sampled_from(KINDS))
async def test_no_bytes_give_a_500(door: Door, body: bytes, kind: str) -> None:
    """Whatever somebody signs who knows the secret."""
    assert (await door.gets(body, kind)).status in (200, 400)


@AT_LENGTH
@given(value=VALUES, field=st.sampled_from(["", "payload", "command"]))
async def test_no_json_gives_a_500(door: Door, value: Any, field: str) -> None:
    """As an event, as an interaction, and in a command."""
    body = json.dumps(value)
    sent = _form(**{field: body}) if field else body.encode()
    assert (await door.gets(sent, FORM if field else "application/json")).status in (200, 400)


def places(value: Any, so_far: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of everything in a body."""
    found = [so_far] if so_far else []
    if isinstance(value, dict | list):
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        for key, child in inner:
            found += places(child, (*so_far, key))
    return found


def spoiled(body: Json, path: tuple[Any, ...], value: Any, *, gone: bool) -> Json:
    """The body with another value in that place, or without it."""
    body = deepcopy(body)
    parent: Any = body
    for key in path[:-1]:
        parent = parent[key]
    if gone:
        del parent[path[-1]]
    else:
        parent[path[-1]] = value
    return body


ACTION_IDS = ["pulse:answer:1", "team:settings", "team:end", "digest:again", "a"]
CALLBACK_IDS = ["pulse:ballot", "team:save", "x"]


@settings(AT_LENGTH, max_examples=200)
@given(data=st.data())
async def test_no_spoiled_body_gives_a_500(door: Door, data: st.DataObject) -> None:
    """Any recorded body, for any listener, with any part of it replaced or left out."""
    name = data.draw(st.sampled_from(NAMES))
    body = door.body(name)
    if "actions" in body:
        body["actions"][0]["action_id"] = data.draw(st.sampled_from(ACTION_IDS))
    if name.startswith("view"):
        body["view"]["callback_id"] = data.draw(st.sampled_from(CALLBACK_IDS))
    if name.startswith("slash"):
        body |= {"command": "/amp", "text": data.draw(st.text(max_size=20))}
    path = data.draw(st.sampled_from(places(body)))
    body = spoiled(body, path, data.draw(VALUES), gone=data.draw(st.booleans()))
    if str(body.get("response_url", "http://127.0.0.1")).startswith("http://127.0.0.1"):
        assert (await door.recorded(name, body)).status in (200, 400)


async def test_a_database_that_is_gone_is_a_sentence_and_logged_without_the_body(
    own_door: Door,
) -> None:
    """It is nobody's malformed body, and the person can try again."""
    own_door.house.amp.installs._remembered = {}
    async with own_door.house.amp.database.begin() as session:
        await session.execute(text("DROP TABLE installation"))
    with capture_logs() as logs:
        answer = await own_door.command(own_door.body("slash_command", text="canary"))
    assert answer.status == 200
    assert "I can't reach my memory at the moment; nothing was kept." in answer.text
    assert [line["event"] for line in logs] == ["the database is out of reach"]
    assert "canary" not in repr(logs)


# Health


async def test_the_process_says_that_it_lives_and_is_ready(door: Door) -> None:
    """For whoever restarts it when it does not."""
    await heartbeat.beat(door.house.amp.database)
    for path in ("healthz", "readyz"):
        async with door.session.get(f"{door.house.started.address}/{path}") as answer:
            assert (answer.status, await answer.text()) == (200, "ok")


@pytest.mark.parametrize("path", ["healthz", "readyz", "metrics", "slack/events", "nowhere"])
async def test_every_answer_is_hardened(door: Door, path: str) -> None:
    """No frame, no guessing of types, and not a word about what runs here; errors too."""
    async with door.session.get(f"{door.house.started.address}/{path}") as answer:
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        assert "Server" not in answer.headers


async def test_metrics_count_work_and_name_nobody(door: Door) -> None:
    """What went wrong, by its status; nothing that went well."""
    await door.command(door.body("slash_command", text="canary"))
    await door.gets(b"garbage")
    async with door.session.get(f"{door.house.started.address}/metrics") as answer:
        shown = await answer.text()
    assert 'amp_requests_failed_total{status="400"}' in shown
    assert 'status="200"' not in shown
    for secret in ("T111", "W111", "canary", "primary-owner", "Trailhead"):
        assert secret not in shown


async def test_nothing_is_logged_by_the_libraries_while_bodies_are_refused(
    door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    """A flood of nonsense is no flood of lines."""
    caplog.set_level(logging.WARNING)
    for body in (b"garbage", b"[", b'{"type": 5}'):
        await door.gets(body)
        await door.gets(body, headers={"X-Slack-Signature": "v0=0"})
    assert not caplog.records


async def test_installations_of_the_recorded_bodies_are_there(door: Door) -> None:
    """The tests above would prove nothing if every request were turned away."""
    assert await door.house.rows(Installation) == 2
