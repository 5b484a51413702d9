"""From the cards into the tools."""

import pytest

from bot.framework.content import Content
from tests.house import Scene
from tests.tools.conftest import window

OPENS = {
    "/amp step 1": {"Do the audit": "Your view", "Map the work": "which kinds of work"},
    "/amp autonomy": {"Rate the four Ts": "How much say is there"},
    "/amp mastery": {"Look at my week": "The three conditions"},
    "/amp purpose": {"Write my sentence": "Whom does this work help"},
    "/amp fit": {"Check the fit": "Think of one team"},
    "/amp examples": {"Plan a ShipIt day": "It begins, on your clock"},
}


@pytest.mark.parametrize("typed", OPENS)
async def test_a_card_leads_to_its_tools(house: Scene, typed: str) -> None:
    """One press on the card opens what it talks about."""
    ana = house.person("ana")
    for label, says in OPENS[typed].items():
        await ana.types(typed, "#team-product")
        await ana.presses(label, where="#team-product")
        await window(ana, says=says)
        await ana.closes()


async def test_the_last_step_leads_to_the_checklist(house: Scene) -> None:
    """The card that only shows it has the button to tick it."""
    ana = house.person("ana")
    await ana.types("/amp purpose", "#team-product")
    await ana.presses("Next: Checklist", where="#team-product")
    await ana.presses("Tick it off", where="#team-product")
    await window(ana, says="0 of 17 done")


def test_every_tool_has_a_card(content: Content) -> None:
    """Nobody has to know a command to find a tool."""
    led_to = {tool.opens for card in content.cards for tool in card.tools}
    assert led_to == {
        "audit", "roles", "fit", "four-ts", "mastery", "purpose", "checklist", "shipit",
    }  # fmt: skip
