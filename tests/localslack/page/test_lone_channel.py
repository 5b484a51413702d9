"""A company of one channel and no app: who leaves it is nowhere, and comes back."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import expect

from localslack.server import LocalSlack
from tests.localslack.page.conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PEOPLE = [{"name": "ana", "real_name": "Ana Lindqvist"}, {"name": "ben", "real_name": "Ben Okafor"}]


@pytest_asyncio.fixture(loop_scope="session")
async def slack() -> AsyncIterator[LocalSlack]:
    """A local Slack with nothing but #islet."""
    channels = [{"name": "islet", "members": ["ana", "ben"]}]
    place = {"name": "Isle", "domain": "isle", "people": PEOPLE, "channels": channels}
    slack = await LocalSlack.start({"workspaces": [place]})
    yield slack
    await slack.close()


@pytest.mark.parametrize("channel", ["#islet", ""], ids=["by its address", "by none"])
async def test_who_leaves_the_last_channel_comes_back(open_as: Open, channel: str) -> None:
    """Undo leads into it, and the page is whole."""
    page = await open_as("ana", channel)
    await page.get_by_role("link", name="islet").click()
    await page.get_by_role("button", name="2 members").click()
    await page.get_by_role("button", name="Leave the channel").click()
    await expect(page.get_by_text("You aren't in any channel yet.")).to_be_visible()
    await expect(page.get_by_role("textbox", name="Message #islet")).to_have_count(0)
    await page.get_by_role("button", name="Undo").click()
    await expect(page.get_by_role("textbox", name="Message #islet")).to_be_visible()
    await expect(page.get_by_text("You aren't in any channel yet.")).to_have_count(0)


async def test_who_leaves_the_last_channel_is_with_whom_they_talk(
    open_as: Open, slack: LocalSlack
) -> None:
    """A direct message is a place, too."""
    await slack.driver.post("dm/open", **{"as": "ben"}, user="ana")
    page = await open_as("ana", "#islet")
    await page.get_by_role("button", name="2 members").click()
    await page.get_by_role("button", name="Leave the channel").click()
    await expect(page.get_by_role("textbox", name="Message Ben Okafor")).to_be_visible()
