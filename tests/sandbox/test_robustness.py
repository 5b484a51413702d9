"""Nothing that a bot or a script sends makes the local Slack fall over."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.sandbox import LocalSlack
from bot.sandbox.webapi import METHODS
from bot.sandbox.webapi.call import HANDLERS
from tests.sandbox.companies import company
from tests.sandbox.conftest import client_of
from tests.sandbox.places import channel_id, user_id

NAMES = [
    *("channel", "channels", "user", "users", "text", "blocks", "attachments", "ts", "thread_ts"),
    *("view", "view_id", "trigger_id", "user_id", "hash", "external_id", "limit", "cursor"),
    *("types", "files", "filename", "length", "metadata", "post_at", "latest", "oldest", "name"),
    *("timestamp", "link", "title", "type", "code", "client_id", "message", "usergroup", "file"),
    *("scheduled_message_id", "markdown_text", "message_ts", "channel_id", "team_id", "username"),
]
WORDS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=20),
    st.sampled_from(["#general", "[]", "{}", "null", '[{"type": 1}]', "1.5"]),
)
VALUES = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from([*NAMES, *("elements", "element", "id", "a", "b", "value")]),
            inner,
            max_size=3,
        ),
    ),
    max_leaves=6,
)


@pytest.fixture
async def slack() -> AsyncIterator[LocalSlack]:
    running = await LocalSlack.start(company())
    yield running
    await running.close()


@pytest.mark.parametrize("method", sorted(HANDLERS))
async def test_every_method_answers_anything_with_a_word(slack: LocalSlack, method: str) -> None:
    """HTTP 200 with ok or an error word, whatever the arguments are."""
    sent: list[dict[str, Any]] = []

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=6))
    def collect(arguments: dict[str, Any]) -> None:
        sent.append(arguments)

    collect()
    real = {"channel": channel_id(slack, "general"), "user": user_id(slack, "ana"), "text": "x"}
    real |= {"user_id": user_id(slack, "ana"), "view": {"type": "home", "blocks": []}}
    headers = {"Authorization": f"Bearer {slack.app.bot_token}"}
    async with aiohttp.ClientSession(headers=headers) as session:
        for arguments in sent:
            if method == "auth.revoke":
                arguments["test"] = True
            for body in (arguments, {**real, **arguments}):
                await answers(session, f"{slack.api_url}{method}", body)


async def answers(session: aiohttp.ClientSession, url: str, body: dict[str, Any]) -> None:
    """The method answers this body as JSON, and as a form."""
    form = {
        name: value if isinstance(value, str) else json.dumps(value) for name, value in body.items()
    }
    for way in ({"json": body}, {"data": form}):
        async with session.post(url, **way) as answer:  # type: ignore[arg-type]
            assert answer.status == 200, (url, body, await answer.text())
            said = await answer.json()
        assert said["ok"] is True or isinstance(said["error"], str), said


def test_every_offered_method_is_in_the_table() -> None:
    """A method without facts could not check its scope."""
    assert set(HANDLERS) <= set(METHODS)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(raw=st.binary(max_size=60), kind=st.sampled_from(["json", "x-www-form-urlencoded", "x"]))
async def test_a_broken_body_is_never_a_500(raw: bytes, kind: str) -> None:
    """Any bytes under any content type."""
    slack = await LocalSlack.start(company())
    headers = {"Content-Type": f"application/{kind}"}
    try:
        async with aiohttp.ClientSession(headers=headers) as session:
            for path in ("api/chat.postMessage", "api/api.test", "hooks/actions/T/1/x"):
                async with session.post(f"{slack.url}/{path}", data=raw) as answer:
                    assert answer.status < 500, (path, raw)
    finally:
        await slack.close()


async def in_home(slack: LocalSlack) -> dict[str, Any]:
    """What names a select in Ana's Home."""
    plain = {"type": "plain_text", "text": "x"}
    options = [{"text": plain, "value": "1"}]
    select = {"type": "static_select", "action_id": "a", "options": options}
    block = {"type": "actions", "block_id": "b", "elements": [select]}
    answer = await client_of(slack).views_publish(
        user_id=user_id(slack, "ana"), view={"type": "home", "blocks": [block]}
    )
    return {"view_id": answer["view"]["id"], "block_id": "b", "action_id": "a"}


ACTS = ["say", "command", "action", "view/submit", "view/close", "home/open", "read", "dm/open"]
ACTS += ["react", "options", "clock", "people", "channels", "usergroups", "faults", "install"]
ACTS += ["revoke", "socket"]


@pytest.mark.parametrize("path", ACTS)
async def test_every_act_answers_anything_with_a_sentence(slack: LocalSlack, path: str) -> None:
    """The control interface answers 4xx, never 500."""
    sent: list[dict[str, Any]] = []
    names = ["channel", "text", "ts", "name", "id", "message", "view_id", "block_id", "action_id"]
    names += ["value", "values", "state", "user", "invite", "kick", "users", "tz", "by", "to"]
    names += ["b", "a", "selected_option", "value", "selected_options"]
    names += ["next", "kind", "times", "seconds", "scopes", "token", "thread_ts", "archived"]

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.dictionaries(st.sampled_from(names), VALUES, max_size=5))
    def collect(body: dict[str, Any]) -> None:
        sent.append(body)

    collect()
    right = {"as": "ana", "channel": "#general", "text": "x", **await in_home(slack)}
    async with aiohttp.ClientSession() as session:
        for body in sent:
            for whole in (body, {**right, **body}):
                async with session.post(f"{slack.url}/control/{path}", json=whole) as answer:
                    assert answer.status < 500, (path, whole)
                if path in ("clock", "faults"):
                    await session.delete(f"{slack.url}/control/faults")
