"""An app's place in the sidebar: its Home tab, its messages, what is known of it."""

import copy

import pytest
from playwright.async_api import expect

from localslack import LocalSlack
from tests.localslack.page.conftest import Open
from tests.localslack.page.ferry import MANIFEST, Ferry

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.usefixtures("ferry"),
]


async def test_home_is_published_when_it_is_opened(open_as: Open) -> None:
    """The bot hears of it, publishes, and its buttons work; another person's Home is another."""
    page = await open_as("ana")
    await page.get_by_role("link", name="Ferry").click()
    await page.get_by_role("tab", name="Home").click()
    home = page.get_by_role("region", name="Ferry: Home")
    await expect(home.get_by_role("heading", name="Your ferries")).to_be_visible()
    await home.get_by_role("button", name="Press").click()
    await expect(home).to_contain_text("Pressed 1 times.")
    await expect(home.get_by_role("button", name="Press")).to_be_focused()
    other = await open_as("ben")
    await other.get_by_role("link", name="Ferry").click()
    await other.get_by_role("tab", name="Home").click()
    await expect(other.get_by_role("region", name="Ferry: Home")).to_contain_text("Pressed 0")


async def test_the_bot_answers_in_its_dm(open_as: Open) -> None:
    """Messages is where people talk to it."""
    page = await open_as("ana")
    await page.get_by_role("link", name="Ferry").click()
    await expect(page.get_by_role("tab", name="Messages")).to_have_attribute(
        "aria-selected", "true"
    )
    box = page.get_by_role("textbox", name="Message Ferry")
    await box.fill("Fog?")
    await box.press("Enter")
    answer = page.get_by_role("article").filter(has_text="You said: Fog?")
    await expect(answer.locator(".badge")).to_have_text("APP")


async def test_a_bots_dm_marks_the_app_unread(open_as: Open, ferry: Ferry) -> None:
    """A DM counts every message, not only mentions."""
    page = await open_as("ana")
    me = await page.evaluate("fetch('/control/state?as=ana').then((r) => r.json())")
    for text in ("One", "Two"):
        await ferry.client.chat_postMessage(channel=me["me"], text=text)
    row = page.get_by_role("link", name="Ferry, 2 unread")
    await expect(row.locator(".badge-count")).to_have_text("2")
    await row.click()
    await expect(page.get_by_role("link", name="Ferry", exact=True)).to_be_visible()


async def test_about_lists_the_commands(open_as: Open) -> None:
    """What the app can be asked."""
    page = await open_as("ana")
    await page.get_by_role("link", name="Ferry").click()
    await page.get_by_role("tab", name="About").click()
    about = page.get_by_role("region", name="Ferry: About")
    await expect(about).to_contain_text("/tide High and low water")


async def test_a_group_dm_is_called_by_who_is_in_it(open_as: Open, ferry: Ferry) -> None:
    """It stands among the direct messages, counts each message, and is no channel."""
    page = await open_as("ana")
    people = (await page.evaluate("fetch('/control/state?as=ana').then((r) => r.json())"))["people"]
    both = ",".join(one["id"] for one in people if one["name"] in {"ana", "ben"})
    group = (await ferry.client.conversations_open(users=both))["channel"]["id"]
    await ferry.client.chat_postMessage(channel=group, text="You two sail together")
    talks = page.get_by_role("region", name="Direct messages")
    row = talks.get_by_role("link", name="Ben Okafor, Ferry, 1 unread")
    await expect(row.locator(".badge-count")).to_have_text("1")
    await expect(page.get_by_role("link", name="mpdm")).to_have_count(0)
    await row.click()
    await expect(page.get_by_role("heading", name="Ben Okafor, Ferry").first).to_be_visible()
    await page.get_by_role("textbox", name="Message Ben Okafor, Ferry").fill("We do")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("article").last).to_contain_text("We do")
    await page.get_by_role("button", name="3 members").click()
    members = page.get_by_role("dialog", name="Members of Ben Okafor, Ferry")
    await expect(members.get_by_role("button", name="Leave the channel")).to_have_count(0)
    await page.keyboard.press("Escape")
    await page.keyboard.press("Control+k")
    await page.get_by_role("combobox", name="Jump to").fill("okafor, f")
    await expect(page.get_by_role("option")).to_contain_text(["Ben Okafor, Ferry"])


async def test_an_app_shows_the_tabs_that_its_manifest_has(
    open_as: Open, slack: LocalSlack
) -> None:
    """Without messages it opens with its Home, without both with what is known of it."""
    described = copy.deepcopy(MANIFEST)
    tabs = described["features"]["app_home"]
    tabs["messages_tab_enabled"] = False
    slack.reload(described)
    page = await open_as("ana")
    await page.get_by_role("link", name="Ferry").click()
    await expect(page.get_by_role("tab")).to_have_text(["Home", "About"])
    home = page.get_by_role("region", name="Ferry: Home")
    await expect(home.get_by_role("heading", name="Your ferries")).to_be_visible()
    tabs["home_tab_enabled"] = False
    slack.reload(described)
    await page.reload()
    await page.get_by_role("link", name="Ferry").click()
    await expect(page.get_by_role("tab")).to_have_text(["About"])
    await expect(page.get_by_role("region", name="Ferry: About")).to_be_visible()
