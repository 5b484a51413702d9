"""Events: who hears of what, retries, and the request URL's check."""

import asyncio
import json
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web
from slack_bolt.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack, Person
from tests.localslack.companies import company, with_scopes
from tests.localslack.conftest import Run, Start
from tests.localslack.hosting import Kept, keeping, serving
from tests.localslack.places import channel_id, user_id

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


@pytest.mark.parametrize("called", ["helper", "Helper", "HELPER"])
async def test_a_mention_is_an_event_of_its_own(
    slack: LocalSlack, kept: Kept, ana: Person, called: str
) -> None:
    """@helper in a channel is app_mention, in whatever case it is typed."""
    await ana.says(f"@{called} are you there?", "#general")
    await slack.settled()
    [event] = kept.events("app_mention")
    assert event["text"] == f"<@{slack.app.bot_user_id}> are you there?"


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
    renamed = kept.events("channel_rename")[0]["channel"]
    assert (renamed["name"], renamed["is_channel"]) == ("everyone", True)


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

    created = kept.events("channel_created")[0]["channel"]
    assert (created["name"], created["name_normalized"]) == ("plans", "plans")
    assert (created["is_private"], created["topic"]["value"]) == (False, "")
    assert "is_member" not in created
    assert len(kept.events("channel_deleted")) == 1


async def test_a_user_group_that_changes(slack: LocalSlack, kept: Kept) -> None:
    """subteam_members_changed says who came and who went."""
    group = next(iter(slack.world.workspace().usergroups))
    await slack.driver.post("usergroups", id=group, users=["bo", "gus"])
    await slack.settled()

    event = kept.events("subteam_members_changed")[0]
    assert event["added_users"] == [user_id(slack, "gus")]
    assert event["removed_users"] == [user_id(slack, "ana")]
    updated = kept.events("subteam_updated")[0]["subteam"]
    assert (updated["handle"], updated["user_count"]) == ("makers", 2)


async def test_a_reaction_is_an_event(slack: LocalSlack, kept: Kept, ana: Person) -> None:
    """reaction_added names the message."""
    said = await ana.says("Hello", "#general")
    await ana.reacts(said, "wave")
    await slack.settled()

    event = kept.events("reaction_added")[0]
    assert (event["reaction"], event["item"]["ts"]) == ("wave", said.ts)


async def test_a_pin_is_an_event(slack: LocalSlack, kept: Kept, api: AsyncWebClient) -> None:
    """pin_added has the message that was pinned."""
    posted = await api.chat_postMessage(channel=channel_id(slack, "general"), text="Keep this")
    await api.pins_add(channel=posted["channel"], timestamp=posted["ts"])
    await slack.settled()

    event = kept.events("pin_added")[0]
    assert (event["channel_id"], event["item"]["message"]["text"]) == (
        posted["channel"],
        "Keep this",
    )
    assert (event["pin_count"], event["item_user"]) == (1, slack.app.bot_user_id)
    assert event["pinned_info"]["pinned_by"] == event["item"]["created_by"] == event["user"]


async def test_a_message_that_changes_and_goes_is_told_with_what_it_was(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient
) -> None:
    """message_changed and message_deleted are hidden messages with `previous_message`."""
    posted = await api.chat_postMessage(channel=channel_id(slack, "general"), text="One")
    await api.chat_update(channel=posted["channel"], ts=posted["ts"], text="Two")
    await api.chat_delete(channel=posted["channel"], ts=posted["ts"])
    await slack.settled()

    _, changed, deleted = kept.events("message")
    assert (changed["subtype"], deleted["subtype"]) == ("message_changed", "message_deleted")
    assert changed["message"]["text"] == deleted["previous_message"]["text"] == "Two"
    assert changed["previous_message"]["text"] == "One"
    assert deleted["deleted_ts"] == changed["message"]["ts"] == posted["ts"]
    assert [changed["hidden"], deleted["hidden"]] == [True, True]
    assert changed["ts"] != posted["ts"]


async def test_an_ephemeral_is_no_event(slack: LocalSlack, kept: Kept, api: AsyncWebClient) -> None:
    """Nobody hears what one person is shown."""
    await api.chat_postEphemeral(
        channel=channel_id(slack, "general"), user=user_id(slack, "ana"), text="Psst"
    )
    await slack.settled()

    assert not kept.requests


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
    from tests.localslack.hosting import host

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


async def test_delayed_events_come_once_an_hour_for_a_day(
    slack: LocalSlack, kept: Kept, ana: Person
) -> None:
    """Where an app asks for them, twenty-four more retries follow the three."""
    await slack.driver.post("subscriptions", delayed=True)
    kept.statuses = [500] * 40

    await ana.says("Hello", "#general")
    for seconds in (0, 61, 301):
        await slack.driver.move_clock(by=seconds)
        await slack.settled()
    assert len(kept.requests) == 4

    for hours in range(1, 30):
        await slack.driver.move_clock(by=3_601)
        await slack.settled()
        assert len(kept.requests) == 4 + min(hours, 24)

    assert kept.requests[-1].headers["X-Slack-Retry-Num"] == "27"
    assert len({request.body["event_id"] for request in kept.requests}) == 1


async def test_a_delayed_event_that_arrives_is_not_sent_again(
    slack: LocalSlack, kept: Kept, ana: Person
) -> None:
    """The first 200 is the last attempt."""
    await slack.driver.post("subscriptions", delayed=True)
    kept.statuses = [500] * 5

    await ana.says("Hello", "#general")
    for _ in range(8):
        await slack.settled()
        await slack.driver.move_clock(by=3_601)

    assert len(kept.requests) == 6


async def test_an_app_is_told_when_it_gets_more_events_than_it_may(
    slack: LocalSlack, kept: Kept, ana: Person
) -> None:
    """Beyond `events_per_hour` comes app_rate_limited, once a minute and without an event in it."""
    await slack.driver.put("limits", enforce=True, events_per_hour=2)
    start = slack.world.clock.now().replace(second=1, microsecond=0)
    await slack.driver.move_clock(to=(start + timedelta(minutes=1)).isoformat())

    for number in range(5):
        await ana.says(f"Message {number}", "#general")
    await slack.settled()

    assert [body["type"] for body in kept.bodies] == ["event_callback"] * 2 + ["app_rate_limited"]
    assert kept.bodies[-1] == {
        "token": slack.world.first_app.verification_token,
        "type": "app_rate_limited",
        "team_id": slack.world.workspace().id,
        "minute_rate_limited": int(start.timestamp()) // 60 * 60 + 60,
        "api_app_id": slack.app.app_id,
    }
    await slack.driver.move_clock(by=60)
    await ana.says("A minute later", "#general")
    await slack.settled()
    assert [body["type"] for body in kept.bodies].count("app_rate_limited") == 2


async def test_the_events_of_an_hour_ago_are_not_counted(
    slack: LocalSlack, kept: Kept, ana: Person
) -> None:
    """And those of another workspace have a count of their own."""
    await slack.driver.put("limits", enforce=True, events_per_hour=1)
    await ana.says("One", "#general")
    await slack.driver.move_clock(by=3_600)
    await ana.says("Two", "#general")
    await slack.settled()

    assert [body["type"] for body in kept.bodies] == ["event_callback"] * 2


async def test_subscriptions_end_when_nearly_everything_fails(
    slack: LocalSlack, kept: Kept, ana: Person
) -> None:
    """Above 95% of a thousand an hour; people and the inspector are told, and it can be mended."""
    limits = await slack.driver.get("limits")
    assert (limits["failing_events"], limits["failing_share"]) == (1_000, 0.95)
    await slack.driver.put("limits", enforce=True, failing_events=20, event_retries=[])
    kept.statuses = [500] * 30

    with slack.world.feed.listening() as queue:
        for number in range(22):
            await ana.says(f"Message {number}", "#general")
            await slack.settled()
        told = [queue.get_nowait() for _ in range(queue.qsize())]

    assert [body["type"] for body in kept.bodies] == ["event_callback"] * 20 + ["app_rate_limited"]
    notices = [happening.data["text"] for happening in told if happening.kind == "notice"]
    assert notices == ["Helper gets no events any more: 20 of 20 failed within an hour."]
    requests = (await slack.driver.get("requests"))["requests"]
    assert "subscriptions_disabled" in [request["name"] for request in requests]
    assert (await slack.driver.get("app"))["is_subscribed"] is False

    kept.statuses.clear()
    assert (await slack.driver.post("subscriptions", enabled=True))["enabled"] is True
    await ana.says("Back", "#general")
    await slack.settled()
    assert kept.bodies[-1]["event"]["text"] == "Back"


async def test_subscriptions_stay_where_one_event_in_ten_arrives(
    slack: LocalSlack, kept: Kept, ana: Person
) -> None:
    """Ninety percent is not yet too much, and commands go on in any case."""
    await slack.driver.put("limits", enforce=True, failing_events=20, event_retries=[])
    kept.statuses = [500] * 18 + [200] * 2

    for number in range(20):
        await ana.says(f"Message {number}", "#general")
        await slack.settled()

    assert (await slack.driver.get("app"))["is_subscribed"] is True


async def test_an_event_follows_two_redirects(slack: LocalSlack, kept: Kept, ana: Person) -> None:
    """With the same body; a third is `too_many_redirects`."""
    target = slack.world.first_app.deliver_to
    assert target is not None
    hops = [1]

    async def hop(request: web.Request) -> web.Response:
        left = int(request.query.get("left", hops[0]))
        there = target if left == 0 else f"/slack/events?left={left - 1}"
        return web.Response(status=302, headers={"Location": there})

    async with serving(hop) as url:
        slack.deliver_to(url)
        await ana.says("Follow me", "#general")
        await slack.settled()
        assert [event["text"] for event in kept.events("message")] == ["Follow me"]

        hops[0] = 2
        await slack.driver.put("limits", event_retries=[])
        await ana.says("Too far", "#general")
        await slack.settled()

    assert [event["text"] for event in kept.events("message")] == ["Follow me"]
    assert slack.world.inspector.since(0, 100)[-1].error == "too_many_redirects"


async def test_a_certificate_that_is_none_is_an_ssl_error(
    slack: LocalSlack, kept: Kept, ana: Person
) -> None:
    """The retry says so in its header."""
    plain = slack.world.first_app.deliver_to
    assert plain is not None
    slack.deliver_to(plain.replace("http://", "https://"))
    await slack.driver.put("limits", event_retries=[60])

    await ana.says("Hello", "#general")
    await slack.settled()
    slack.deliver_to(plain)
    await slack.driver.move_clock(by=61)
    await slack.settled()

    assert kept.requests[0].headers["X-Slack-Retry-Reason"] == "ssl_error"


async def test_an_ssl_check_is_an_unsigned_form(
    slack: LocalSlack, app: AsyncApp, over_http: Run
) -> None:
    """Bolt answers it before it looks for a signature; it comes with the address, and on demand."""
    await over_http(app)
    url = slack.world.first_app.deliver_to

    await slack.driver.post("deliver", url=url)
    assert (await slack.driver.post("deliver/check"))["ok"] is True

    checks = [r for r in slack.world.inspector.since(0, 100) if r.name == "ssl_check"]
    assert [(check.kind, check.status) for check in checks] == [("command", 200)] * 2


async def test_an_address_that_wants_a_signature_on_everything_is_refused(
    slack: LocalSlack, kept: Kept
) -> None:
    """The unsigned ssl_check has to be answered with 200, too."""

    async def strict(request: web.Request) -> web.Response:
        if "X-Slack-Signature" not in request.headers:
            form = await request.post()
            assert dict(form) == {
                "ssl_check": "1",
                "token": slack.world.first_app.verification_token,
            }
            return web.Response(status=401)
        return web.json_response({"challenge": (await request.json())["challenge"]})

    before = slack.world.first_app.deliver_to
    async with serving(strict) as url:
        with pytest.raises(AssertionError, match="didn't answer the ssl_check"):
            await slack.driver.post("deliver", url=url)
    assert slack.world.first_app.deliver_to == before
    assert not kept.requests


async def test_an_event_says_whether_its_channel_is_shared_with_others(starts: Start) -> None:
    """`is_ext_shared_channel` in the envelope."""
    described = company()
    described["workspaces"][0]["channels"][3]["is_ext_shared"] = True
    described["apps"][0]["manifest"]["settings"]["event_subscriptions"]["bot_events"] += [
        "message.groups"
    ]
    slack = await starts(described)
    async with keeping() as (url, kept):
        slack.deliver_to(url)
        await slack.person("ana").says("Hello", "#general")
        await slack.person("ana").says("Hello", "#inner")
        await slack.settled()

    assert [body["is_ext_shared_channel"] for body in kept.bodies] == [False, True]
