"""Who goes on before a place has come ends up where they went last."""

import asyncio

import pytest
from playwright.async_api import Page, Route, expect

from localslack.driver.results import SeenMessage
from localslack.server import LocalSlack
from tests.localslack.page.conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def slowly(page: Page, path: str, words: str) -> None:
    """Let what is read of one place take a while."""

    async def wait(route: Route) -> None:
        if words in route.request.url:
            await asyncio.sleep(0.8)
        await route.continue_()

    await page.route(f"**/control/{path}?*", wait)


async def to(page: Page, *place: str) -> None:
    """Follow an address of this page."""
    await page.evaluate(f"location.hash = '{'/'.join(place)}'")


async def thread(slack: LocalSlack, words: str) -> SeenMessage:
    """A thread of Ben's in #general with one reply; its root."""
    root = await slack.person("ben").says(f"Root {words}", "#general")
    await slack.person("ben").says(f"Reply {words}", "#general", thread=root.ts)
    return root


async def test_a_reply_goes_into_the_thread_that_was_opened_last(
    open_as: Open, slack: LocalSlack
) -> None:
    """Though the one before comes later."""
    first, second = await thread(slack, "A"), await thread(slack, "B")
    page = await open_as("ana")
    general = page.url.split("#")[1]
    await slowly(page, "thread", first.ts)
    async with page.expect_response(lambda answer: first.ts in answer.url):
        await to(page, general, first.ts)
        await to(page, general, second.ts)
        panel = page.get_by_role("complementary", name="Thread")
        await expect(panel.get_by_role("article")).to_contain_text(["Root B", "Reply B"])
    await page.wait_for_timeout(100)
    await expect(panel.get_by_role("article")).to_contain_text(["Root B", "Reply B"])
    await panel.get_by_role("textbox").fill("To whom?")
    await panel.get_by_role("textbox").press("Enter")
    await expect(panel.get_by_role("article")).to_have_count(3)
    messages = slack.world.channels[general].messages
    assert [one.text for one in messages.thread(second.ts)][2:] == ["To whom?"]
    assert len(messages.thread(first.ts)) == 2


async def test_a_thread_that_was_left_while_it_was_read_stays_shut(
    open_as: Open, slack: LocalSlack
) -> None:
    """And nothing is in the way of the channel."""
    root = await thread(slack, "A")
    page = await open_as("ana", phone=True)
    general = page.url.split("#")[1]
    await slowly(page, "thread", root.ts)
    async with page.expect_response(lambda answer: root.ts in answer.url):
        await to(page, general, root.ts)
        await page.wait_for_timeout(100)
        await to(page, general)
    await page.wait_for_timeout(200)
    await expect(page.get_by_role("complementary")).to_have_count(0)
    await expect(page.get_by_role("textbox", name="Message #general")).to_be_visible()


async def test_two_ways_into_a_thread_while_it_is_read_lead_to_the_message(
    open_as: Open, slack: LocalSlack
) -> None:
    """First the thread, then a reply in it."""
    root = await thread(slack, "A")
    page = await open_as("ana")
    general = page.url.split("#")[1]
    reply = slack.world.channels[general].messages.thread(root.ts)[1]
    await slowly(page, "thread", root.ts)
    await to(page, general, root.ts)
    await page.wait_for_timeout(100)
    await to(page, general, root.ts, f"p{reply.ts}")
    panel = page.get_by_role("complementary", name="Thread")
    await expect(panel.get_by_role("article").filter(has_text="Reply A")).to_be_focused()


async def test_two_ways_into_a_channel_while_it_is_read_lead_there(
    open_as: Open, slack: LocalSlack
) -> None:
    """The channel, not the one before under its name."""
    said = await slack.person("ben").says("Low water", "#harbour")
    page = await open_as("ana")
    harbour = slack.world.workspace().channel("#harbour")
    assert harbour is not None
    await slowly(page, "messages", harbour.id)
    await to(page, harbour.id)
    await page.wait_for_timeout(100)
    await to(page, harbour.id, f"p{said.ts}")
    await expect(page.get_by_role("article").filter(has_text="Low water")).to_be_focused()
    await expect(page.get_by_role("textbox", name="Message #harbour")).to_be_visible()
    await expect(page.get_by_role("alert")).to_have_count(0)
