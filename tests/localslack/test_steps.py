"""Workflow steps: an app is asked to do something, and says that it did, or why not."""

from typing import Any

import pytest
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncSay
from slack_bolt.context.complete.async_complete import AsyncComplete
from slack_bolt.context.fail.async_fail import AsyncFail
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack, Person
from tests.localslack.companies import Json, company, manifest
from tests.localslack.conftest import Run, Start, client_of
from tests.localslack.hosting import Kept, keeping
from tests.localslack.places import user_id
from tests.localslack.refusals import refusal, refused

GREET: Json = {
    "title": "Greet",
    "description": "Greets somebody",
    "input_parameters": {
        "who": {"type": "slack#/types/user_id", "title": "Who", "is_required": True},
        "words": {"type": "string", "title": "Words"},
    },
    "output_parameters": {
        "properties": {"times": {"type": "integer"}, "note": {"type": "string"}},
        "required": ["times"],
    },
}

SIGN: Json = {"input_parameters": {"by": {"type": "slack#/types/user_context"}}}


@pytest.fixture
async def slack(starts: Start) -> LocalSlack:
    """The small company, whose app has steps."""
    described = manifest(org_deploy_enabled=True, function_runtime="remote")
    functions = {"greet": GREET, "sign": SIGN}
    return await starts(company(apps=[{"manifest": {**described, "functions": functions}}]))


async def run(slack: LocalSlack, **inputs: Any) -> Json:
    """A step that Ana's workflow runs."""
    given = inputs or {"who": user_id(slack, "bo")}
    answer = await slack.driver.post("steps/run", **{"as": "ana"}, step="greet", inputs=given)
    await slack.settled()
    step: Json = answer["step"]
    return step


async def stands(slack: LocalSlack, step: Json) -> Json:
    """How it stands now."""
    found: Json = (await slack.driver.get("steps", id=step["id"]))["step"]
    return found


def with_token(slack: LocalSlack, kept: Kept) -> AsyncWebClient:
    """A client with the token that came with the last event."""
    return client_of(slack, kept.events("function_executed")[-1]["bot_access_token"])


async def test_a_step_is_an_event_that_nobody_subscribes_to(slack: LocalSlack, kept: Kept) -> None:
    """With the function's description, the inputs and a token of its own."""
    step = await run(slack, who=user_id(slack, "bo"), words="Good morning")

    event = kept.events("function_executed")[0]
    assert event["function"]["callback_id"] == "greet"
    assert event["function"]["input_parameters"][0]["is_required"] is True
    assert event["function"]["output_parameters"][0]["name"] == "times"
    assert event["inputs"]["words"] == "Good morning"
    assert event["function_execution_id"] == step["id"]
    assert event["workflow_execution_id"].startswith("Wx")
    assert (await with_token(slack, kept).auth_test())["user_id"] == slack.app.bot_user_id
    requests = (await slack.driver.get("requests"))["requests"]
    assert event["bot_access_token"] not in str(requests)


async def test_bolt_completes_a_step(
    slack: LocalSlack, app: AsyncApp, over_http: Run, bo: Person
) -> None:
    """A message goes out with the step's token, and its outputs come back."""

    @app.function("greet")
    async def greet(inputs: Json, say: AsyncSay, complete: AsyncComplete) -> None:
        await say(channel=inputs["who"], text="Hello from a step")
        await complete(outputs={"times": 1})

    await over_http(app)
    step = await run(slack)
    await slack.until(lambda: _is(slack, step, "completed"))

    assert (await stands(slack, step))["outputs"] == {"times": 1}
    assert [message.text for message in await bo.dm()] == ["Hello from a step"]


async def test_what_a_step_has_posted_can_be_clicked_without_interactivity(
    starts: Start,
) -> None:
    """As in Slack's own first sample of a step; what the app posts otherwise can't."""
    described = manifest(org_deploy_enabled=True, function_runtime="remote", interactivity={})
    functions = {"greet": GREET}
    slack = await starts(company(apps=[{"manifest": {**described, "functions": functions}}]))
    async with keeping() as (url, kept):
        slack.deliver_to(url)
        step = await run(slack)
        yes = {"type": "plain_text", "text": "Yes"}
        button = {"type": "button", "action_id": "yes", "text": yes}
        blocks = [{"type": "actions", "elements": [button]}]
        bo = slack.person("bo")
        await with_token(slack, kept).chat_postMessage(channel="#general", text="?", blocks=blocks)
        assert (await bo.presses("Yes", where="#general")).ok
        assert kept.requests[-1].body["function_data"]["execution_id"] == step["id"]
        await client_of(slack).chat_postMessage(channel="#general", text="?", blocks=blocks)
        assert (await bo.presses("Yes", where="#general")).error == "dispatch_failed"


async def test_bolt_fails_a_step_and_slackbot_says_why(
    slack: LocalSlack, app: AsyncApp, over_http: Run, ana: Person
) -> None:
    """Whoever ran it reads it."""

    @app.function("greet")
    async def greet(fail: AsyncFail) -> None:
        await fail(error="Nobody is there")

    await over_http(app)
    step = await run(slack)
    await slack.until(lambda: _is(slack, step, "failed"))

    dms = (await ana.state())["dms"]
    place = next(dm["id"] for dm in dms if dm["user"] == "USLACKBOT")
    assert [m.text for m in await ana.reads(place)] == ["Greet failed: Nobody is there"]


async def test_a_step_may_wait_for_a_click(
    slack: LocalSlack, app: AsyncApp, over_http: Run, bo: Person
) -> None:
    """A click in what the step has posted carries its id and its token."""
    button = {"type": "button", "action_id": "yes", "text": {"type": "plain_text", "text": "Yes"}}

    @app.function("greet", auto_acknowledge=False)
    async def greet(ack: AsyncAck, inputs: Json, say: AsyncSay) -> None:
        await ack()
        blocks = [{"type": "actions", "elements": [button]}]
        await say(channel=inputs["who"], text="Well?", blocks=blocks)

    @app.action("yes")
    async def yes(ack: AsyncAck, complete: AsyncComplete) -> None:
        await ack()
        await complete(outputs={"times": 2, "note": "clicked"})

    await over_http(app)
    step = await run(slack)
    assert (await bo.presses("Yes")).ok
    await slack.until(lambda: _is(slack, step, "completed"))

    assert (await stands(slack, step))["outputs"] == {"times": 2, "note": "clicked"}


@pytest.mark.parametrize(
    ("outputs", "sentence"),
    [
        ({}, "missing required parameter: times"),
        ({"times": "once"}, "parameter times should be of type integer"),
        ({"times": True}, "parameter times should be of type integer"),
        ({"times": 1, "colour": "red"}, "unknown parameter: colour"),
    ],
)
async def test_outputs_have_to_be_what_the_manifest_promises(
    slack: LocalSlack, kept: Kept, outputs: Json, sentence: str
) -> None:
    """`parameter_validation_failed`, and the step goes on."""
    step = await run(slack)
    answer = await refused(
        with_token(slack, kept).functions_completeSuccess(
            function_execution_id=step["id"], outputs=outputs
        )
    )

    assert answer["error"] == "parameter_validation_failed"
    assert answer["response_metadata"]["messages"] == [f"[ERROR] {sentence}"]
    assert (await stands(slack, step))["state"] == "running"


async def test_a_step_ends_once(slack: LocalSlack, kept: Kept, api: AsyncWebClient) -> None:
    """Whichever token says so, it isn't running any more."""
    step = await run(slack)
    ended = {"function_execution_id": step["id"]}
    call = api.functions_completeSuccess(outputs={"times": 1}, **ended)
    assert await refusal(call) == "access_denied"

    client = with_token(slack, kept)
    await client.functions_completeSuccess(outputs={"times": 1}, **ended)

    call = client.functions_completeError(error="Too late", **ended)
    assert await refusal(call) == "execution_not_in_running_state"
    call = api.functions_completeError(error="Too late", **ended)
    assert await refusal(call) == "execution_not_in_running_state"
    call = api.functions_completeError(error="What?", function_execution_id="Fx0NONE")
    assert await refusal(call) == "function_execution_not_found"


async def test_a_steps_token_lives_a_little_longer_than_the_step(
    slack: LocalSlack, kept: Kept
) -> None:
    """Slack's own samples complete a step, and then change their message."""
    ended = {"function_execution_id": (await run(slack))["id"]}
    client = with_token(slack, kept)
    await client.functions_completeSuccess(outputs={"times": 1}, **ended)

    assert (await client.auth_test())["ok"]
    await slack.driver.move_clock(by=61)
    assert await refusal(client.auth_test()) == "token_expired"


async def test_a_steps_token_lives_for_a_quarter_of_an_hour(slack: LocalSlack, kept: Kept) -> None:
    """After that the app has its own token; the step waits on."""
    step = await run(slack)
    client = with_token(slack, kept)
    await slack.driver.move_clock(by=14 * 60)
    assert (await client.auth_test())["ok"]

    await slack.driver.move_clock(by=61)
    assert await refusal(client.auth_test()) == "token_expired"
    assert (await stands(slack, step))["state"] == "running"


@pytest.mark.parametrize(
    ("inputs", "words"),
    [
        ({"words": "Hello"}, "missing required parameter: who"),
        ({"who": 5}, "who should be of type slack#/types/user_id"),
        ({"who": "U1", "colour": "red"}, "unknown parameter: colour"),
    ],
)
async def test_a_step_is_run_with_what_it_wants(
    slack: LocalSlack, inputs: Json, words: str
) -> None:
    """A workflow can't be made otherwise."""
    with pytest.raises(AssertionError, match=words):
        await run(slack, **inputs)


async def test_who_starts_a_workflow_nobody_else_says(slack: LocalSlack, kept: Kept) -> None:
    """A `user_context` is filled in by Slack; whoever builds a workflow can name nobody."""
    step = (await slack.driver.post("steps/run", **{"as": "ana"}, step="sign"))["step"]
    await slack.settled()
    assert step["inputs"]["by"]["id"] == user_id(slack, "ana")
    assert kept.events("function_executed")[0]["inputs"] == step["inputs"]

    forged = {"by": {"id": user_id(slack, "bo"), "secret": "x"}}
    with pytest.raises(AssertionError, match="Slack itself says who by is"):
        await slack.driver.post("steps/run", **{"as": "ana"}, step="sign", inputs=forged)


async def test_steps_need_a_paid_plan_and_an_org_ready_remote_app(starts: Start) -> None:
    """And a function of that name."""
    functions = {"functions": {"greet": GREET}}
    plain = await starts(company(apps=[{"manifest": {**manifest(), **functions}}]))
    with pytest.raises(AssertionError, match="org_deploy_enabled and function_runtime: remote"):
        await run(plain)

    ready = manifest(org_deploy_enabled=True, function_runtime="remote")
    described = company(apps=[{"manifest": ready}])
    with pytest.raises(AssertionError, match="has no step greet"):
        await run(await starts(described))

    described["workspaces"][0]["plan"] = "free"
    with pytest.raises(AssertionError, match="paid plans"):
        await run(await starts(described))


async def _is(slack: LocalSlack, step: Json, state: str) -> bool:
    return bool((await stands(slack, step))["state"] == state)
