"""Nothing that a bot or a script sends makes the local Slack fall over."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from localslack import LocalSlack
from localslack.webapi import METHODS
from localslack.webapi.call import HANDLERS
from localslack.world import feed
from tests.localslack.companies import company
from tests.localslack.conftest import client_of
from tests.localslack.hosting import keeping
from tests.localslack.places import channel_id, user_id

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
    real: dict[str, Any] = {
        "channel": channel_id(slack, "general"),
        "user": user_id(slack, "ana"),
        "text": "x",
    }
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
    ways: tuple[dict[str, Any], ...] = ({"json": body}, {"data": form})
    for way in ways:
        async with session.post(url, **way) as answer:
            assert answer.status == 200, (url, body, await answer.text())
            said = await answer.json()
        assert said["ok"] is True or isinstance(said["error"], str), said


def test_every_offered_method_is_in_the_table() -> None:
    """A method without facts could not check its scope."""
    assert set(HANDLERS) == set(METHODS)


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
ACTS += ["revoke", "socket", "subscriptions", "deliver/check", "uninstall"]


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


READS = ["workspaces", "state", "messages", "thread", "views", "requests", "wait", "faults"]
READS += ["limits", "app", "stream"]


@pytest.mark.parametrize("path", READS)
async def test_every_read_answers_anything_with_a_sentence(slack: LocalSlack, path: str) -> None:
    """The same for what is only looked at."""
    odd = ["", "x", "-1", "1.5", "nan", "1e400", "null", "[]", "#general", "USLACKBOT", "\x00é😀"]
    names = ["channel", "ts", "before", "limit", "since", "timeout", "app_id", "ws"]
    async with aiohttp.ClientSession() as session:
        for name in [*names, "as"]:
            for value in odd:
                query = {"as": "ana", "channel": "#general", "timeout": "0", name: value}
                async with session.get(f"{slack.url}/control/{path}", params=query) as answer:
                    assert answer.status < 500, (path, query)


DEEP = "[" * 100_000


@pytest.mark.parametrize(
    ("path", "body", "kind"),
    [
        ("control/say", DEEP, "application/json"),
        ("control/say", '{"as": "ana", "by": NaN}', "application/json"),
        ("control/upload", "no form", "multipart/form-data; boundary=x"),
        ("oauth/v2/authorize", "no form", "multipart/form-data"),
    ],
)
async def test_what_can_not_be_read_is_400(
    slack: LocalSlack, path: str, body: str, kind: str
) -> None:
    """JSON nested beyond reason, numbers that are none, forms that aren't."""
    headers = {"Content-Type": kind}
    url = f"{slack.url}/{path}"
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=body, headers=headers) as answer,
    ):
        assert answer.status == 400, await answer.text()


async def test_json_that_is_nested_beyond_reason_is_refused_in_slacks_words(
    slack: LocalSlack,
) -> None:
    """As a body, and as an argument that is JSON; what is just deep doesn't break the inspector."""
    headers = {"Authorization": f"Bearer {slack.app.bot_token}"}
    url = f"{slack.api_url}chat.postMessage"
    deep = json.loads("[" * 900 + "]" * 900)
    async with aiohttp.ClientSession(headers=headers) as session:
        plain = {"Content-Type": "application/json"}
        async with session.post(url, data=DEEP, headers=plain) as answer:
            assert (await answer.json())["error"] == "invalid_json"
        async with session.post(url, json={"channel": "#general", "blocks": DEEP}) as answer:
            assert (await answer.json())["error"] == "invalid_blocks_format"
        async with session.post(url, json={"channel": "#general", "blocks": deep}) as answer:
            assert answer.status == 200
    assert len((await slack.driver.get("requests"))["requests"]) == 3


async def test_half_a_character_becomes_a_question_mark(slack: LocalSlack) -> None:
    """JSON can name what UTF-8 can't hold; whole characters stay."""
    client = client_of(slack)
    raw = b'{"channel": "#general", "text": "half \\ud83d, whole \\ud83d\\ude00"}'
    headers = {"Authorization": f"Bearer {client.token}", "Content-Type": "application/json"}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.post(f"{slack.api_url}chat.postMessage", data=raw) as answer,
    ):
        assert (await answer.json())["message"]["text"] == "half ?, whole 😀"


@pytest.mark.parametrize("thread_ts", [{"a": 1}, ["1.1"], 5, "1.1"])
async def test_a_response_url_answers_only_in_threads_that_are(
    slack: LocalSlack, thread_ts: Any
) -> None:
    """Anything else is `cannot_reply_to_message`, and a command's ack is told to the person."""
    async with keeping() as (url, kept), aiohttp.ClientSession() as session:
        slack.deliver_to(url)
        ana = slack.person("ana")
        await ana.types("/help", "#general")
        hook = kept.bodies[0]["response_url"]
        body = {"text": "x", "response_type": "in_channel", "thread_ts": thread_ts}
        async with session.post(hook, json=body) as answer:
            assert (answer.status, await answer.text()) == (404, "cannot_reply_to_message")
        kept.answer = body
        assert (await ana.types("/help", "#general")).error == "dispatch_unknown_error"
        root = await ana.says("Root", "#general")
        async with session.post(hook, json={**body, "thread_ts": root.ts}) as answer:
            assert await answer.text() == "ok"
    thread = await ana.reads_thread("#general", root.ts)
    assert [message.text for message in thread] == ["Root", "x"]


async def test_a_page_that_does_not_keep_up_is_hung_up_on(
    slack: LocalSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes again and reads everything anew; nothing piles up for it."""
    monkeypatch.setattr(feed, "MOST_WAITING", 5)
    url = f"{slack.url}/control/stream?as=ana"
    async with aiohttp.ClientSession() as session, session.get(url) as stream:
        assert await stream.content.readline() == b": hello\n"
        with slack.world.feed.listening() as queue:
            for _ in range(20):
                slack.world.feed.tell("person", {})
            assert queue.qsize() == 1
            assert queue.get_nowait() is None
        async with asyncio.timeout(5):
            rest = await stream.content.read()
    assert rest.count(b"event: person") <= 5


async def test_names_stay_different(slack: LocalSlack) -> None:
    """Of people and of channels, also when they are changed, and in each workspace for itself."""
    with pytest.raises(AssertionError, match="somebody called ana already"):
        await slack.driver.post("people", id="bo", name="ana")
    with pytest.raises(AssertionError, match="a channel called general already"):
        await slack.driver.post("channels", id="#quiet", name="general")
    for wrong in ("A b", "x" * 81, "#general"):
        with pytest.raises(AssertionError, match="small letters"):
            await slack.driver.post("channels", name=wrong)
    await slack.driver.post("people", id="bo", name="robert")
    assert (await slack.driver.post("channels", id="#quiet", name="größe-2"))["channel"]


async def test_the_clock_stays_where_message_times_are_of_one_length(slack: LocalSlack) -> None:
    """They are compared as text."""
    for where in ({"to": "9999-12-31T00:00:00"}, {"by": 1e11}, {"to": "1990-01-01T00:00:00"}):
        with pytest.raises(AssertionError, match="from 2002 to 2200"):
            await slack.driver.post("clock", **where)
    assert slack.clock_offset.total_seconds() == 0
