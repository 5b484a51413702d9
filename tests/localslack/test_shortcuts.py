"""Shortcuts: anywhere, and on a message."""

import copy
from typing import Any

import pytest
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack, Person
from localslack.driver import DriverError, SeenMessage
from localslack.errors import CompanyError
from localslack.world import company as companies
from tests.localslack.companies import MANIFEST, company
from tests.localslack.conftest import Run, Start
from tests.localslack.hosting import Kept
from tests.localslack.places import channel_id, user_id

Json = dict[str, Any]

SHORTCUTS: list[Json] = [
    {"name": "New ticket", "type": "global", "callback_id": "ticket", "description": "Writes one"},
    {"name": "Make it a ticket", "type": "message", "callback_id": "from_message"},
]
FORM: Json = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "Ticket"},
    "blocks": [{"type": "divider"}],
}


def with_shortcuts(shortcuts: list[Json], **features: Any) -> Json:
    """The small company, whose app has these."""
    described = copy.deepcopy(MANIFEST)
    described["features"] |= {"shortcuts": shortcuts, **features}
    return company(apps=[{"manifest": described}])


@pytest.fixture
async def slack(starts: Start) -> LocalSlack:
    """The small company, whose app has two shortcuts."""
    return await starts(with_shortcuts(SHORTCUTS))


async def test_a_global_shortcut_opens_a_modal(
    app: AsyncApp, over_socket: Run, ana: Person
) -> None:
    """As both of Slack's starter templates begin."""

    async def ask(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=FORM)

    app.shortcut("ticket")(ask)
    await over_socket(app)
    assert await ana.runs("New ticket")

    modal = await ana.modal(timeout=20)
    assert modal is not None
    assert modal.title == "Ticket"


async def test_a_shortcut_on_a_message_brings_the_message(
    slack: LocalSlack, app: AsyncApp, over_http: Run, ana: Person, bo: Person
) -> None:
    """Also from a channel that the bot isn't in, where it can answer one person."""

    async def take(ack: AsyncAck, shortcut: Json, respond: AsyncRespond) -> None:
        await ack()
        await respond(f"Ticket: {shortcut['message']['text']} by {shortcut['message']['user']}")

    app.shortcut({"type": "message_action", "callback_id": "from_message"})(take)
    await over_http(app)
    said = await bo.says("The door squeaks", "#quiet")
    assert await ana.runs("from_message", on=said)

    async def answers() -> list[SeenMessage]:
        return [message for message in await ana.reads("#quiet") if message.is_ephemeral]

    (answer,) = await slack.until(answers)
    assert answer.text == f"Ticket: The door squeaks by {user_id(slack, 'bo')}"


async def test_what_a_shortcut_carries(slack: LocalSlack, kept: Kept, ana: Person) -> None:
    """As Slack's types have it: no channel in a global one, no api_app_id in either."""
    said = await ana.says("Hello", "#general")
    await ana.runs("New ticket")
    await ana.runs("Make it a ticket", on=said)

    everywhere, message = [body for body in kept.bodies if "callback_id" in body]
    common = {"type", "token", "action_ts", "team", "user", "callback_id", "trigger_id"}
    assert {*common, "is_enterprise_install", "enterprise"} == set(everywhere)
    more = {"message_ts", "message", "channel", "response_url"}
    assert set(message) - set(everywhere) == more
    assert everywhere["type"] == "shortcut"
    assert message["type"] == "message_action"
    assert message["message_ts"] == message["message"]["ts"] == said.ts
    assert message["channel"] == {"id": channel_id(slack, "general"), "name": "general"}


async def test_the_state_lists_what_apps_offer(slack: LocalSlack, ana: Person) -> None:
    """For the page, and for whoever looks."""
    (app,) = (await ana.state())["apps"]
    assert [one["name"] for one in app["shortcuts"]] == ["New ticket", "Make it a ticket"]


async def test_what_is_not_offered_is_said(slack: LocalSlack, ana: Person) -> None:
    """With what there is instead; an ephemeral message has no shortcuts."""
    with pytest.raises(DriverError, match="New ticket"):
        await ana.runs("Make it a ticket")
    said = await ana.says("Hello", "#general")
    for wrong in (
        {"callback_id": "from_message"},
        {"callback_id": "ticket", "message": {"channel": said.channel, "ts": said.ts}},
    ):
        with pytest.raises(DriverError, match="has no"):
            await slack.driver.post("shortcut", **{"as": "ana"}, **wrong)


async def test_shortcuts_need_the_scope_commands(starts: Start) -> None:
    """As in Slack."""
    described = with_shortcuts(SHORTCUTS)
    described["apps"][0]["manifest"]["oauth_config"]["scopes"]["bot"] = ["chat:write"]
    slack = await starts(described)
    with pytest.raises(DriverError, match="commands"):
        await slack.person("ana").runs("New ticket")


@pytest.mark.parametrize(
    "wrong",
    [
        [{"name": "x" * 25, "type": "global", "callback_id": "a"}],
        [{"name": "A", "type": "everywhere", "callback_id": "a"}],
        [{"name": "A", "type": "global"}],
        [{"name": "A", "type": "global", "callback_id": str(n)} for n in range(11)],
    ],
)
def test_a_manifest_has_shortcuts_in_slacks_limits(wrong: list[Json]) -> None:
    """Ten, with names of 24 characters, of two types, each with a callback_id."""
    with pytest.raises(CompanyError, match="shortcuts"):
        companies.load(with_shortcuts(wrong))
