"""One's own week: three conditions, and one thing to try."""

from datetime import timedelta

from bot.framework.content import Content
from bot.tools.mastery import weeks
from bot.tools.private.models import PrivateNote
from tests.house import Scene
from tests.tools.conftest import window


async def test_ones_week_ends_in_one_suggestion(each_house: Scene) -> None:
    """The thinnest condition decides, and next week the last one is still there."""
    bo = each_house.person("bo")
    await bo.types("/amp my week", "#general")
    form = await window(bo, says="The three conditions")
    await bo.submits(dict(zip(form.labels, ("Agree", "Disagree", "Neither"), strict=True)))
    seen = (await window(bo, says="To try")).text
    assert "Right challenge was the weakest this week" in seen
    assert "Goal: " in seen
    await bo.closes()
    await each_house.skip(by=timedelta(days=7))
    await bo.types("/amp my week", "#general")
    form = await window(bo, says="The three conditions")
    await bo.submits(dict.fromkeys(form.labels, "Strongly agree"))
    seen = (await window(bo, says="All three were there")).text
    assert "Right challenge 5 of 5 (before: 2)" in seen


async def test_a_week_is_filled_in_again_with_what_was_said(house: Scene) -> None:
    """Looked at twice, it is one week."""
    bo = house.person("bo")
    for answer in ("Agree", "Disagree"):
        await bo.types("/amp my week", "#general")
        form = await window(bo, says="The three conditions")
        given = [b["element"].get("initial_option") for b in form.blocks if b["type"] == "input"]
        await bo.submits(dict.fromkeys(form.labels, answer))
        await window(bo, says="of 5")
        await bo.closes()
    assert [option["text"]["text"] for option in given if option] == ["Agree"] * 3
    assert await house.rows(PrivateNote) == 1


def test_six_weeks_are_kept_and_the_suggestion_changes(content: Content) -> None:
    """The oldest goes; another idea comes each week."""
    kept: weeks.Weeks = {}
    ideas = set()
    for number in range(40, 50):
        kept = weeks.with_week(kept, f"2026-W{number}", {"growth": 2, "practice": 3})
        found = weeks.suggestion(content, kept)
        assert found is not None
        assert found.facet.id == "growth"
        ideas.add(found.idea.id)
    assert min(kept) == "2026-W44"
    assert len(ideas) == len(content.ideas_for("growth"))
