"""After a gap in the stream the page shows what is there, and one is where one was."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Page, expect

from localslack.changes import posting
from localslack.server import LocalSlack
from localslack.world.channels import Channel
from localslack.world.messages import Draft, Message
from tests.localslack.page.conftest import Open
from tests.localslack.page.ferry import COMPANY
from tests.localslack.page.test_long_channels import fill, scrolled, wave
from tests.localslack.page.test_talking import LOOK

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

TOPMOST = """() => {
    const top = document.querySelector('.scroller').getBoundingClientRect().top;
    const all = [...document.querySelectorAll('.message')];
    return all.find((node) => node.getBoundingClientRect().bottom > top).dataset.ts;
}"""


@asynccontextmanager
async def gap(page: Page) -> AsyncIterator[None]:
    """A while in which nobody looks at the tab, so that it hangs up; and it comes back."""
    await page.clock.install()
    await page.evaluate(LOOK, "hidden")
    await page.clock.fast_forward(21_000)
    yield
    async with page.expect_response("**/control/messages?*"):
        await page.evaluate(LOOK, "visible")
    await page.clock.resume()


def general(slack: LocalSlack) -> Channel:
    """The channel that everybody is in."""
    found = slack.world.workspace().channel("#general")
    assert found is not None
    return found


def ids(slack: LocalSlack, *handles: str) -> list[str]:
    """The ids of people."""
    found = [slack.world.workspace().user(handle) for handle in handles]
    return [user.id for user in found if user]


def record(slack: LocalSlack, name: str) -> None:
    """A request that the inspector keeps."""
    slack.world.inspector.record(
        *("from_bot", "web_api", name),
        at=slack.world.clock.now(),
        workspace=slack.world.workspace().id,
        ms=1.0,
        status=200,
        ok=True,
        error=None,
        request={},
        response={"ok": True},
    )


def post(slack: LocalSlack, count: int) -> None:
    """So many messages of Ben's, one after the other, as everybody is told of them."""
    [ben] = ids(slack, "ben")
    for number in range(count):
        posting.by_person(slack.world, general(slack), ben, Draft(text=f"Tide {number}."))


async def test_what_was_deleted_in_a_gap_is_gone(open_as: Open, slack: LocalSlack) -> None:
    """And what was changed has its new words, in a channel of three messages."""
    ben = slack.person("ben")
    for words in ("Goes", "Changes", "Stays"):
        await ben.says(words, "#general")
    page = await open_as("ana")
    goes, changes, _ = await ben.reads("#general")
    async with gap(page):
        await ben.deletes(goes)
        await ben.edits(changes, "Changed")
    articles = page.get_by_role("article")
    await expect(articles).to_contain_text(["Changed", "Stays"])
    await expect(articles).to_have_count(2)


async def test_what_changed_far_above_in_a_gap_is_read_again(
    open_as: Open, slack: LocalSlack
) -> None:
    """Who is at the end meets it on the way up."""
    said = fill(slack, 120)
    page = await open_as("ana")
    await scrolled(page, -600, f"seen.has('{said[0]}')")
    await scrolled(page, 600, "list.scrollTop + list.clientHeight >= list.scrollHeight - 1")
    messages = general(slack).messages
    async with gap(page):
        messages.remove(said[4])
        changes = messages.get(said[5])
        assert changes is not None
        changes.text = "Changed"
    up = await scrolled(page, -600, f"seen.has('{said[0]}')")
    assert said[4] not in up["seen"]
    await expect(page.get_by_role("article").filter(has_text="Changed")).to_be_attached()
    await expect(wave(page, 4)).to_have_count(0)


async def test_a_gap_leaves_who_reads_further_up_where_they_are(
    open_as: Open, slack: LocalSlack
) -> None:
    """What came meanwhile is not read, and there is a way to it."""
    fill(slack, 200)
    page = await open_as("ana")
    await page.evaluate("document.querySelector('.scroller').scrollTop -= 600")
    await expect(page.get_by_role("article").nth(99)).to_be_attached()
    top = await page.evaluate(TOPMOST)
    async with gap(page):
        post(slack, 80)
    await expect(page.get_by_role("button", name="Latest messages")).to_be_visible()
    assert await page.evaluate(TOPMOST) == top
    assert (await slack.person("ana").state())["unread"][general(slack).id] == 80


async def test_what_came_in_a_gap_has_its_line(open_as: Open, slack: LocalSlack) -> None:
    """Who was at the end sees where the new messages begin, however many they are."""
    fill(slack, 10)
    page = await open_as("ana")
    async with gap(page):
        post(slack, 70)
    await page.get_by_role("button", name="70 new messages").click()
    line = page.get_by_role("separator", name="New messages")
    await expect(line.locator("+ article")).to_contain_text("Tide 0.")
    async with gap(page):
        pass
    await expect(line).to_have_count(1)


async def test_the_line_stands_above_the_first_new_one_after_an_ephemeral(
    open_as: Open, slack: LocalSlack
) -> None:
    """Which is new, too, but nothing that is read."""
    fill(slack, 3)
    page = await open_as("ana", "#harbour")
    [ana, ben] = ids(slack, "ana", "ben")
    messages = general(slack).messages
    messages.read[ana] = messages.latest() or ""
    world = slack.world
    psst = Message(world.clock.ts(), general(slack).id, ben, "Psst", world.workspace().id)
    psst.ephemeral_for = ana
    messages.add(psst, set())
    post(slack, 2)
    await page.get_by_role("link", name="general").click()
    line = page.get_by_role("separator", name="New messages")
    await expect(line.locator("+ article")).to_contain_text("Tide 0.")


async def test_a_page_knows_that_the_local_slack_was_started_anew(
    open_as: Open, slack: LocalSlack
) -> None:
    """Nothing of the one before is left, in the channel or in the inspector."""
    gone = ("ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED", "ERR_CONNECTION_RESET")
    page = await open_as("ana", expected=gone)
    for words in ("Old one", "Old two"):
        await slack.person("ben").says(words, "#general")
        record(slack, words)
    await expect(page.get_by_role("article")).to_have_count(2)
    port = int(slack.url.rsplit(":", 1)[1])
    await slack.close()
    again = await LocalSlack.start(COMPANY, port=port)
    try:
        await again.person("ben").says("New", "#general")
        await expect(page.get_by_role("article")).to_have_text([re.compile("New$")])
        await page.wait_for_selector("body[data-ready]")
        await page.get_by_role("button", name="Inspector").click()
        record(again, "fresh.call")
        panel = page.get_by_role("complementary", name="Inspector")
        await expect(panel.locator(".request-name")).to_have_text(["fresh.call"])
    finally:
        await page.close()
        await again.close()
