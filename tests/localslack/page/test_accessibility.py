"""axe-core looks at every surface, in light and in dark, and has nothing serious to say."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect
from slack_sdk.errors import SlackApiError

from localslack.server import LocalSlack
from tests.localslack.page.conftest import Open
from tests.localslack.page.ferry import Ferry
from tests.localslack.page.test_blocks import every_block, give_pictures, show

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

AXE = Axe()


async def complaints(page: Page) -> list[str]:
    """What axe finds serious or critical, in light and in dark, as lines that say where."""
    found = []
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        answer = await AXE.run(page)
        found += [
            f"{scheme}: {line}" for one in answer.response["violations"] for line in _told(one)
        ]
    return found


def _told(violation: dict[str, Any]) -> list[str]:
    if violation["impact"] not in ("serious", "critical"):
        return []
    return [
        f"{violation['id']} {node['target']} {node['html'][:160]} {node['failureSummary'][-200:]}"
        for node in violation["nodes"]
    ]


async def ask(page: Page, command: str) -> None:
    """Type a command into the open conversation."""
    box = page.get_by_role("main").get_by_role("textbox").last
    await box.fill(command)
    await box.press("Enter")


async def conversation(page: Page) -> None:
    """Messages of people and of the bot, an ephemeral with buttons, reactions, what is new."""
    await ask(page, "/ferry")
    await expect(page.get_by_role("button", name="Take it")).to_be_visible()
    await expect(page.get_by_role("separator", name="New messages")).to_be_visible()


async def thread(page: Page) -> None:
    """A thread beside its channel."""
    await page.get_by_role("button", name="1 reply").click()
    await expect(page.get_by_role("textbox", name="Reply…")).to_be_visible()


async def modal(page: Page) -> None:
    """Inputs, two of them with an error line."""
    await ask(page, "/ferry book")
    await page.get_by_role("dialog").get_by_role("button", name="Book", exact=True).click()
    await expect(page.get_by_text("Please complete this required field.")).to_have_count(2)


async def open_select(page: Page) -> None:
    """A list of options, open inside a modal."""
    await ask(page, "/ferry book")
    await page.get_by_role("combobox", name="Boat").click()
    await expect(page.get_by_role("option", name="Petrel")).to_be_visible()


async def stacked(page: Page) -> None:
    """A view that lies on another."""
    await ask(page, "/ferry book")
    await page.get_by_role("button", name="House rules").click()
    await expect(page.get_by_role("dialog", name="House rules")).to_be_visible()


async def question(page: Page) -> None:
    """A confirmation."""
    await ask(page, "/ferry")
    await page.get_by_role("button", name="Sail now").click()
    await expect(page.get_by_role("dialog", name="Cast off?")).to_be_visible()


async def notice(page: Page) -> None:
    """A notice in the corner."""
    await ask(page, "/fery")
    await expect(page.get_by_role("alert")).to_be_visible()


async def commands(page: Page) -> None:
    """The commands that the composer offers."""
    await page.get_by_role("textbox", name="Message #general").type("/")
    await expect(page.get_by_role("option")).to_have_count(2)


async def home(page: Page) -> None:
    """The Home tab."""
    await page.get_by_role("link", name="Ferry").click()
    await page.get_by_role("tab", name="Home").click()
    await expect(page.get_by_role("heading", name="Your ferries")).to_be_visible()


async def about(page: Page) -> None:
    """The About tab."""
    await page.get_by_role("link", name="Ferry").click()
    await page.get_by_role("tab", name="About").click()
    await expect(page.get_by_role("heading", name="Commands")).to_be_visible()


async def clock(page: Page) -> None:
    """The clock's menu."""
    await page.get_by_role("button", name=re.compile("Skip ahead")).click()
    await expect(page.get_by_role("menuitem").first).to_be_visible()


async def choose_moment(page: Page) -> None:
    """The clock's dialog."""
    await clock(page)
    await page.get_by_role("menuitem", name="Skip to a date").click()
    await expect(page.get_by_role("dialog", name="Skip to")).to_be_visible()


async def people(page: Page) -> None:
    """The switch to another person."""
    await page.get_by_role("button", name=re.compile("Act as somebody")).click()
    await expect(page.get_by_role("dialog", name="Act as")).to_be_visible()


async def members(page: Page) -> None:
    """Who is in the channel."""
    await page.get_by_role("button", name="4 members").click()
    await expect(page.get_by_role("dialog", name="Members of #general")).to_be_visible()


async def profile(page: Page) -> None:
    """A card about somebody."""
    await (
        page.get_by_role("article")
        .get_by_role("button", name="Ben Okafor", exact=True)
        .first.click()
    )
    await expect(page.get_by_role("dialog", name="Ben Okafor")).to_be_visible()


async def browse(page: Page) -> None:
    """All channels."""
    await page.get_by_role("button", name="Browse channels").click()
    await expect(page.get_by_role("dialog", name="Channels")).to_be_visible()


async def emoji(page: Page) -> None:
    """The picker of emoji."""
    await page.get_by_role("button", name="Emoji").click()
    await expect(page.get_by_role("dialog", name="Pick an emoji")).to_be_visible()


async def inspector(page: Page) -> None:
    """Requests, one of them refused and one open, and a fault that is on."""
    await ask(page, "/ferry")
    await page.get_by_role("button", name="Inspector").click()
    panel = page.get_by_role("complementary", name="Inspector")
    await panel.get_by_text("What may go wrong").click()
    await panel.get_by_role("switch", name="Refuse native charts").click()
    await panel.locator(".request summary").first.click()
    await expect(panel.locator(".json").first).to_be_visible()
    await expect(panel.locator(".request.is-refused")).not_to_have_count(0)


async def jump(page: Page) -> None:
    """The palette, with what fits."""
    await page.keyboard.press("Control+k")
    await page.keyboard.type("a")
    await expect(
        page.get_by_role("dialog", name="Jump to").get_by_role("option")
    ).not_to_have_count(0)


async def search(page: Page) -> None:
    """Search, with a message found."""
    await page.keyboard.press("Control+g")
    await page.keyboard.type("sea")
    await expect(page.get_by_role("option")).to_have_count(1)


async def undo(page: Page) -> None:
    """The bar that takes back a deletion."""
    message = page.get_by_role("article").first
    await message.hover()
    await message.get_by_role("button", name="More actions").click()
    await page.get_by_role("menuitem", name="Delete message").click()
    await expect(page.get_by_role("button", name="Undo")).to_be_visible()


async def note(page: Page) -> None:
    """How Slack shows something."""
    await ask(page, "/ferry")
    await page.get_by_role("button", name="How Slack shows").click()
    await expect(page.locator(".note-words")).to_be_visible()


SURFACES: list[Callable[[Page], Awaitable[None]]] = [
    *(conversation, thread, modal, open_select, stacked, question, notice, commands, home, about),
    *(clock, choose_moment, people, members, profile, browse, emoji, inspector),
    *(jump, search, undo, note),
]


async def lived_in(slack: LocalSlack, ferry: Ferry) -> None:
    """A channel in which something has been said, and something refused."""
    ana, ben = slack.person("ana"), slack.person("ben")
    root = await ana.says("Morning: `ls`, <https://example.com|a link> :tada:", "#general")
    await ben.says("@ana look at #harbour", "#general")
    await ben.reacts(root, "tada")
    await ben.says("Morning", "#general", thread=root.ts)
    await ferry.client.chat_postMessage(channel="#general", text="> The sea is calm.\n```4```")
    with pytest.raises(SlackApiError):
        await ferry.client.chat_postMessage(channel="#nowhere", text="Ahoy")


@pytest.mark.parametrize("surface", SURFACES, ids=lambda surface: surface.__name__)
async def test_axe_finds_nothing_serious(
    open_as: Open, slack: LocalSlack, ferry: Ferry, surface: Callable[[Page], Awaitable[None]]
) -> None:
    """In light and in dark, on a wide screen."""
    await lived_in(slack, ferry)
    page = await open_as("ana")
    await surface(page)
    assert await complaints(page) == []


@pytest.mark.parametrize("surface", [conversation, thread, modal, home, inspector])
async def test_axe_finds_nothing_serious_on_a_phone(
    open_as: Open, slack: LocalSlack, ferry: Ferry, surface: Callable[[Page], Awaitable[None]]
) -> None:
    """Where one pane is seen at a time."""
    await lived_in(slack, ferry)
    page = await open_as("ana", phone=True)
    if surface is home:
        await page.get_by_role("button", name=re.compile("^Back to the list")).click()
        assert await complaints(page) == []
    await surface(page)
    assert await complaints(page) == []


@pytest.mark.parametrize("surface", ["message", "modal", "home"])
async def test_axe_finds_nothing_serious_in_any_block(open_as: Open, surface: str) -> None:
    """Every block and element, on each of its surfaces."""
    page = await open_as("ana")
    await give_pictures(page)
    await show(page, [block for where, block in every_block() if where == surface], surface)
    assert await complaints(page) == []
