"""What people read: parts of a long conversation, and what they find by its words."""

import asyncio
import json
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack, Person
from localslack.changes import posting
from localslack.world import inspector
from localslack.world.messages import Draft
from tests.localslack.places import user_id
from tests.localslack.test_control import started


def fill(slack: LocalSlack, count: int) -> list[str]:
    """So many messages in #general, and their times."""
    channel = slack.world.workspace().channel("#general")
    assert channel is not None
    by = user_id(slack, "bo")
    said = [Draft(text=f"Wave {number}.") for number in range(count)]
    return [posting.by_person(slack.world, channel, by, draft).ts for draft in said]


async def part(slack: LocalSlack, **where: Any) -> dict[str, Any]:
    """A part of #general as Ana sees it."""
    query = {"as": "ana", "channel": "#general", **where}
    return await slack.driver.get("messages", **query)


def times(page: dict[str, Any]) -> list[str]:
    return [message["ts"] for message in page["messages"]]


async def test_a_long_conversation_is_read_from_anywhere_in_both_directions(
    slack: LocalSlack,
) -> None:
    """Newest, before, from and around a time; each part says whether there is more on its sides."""
    said = fill(slack, 30)
    newest = await part(slack, limit=10)
    assert (times(newest), newest["has_more"], newest["has_newer"]) == (said[20:], True, False)
    before = await part(slack, limit=10, before=said[20])
    assert (times(before), before["has_more"], before["has_newer"]) == (said[10:20], True, True)
    after = await part(slack, limit=10, **{"from": said[20]})
    assert (times(after), after["has_more"], after["has_newer"]) == (said[20:], True, False)
    around = await part(slack, limit=10, around=said[15])
    assert (times(around), around["has_more"], around["has_newer"]) == (said[10:20], True, True)
    first = await part(slack, limit=10, around="0")
    assert (times(first), first["has_more"], first["has_newer"]) == (said[:5], False, True)


async def test_what_only_one_sees_is_in_exactly_one_part(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """An ephemeral between two parts belongs to the older one, in whichever direction one reads."""
    said = fill(slack, 10)
    hidden = await api.chat_postEphemeral(
        channel="#general", user=user_id(slack, "ana"), text="Psst"
    )
    said += fill(slack, 10)
    newest = await part(slack, limit=10)
    older = await part(slack, limit=10, before=times(newest)[0])
    assert times(newest) == said[10:]
    assert times(older) == [*said[:10], hidden["message_ts"]]
    up = await part(slack, limit=10, **{"from": said[0]})
    down = await part(slack, limit=10, **{"from": said[10]})
    assert (times(up), times(down)) == (times(older), times(newest))


async def test_past_the_end_there_is_nothing(slack: LocalSlack, api: AsyncWebClient) -> None:
    """Not what only this person saw long ago."""
    ana = user_id(slack, "ana")
    await api.chat_postEphemeral(channel="#general", user=ana, text="Psst")
    fill(slack, 3)
    past = await part(slack, limit=10, **{"from": "9999999999.000000"})
    assert (times(past), past["has_more"], past["has_newer"]) == ([], True, False)


async def test_around_a_reply_its_thread_is_named(ana: Person, slack: LocalSlack) -> None:
    """So that who has its address finds it."""
    root = await ana.says("Root", "#general")
    reply = await ana.says("Reply", "#general", thread=root.ts)
    assert (await part(slack, around=reply.ts))["thread_ts"] == root.ts
    assert (await part(slack, around=root.ts))["thread_ts"] is None
    assert (await part(slack))["thread_ts"] is None


async def found(person: Person, query: str, **more: Any) -> list[str]:
    """The texts that somebody finds."""
    answer = await person.slack.get("search", **{"as": person.handle}, query=query, **more)
    return [message["text"] for message in answer["messages"]]


async def test_messages_are_found_by_their_words(
    slack: LocalSlack, api: AsyncWebClient, ana: Person, bo: Person
) -> None:
    """All words, however they are written, in blocks, attachments and replies, the newest first."""
    root = await ana.says("The TIDE is high", "#general")
    await bo.says("At what time is the tide?", "#quiet")
    await bo.says("R&D: 2 < 3", "#quiet")
    await ana.says("High tide at two", "#general", thread=root.ts)
    text = {"type": "mrkdwn", "text": "Nobody sails"}
    blocks = [{"type": "section", "text": text}]
    await api.chat_postMessage(channel="#general", text="Times", blocks=blocks)
    attached = [{"title": "Buoys", "text": "Twelve"}]
    await api.chat_postMessage(channel="#general", text="List", attachments=json.dumps(attached))

    assert await found(ana, "tide high") == ["High tide at two", "The TIDE is high"]
    assert await found(ana, "tide", limit=1) == ["High tide at two"]
    assert (await slack.driver.get("search", **{"as": "ana"}, query="tide", limit=1))["has_more"]
    assert await found(ana, "nobody SAILS") == ["Times"]
    assert await found(ana, "buoys twelve") == ["List"]
    assert await found(ana, "r&d <") == ["R&amp;D: 2 &lt; 3"]
    assert await found(ana, "nothing of this") == []


async def test_what_is_read_is_what_is_found(
    slack: LocalSlack, ana: Person, bo: Person, api: AsyncWebClient
) -> None:
    """Names for mentions, labels for links, fields for attachments; never what nobody sees."""
    harbour = slack.world.workspace().channel("#quiet")
    assert harbour is not None
    ana_id = user_id(slack, "ana")
    text = f"Ask <@{ana_id}> in <#{harbour.id}> for <https://example.com/x|the map>, <!here>"
    fields = [{"title": "Depth", "value": "Twelve fathoms"}]
    attached = json.dumps([{"title": None, "fallback": "Soundings", "fields": fields}])
    await api.chat_postMessage(channel="#general", text=text, attachments=attached)
    name = slack.world.workspace().users[ana_id].real_name
    for read in (f"@{name}", "#quiet", "the map", "@here", "twelve depth"):
        assert len(await found(bo, read)) == 1, read
    for unread in (ana_id, harbour.id, "example.com", "none"):
        assert await found(bo, unread) == [], unread
    await api.chat_postMessage(channel="#general", text="See <https://example.com/tides>")
    assert len(await found(bo, "example.com/tides")) == 1

    secret = slack.world.workspace().channel("#secret")
    assert secret is not None
    text = f"The key is in <#{secret.id}>"
    await api.chat_postMessage(channel="#general", text=text)
    assert await found(bo, "key secret") == []
    assert len(await found(ana, "key secret")) == 1


async def test_a_search_can_name_a_place_and_an_author(ana: Person, bo: Person) -> None:
    """`in:` and `from:`, as Slack has them; who isn't known wrote nothing."""
    await ana.says("Tide at one", "#general")
    await bo.says("Tide at two", "#general")
    await ana.says("Tide at three", "#quiet")
    assert await found(ana, "tide from:@ana in:#general") == ["Tide at one"]
    assert await found(ana, "in:quiet from:ana") == ["Tide at three"]
    assert await found(ana, "IN:#Quiet From:@Ana") == ["Tide at three"]
    assert await found(ana, "tide from:@nobody") == []


async def test_nobody_finds_what_they_cannot_see(
    slack: LocalSlack, ana: Person, bo: Person
) -> None:
    """Neither private channels of others, nor for guests what they aren't in, nor deleted ones."""
    await ana.says("Buried treasure", "#secret")
    gone = await ana.says("Buried anchor", "#general")
    await ana.deletes(gone)
    assert await found(ana, "buried") == ["Buried treasure"]
    assert await found(bo, "buried") == []
    await ana.says("Buried bones", "#general")
    assert await found(bo, "buried") == ["Buried bones"]
    assert await found(slack.person("gus"), "buried") == []
    with pytest.raises(AssertionError, match="Say the query"):
        await found(ana, "")


async def test_the_inspector_lets_the_oldest_go(
    slack: LocalSlack, api: AsyncWebClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By their number and by their size; the newest stays, however large it is."""
    monkeypatch.setattr(inspector, "KEPT", 4)
    for _ in range(6):
        await api.auth_test()
    assert [call.method for call in slack.calls()] == ["auth.test"] * 4
    monkeypatch.setattr(inspector, "KEPT_CHARACTERS", 20_000)
    for number in range(4):
        await api.api_call("auth.test", json={"words": f"{number} " + "x" * 8_000})
    assert [call.arguments["words"][0] for call in slack.calls()] == ["2", "3"]
    await api.api_call("auth.test", json={"words": "4 " + "x" * 30_000})
    assert [call.arguments["words"][0] for call in slack.calls()] == ["4"]
    numbers = (await slack.driver.get("requests"))["requests"]
    assert slack.world.inspector.get(numbers[-1]["n"]) is not None
    assert slack.world.inspector.get(1) is None
    slack.world.inspector.clear()
    assert slack.world.inspector.characters == 0


async def test_of_requests_at_once_the_stream_tells_each(slack: LocalSlack) -> None:
    """Not the newest of them several times."""
    stream = await started(slack, "ana", ["request"] * 3)
    for name in ("one", "two", "three"):
        slack.world.inspector.record(
            *("from_bot", "web_api", name),
            at=slack.world.clock.now(),
            workspace=slack.world.workspace().id,
            ms=1.0,
            status=200,
            ok=True,
            error=None,
            request={},
            response={},
        )
    async with asyncio.timeout(5):
        assert [request["name"] for request in await stream] == ["one", "two", "three"]
