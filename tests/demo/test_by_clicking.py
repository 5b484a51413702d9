"""The main job by clicking, as somebody does it who tries Amp for a minute."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.demo.playing import Demo, Past, playing
from bot.demo.showing import address
from tests.conftest import needs

FLAGS = (
    "--no-sandbox --disable-gpu --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-quic"
)
PATIENT = 30_000  # milliseconds: a machine may be slow
WORKING_DAYS = datetime(2028, 3, 6, 9, tzinfo=UTC)  # a Monday
pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]
expect.set_options(timeout=PATIENT)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """A headless Chromium."""
    path = needs("chromium", "on Debian and Ubuntu: apt-get install chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS.split())
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def demo() -> AsyncIterator[Demo]:
    """A fresh demo, in a week in which nobody has a holiday: nothing has happened yet."""
    async with playing(past=Past(weeks=0, until=WORKING_DAYS, steps=())) as demo:
        yield demo


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)], ids=["desktop", "phone"])
async def test_from_the_first_command_to_the_digest(
    browser: Browser, demo: Demo, width: int, height: int
) -> None:
    """One command, one button, five answers; time skipped twice; one digest to read."""
    page = await browser.new_page(viewport={"width": width, "height": height})
    page.set_default_timeout(PATIENT)
    visitor = Visitor(page)
    await page.goto(address(demo))
    await visitor.sets_up()
    await visitor.skips_to_tuesday()
    await visitor.opens("Amp")
    await visitor.answers()
    await visitor.skips_to_tuesday()
    await visitor.opens("team-product")

    digest = page.get_by_role("article").filter(has_text="Pulse 1").last
    await expect(digest).to_contain_text(re.compile(r"[5-8] of 8 answered"))
    await expect(digest).to_contain_text("Autonomy")
    await expect(digest).to_contain_text("How we decide")
    assert not await page.evaluate("document.documentElement.scrollWidth > innerWidth")
    await page.close()


class Visitor:
    """Ana, who has never seen Amp before."""

    def __init__(self, page: Page) -> None:
        self._page = page

    async def sets_up(self) -> None:
        """Type the command, press the button."""
        box = self._page.get_by_role("textbox", name="Message #team-product")
        await box.fill("/amp setup")
        await box.press("Enter")
        form = self._page.get_by_role("dialog", name="Set up the pulse")
        await form.get_by_role("button", name="Start the pulse").click()
        done = self._page.get_by_role("dialog").filter(has_text="is set up")
        await expect(done).to_be_visible()
        await done.get_by_role("button", name="Close").last.click()
        await expect(done).to_be_hidden()

    async def skips_to_tuesday(self) -> None:
        """Let the time pass; the page says when it has."""
        clock = self._page.get_by_role("button", name=re.compile("Skip ahead in time"))
        await clock.click()
        await self._page.get_by_role("menuitem", name="Skip to next Tuesday 10:00").click()
        await expect(clock).to_have_attribute("aria-label", re.compile("Tue.*10:0"))
        await expect(clock).not_to_have_attribute("aria-busy", "true")

    async def opens(self, name: str) -> None:
        """Go to a conversation; on a phone by way of the list."""
        back = self._page.get_by_role("button", name=re.compile("^Back to the list"))
        if await back.is_visible():
            await back.click()
        await self._page.get_by_role("link", name=re.compile(f"^{name}")).click()

    async def answers(self) -> None:
        """Agree with three statements, be of two minds about two, and send it."""
        await self._page.get_by_role("button", name="Answer", exact=True).last.click()
        form = self._page.get_by_role("dialog", name="Your week")
        await expect(form).to_be_visible()
        for number, choice in enumerate(["Agree", "Agree", "Agree", "Neither", "Neither"]):
            await form.get_by_role("radio", name=choice, exact=True).nth(number).check()
        await form.get_by_role("button", name="Send").click()
        receipt = self._page.get_by_role("dialog", name="Thank you")
        await expect(receipt).to_contain_text("Sealed")
        await receipt.get_by_role("button", name="Close").last.click()
        await expect(receipt).to_be_hidden()
