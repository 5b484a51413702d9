"""Search and the palette: to a message, a channel, a person or an app by a few letters."""

import re

import pytest
from playwright.async_api import Locator, Page, expect

from localslack.server import LocalSlack
from tests.localslack.page.conftest import Open
from tests.localslack.page.test_own_messages import choose

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.usefixtures("ferry"),
]


async def palette(page: Page, words: str = "") -> Locator:
    """Open it by its key, and type."""
    await page.keyboard.press("Control+k")
    dialog = page.get_by_role("dialog", name="Jump to")
    await expect(dialog.get_by_role("combobox")).to_be_focused()
    await page.keyboard.type(words)
    return dialog


async def test_the_palette_leads_to_a_channel(open_as: Open) -> None:
    """A few letters and Enter; what begins with them comes first."""
    page = await open_as("ana")
    dialog = await palette(page, "har")
    await expect(dialog.get_by_role("option").first).to_have_text(re.compile("^harbour"))
    await page.keyboard.press("Enter")
    await expect(dialog).to_have_count(0)
    await expect(page.get_by_role("textbox", name="Message #harbour")).to_be_focused()


async def test_the_palette_leads_to_people_and_apps(open_as: Open) -> None:
    """Arrows move, also from the last to the first; a channel from outside is one, too."""
    page = await open_as("ana")
    await palette(page, "okafor")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("textbox", name="Message Ben Okafor")).to_be_focused()
    await palette(page, "ferr")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("textbox", name="Message Ferry")).to_be_focused()
    dialog = await palette(page)
    options = dialog.get_by_role("option")
    await expect(options.first).to_have_class(re.compile("is-active"))
    await page.keyboard.press("ArrowUp")
    await expect(options.last).to_have_class(re.compile("is-active"))
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    active = await dialog.get_by_role("combobox").get_attribute("aria-activedescendant")
    assert active == await options.nth(1).get_attribute("id")
    await dialog.get_by_role("option", name="galley").click()
    await expect(page.get_by_role("button", name="Join the channel")).to_be_visible()


async def test_the_palette_keeps_the_focus_and_gives_it_back(open_as: Open) -> None:
    """Tab stays inside; one Escape closes it, and one writes on."""
    page = await open_as("ana")
    box = page.get_by_role("textbox", name="Message #general")
    await box.fill("Half a sen")
    dialog = await palette(page, "gen")
    await expect(dialog.get_by_role("listbox", name="Places")).to_be_visible()
    for _ in range(5):
        await page.keyboard.press("Tab")
        outside = "!document.activeElement.closest('dialog') && document.hasFocus()"
        assert await page.evaluate(f"document.activeElement === document.body || !({outside})")
    await page.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)
    await expect(box).to_be_focused()
    await expect(box).to_have_value("Half a sen")


async def test_the_palette_does_not_lie_above_a_modal(open_as: Open) -> None:
    """Which waits for an answer."""
    page = await open_as("ana")
    box = page.get_by_role("textbox", name="Message #general")
    await box.fill("/ferry book")
    await box.press("Enter")
    await expect(page.get_by_role("dialog", name="Book a ferry")).to_be_visible()
    await page.keyboard.press("Control+k")
    await page.keyboard.press("Control+g")
    await expect(page.get_by_role("dialog")).to_have_count(1)


async def search(page: Page, words: str) -> Locator:
    """Search by its button in the bar at the top."""
    await page.get_by_role("button", name="Search messages and people").click()
    dialog = page.get_by_role("dialog", name="Search")
    await dialog.get_by_role("combobox").fill(words)
    return dialog


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
async def test_a_message_is_found_and_shown(open_as: Open, slack: LocalSlack, phone: bool) -> None:
    """In another channel, far from its end, marked."""
    await slack.person("cleo").says("The lighthouse is out", "#harbour")
    for number in range(120):
        await slack.person("ben").says(f"Wave {number}.", "#harbour")
    page = await open_as("ana", phone=phone)
    dialog = await search(page, "LIGHT out")
    found = dialog.get_by_role("option")
    await expect(found).to_contain_text("Cleo Marsh · #harbour")
    await expect(found.locator("mark")).to_have_text(["light", "out"])
    await page.keyboard.press("Enter")
    message = page.get_by_role("article").filter(has_text="The lighthouse is out")
    await expect(message).to_be_in_viewport()
    await expect(message).to_be_focused()
    await expect(message).to_have_class(re.compile("is-found"))
    harbour = page.url.split("#")[1].split("/")[0]
    assert (await slack.person("ana").state())["unread"][harbour] == 121


async def test_a_reply_is_found_in_its_thread(open_as: Open, slack: LocalSlack) -> None:
    """The thread opens beside its channel, also where it is open already."""
    root = await slack.person("ben").says("Who is on watch?", "#general")
    await slack.person("cleo").says("I am, till dawn", "#general", thread=root.ts)
    await slack.person("cleo").says("And then Dov", "#general", thread=root.ts)
    page = await open_as("ana")
    thread = page.get_by_role("complementary", name="Thread")
    for words in ("dawn", "dov"):
        await page.keyboard.press("Control+g")
        await page.keyboard.type(f"{words} from:@cleo in:#general")
        await expect(page.get_by_role("option")).to_have_count(1)
        await page.get_by_role("option", name="in a thread").click()
        message = thread.get_by_role("article").filter(has_text=re.compile(words, re.I))
        await expect(message).to_be_focused()


async def test_people_are_found_too(open_as: Open) -> None:
    """By name or title; what fits nothing says so."""
    page = await open_as("ana")
    dialog = await search(page, "deckh")
    await dialog.get_by_role("option", name="Ben Okafor").click()
    await expect(page.get_by_role("dialog", name="Ben Okafor")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(await search(page, "no such words")).to_contain_text("Nothing was found.")


async def test_the_palette_goes_on_into_search(open_as: Open, slack: LocalSlack) -> None:
    """With what was typed."""
    await slack.person("ben").says("Fog at noon", "#general")
    page = await open_as("ana")
    dialog = await palette(page, "fog")
    await dialog.get_by_role("option", name="Search messages").click()
    found = page.get_by_role("dialog", name="Search")
    await expect(found.get_by_role("combobox")).to_have_value("fog")
    await expect(found.get_by_role("option")).to_contain_text("Fog at noon")


async def test_enter_takes_what_was_typed_last(open_as: Open, slack: LocalSlack) -> None:
    """It waits for the hits of these words, and takes none of the words before."""
    for words in ("Apple tart", "Apple juice"):
        await slack.person("ben").says(words, "#harbour")
    page = await open_as("ana")
    dialog = await search(page, "apple")
    await expect(dialog.get_by_role("option")).to_have_count(2)
    await page.keyboard.type(" tart")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("article").filter(has_text="Apple tart")).to_be_focused()


async def test_a_search_that_fails_does_not_say_that_there_is_nothing(open_as: Open) -> None:
    """The words are there still, to try again."""
    page = await open_as("ana", expected=("ERR_FAILED",))
    await page.route("**/control/search?*", lambda route: route.abort(), times=1)
    dialog = await search(page, "tides")
    await expect(dialog).to_contain_text("The search got no answer. Try it again.")
    await dialog.get_by_role("combobox").fill("tide")
    await expect(dialog).to_contain_text("Nothing was found.")


async def test_what_is_being_deleted_is_not_found(open_as: Open, slack: LocalSlack) -> None:
    """Until it is taken back."""
    await slack.person("ana").says("Fog at noon", "#general")
    page = await open_as("ana")
    await choose(page, page.get_by_role("article"), "Delete message")
    dialog = await search(page, "fog")
    await expect(dialog).to_contain_text("Nothing was found.")
