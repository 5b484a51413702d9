"""What a person takes back has never happened: neither others nor bots have heard of it."""

import json
import re

import pytest
from playwright.async_api import Page, expect

from localslack.server import LocalSlack
from tests.localslack.page.conftest import Open
from tests.localslack.page.test_gaps import record
from tests.localslack.page.test_own_messages import choose
from tests.localslack.page.test_talking import say

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.usefixtures("ferry"),
]


async def delete(page: Page, words: str) -> None:
    """Delete one's own message."""
    message = page.get_by_role("main").get_by_role("article").filter(has_text=words)
    await choose(page, message, "Delete message")
    await expect(message).to_have_count(0)


async def shown(page: Page) -> str:
    """The channel's messages as they are drawn, without how long ago a reply was."""
    words = await page.get_by_role("log").inner_text()
    return re.sub(r"Last reply .*", "", words)


def told(slack: LocalSlack) -> list[str]:
    """What the bot was told of messages, by subtype."""
    sent = [one for one in slack.world.inspector.since(0, 1_000) if one.direction == "to_bot"]
    events = [json.loads(json.dumps(one.request)).get("event", {}) for one in sent]
    return [event.get("subtype", "") for event in events if event.get("type") == "message"]


async def test_a_deleted_message_comes_back_as_it_was(open_as: Open, slack: LocalSlack) -> None:
    """With its reactions and replies, in its place; nobody else has missed it."""
    said = await slack.person("ana").says("One", "#general")
    await slack.person("ben").reacts(said, "tada")
    await slack.person("ben").says("A reply", "#general", thread=said.ts)
    await slack.person("ana").says("Two", "#general")
    page, other = await open_as("ana"), await open_as("ben")
    before = await shown(page)
    await delete(page, "One")
    await expect(page.get_by_role("article")).to_have_count(1)
    await expect(page.get_by_role("article")).to_be_focused()
    await expect(other.get_by_role("article")).to_have_count(2)
    await page.get_by_role("button", name="Undo").click()
    await expect(page.get_by_role("article")).to_have_count(2)
    assert await shown(page) == before
    await expect(page.get_by_role("button", name="Undo")).to_have_count(0)
    assert len(await slack.person("ben").reads("#general")) == 2


async def test_bots_hear_of_a_deletion_when_it_is_one(open_as: Open, slack: LocalSlack) -> None:
    """Not while it can be taken back; at once when its bar is dismissed."""
    page = await open_as("ana")
    await page.get_by_role("link", name="Ferry").click()
    box = page.get_by_role("textbox", name="Message Ferry")
    for words in ("First", "Second"):
        await box.fill(words)
        await box.press("Enter")
        await expect(page.get_by_role("article").last).to_contain_text(f"You said: {words}")
    await slack.settled()
    heard = told(slack)
    mine = page.get_by_role("article").filter(has_text="First").first
    await choose(page, mine, "Delete message")
    await expect(page.get_by_role("article")).to_have_count(3)
    await page.get_by_role("button", name="Undo").click()
    await expect(page.get_by_role("article")).to_have_count(4)
    await slack.settled()
    assert told(slack) == heard
    await choose(page, mine, "Delete message")
    await page.get_by_role("button", name="Dismiss", exact=True).click()

    async def is_gone() -> bool:
        return "message_deleted" in told(slack)[len(heard) :]

    await slack.until(is_gone)
    await expect(page.get_by_role("article")).to_have_count(3)


async def test_it_is_done_when_its_time_is_over(open_as: Open, slack: LocalSlack) -> None:
    """Some seconds later, for everybody."""
    page, other = await open_as("ana"), await open_as("ben")
    await say(page, "Helo")
    await expect(other.get_by_role("article")).to_have_count(1)
    await delete(page, "Helo")
    await expect(other.get_by_role("article")).to_have_count(0)
    await expect(page.get_by_role("button", name="Undo")).to_have_count(0)
    await expect(page.get_by_role("article")).to_have_count(0)
    assert await slack.person("ben").reads("#general") == []


async def test_leaving_the_page_takes_nothing_back(open_as: Open, slack: LocalSlack) -> None:
    """What looked done is done."""
    page, other = await open_as("ana"), await open_as("ben")
    await say(page, "Helo")
    await expect(other.get_by_role("article")).to_have_count(1)
    await delete(page, "Helo")
    await page.reload()
    await expect(other.get_by_role("article")).to_have_count(0)


async def test_control_z_takes_back_the_last(open_as: Open, slack: LocalSlack) -> None:
    """From anywhere but a field that holds something, where it takes back what was typed."""
    for words in ("One", "Two"):
        await slack.person("ana").says(words, "#general")
    page = await open_as("ana")
    await delete(page, "One")
    await delete(page, "Two")
    box = page.get_by_role("textbox", name="Message #general")
    await box.press_sequentially("typed")
    await box.press("Control+z")
    await expect(page.get_by_role("article")).to_have_count(0)
    await box.fill("")
    await box.press("Control+z")
    await expect(page.get_by_role("article")).to_contain_text("Two")
    await box.press("Control+z")
    await expect(page.get_by_role("article")).to_have_count(2)


async def test_what_is_refused_after_all_is_there_again(open_as: Open, slack: LocalSlack) -> None:
    """With a notice that says why."""
    page = await open_as("ana", expected=("403",))
    await say(page, "Keep me")
    await delete(page, "Keep me")
    await slack.driver.post("channels", id="#general", archived=True)
    await page.get_by_role("button", name="Dismiss", exact=True).click()
    await expect(page.get_by_role("alert")).to_contain_text("archived")
    await expect(page.get_by_role("article")).to_contain_text("Keep me")


async def leave(page: Page, channel: str) -> None:
    """Leave a channel that has three members."""
    await page.get_by_role("button", name="3 members").click()
    await page.get_by_role("button", name="Leave the channel").click()
    await expect(page.get_by_role("link", name=channel)).to_have_count(0)


async def test_a_channel_that_was_left_comes_back(open_as: Open, slack: LocalSlack) -> None:
    """One is in another one meanwhile, and a member all the time."""
    page = await open_as("ana", "#harbour")
    members = list(slack.world.channels[page.url.rsplit("#", 1)[1]].members)
    await leave(page, "harbour")
    await expect(page.get_by_role("textbox", name="Message #general")).to_be_visible()
    await page.get_by_role("button", name="Undo").click()
    await expect(page.get_by_role("textbox", name="Message #harbour")).to_be_visible()
    await expect(page.get_by_role("link", name="harbour")).to_be_visible()
    assert list(slack.world.channels[page.url.rsplit("#", 1)[1]].members) == members


async def test_a_channel_is_left_in_the_end(open_as: Open, slack: LocalSlack) -> None:
    """And can be joined anew; who joins before has never left."""
    page = await open_as("ana", "#harbour")
    channel = slack.world.channels[page.url.rsplit("#", 1)[1]]
    ana = slack.world.workspace().user("ana")
    assert ana is not None
    await leave(page, "harbour")
    await page.get_by_role("button", name="Dismiss", exact=True).click()

    async def is_left() -> bool:
        return ana.id not in channel.members

    await slack.until(is_left)
    await page.get_by_role("button", name="Browse channels").click()
    row = page.get_by_role("dialog").get_by_role("listitem").filter(has_text="harbour")
    await row.get_by_role("button", name="Join").click()
    await expect(page.get_by_role("textbox", name="Message #harbour")).to_be_visible()
    assert ana.id in channel.members


async def test_everybody_stays_in_general(open_as: Open) -> None:
    """As in Slack there is no way out of it."""
    page = await open_as("ana")
    await page.get_by_role("button", name="4 members").click()
    await expect(page.get_by_role("button", name="Leave the channel")).to_have_count(0)


async def test_cleared_requests_come_back(open_as: Open) -> None:
    """The inspector's list, as it was."""
    page = await open_as("ana")
    await say(page, "/tide")
    await page.get_by_role("button", name="Inspector").click()
    rows = page.get_by_role("complementary", name="Inspector").locator(".request")
    await expect(rows.filter(has_text="/tide")).to_have_count(1)
    await page.get_by_role("button", name="Clear").click()
    await expect(rows).to_have_count(0)
    await page.get_by_role("button", name="Undo").click()
    await expect(rows.filter(has_text="/tide")).to_have_count(1)


async def test_a_channel_that_is_left_twice_is_left_once(open_as: Open, slack: LocalSlack) -> None:
    """One bar, and taking it back takes it back."""
    page = await open_as("ana", "#harbour")
    await leave(page, "harbour")
    await page.go_back()
    await leave(page, "harbour")
    undo = page.get_by_role("button", name="Undo")
    await expect(undo).to_have_count(1)
    await undo.click()
    await expect(page.get_by_role("link", name="harbour")).to_be_visible()
    await expect(undo).to_have_count(0)


async def test_a_channel_that_is_being_left_can_be_joined(open_as: Open) -> None:
    """From among all channels, which takes the leaving back."""
    page = await open_as("ana", "#harbour")
    await leave(page, "harbour")
    await page.get_by_role("button", name="Browse channels").click()
    row = page.get_by_role("dialog").get_by_role("listitem").filter(has_text="harbour")
    await row.get_by_role("button", name="Join").click()
    await expect(page.get_by_role("textbox", name="Message #harbour")).to_be_visible()
    await expect(page.get_by_role("link", name="harbour")).to_be_visible()
    await expect(page.get_by_role("button", name="Undo")).to_have_count(0)


async def test_a_reply_that_is_being_deleted_is_not_counted(
    open_as: Open, slack: LocalSlack
) -> None:
    """It stands in the thread neither as a message nor as a number."""
    root = await slack.person("ana").says("Root", "#general")
    await slack.person("ana").says("Mine", "#general", thread=root.ts)
    await slack.person("ben").says("His", "#general", thread=root.ts)
    page = await open_as("ana")
    await page.get_by_role("button", name="2 replies").click()
    thread = page.get_by_role("complementary", name="Thread")
    await choose(page, thread.get_by_role("article").filter(has_text="Mine"), "Delete message")
    await expect(thread.get_by_text("1 reply", exact=True)).to_be_visible()


async def test_what_two_tabs_delete_is_deleted_once(open_as: Open, slack: LocalSlack) -> None:
    """The second one has nothing left to take back, and nothing goes wrong."""
    await slack.person("ana").says("Helo", "#general")
    page, other = await open_as("ana"), await open_as("ana")
    for tab in (page, other):
        await delete(tab, "Helo")
    await page.get_by_role("button", name="Dismiss", exact=True).click()
    await expect(other.get_by_role("button", name="Undo")).to_have_count(0, timeout=4_000)
    await expect(other.get_by_role("alert")).to_have_count(0)


async def test_requests_that_were_cleared_twice_come_back_in_order(
    open_as: Open, slack: LocalSlack
) -> None:
    """Whichever is taken back first."""
    page = await open_as("ana")
    await page.get_by_role("button", name="Inspector").click()
    panel = page.get_by_role("complementary", name="Inspector")
    for number in range(2):
        record(slack, f"call.{number}")
        await expect(panel.locator(".request-name", has_text=f"call.{number}")).to_be_visible()
        await page.get_by_role("button", name="Clear").click()
    undo = page.get_by_role("button", name="Undo")
    await undo.first.click()
    await undo.first.click()
    names = await panel.locator(".request-name").all_inner_texts()
    assert [name for name in names if name.startswith("call.")] == ["call.1", "call.0"]


async def test_the_inspector_begins_with_all_that_it_can_hold(
    open_as: Open, slack: LocalSlack
) -> None:
    """What is beyond that was let go."""
    for number in range(1_500):
        record(slack, f"call.{number}")
    page = await open_as("ana")
    await page.get_by_role("button", name="Inspector").click()
    panel = page.get_by_role("complementary", name="Inspector")
    await expect(panel.get_by_text(re.compile(r"^1200 requests, 3\d\d older ones"))).to_be_visible()


async def test_control_z_works_from_a_checkbox(open_as: Open, slack: LocalSlack) -> None:
    """Which holds nothing that was typed."""
    await slack.person("ana").says("Helo", "#general")
    page = await open_as("ana")
    await page.get_by_role("textbox", name="Message #general").fill("/ferry book")
    await delete(page, "Helo")
    await page.evaluate(
        "document.querySelector('#main').append(Object.assign("
        "document.createElement('input'), { type: 'checkbox', id: 'box' }))"
    )
    await page.locator("#box").focus()
    await page.keyboard.press("Control+z")
    await expect(page.get_by_role("article")).to_contain_text("Helo")
