"""Events: who hears of what, retries, and the request URL's check."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox import LocalSlack, Person
from tests.sandbox.companies import company, with_scopes
from tests.sandbox.conftest import Run, Start
from tests.sandbox.hosting import Kept, keeping, serving
from tests.sandbox.places import channel_id, user_id

Json = dict[str, Any]


async def test_an_event_comes_in_slacks_envelope(
    slack: LocalSlack, kept: Kept, ana: Person
) -> None:
    """Ids, time, authorization and the event itself."""
    await ana.says("Hello", "#general")
    await slack.settled()

    body = kept.bodies[0]
    assert body["type"] == "event_callback"
    assert body["event_id"].startswith("Ev")
    assert body["team_id"] == slack.world.workspace().id
    assert body["api_app_id"] == slack.app.app_id
    assert body["authorizations"] == [
        {
            "enterprise_id": None,
            "team_id": body["team_id"],
            "user_id": slack.app.bot_user_id,
            "is_bot": True,
            "is_enterprise_install": False,
        }
    ]
    event = body["event"]
    assert (event["type"], event["channel_type"], event["text"]) == ("message", "channel", "Hello")
    assert event["user"] == user_id(slack, "ana")


async def test_messages_are_heard_only_where_the_bot_is(
    slack: LocalSlack, kept: Kept, ana: Person
) -> None:
    """Nothing of a channel without the bot, nothing of kinds that aren't subscribed to."""
    await ana.says("Quiet", "#quiet")
    await ana.says("Inner", "#inner")
    await ana.says("To the bot", await ana.dm_id())
    await slack.settled()

    assert [event["text"] for event in kept.events("message")] == ["To the bot"]
    assert kept.events("message")[0]["channel_type"] == "im"


async def test_a_mention_is_an_event_of_its_own(slack: LocalSlack, kept: Kept, ana: Person) -> None:
    """@helper in a channel is app_mention."""
    await ana.says("@helper are you there?", "#general")
    await slack.settled()

    mention = kept.events("app_mention")[0]
    assert mention["text"] == f"<@{slack.app.bot_user_id}> are you there?"


async def test_an_event_without_its_scope_is_not_sent(starts: Start) -> None:
    """Subscribed to but not allowed: silence."""
    slack = await starts(with_scopes("commands"))
    async with keeping() as (url, kept):
        slack.deliver_to(url)
        await slack.person("ana").says("Hello", "#general")
        await slack.driver.post("people", id="bo", tz="Asia/Tokyo")
        await slack.settled()

        assert kept.requests == []


async def test_people_who_join_and_change_are_events(slack: LocalSlack, kept: Kept) -> None:
    """team_join and user_change carry the whole user; a leaver is one who is deleted."""
    await slack.driver.post("people", name="kit", real_name="Kit New", tz="Asia/Tokyo")
    await slack.driver.post("people", id="bo", tz="Asia/Tokyo")
    await slack.driver.post("people", id="bo", deleted=True)
    await slack.settled()

    assert kept.events("team_join")[0]["user"]["tz"] == "Asia/Tokyo"
    changes = [event["user"] for event in kept.events("user_change")]
    assert [(user["name"], user["deleted"]) for user in changes] == [("bo", False), ("bo", True)]


async def test_channels_that_change_are_events_for_the_bots_in_them(
    slack: LocalSlack, kept: Kept
) -> None:
    """Joining, leaving, archiving, renaming, each under Slack's name for it."""
    change = slack.driver.post
    await change("channels", id="#general", invite=["gus"])
    await change("channels", id="#general", kick=["gus"])
    await change("channels", id="#general", name="everyone")
    await change("channels", id="#everyone", archived=True)
    await change("channels", id="#everyone", archived=False)
    await change("channels", id="#inner", archived=True)
    await slack.settled()

    kinds = [body["event"]["type"] for body in kept.bodies]
    assert sorted(kinds) == sorted(
        [
            *("member_joined_channel", "member_left_channel", "channel_rename"),
            *("channel_archive", "channel_unarchive", "group_archive"),
        ]
    )
    gus = user_id(slack, "gus")
    assert kept.events("member_joined_channel")[0]["user"] == gus
    assert kept.events("channel_rename")[0]["channel"]["name"] == "everyone"


async def test_a_bot_hears_that_it_was_invited_and_removed(slack: LocalSlack, kept: Kept) -> None:
    """member_joined_channel and member_left_channel with its own user id."""
    await slack.driver.post("channels", id="#quiet", invite=["helper"])
    await slack.driver.post("channels", id="#quiet", kick=["helper"])
    await slack.settled()

    joined, left = kept.events("member_joined_channel"), kept.events("member_left_channel")
    assert [event["user"] for event in joined + left] == [slack.app.bot_user_id] * 2


async def test_a_new_and_a_deleted_channel(slack: LocalSlack, kept: Kept) -> None:
    """channel_created is heard by all, channel_deleted by the bots in it."""
    await slack.driver.post("channels", name="plans", invite=["ana"])
    await slack.driver.post("channels", id="#general", deleted=True)
    await slack.settled()

    assert kept.events("channel_created")[0]["channel"]["name"] == "plans"
    assert len(kept.events("channel_deleted")) == 1


async def test_a_user_group_that_changes(slack: LocalSlack, kept: Kept) -> None:
    """subteam_members_changed says who came and who went."""
    group = next(iter(slack.world.workspace().usergroups))
    await slack.driver.post("usergroups", id=group, users=["bo", "gus"])
    await slack.settled()

    event = kept.events("subteam_members_changed")[0]
    assert event["added_users"] == [user_id(slack, "gus")]
    assert event["removed_users"] == [user_id(slack, "ana")]


async def test_a_reaction_is_an_event(slack: LocalSlack, kept: Kept, ana: Person) -> None:
    """reaction_added names the message."""
    said = await ana.says("Hello", "#general")
    await ana.reacts(said, "wave")
    await slack.settled()

    event = kept.events("reaction_added")[0]
    assert (event["reaction"], event["item"]["ts"]) == ("wave", said.ts)


async def test_uninstalling_tells_the_app_twice(slack: LocalSlack, kept: Kept) -> None:
    """tokens_revoked with the bot's user id, and app_uninstalled."""
    await slack.driver.post("uninstall")
    await slack.settled()

    revoked = kept.events("tokens_revoked")[0]
    assert revoked["tokens"] == {"bot": [slack.app.bot_user_id]}
    assert len(kept.events("app_uninstalled")) == 1


async def test_an_event_that_fails_is_sent_three_more_times(
    slack: LocalSlack, kept: Kept, ana: Person
) -> None:
    """At once, a minute later and five minutes later, on the workspace's clock."""
    kept.statuses = [500] * 9

    await ana.says("Hello", "#general")
    await slack.settled()
    assert len(kept.requests) == 2

    await slack.driver.move_clock(by=61)
    await slack.settled()
    assert len(kept.requests) == 3

    await slack.driver.move_clock(by=301)
    await slack.settled()
    assert len(kept.requests) == 4

    await slack.driver.move_clock(by=86_400)
    await slack.settled()
    assert len(kept.requests) == 4


async def test_a_retry_is_the_same_event_with_two_headers_and_a_fresh_signature(
    slack: LocalSlack, kept: Kept, ana: Person
) -> None:
    """The body and the event_id stay; number and reason are in the headers."""
    kept.statuses = [404]

    await ana.says("Hello", "#general")
    await slack.settled()

    first, second = kept.requests
    assert first.body == second.body
    assert "X-Slack-Retry-Num" not in first.headers
    assert second.headers["X-Slack-Retry-Num"] == "1"
    assert second.headers["X-Slack-Retry-Reason"] == "http_error"
    verifier = SignatureVerifier(slack.app.signing_secret)
    assert verifier.is_valid_request(second.raw, second.headers)


async def test_a_late_answer_is_a_timeout(slack: LocalSlack, ana: Person) -> None:
    """After the ack's time the event is sent again with `http_timeout`."""
    reasons: list[str | None] = []

    async def dawdle(request: Any) -> Any:
        reasons.append(request.headers.get("X-Slack-Retry-Reason"))
        await asyncio.sleep(0.3)

    await slack.driver.put("limits", ack_seconds=0.1, event_retries=[0])
    async with serving(dawdle) as url:
        slack.deliver_to(url)
        await ana.says("Hello", "#general")
        await slack.settled()

    assert reasons == [None, "http_timeout"]


async def test_a_bot_may_refuse_retries(slack: LocalSlack, kept: Kept, ana: Person) -> None:
    """X-Slack-No-Retry on an answer that isn't 200 stops them."""
    kept.statuses, kept.headers = [500], {"X-Slack-No-Retry": "1"}

    await ana.says("Hello", "#general")
    await slack.settled()

    assert len(kept.requests) == 1


async def test_bolt_answers_404_to_what_it_does_not_handle_and_gets_it_again(
    slack: LocalSlack, app: AsyncApp, over_http: Run, ana: Person
) -> None:
    """An event that nobody listens to is a failed delivery."""
    await over_http(app)
    await slack.driver.put("limits", event_retries=[0])

    await ana.says("Hello", "#general")
    await slack.settled()

    sent = [r for r in slack.world.inspector.since(0, 100) if r.kind == "event"]
    assert [(request.status, request.ok) for request in sent] == [(404, False)] * 2


async def test_a_request_url_has_to_answer_the_challenge(
    slack: LocalSlack, app: AsyncApp, over_http: Run
) -> None:
    """Bolt passes the check; an address that answers something else doesn't."""
    await over_http(app)
    url = slack.world.first_app.deliver_to
    slack.deliver_to(None)

    await slack.driver.post("deliver", url=url)
    assert slack.world.first_app.deliver_to == url

    async with keeping() as (other, _):
        with pytest.raises(AssertionError, match="didn't answer the challenge"):
            await slack.driver.post("deliver", url=other)
    assert slack.world.first_app.deliver_to == url


async def test_a_wrong_secret_is_noticed_by_the_bot(starts: Start) -> None:
    """A Bolt app with another signing secret answers 401, and the person sees a failure."""
    slack = await starts(company())
    app = AsyncApp(token=slack.app.bot_token, signing_secret="another")
    from tests.sandbox.hosting import host

    async with host(app) as url:
        slack.deliver_to(url)
        result = await slack.person("ana").types("/help", "#general")

    assert result.error == "dispatch_failed"
    last = slack.world.inspector.since(0, 10)[-1]
    assert (last.status, last.direction) == (401, "to_bot")


async def test_bots_hear_their_own_messages_too(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient
) -> None:
    """With a bot_id, by which Bolt leaves them out."""
    await api.chat_postMessage(channel=channel_id(slack, "general"), text="Me")
    await slack.settled()

    event = kept.events("message")[0]
    assert event["bot_id"]
    assert json.dumps(event)
