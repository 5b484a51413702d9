"""Where the page only comes near to Slack, it says so."""

import pytest
from playwright.async_api import Page, expect

from localslack.server import LocalSlack
from tests.localslack.page.conftest import Open
from tests.localslack.page.ferry import Ferry
from tests.localslack.page.test_talking import say

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PIE = {"type": "pie", "segments": [{"label": "All", "value": 1}]}
CHART = {"type": "data_visualization", "title": "Who", "chart": PIE}


async def opens(page: Page, what: str, words: str) -> None:
    """The "?" of a surface says how Slack differs, and goes again."""
    button = page.get_by_role("button", name=f"How Slack shows {what}")
    await button.click()
    note = page.locator(".note-words")
    await expect(note).to_contain_text(words)
    await expect(note).to_be_in_viewport(ratio=1)
    await expect(button).to_have_attribute("aria-expanded", "true")
    await page.keyboard.press("Escape")
    await expect(note).to_have_count(0)
    await expect(button).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
async def test_what_is_approximated_has_a_note(
    open_as: Open, ferry: Ferry, slack: LocalSlack, phone: bool
) -> None:
    """A chart, what only one sees, a modal, which stays, and a notice; a plain message has none."""
    page = await open_as("ana", phone=phone)
    await say(page, "Plain")
    await expect(page.get_by_role("article")).to_have_count(1)
    await expect(page.locator(".note")).to_have_count(0)
    await ferry.client.chat_postMessage(channel="#general", text="Who", blocks=[CHART])
    await opens(page, "charts", "Slack draws charts itself")
    await say(page, "/ferry")
    await opens(page, "what only you see", "Slack forgets such a message")
    await say(page, "/ferry book")
    await opens(page, "modals", "depends on Slack's app")
    await expect(page.get_by_role("dialog", name="Book a ferry")).to_be_visible()
    await page.keyboard.press("Escape")
    slack.world.feed.tell("notice", {"level": "info", "text": "Told."})
    await opens(page, "such notices", "in its own words")
