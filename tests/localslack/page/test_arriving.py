"""What arrives while a page is open is kept within the same bounds as what one scrolls to."""

import asyncio

import pytest
from playwright.async_api import Page, expect

from localslack.server import LocalSlack
from tests.localslack.page.conftest import Open
from tests.localslack.page.test_gaps import post
from tests.localslack.page.test_long_channels import MOST_DRAWN, fill, scrolled

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

# A channel's newest page, and what arrives after it: how much of it is drawn, and kept, at most.
ARRIVE = """async ([count, isStuck]) => {
    const { Conversation } = await import('/page/conversation.js');
    const { Stretch } = await import('/page/stretch.js');
    const message = (n) => ({ ts: `1700000000.${String(n).padStart(6, '0')}`, channel: 'C1' });
    const channel = new Conversation('C1');
    channel.messages = Array.from({ length: 50 }, (_, n) => message(n));
    const stretch = new Stretch(channel);
    stretch.toEnd();
    let [drawn, kept] = [0, 0];
    for (let n = 50; n < count; n += 1) {
        channel.put(message(n));
        stretch.follow(isStuck);
        drawn = Math.max(drawn, stretch.messages.length);
        kept = Math.max(kept, channel.messages.length);
    }
    const { hasMore, hasNewer } = channel;
    const last = stretch.messages.at(-1).ts === message(count - 1).ts;
    return { drawn, kept, hasMore, hasNewer, last };
}"""


async def drawn(page: Page) -> int:
    """How many messages there are in the page."""
    return await page.locator(".message-list .message").count()


async def test_ten_thousand_messages_that_arrive_are_no_more_than_five_hundred(
    open_as: Open,
) -> None:
    """At the end the oldest are let go; further up it is the newest."""
    page = await open_as("ana")
    at_end = await page.evaluate(ARRIVE, [10_000, True])
    kept = {"drawn": MOST_DRAWN, "kept": 500}
    assert at_end == kept | {"hasMore": True, "hasNewer": False, "last": True}
    above = await page.evaluate(ARRIVE, [10_000, False])
    assert above == kept | {"hasMore": False, "hasNewer": True, "last": False}


async def test_who_is_at_the_end_sees_what_arrives(open_as: Open, slack: LocalSlack) -> None:
    """Six hundred messages: the last is in view, few are drawn, and each can be reached."""
    said = fill(slack, 5)
    page = await open_as("ana")
    for _ in range(6):
        post(slack, 100)
        await asyncio.sleep(0)
    await expect(page.get_by_role("article").last).to_contain_text("Tide 99.")
    await expect(page.get_by_role("article").last).to_be_in_viewport()
    assert await drawn(page) <= MOST_DRAWN
    up = await scrolled(page, -600, f"seen.has('{said[0]}')")
    assert len(up["seen"]) == 605


async def test_who_reads_further_up_is_not_swamped(open_as: Open, slack: LocalSlack) -> None:
    """Six hundred messages below: few are drawn, and one reads on until the last."""
    fill(slack, 120)
    page = await open_as("ana")
    await page.evaluate("document.querySelector('.scroller').scrollTop -= 300")
    await expect(page.get_by_role("button", name="Latest messages")).to_be_hidden()
    post(slack, 600)
    await expect(page.get_by_role("button", name="Latest messages")).to_be_visible()
    await expect(page.get_by_role("article").nth(200)).to_be_attached()
    await page.wait_for_timeout(500)
    assert await drawn(page) <= MOST_DRAWN
    [newest] = [
        one.ts for one in slack.world.channels[page.url.split("#")[1]].messages.page(limit=1)[0]
    ]
    down = await scrolled(page, 600, f"seen.has('{newest}')")
    assert len(down["seen"]) >= 600
    assert down["most"] <= MOST_DRAWN
