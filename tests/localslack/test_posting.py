"""Messages: where a bot may post, what it gets back, and what it may change."""

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack, Person
from tests.localslack.companies import company, manifest, with_scopes
from tests.localslack.conftest import Start, client_of
from tests.localslack.places import channel_id, user_id
from tests.localslack.refusals import refusal, refused

HUGE = '{"event_type": "x", "event_payload": {"k": "' + "x" * 17_000 + '"}}'
SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "*Hello*"}}


async def test_a_post_is_seen_by_everybody_in_the_channel(
    api: AsyncWebClient, ana: Person, bo: Person
) -> None:
    """What a bot posts into a channel stands there for all its people."""
    answer = await api.chat_postMessage(channel="#general", text="Good morning")

    for person in (ana, bo):
        seen = (await person.reads("#general"))[-1]
        assert (seen.ts, seen.text) == (answer["ts"], "Good morning")


async def test_the_answer_has_the_message_as_it_is_kept(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """Ids and flags that the bot left out are filled in."""
    answer = await api.chat_postMessage(channel="#general", text="Hello", blocks=[SECTION])

    message = answer["message"]
    assert answer["channel"] == channel_id(slack, "general")
    assert message["user"] == slack.app.bot_user_id
    assert message["app_id"] == slack.app.app_id
    assert message["bot_id"].startswith("B")
    assert len(message["blocks"][0]["block_id"]) == 5
    assert message["blocks"][0]["text"]["verbatim"] is False


async def test_posting_to_a_person_opens_the_dm(
    slack: LocalSlack, api: AsyncWebClient, ana: Person, bo: Person
) -> None:
    """A user id as channel: the answer's channel is a D, and only that person sees it."""
    answer = await api.chat_postMessage(channel=user_id(slack, "ana"), text="Psst")

    assert answer["channel"].startswith("D")
    assert [message.text for message in await ana.dm()] == ["Psst"]
    assert await bo.dm() == []


async def test_update_takes_no_user_id_for_a_channel(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """What was posted to U… has to be changed in D…"""
    ana_id = user_id(slack, "ana")
    posted = await api.chat_postMessage(channel=ana_id, text="One")

    word = await refusal(api.chat_update(channel=ana_id, ts=posted["ts"], text="Two"))
    assert word == "channel_not_found"

    changed = await api.chat_update(channel=posted["channel"], ts=posted["ts"], text="Two")
    assert changed["text"] == "Two"


@pytest.mark.parametrize(
    ("channel", "word"),
    [
        ("#quiet", "not_in_channel"),
        ("#secret", "channel_not_found"),
        ("#nowhere", "channel_not_found"),
        ("C0NOWHERE", "channel_not_found"),
        ("U0NOBODY", "channel_not_found"),
        ("#old", "is_archived"),
        ("#notices", "restricted_action_read_only_channel"),
        ("#questions", "restricted_action_thread_only_channel"),
        ("USLACKBOT", "cannot_dm_bot"),
    ],
)
async def test_where_a_bot_may_not_post(api: AsyncWebClient, channel: str, word: str) -> None:
    """Each place that is closed to the bot says so in Slack's word."""
    assert await refusal(api.chat_postMessage(channel=channel, text="Hello")) == word


async def test_with_chat_write_public_a_bot_posts_into_channels_it_is_not_in(
    starts: Start,
) -> None:
    """The scope opens public channels, not private ones."""
    slack = await starts(with_scopes("chat:write", "chat:write.public"))
    client = client_of(slack)

    assert (await client.chat_postMessage(channel="#quiet", text="Hello"))["ok"]
    secret = channel_id(slack, "secret")
    assert await refusal(client.chat_postMessage(channel=secret, text="x")) == "channel_not_found"


async def test_bots_have_no_dm_with_bots(slack: LocalSlack, api: AsyncWebClient) -> None:
    """Another bot's user id is `cannot_dm_bot`, to post to and to open."""
    robot = user_id(slack, "robot")

    assert await refusal(api.chat_postMessage(channel=robot, text="Hi")) == "cannot_dm_bot"
    assert await refusal(api.conversations_open(users=robot)) == "cannot_dm_bot"
    assert await refusal(api.conversations_open(users="USLACKBOT")) == "cannot_dm_bot"


async def test_a_leaver_can_not_be_written_to_unless_there_is_a_dm_already(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """Slack refuses a new DM with somebody who left, and swallows posts into an old one."""
    dee, bo_id = user_id(slack, "dee"), user_id(slack, "bo")
    assert await refusal(api.chat_postMessage(channel=dee, text="Hi")) == "channel_not_found"
    assert await refusal(api.conversations_open(users=dee)) == "user_disabled"

    await api.chat_postMessage(channel=bo_id, text="Before")
    await slack.driver.post("people", id="bo", deleted=True)
    assert (await api.chat_postMessage(channel=bo_id, text="After"))["ok"]


async def test_an_app_without_a_messages_tab_has_no_dms(starts: Start) -> None:
    """`messages_tab_enabled: false` in the manifest makes DMs fail."""
    changed = manifest()
    changed["features"]["app_home"]["messages_tab_enabled"] = False
    slack = await starts(company(apps=[{"manifest": changed}]))

    call = client_of(slack).chat_postMessage(channel=user_id(slack, "ana"), text="Hi")
    assert await refusal(call) == "messages_tab_disabled"


async def test_a_message_says_something(api: AsyncWebClient) -> None:
    """Neither text nor blocks nor attachments is `no_text`."""
    assert (
        await refusal(api.api_call("chat.postMessage", json={"channel": "#general"})) == "no_text"
    )


async def test_markdown_text_goes_alone(api: AsyncWebClient, ana: Person) -> None:
    """`markdown_text` becomes a markdown block, and conflicts with text."""
    arguments: dict[str, Any] = {"channel": "#general", "markdown_text": "**Hello**"}
    await api.api_call("chat.postMessage", json=arguments)
    assert (await ana.reads("#general"))[-1].blocks[0]["type"] == "markdown"

    both = api.api_call("chat.postMessage", json={**arguments, "text": "Hello"})
    assert await refusal(both) == "markdown_text_conflict"


async def test_a_very_long_text_is_cut_with_a_warning(api: AsyncWebClient) -> None:
    """Beyond 40,000 characters Slack cuts and warns; changing to more than 4,000 is refused."""
    answer = await api.chat_postMessage(channel="#general", text="x" * 40_001)
    assert len(answer["message"]["text"]) == 40_000
    assert answer["warning"] == "message_truncated"

    long = api.chat_update(channel=answer["channel"], ts=answer["ts"], text="x" * 4_001)
    assert await refusal(long) == "msg_too_long"


async def test_blocks_may_come_as_json_text(api: AsyncWebClient, ana: Person) -> None:
    """Form clients send blocks as a string; one that isn't a list is `invalid_blocks_format`."""
    text = '[{"type": "section", "text": {"type": "plain_text", "text": "In a string"}}]'
    await api.api_call("chat.postMessage", data={"channel": "#general", "blocks": text})
    assert (await ana.reads("#general"))[-1].text == "In a string"

    for broken in ("{", '{"type": "divider"}', "[1]"):
        call = api.api_call("chat.postMessage", data={"channel": "#general", "blocks": broken})
        assert await refusal(call) == "invalid_blocks_format"


async def test_metadata_comes_back_and_outlives_a_change(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """The metadata of the bot's own message is in the DM's history, also after an update."""
    metadata = {"event_type": "invitation", "event_payload": {"id": 7}}
    dm = user_id(slack, "ana")
    posted = await api.chat_postMessage(channel=dm, text="One", metadata=metadata)
    await api.chat_update(channel=posted["channel"], ts=posted["ts"], text="Two")

    history = await api.conversations_history(channel=posted["channel"], include_all_metadata=True)

    assert history["messages"][0]["metadata"] == metadata
    assert history["messages"][0]["text"] == "Two"


@pytest.mark.parametrize(
    ("metadata", "word"),
    [
        ("nonsense", "invalid_metadata_format"),
        ("[]", "invalid_metadata_format"),
        ('{"event_type": "x"}', "invalid_metadata_schema"),
        ('{"event_type": "x", "event_payload": 1}', "invalid_metadata_schema"),
        (HUGE, "metadata_too_large"),
    ],
)
async def test_metadata_has_a_type_and_a_payload(
    api: AsyncWebClient, metadata: str, word: str
) -> None:
    """Anything else is refused in the word for it."""
    data = {"channel": "#general", "text": "Hi", "metadata": metadata}
    assert await refusal(api.api_call("chat.postMessage", data=data)) == word


async def test_a_bot_changes_and_deletes_its_own_messages_only(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """What a person wrote can't be changed or deleted by a bot; what isn't there is not found."""
    theirs = await ana.says("Mine", "#general")
    place: dict[str, Any] = {"channel": theirs.channel, "ts": theirs.ts}

    assert await refusal(api.chat_update(**place, text="Yours")) == "cant_update_message"
    assert await refusal(api.chat_delete(**place)) == "cant_delete_message"
    gone: dict[str, Any] = {"channel": theirs.channel, "ts": "1.000001"}
    assert await refusal(api.chat_update(**gone, text="x")) == "message_not_found"
    assert await refusal(api.chat_delete(**gone)) == "message_not_found"


async def test_a_deleted_message_is_gone(api: AsyncWebClient, ana: Person) -> None:
    """chat.delete takes it away for everybody."""
    posted = await api.chat_postMessage(channel="#general", text="Oops")
    await api.chat_delete(channel=posted["channel"], ts=posted["ts"])

    assert await ana.reads("#general") == []


async def test_a_changed_message_is_marked_as_edited(api: AsyncWebClient, ana: Person) -> None:
    """People see the new words, and that they are new."""
    posted = await api.chat_postMessage(channel="#general", text="One", blocks=[SECTION])
    await api.chat_update(channel=posted["channel"], ts=posted["ts"], text="Two", blocks=[])

    seen = (await ana.reads("#general"))[-1]
    assert seen.text == "Two"
    assert "edited" in seen.raw


async def test_a_text_alone_takes_the_blocks_away_and_an_attachment_alone_does_not(
    api: AsyncWebClient, ana: Person
) -> None:
    """Slack renders the text that it is given; attachments stay until others come."""
    posted = await api.chat_postMessage(channel="#general", text="One", blocks=[SECTION])
    place = {"channel": posted["channel"], "ts": posted["ts"]}

    await api.chat_update(**place, attachments=[{"text": "More"}])
    assert (await ana.reads("#general"))[-1].text == "*Hello*\nMore"

    changed = await api.chat_update(**place, text="Two")
    assert (await ana.reads("#general"))[-1].text == "Two\nMore"
    assert [block["type"] for block in changed["message"]["blocks"]] == ["rich_text"]

    await api.chat_update(**place, text="Three", attachments=[])
    assert (await ana.reads("#general"))[-1].text == "Three"


async def test_only_one_person_sees_an_ephemeral(
    slack: LocalSlack, api: AsyncWebClient, ana: Person, bo: Person
) -> None:
    """It is shown to one, kept for nobody, and can't be updated through the Web API."""
    ana_id, general = user_id(slack, "ana"), channel_id(slack, "general")
    answer = await api.chat_postEphemeral(channel=general, user=ana_id, text="For you")

    assert [message.text for message in await ana.reads("#general")] == ["For you"]
    assert (await ana.reads("#general"))[0].is_ephemeral
    assert await bo.reads("#general") == []
    assert (await api.conversations_history(channel=general))["messages"] == []
    ts = answer["message_ts"]
    word = await refusal(api.chat_update(channel=general, ts=ts, text="x"))
    assert word == "message_not_found"


@pytest.mark.parametrize("who", ["dee", "gus", "robot-nobody"])
async def test_an_ephemeral_needs_an_active_person_in_the_channel(
    slack: LocalSlack, api: AsyncWebClient, who: str
) -> None:
    """Somebody who left, isn't in it or doesn't exist is `user_not_in_channel`."""
    found = slack.world.workspace().user(who)
    call = api.chat_postEphemeral(
        channel="#general", user=found.id if found else "U0NOBODY", text="Hi"
    )
    assert await refusal(call) == "user_not_in_channel"


async def test_replies_hang_under_their_root(api: AsyncWebClient, ana: Person) -> None:
    """A reply is in the thread and not in the channel, and the root counts it."""
    root = await api.chat_postMessage(channel="#general", text="Root")
    await api.chat_postMessage(channel="#general", text="Leaf", thread_ts=root["ts"])

    shown = await ana.reads("#general")
    assert [message.text for message in shown] == ["Root"]
    assert shown[0].raw["reply_count"] == 1
    thread = await ana.reads_thread("#general", root["ts"])
    assert [message.text for message in thread] == ["Root", "Leaf"]


async def test_a_reply_needs_a_root(api: AsyncWebClient) -> None:
    """There is no thread under a message that doesn't exist."""
    call = api.chat_postMessage(channel="#general", text="Leaf", thread_ts="1.000001")
    assert await refusal(call) == "cannot_reply_to_message"


async def test_another_name_needs_a_scope(api: AsyncWebClient) -> None:
    """`username` asks for chat:write.customize."""
    answer = await refused(api.chat_postMessage(channel="#general", text="Boo", username="Ghost"))
    assert (answer["error"], answer["needed"]) == ("missing_scope", "chat:write.customize")


async def test_a_permalink_leads_to_a_message(slack: LocalSlack, api: AsyncWebClient) -> None:
    """The address has the workspace, the channel and the time without its dot."""
    posted = await api.chat_postMessage(channel="#general", text="Here")
    place = {"channel": posted["channel"], "message_ts": posted["ts"]}

    link = (await api.chat_getPermalink(**place))["permalink"]

    digits = posted["ts"].replace(".", "")
    assert link == f"https://trailhead.slack.com/archives/{posted['channel']}/p{digits}"
    missing = api.chat_getPermalink(channel=posted["channel"], message_ts="1.000001")
    assert await refusal(missing) == "message_not_found"


async def test_message_times_are_unique_and_rise(api: AsyncWebClient) -> None:
    """No two messages have the same ts, and a later one's is greater."""
    times = [(await api.chat_postMessage(channel="#general", text="x"))["ts"] for _ in range(20)]

    assert times == sorted(set(times))


async def test_reactions_pins_and_bookmarks_are_kept_once(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """The second of the same kind is refused."""
    posted = await api.chat_postMessage(channel="#general", text="Here")
    place = {"channel": posted["channel"], "timestamp": posted["ts"]}

    await api.reactions_add(name="tada", **place)
    assert await refusal(api.reactions_add(name="tada", **place)) == "already_reacted"
    assert await refusal(api.reactions_add(name="No Emoji", **place)) == "invalid_name"
    await api.pins_add(**place)
    assert await refusal(api.pins_add(**place)) == "already_pinned"
    bookmark = {"channel_id": posted["channel"], "title": "Map", "type": "link"}
    made = await api.bookmarks_add(**bookmark, link="https://example.com")
    assert made["bookmark"]["title"] == "Map"
    assert await refusal(api.bookmarks_add(**bookmark, link="nowhere")) == "invalid_link"
    reactions = (await ana.reads("#general"))[-1].raw["reactions"]
    assert reactions == [{"name": "tada", "users": [slack.app.bot_user_id], "count": 1}]


async def test_a_message_takes_so_many_emoji(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """23 of one bot (`too_many_reactions`), fifty different ones in all (`too_many_emoji`)."""
    posted = await api.chat_postMessage(channel="#general", text="Here")
    place = {"channel": posted["channel"], "timestamp": posted["ts"]}
    seen = (await ana.reads("#general"))[-1]
    for number in range(23):
        await api.reactions_add(name=f"e{number}", **place)
    assert await refusal(api.reactions_add(name="e23", **place)) == "too_many_reactions"

    await api.reactions_remove(name="e0", **place)
    assert await refusal(api.reactions_remove(name="e0", **place)) == "no_reaction"
    for number in range(28):
        await ana.reacts(seen, f"a{number}")
    assert await refusal(api.reactions_add(name="e0", **place)) == "too_many_emoji"
    await ana.reacts(seen, "a0")
    assert (await api.reactions_add(name="e0", **place))["ok"]


@pytest.mark.parametrize(
    ("call", "word"),
    [
        ("reactions.add", "message_not_found"),
        ("pins.add", "message_not_found"),
        ("reactions.remove", "message_not_found"),
    ],
)
async def test_what_is_marked_has_to_be_there(
    slack: LocalSlack, api: AsyncWebClient, call: str, word: str
) -> None:
    """`message_not_found`, and `bad_timestamp` for what is no time."""
    place = {"name": "tada", "channel": channel_id(slack, "general")}
    there = api.api_call(call, json={**place, "timestamp": "1.000001"})
    assert await refusal(there) == word
    wrong = api.api_call(call, json={**place, "timestamp": "yesterday"})
    assert await refusal(wrong) == "bad_timestamp"


async def test_a_channel_has_only_so_many_pins_and_bookmarks(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """A hundred of each: `too_many_pins`, `too_many_bookmarks`."""
    general = channel_id(slack, "general")
    posted = [await api.chat_postMessage(channel=general, text=str(n)) for n in range(101)]
    for message in posted[:100]:
        await api.pins_add(channel=general, timestamp=message["ts"])
    bookmark = {"title": "Map", "type": "link", "link": "https://example.com"}
    for _ in range(100):
        await api.bookmarks_add(channel_id=general, **bookmark)

    call = api.pins_add(channel=general, timestamp=posted[100]["ts"])
    assert await refusal(call) == "too_many_pins"
    assert await refusal(api.pins_add(channel=general)) == "no_item_specified"
    call = api.bookmarks_add(channel_id=general, **bookmark)
    assert await refusal(call) == "too_many_bookmarks"
    wrong = {**bookmark, "type": "folder"}
    call = api.bookmarks_add(channel_id=general, **wrong)
    assert await refusal(call) == "invalid_bookmark_type"


@pytest.mark.parametrize(
    ("channel", "word"),
    [
        ("quiet", "not_in_channel"),
        ("secret", "channel_not_found"),
        ("old", "is_archived"),
        ("notices", "restricted_action"),
        ("questions", "restricted_action"),
    ],
)
async def test_where_a_bot_may_not_show_an_ephemeral(
    slack: LocalSlack, api: AsyncWebClient, channel: str, word: str
) -> None:
    """Each place that is closed to the bot says so, before anybody is looked for."""
    where, ana = channel_id(slack, channel), user_id(slack, "ana")
    call = api.chat_postEphemeral(channel=where, user=ana, text="Psst")
    assert await refusal(call) == word


async def test_nothing_is_changed_in_an_archived_channel(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """`is_inactive`."""
    posted = await api.chat_postMessage(channel="#general", text="One")
    await slack.driver.post("channels", id="#general", archived=True)

    call = api.chat_update(channel=posted["channel"], ts=posted["ts"], text="Two")
    assert await refusal(call) == "is_inactive"


async def test_under_another_name_a_post_to_a_person_comes_from_slackbot(starts: Start) -> None:
    """It isn't in the app's own DM, where people look for it."""
    described = company()
    described["apps"][0]["manifest"]["oauth_config"]["scopes"]["bot"].append("chat:write.customize")
    slack = await starts(described)
    api, ana = client_of(slack), slack.person("ana")

    there = await api.chat_postMessage(
        channel=user_id(slack, "ana"), text="Lost", username="Somebody"
    )

    assert await ana.dm() == []
    assert [message.text for message in await ana.reads(there["channel"])] == ["Lost"]
    dms = {dm["id"]: dm["user"] for dm in (await ana.state())["dms"]}
    assert dms[there["channel"]] == "USLACKBOT"
    own = await api.chat_postMessage(channel=await ana.dm_id(), text="Here", username="Somebody")
    assert [message.ts for message in await ana.dm()] == [own["ts"]]


@pytest.mark.parametrize("tab", ["messages_tab_enabled", "messages_tab_read_only_enabled"])
async def test_people_can_not_write_to_an_app_that_takes_no_messages(
    starts: Start, tab: str
) -> None:
    """Slack has turned that off for them, in the manifest's words."""
    described = company()
    home = described["apps"][0]["manifest"]["features"]["app_home"]
    home[tab] = "read_only" in tab
    slack = await starts(described)
    ana = slack.person("ana")

    with pytest.raises(AssertionError, match="Sending messages to this app has been turned off"):
        await ana.says("Hello?", await ana.dm_id())
