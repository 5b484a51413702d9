"""Asking a bot: slash commands, ephemerals, buttons, confirmations and modals."""

import asyncio
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from localslack.server import LocalSlack
from tests.localslack.page.conftest import Open
from tests.localslack.page.ferry import Ferry, plain

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.usefixtures("ferry"),
]


async def run(page: Page, command: str) -> None:
    """Type a command into #general."""
    box = page.get_by_role("textbox", name="Message #general")
    await box.fill(command)
    await box.press("Enter")


async def booking(page: Page) -> Locator:
    """The booking's modal, opened by its command."""
    await run(page, "/ferry book")
    modal = page.get_by_role("dialog", name="Book a ferry")
    await expect(modal).to_be_visible()
    return modal


async def test_a_slash_offers_the_commands(open_as: Open) -> None:
    """Name, hint and description; arrows choose and Enter takes."""
    page = await open_as("ana")
    box = page.get_by_role("textbox", name="Message #general")
    await box.type("/")
    options = page.get_by_role("option")
    await expect(options).to_have_count(2)
    await expect(options.first).to_contain_text("/ferry [book | times | slow]")
    await expect(options.first).to_contain_text("Book a place on a boat")
    await box.press("ArrowDown")
    await expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    await box.press("Enter")
    await expect(box).to_have_value("/tide ")


async def test_a_shortcut_is_in_the_composers_menu(open_as: Open) -> None:
    """With the app that offers it; the app opens what it likes."""
    page = await open_as("ana")
    await page.get_by_role("button", name="Run a shortcut").click()
    entry = page.get_by_role("menuitem", name="Report fog")
    await expect(entry).to_contain_text("Ferry")
    await entry.click()
    await expect(page.get_by_role("dialog", name="Book a ferry")).to_be_visible()


async def test_a_message_has_the_shortcuts_that_are_for_messages(open_as: Open) -> None:
    """In its menu «More actions»; what an app answers only to one person has none."""
    page = await open_as("ana")
    await run(page, "Fog at the pier")
    message = page.get_by_role("article").last
    await message.hover()
    await message.get_by_role("button", name="More actions").click()
    await page.get_by_role("menuitem", name="Put into the log").click()
    answer = page.get_by_role("article", name="only visible to you")
    await expect(answer).to_contain_text("In the log: Fog at the pier")
    await expect(answer.get_by_role("button", name="More actions")).to_have_count(0)


async def test_an_ephemeral_is_seen_by_one_person_only(open_as: Open) -> None:
    """The answer to a command stays with who asked, also after reloading."""
    ana, ben = await open_as("ana"), await open_as("ben")
    await run(ana, "/ferry")
    answer = ana.get_by_role("article", name="only visible to you")
    await expect(answer).to_contain_text("Only visible to you")
    await expect(answer).to_contain_text("Next boat at 10:15")
    await ana.reload()
    await expect(answer).to_contain_text("Next boat at 10:15")
    await run(ben, "/tide")
    await expect(ben.get_by_role("article").last).to_contain_text("High water at 14:20")
    await expect(ben.get_by_text("Next boat")).to_have_count(0)


async def test_a_button_changes_the_ephemeral_it_stands_in(open_as: Open) -> None:
    """`replace_original` arrives live."""
    page = await open_as("ana")
    await run(page, "/ferry")
    await page.get_by_role("button", name="Take it").click()
    await expect(page.get_by_role("article")).to_contain_text("A place is kept for you.")
    await expect(page.get_by_role("button", name="Take it")).to_have_count(0)


async def test_a_confirmation_comes_before_the_bot_hears(open_as: Open, slack: LocalSlack) -> None:
    """Deny sends nothing; confirm sends the click."""
    page = await open_as("ana")
    await run(page, "/ferry")
    await page.get_by_role("button", name="Sail now").click()
    question = page.get_by_role("dialog", name="Cast off?")
    await expect(question).to_contain_text("The gangway is still down.")
    await question.get_by_role("button", name="Wait").click()
    await expect(question).to_have_count(0)
    asked = await slack.driver.get("requests")
    assert not [one for one in asked["requests"] if one["name"] == "block_actions"]
    await page.get_by_role("button", name="Sail now").click()
    await question.get_by_role("button", name="Sail", exact=True).click()
    await expect(page.get_by_role("article").last).to_contain_text("Cast off!")


async def test_a_bot_that_is_slow_is_told_of(open_as: Open) -> None:
    """After three seconds the person reads operation_timeout; meanwhile the box is busy."""
    page = await open_as("ana")
    await run(page, "/ferry slow")
    await expect(page.locator(".composer[aria-busy=true]")).to_be_visible()
    notice = page.get_by_role("alert")
    await expect(notice).to_contain_text('/ferry failed with the error "operation_timeout"')
    await notice.get_by_role("button", name="Dismiss").click()
    await expect(notice).to_have_count(0)


async def test_an_unknown_command_stays_in_the_box(open_as: Open) -> None:
    """Nothing is posted, and what was typed can be put right."""
    page = await open_as("ana")
    await run(page, "/fery")
    await expect(page.get_by_role("alert")).to_contain_text("/fery is not a valid command")
    await expect(page.get_by_role("textbox", name="Message #general")).to_have_value("/fery")
    await expect(page.get_by_role("article")).to_have_count(0)


async def test_a_modal_says_what_is_missing(open_as: Open) -> None:
    """Required fields complain under themselves, and the first gets the focus."""
    page = await open_as("ana")
    modal = await booking(page)
    await modal.get_by_role("button", name="Book").click()
    await expect(modal.get_by_text("Please complete this required field.")).to_have_count(2)
    passenger = modal.get_by_label("Passenger")
    await expect(passenger).to_be_focused()
    await expect(passenger).to_have_attribute("aria-invalid", "true")
    await expect(passenger).to_have_accessible_description("Please complete this required field.")
    await modal.get_by_label("Email").fill("not an address")
    await passenger.fill("Ana")
    await modal.get_by_role("button", name="Book").click()
    await expect(modal.get_by_text("Please enter a valid email address.")).to_be_visible()
    await expect(modal.get_by_text("Please complete this required field.")).to_have_count(1)


async def test_the_bots_errors_stand_under_their_field(open_as: Open) -> None:
    """`response_action: errors` keeps the modal and everything typed."""
    page = await open_as("ana")
    modal = await booking(page)
    await modal.get_by_label("Passenger").fill("Nobody")
    await modal.get_by_role("combobox", name="Boat").click()
    await page.get_by_role("option", name="Gannet").click()
    await modal.get_by_role("radio", name="On deck").check()
    await modal.get_by_role("button", name="Book").click()
    await expect(modal.get_by_text("Nobody can't travel.")).to_be_visible()
    await expect(modal.get_by_role("combobox", name="Boat")).to_have_value("Gannet")
    await expect(modal.get_by_role("radio", name="On deck")).to_be_checked()
    await modal.get_by_label("Passenger").fill("Ana")
    await modal.get_by_role("button", name="Book").click()
    await expect(modal).to_have_count(0)
    await page.get_by_role("link", name="Ferry").click()
    await expect(page.get_by_role("article")).to_contain_text("Ana travels on the Gannet.")


async def test_views_lie_on_each_other(open_as: Open) -> None:
    """A pushed view has a way back, and what was typed below is still there."""
    page = await open_as("ana")
    modal = await booking(page)
    await modal.get_by_label("Passenger").fill("Ana")
    await modal.get_by_role("button", name="House rules").click()
    rules = page.get_by_role("dialog", name="House rules")
    await expect(rules).to_contain_text("No running on deck.")
    await rules.get_by_role("button", name="Back to Book a ferry").click()
    await expect(modal.get_by_label("Passenger")).to_have_value("Ana")
    await modal.get_by_role("button", name="House rules").click()
    await rules.get_by_role("button", name="Close", exact=True).click()
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_a_modal_belongs_to_one_person(open_as: Open) -> None:
    """Nobody else sees it; the same person's other tab does, and it closes in both."""
    ana, again, ben = await open_as("ana"), await open_as("ana"), await open_as("ben")
    modal = await booking(ana)
    await expect(again.get_by_role("dialog", name="Book a ferry")).to_be_visible()
    await expect(ben.get_by_role("dialog")).to_have_count(0)
    await modal.get_by_role("button", name="Cancel").click()
    await expect(again.get_by_role("dialog")).to_have_count(0)


async def test_focus_stays_in_the_modal_and_comes_back(open_as: Open) -> None:
    """Tab goes round inside; Escape closes and gives focus back."""
    page = await open_as("ana")
    modal = await booking(page)
    await expect(modal.get_by_label("Passenger")).to_be_focused()
    for _ in range(14):
        await page.keyboard.press("Tab")
        inside = (
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
        assert await page.evaluate(inside)
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(page.get_by_role("textbox", name="Message #general")).to_be_focused()


async def test_a_modal_updated_while_typing_keeps_the_words(open_as: Open, ferry: Ferry) -> None:
    """`views.update` with the same ids leaves the field, its words and the focus."""
    page = await open_as("ana")
    modal = await booking(page)
    await modal.get_by_label("Passenger").type("An")
    opened = await page.evaluate("fetch('/control/views?as=ana').then((r) => r.json())")
    view = {key: opened["modals"][0][key] for key in ("type", "title", "submit", "blocks")}
    header = {"type": "header", "text": {"type": "plain_text", "text": "Two seats left"}}
    view["blocks"] = [header, *view["blocks"]]
    await ferry.client.views_update(view_id=opened["modals"][0]["id"], view=view)
    await expect(modal.get_by_role("heading", name="Two seats left")).to_be_visible()
    await page.keyboard.type("a")
    await expect(modal.get_by_label("Passenger")).to_have_value("Ana")


async def with_more(page: Page, ferry: Ferry, *blocks: dict[str, Any]) -> None:
    """Put more blocks on top of the open modal."""
    opened = await page.evaluate("fetch('/control/views?as=ana').then((r) => r.json())")
    view = {key: opened["modals"][0][key] for key in ("type", "title", "submit", "blocks")}
    view["blocks"] = [*blocks, *view["blocks"]]
    await ferry.client.views_update(view_id=opened["modals"][0]["id"], view=view)


def asking(label: str, **element: Any) -> dict[str, Any]:
    """An input block."""
    element["action_id"] = label
    return {"type": "input", "optional": True, "label": plain(label), "element": element}


async def test_escape_in_a_date_field_closes_the_modal_once(open_as: Open, ferry: Ferry) -> None:
    """A browser's date field says "cancel" too; the modal is closed by one of the two."""
    page = await open_as("ana")
    modal = await booking(page)
    await with_more(page, ferry, asking("Departure", type="datetimepicker"))
    await modal.get_by_label("Departure").focus()
    await page.keyboard.press("Escape")
    await expect(modal).to_have_count(0)
    await expect(page.get_by_role("textbox", name="Message #general")).to_be_focused()
    await expect(page.get_by_role("alert")).to_have_count(0)


async def test_who_chooses_no_file_stays_in_the_modal(open_as: Open, ferry: Ferry) -> None:
    """A file chooser that is cancelled says so with an event that bubbles."""
    page = await open_as("ana")
    modal = await booking(page)
    await with_more(page, ferry, asking("Passport", type="file_input"))
    chooser = modal.locator("input[type=file]")
    await chooser.evaluate("(node) => node.dispatchEvent(new Event('cancel', { bubbles: true }))")
    await modal.get_by_label("Passenger").fill("Ana")
    await expect(modal.get_by_label("Passenger")).to_have_value("Ana")


async def test_a_modal_closed_in_two_tabs_at_once_is_simply_closed(open_as: Open) -> None:
    """Nobody reads about a modal that isn't there any more."""
    one, other = await open_as("ana", expected=("404",)), await open_as("ana", expected=("404",))
    await booking(one)
    await expect(other.get_by_role("dialog")).to_be_visible()
    await asyncio.gather(one.keyboard.press("Escape"), other.keyboard.press("Escape"))
    for page in (one, other):
        await expect(page.get_by_role("dialog")).to_have_count(0)
        await expect(page.get_by_role("alert")).to_have_count(0)


async def test_the_next_page_of_a_form_begins_at_its_top(open_as: Open) -> None:
    """However far the page before was scrolled; its first field has the focus."""
    page = await open_as("ana")
    await page.set_viewport_size({"width": 900, "height": 420})
    modal = await booking(page)
    await modal.get_by_label("Passenger").fill("Everybody")
    await modal.get_by_role("combobox", name="Boat").click()
    await page.get_by_role("option", name="Gannet").click()
    await modal.get_by_role("button", name="House rules").scroll_into_view_if_needed()
    await modal.get_by_role("button", name="Book").click()
    second = page.get_by_role("dialog", name="Who comes along?")
    await expect(second.get_by_label("Passenger 1")).to_be_focused()
    await expect(second.get_by_label("Passenger 1")).to_be_in_viewport()


async def test_a_bot_that_is_away_is_told_of(open_as: Open, ferry: Ferry) -> None:
    """What was typed stays in the box, to be sent again."""
    page = await open_as("ana")
    await ferry.stop()
    await run(page, "/ferry times")
    await expect(page.get_by_role("alert")).to_contain_text("/ferry failed with the error")
    await expect(page.get_by_role("alert")).to_contain_text("dispatch_failed")


async def test_every_ephemeral_says_who_sees_it(open_as: Open) -> None:
    """Also where several follow each other."""
    page = await open_as("ana")
    await run(page, "/ferry")
    await expect(page.get_by_role("article")).to_have_count(1)
    await run(page, "/ferry")
    await expect(page.get_by_role("article")).to_have_count(2)
    await expect(page.get_by_text("Only visible to you")).to_have_count(2)
