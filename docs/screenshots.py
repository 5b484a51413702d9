"""Take the README's pictures from the running demo: `make screenshots`."""

import asyncio
import io
import re
import shutil
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, Locator, Page, ViewportSize, async_playwright
from sqlalchemy import select

from bot import logs
from bot.demo.playing import Demo, Past, playing
from bot.teams.models import Team

IMAGES = Path(__file__).parent / "images"
FLAGS = (
    "--no-sandbox --disable-gpu --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-quic --force-color-profile=srgb"
)
PRESENT = datetime(2027, 3, 8, 15, tzinfo=UTC)  # of every picture, so that they stay the same
COLOURS = 256  # of a picture: enough for a page of text and lines, at a third of the size
WIDE, PHONE = ViewportSize(width=1200, height=900), ViewportSize(width=390, height=780)
SETTLED = 0.6  # seconds in which fonts, menus and scrolling come to rest


@dataclass(frozen=True)
class Camera:
    """A browser that opens the demo's page as somebody."""

    browser: Browser
    demo: Demo

    async def open(self, who: str, place: str, *, phone: bool = False, dark: bool = False) -> Page:
        """The page at a channel (`#team-support`) or at a tab of Amp (`home`, `messages`)."""
        page = await self.browser.new_page(
            viewport=PHONE if phone else WIDE,
            color_scheme="dark" if dark else "light",
            device_scale_factor=2 if phone else 1,
        )
        # A picture shows the conversation, not how to begin.
        await page.add_init_script("localStorage.setItem('local-slack-hint', '')")
        address = f"{self.demo.slack.url}/?as={who}#{await self._place(who, place)}"
        for _ in ("what is new is read", "nothing is new"):
            await page.goto("about:blank")
            await page.goto(address)
            await page.wait_for_selector("body[data-ready]")
        return page

    async def title(self, team: str, number: int) -> str:
        """The first line of a digest, in its team's language."""
        amp = self.demo.amp
        async with amp.database.read() as session:
            found = await session.scalars(select(Team).where(Team.name == team))
            say = amp.say.locale(found.one().language)
        return say.plain("digest-header", number=number, team=team)

    async def _place(self, who: str, place: str) -> str:
        if place.startswith("#"):
            found = self.demo.slack.world.workspace().channel(place)
            assert found is not None
            return found.id
        dm = await self.demo.slack.person(who).dm_id()
        return dm if place == "messages" else f"{dm}/{place}"


async def digest(camera: Camera) -> Page:
    """What a team reads: one drive is lower than usual, the others are as ever."""
    page = await camera.open("ana", "#team-support")
    await _show(page, await camera.title("team-support", 12))
    return page


async def digest_in_the_dark(camera: Camera) -> Page:
    """The same, at night, with the thread beside it: one move."""
    page = await camera.open("priya", "#team-support", dark=True)
    title = await camera.title("team-support", 12)
    message = await _show(page, title)
    await message.get_by_role("button", name=re.compile("repl")).click()
    await page.get_by_role("complementary", name="Thread").wait_for()
    await _show(page, title)
    return page


async def noise(camera: Camera) -> Page:
    """A quiet week gets a quiet digest."""
    page = await camera.open("ana", "#team-support")
    await _show(page, await camera.title("team-support", 10))
    return page


async def home(camera: Camera) -> Page:
    """What a lead sees at home."""
    return await camera.open("priya", "home")


async def set_up(camera: Camera) -> Page:
    """One command, one button."""
    page = await camera.open("ana", "#team-product")
    box = page.get_by_role("textbox", name="Message #team-product")
    await box.fill("/amp setup")
    await box.press("Enter")
    await page.get_by_role("button", name="Start the pulse").wait_for()
    return page


async def answering(camera: Camera) -> Page:
    """Five statements in a modal, on a phone."""
    page = await camera.open("tove", "messages", phone=True)
    await camera.demo.slack.driver.move_clock(next="tuesday 15:00", tz="Asia/Kolkata")
    await page.get_by_role("button", name="Answer", exact=True).last.click()
    form = page.get_by_role("dialog", name="Your week")
    for number, choice in enumerate(["Disagree", "Agree"]):
        await form.get_by_role("radio", name=choice, exact=True).nth(number).check()
    await form.evaluate("(node) => node.querySelector('.dialog-body, form')?.scrollTo(0, 0)")
    return page


async def inspector(camera: Camera) -> Page:
    """Every request between Amp and Slack."""
    page = await camera.open("ana", "#team-product")
    await page.get_by_role("button", name="Inspector").click()
    await page.get_by_role("complementary", name="Inspector").wait_for()
    return page


# In this order: the last ones move the clock.
PICTURES: dict[str, Callable[[Camera], Awaitable[Page]]] = {
    "digest": digest,
    "digest-dark": digest_in_the_dark,
    "digest-quiet": noise,
    "home": home,
    "inspector": inspector,
    "setup": set_up,
    "answering-phone": answering,
}


async def _show(page: Page, words: str) -> Locator:
    """Scroll a message's first line to the top of the conversation."""
    message = page.get_by_role("main").get_by_role("article").filter(has_text=words).last
    await message.wait_for()
    await asyncio.sleep(SETTLED)
    await message.evaluate("(node) => node.scrollIntoView({block: 'start'})")
    return message


async def take(folder: Path) -> None:
    """Play the demo with its past, and take every picture of it."""
    chromium = shutil.which("chromium")
    async with playing(past=Past(until=PRESENT)) as demo, async_playwright() as playwright:
        await demo.fill()
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS.split())
        camera = Camera(browser, demo)
        for name, picture in PICTURES.items():
            page = await picture(camera)
            await asyncio.sleep(SETTLED)
            path = folder / f"{name}.png"
            _save(await page.screenshot(), path)
            await page.close()
            sys.stdout.write(f"{path.name}: {path.stat().st_size // 1000} kB\n")
        await browser.close()


def _save(png: bytes, path: Path) -> None:
    Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS).save(path, optimize=True)


if __name__ == "__main__":
    logs.configure("WARNING")
    IMAGES.mkdir(exist_ok=True)
    asyncio.run(take(IMAGES))
