"""The driver: people who type, click, choose and read, in this process or another."""

import asyncio
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

import localslack
from localslack import LocalSlack, Person
from localslack.driver import Slack
from tests.conftest import needs
from tests.localslack.hosting import Kept
from tests.localslack.places import channel_id, user_id

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def options(*names: str) -> list[Json]:
    return [{"text": plain(name), "value": name.lower()} for name in names]


ELEMENTS: dict[str, Json] = {
    "Words": {"type": "plain_text_input"},
    "Number": {"type": "number_input", "is_decimal_allowed": False},
    "Rich": {"type": "rich_text_input"},
    "Colour": {"type": "static_select", "options": options("Red", "Blue")},
    "Fruit": {"type": "multi_static_select", "options": options("Fig", "Plum", "Pear")},
    "Size": {"type": "radio_buttons", "options": options("Small", "Large")},
    "Extras": {"type": "checkboxes", "options": options("Salt", "Pepper")},
    "Person": {"type": "users_select"},
    "People": {"type": "multi_users_select"},
    "Channel": {"type": "channels_select"},
    "Places": {"type": "multi_conversations_select"},
    "Day": {"type": "datepicker"},
    "Hour": {"type": "timepicker"},
    "Moment": {"type": "datetimepicker"},
}


def everything() -> Json:
    """A modal with an input of every kind."""
    blocks = [
        {
            "type": "input",
            "block_id": label.lower(),
            "label": plain(label),
            "element": {**element, "action_id": "x"},
        }
        for label, element in ELEMENTS.items()
    ]
    return {"type": "modal", "title": plain("All"), "submit": plain("Go"), "blocks": blocks}


async def show(api: AsyncWebClient, kept: Kept, ana: Person, view: Json) -> None:
    """Open a modal for Ana."""
    await ana.types("/help", "#general")
    await api.views_open(trigger_id=kept.bodies[-1]["trigger_id"], view=view)


async def test_every_kind_of_input_can_be_filled_in(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """By what is seen of it: labels, names, channels."""
    await show(api, kept, ana, everything())

    result = await ana.submits(
        {
            "Words": "Hello",
            "Number": "7",
            "Rich": "Rich words",
            "Colour": "Blue",
            "Fruit": ["Fig", "Pear"],
            "Size": "Large",
            "Extras": ["Salt"],
            "Person": "Bo Lindqvist",
            "People": ["ana", "bo"],
            "Channel": "#general",
            "Places": ["#general", "#quiet", "@bo"],
            "Day": "2027-02-01",
            "Hour": "10:30",
            "Moment": "1800000000",
        }
    )

    assert result.ok, result
    values = {
        name: entry["x"] for name, entry in kept.bodies[-1]["view"]["state"]["values"].items()
    }
    assert values["words"]["value"] == "Hello"
    assert values["number"]["value"] == "7"
    assert values["rich"]["rich_text_value"]["type"] == "rich_text"
    assert values["colour"]["selected_option"]["value"] == "blue"
    assert [one["value"] for one in values["fruit"]["selected_options"]] == ["fig", "pear"]
    assert values["size"]["selected_option"]["value"] == "large"
    assert [one["value"] for one in values["extras"]["selected_options"]] == ["salt"]
    assert values["person"]["selected_user"] == user_id(slack, "bo")
    assert values["people"]["selected_users"] == [user_id(slack, "ana"), user_id(slack, "bo")]
    assert values["channel"]["selected_channel"] == channel_id(slack, "general")
    general, quiet = channel_id(slack, "general"), channel_id(slack, "quiet")
    dm = {one["user"]: one["id"] for one in (await ana.state())["dms"]}[user_id(slack, "bo")]
    assert values["places"]["selected_conversations"] == [general, quiet, dm]
    assert values["day"]["selected_date"] == "2027-02-01"
    assert values["hour"]["selected_time"] == "10:30"
    assert values["moment"]["selected_date_time"] == 1_800_000_000


async def test_what_stands_in_an_input_at_first_is_submitted(
    kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """Initial values count as filled in."""
    view = everything()
    red = ELEMENTS["Colour"]["options"][0]
    select = {**ELEMENTS["Colour"], "action_id": "x", "initial_option": red}
    words = {"type": "plain_text_input", "action_id": "x", "initial_value": "Hello"}
    view["blocks"] = [
        {"type": "input", "block_id": "c", "label": plain("Colour"), "element": select},
        {"type": "input", "block_id": "w", "label": plain("Words"), "element": words},
    ]
    await show(api, kept, ana, view)

    assert (await ana.submits()).ok

    values = kept.bodies[-1]["view"]["state"]["values"]
    assert values["c"]["x"]["selected_option"]["value"] == "red"
    assert values["w"]["x"]["value"] == "Hello"


async def test_an_input_that_dispatches_speaks_up_with_what_was_typed(
    kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """block_actions brings the whole state; an input without dispatch_action stays silent."""
    select = {**ELEMENTS["Colour"], "action_id": "x"}
    words = {"type": "plain_text_input", "action_id": "x"}
    loud = {"type": "input", "label": plain("Colour"), "element": select, "block_id": "c"}
    silent = {"type": "input", "label": plain("Words"), "element": words, "block_id": "w"}
    view = {**everything(), "blocks": [{**loud, "dispatch_action": True}, silent]}
    await show(api, kept, ana, view)
    before = len(kept.bodies)

    await ana.fills("Words", "Hello")
    assert len(kept.bodies) == before
    await ana.chooses("Colour", "Red")

    body = kept.bodies[-1]
    assert body["type"] == "block_actions"
    assert body["actions"][0]["selected_option"]["value"] == "red"
    assert body["view"]["state"]["values"]["w"]["x"]["value"] == "Hello"


async def test_text_is_all_that_is_seen(api: AsyncWebClient, ana: Person) -> None:
    """Sections, headers, contexts, buttons, table cells, chart titles and labels."""
    chart = {
        "type": "data_visualization",
        "title": "Mastery",
        "chart": {"type": "pie", "segments": [{"label": "Sure", "value": 2}]},
    }
    row = [{"type": "raw_text", "text": "Cell"}, {"type": "raw_text", "text": "Other"}]
    button = {"type": "button", "action_id": "b", "text": plain("Press")}
    blocks: list[dict[str, Any]] = [
        {"type": "header", "text": plain("Header")},
        {
            "type": "section",
            "text": {"type": "mrkdwn", "text": "*Bold*"},
            "fields": [plain("Field")],
        },
        {"type": "context", "elements": [plain("Context")]},
        {"type": "actions", "elements": [button]},
        {"type": "table", "rows": [row]},
        chart,
    ]
    await api.chat_postMessage(channel="#general", text="Fallback", blocks=blocks)

    message = (await ana.reads("#general"))[-1]

    for word in ("Header", "*Bold*", "Field", "Context", "Press", "Cell", "Mastery", "Sure"):
        assert word in message.text
    assert "Fallback" not in message.text
    assert message.buttons == ["Press"]


async def test_the_newest_of_equal_buttons_is_pressed(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient, ana: Person
) -> None:
    """In any conversation, or in the one that is named."""
    button = {"type": "button", "action_id": "b", "text": plain("Press")}
    blocks = [{"type": "actions", "elements": [button]}]
    first = await api.chat_postMessage(channel="#general", text="x", blocks=blocks)
    second = await api.chat_postMessage(channel=user_id(slack, "ana"), text="x", blocks=blocks)

    await slack.settled()
    await ana.presses("Press")
    await ana.presses("b", where="#general")

    clicks = [body for body in kept.bodies if body["type"] == "block_actions"]
    assert [body["container"]["message_ts"] for body in clicks] == [second["ts"], first["ts"]]


async def test_somebody_who_finds_nothing_says_what_there_is(
    api: AsyncWebClient, kept: Kept, ana: Person
) -> None:
    """A missing button, input or modal names what was there instead."""
    button = {"type": "button", "action_id": "b", "text": plain("Press")}
    blocks = [{"type": "actions", "elements": [button]}]
    await api.chat_postMessage(channel="#general", text="x", blocks=blocks)

    with pytest.raises(AssertionError, match="there is: Press"):
        await ana.presses("Pull", timeout=0.1)
    await show(api, kept, ana, everything())
    with pytest.raises(AssertionError, match="no option 'Green'"):
        await ana.chooses("Colour", "Green")


async def test_waiting_ends_with_what_became_true(slack: LocalSlack, api: AsyncWebClient) -> None:
    """until answers the predicate's answer, or raises TimeoutError."""

    async def never() -> bool:
        return False

    async def something() -> str:
        return "something"

    assert await slack.until(something) == "something"
    with pytest.raises(TimeoutError):
        await slack.until(never, timeout=0.1)


async def test_another_process_can_be_driven_too(tmp_path: Path) -> None:
    """Everything goes over HTTP, so a script works on a server elsewhere."""
    code = (
        "import asyncio\n"
        "from localslack import LocalSlack\n"
        "async def main():\n"
        "    slack = await LocalSlack.start()\n"
        "    print(slack.url, flush=True)\n"
        "    await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        url = (await process.stdout.readline()).decode().strip()
        async with Slack(url) as slack:
            ana = slack.person("ana")
            await ana.says("Hello over there", "#general")
            assert [m.text for m in await slack.person("bo").reads("#general")] == [
                "Hello over there"
            ]
            app = await slack.get("app")
            assert app["name"] == "Hello"
    finally:
        process.terminate()
        await process.wait()


async def in_node(slack: LocalSlack, folder: Path, values: Json) -> str:
    """What a script in Node says while Ana submits the modal on top."""
    node = needs("node", "on Debian and Ubuntu: apt-get install nodejs npm")
    shutil.copy(Path(localslack.__file__).parent / "node" / "localslack.mjs", folder)
    (folder / "people.mjs").write_text(
        'import { LocalSlack } from "./localslack.mjs";\n'
        f'const ana = new LocalSlack("{slack.url}").person("ana");\n'
        "await ana.submits(JSON.parse(process.argv[2]));\n"
    )
    people = await asyncio.create_subprocess_exec(
        *(node, "people.mjs", json.dumps(values)),
        cwd=folder,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    return (await people.communicate())[0].decode()


async def test_people_in_node_choose_several(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient, ana: Person, tmp_path: Path
) -> None:
    """One option of checkboxes and of a select for many; where there are none, a sentence."""

    async def submits(**values: str) -> str:
        view = everything()
        view["blocks"] = [one for one in view["blocks"] if one["label"]["text"] in values]
        await show(api, kept, ana, view)
        return await in_node(slack, tmp_path, values)

    assert await submits(Extras="Salt", Fruit="Fig") == ""
    values = kept.bodies[-1]["view"]["state"]["values"]
    assert [one["value"] for one in values["extras"]["x"]["selected_options"]] == ["salt"]
    assert [one["value"] for one in values["fruit"]["x"]["selected_options"]] == ["fig"]
    assert "A multi_users_select has no options to choose from" in await submits(People="ana")


async def test_people_in_node_choose_from_groups_and_from_what_an_app_offers(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient, ana: Person, tmp_path: Path
) -> None:
    """An option of a group is an option; an external select takes what was typed."""
    groups = [{"label": plain(size), "options": options(size)} for size in ("Small", "Large")]
    elements: Json = {
        "Grouped": {"type": "static_select", "action_id": "x", "option_groups": groups},
        "Several": {"type": "multi_static_select", "action_id": "x", "option_groups": groups},
        "Elsewhere": {"type": "external_select", "action_id": "x"},
    }
    view = everything()
    view["blocks"] = [
        {"type": "input", "block_id": label, "label": plain(label), "element": element}
        for label, element in elements.items()
    ]
    await show(api, kept, ana, view)
    assert await in_node(slack, tmp_path, dict.fromkeys(elements, "Large")) == ""
    values = kept.bodies[-1]["view"]["state"]["values"]
    assert values["Grouped"]["x"]["selected_option"]["value"] == "large"
    assert [one["value"] for one in values["Several"]["x"]["selected_options"]] == ["large"]
    assert values["Elsewhere"]["x"]["selected_option"]["value"] == "Large"
