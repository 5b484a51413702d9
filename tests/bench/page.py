"""How smoothly the local Slack's page scrolls through a channel of 50,000 messages."""

import asyncio
import shutil
from statistics import median, quantiles
from typing import Any

from playwright.async_api import CDPSession, Page, async_playwright

from localslack import LocalSlack
from localslack.changes import posting
from localslack.world.messages import Draft

MESSAGES = 50_000
SECONDS = 8
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run"]
FRAME = 1000 / 60  # milliseconds
# One step a frame, as a wheel that is turned without a pause; the times between the frames.
SCROLL = """([pixels, seconds]) => new Promise((done) => {
    const list = document.querySelector('.scroller');
    const times = [];
    let [last, most] = [performance.now(), 0];
    const end = last + 1000 * seconds;
    requestAnimationFrame(function step(now) {
        times.push(now - last);
        last = now;
        most = Math.max(most, document.querySelectorAll('.message').length);
        list.scrollTop += pixels;
        if (now < end) requestAnimationFrame(step);
        else done({ times: times.slice(1), most });
    });
})"""


async def run() -> None:
    """Print how long frames take while one scrolls: at rest, by wheel, and in large leaps."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("  no chromium here: on Debian and Ubuntu apt-get install chromium")
        return
    print(f"The page with {MESSAGES:,} messages in one channel (headless, drawn without a GPU)")
    slack = await LocalSlack.start()
    try:
        _fill(slack)
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            page = await browser.new_page(viewport={"width": 1280, "height": 800})
            await page.goto(f"{slack.url}/?as=ana")
            await page.wait_for_selector("body[data-ready]")
            chrome = await page.context.new_cdp_session(page)
            # Its thread's own time, which does not grow when others keep the machine busy.
            await chrome.send("Performance.enable", {"timeDomain": "threadTicks"})
            for name, pixels in (("at rest", 0), ("up", -60), ("up, fast", -400), ("down", 60)):
                await _measure(page, chrome, name, pixels)
            await browser.close()
    finally:
        await slack.close()


def _fill(slack: LocalSlack) -> None:
    """Words of different length, every tenth with blocks, every seventh with a reaction."""
    workspace = slack.world.workspace()
    channel, people = workspace.channel("#general"), [*workspace.users.values()]
    assert channel is not None
    writers = [user.id for user in people if user.is_person][:5]
    for number in range(MESSAGES):
        text = f"Message *{number}* " + "of many words " * (number % 12)
        section: dict[str, Any] = {"type": "section", "text": {"type": "mrkdwn", "text": text}}
        blocks = [section, {"type": "divider"}] if number % 10 == 0 else None
        by = writers[number // 3 % len(writers)]
        said = posting.by_person(slack.world, channel, by, Draft(text=text, blocks=blocks))
        if number % 7 == 0:
            said.reactions["tada"] = writers[:2]


async def _measure(page: Page, chrome: CDPSession, name: str, pixels: int) -> None:
    before = await _busy(chrome)
    found: dict[str, Any] = await page.evaluate(SCROLL, [pixels, SECONDS])
    times = found["times"]
    work = 1000 * (await _busy(chrome) - before) / len(times)
    late = sum(time > 1.5 * FRAME for time in times) / len(times)
    print(
        f"  {name:8} {1000 * len(times) / sum(times):5.1f} frames/s, {late:5.1%} late; a frame "
        f"is {median(times):4.1f} ms, in 99 of 100 at most {quantiles(times, n=100)[-1]:5.1f}, and "
        f"{work:4.1f} ms of work; at most {found['most']} messages drawn"
    )


async def _busy(chrome: CDPSession) -> float:
    """Seconds that the page's thread has worked."""
    answer = await chrome.send("Performance.getMetrics")
    return next(float(one["value"]) for one in answer["metrics"] if one["name"] == "TaskDuration")


if __name__ == "__main__":
    asyncio.run(run())
