"""Rate limits, and the bad days that can be had on demand."""

import json
import time
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack, Person
from tests.localslack.conftest import client_of
from tests.localslack.places import user_id
from tests.localslack.refusals import refusal


async def limited(call: Any) -> int:
    """The Retry-After of a call that is one too many."""
    with pytest.raises(SlackApiError) as caught:
        await call
    assert caught.value.response.status_code == 429
    assert caught.value.response["error"] == "ratelimited"
    return int(caught.value.response.headers["Retry-After"])


async def test_without_enforcing_nothing_is_limited(api: AsyncWebClient) -> None:
    """By default a test may post as fast as it likes."""
    for _ in range(5):
        assert (await api.chat_postMessage(channel="#general", text="x"))["ok"]


async def test_one_message_a_second_into_a_channel(slack: LocalSlack, api: AsyncWebClient) -> None:
    """The second within a second is refused; another channel is another channel."""
    await slack.driver.put("limits", enforce=True)
    await api.chat_postMessage(channel="#general", text="One")

    assert await limited(api.chat_postMessage(channel="#general", text="Two")) == 1
    assert (await api.chat_postMessage(channel=user_id(slack, "ana"), text="Other"))["ok"]
    await slack.driver.move_clock(by=1)
    assert (await api.chat_postMessage(channel="#general", text="Two"))["ok"]


async def test_a_workspace_takes_so_many_a_minute(slack: LocalSlack, api: AsyncWebClient) -> None:
    """Whatever the channel."""
    await slack.driver.put("limits", enforce=True, per_workspace=2)
    await api.chat_postMessage(channel="#general", text="One")
    await api.chat_postMessage(channel=user_id(slack, "ana"), text="Two")

    wait = await limited(api.chat_postMessage(channel=user_id(slack, "bo"), text="Three"))

    assert 55 <= wait <= 60


async def test_each_method_has_the_rate_of_its_tier(slack: LocalSlack, api: AsyncWebClient) -> None:
    """users.list is tier 2: twenty a minute; other methods aren't touched by it."""
    await slack.driver.put("limits", enforce=True)
    for _ in range(20):
        await api.users_list()

    assert 50 <= await limited(api.users_list()) <= 60
    assert (await api.users_info(user="USLACKBOT"))["ok"]
    await slack.driver.move_clock(by=60)
    assert (await api.users_list())["ok"]


async def test_one_method_can_have_a_rate_of_its_own(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """As conversations.history has for some apps: one a minute."""
    await slack.driver.put("limits", enforce=True, methods={"users.info": 1})
    await api.users_info(user="USLACKBOT")

    await limited(api.users_info(user="USLACKBOT"))


async def test_limits_are_checked_before_they_are_set(slack: LocalSlack) -> None:
    """Unknown names and wrong kinds are refused, and nothing changes."""
    before = await slack.driver.get("limits")
    wrongs: list[dict[str, Any]] = [
        *({"speed": 1}, {"page_size": "many"}, {"enforce": 1}, {"ack_seconds": -1}),
        *({"page_size": 0}, {"page_size": 1.5}, {"per_channel": True}, {"home_seconds": 1e12}),
        *({"tiers": {"2": "fast"}}, {"methods": {"auth.test": -1}}, {"event_retries": ["soon"]}),
    ]
    for wrong in wrongs:
        with pytest.raises(AssertionError):
            await slack.driver.put("limits", **{"per_channel": 9, **wrong})
    assert await slack.driver.get("limits") == before


async def test_ratelimited_on_demand(slack: LocalSlack, api: AsyncWebClient) -> None:
    """As often as asked, with the Retry-After asked for; the SDK's own handler waits it out."""
    await slack.driver.fault("ratelimited", method="chat.postMessage", retry_after=1)
    patient = client_of(slack)
    patient.retry_handlers = [AsyncRateLimitErrorRetryHandler(max_retry_count=1)]
    started = time.monotonic()

    assert (await patient.chat_postMessage(channel="#general", text="x"))["ok"]

    assert time.monotonic() - started >= 1
    calls = slack.calls("chat.postMessage")
    assert [(call.ok, call.error) for call in calls] == [(False, "ratelimited"), (True, None)]


async def test_any_error_on_demand_for_one_channel(slack: LocalSlack, api: AsyncWebClient) -> None:
    """Only calls that name that channel are struck."""
    general = slack.world.workspace().channel("#general")
    assert general is not None
    await slack.driver.fault("error", error="ekm_access_denied", channel="#general")

    other = await api.chat_postMessage(channel=user_id(slack, "ana"), text="x")
    assert other["ok"]
    call = api.chat_postMessage(channel=general.id, text="x")
    assert await refusal(call) == "ekm_access_denied"
    assert (await api.chat_postMessage(channel=general.id, text="x"))["ok"]


async def test_a_fault_of_one_channel_strikes_however_the_call_names_it(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """By id or by name, as `channel` or as `channel_id`."""
    said = await ana.says("Hello", "#general")
    place: dict[str, Any] = {"channel_id": said.channel, "thread_ts": said.ts}
    for method, arguments in (
        ("chat.postMessage", {"channel": "#general", "text": "x"}),
        ("chat.postMessage", {"channel": "general", "text": "x"}),
        ("assistant.threads.setStatus", place),
    ):
        await slack.driver.fault("error", error="ekm_access_denied", channel="#general")
        assert await refusal(api.api_call(method, json=arguments)) == "ekm_access_denied"


async def test_a_block_refused_in_one_channel_is_refused_in_streams_and_beside_files(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """As in posts; another channel takes it."""
    divider = [{"type": "divider"}]
    said, other = await ana.says("Hello", "#general"), await ana.says("Hello", "#inner")
    await slack.driver.fault("refuse_block", block_type="divider", channel="#general")
    to: dict[str, Any] = {"recipient_team_id": "T0", "recipient_user_id": said.user}
    begun, elsewhere = [
        await api.chat_startStream(channel=one.channel, thread_ts=one.ts, **to)
        for one in (said, other)
    ]
    stop = api.chat_stopStream(channel=said.channel, ts=begun["ts"], blocks=divider)
    assert await refusal(stop) == "invalid_blocks"
    await api.chat_stopStream(channel=other.channel, ts=elsewhere["ts"], blocks=divider)

    async def shares(channel: str) -> Any:
        file = await api.files_getUploadURLExternal(filename="a.txt", length=1)
        async with aiohttp.ClientSession() as session:
            await session.post(file["upload_url"], data=b"a")
        return await api.files_completeUploadExternal(
            files=[{"id": file["file_id"]}], channel_id=channel, blocks=json.dumps(divider)
        )

    assert await refusal(shares(said.channel)) == "invalid_blocks"
    assert (await shares(other.channel))["ok"]


async def test_a_lost_answer_leaves_the_message(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """The message is stored and the line is cut: the bot can't know."""
    await slack.driver.fault("lost_answer", method="chat.postMessage")

    with pytest.raises(aiohttp.ClientError):
        await api.chat_postMessage(channel="#general", text="Did it arrive?")

    assert [m.text for m in await ana.reads("#general")] == ["Did it arrive?"]


async def test_a_lost_request_leaves_nothing(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """The line is cut before anything happens."""
    await slack.driver.fault("lost_request", method="chat.postMessage")

    with pytest.raises(aiohttp.ClientError):
        await api.chat_postMessage(channel="#general", text="Did it arrive?")

    assert await ana.reads("#general") == []


async def test_the_sdks_default_retry_posts_twice_after_a_lost_answer(
    slack: LocalSlack, ana: Person
) -> None:
    """Why a client for sending has no retry handlers."""
    careless = AsyncWebClient(token=slack.app.bot_token, base_url=slack.api_url)
    await slack.driver.fault("lost_answer", method="chat.postMessage")

    await careless.chat_postMessage(channel="#general", text="Twice")

    assert [m.text for m in await ana.reads("#general")] == ["Twice", "Twice"]


async def test_a_slow_answer_is_slow(slack: LocalSlack, api: AsyncWebClient) -> None:
    """By so many seconds."""
    await slack.driver.fault("slow", seconds=0.2)
    started = time.monotonic()
    await api.auth_test()
    assert time.monotonic() - started >= 0.2


@pytest.mark.parametrize("status", [500, 503])
async def test_a_server_error_has_a_status(
    slack: LocalSlack, api: AsyncWebClient, status: int
) -> None:
    """HTTP 5xx, nothing done."""
    await slack.driver.fault("server_error", status=status)

    with pytest.raises(SlackApiError) as caught:
        await api.chat_postMessage(channel="#general", text="x")

    assert caught.value.response.status_code == status


async def test_faults_are_listed_and_taken_back(slack: LocalSlack, api: AsyncWebClient) -> None:
    """One by its id, or all."""
    first = await slack.driver.fault("error", times=None, method="auth.test")
    await slack.driver.fault("error", times=5, method="users.list")
    assert await refusal(api.auth_test()) == "internal_error"

    await slack.driver.delete("faults", id=first)
    listed = (await slack.driver.get("faults"))["faults"]
    assert [fault["method"] for fault in listed] == ["users.list"]
    await slack.driver.delete("faults")
    assert (await api.users_list())["ok"]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"kind": "gremlins"}, "kind should be one of"),
        ({"kind": "refuse_block"}, "which block_type"),
        ({"kind": "error", "colour": "red"}, "nothing else"),
        ({"kind": "slow", "seconds": "long"}, "seconds should be"),
        ({"kind": "error", "times": 0}, "times should be"),
    ],
)
async def test_a_fault_that_makes_no_sense_is_refused(
    slack: LocalSlack, settings: dict[str, Any], words: str
) -> None:
    """With a sentence that says why."""
    with pytest.raises(AssertionError, match=words):
        await slack.driver.post("faults", **settings)


async def test_a_fault_speaks_in_the_other_words_too(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """`rate_limited`, and an expired trigger that comes as `invalid_arguments`: both are seen."""
    await slack.driver.fault("ratelimited", error="rate_limited")
    with pytest.raises(SlackApiError) as caught:
        await api.auth_test()
    assert (caught.value.response.status_code, caught.value.response["error"]) == (
        429,
        "rate_limited",
    )

    sentence = "`trigger_id` expired"
    await slack.driver.fault("error", error="invalid_arguments", messages=[sentence])
    with pytest.raises(SlackApiError) as caught:
        await api.views_open(trigger_id="1.2.x", view={"type": "modal", "blocks": []})
    assert caught.value.response["error"] == "invalid_arguments"
    messages = caught.value.response["response_metadata"]["messages"]
    assert messages == ["[ERROR] `trigger_id` expired"]
