"""Assistants: chats that begin, what is shown beside them, and answers that grow."""

import asyncio
import copy
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp, AsyncAssistant, AsyncSay
from slack_bolt.context.get_thread_context.async_get_thread_context import AsyncGetThreadContext
from slack_bolt.context.set_status.async_set_status import AsyncSetStatus
from slack_bolt.context.set_suggested_prompts.async_set_suggested_prompts import (
    AsyncSetSuggestedPrompts,
)
from slack_bolt.context.set_title.async_set_title import AsyncSetTitle
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack, Person
from localslack.driver import DriverError
from tests.localslack.companies import MANIFEST, company
from tests.localslack.conftest import Run, Start, client_of
from tests.localslack.hosting import Kept
from tests.localslack.places import channel_id, user_id
from tests.localslack.refusals import refusal

Json = dict[str, Any]


@pytest.fixture
async def slack(starts: Start) -> LocalSlack:
    """The small company, whose app is an assistant."""
    described = copy.deepcopy(MANIFEST)
    prompt = {"title": "Greet", "message": "Say hello"}
    described["features"]["assistant_view"] = {
        "assistant_description": "Helps",
        "suggested_prompts": [prompt],
    }
    described["oauth_config"]["scopes"]["bot"] += ["assistant:write"]
    events = described["settings"]["event_subscriptions"]["bot_events"]
    events += ["assistant_thread_started", "assistant_thread_context_changed"]
    return await starts(company(apps=[{"manifest": described}]))


async def test_a_chat_is_led_by_bolts_assistant(
    slack: LocalSlack, app: AsyncApp, over_socket: Run, ana: Person
) -> None:
    """It begins, suggests, says what it is at, answers, and knows where the person looks."""
    assistant = AsyncAssistant()
    goes_on = asyncio.Event()

    @assistant.thread_started
    async def begin(say: AsyncSay, set_suggested_prompts: AsyncSetSuggestedPrompts) -> None:
        await say("How can I help?")
        await set_suggested_prompts(prompts=[{"title": "Sum up", "message": "Sum it up"}])

    @assistant.user_message
    async def answer(
        say: AsyncSay,
        set_status: AsyncSetStatus,
        set_title: AsyncSetTitle,
        get_thread_context: AsyncGetThreadContext,
    ) -> None:
        await set_status("is reading...")
        await goes_on.wait()
        seen = await get_thread_context()
        await set_title("A summary")
        await say(f"You look at {seen.channel_id if seen else 'nothing'}")

    app.use(assistant)
    await over_socket(app)
    chat = await ana.starts_chat("#general")

    async def greeted() -> bool:
        thread = await ana.reads_thread(chat.channel, chat.ts)
        prompts = (await ana.sees_chat(chat))["prompts"]
        return thread[-1].text == "How can I help?" and prompts[0]["title"] == "Sum up"

    await slack.until(greeted)
    await ana.says("Sum it up", chat.channel, thread=chat.ts)

    async def reading() -> bool:
        return bool((await ana.sees_chat(chat))["status"] == "is reading...")

    await slack.until(reading)
    goes_on.set()

    async def answered() -> bool:
        thread = await ana.reads_thread(chat.channel, chat.ts)
        return thread[-1].text == f"You look at {channel_id(slack, 'general')}"

    await slack.until(answered)
    shown = await ana.sees_chat(chat)
    assert (shown["status"], shown["title"]) == ("", "A summary")
    assert (await ana.reads_thread(chat.channel, chat.ts))[0].text == "A summary"


async def test_what_the_events_say(slack: LocalSlack, kept: Kept, ana: Person) -> None:
    """Who, which chat, and the channel that they look at, then another one."""
    chat = await ana.starts_chat("#general")
    await ana.looks(chat, "#quiet")
    await slack.settled()

    (started,) = kept.events("assistant_thread_started")
    (changed,) = kept.events("assistant_thread_context_changed")
    for event, place in ((started, "general"), (changed, "quiet")):
        thread = event["assistant_thread"]
        assert (thread["user_id"], thread["thread_ts"]) == (user_id(slack, "ana"), chat.ts)
        assert thread["channel_id"] == chat.channel
        assert thread["context"]["channel_id"] == channel_id(slack, place)
    assert kept.events("message") == []


async def test_the_manifests_prompts_are_there_from_the_start(ana: Person) -> None:
    """Until the app suggests others."""
    chat = await ana.starts_chat()
    assert (await ana.sees_chat(chat))["prompts"] == [{"title": "Greet", "message": "Say hello"}]


async def test_an_app_that_is_no_assistant_has_no_chats(starts: Start) -> None:
    """The manifest has to say so."""
    slack = await starts(company())
    with pytest.raises(DriverError, match="no assistant"):
        await slack.person("ana").starts_chat()


async def test_chats_are_refused_in_slacks_words(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """No such thread, too many prompts, prompts of the wrong kind; a status goes anywhere."""
    chat = await ana.starts_chat()
    place: Json = {"channel_id": chat.channel, "thread_ts": chat.ts}
    prompt = {"title": "A", "message": "B"}
    for call, word in (
        (api.assistant_threads_setTitle(**{**place, "thread_ts": "1.2"}, title="x"), "thread"),
        (api.assistant_threads_setSuggestedPrompts(**place, prompts=[prompt] * 5), "invalid"),
        (api.assistant_threads_setSuggestedPrompts(**place, prompts=[{"title": "A"}]), "invalid"),
        (api.assistant_threads_setStatus(**{**place, "channel_id": "C0"}, status="x"), "channel"),
    ):
        assert (await refusal(call)).startswith(word)
    said = await ana.says("Hello", "#general")
    general = channel_id(slack, "general")
    await api.assistant_threads_setStatus(channel_id=general, thread_ts=said.ts, status="thinks")
    assert (await ana.sees_chat(said))["status"] == "thinks"


async def test_a_status_goes_with_its_own_apps_answer(starts: Start) -> None:
    """What another app says in the thread leaves it; the newest one belongs to who set it."""
    apps = []
    for name in ("Helper", "Other"):
        described = copy.deepcopy(MANIFEST)
        described["display_information"]["name"] = name
        described["features"]["bot_user"]["display_name"] = name
        described["oauth_config"]["scopes"]["bot"].append("chat:write.public")
        apps.append({"manifest": described, "install": ["trailhead"]})
    slack = await starts(company(apps=apps))
    ana = slack.person("ana")
    helper, other = (
        client_of(slack, app.installations[0].token.value) for app in slack.world.apps.values()
    )
    await slack.driver.post("channels", id="#general", invite=["other"])
    said = await ana.says("Hello", "#general")
    place: Json = {"channel_id": said.channel, "thread_ts": said.ts}
    post: Json = {"channel": said.channel, "thread_ts": said.ts, "text": "Here"}

    await helper.assistant_threads_setStatus(**place, status="thinks")
    await other.chat_postMessage(**post)
    assert (await ana.sees_chat(said))["status"] == "thinks"
    await other.assistant_threads_setStatus(**place, status="looks")
    await helper.chat_postMessage(**post)
    assert (await ana.sees_chat(said))["status"] == "looks"
    await other.chat_postMessage(**post)
    assert (await ana.sees_chat(said))["status"] == ""


async def test_an_answer_grows_while_people_read_it(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """The SDK's own helper: pieces become one text; bots hear of the beginning and the end."""
    chat = await ana.starts_chat()
    stream = await api.chat_stream(channel=chat.channel, thread_ts=chat.ts, buffer_size=1)
    await stream.append(markdown_text="**Hello ")

    async def read() -> Any:
        return (await ana.reads_thread(chat.channel, chat.ts))[-1]

    assert ((await read()).text, (await read()).raw["streaming_state"]) == (
        "**Hello ",
        "in_progress",
    )
    await stream.append(markdown_text="world**")
    assert (await read()).text == "**Hello world**"
    await stream.stop(blocks=[{"type": "divider"}])
    seen = await read()
    assert [block["type"] for block in seen.blocks] == ["markdown", "divider"]
    assert "streaming_state" not in seen.raw
    await slack.settled()
    subtypes = [event.get("subtype") for event in kept.events("message")]
    assert subtypes == [None, "message_changed"]


async def test_tasks_of_a_plan_are_told_as_they_go(api: AsyncWebClient, ana: Person) -> None:
    """One block for all of them, each in its newest state."""
    chat = await ana.starts_chat()
    place: Json = {"channel": chat.channel, "ts": ""}
    begun = await api.chat_startStream(
        channel=chat.channel, thread_ts=chat.ts, task_display_mode="plan"
    )
    place["ts"] = begun["ts"]
    task: Json = {"type": "task_update", "id": "1", "title": "Look", "status": "in_progress"}
    await api.chat_appendStream(**place, chunks=[{"type": "plan_update", "title": "Find"}, task])
    done = {**task, "status": "complete", "output": "Found *two*"}
    await api.chat_stopStream(**place, chunks=[done, {"type": "markdown_text", "text": "Two."}])

    plan, text = (await ana.reads_thread(chat.channel, chat.ts))[-1].blocks
    assert (plan["title"], plan["tasks"][0]["status"]) == ("Find", "complete")
    assert text["text"] == "Two."


async def test_streams_are_refused_in_slacks_words(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """In a channel without a recipient, after the end, for others, with too much or nothing."""
    said = await ana.says("Hello", "#general")
    place: Json = {"channel": channel_id(slack, "general"), "thread_ts": said.ts}
    assert await refusal(api.chat_startStream(**place)) == "missing_recipient_team_id"
    known: Json = {"recipient_team_id": "T0", "recipient_user_id": user_id(slack, "ana")}
    begun = await api.chat_startStream(**place, **known)
    ours: Json = {"channel": begun["channel"], "ts": begun["ts"]}
    assert await refusal(api.chat_appendStream(**ours)) == "no_text"
    assert await refusal(api.chat_appendStream(**ours, chunks=[{"type": "x"}])) == "invalid_chunks"
    long = "x" * 12_001
    assert await refusal(api.chat_appendStream(**ours, markdown_text=long)) == "msg_too_long"
    call = api.chat_update(**ours, text="Other")
    assert await refusal(call) == "streaming_state_conflict"
    theirs = {"channel": begun["channel"], "ts": said.ts}
    call = api.chat_stopStream(**theirs)
    assert await refusal(call) == "message_not_owned_by_app"
    await api.chat_stopStream(**ours)
    call = api.chat_appendStream(**ours, markdown_text="more")
    assert await refusal(call) == "message_not_in_streaming_state"


async def test_a_refused_chunk_leaves_the_stream_as_it_was(
    api: AsyncWebClient, ana: Person
) -> None:
    """Whatever is wrong with it; what comes after it is taken."""
    chat = await ana.starts_chat()
    begun = await api.chat_startStream(
        channel=chat.channel, thread_ts=chat.ts, task_display_mode="plan"
    )
    place: Json = {"channel": chat.channel, "ts": begun["ts"]}
    task: Json = {"type": "task_update", "id": "1", "title": "Look", "status": "in_progress"}
    await api.chat_appendStream(**place, chunks=[task])

    async def shown() -> Any:
        return (await ana.reads_thread(chat.channel, chat.ts))[-1].blocks

    before = await shown()
    for wrong in (
        {**task, "status": "asleep"},
        {"type": "blocks", "blocks": [{"type": "markdown"}]},
        {"type": "blocks", "blocks": ["markdown"]},
    ):
        call = api.chat_appendStream(**place, chunks=[{**task, "title": "Seek"}, wrong])
        assert await refusal(call) == "invalid_chunks"
        assert await shown() == before
    more = {"type": "blocks", "blocks": [{"type": "divider"}]}
    await api.chat_appendStream(**place, chunks=[{**task, "status": "complete"}, more])
    plan, divider = await shown()
    assert (plan["tasks"][0]["status"], divider["type"]) == ("complete", "divider")


async def test_nothing_grows_in_an_archived_channel(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """Nor does it end there."""
    said = await ana.says("Hello", "#inner")
    known: Json = {"recipient_team_id": "T0", "recipient_user_id": said.user}
    begun = await api.chat_startStream(channel=said.channel, thread_ts=said.ts, **known)
    await slack.driver.post("channels", id="#inner", archived=True)
    place: Json = {"channel": begun["channel"], "ts": begun["ts"]}
    assert await refusal(api.chat_appendStream(**place, markdown_text="more")) == "is_inactive"
    assert await refusal(api.chat_stopStream(**place)) == "is_inactive"


async def test_a_thread_with_a_status_is_no_chat(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """It has no title and no prompts, and nobody looks elsewhere from it."""
    said = await ana.says("Hello", "#general")
    place: Json = {"channel_id": said.channel, "thread_ts": said.ts}
    await api.assistant_threads_setStatus(**place, status="thinks")
    prompts = [{"title": "A", "message": "B"}]
    for call in (
        api.assistant_threads_setTitle(**place, title="Mine"),
        api.assistant_threads_setSuggestedPrompts(**place, prompts=prompts),
    ):
        assert await refusal(call) == "thread_not_found"
    assert [message.text for message in await ana.reads("#general")] == ["Hello"]
    with pytest.raises(DriverError, match="no chat"):
        await ana.looks(said, "#quiet")


async def test_chats_need_their_scope(starts: Start) -> None:
    """assistant:write; a status also with chat:write."""
    slack = await starts(company())
    client = client_of(slack)
    call = client.assistant_threads_setTitle(channel_id="C0", thread_ts="1.2", title="x")
    assert await refusal(call) == "missing_scope"
    call = client.assistant_threads_setStatus(channel_id="C0", thread_ts="1.2", status="x")
    assert await refusal(call) == "channel_not_found"
