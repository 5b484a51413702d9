"""Every block and element of Block Kit, on every surface, drawn and working."""

import asyncio
import base64
import json
import re
from typing import Any

import pytest
from playwright.async_api import Page, Route, expect
from slack_bolt.async_app import AsyncApp

from localslack.server import LocalSlack
from tests.localslack.page.conftest import Open
from tests.localslack.page.ferry import Ferry
from tests.localslack.rules import kitchen_sink

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
NOT_DRAWN: set[str] = set()  # what would leave a note

GALLERY = """async ({ blocks, surface }) => {
    const { drawBlocks } = await import('/page/blocks/index.js');
    const { Form } = await import('/page/form.js');
    const { world } = await import('/page/store.js');
    window.sent = [];
    const send = async (block, element, value) => { window.sent.push(value); };
    const form = new Form({ surface, world, send });
    window.form = form;
    blocks.forEach((block, i) => {
        block.block_id ??= `b${i}`;
        const parts = [block.accessory, block.element, ...(block.elements ?? [])].filter(Boolean);
        parts.forEach((part, j) => { part.action_id ??= `a${j}`; });
    });
    form.take(blocks);
    document.body.replaceChildren(drawBlocks(blocks, form));
    document.body.style.cssText = 'display: block; overflow: auto; padding: 24px';
}"""


async def show(page: Page, blocks: list[dict[str, Any]], surface: str = "message") -> None:
    """Draw blocks on an otherwise empty page."""
    await page.evaluate(GALLERY, {"blocks": json.loads(json.dumps(blocks)), "surface": surface})


async def give_pictures(page: Page) -> None:
    """Every picture of the samples is one pixel."""

    async def pixel(route: Route) -> None:
        await route.fulfill(body=PIXEL, content_type="image/png")

    await page.route(kitchen_sink.IMAGE_URL, pixel)
    await page.route(re.compile("/files/F0"), pixel)


def every_block() -> list[tuple[str, dict[str, Any]]]:
    """All sample blocks with their surface."""
    found = [("message", b) for m in kitchen_sink.MESSAGES.values() for b in m.get("blocks") or []]
    found += [("modal", block) for block in kitchen_sink.MODAL["blocks"]]
    return found + [("home", block) for block in kitchen_sink.HOME["blocks"]]


async def test_every_sample_is_drawn(open_as: Open) -> None:
    """No block of any surface is left out, broken or without its picture."""
    page = await open_as("ana")
    await give_pictures(page)
    for surface in ("message", "modal", "home"):
        blocks = [block for where, block in every_block() if where == surface]
        await show(page, blocks, surface)
        notes = [block for block in blocks if block["type"] in NOT_DRAWN]
        await expect(page.locator(".cannot")).to_have_count(len(notes))
        for kind in {block["type"] for block in blocks}:
            first = page.locator(f".block-{kind}").first
            box = await first.bounding_box()
            assert box is not None, kind
            assert box["height"] > 0, kind


async def test_messages_of_a_real_channel_show_the_samples(open_as: Open, ferry: Ferry) -> None:
    """What the server takes, the page draws, attachments included."""
    page = await open_as("ana")
    await give_pictures(page)
    for name, message in kitchen_sink.MESSAGES.items():
        if name != "image from a file":
            await ferry.client.chat_postMessage(channel="#general", **message)
    shown = len(kitchen_sink.MESSAGES) - 1
    await expect(page.get_by_role("article")).to_have_count(shown)
    await expect(page.locator(".attachment").first).to_be_attached()


NAMELESS = re.compile(
    r"^\s*- (?:textbox|combobox|button|radio|checkbox|radiogroup|link)(?: \[[^\]]*\])*:?$", re.M
)


async def test_every_field_that_takes_input_has_a_name(open_as: Open) -> None:
    """A screen reader can say what each one is for."""
    page = await open_as("ana")
    await give_pictures(page)
    for surface in ("message", "modal", "home"):
        await show(page, [block for where, block in every_block() if where == surface], surface)
        heard = await page.locator("body").aria_snapshot()
        assert heard.count("- combobox ") > 10
        assert not NAMELESS.findall(heard)


async def test_every_control_of_the_modal_keeps_its_initial_value(open_as: Open) -> None:
    """`initial_…` is what is sent when nothing is touched."""
    page = await open_as("ana")
    await show(page, kitchen_sink.MODAL["blocks"], "modal")
    values = await page.evaluate("window.form.values()")
    entries = [entry for block in values.values() for entry in block.values()]
    kinds = {entry["type"]: entry for entry in entries}
    assert kinds["datepicker"]["selected_date"] == "2026-01-31"
    assert kinds["datetimepicker"]["selected_date_time"] == 1_767_225_600
    assert kinds["radio_buttons"]["selected_option"]["value"] == "12:00"
    assert kinds["multi_static_select"]["type"] == "multi_static_select"


CHOICES = [
    {"text": {"type": "plain_text", "text": name}, "value": name.lower()}
    for name in ("Puffin", "Gannet", "Petrel")
]


def one(element: dict[str, Any]) -> list[dict[str, Any]]:
    """An actions block with a single element."""
    return [{"type": "actions", "block_id": "b", "elements": [{"action_id": "a", **element}]}]


async def sent(page: Page) -> list[Any]:
    """The values that reached the bot."""
    values: list[Any] = await page.evaluate("window.sent")
    return values


async def test_choosing_tells_the_bot(open_as: Open) -> None:
    """Radio, checkboxes, selects, pickers, overflow: each sends its entry of `state.values`."""
    page = await open_as("ana")
    await show(page, one({"type": "radio_buttons", "options": CHOICES}))
    await page.get_by_role("radio", name="Gannet").check()
    assert await sent(page) == [{"type": "radio_buttons", "selected_option": CHOICES[1]}]

    await show(page, one({"type": "checkboxes", "options": CHOICES}))
    await page.get_by_role("checkbox", name="Petrel").check()
    await page.get_by_role("checkbox", name="Puffin").check()
    await page.get_by_role("checkbox", name="Petrel").uncheck()
    assert (await sent(page))[-1] == {"type": "checkboxes", "selected_options": [CHOICES[0]]}

    await show(page, one({"type": "overflow", "options": CHOICES}))
    await page.get_by_role("button", name="More options").click()
    await page.get_by_role("menuitem", name="Petrel").click()
    assert await sent(page) == [{"type": "overflow", "selected_option": CHOICES[2]}]

    await show(page, one({"type": "datepicker"}))
    await page.get_by_label("Date").fill("2026-11-24")
    await page.get_by_label("Date").press("Enter")
    assert await sent(page) == [{"type": "datepicker", "selected_date": "2026-11-24"}]


async def test_a_select_narrows_as_one_types(open_as: Open) -> None:
    """Type-ahead, groups, arrows and Enter."""
    page = await open_as("ana")
    groups = [
        {"label": {"type": "plain_text", "text": "Small"}, "options": CHOICES[:1]},
        {"label": {"type": "plain_text", "text": "Large"}, "options": CHOICES[1:]},
    ]
    await show(page, one({"type": "static_select", "option_groups": groups}))
    field = page.get_by_role("combobox")
    await field.click()
    await expect(page.get_by_role("group", name="Large").get_by_role("option")).to_have_count(2)
    await field.press_sequentially("pe")
    await expect(page.get_by_role("option")).to_have_count(1)
    await field.press("Enter")
    await expect(field).to_have_value("Petrel")
    assert await sent(page) == [{"type": "static_select", "selected_option": CHOICES[2]}]


async def test_a_multi_select_collects_and_drops(open_as: Open) -> None:
    """Each choice becomes a chip; its cross takes it away; no more than allowed."""
    page = await open_as("ana")
    await show(page, one({"type": "multi_users_select", "max_selected_items": 2}))
    field = page.get_by_role("combobox")
    await field.click()
    for name in ("Ana Lindqvist", "Ben Okafor", "Cleo Marsh"):
        await page.get_by_role("option", name=name).click()
    await expect(page.locator(".chip")).to_have_text(["Ana Lindqvist", "Ben Okafor"])
    await page.get_by_role("button", name="Remove Ana Lindqvist").click()
    await expect(page.locator(".chip")).to_have_text(["Ben Okafor"])
    assert len((await sent(page))[-1]["selected_users"]) == 1


async def test_a_conversation_is_a_channel_or_somebody(
    open_as: Open, slack: LocalSlack, ferry: Ferry
) -> None:
    """Who is chosen comes to the bot as the DM with them, made where there was none."""
    answered = asyncio.Queue[str]()

    @ferry.app.action("place")
    async def go(ack: Any, action: dict[str, Any]) -> None:
        await ack()
        await answered.put(action["selected_conversation"])

    page = await open_as("ana")
    select: dict[str, Any] = {"type": "conversations_select", "action_id": "place"}
    select |= {"placeholder": {"type": "plain_text", "text": "Where"}}
    ana = slack.person("ana")
    assert (await ana.state())["dms"] == []
    narrowings: list[tuple[dict[str, Any], list[str]]] = [
        ({}, ["#general", "Ben Okafor", "Ferry"]),
        ({"filter": {"exclude_bot_users": True}}, ["#general", "Ben Okafor"]),
        ({"filter": {"include": ["im"]}}, ["Ben Okafor", "Ferry"]),
        ({"filter": {"include": ["public"]}}, ["#general"]),
    ]
    for number, (narrowed, offered) in enumerate(narrowings, 1):
        blocks = [{"type": "actions", "elements": [select | narrowed]}]
        await ferry.client.chat_postMessage(channel="#general", text=str(narrowed), blocks=blocks)
        articles = page.get_by_role("article")
        await expect(articles).to_have_count(number)
        field = articles.last.get_by_role("combobox", name="Where")
        await field.click()
        for name in ("#general", "Ben Okafor", "Ferry"):
            option = page.get_by_role("option", name=name, exact=True)
            await expect(option).to_have_count(int(name in offered))
        name = offered[-2:][0]
        await page.get_by_role("option", name=name, exact=True).click()
        await expect(field).to_have_value(name)
        state = await ana.state()
        chosen = {one["id"]: one["user"] for one in state["dms"]}
        chosen |= {one["id"]: one["name"] for one in state["channels"]}
        ben = next(one["id"] for one in state["people"] if one["name"] == "ben")
        assert chosen[await answered.get()] == (ben if name == "Ben Okafor" else "general")


async def test_an_external_select_asks_the_bot(
    open_as: Open, slack: LocalSlack, ferry: Ferry
) -> None:
    """The options come from the bot, for what has been typed."""
    _offer_berths(ferry.app)
    page = await open_as("ana")
    select = {"type": "external_select", "action_id": "berth", "min_query_length": 1}
    select["placeholder"] = {"type": "plain_text", "text": "Berth"}
    blocks = [{"type": "actions", "elements": [select]}]
    await ferry.client.chat_postMessage(channel="#general", text="Where?", blocks=blocks)
    await page.get_by_role("combobox", name="Berth").fill("9")
    await page.get_by_role("option", name="Berth 9").click()
    await expect(page.get_by_role("article").last).to_contain_text("Moored at 9")


def _offer_berths(app: AsyncApp) -> None:
    @app.options("berth")
    async def offer(ack: Any, payload: dict[str, Any]) -> None:
        text = {"type": "plain_text", "text": f"Berth {payload['value']}"}
        await ack(options=[{"text": text, "value": payload["value"]}])

    @app.action("berth")
    async def moor(ack: Any, action: dict[str, Any], say: Any) -> None:
        await ack()
        await say(f"Moored at {action['selected_option']['value']}")


async def test_rich_text_is_written_with_its_styles(open_as: Open) -> None:
    """What the small editor holds is Slack's rich_text."""
    page = await open_as("ana")
    element = {"type": "rich_text_input", "action_id": "a"}
    label = {"type": "plain_text", "text": "Log"}
    await show(
        page, [{"type": "input", "block_id": "b", "label": label, "element": element}], "modal"
    )
    editor = page.get_by_role("textbox", name="Log")
    await editor.click()
    await editor.press_sequentially("Calm ")
    await page.get_by_role("button", name="Bold").click()
    await editor.press_sequentially("sea")
    values = await page.evaluate("window.form.values()")
    assert values["b"]["a"]["rich_text_value"]["elements"] == [
        {
            "type": "rich_text_section",
            "elements": [
                {"type": "text", "text": "Calm "},
                {"type": "text", "text": "sea", "style": {"bold": True}},
            ],
        }
    ]


async def test_a_data_table_sorts_and_turns_pages(open_as: Open) -> None:
    """By any column, up and down; the pager says where one is."""
    page = await open_as("ana")
    head = [{"type": "raw_text", "text": "Boat"}, {"type": "raw_text", "text": "Seats"}]
    rows = [
        [
            {"type": "raw_text", "text": f"Boat {n}"},
            {"type": "raw_number", "value": n * 7 % 10, "text": f"{n * 7 % 10}"},
        ]
        for n in range(1, 8)
    ]
    await show(
        page, [{"type": "data_table", "caption": "Fleet", "page_size": 3, "rows": [head, *rows]}]
    )
    table = page.get_by_role("table", name="Fleet")
    await expect(table.get_by_role("row")).to_have_count(4)
    await table.get_by_role("button", name="Seats").click()
    await expect(table.get_by_role("cell")).to_have_text(["1", "2", "4"])
    await expect(table.get_by_role("columnheader", name="Seats")).to_have_attribute(
        "aria-sort", "ascending"
    )
    await table.get_by_role("button", name="Seats").click()
    await expect(table.get_by_role("cell")).to_have_text(["9", "8", "7"])
    await page.get_by_role("button", name="Next page").click()
    await page.get_by_role("button", name="Next page").click()
    await expect(page.get_by_text("7–7 of 7")).to_be_visible()
    await expect(page.get_by_role("button", name="Next page")).to_be_disabled()


async def test_an_unknown_block_leaves_a_note(open_as: Open) -> None:
    """A kind from the future breaks nothing."""
    page = await open_as("ana")
    await show(page, [{"type": "hologram"}, {"type": "divider"}])
    await expect(page.get_by_text("This block can't be displayed here.")).to_be_visible()
    await expect(page.locator("hr")).to_have_count(1)


async def test_a_picture_that_cannot_be_loaded_says_what_it_would_have_shown(open_as: Open) -> None:
    """Its alternative text stands in its place, in a block and beside a text."""
    page = await open_as("ana", expected=("ERR_UNSAFE_PORT",))
    beside = {"type": "section", "text": {"type": "plain_text", "text": "Look"}}
    await show(page, [kitchen_sink.PICTURE, {**beside, "accessory": kitchen_sink.PICTURE}])
    await expect(page.locator(".is-missing")).to_have_count(2)
    await expect(page.locator(".is-missing").first).to_have_text("A harbour at dawn")
