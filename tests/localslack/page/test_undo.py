"""What a person takes back has never happened: neither others nor bots have heard of it."""

import json
import re

import pytest
from playwright.async_api import Page, expect

from localslack.server import LocalSlack
from tests.localslack.page.conftest import Open
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
