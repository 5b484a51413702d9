"""A browser, a local Slack with a small company, and the example bot, for tests of the page."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest_asyncio
from playwright.async_api import Browser, Page, ViewportSize, async_playwright, expect

from localslack.server import LocalSlack
from tests.conftest import needs
from tests.localslack.page.ferry import COMPANY, Ferry

FLAGS = (
    "--no-sandbox --disable-gpu --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-quic"
)
DESKTOP = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=390, height=844)
PATIENT = 30_000  # milliseconds: a machine may be slow
expect.set_options(timeout=PATIENT)

Open = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One headless Chromium for all tests; without one they are skipped, unless it is required."""
    path = needs("chromium", "on Debian and Ubuntu: apt-get install chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS.split())
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def slack() -> AsyncIterator[LocalSlack]:
    """A local Slack with four people and the example bot's app."""
    slack = await LocalSlack.start(COMPANY)
    yield slack
    await slack.close()


@pytest_asyncio.fixture(loop_scope="session")
async def ferry(slack: LocalSlack) -> AsyncIterator[Ferry]:
    """The example bot, connected over Socket Mode."""
    bot = Ferry(slack)
    await bot.start()
    yield bot
    await bot.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def open_as(browser: Browser, slack: LocalSlack) -> AsyncIterator[Open]:
    """Opens the page as somebody, each time in a tab of its own; errors in it fail the test.

    `expected` names errors of the browser's console that belong to the test.
    """
    wrong: list[str] = []
    context = await browser.new_context(viewport=DESKTOP)
    context.set_default_timeout(PATIENT)

    async def open_page(
        person: str,
        channel: str = "#general",
        *,
        phone: bool = False,
        ws: str | None = None,
        expected: tuple[str, ...] = (),
    ) -> Page:
        page = await context.new_page()
        await page.set_viewport_size(PHONE if phone else DESKTOP)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda line: _keep_error(wrong, line.type, line.text, expected))
        state = await slack.driver.get("state", **{"as": person}, ws=ws)
        place = next((c["id"] for c in state["channels"] if f"#{c['name']}" == channel), "")
        where = f"as={person}{f'&ws={ws}' if ws else ''}{f'#{place}' if place else ''}"
        await page.goto(f"{slack.url}/?{where}")
        await page.wait_for_selector("body[data-ready]")
        return page

    yield open_page
    await context.close()
    assert not wrong, wrong


def _keep_error(wrong: list[str], kind: str, text: str, expected: tuple[str, ...]) -> None:
    if kind == "error" and not any(words in text for words in expected):
        wrong.append(text)
