"""Emoji by their shortcodes: Slack's names, as Slack's own data have them."""

import re

import pytest
from playwright.async_api import expect

from localslack.emoji import TABLE, written
from tests.localslack.page.conftest import Open
from tests.localslack.page.ferry import Ferry

pytestmark = pytest.mark.asyncio(loop_scope="session")

TREE = {"unified": "1F384", "short_names": ["christmas_tree"], "category": "Activities"}
FINGER = {"unified": "261D-FE0F", "short_names": ["point_up", "up"], "category": "People & Body"}


@pytest.mark.browser
async def test_every_shortcode_of_slack_is_drawn(open_as: Open, ferry: Ferry) -> None:
    """Also with a skin tone, where the emoji has one; what Slack doesn't know stays as it is."""
    page = await open_as("ana")
    for words, drawn in (
        (":christmas_tree: trims the tree", "🎄 trims the tree"),
        ("I :woman-shrugging::skin-tone-4: too", "I 🤷🏽‍♀️ too"),
        ("Look :point_up::skin-tone-2: and :point_up:", "Look ☝🏻 and ☝️"),
        ("No tone: :tada::skin-tone-2:", "No tone: 🎉"),
        ("Nobody's :nobody-knows: it", "Nobody's :nobody-knows: it"),
    ):
        await ferry.client.chat_postMessage(channel="#general", text=words)
        await expect(page.get_by_role("article").last).to_contain_text(drawn)


@pytest.mark.browser
async def test_an_emoji_is_found_by_a_part_of_its_name(open_as: Open, ferry: Ferry) -> None:
    """In the picker; the reaction has Slack's name. What is only that name comes first."""
    page = await open_as("ana")
    await ferry.client.chat_postMessage(channel="#general", text="All of it is done")
    message = page.get_by_role("article").last
    await message.hover()
    await message.get_by_role("button", name="Add a reaction").click()
    picker = page.get_by_role("dialog", name="Pick an emoji")
    await picker.get_by_role("searchbox").fill("tree")
    await expect(picker.get_by_role("button", name="christmas tree")).to_have_text("🎄")
    await picker.get_by_role("searchbox").fill("heart")
    await expect(picker.get_by_role("button").first).to_have_text("❤️")
    await picker.get_by_role("searchbox").fill("christmas")
    await picker.get_by_role("searchbox").press("Enter")
    pill = message.get_by_role("button", name=re.compile("^christmas.tree, 1"))
    await expect(pill).to_contain_text("🎄")
    await expect(picker).to_have_count(0)


async def test_the_table_is_written_from_slacks_data() -> None:
    """Kinds on lines, in Slack's order, with names and skin tones; whose it is stands above."""
    toned = FINGER | {"subcategory": "hand", "sort_order": 2, "skin_variations": {"1F3FB": {}}}
    tone = {"unified": "1F3FB", "short_names": ["skin-tone-2"], "category": "Component"}
    emoji = [
        toned,
        tone | {"subcategory": "skin-tone", "sort_order": 3},
        TREE | {"subcategory": "event", "sort_order": 1},
    ]
    made = written(emoji, "16.0.0", "A licence\n\nof two lines")
    assert "\n🎄 christmas_tree\n☝️ point_up up *\n`;\n" in made
    assert "// A licence\n//\n// of two lines\n" in made
    assert "skin-tone" not in made
    assert "Copyright (c) 2013 Cal Henderson" in TABLE.read_text("utf-8")
