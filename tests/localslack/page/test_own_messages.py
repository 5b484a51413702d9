"""One's own messages and one's own status, on the page."""

import pytest
from playwright.async_api import Locator, Page, Route, expect

from localslack.server import LocalSlack
from tests.localslack.page.conftest import Open
from tests.localslack.page.test_talking import say

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def choose(page: Page, message: Locator, action: str) -> None:
    """Choose something in a message's menu."""
    await message.hover()
    await message.get_by_role("button", name="More actions").click()
    await page.get_by_role("menuitem", name=action).click()


async def test_a_message_is_changed_and_deleted(open_as: Open) -> None:
    """What was a mention is typed as one again; what is deleted goes from others in the end."""
    page, other = await open_as("ana"), await open_as("ben")
    await say(page, "@ben Helo")
    message = page.get_by_role("article").last
    await choose(page, message, "Edit message")
    box = page.get_by_role("dialog").get_by_role("textbox", name="Message")
    await expect(box).to_have_value("@ben Helo")
    await box.fill("@ben Hello")
    await box.press("Enter")
    await expect(other.get_by_role("article").last).to_contain_text("@Ben Okafor Hello (edited)")

    await other.get_by_role("article").last.hover()
    await other.get_by_role("button", name="More actions").click()
    await expect(other.get_by_role("menuitem", name="Edit message")).to_have_count(0)

    await choose(page, message, "Delete message")
    await expect(page.get_by_role("article")).to_have_count(0)
    await page.get_by_role("button", name="Dismiss", exact=True).click()
    await expect(other.get_by_role("article")).to_have_count(0)
    await expect(page.get_by_role("article")).to_have_count(0)


async def test_a_message_is_called_unread(open_as: Open) -> None:
    """The channel is bold again once one has left it."""
    page, other = await open_as("ana"), await open_as("ben")
    await say(other, "Read me later")
    message = page.get_by_role("article").last
    await expect(message).to_contain_text("Read me later")
    await choose(page, message, "Mark unread")
    await page.get_by_role("link", name="harbour").click()
    await expect(page.get_by_role("link", name="general, 1 unread")).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("link", name="general, 1 unread")).to_be_visible()


async def test_a_status_stands_beside_the_name(open_as: Open) -> None:
    """It is set where one chooses who one is, and shown to others with its words."""
    page, other = await open_as("ana"), await open_as("ben")
    await say(page, "On my way out")
    await page.get_by_role("button", name="You are Ana Lindqvist").click()
    await page.get_by_role("button", name="Set a status for Ana Lindqvist").click()
    await page.get_by_role("textbox", name="Emoji").fill("palm_tree")
    await page.get_by_role("textbox", name="Status").fill("On the beach")
    await page.get_by_role("button", name="Save").click()

    message = other.get_by_role("article").last
    await expect(message.get_by_role("img", name="palm tree")).to_be_visible()
    await message.get_by_role("button", name="Ana Lindqvist").click()
    await expect(other.get_by_role("dialog")).to_contain_text("On the beach")


async def test_a_status_is_seen_however_long_its_news_takes(
    open_as: Open, slack: LocalSlack
) -> None:
    """Names are drawn anew once they are known, not some time later."""
    await slack.person("ana").says("On my way out", "#general")
    page = await open_as("ben")

    async def slowly(route: Route) -> None:
        await page.wait_for_timeout(700)
        await route.continue_()

    await page.route("**/control/state?*", slowly, times=1)
    await slack.driver.post("people", id="ana", status_emoji=":palm_tree:")
    await expect(page.get_by_role("article").get_by_role("img", name="palm tree")).to_be_visible()
