"""What a bot does with channels, pins and reactions besides talking in them."""

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack, Person
from tests.localslack.companies import company
from tests.localslack.conftest import Start, client_of
from tests.localslack.hosting import Kept
from tests.localslack.places import channel_id, user_id
from tests.localslack.refusals import refusal


async def test_a_bot_makes_a_channel_and_leaves_it(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """It names it, describes it, invites and kicks, puts it away; people see all of it."""
    made = (await api.conversations_create(name="launch"))["channel"]
    assert (made["is_member"], made["creator"]) == (True, slack.app.bot_user_id)
    place, me = made["id"], user_id(slack, "ana")
    await api.conversations_setTopic(channel=place, topic="Soon")
    described = await api.conversations_setPurpose(channel=place, purpose="To launch")
    assert described["channel"]["topic"]["value"] == "Soon"
    assert described["channel"]["purpose"]["value"] == "To launch"
    await api.conversations_invite(channel=place, users=[me])
    renamed = (await api.conversations_rename(channel=place, name="landing"))["channel"]
    assert (renamed["name"], renamed["previous_names"]) == ("landing", ["launch"])
    await api.conversations_kick(channel=place, user=me)
    await api.conversations_leave(channel=place)
    assert (await api.conversations_leave(channel=place))["not_in_channel"] is True

    seen = {channel["name"]: channel for channel in (await ana.state())["channels"]}
    assert (seen["landing"]["topic"], seen["landing"]["is_member"]) == ("Soon", False)
    await slack.settled()
    kinds = [body["event"]["type"] for body in kept.bodies]
    assert {"channel_created", "channel_rename", "member_joined_channel"} <= set(kinds)


async def test_a_private_channel_is_for_its_members(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """And archived, it takes nothing any more."""
    made = (await api.conversations_create(name="hidden", is_private=True))["channel"]
    assert "hidden" not in {channel["name"] for channel in (await ana.state())["channels"]}
    await api.conversations_archive(channel=made["id"])
    call = api.chat_postMessage(channel=made["id"], text="x")
    assert await refusal(call) == "is_archived"


async def test_channels_are_refused_in_slacks_words(slack: LocalSlack, api: AsyncWebClient) -> None:
    """What is taken, misspelt, general, old, a DM, or somebody else's."""
    general, quiet = channel_id(slack, "general"), channel_id(slack, "quiet")
    me, robot = user_id(slack, "ana"), user_id(slack, "gus")
    dm = (await api.conversations_open(users=me))["channel"]["id"]
    inner = channel_id(slack, "inner")
    for call, word in (
        (api.conversations_create(name="quiet"), "name_taken"),
        (api.conversations_create(name="Big Words"), "invalid_name_specials"),
        (api.conversations_create(name="x" * 81), "invalid_name_maxlength"),
        (api.conversations_archive(channel=general), "cant_archive_general"),
        (api.conversations_archive(channel=channel_id(slack, "old")), "already_archived"),
        (api.conversations_rename(channel=quiet, name="loud"), "not_in_channel"),
        (api.conversations_rename(channel=dm, name="x"), "method_not_supported_for_channel_type"),
        (api.conversations_leave(channel=general), "cant_leave_general"),
        (api.conversations_kick(channel=general, user=me), "cant_kick_from_general"),
        (api.conversations_kick(channel=inner, user=slack.app.bot_user_id), "cant_kick_self"),
        (api.conversations_kick(channel=inner, user=robot), "not_in_channel"),
        (api.conversations_setTopic(channel=inner, topic="x" * 251), "too_long"),
    ):
        assert await refusal(call) == word


async def test_a_bot_is_known_by_its_bot_id(slack: LocalSlack, api: AsyncWebClient) -> None:
    """As bots look each other up whose messages they read."""
    own = await api.auth_test()
    bot = (await api.bots_info(bot=own["bot_id"]))["bot"]
    assert (bot["name"], bot["user_id"]) == ("Helper", own["user_id"])
    assert await refusal(api.bots_info(bot="B0NOBODY")) == "bot_not_found"


async def test_pins_are_listed_and_taken_out(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient
) -> None:
    """The newest pin first; taking one out is an event."""
    place = channel_id(slack, "general")
    posted = [(await api.chat_postMessage(channel=place, text=words))["ts"] for words in "ab"]
    for ts in posted:
        await api.pins_add(channel=place, timestamp=ts)
    items: list[Any] = (await api.pins_list(channel=place))["items"]
    assert [item["message"]["text"] for item in items] == ["b", "a"]
    await api.pins_remove(channel=place, timestamp=posted[0])
    assert await refusal(api.pins_remove(channel=place, timestamp=posted[0])) == "no_pin"
    assert len((await api.pins_list(channel=place))["items"]) == 1


async def test_the_pins_of_an_archived_channel_can_be_read(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """Only read."""
    place = channel_id(slack, "inner")
    ts = (await api.chat_postMessage(channel=place, text="a"))["ts"]
    await api.pins_add(channel=place, timestamp=ts)
    await slack.driver.post("channels", id="#inner", archived=True)
    assert len((await api.pins_list(channel=place))["items"]) == 1
    assert await refusal(api.pins_remove(channel=place, timestamp=ts)) == "is_archived"


async def test_reactions_can_be_read(slack: LocalSlack, api: AsyncWebClient, ana: Person) -> None:
    """Who put what on a message."""
    said = await ana.says("Hello", "#general")
    await ana.reacts(said, "wave")
    place = channel_id(slack, "general")
    read = (await api.reactions_get(channel=place, timestamp=said.ts))["message"]
    assert read["reactions"] == [{"name": "wave", "users": [said.user], "count": 1}]


@pytest.mark.parametrize("scope", ["emoji:read"])
async def test_a_workspace_has_no_emoji_of_its_own(starts: Start, scope: str) -> None:
    """An empty list, for bots that read it at their start."""
    described = company()
    described["apps"][0]["manifest"]["oauth_config"]["scopes"]["bot"].append(scope)
    slack = await starts(described)
    assert (await client_of(slack).emoji_list())["emoji"] == {}
