"""What Block Kit forbids is refused as Slack refuses it, word for word."""

from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack, Person
from tests.localslack.conftest import Run
from tests.localslack.refusals import refusal, refused

Json = dict[str, Any]
DIVIDER: Json = {"type": "divider"}
CHART: Json = {
    "type": "data_visualization",
    "title": "Autonomy",
    "chart": {"type": "pie", "segments": [{"label": "Yes", "value": 3}]},
}


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def button(action_id: str) -> Json:
    return {"type": "button", "action_id": action_id, "text": plain("Press")}


def blocks_refusal(line: str) -> Json:
    """The whole answer to a message with one fault in its blocks."""
    return {
        "ok": False,
        "error": "invalid_blocks",
        "errors": [line],
        "response_metadata": {"messages": [f"[ERROR] {line}"]},
    }


async def test_fifty_one_blocks(api: AsyncWebClient) -> None:
    """A message has at most fifty blocks."""
    call = api.chat_postMessage(channel="#general", text="x", blocks=[DIVIDER] * 51)

    line = "no more than 50 items allowed [json-pointer:/blocks]"
    assert await refused(call) == blocks_refusal(line)


async def test_a_header_of_151_characters(api: AsyncWebClient) -> None:
    """A header has at most 150 characters."""
    header = {"type": "header", "text": plain("x" * 151)}
    call = api.chat_postMessage(channel="#general", text="x", blocks=[header])

    line = "must be less than 151 characters [json-pointer:/blocks/0/text/text]"
    assert await refused(call) == blocks_refusal(line)


async def test_two_equal_action_ids_in_one_block(api: AsyncWebClient) -> None:
    """Each button of a block has an id of its own."""
    actions = {"type": "actions", "elements": [button("x"), button("x")]}
    call = api.chat_postMessage(channel="#general", text="x", blocks=[DIVIDER, actions])

    answer = await refused(call)

    assert answer["error"] == "invalid_blocks"
    assert answer["errors"] == [
        '`action_id` "x" already exists [json-pointer:/blocks/1/elements/1/action_id]'
    ]


async def test_an_update_and_an_ephemeral_are_looked_at_the_same_way(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """Every way to show blocks has the same rules."""
    posted = await api.chat_postMessage(channel="#general", text="x")
    found = slack.world.workspace().user("ana")
    assert found is not None
    many = [DIVIDER] * 51

    update = api.chat_update(channel=posted["channel"], ts=posted["ts"], text="x", blocks=many)
    ephemeral = api.chat_postEphemeral(channel="#general", user=found.id, text="x", blocks=many)

    assert await refusal(update) == "invalid_blocks"
    assert await refusal(ephemeral) == "invalid_blocks"


async def test_a_view_with_a_fault_is_invalid_arguments(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """Views are refused under /view with another word than messages."""
    found = slack.world.workspace().user("ana")
    assert found is not None
    view = {"type": "home", "blocks": [{"type": "header", "text": plain("x" * 151)}]}

    answer = await refused(api.views_publish(user_id=found.id, view=view))

    assert answer["error"] == "invalid_arguments"
    line = "[ERROR] must be less than 151 characters [json-pointer:/view/blocks/0/text/text]"
    assert line in answer["response_metadata"]["messages"]


async def test_a_chart_can_be_refused_as_an_unsupported_type(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """Switched off, charts fail as in workspaces that don't have them yet."""
    fault = await slack.driver.fault("refuse_block", block_type="data_visualization")
    call: dict[str, Any] = {"channel": "#general", "text": "x", "blocks": [DIVIDER, CHART]}

    for _ in range(2):
        answer = await refused(api.chat_postMessage(**call))
        line = "unsupported type: data_visualization [json-pointer:/blocks/1/type]"
        assert answer == blocks_refusal(line)

    await slack.driver.delete("faults", id=fault)
    assert (await api.chat_postMessage(**call))["ok"]
    assert "Autonomy" in (await ana.reads("#general"))[-1].text


async def test_a_block_can_be_refused_in_one_method_only(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """A fault may name the method it strikes; in a view the complaint stands under /view."""
    found = slack.world.workspace().user("ana")
    assert found is not None
    await slack.driver.fault("refuse_block", block_type="divider", method="views.publish")
    home = {"type": "home", "blocks": [DIVIDER]}

    answer = await refused(api.views_publish(user_id=found.id, view=home))

    assert answer["error"] == "invalid_arguments"
    assert answer["response_metadata"]["messages"] == [
        "[ERROR] unsupported type: divider [json-pointer:/view/blocks/0/type]"
    ]
    assert (await api.chat_postMessage(channel="#general", text="x", blocks=[DIVIDER]))["ok"]


async def test_blocks_validate_needs_no_token(slack: LocalSlack) -> None:
    """It says of each fault its code, its pointer and its constraint."""
    from slack_sdk.web.async_client import AsyncWebClient as Client

    nobody = Client(base_url=slack.api_url)
    header = {"type": "header", "text": plain("x" * 151)}

    answer = await refused(nobody.api_call("blocks.validate", json={"blocks": [header]}))

    assert answer["error"] == "invalid_blocks"
    fault = answer["errors"][0]
    assert fault["message"] == "must be less than 151 characters"
    assert fault["code"] == "failed_constraint"
    assert fault["pointer"].endswith("/0/text/text")
    assert (await nobody.api_call("blocks.validate", json={"blocks": [DIVIDER]}))["ok"]
    nothing = nobody.api_call("blocks.validate", json={})
    assert await refusal(nothing) == "invalid_arguments"


async def test_an_ack_that_can_not_be_shown_is_told_to_the_person(
    slack: LocalSlack, app: AsyncApp, over_http: Run, ana: Person
) -> None:
    """A command answered with 51 blocks shows nothing, and the person is told."""

    @app.command("/help")
    async def answer(ack: Any) -> None:
        await ack(blocks=[DIVIDER] * 51)

    await over_http(app)
    result = await ana.types("/help")

    assert (result.ok, result.error) == (False, "dispatch_unknown_error")
    assert await ana.reads("#general") == []


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ({"type": "alert", "text": plain("x")}, "unsupported type: alert"),
        ({"type": "wish"}, "unsupported type: wish"),
        ({"type": "section"}, "must define either `text` or `fields`"),
        ({"type": "header"}, "missing required field: text"),
    ],
)
async def test_what_a_message_can_not_have(api: AsyncWebClient, block: Json, words: str) -> None:
    """Blocks of other surfaces, unknown ones and unfinished ones are refused."""
    answer = await refused(api.chat_postMessage(channel="#general", text="x", blocks=[block]))

    assert answer["error"] == "invalid_blocks"
    assert any(words in line for line in answer["errors"]), answer["errors"]
