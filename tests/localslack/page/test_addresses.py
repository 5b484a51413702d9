"""The address of one message: where it leads, and what it counts as."""

import pytest
from playwright.async_api import expect

from localslack.changes import posting
from localslack.server import LocalSlack
from localslack.world.messages import Draft
from tests.localslack.page.conftest import Open
from tests.localslack.page.test_gaps import general, ids
from tests.localslack.page.test_long_channels import fill, wave

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_message_that_has_gone_leads_to_where_it_stood(
    open_as: Open, slack: LocalSlack
) -> None:
    """The list goes on living: there is a way down, and what comes is seen at the end."""
    said = fill(slack, 400)
    general(slack).messages.remove(said[200])
    page = await open_as("ana")
    await page.evaluate(f"location.hash += '/p{said[200]}'")
    await expect(page.get_by_role("alert")).to_contain_text("isn't there any more")
    await expect(wave(page, 201)).to_be_in_viewport()
    await slack.person("ben").says("Fresh", "#general")
    await page.get_by_role("button", name="Latest messages").click()
    await expect(page.get_by_role("article").last).to_contain_text("Fresh")
    await slack.person("ben").says("Fresher", "#general")
    await expect(page.get_by_role("article").last).to_contain_text("Fresher")


async def test_the_newest_message_that_has_gone_leads_to_the_end(
    open_as: Open, slack: LocalSlack
) -> None:
    """What comes then is read as it comes."""
    said = fill(slack, 100)
    general(slack).messages.remove(said[99])
    page = await open_as("ana")
    await page.evaluate(f"location.hash += '/p{said[99]}'")
    await expect(page.get_by_role("alert")).to_contain_text("isn't there any more")
    await slack.person("ben").says("Fresh", "#general")
    await expect(page.get_by_role("article").last).to_contain_text("Fresh")
    await expect(page.get_by_role("article").last).to_be_in_viewport()


async def test_a_message_in_a_channel_that_fits_the_window_is_read(
    open_as: Open, slack: LocalSlack
) -> None:
    """With all others, as they are seen; and so is what comes."""
    for words in ("One", "Two"):
        said = await slack.person("ben").says(words, "#harbour")
    page = await open_as("ana")
    harbour = slack.world.workspace().channel("#harbour")
    assert harbour is not None
    await page.evaluate(f"location.hash = '{harbour.id}/p{said.ts}'")
    await expect(page.get_by_role("article").filter(has_text="Two")).to_be_focused()
    await expect(page.get_by_role("link", name="harbour", exact=True)).to_be_visible()
    await expect(page.get_by_role("button", name="Latest messages")).to_be_hidden()
    await slack.person("ben").says("Three", "#harbour")
    await expect(page.get_by_role("article").last).to_contain_text("Three")

    async def is_read() -> bool:
        return not (await slack.person("ana").state())["unread"][harbour.id]

    await slack.until(is_read)


async def test_a_replys_address_opens_its_thread(open_as: Open, slack: LocalSlack) -> None:
    """The page's own, and the one that Slack gives a bot."""
    root = await slack.person("ben").says("Who is on watch?", "#general")
    await slack.person("cleo").says("I am", "#general", thread=root.ts)
    reply = general(slack).messages.thread(root.ts)[1]
    page = await open_as("ana")
    await page.evaluate(f"location.hash += '/p{reply.ts}'")
    thread = page.get_by_role("complementary", name="Thread")
    await expect(thread.get_by_role("article").filter(has_text="I am")).to_be_focused()
    await expect(page.get_by_role("alert")).to_have_count(0)
    await page.get_by_role("button", name="Close thread").click()

    where = f"{general(slack).id}/p{reply.ts.replace('.', '')}?thread_ts={root.ts}"
    link = f"<https://harbour.slack.com/archives/{where}|Look here>"
    [ben] = ids(slack, "ben")
    posting.by_person(slack.world, general(slack), ben, Draft(text=link))
    await page.get_by_role("link", name="Look here").click()
    await expect(thread.get_by_role("article").filter(has_text="I am")).to_be_focused()


async def test_a_way_that_fails_says_so(open_as: Open, slack: LocalSlack) -> None:
    """To the end, while nothing answers: one stays, and can try again."""
    said = fill(slack, 400)
    page = await open_as("ana", expected=("ERR_FAILED",))
    await page.evaluate(f"location.hash += '/p{said[100]}'")
    await expect(wave(page, 100)).to_be_in_viewport()
    await page.route("**/control/messages?*", lambda route: route.abort(), times=1)
    await page.get_by_role("button", name="Latest messages").click()
    await expect(page.get_by_role("alert")).to_contain_text("doesn't answer")
    await expect(wave(page, 100)).to_be_in_viewport()
    await page.get_by_role("button", name="Latest messages").click()
    await expect(wave(page, 399)).to_be_in_viewport()
