"""Moving time, and looking at what bot and Slack say to each other."""

import asyncio
import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Locator, Page, expect

from localslack.server import LocalSlack
from tests.localslack.page.conftest import Open
from tests.localslack.page.ferry import Ferry

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.usefixtures("ferry"),
]


async def open_inspector(page: Page) -> Locator:
    """The inspector's panel."""
    await page.get_by_role("button", name="Inspector").click()
    return page.get_by_role("complementary", name="Inspector")


async def test_skipping_to_tuesday_moves_every_clock(open_as: Open, slack: LocalSlack) -> None:
    """The workspace's time moves, in every tab, and dividers say what day it is now."""
    ana, ben = await open_as("ana"), await open_as("ben")
    await slack.person("ben").says("Before", "#general")
    await expect(ana.get_by_role("separator", name="Today")).to_be_visible()
    await ana.get_by_role("button", name=re.compile("Skip ahead in time")).click()
    await ana.get_by_role("menuitem", name="Skip to next Tuesday 10:00").click()

    await expect(
        ana.get_by_role("button", name=re.compile(r"^It is Tue, .*10:00 AM"))
    ).to_be_visible()
    local = slack.world.clock.now()
    assert local.strftime("%A") == "Tuesday"
    await expect(ana.get_by_role("separator", name="Today")).to_have_count(0)
    await expect(ben.get_by_role("button", name=re.compile(r"^It is Tue, "))).to_be_visible()


async def test_skipping_by_and_to(open_as: Open, slack: LocalSlack) -> None:
    """A week, and a date and time of one's own zone."""
    page = await open_as("ana")
    clock = page.get_by_role("button", name=re.compile("Skip ahead in time"))
    before = slack.clock_offset
    await clock.click()
    await page.get_by_role("menuitem", name="Skip one week").click()
    await expect(page.get_by_text("It is now")).to_be_visible()
    assert (slack.clock_offset - before).days in (6, 7)
    await clock.click()
    await page.get_by_role("menuitem", name="Skip to a date and time…").click()
    await page.get_by_label("Date and time").fill("2031-07-01T09:30")
    await page.get_by_role("button", name="Skip", exact=True).click()
    await expect(
        page.get_by_role("button", name=re.compile(r"^It is Tue, Jul 1, 9:30 AM"))
    ).to_be_visible()
    assert slack.world.clock.now().strftime("%Y-%m-%dT%H:%M") == "2031-07-01T08:30"


async def test_the_inspector_lists_every_request(open_as: Open) -> None:
    """Newest first, with direction, name and time; more come as they happen."""
    page = await open_as("ana")
    panel = await open_inspector(page)
    box = page.get_by_role("textbox", name="Message #general")
    await box.fill("/tide")
    await box.press("Enter")
    row = panel.locator(".request").filter(has_text="/tide").first
    await expect(row).to_contain_text(re.compile(r"→ bot/tide[\d.]+ ms"))
    await row.locator("summary").click()
    await expect(row.locator(".json").first).to_contain_text('"user_name": "ana"')
    await expect(row.locator(".json").last).to_contain_text("High water at 14:20")


async def test_a_refusal_is_marked_with_slacks_word(open_as: Open, ferry: Ferry) -> None:
    """It can be found by typing it."""
    page = await open_as("ana")
    panel = await open_inspector(page)
    with pytest.raises(Exception, match="channel_not_found"):
        await ferry.client.chat_postMessage(channel="#nowhere", text="?")
    row = panel.locator(".request.is-refused")
    await expect(row).to_contain_text("chat.postMessage channel_not_found")
    await panel.get_by_role("searchbox").fill("no such words")
    await expect(panel.locator(".request")).to_have_count(0)
    await panel.get_by_role("searchbox").fill("channel_not")
    await expect(panel.locator(".request")).to_have_count(1)


async def test_a_fault_is_set_seen_and_taken_back(open_as: Open, slack: LocalSlack) -> None:
    """The switch shows what is active, also in somebody else's tab."""
    ana, ben = await open_as("ana"), await open_as("ben")
    for page in (ana, ben):
        await (await open_inspector(page)).get_by_text("What may go wrong").click()
    limit = "Rate-limit the next 3 calls"
    await ana.get_by_role("switch", name=limit).click()
    await expect(ben.get_by_role("switch", name=limit)).to_have_attribute("aria-checked", "true")
    await expect(ben.get_by_role("switch", name=limit)).to_contain_text("3 left")
    found = await slack.driver.get("faults")
    assert [fault["kind"] for fault in found["faults"]] == ["ratelimited"]
    await ben.get_by_role("switch", name=limit).click()
    await expect(ana.get_by_role("switch", name=limit)).to_have_attribute("aria-checked", "false")
    assert (await slack.driver.get("faults"))["faults"] == []


async def test_refused_charts_reach_the_bot(open_as: Open, ferry: Ferry) -> None:
    """The switch for charts makes Slack refuse them as an unsupported type."""
    page = await open_as("ana")
    panel = await open_inspector(page)
    await panel.get_by_text("What may go wrong").click()
    await page.get_by_role("switch", name="Refuse native charts").click()
    await expect(page.get_by_role("switch", name="Refuse native charts")).to_contain_text("on")
    pie = {"type": "pie", "segments": [{"label": "All", "value": 1}]}
    block = {"type": "data_visualization", "title": "Who", "chart": pie}
    with pytest.raises(Exception, match="unsupported type: data_visualization"):
        await ferry.client.chat_postMessage(channel="#general", text="?", blocks=[block])


async def test_the_clock_is_seen_to_run_while_it_skips(open_as: Open, slack: LocalSlack) -> None:
    """It stands at every moment that somebody waits for, on every page, and says that it moves."""
    page = await open_as("ana")
    go_on = asyncio.Event()
    before = slack.world.clock.now()

    async def wait() -> None:
        await go_on.wait()

    slack.call_at(before + timedelta(days=3), wait)
    await page.get_by_role("button", name=re.compile("Skip ahead")).click()
    await page.get_by_role("menuitem", name="Skip one week").click()
    clock = page.get_by_role("button", name=re.compile("Skip ahead"))
    await expect(clock).to_have_attribute("aria-busy", "true")
    await expect(clock).to_contain_text(day(before + timedelta(days=3)))
    go_on.set()
    await expect(clock).to_contain_text(day(before + timedelta(days=7)))
    await expect(clock).not_to_have_attribute("aria-busy", "true")


def day(moment: datetime) -> str:
    """The day as Ana's clock shows it, in Lisbon."""
    return moment.astimezone(ZoneInfo("Europe/Lisbon")).strftime("%a, %b %-d")
