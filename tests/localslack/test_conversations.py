"""Conversations: what a bot may know of them, and how lists come in pages."""

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack, Person
from tests.localslack.companies import company
from tests.localslack.conftest import Start, client_of
from tests.localslack.places import channel_id, user_id
from tests.localslack.refusals import refusal


async def test_a_private_channel_without_the_bot_does_not_exist_for_it(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """`channel_not_found`, whatever is asked."""
    secret = channel_id(slack, "secret")

    for call in (
        api.conversations_info(channel=secret),
        api.conversations_members(channel=secret),
        api.conversations_history(channel=secret),
    ):
        assert await refusal(call) == "channel_not_found"


async def test_a_public_channel_without_the_bot_can_be_looked_at_but_not_read(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """Its people are known; its messages are `not_in_channel`."""
    quiet = channel_id(slack, "quiet")

    info = (await api.conversations_info(channel=quiet, include_num_members=True))["channel"]
    assert (info["is_member"], info["num_members"], info["is_private"]) == (False, 2, False)
    assert len((await api.conversations_members(channel=quiet))["members"]) == 2
    assert await refusal(api.conversations_history(channel=quiet)) == "not_in_channel"


async def test_members_include_bots_and_strangers(slack: LocalSlack, api: AsyncWebClient) -> None:
    """Whoever counts people has to leave them out."""
    members = (await api.conversations_members(channel=channel_id(slack, "general")))["members"]

    wanted = {user_id(slack, name) for name in ("ana", "bo", "sam", "robot")}
    assert wanted | {slack.app.bot_user_id} <= set(members)


async def test_lists_come_in_pages_even_when_they_are_small(starts: Start) -> None:
    """A page has at most `page_size` items, whatever limit asks for; the cursor leads on."""
    slack = await starts(company(limits={"page_size": 2}))
    general = channel_id(slack, "general")
    api = client_of(slack)

    asked = await api.conversations_members(channel=general, limit=200)
    pages = [page.data async for page in asked]

    assert [len(page["members"]) for page in pages] == [2, 2, 2]
    assert pages[-1]["response_metadata"]["next_cursor"] == ""
    everybody = [member for page in pages for member in page["members"]]
    assert len(set(everybody)) == 6


async def test_a_bot_gets_as_many_as_it_asks_for(starts: Start) -> None:
    """Two hundred are two hundred."""
    people = [{"name": f"p{number}"} for number in range(210)]
    described = company(workspaces=[{"name": "W", "domain": "w", "people": people}])
    api = client_of(await starts(described))
    assert len((await api.users_list(limit=200))["members"]) == 200


async def test_thirty_people_come_in_two_pages_where_it_is_strict(starts: Start) -> None:
    """The page is small enough then that a team has to be paged."""
    people = [{"name": f"p{n}"} for n in range(30)]
    workspace = {"name": "W", "domain": "w", "people": people}
    slack = await starts(company(workspaces=[workspace], limits={"strict": True}))
    api = client_of(slack)

    first = await api.users_list(limit=200)

    assert len(first["members"]) == 20
    assert first["response_metadata"]["next_cursor"]


@pytest.mark.parametrize("cursor", ["nonsense", "bmV4dDp4", "🙂"])
async def test_a_made_up_cursor_is_invalid(api: AsyncWebClient, cursor: str) -> None:
    """Cursors are Slack's to make."""
    assert await refusal(api.users_list(limit=2, cursor=cursor)) == "invalid_cursor"


async def test_a_limit_beyond_a_thousand_is_invalid(slack: LocalSlack, api: AsyncWebClient) -> None:
    """`invalid_limit`."""
    call = api.conversations_members(channel=channel_id(slack, "general"), limit=1001)
    assert await refusal(call) == "invalid_limit"


async def test_the_bots_own_channels_are_listed_by_kind(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """users.conversations gives public channels unless others are asked for."""
    public = [c["name"] for c in (await api.users_conversations())["channels"]]
    private = (await api.users_conversations(types="private_channel"))["channels"]

    assert public == ["general", "old", "notices", "questions"]
    assert [c["name"] for c in private] == ["inner"]
    assert await refusal(api.users_conversations(types="caves")) == "invalid_types"


async def test_archived_channels_are_dropped_after_paging(starts: Start) -> None:
    """A page may be shorter than its limit and still have a cursor."""
    described = company(limits={"page_size": 2})
    channels = described["workspaces"][0]["channels"]
    channels.sort(key=lambda channel: channel["name"] != "old")
    slack = await starts(described)

    first = await client_of(slack).conversations_list(exclude_archived=True, limit=2)

    assert [channel["name"] for channel in first["channels"]] == ["general"]
    assert first["response_metadata"]["next_cursor"]


async def test_private_channels_without_the_bot_are_not_listed(api: AsyncWebClient) -> None:
    """conversations.list shows the private channels that the bot is in."""
    answer = await api.conversations_list(types="public_channel,private_channel", limit=100)

    names = {channel["name"] for channel in answer["channels"]}
    assert "inner" in names
    assert "secret" not in names


async def test_open_gives_the_same_dm_each_time(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """conversations.open and posting to U… lead to one DM."""
    ana_id = user_id(slack, "ana")
    opened = (await api.conversations_open(users=ana_id))["channel"]["id"]
    posted = await api.chat_postMessage(channel=ana_id, text="Hi")

    assert posted["channel"] == opened == await ana.dm_id()
    whole = await api.conversations_open(users=ana_id, return_im=True)
    assert whole["channel"]["user"] == ana_id


async def test_open_makes_a_group_dm(slack: LocalSlack, api: AsyncWebClient) -> None:
    """Two people and the bot share one conversation."""
    users = [user_id(slack, "ana"), user_id(slack, "bo")]
    opened = await api.conversations_open(users=users)

    assert opened["channel"]["id"].startswith("G")
    members = await api.conversations_members(channel=opened["channel"]["id"])
    assert set(members["members"]) == {*users, slack.app.bot_user_id}


@pytest.mark.parametrize(
    ("users", "word"),
    [
        ("", "users_list_not_supplied"),
        ("U0NOBODY", "user_not_found"),
        (",".join(f"U{n}" for n in range(9)), "too_many_users"),
    ],
)
async def test_whom_open_refuses(api: AsyncWebClient, users: str, word: str) -> None:
    """Nobody, somebody unknown, and nine people."""
    assert await refusal(api.api_call("conversations.open", json={"users": users})) == word


async def test_history_is_newest_first_and_paged(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """Pages follow each other without a gap or a repetition."""
    for number in range(7):
        await ana.says(f"Message {number}", "#general")
    general = channel_id(slack, "general")

    asked = await api.conversations_history(channel=general, limit=3)
    pages = [page.data async for page in asked]

    texts = [message["text"] for page in pages for message in page["messages"]]
    assert texts == [f"Message {number}" for number in reversed(range(7))]
    assert [page["has_more"] for page in pages] == [True, True, False]


async def test_history_between_two_moments(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """`oldest` and `latest` are outside, unless inclusive."""
    said = [await ana.says(f"Message {number}", "#general") for number in range(5)]
    span: dict[str, Any] = {"oldest": said[1].ts, "latest": said[3].ts}
    general = channel_id(slack, "general")

    async def texts(**more: Any) -> list[str]:
        answer = await api.conversations_history(channel=general, **span, **more)
        return [message["text"] for message in answer["messages"]]

    assert await texts() == ["Message 2"]
    assert await texts(inclusive=True) == ["Message 3", "Message 2", "Message 1"]


async def test_replies_are_read_from_their_root(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """conversations.replies gives root and replies, oldest first."""
    root = await ana.says("Root", "#general")
    await ana.says("Leaf", "#general", thread=root.ts)
    general = channel_id(slack, "general")

    answer = await api.conversations_replies(channel=general, ts=root.ts)

    assert [message["text"] for message in answer["messages"]] == ["Root", "Leaf"]
    missing = api.conversations_replies(channel=general, ts="1.000001")
    assert await refusal(missing) == "thread_not_found"


async def test_a_bot_joins_public_channels_by_itself(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """After joining it may post; archived channels can't be joined."""
    await api.conversations_join(channel=channel_id(slack, "quiet"))

    assert (await api.chat_postMessage(channel="#quiet", text="Hi"))["ok"]
    assert await refusal(api.conversations_join(channel=channel_id(slack, "old"))) == "is_archived"


async def test_a_bot_invites_people_where_it_is(slack: LocalSlack, api: AsyncWebClient) -> None:
    """Elsewhere it is `not_in_channel`; who is there is `already_in_channel`."""
    general, gus = channel_id(slack, "general"), user_id(slack, "gus")

    await api.conversations_invite(channel=general, users=gus)

    assert gus in (await api.conversations_members(channel=general))["members"]
    again = api.conversations_invite(channel=general, users=gus)
    assert await refusal(again) == "already_in_channel"
    elsewhere = api.conversations_invite(channel=channel_id(slack, "quiet"), users=gus)
    assert await refusal(elsewhere) == "not_in_channel"
    itself = api.conversations_invite(channel=general, users=slack.app.bot_user_id)
    assert await refusal(itself) == "cant_invite_self"


async def test_open_says_what_it_found(slack: LocalSlack, api: AsyncWebClient) -> None:
    """A DM that was there is `already_open` and a `no_op`; one is made only where wanted."""
    ana = user_id(slack, "ana")

    call = api.conversations_open(users=ana, prevent_creation=True)
    assert await refusal(call) == "channel_not_found"
    new = await api.conversations_open(users=ana)
    again = await api.conversations_open(users=[ana, ana], return_im=True)
    by_id = await api.conversations_open(channel=new["channel"]["id"])

    assert "already_open" not in new.data
    assert (again["already_open"], again["no_op"]) == (True, True)
    assert again["channel"]["user"] == ana
    assert again["channel"]["id"] == new["channel"]["id"] == by_id["channel"]["id"]


async def test_open_takes_no_channels_and_nobody_who_is_gone(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """`method_not_supported_for_channel_type`, `user_disabled`, `cannot_dm_bot`."""
    call = api.conversations_open(channel=channel_id(slack, "general"))
    assert await refusal(call) == "method_not_supported_for_channel_type"
    for who, word in (("dee", "user_disabled"), ("robot", "cannot_dm_bot")):
        assert await refusal(api.conversations_open(users=user_id(slack, who))) == word
    assert await refusal(api.conversations_open(users="USLACKBOT")) == "cannot_dm_bot"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ({"oldest": "yesterday"}, "invalid_ts_oldest"),
        ({"latest": "1.2.3"}, "invalid_ts_latest"),
        ({"cursor": "bmV4dDotNQ=="}, "invalid_cursor"),
        ({"cursor": "%"}, "invalid_cursor"),
    ],
)
async def test_history_wants_times_that_are_times(
    slack: LocalSlack, api: AsyncWebClient, arguments: dict[str, Any], word: str
) -> None:
    """Each in the word for it."""
    call = api.conversations_history(channel=channel_id(slack, "general"), **arguments)
    assert await refusal(call) == word


async def test_times_may_be_whole_seconds_and_zero_is_the_beginning(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """As bots write them."""
    said = await ana.says("Hello", "#general")
    general, second = channel_id(slack, "general"), int(float(said.ts))

    every: list[dict[str, Any]] = [
        {"oldest": "0"},
        {"oldest": str(second)},
        {"latest": str(second + 1)},
    ]
    for arguments in every:
        found = await api.conversations_history(channel=general, **arguments)
        assert [message["ts"] for message in found["messages"]] == [said.ts], arguments
    past = await api.conversations_history(channel=general, latest=str(second))
    assert past["messages"] == []
    one = await api.conversations_history(channel=general, limit=-7)
    assert len(one["messages"]) == 1
