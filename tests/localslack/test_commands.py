"""Slash commands: what a bot gets, how long it has, and what people see of it."""

import asyncio
from typing import Any

import pytest
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.signature import SignatureVerifier

from localslack import LocalSlack, Person
from tests.localslack.conftest import Run
from tests.localslack.hosting import Kept
from tests.localslack.places import channel_id, user_id


async def test_a_command_arrives_as_slack_sends_it(
    slack: LocalSlack, kept: Kept, ana: Person
) -> None:
    """The form has everything that Slack's has, and nothing is missing."""
    assert (await ana.types("/help me please", "#general")).ok

    body = kept.bodies[0]
    assert body.pop("token")
    assert body.pop("trigger_id").count(".") == 2
    assert body.pop("response_url").startswith(f"{slack.url}/hooks/commands/")
    assert body == {
        "team_id": slack.world.workspace().id,
        "team_domain": "trailhead",
        "channel_id": channel_id(slack, "general"),
        "channel_name": "general",
        "user_id": user_id(slack, "ana"),
        "user_name": "ana",
        "command": "/help",
        "text": "me please",
        "api_app_id": slack.app.app_id,
        "is_enterprise_install": "false",
    }


async def test_a_request_is_signed_with_the_real_time(
    slack: LocalSlack, kept: Kept, ana: Person
) -> None:
    """A bot's own verifier takes it, also when the workspace's clock is elsewhere."""
    await slack.driver.move_clock(by=40 * 86_400)
    await ana.types("/help", "#general")

    request = kept.requests[0]
    verifier = SignatureVerifier(slack.app.signing_secret)
    assert verifier.is_valid_request(request.raw, request.headers)
    assert not verifier.is_valid_request(request.raw + b"x", request.headers)


async def test_names_are_escaped_where_the_manifest_asks_for_it(
    slack: LocalSlack, kept: Kept, ana: Person
) -> None:
    """`should_escape` turns @bo and #quiet into ids; without it they stay as typed."""
    await ana.types("/help @bo in #quiet, @nobody <3", "#general")
    await ana.types("/raw @bo in #quiet", "#general")

    bo, quiet = user_id(slack, "bo"), channel_id(slack, "quiet")
    escaped = f"<@{bo}|bo> in <#{quiet}|quiet>, @nobody &lt;3"
    assert [body["text"] for body in kept.bodies] == [escaped, "@bo in #quiet"]


async def test_commands_work_where_the_bot_is_not(
    slack: LocalSlack, kept: Kept, ana: Person
) -> None:
    """In a private channel and in a DM too, under Slack's names for them."""
    dm = (await slack.driver.post("dm/open", **{"as": "ana"}, user="bo"))["channel"]

    assert (await ana.types("/help", "#secret")).ok
    assert (await ana.types("/help", dm)).ok

    assert [b["channel_name"] for b in kept.bodies] == ["privategroup", "directmessage"]


@pytest.mark.parametrize("answer", ["Only for you", {"text": "Only for you"}])
async def test_what_the_ack_says_is_for_one_person(
    app: AsyncApp, over_http: Run, ana: Person, bo: Person, answer: Any
) -> None:
    """Text or JSON, it is ephemeral unless it says otherwise."""

    @app.command("/help")
    async def respond(ack: AsyncAck) -> None:
        await ack(answer)

    await over_http(app)
    await ana.types("/help", "#general")

    seen = await ana.reads("#general")
    assert [(message.text, message.is_ephemeral) for message in seen] == [("Only for you", True)]
    assert await bo.reads("#general") == []


async def test_an_answer_in_channel_shows_what_was_typed(
    app: AsyncApp, over_http: Run, ana: Person, bo: Person
) -> None:
    """`in_channel` shows the command and the answer to everybody."""

    @app.command("/help")
    async def respond(ack: AsyncAck) -> None:
        await ack(text="For all", response_type="in_channel")

    await over_http(app)
    await ana.types("/help me", "#general")

    assert [message.text for message in await bo.reads("#general")] == ["/help me", "For all"]


async def test_an_empty_ack_shows_nothing(app: AsyncApp, over_http: Run, ana: Person) -> None:
    """The bot has heard, and that is all."""

    @app.command("/help")
    async def respond(ack: AsyncAck) -> None:
        await ack()

    await over_http(app)

    assert (await ana.types("/help", "#general")).ok
    assert await ana.reads("#general") == []


async def test_a_bot_that_is_too_slow_is_an_operation_timeout(
    slack: LocalSlack, app: AsyncApp, over_http: Run, ana: Person
) -> None:
    """The person is told after three seconds (here a tenth), and the command isn't sent again."""
    calls = []

    @app.command("/help")
    async def dawdle(ack: AsyncAck) -> None:
        calls.append(1)
        await asyncio.sleep(0.4)
        await ack("Too late")

    await over_http(app)
    await slack.driver.put("limits", ack_seconds=0.1)

    result = await ana.types("/help", "#general")
    await asyncio.sleep(0.6)

    assert (result.ok, result.error) == (False, "operation_timeout")
    assert await ana.reads("#general") == []
    assert calls == [1]


async def test_three_seconds_is_the_default(slack: LocalSlack) -> None:
    """The clock for an ack is Slack's unless somebody changes it."""
    assert (await slack.driver.get("limits"))["ack_seconds"] == 3.0


@pytest.mark.parametrize("status", [404, 500, 302])
async def test_an_answer_other_than_2xx_is_a_failure(
    slack: LocalSlack, kept: Kept, ana: Person, status: int
) -> None:
    """The person is told, and the command isn't sent again."""
    kept.statuses = [status]

    result = await ana.types("/help", "#general")
    await slack.settled()

    assert (result.ok, result.error) == (False, "dispatch_failed")
    assert len(kept.requests) == 1


async def test_a_bot_that_is_not_there_is_a_failure(slack: LocalSlack, ana: Person) -> None:
    """Over HTTP nobody listens, over Socket Mode nobody is connected."""
    slack.deliver_to("http://127.0.0.1:9/slack/events")
    assert (await ana.types("/help", "#general")).error == "dispatch_failed"

    slack.deliver_to(None)
    assert (await ana.types("/help", "#general")).error == "dispatch_failed"


async def test_an_unknown_command_never_reaches_a_bot(kept: Kept, ana: Person) -> None:
    """`invalid_command`, without asking anybody."""
    assert (await ana.types("/nonsense", "#general")).error == "invalid_command"
    assert kept.requests == []


async def test_an_app_without_the_scope_has_no_commands(slack: LocalSlack, ana: Person) -> None:
    """Installed without `commands`, its commands don't exist."""
    await slack.driver.post("install", scopes=["chat:write"])

    assert (await ana.types("/help", "#general")).error == "invalid_command"
