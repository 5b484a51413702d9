"""Several workspaces in one local Slack: each tab is in one, and hears of the others."""

import copy
import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from localslack.server import LocalSlack
from tests.localslack.page.conftest import Open
from tests.localslack.page.ferry import COMPANY, MANIFEST, Ferry
from tests.localslack.page.test_accessibility import complaints

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

YARD: dict[str, Any] = {
    "name": "Boatyard",
    "domain": "boatyard",
    "people": [{"name": "kim", "real_name": "Kim Park"}, {"name": "lou", "real_name": "Lou Roy"}],
    "channels": [{"name": "general", "members": "everyone", "bots": ["ferry"]}],
}


@pytest_asyncio.fixture(loop_scope="session")
async def slack() -> AsyncIterator[LocalSlack]:
    """Two workspaces of one organisation, with the app in both."""
    manifest = copy.deepcopy(MANIFEST)
    manifest["settings"]["org_deploy_enabled"] = True
    slack = await LocalSlack.start(
        {
            **COMPANY,
            "workspaces": [*COMPANY["workspaces"], YARD],
            "enterprise": {"name": "Two Shores"},
            "apps": [{"manifest": manifest, "install": ["org"]}],
        }
    )
    yield slack
    await slack.close()


def yard(slack: LocalSlack) -> str:
    """The second workspace's id."""
    return next(id_ for id_, found in slack.world.workspaces.items() if found.name == "Boatyard")


async def go_to(page: Page, workspace: str) -> None:
    """Choose a workspace in the menu at the top of the sidebar."""
    await page.get_by_role("button", name=re.compile("another workspace")).click()
    await page.get_by_role("menuitemradio", name=re.compile(workspace)).click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text(workspace)
    await page.wait_for_selector("body[data-ready]")


async def test_one_goes_from_workspace_to_workspace_and_stays_who_one_was(open_as: Open) -> None:
    """In each of them one is somebody of it; coming back, the same person again."""
    page = await open_as("ben")
    await go_to(page, "Boatyard")
    await expect(page.get_by_role("button", name=re.compile("You are Kim Park"))).to_be_visible()
    await page.get_by_role("button", name=re.compile("You are Kim Park")).click()
    await page.get_by_role("link", name=re.compile("Lou Roy")).click()
    await expect(page.get_by_role("button", name=re.compile("You are Lou Roy"))).to_be_visible()
    await go_to(page, "Harbour")
    await expect(page.get_by_role("button", name=re.compile("You are Ben Okafor"))).to_be_visible()
    await go_to(page, "Boatyard")
    await expect(page.get_by_role("button", name=re.compile("You are Lou Roy"))).to_be_visible()


async def test_what_is_new_in_another_workspace_is_marked_as_it_comes(
    open_as: Open, slack: LocalSlack
) -> None:
    """A dot for any message, a number for those to oneself; reading them there takes both away."""
    page = await open_as("ana")
    switch = page.get_by_role("button", name=re.compile("another workspace"))
    await expect(switch).to_have_accessible_name("Harbour. Go to another workspace")
    lou = slack.driver.person("lou", ws=yard(slack))
    await lou.says("The paint is dry.", "#general")
    await expect(switch).to_have_accessible_name(re.compile("something is new in another"))
    await expect(switch.locator(".unread-dot")).to_be_visible()
    await lou.says("@kim Come and look.", "#general")
    await expect(switch.locator(".badge-count")).to_have_text("1")

    await switch.click()
    await lou.says("@kim Bring a brush.", "#general")
    await expect(switch.locator(".badge-count")).to_have_text("2")
    await page.get_by_role("menuitemradio", name="Boatyard").click()
    await expect(page.get_by_role("article").last).to_contain_text("Bring a brush.")
    await expect(page.get_by_role("article").get_by_text("@Kim Park")).to_have_count(2)
    await go_to(page, "Harbour")
    await expect(switch).to_have_accessible_name("Harbour. Go to another workspace")


async def test_an_app_of_the_whole_organisation_works_in_every_workspace(
    open_as: Open, slack: LocalSlack, ferry: Ferry
) -> None:
    """Its command, its modal and its Home, in the second one as in the first."""
    page = await open_as("kim", ws=yard(slack))
    box = page.get_by_role("textbox", name="Message #general")
    await box.fill("/ferry book")
    await box.press("Enter")
    await expect(page.get_by_role("dialog", name="Book a ferry")).to_be_visible()
    await page.keyboard.press("Escape")
    await page.get_by_role("link", name="Ferry").click()
    await page.get_by_role("tab", name="Home").click()
    await expect(page.get_by_role("heading", name="Your ferries")).to_be_visible()


async def test_the_menu_of_workspaces_can_be_read_by_everybody(
    open_as: Open, slack: LocalSlack
) -> None:
    """Open, with something new in it, in light and in dark."""
    page = await open_as("ana")
    await slack.driver.person("lou", ws=yard(slack)).says("@kim Hello", "#general")
    switch = page.get_by_role("button", name=re.compile("something is new"))
    await switch.click()
    item = page.get_by_role("menuitemradio", name=re.compile("Boatyard"))
    await expect(item).to_contain_text("as Kim Park · 1 for you")
    assert await complaints(page) == []
    await page.keyboard.press("Escape")
    await expect(switch).to_be_focused()
