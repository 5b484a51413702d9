"""By keyboard alone, on a phone, in the dark: the same page."""

import re

import pytest
from playwright.async_api import Page, expect

from localslack.server import LocalSlack
from tests.localslack.page.conftest import Open
from tests.localslack.page.ferry import COMPANY

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.usefixtures("ferry"),
]


async def tab_to(page: Page, name: str, *, most: int = 40) -> None:
    """Press Tab until the focus is on what is called so."""
    for _ in range(most):
        focused = page.locator(":focus")
        if await focused.count() and re.search(name, await focused.evaluate(_NAME)):
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to {name}")


_NAME = """(node) => {
    const label = document.getElementById(node.getAttribute('aria-labelledby'));
    return node.getAttribute('aria-label') || label?.textContent || node.innerText;
}"""


async def test_the_main_path_by_keyboard_alone(open_as: Open) -> None:
    """From the sidebar to a booked place without a pointer."""
    page = await open_as("ana", "#harbour")
    await page.keyboard.press("F6")
    await tab_to(page, "^harbour$")
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("textbox", name="Message #general")).to_be_focused()

    await page.keyboard.type("/fe")
    await page.keyboard.press("Enter")
    await page.keyboard.type("book")
    await page.keyboard.press("Enter")
    modal = page.get_by_role("dialog", name="Book a ferry")
    await expect(modal.get_by_label("Passenger")).to_be_focused()
    await page.keyboard.type("Ana")
    await tab_to(page, "^Boat")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.type("pet")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Space")
    await page.keyboard.press("ArrowDown")
    await expect(modal.get_by_role("radio", name="On deck")).to_be_checked()
    await tab_to(page, "^Book$")
    await page.keyboard.press("Enter")
    await expect(modal).to_have_count(0)
    await expect(page.get_by_role("link", name="Ferry, 1 unread")).to_be_visible()


async def test_arrows_walk_through_messages(open_as: Open, slack: LocalSlack) -> None:
    """Up and down move from message to message; Tab goes into its buttons."""
    for words in ("one", "two", "three"):
        await slack.person("ben").says(words, "#general")
    page = await open_as("ana")
    articles = page.get_by_role("article")
    await page.keyboard.press("Shift+F6")
    await expect(articles.last).to_be_focused()
    await page.keyboard.press("ArrowUp")
    await expect(articles.nth(1)).to_be_focused()
    await page.keyboard.press("Home")
    await expect(articles.first).to_be_focused()
    await tab_to(page, "Reply in a thread")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("textbox", name="Reply…")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("complementary")).to_have_count(0)
    await expect(page.get_by_role("textbox", name="Message #general")).to_be_focused()


async def test_the_focus_is_always_seen(open_as: Open) -> None:
    """Everything that Tab reaches has an outline, or its frame has one."""
    page = await open_as("ana")
    seen = 0
    for _ in range(22):
        await page.keyboard.press("Tab")
        shown = await page.evaluate(
            """() => {
                const node = document.activeElement;
                if (node === document.body) return null;
                const outlined = (one) => getComputedStyle(one).outlineStyle !== 'none';
                const framed = node.closest('.composer');
                const shadow = framed && getComputedStyle(framed).boxShadow;
                return outlined(node) || Boolean(shadow && shadow !== 'none');
            }"""
        )
        assert shown is not False
        seen += shown is True
    assert seen > 12


async def test_the_page_has_its_landmarks(open_as: Open) -> None:
    """Banner, navigation, main and log, each once."""
    page = await open_as("ana")
    for role in ("banner", "navigation", "main", "log"):
        await expect(page.get_by_role(role)).to_have_count(1)
    await expect(page.get_by_role("heading", level=1)).to_have_text("Harbour")


async def test_a_phone_shows_one_pane_at_a_time(open_as: Open) -> None:
    """The list, then the conversation, then the thread, each with a way back."""
    page = await open_as("ana", "", phone=True)
    side, main = page.get_by_role("navigation"), page.get_by_role("main")
    await expect(side).to_be_visible()
    await expect(main).to_be_hidden()
    await page.get_by_role("link", name="general").click()
    await expect(main).to_be_visible()
    await expect(side).to_be_hidden()
    box = page.get_by_role("textbox", name="Message #general")
    await box.fill("From my phone")
    await page.get_by_role("button", name="Send").click()
    await page.get_by_role("article").hover()
    await page.get_by_role("button", name="Reply in a thread").click()
    await expect(page.get_by_role("complementary", name="Thread")).to_be_visible()
    await expect(main).to_be_hidden()
    await page.get_by_role("button", name="Close thread").click()
    await expect(main).to_be_visible()
    await page.get_by_role("button", name=re.compile("^Back to the list")).click()
    await expect(side).to_be_visible()


async def test_a_phone_fits_everything(open_as: Open) -> None:
    """Nothing is wider than the screen: conversation, modal, home, inspector."""
    page = await open_as("ana", phone=True)
    wide = "document.documentElement.scrollWidth > innerWidth"
    box = page.get_by_role("textbox", name="Message #general")
    await box.fill("/ferry")
    await box.press("Enter")
    await expect(page.get_by_role("button", name="Take it")).to_be_visible()
    assert not await page.evaluate(wide)
    await box.fill("/ferry book")
    await box.press("Enter")
    modal = page.get_by_role("dialog")
    await expect(modal).to_be_visible()
    assert await modal.evaluate("(node) => node.scrollWidth <= innerWidth")
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="Inspector").click()
    await expect(page.get_by_role("complementary", name="Inspector")).to_be_visible()
    assert not await page.evaluate(wide)


async def test_messages_stay_unread_while_a_phone_shows_the_list(
    open_as: Open, slack: LocalSlack
) -> None:
    """Only what can be seen counts as read."""
    page = await open_as("ana", "", phone=True)
    await slack.person("ben").says("Anybody?", "#general")
    await expect(page.get_by_role("link", name="general, 1 unread")).to_be_visible()
    await page.get_by_role("link", name="general, 1 unread").click()
    await page.get_by_role("button", name=re.compile("^Back to the list")).click()
    await expect(page.get_by_role("link", name="general", exact=True)).to_be_visible()


async def test_light_and_dark_follow_the_computer_and_the_switch(open_as: Open) -> None:
    """The switch wins, and is remembered."""
    page = await open_as("ana")
    colour = "getComputedStyle(document.querySelector('main')).backgroundColor"
    light = await page.evaluate(colour)
    await page.emulate_media(color_scheme="dark")
    dark = await page.evaluate(colour)
    assert light == "rgb(255, 255, 255)"
    assert dark != light
    await page.get_by_role("button", name="Light or dark").click()
    await page.get_by_role("menuitemradio", name="Light", exact=True).click()
    assert await page.evaluate(colour) == light
    await page.reload()
    assert await page.evaluate(colour) == light


async def test_the_hint_can_be_used_and_dismissed(open_as: Open, slack: LocalSlack) -> None:
    """It names who acts, puts its command into the box, and stays away once dismissed."""
    page = await open_as("ana")
    hint = page.get_by_role("note").filter(has_text="You are Ana Lindqvist.")
    await hint.get_by_role("button", name="/ferry book").click()
    await expect(page.get_by_role("textbox", name="Message #general")).to_have_value("/ferry book")
    await page.get_by_role("button", name="Dismiss the hint").click()
    await expect(hint).to_be_hidden()
    await page.reload()
    await expect(page.get_by_role("log")).to_be_visible()
    await expect(hint).to_be_hidden()


async def test_the_hint_leads_to_a_message_box_where_there_is_none(open_as: Open) -> None:
    """From a Home tab its command goes into the first channel's box."""
    page = await open_as("ana")
    await page.get_by_role("link", name="Ferry").click()
    await page.get_by_role("tab", name="About").click()
    await page.get_by_role("note").get_by_role("button", name="/ferry book").click()
    await expect(page.get_by_role("textbox", name="Message #general")).to_have_value("/ferry book")


LONG = "a-channel-with-a-name-of-eighty-characters-which-is-all-that-slack-lets-you-have"


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
async def test_a_long_name_leaves_room_for_the_rest(
    open_as: Open, slack: LocalSlack, phone: bool
) -> None:
    """The head of the channel is cut short, not laid over its buttons."""
    await slack.driver.post("channels", name=LONG, invite=["ana"])
    page = await open_as("ana", f"#{LONG}", phone=phone)
    name = await page.get_by_role("main").get_by_role("heading", level=2).bounding_box()
    members = await page.get_by_role("button", name="1 member").bounding_box()
    assert name is not None
    assert members is not None
    assert name["x"] + name["width"] <= members["x"]
    assert members["x"] + members["width"] <= (390 if phone else 1280)


async def test_small_dialogs_stay_small_on_a_phone(open_as: Open) -> None:
    """A card about somebody is as high as what stands on it."""
    page = await open_as("ana", phone=True)
    await page.get_by_role("button", name="4 members").click()
    await page.get_by_role("dialog").get_by_role("button", name="Ben Okafor").click()
    card = await page.get_by_role("dialog", name="Ben Okafor").bounding_box()
    assert card is not None
    assert card["height"] < 420


async def test_f6_goes_through_the_parts_of_the_page(open_as: Open, slack: LocalSlack) -> None:
    """From wherever the focus is in a part, on to the next one."""
    await slack.person("ben").says("Ahoy", "#general")
    page = await open_as("ana")
    focused = page.locator(":focus")
    for expected in ("top", "side", "place", "place"):
        await page.keyboard.press("F6")
        assert await focused.evaluate("(node) => node.closest('[id]').id") in {expected, "main"}
        await page.keyboard.press("Tab")
    await page.keyboard.press("Shift+F6")
    await expect(page.get_by_role("article")).to_be_focused()


async def test_a_page_finds_its_way_after_the_local_slack_was_started_anew(
    open_as: Open, slack: LocalSlack
) -> None:
    """It says that it is connecting, then shows the new one as the same person."""
    gone = ("ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED", "ERR_CONNECTION_RESET")
    page = await open_as("ben", expected=gone)
    await slack.person("ana").says("Before", "#general")
    await expect(page.get_by_role("article")).to_contain_text("Before")
    port = int(slack.url.rsplit(":", 1)[1])
    await slack.close()
    await expect(page.get_by_role("status").filter(has_text="Connecting")).to_be_visible()
    again = await LocalSlack.start(COMPANY, port=port)
    try:
        await expect(page.get_by_role("article")).to_have_count(0, timeout=10_000)
        await page.wait_for_selector("body[data-ready]")
        await again.person("ana").says("After", "#general")
        await expect(page.get_by_role("article")).to_contain_text("After")
        await expect(page.get_by_role("button", name=re.compile("You are Ben"))).to_be_visible()
    finally:
        await page.close()
        await again.close()
