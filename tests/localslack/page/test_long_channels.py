"""A channel of many messages: few of them are drawn, and each of them can be reached."""

import asyncio
import re
from typing import Any

import pytest
from playwright.async_api import Locator, Page, Route, expect

from localslack.server import LocalSlack
from localslack.world.messages import Message
from tests.localslack.page.conftest import Open
from tests.localslack.page.ferry import Ferry
from tests.localslack.page.test_talking import LOOK

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

MOST_DRAWN = 250
# Scrolls to one end, as fast as frames come, and says which messages were drawn on the way.
SCROLL = """async ([step, isThere]) => {
    const list = document.querySelector('.scroller');
    const there = new Function('list', 'seen', `return ${isThere}`);
    const seen = new Set();
    let most = 0;
    do {
        const drawn = [...document.querySelectorAll('.message')];
        most = Math.max(most, drawn.length);
        for (const node of drawn) seen.add(node.dataset.ts);
        list.scrollTop += step;
        await new Promise(requestAnimationFrame);
    } while (!there(list, seen));
    return { seen: [...seen], most };
}"""


def fill(slack: LocalSlack, count: int) -> list[str]:
    """So many messages of Ben's in #general, which nobody is told of; their times."""
    workspace = slack.world.workspace()
    channel, ben = workspace.channel("#general"), workspace.user("ben")
    assert channel is not None
    assert ben is not None
    for number in range(count):
        ts = slack.world.clock.ts()
        message = Message(ts, channel.id, ben.id, f"Wave {number}.", workspace.id)
        channel.messages.add(message, set())
    return [message.ts for message in reversed(channel.messages.newest_first())]


def wave(page: Page, number: int) -> Locator:
    """One of them."""
    return page.get_by_role("article").filter(has_text=re.compile(rf"Wave {number}\.$"))


async def scrolled(page: Page, step: int, is_there: str) -> dict[str, Any]:
    """What was drawn on the way to an end."""
    found: dict[str, Any] = await page.evaluate(SCROLL, [step, is_there])
    return found


async def test_few_messages_are_drawn_and_each_can_be_reached(
    open_as: Open, slack: LocalSlack
) -> None:
    """Up to the very first and down again, through three times as many as are kept loaded."""
    said = fill(slack, 1_500)
    page = await open_as("ana")
    up = await scrolled(page, -600, "document.querySelector('.intro') && list.scrollTop === 0")
    down = await scrolled(page, 600, f"seen.has('{said[-1]}')")
    assert sorted(up["seen"]) == said
    assert sorted(down["seen"]) == said
    assert max(up["most"], down["most"]) <= MOST_DRAWN
    await expect(wave(page, 1_499)).to_be_attached()


async def test_any_of_fifty_thousand_messages_has_an_address(
    open_as: Open, slack: LocalSlack
) -> None:
    """It leads into the middle; from there one reads on in both directions, and back to the end."""
    said = fill(slack, 50_000)
    page = await open_as("ana")
    await page.evaluate(f"location.hash += '/p{said[20_000]}'")
    await expect(wave(page, 20_000)).to_be_in_viewport()
    await expect(wave(page, 20_000)).to_be_focused()
    up = await scrolled(page, -600, f"seen.has('{said[19_700]}')")
    down = await scrolled(page, 600, f"seen.has('{said[20_300]}')")
    assert max(up["most"], down["most"]) <= MOST_DRAWN
    assert set(said[19_700:20_300]) <= {*up["seen"], *down["seen"]}

    await slack.person("ben").says("The newest", "#general")
    await expect(page.get_by_role("article").filter(has_text="The newest")).to_have_count(0)
    await page.get_by_role("button", name="Latest messages").click()
    await expect(page.get_by_role("article").last).to_contain_text("The newest")
    await expect(page.get_by_role("article").last).to_be_in_viewport()


async def test_who_writes_far_up_comes_to_the_end(open_as: Open, slack: LocalSlack) -> None:
    """The newest messages are read, and their own is the last."""
    said = fill(slack, 1_200)
    page = await open_as("ana")
    await page.evaluate(f"location.hash += '/p{said[100]}'")
    await expect(wave(page, 100)).to_be_in_viewport()
    box = page.get_by_role("textbox", name="Message #general")
    await box.fill("Here I am")
    await box.press("Enter")
    await expect(page.get_by_role("article").last).to_contain_text("Here I am")
    await expect(page.get_by_role("article").last).to_be_in_viewport()
    await expect(wave(page, 1_199)).to_be_attached()


async def test_nothing_is_missed_while_messages_are_on_their_way(
    open_as: Open, slack: LocalSlack
) -> None:
    """What is said, changed and deleted after they were read, and before they have come."""
    ben = slack.person("ben")
    for words in ("Stays", "Changes", "Goes"):
        await ben.says(words, "#harbour")
    page = await open_as("ana")

    has_come = asyncio.Event()

    async def slowly(route: Route) -> None:
        answer = await route.fetch()
        _, changes, goes = await ben.reads("#harbour")
        await ben.edits(changes, "Changed")
        await ben.deletes(goes)
        await ben.says("Comes", "#harbour")
        await page.wait_for_timeout(300)
        await route.fulfill(response=answer)
        has_come.set()

    await page.route("**/control/messages?*", slowly, times=1)
    await page.get_by_role("link", name="harbour").click()
    await has_come.wait()
    articles = page.get_by_role("article")
    await expect(articles).to_contain_text(["Stays", "Changed", "Comes"])
    await expect(articles).to_have_count(3)


async def test_after_a_gap_one_still_reads_where_one_was(open_as: Open, slack: LocalSlack) -> None:
    """What changed meanwhile has its new words."""
    said = fill(slack, 1_200)
    page = await open_as("ana")
    await page.evaluate(f"location.hash += '/p{said[100]}'")
    await expect(wave(page, 100)).to_be_in_viewport()
    await page.clock.install()
    await page.evaluate(LOOK, "hidden")
    await page.clock.fast_forward(21_000)
    channel = slack.world.workspace().channel("#general")
    assert channel is not None
    message = channel.messages.get(said[100])
    assert message is not None
    message.text = "Changed"
    await page.evaluate(LOOK, "visible")
    await expect(page.get_by_role("article").filter(has_text="Changed")).to_be_in_viewport()
    await expect(wave(page, 1_199)).to_have_count(0)


async def test_a_message_that_has_gone_says_so(open_as: Open, slack: LocalSlack) -> None:
    """An old address leads into the channel, and a notice tells the rest."""
    fill(slack, 60)
    page = await open_as("ana")
    await page.evaluate("location.hash += '/p1000000000.000100'")
    await expect(page.get_by_role("alert")).to_contain_text("isn't there any more")


async def test_the_inspector_keeps_what_it_can_hold(open_as: Open, ferry: Ferry) -> None:
    """Large requests make it let older ones go, and of one only the beginning is drawn."""
    page = await open_as("ana")
    for number in range(6):
        await ferry.client.api_call("auth.test", json={"words": f"{number} " + "x" * 2_000_000})
    await page.get_by_role("button", name="Inspector").click()
    panel = page.get_by_role("complementary", name="Inspector")
    await expect(panel.get_by_text("older ones let go")).to_be_visible()
    rows = panel.locator(".request")
    assert await rows.count() < 6
    await rows.first.locator("summary").click()
    body = panel.locator(".json").first
    await expect(body).to_contain_text('"words": "5 x')
    assert len(await body.inner_text()) <= 100_000
    await expect(panel.get_by_text("characters more, in the copy")).to_be_visible()
