"""Reading and writing: channels, threads, reactions, what is unread, and two people at once."""

import re

import pytest
from playwright.async_api import Locator, Page, expect

from localslack.server import LocalSlack
from tests.localslack.page.conftest import Open
from tests.localslack.page.ferry import Ferry

# Makes a tab look as if nobody looked at it, or somebody did again.
LOOK = """(state) => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
}"""

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


def box(page: Page, name: str = "Message #general") -> Locator:
    """The composer."""
    return page.get_by_role("textbox", name=name)


async def say(page: Page, words: str) -> None:
    """Write into #general."""
    await box(page).fill(words)
    await box(page).press("Enter")


async def test_what_is_said_stands_in_the_channel(open_as: Open) -> None:
    """Enter sends, names become mentions, and signs stay what they are."""
    page = await open_as("ana")
    await say(page, "Hello *crew*, ask @ben in #harbour <script>alert(1)</script> :tada:")

    message = page.get_by_role("article").last
    await expect(message.get_by_role("button", name="Ana Lindqvist")).to_be_visible()
    await expect(message.locator("strong")).to_have_text("crew")
    await expect(message.get_by_role("button", name="@Ben Okafor")).to_be_visible()
    await expect(message.get_by_role("button", name="#harbour")).to_be_visible()
    await expect(message).to_contain_text("<script>alert(1)</script>")
    await expect(message.get_by_role("img", name="tada")).to_have_text("🎉")
    await expect(box(page)).to_have_value("")


async def test_shift_enter_breaks_the_line(open_as: Open) -> None:
    """Two lines are one message."""
    page = await open_as("ana")
    await box(page).type("first")
    await box(page).press("Shift+Enter")
    await box(page).type("second")
    await box(page).press("Enter")

    await expect(page.get_by_role("article")).to_have_count(1)
    await expect(page.locator("article br")).to_have_count(1)


async def test_messages_of_one_person_stand_together_under_one_name(open_as: Open) -> None:
    """The second message in a row has no name of its own; somebody else's has."""
    page, other = await open_as("ana"), await open_as("ben")
    await say(page, "one")
    await say(page, "two")
    await say(other, "three")

    articles = page.get_by_role("article")
    await expect(articles).to_have_count(3)
    await expect(articles.nth(1).locator(".byline")).to_have_count(0)
    await expect(articles.nth(2).locator(".byline")).to_contain_text("Ben Okafor")
    await expect(page.get_by_role("separator", name="Today")).to_be_visible()


async def test_two_people_see_each_other_live(open_as: Open) -> None:
    """What one person writes is in the other's channel at once, and read out to them."""
    ana, ben = await open_as("ana"), await open_as("ben")
    await say(ana, "Ahoy")

    await expect(ben.get_by_role("article").last).to_contain_text("Ahoy")
    await expect(ben.locator('[role="status"][aria-live]')).to_have_text("Ana Lindqvist: Ahoy")


async def test_a_channel_is_unread_until_it_is_opened(open_as: Open, slack: LocalSlack) -> None:
    """Bold with a badge when somebody is named; opening it clears both and shows where it began."""
    ana = await open_as("ana", "#harbour")
    row = ana.get_by_role("link", name=re.compile("^general"))
    await slack.person("ben").says("Is anybody there, @ana?", "#general")

    await expect(row).to_have_accessible_name("general, 1 unread")
    await expect(row).to_have_class(re.compile("is-unread"))
    await expect(row.locator(".badge-count")).to_have_text("1")
    await expect(ana).to_have_title(re.compile(r"^\(1\)"))
    await row.click()
    await expect(ana.get_by_role("separator", name="New messages")).to_be_visible()
    await expect(row).to_have_accessible_name("general")
    assert (await slack.person("ana").state())["unread"][ana.url.split("#")[1]] == 0


async def test_a_thread_opens_beside_its_channel(open_as: Open, slack: LocalSlack) -> None:
    """Replies stand in the panel; the channel counts them."""
    await slack.person("ben").says("Who is on watch?", "#general")
    page = await open_as("ana")
    await page.get_by_role("article").hover()
    await page.get_by_role("button", name="Reply in a thread").click()
    reply = page.get_by_role("textbox", name="Reply…")
    await expect(reply).to_be_focused()
    await reply.fill("I am")
    await reply.press("Enter")

    panel = page.get_by_role("complementary", name="Thread")
    await expect(panel.get_by_role("article")).to_have_count(2)
    await expect(page.get_by_role("main").get_by_role("button", name="1 reply")).to_be_visible()
    await expect(page.get_by_role("main").get_by_role("article")).to_have_count(1)
    await page.get_by_role("button", name="Close thread").click()
    await expect(panel).to_be_hidden()
    await page.get_by_role("button", name="1 reply").click()
    await expect(panel.get_by_role("article").last).to_contain_text("I am")


async def test_a_reaction_is_counted_and_taken_back(open_as: Open, slack: LocalSlack) -> None:
    """Each person counts once; pressing one's own reaction takes it away."""
    said = await slack.person("ben").says("Fish for supper", "#general")
    await slack.person("ben").reacts(said, "tada")
    page = await open_as("ana")
    pill = page.get_by_role("button", name=re.compile("^tada, "))
    await expect(pill).to_have_accessible_name("tada, 1: Ben Okafor")
    await pill.click()
    await expect(pill).to_have_accessible_name("tada, 2: Ben Okafor, you")
    await expect(pill).to_have_attribute("aria-pressed", "true")
    await pill.click()
    await expect(pill).to_have_accessible_name("tada, 1: Ben Okafor")


async def test_a_message_comes_under_the_picture_that_its_bot_chose(
    open_as: Open, ferry: Ferry
) -> None:
    """An emoji, or an address; an emoji that isn't known leaves the bot its own."""
    page = await open_as("ana")
    where, blank = "https://example.com/icon.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>'
    await page.route(where, lambda route: route.fulfill(body=blank, content_type="image/svg+xml"))
    for emoji, address in ((":coffee:", None), (":nobody-knows:", None), (None, where)):
        await ferry.client.chat_postMessage(
            channel="#general",
            text="Hello",
            username=f"From {emoji}",
            icon_emoji=emoji,
            icon_url=address,
        )
    said = page.get_by_role("article")
    await expect(said.nth(0).locator("svg.avatar text")).to_have_text("☕")
    await expect(said.nth(1).locator("svg.avatar rect").first).to_be_attached()
    await expect(said.nth(2).locator("img.avatar")).to_have_attribute("src", where)


async def test_an_edited_message_says_so_and_a_deleted_one_goes(
    open_as: Open, ferry: Ferry
) -> None:
    """Changes arrive live."""
    page = await open_as("ana")
    sent = await ferry.client.chat_postMessage(channel="#general", text="Draft")
    await expect(page.get_by_role("article")).to_contain_text("Draft")
    where = {"channel": sent["channel"], "ts": sent["ts"]}
    await ferry.client.chat_update(**where, text="Final")
    await expect(page.get_by_role("article")).to_contain_text("Final (edited)")
    drawn = [{"type": "section", "text": {"type": "mrkdwn", "text": "Drawn"}}]
    await ferry.client.chat_update(**where, text="Final", blocks=drawn)
    await expect(page.get_by_role("article")).to_contain_text("Drawn")
    await expect(page.get_by_text("(edited)")).to_have_count(0)
    await ferry.client.chat_delete(**where)
    await expect(page.get_by_role("article")).to_have_count(0)


async def test_completion_offers_people_and_channels(open_as: Open, slack: LocalSlack) -> None:
    """ "@" and "#" open a list; Tab takes the first. The space behind it goes to bots as well."""
    page = await open_as("ana")
    await box(page).type("Ask @be")
    await expect(page.get_by_role("option")).to_have_count(1)
    await box(page).press("Tab")
    await expect(box(page)).to_have_value("Ask @ben ")
    await box(page).type("in #har")
    await page.get_by_role("option", name="harbour").click()
    await expect(box(page)).to_have_value("Ask @ben in #harbour ")
    await box(page).press("Enter")
    await expect(page.get_by_role("article").last).to_contain_text("Ask @Ben Okafor in")
    said = (await slack.person("ana").reads("#general"))[-1]
    assert said.raw["text"].endswith("> ")


async def test_a_channel_from_outside_can_be_joined(open_as: Open) -> None:
    """Somebody who isn't a member reads, and joins to write."""
    page = await open_as("ana", "#galley")
    await expect(page.get_by_role("textbox", name="Message #galley")).to_have_count(0)
    await page.get_by_role("button", name="Join the channel").click()
    await expect(page.get_by_role("textbox", name="Message #galley")).to_be_visible()
    await expect(page.get_by_role("link", name="galley")).to_be_visible()


async def test_a_new_dm_reaches_the_other_person(open_as: Open) -> None:
    """A DM that is new appears in the other's sidebar, unread."""
    ana, ben = await open_as("ana"), await open_as("ben")
    await ana.get_by_role("button", name="New message").click()
    await ana.get_by_role("combobox", name="To whom").fill("ben")
    await ana.keyboard.press("Enter")
    await box(ana, "Message Ben Okafor").fill("Psst")
    await box(ana, "Message Ben Okafor").press("Enter")

    row = ben.get_by_role("link", name="Ana Lindqvist, 1 unread")
    await row.click()
    await expect(ben.get_by_role("article")).to_contain_text("Psst")


async def test_acting_as_somebody_else_is_one_choice(open_as: Open) -> None:
    """The switch finds people by name or place, and the address says who acts."""
    page = await open_as("ana")
    await page.get_by_role("button", name=re.compile("You are Ana Lindqvist")).click()
    dialog = page.get_by_role("dialog", name="Act as")
    await expect(dialog.get_by_role("link")).to_have_count(4)
    await dialog.get_by_role("searchbox").fill("tokyo")
    await expect(dialog.get_by_role("link")).to_have_count(1)
    await page.keyboard.press("Enter")
    await page.wait_for_url(re.compile(r"as=cleo"))
    await expect(page.get_by_role("button", name=re.compile("You are Cleo Marsh"))).to_be_visible()


async def test_an_address_that_names_nobody_asks_who_comes(
    open_as: Open, slack: LocalSlack
) -> None:
    """It says what is wrong, and a handle leads in."""
    page = await open_as("ana", expected=("404",))
    await page.goto(f"{slack.url}/?as=nemo")
    await expect(page.get_by_text("There is nobody called nemo here.")).to_be_visible()
    await page.get_by_role("textbox", name="Your handle").fill("@ben")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name=re.compile("You are Ben Okafor"))).to_be_visible()


async def test_a_page_catches_up_after_the_connection_was_lost(
    open_as: Open, slack: LocalSlack
) -> None:
    """What was said in between is there once the stream is back."""
    page = await open_as("ana", expected=("ERR_INTERNET_DISCONNECTED", "ERR_FAILED"))
    await page.context.set_offline(True)
    await slack.person("ben").says("Did you hear that?", "#general")
    await page.context.set_offline(False)
    await expect(page.get_by_role("article")).to_contain_text("Did you hear that?")


async def test_a_tab_out_of_sight_hangs_up_and_catches_up(open_as: Open, slack: LocalSlack) -> None:
    """Browsers keep six connections to a host, so hidden tabs give theirs back."""
    page = await open_as("ana")
    await page.clock.install()
    await page.evaluate(LOOK, "hidden")
    await page.clock.fast_forward(21_000)
    await slack.person("ben").says("Are you asleep?", "#general")
    await page.wait_for_timeout(300)
    await expect(page.get_by_role("article")).to_have_count(0)
    await page.evaluate(LOOK, "visible")
    await expect(page.get_by_role("article")).to_contain_text("Are you asleep?")


async def test_a_long_channel_opens_with_its_newest_page(open_as: Open, ferry: Ferry) -> None:
    """Only fifty messages are loaded; scrolling up brings the older ones, and the way back."""
    for number in range(130):
        await ferry.client.chat_postMessage(channel="#general", text=f"Wave {number}.")
    page = await open_as("ana")
    articles = page.get_by_role("article")
    await expect(articles).to_have_count(50)
    await expect(articles.last).to_be_in_viewport()

    for known in (100, 130):
        await page.locator(".scroller").first.evaluate("node => node.scrollTo(0, 0)")
        await expect(articles).to_have_count(known)
    await expect(articles.first).to_contain_text("Wave 0.")
    await expect(articles.filter(has_text="Wave 31.")).to_be_in_viewport()
    await page.get_by_role("button", name="Latest messages").click()
    await expect(articles.filter(has_text="Wave 129.")).to_be_in_viewport()


async def test_dropped_files_are_shown(open_as: Open) -> None:
    """A picture that is attached stands in the channel as a picture."""
    page = await open_as("ana")
    svg_free_png = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
        "0000000d49444154789c6360f8cf500f0003810180f1b8a24c0000000049454e44ae426082"
    )
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("button", name="Attach a file").click()
    await (await chooser.value).set_files(
        {"name": "dawn.png", "mimeType": "image/png", "buffer": svg_free_png}
    )
    await expect(page.get_by_role("article").get_by_role("img", name="dawn.png")).to_be_visible()


async def test_what_is_new_may_begin_far_above(
    open_as: Open, ferry: Ferry, slack: LocalSlack
) -> None:
    """The channel opens with its newest message; a button leads to the line "New"."""
    await slack.person("ana").says("Read.", "#general")
    for number in range(120):
        await ferry.client.chat_postMessage(channel="#general", text=f"Wave {number}.")
    page = await open_as("ana")
    await expect(page.get_by_role("article").last).to_contain_text("Wave 119.")
    line = page.get_by_role("separator", name="New messages")
    await expect(line).to_have_count(0)
    await page.get_by_role("button", name="120 new messages").click()
    await expect(line).to_be_in_viewport()
    first = page.get_by_role("article").filter(has_text="Wave 0.")
    await expect(first).to_be_in_viewport()
    await expect(first).to_be_focused()
    await expect(page.get_by_role("button", name="new messages")).to_be_hidden()
    await page.get_by_role("button", name="Latest messages").click()
    await expect(page.get_by_role("article").last).to_be_in_viewport()


async def test_nothing_leads_to_what_is_new_where_it_can_be_seen(
    open_as: Open, slack: LocalSlack
) -> None:
    """A few new messages, or none, need no button."""
    page = await open_as("ana")
    await expect(page.get_by_role("button", name=re.compile(r"^\d+ new"))).to_be_hidden()
    await slack.person("ben").says("Ahoy", "#harbour")
    await page.get_by_role("link", name="harbour, 1 unread").click()
    await expect(page.get_by_role("separator", name="New messages")).to_be_visible()
    await expect(page.get_by_role("button", name=re.compile(r"^\d+ new"))).to_be_hidden()


async def test_who_writes_sees_what_becomes_of_it(open_as: Open, ferry: Ferry) -> None:
    """However far up one has read, the list goes to its end."""
    for number in range(60):
        await ferry.client.chat_postMessage(channel="#general", text=f"Wave {number}.")
    page = await open_as("ana")
    await page.locator(".scroller").first.evaluate("node => node.scrollTo(0, 0)")
    await expect(page.get_by_role("article")).to_have_count(60)
    await expect(page.get_by_role("article").last).not_to_be_in_viewport()
    box = page.get_by_role("textbox", name="Message #general")
    await box.fill("/ferry")
    await box.press("Enter")
    await expect(page.get_by_role("button", name="Take it")).to_be_in_viewport()
    await expect(page.get_by_role("button", name="Latest messages")).to_be_hidden()


async def test_what_is_read_in_one_tab_is_read_in_the_other(
    open_as: Open, slack: LocalSlack
) -> None:
    """The same person twice; another person keeps an unread state of their own."""
    here, there, ben = (
        await open_as("ana", "#general"),
        await open_as("ana", "#crew"),
        await open_as("ben", "#crew"),
    )
    await slack.person("cleo").says("Anchors aweigh.", "#harbour")
    for page in (here, there, ben):
        await expect(page.get_by_role("link", name="harbour, 1 unread")).to_be_visible()
    await here.get_by_role("link", name="harbour, 1 unread").click()
    await expect(there.get_by_role("link", name="harbour", exact=True)).to_be_visible()
    await expect(ben.get_by_role("link", name="harbour, 1 unread")).to_be_visible()
