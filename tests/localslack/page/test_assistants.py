"""A chat with an assistant, on the page."""

from typing import Any

import pytest
from playwright.async_api import expect

from localslack.server import LocalSlack
from tests.localslack.page.conftest import Open
from tests.localslack.page.ferry import Ferry

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_chat_suggests_what_to_say_and_shows_what_the_assistant_is_at(
    open_as: Open, slack: LocalSlack, ferry: Ferry
) -> None:
    """A button opens it, another one says what it offers, and a status stands above the box."""
    page = await open_as("ana")
    await page.get_by_role("link", name="Ferry").click()
    await page.get_by_role("button", name="New chat").click()
    panel = page.get_by_role("complementary", name="Thread")
    await panel.get_by_role("button", name="The next boat").click()
    message = panel.get_by_role("article").nth(1)
    await expect(message).to_contain_text("When is the next boat?")

    chat = next(iter(slack.world.chats.values()))
    place: dict[str, Any] = {"channel_id": chat.channel, "thread_ts": chat.thread_ts}
    await ferry.client.assistant_threads_setStatus(**place, status="looks at the timetable")
    await expect(panel.get_by_role("status")).to_contain_text("Ferry looks at the timetable")
    stream = await ferry.client.chat_stream(
        channel=chat.channel, thread_ts=chat.thread_ts, buffer_size=1
    )
    await stream.append(markdown_text="At **10:15**")
    await expect(panel.locator("strong")).to_have_text("10:15")
    await expect(panel.get_by_role("status")).not_to_contain_text("looks at")
    await stream.stop()
