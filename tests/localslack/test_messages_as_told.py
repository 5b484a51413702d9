"""What a bot is told of a message: in events, in history, in its own answers."""

import asyncio
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp, AsyncSay
from slack_sdk import WebClient
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack, Person
from localslack.driver import SeenMessage
from tests.localslack.companies import MANIFEST, company
from tests.localslack.conftest import Run, Start
from tests.localslack.hosting import Kept, keeping
from tests.localslack.places import channel_id, user_id

Json = dict[str, Any]


async def test_an_answer_to_the_events_own_time_is_in_its_thread(
    slack: LocalSlack, app: AsyncApp, over_http: Run, ana: Person
) -> None:
    """`say(thread_ts=event["event_ts"])`, as it stands in many bots."""

    async def answer(event: Json, say: AsyncSay) -> None:
        await say("Here", thread_ts=event["event_ts"])

    app.event("app_mention")(answer)
    await over_http(app)
    asked = await ana.says("@helper where?", "#general")

    async def thread() -> list[SeenMessage]:
        return (await ana.reads_thread("#general", asked.ts))[1:]

    (answered,) = await slack.until(thread)
    assert answered.text == "Here"


async def test_an_event_of_a_message_has_the_messages_time(
    slack: LocalSlack, kept: Kept, ana: Person
) -> None:
    """A message and a mention of the bot, both."""
    said = await ana.says("Hello @helper", "#general")
    await slack.settled()

    for kind in ("message", "app_mention"):
        (event,) = kept.events(kind)
        assert event["ts"] == event["event_ts"] == said.ts


async def test_a_reply_says_whose_message_it_answers(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient, ana: Person, bo: Person
) -> None:
    """In the event and in the thread; the root says nothing of the kind."""
    said = await ana.says("Who is in?", "#general")
    await bo.says("I", "#general", thread=said.ts)
    await slack.settled()

    root, reply = kept.events("message")
    assert "parent_user_id" not in root
    assert reply["parent_user_id"] == user_id(slack, "ana")
    place = channel_id(slack, "general")
    read = await api.conversations_replies(channel=place, ts=said.ts)
    assert [one.get("parent_user_id") for one in read["messages"]] == [None, root["user"]]


async def test_a_broadcast_brings_its_root(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """With what hangs below it."""
    said = await ana.says("Who is in?", "#general")
    answer = await api.chat_postMessage(
        channel="#general", text="All", thread_ts=said.ts, reply_broadcast=True
    )
    await slack.settled()

    event = kept.events("message")[-1]
    for told in (event, answer["message"]):
        assert told["subtype"] == "thread_broadcast"
        assert (told["root"]["text"], told["root"]["ts"]) == ("Who is in?", said.ts)
        assert told["root"]["reply_count"] == 1


async def test_what_people_type_is_rich_text(slack: LocalSlack, kept: Kept, ana: Person) -> None:
    """With the person who is mentioned, as bots look for it."""
    await ana.says("*Hello* @bo", "#general")
    await slack.settled()

    (event,) = kept.events("message")
    (block,) = event["blocks"]
    assert (block["type"], len(block["block_id"])) == ("rich_text", 5)
    assert block["elements"][0]["elements"] == [
        {"type": "text", "text": "Hello", "style": {"bold": True}},
        {"type": "text", "text": " "},
        {"type": "user", "user_id": user_id(slack, "bo")},
    ]


async def test_what_a_bot_posts_as_text_is_rich_text_too(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """In the answer, in history under the same id, and anew when the text changes."""
    place = channel_id(slack, "general")
    posted = (await api.chat_postMessage(channel=place, text="One"))["message"]
    read = (await api.conversations_history(channel=place))["messages"][0]
    assert posted["blocks"] == read["blocks"]
    changed = (await api.chat_update(channel=place, ts=posted["ts"], text="_Two_"))["message"]
    assert changed["blocks"][0]["elements"][0]["elements"][0]["text"] == "Two"
    assert (await ana.reads("#general"))[-1].text == "_Two_"


async def test_a_message_without_words_has_no_blocks_of_its_own(api: AsyncWebClient) -> None:
    """Nor is a message changed that has blocks."""
    only = await api.chat_postMessage(channel="#general", attachments=[{"text": "Attached"}])
    assert "blocks" not in only["message"]
    divider = {"type": "divider", "block_id": "line"}
    given = await api.chat_postMessage(channel="#general", text="Line", blocks=[divider])
    assert given["message"]["blocks"] == [divider]


async def test_a_bots_message_says_which_bot(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient
) -> None:
    """With its pictures and when it was changed: in the answer, the event and the history."""
    place = channel_id(slack, "general")
    answer = await api.chat_postMessage(channel=place, text="Beep")
    await slack.settled()
    history = await api.conversations_history(channel=place)
    told = [answer["message"], kept.events("message")[0], history["messages"][0]]

    for message in told:
        profile = message["bot_profile"]
        assert profile["name"] == "Helper"
        assert profile["app_id"] == slack.app.app_id
        assert set(profile["icons"]) == {"image_36", "image_48", "image_72"}
        assert isinstance(profile["updated"], int)


async def test_a_message_under_another_name_is_nobodys(starts: Start) -> None:
    """A `bot_message` has no user, and no profile of the bot: listeners that ask for it fail."""
    scopes = [*MANIFEST["oauth_config"]["scopes"]["bot"], "chat:write.customize"]
    described = {**MANIFEST, "oauth_config": {"scopes": {"bot": scopes}}}
    slack = await starts(company(apps=[{"manifest": described}]))
    client = AsyncWebClient(token=slack.app.bot_token, base_url=slack.api_url)
    async with keeping() as (url, found):
        slack.deliver_to(url)
        await client.chat_postMessage(channel="#general", text="Boo", username="Ghost")
        await slack.settled()

        (event,) = found.events("message")
    assert (event["subtype"], event["username"]) == ("bot_message", "Ghost")
    assert not {"user", "bot_profile"} & set(event)


@pytest.mark.parametrize("name", ["x-oauth-scopes", "x-accepted-oauth-scopes"])
async def test_scopes_come_in_headers_spelt_as_slack_spells_them(
    slack: LocalSlack, name: str
) -> None:
    """A client that doesn't await keeps the case, and bots look the header up in it."""
    client = WebClient(token=slack.app.bot_token, base_url=slack.api_url)
    answer = await asyncio.to_thread(client.users_info, user=user_id(slack, "ana"))
    assert "users:read" in answer.headers[name]
