"""Clicks and choices in messages, and response_urls."""

from typing import Any

import aiohttp
import pytest
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from localslack import LocalSlack, Person
from tests.localslack.companies import company, manifest
from tests.localslack.conftest import Run, Start, client_of
from tests.localslack.hosting import Kept, keeping
from tests.localslack.places import channel_id, user_id

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def option(text: str, value: str) -> Json:
    return {"text": plain(text), "value": value}


BUTTON = {"type": "button", "action_id": "go", "text": plain("Go"), "value": "42"}
MOOD: Json = {
    "type": "radio_buttons",
    "action_id": "mood",
    "options": [option("Good", "1"), option("Bad", "0")],
}
TOPPINGS: Json = {
    "type": "multi_static_select",
    "action_id": "toppings",
    "placeholder": plain("Toppings"),
    "options": [option("Olives", "o"), option("Capers", "c")],
}
BLOCKS: list[Json] = [
    {"type": "actions", "block_id": "buttons", "elements": [BUTTON, MOOD]},
    {"type": "section", "block_id": "side", "text": plain("Pizza"), "accessory": TOPPINGS},
]


@pytest.fixture
async def posted(slack: LocalSlack, kept: Kept, api: AsyncWebClient) -> Json:
    """A message with a button, radio buttons and a select in #general."""
    answer = await api.chat_postMessage(channel="#general", text="Choose", blocks=BLOCKS)
    await slack.settled()
    kept.requests.clear()
    assert isinstance(answer.data, dict)
    return answer.data


async def test_a_click_arrives_as_slack_sends_it(
    slack: LocalSlack, kept: Kept, posted: Json, ana: Person
) -> None:
    """block_actions has the message, the place, the action and a trigger."""
    assert (await ana.presses("Go")).ok

    body = kept.bodies[0]
    assert body["type"] == "block_actions"
    assert body["user"]["id"] == user_id(slack, "ana")
    assert body["container"] == {
        "type": "message",
        "message_ts": posted["ts"],
        "channel_id": posted["channel"],
        "is_ephemeral": False,
    }
    assert body["channel"] == {"id": posted["channel"], "name": "general"}
    assert body["message"]["ts"] == posted["ts"]
    assert body["response_url"].startswith(slack.url)
    action = body["actions"][0]
    assert action.pop("action_ts")
    assert action == {
        "type": "button",
        "block_id": "buttons",
        "action_id": "go",
        "text": {"type": "plain_text", "text": "Go", "emoji": True},
        "value": "42",
    }


async def test_a_choice_is_sent_and_remembered(kept: Kept, posted: Json, ana: Person) -> None:
    """The next click's state has what was chosen before, for this person only."""
    await ana.presses("Bad")
    await ana.presses("Go")

    chosen = kept.bodies[0]["actions"][0]["selected_option"]
    assert chosen["value"] == "0"
    values = kept.bodies[1]["state"]["values"]
    assert values["buttons"]["mood"]["selected_option"]["value"] == "0"
    assert values["side"]["toppings"]["selected_options"] == []


async def test_each_person_has_their_own_choices(
    kept: Kept, posted: Json, ana: Person, bo: Person
) -> None:
    """What Ana chose isn't in what Bo sends."""
    await ana.presses("Bad")
    await bo.presses("Go")

    values = kept.bodies[-1]["state"]["values"]
    assert values["buttons"]["mood"]["selected_option"] is None


async def test_several_options_and_none(kept: Kept, posted: Json, ana: Person) -> None:
    """A multi-select sends all that is chosen; deselecting a radio sends null."""
    await ana.chooses("Toppings", "Olives", "Capers")
    await ana.chooses("mood")

    assert [o["value"] for o in kept.bodies[0]["actions"][0]["selected_options"]] == ["o", "c"]
    assert kept.bodies[1]["actions"][0]["selected_option"] is None


async def test_an_option_that_is_not_there_can_not_be_chosen(
    slack: LocalSlack, kept: Kept, posted: Json
) -> None:
    """The control interface refuses it before the bot sees it."""
    made_up = {"selected_option": option("Great", "9")}
    with pytest.raises(AssertionError, match="no option '9'"):
        await slack.driver.post(
            "action",
            **{"as": "ana"},
            message={"channel": posted["channel"], "ts": posted["ts"]},
            block_id="buttons",
            action_id="mood",
            value=made_up,
        )
    assert kept.requests == []


async def test_a_click_on_an_ephemeral_has_no_message(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """Its container says that it is ephemeral; the message isn't kept, so it isn't sent."""
    ana_id = user_id(slack, "ana")
    await api.chat_postEphemeral(channel="#general", user=ana_id, text="x", blocks=BLOCKS)

    await ana.presses("Go")

    assert kept.bodies[0]["container"]["is_ephemeral"] is True
    assert "message" not in kept.bodies[0]


async def test_a_click_in_home_has_a_view_and_no_response_url(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """From Home there is no channel to answer in."""
    view = {"type": "home", "blocks": [BLOCKS[0]]}
    await api.views_publish(user_id=user_id(slack, "ana"), view=view)

    await ana.presses("Go", where="home")

    body = kept.bodies[-1]
    assert body["container"]["type"] == "view"
    assert body["view"]["type"] == "home"
    assert not {"channel", "response_url", "message"} & set(body)


async def test_a_click_that_fails_is_told_and_not_repeated(
    slack: LocalSlack, kept: Kept, posted: Json, ana: Person
) -> None:
    """No retries for interactions."""
    kept.statuses = [500]

    result = await ana.presses("Go")
    await slack.settled()

    assert (result.ok, result.error) == (False, "dispatch_failed")
    assert len(kept.requests) == 1


async def test_a_response_url_answers_ephemerally_by_default(
    slack: LocalSlack, app: AsyncApp, over_http: Run, posted: Json, ana: Person, bo: Person
) -> None:
    """Bolt's respond reaches only the one who clicked; in_channel reaches all."""

    @app.action("go")
    async def go(ack: AsyncAck, respond: AsyncRespond) -> None:
        await ack()
        await respond("Only you", response_type="ephemeral", replace_original=False)
        await respond("All of you", response_type="in_channel", replace_original=False)

    await over_http(app)
    await ana.presses("Go")

    async def answered() -> bool:
        return len(await ana.reads("#general")) == 3

    await slack.until(answered)
    assert [m.text for m in await ana.reads("#general")][1:] == ["Only you", "All of you"]
    assert [m.text for m in await bo.reads("#general")][1:] == ["All of you"]


async def test_a_response_url_changes_and_deletes_what_was_clicked(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """It is the only way to change an ephemeral message."""
    ana_id = user_id(slack, "ana")
    await api.chat_postEphemeral(channel="#general", user=ana_id, text="x", blocks=BLOCKS)
    await ana.presses("Go")
    hook = AsyncWebhookClient(kept.bodies[0]["response_url"])

    await hook.send(text="Changed", replace_original=True)
    assert [m.text for m in await ana.reads("#general")] == ["Changed"]

    await hook.send(delete_original=True)
    assert await ana.reads("#general") == []


async def test_a_response_url_works_where_the_bot_is_not(
    slack: LocalSlack, kept: Kept, ana: Person
) -> None:
    """In a private channel without the bot it is the only way to answer."""
    await ana.types("/help", "#secret")

    answer = await AsyncWebhookClient(kept.bodies[0]["response_url"]).send(text="Here")

    assert (answer.status_code, answer.body) == (200, "ok")
    assert [m.text for m in await ana.reads("#secret")] == ["Here"]


async def test_a_response_url_works_five_times(kept: Kept, ana: Person) -> None:
    """The sixth is 404 `used_url`."""
    await ana.types("/help", "#general")
    hook = AsyncWebhookClient(kept.bodies[0]["response_url"])

    answers = [await hook.send(text=f"Answer {number}") for number in range(6)]

    assert [answer.status_code for answer in answers] == [200] * 5 + [404]
    assert answers[-1].body == "used_url"


async def test_a_response_url_lives_thirty_minutes(
    slack: LocalSlack, kept: Kept, ana: Person
) -> None:
    """After that it is 410 `expired_url`."""
    await ana.types("/help", "#general")
    hook = AsyncWebhookClient(kept.bodies[0]["response_url"])
    await slack.driver.move_clock(by=29 * 60)
    assert (await hook.send(text="In time")).status_code == 200

    await slack.driver.move_clock(by=61)
    answer = await hook.send(text="Too late")

    assert (answer.status_code, answer.body) == (410, "expired_url")


async def test_a_response_url_refuses_what_can_not_be_shown(kept: Kept, ana: Person) -> None:
    """404 `invalid_blocks`, and the attempt isn't counted."""
    await ana.types("/help", "#general")
    hook = AsyncWebhookClient(kept.bodies[0]["response_url"])

    for _ in range(6):
        answer = await hook.send(text="x", blocks=[{"type": "divider"}] * 51)
        assert (answer.status_code, answer.body) == (404, "invalid_blocks")
    assert (await hook.send(text="Fine")).status_code == 200


async def test_a_made_up_response_url_is_nowhere(slack: LocalSlack) -> None:
    """404, and a body that isn't JSON is 400."""
    hook = AsyncWebhookClient(f"{slack.url}/hooks/actions/T1/1/x")
    assert (await hook.send(text="Hello")).status_code == 404


async def test_a_broken_body_to_a_response_url_is_refused(kept: Kept, ana: Person) -> None:
    """400 `invalid_payload`."""
    await ana.types("/help", "#general")
    async with (
        aiohttp.ClientSession() as session,
        session.post(kept.bodies[0]["response_url"], data=b"{") as answer,
    ):
        assert (answer.status, await answer.text()) == (400, "invalid_payload")


async def test_an_external_select_asks_the_app(
    slack: LocalSlack, app: AsyncApp, over_http: Run, api: AsyncWebClient
) -> None:
    """block_suggestion goes out with what was typed, and the options come back."""
    select = {"type": "external_select", "action_id": "who", "placeholder": plain("Who")}
    block = {"type": "section", "block_id": "s", "text": plain("Who?"), "accessory": select}
    posted = await api.chat_postMessage(channel="#general", text="x", blocks=[block])

    @app.options("who")
    async def offer(ack: AsyncAck, payload: Json) -> None:
        await ack(options=[option(payload["value"].upper(), "1")])

    await over_http(app)
    answer = await slack.driver.post(
        "options",
        **{"as": "ana"},
        message={"channel": channel_id(slack, "general"), "ts": posted["ts"]},
        block_id="s",
        action_id="who",
        value="an",
    )

    assert answer["options"][0]["text"]["text"] == "AN"


async def test_a_button_in_an_attachment_works_too(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """Blocks in an attachment are the message's blocks as well."""
    inside = [{"type": "actions", "block_id": "below", "elements": [BUTTON]}]
    posted = await api.chat_postMessage(
        channel="#general", text="Choose", attachments=[{"blocks": inside}]
    )
    await slack.settled()
    kept.requests.clear()
    answer = await slack.driver.post(
        "action",
        **{"as": "ana"},
        message={"channel": posted["channel"], "ts": posted["ts"]},
        block_id="below",
        action_id="go",
    )
    assert answer["ok"]
    assert kept.requests[-1].body["actions"][0]["value"] == "42"


async def test_attachments_are_numbered_and_their_blocks_have_ids(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """Slack fills in what a bot left out there, too, so that its buttons can be pressed."""
    button = {**BUTTON, "text": {"type": "plain_text", "text": "Why this?"}}
    inside = [{"type": "section", "text": {"type": "mrkdwn", "text": "Hm"}, "accessory": button}]
    attached: list[dict[str, Any]] = [
        {"color": "#2eb886", "blocks": inside},
        {"text": "Words alone"},
    ]
    posted = await api.chat_postMessage(channel="#general", text="Look", attachments=attached)
    first, second = posted["message"]["attachments"]
    assert (first["id"], second["id"]) == (1, 2)
    assert first["fallback"] == "[no preview available]"
    block_id = first["blocks"][0]["block_id"]

    [message] = await ana.reads("#general")
    assert message.buttons == ["Why this?"]
    assert (await ana.presses("Why this?")).ok
    assert kept.requests[-1].body["actions"][0]["block_id"] == block_id


async def test_an_app_without_interactivity_hears_no_click(starts: Start) -> None:
    """The person is told, and the bot isn't asked."""
    slack = await starts(company(apps=[{"manifest": manifest(interactivity={})}]))
    button = {"type": "button", "action_id": "a", "text": {"type": "plain_text", "text": "Press"}}
    await client_of(slack).chat_postMessage(
        channel="#general", text="x", blocks=[{"type": "actions", "elements": [button]}]
    )
    async with keeping() as (url, kept):
        slack.deliver_to(url)
        with slack.world.feed.listening() as queue:
            result = await slack.person("ana").presses("Press")
        told = [queue.get_nowait() for _ in range(queue.qsize())]

    assert (result.ok, result.error) == (False, "dispatch_failed")
    notices = [happening.data["text"] for happening in told if happening.kind == "notice"]
    assert notices == ["Helper is not configured to handle interactive responses."]
    assert not kept.requests
