"""Links: those to what is in this Slack stay in the page, all others open a tab."""

from typing import Any

import pytest
from playwright.async_api import Page, expect

from localslack.changes import posting
from localslack.server import LocalSlack
from localslack.world.messages import Draft
from tests.localslack.page.conftest import Open
from tests.localslack.page.ferry import Ferry, button, option, plain
from tests.localslack.page.test_gaps import general, ids
from tests.localslack.page.test_long_channels import fill, wave

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Json = dict[str, Any]
CONFIRM: Json = {
    "title": plain("Sure?"),
    "text": plain("It is far."),
    "confirm": plain("Go"),
    "deny": plain("Stay"),
}
ELSEWHERE = "https://example.com/elsewhere"


def rich(*elements: Json) -> list[Json]:
    """A rich_text block with these in one line."""
    return [
        {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": elements}]}
    ]


def acting(*elements: Json) -> list[Json]:
    """An actions block."""
    return [{"type": "actions", "elements": elements}]


def overflow(where: str, **more: Any) -> Json:
    """A menu whose one choice is a link."""
    options = [{**option("Look", "look"), "url": where}]
    return {"type": "overflow", "action_id": "menu", "options": options, **more}


def surfaces(where: str) -> dict[str, Json]:
    """All that a link may stand in, in a message, called «Look»."""
    cells = [
        [{"type": "raw_text", "text": "Where"}],
        rich({"type": "link", "url": where, "text": "Look"}),
    ]
    return {
        "mrkdwn": {"text": f"<{where}|Look>"},
        "a section": {
            "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": f"*<{where}|Look>*"}}]
        },
        "rich text": {"blocks": rich({"type": "link", "url": where, "text": "Look"})},
        "markdown": {"blocks": [{"type": "markdown", "text": f"[Look]({where})"}]},
        "a table": {"blocks": [{"type": "table", "rows": cells}]},
        "a button": {"blocks": acting(button("Look", "look", url=where))},
        "a button that asks": {
            "blocks": acting(button("Look", "look", url=where, confirm=CONFIRM))
        },
        "a menu": {"blocks": acting(overflow(where))},
        "a menu that asks": {"blocks": acting(overflow(where, confirm=CONFIRM))},
        "an attachment": {"attachments": [{"title": "Look", "title_link": where}]},
    }


async def press(page: Page, surface: str) -> None:
    """Press the link, whatever it is."""
    last = page.get_by_role("article").last
    if "menu" in surface:
        await last.get_by_role("button", name="More options").click()
        await page.get_by_role("menuitem", name="Look").click()
    else:
        await last.get_by_text("Look", exact=True).click()
    if "asks" in surface:
        await page.get_by_role("dialog", name="Sure?").get_by_role("button", name="Go").click()


@pytest.mark.usefixtures("ferry")
@pytest.mark.parametrize("surface", surfaces(ELSEWHERE))
async def test_a_link_to_a_message_leads_to_it_and_another_opens_a_tab(
    open_as: Open, slack: LocalSlack, ferry: Ferry, surface: str
) -> None:
    """Wherever a bot puts it; the address is the one that chat.getPermalink gives."""
    said = fill(slack, 120)
    place = general(slack).id
    answer = await ferry.client.chat_getPermalink(channel=place, message_ts=said[10])
    page = await open_as("ana", "#harbour")
    for number, where in enumerate((ELSEWHERE, str(answer["permalink"])), 1):
        text = surfaces(where)[surface].get("text", "Somewhere")
        shown = {"text": text, **surfaces(where)[surface]}
        await ferry.client.chat_postMessage(channel="#harbour", **shown)
        await expect(page.get_by_role("article")).to_have_count(number)
        if where == ELSEWHERE:
            await page.context.route(ELSEWHERE, lambda route: route.fulfill(body="There"))
            async with page.context.expect_page() as opened:
                await press(page, surface)
            assert (await opened.value).url == ELSEWHERE
            await (await opened.value).close()
            await expect(page.get_by_role("heading", name="harbour").first).to_be_visible()
    await press(page, surface)
    await expect(wave(page, 10)).to_be_focused()
    assert len(page.context.pages) == 1


async def test_a_button_that_asks_leads_nowhere_when_one_stays(
    open_as: Open, slack: LocalSlack, ferry: Ferry
) -> None:
    """Neither here nor into another tab, and the bot hears nothing."""
    place = general(slack).id
    for element in (
        button("Look", "look", url=f"https://harbour.slack.com/archives/{place}", confirm=CONFIRM),
        button("Look", "look", url=ELSEWHERE, confirm=CONFIRM),
    ):
        await ferry.client.chat_postMessage(channel="#harbour", text="?", blocks=acting(element))
        page = await open_as("ana", "#harbour")
        await page.get_by_role("article").last.get_by_text("Look").click()
        await page.get_by_role("dialog").get_by_role("button", name="Stay").click()
        await expect(page.get_by_role("dialog")).to_have_count(0)
        await expect(page.get_by_role("heading", name="harbour").first).to_be_visible()
        await page.close()
    requests = (await slack.driver.get("requests"))["requests"]
    assert not [one for one in requests if one["name"] == "block_actions"]


@pytest.mark.usefixtures("ferry")
async def test_slacks_other_addresses_lead_to_channels_people_and_apps(
    open_as: Open, slack: LocalSlack
) -> None:
    """In the browser's form and in that of Slack's own program."""
    [ben] = ids(slack, "ben")
    team, place = slack.world.workspace().id, general(slack).id
    app = slack.app.app_id
    leads = {
        f"https://harbour.slack.com/archives/{place}": "general",
        f"slack://channel?team={team}&id={place}": "general",
        f"https://slack.com/app_redirect?channel={place}&team={team}": "general",
        f"https://slack.com/app_redirect?app={app}": "Ferry",
        f"slack://app?team={team}&id={app}&tab=about": "Ferry",
    }
    page = await open_as("ana", "#harbour")
    for number, (where, heading) in enumerate(leads.items()):
        await said(slack, f"<{where}|To {heading} {number}>")
        await page.get_by_role("link", name=f"To {heading} {number}").click()
        await expect(page.get_by_role("heading", name=heading).first).to_be_visible()
        await page.go_back()
        await expect(page.get_by_role("heading", name="harbour").first).to_be_visible()
    for where in (f"https://harbour.slack.com/team/{ben}", f"slack://user?team={team}&id={ben}"):
        await said(slack, f"<{where}|{where}>")
        await page.get_by_role("link", name=where).click()
        await expect(page.get_by_role("dialog", name="Ben Okafor")).to_be_visible()
        await page.keyboard.press("Escape")
    assert len(page.context.pages) == 1


async def said(slack: LocalSlack, words: str) -> None:
    """Ben's words in #harbour."""
    harbour = slack.world.workspace().channel("#harbour")
    assert harbour is not None
    [ben] = ids(slack, "ben")
    posting.by_person(slack.world, harbour, ben, Draft(text=words))


@pytest.mark.usefixtures("ferry")
async def test_a_link_into_what_one_cant_see_says_so(open_as: Open, slack: LocalSlack) -> None:
    """And opens no tab: there is no such Slack elsewhere."""
    await said(slack, "<https://harbour.slack.com/archives/C0SECRET/p1700000000000100|Look>")
    page = await open_as("ana", "#harbour")
    await page.get_by_role("article").last.get_by_text("Look", exact=True).click()
    await expect(page.get_by_role("alert")).to_contain_text("leads to where you can't look")
    assert len(page.context.pages) == 1


@pytest.mark.usefixtures("ferry")
async def test_a_link_to_a_message_opens_another_tab_of_the_page_when_asked(
    open_as: Open, slack: LocalSlack
) -> None:
    """With Ctrl or the middle button, as the same person."""
    first = fill(slack, 120)[10]
    where = f"https://harbour.slack.com/archives/{general(slack).id}/p{first.replace('.', '')}"
    await said(slack, f"<{where}|Look>")
    page = await open_as("ana", "#harbour")
    async with page.context.expect_page() as opened:
        await (
            page.get_by_role("article")
            .last.get_by_text("Look", exact=True)
            .click(modifiers=["Control"])
        )
    other = await opened.value
    await expect(wave(other, 10)).to_be_focused()
    await expect(other.get_by_role("button", name="You are Ana Lindqvist")).to_be_visible()
    await expect(page.get_by_role("heading", name="harbour").first).to_be_visible()


@pytest.mark.usefixtures("ferry")
async def test_a_mention_of_a_message_is_a_link_to_it(
    open_as: Open, slack: LocalSlack, ferry: Ferry
) -> None:
    """Rich text's own way, without an address."""
    root = await slack.person("ben").says("Who is on watch?", "#general")
    reply = await slack.person("cleo").says("I am", "#general", thread=root.ts)
    mention = {"type": "message_mention", "channel_id": general(slack).id, "text": "The answer"}
    mention |= {"message_ts": reply.ts, "thread_ts": root.ts}
    await ferry.client.chat_postMessage(channel="#harbour", text="Look", blocks=rich(mention))
    page = await open_as("ana", "#harbour")
    await page.get_by_role("link", name="The answer").click()
    thread = page.get_by_role("complementary", name="Thread")
    await expect(thread.get_by_role("article").filter(has_text="I am")).to_be_focused()
