"""One's own week, one's own sentence, and whether the framework fits."""

from datetime import timedelta

from sqlalchemy import select

from bot.framework.content import Content
from bot.tools.models import Note
from bot.tools.own import weeks
from tests.house import Scene
from tests.tools.conftest import NASTY, hears, mrkdwn, window

SENTENCE = "Whom does this work help, and with what?"


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
    assert await house.rows(Note) == 1


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


async def test_a_sentence_stays_private_until_it_is_shared_once(each_house: Scene) -> None:
    """Locked in the database, shared by a press, gone by another."""
    house = each_house
    bo = house.person("bo")
    await bo.types("/amp my purpose", "#team-product")
    await window(bo, says=SENTENCE)
    assert await bo.submits({SENTENCE: NASTY})
    seen = await window(bo, says=NASTY)
    assert "<!channel>" not in mrkdwn(seen.blocks)
    await house.run()
    assert not [m for m in await bo.reads("#team-product") if NASTY in m.text]
    async with house.amp.database.read() as session:
        assert b"channel" not in (await session.scalars(select(Note))).one().locked

    await bo.presses("Share", where="modal")
    assert "Share" not in (await window(bo, says="Shared in")).buttons
    await house.run()
    told = await hears(house.person("ana"), NASTY)
    assert "<!channel>" not in mrkdwn(told.blocks)
    await bo.presses("Delete it", where="modal")
    await window(bo, says="It is deleted")
    assert await house.rows(Note) == 0


async def test_a_changed_sentence_can_be_shared_anew(house: Scene) -> None:
    """What was shared was the old one."""
    bo = house.person("bo")
    await bo.types("/amp my purpose", "#team-product")
    await window(bo, says=SENTENCE)
    await bo.submits({SENTENCE: "walkers"})
    await bo.presses("Share", where="modal")
    await window(bo, says="Shared in")
    await bo.presses("Change it", where="modal")
    await window(bo, says=SENTENCE)
    await bo.submits({SENTENCE: "walkers and their dogs"})
    assert "Share" in (await window(bo, says="and their dogs")).buttons


async def test_words_are_needed_for_a_sentence(house: Scene) -> None:
    """Blanks are none; the window may just be closed."""
    bo = house.person("bo")
    await bo.types("/amp my purpose", "#team-product")
    await window(bo, says=SENTENCE)
    result = await bo.submits({SENTENCE: "   "})
    assert "A few words are needed" in result.errors[SENTENCE]


async def test_the_fit_is_told_plainly(house: Scene, content: Content) -> None:
    """What stops it comes first, with what to do instead; else the way in."""
    ana = house.person("ana")
    good = ["No", "No", "Yes", "No", "Yes", "Yes"]
    for answers, says in ((good, "It fits"), (["Yes", *good[1:]], "Not this framework, not now")):
        await ana.types("/amp fit check", "#general")
        form = await window(ana, says="Think of one team")
        await ana.submits(dict(zip(form.labels, answers, strict=True)))
        seen = await window(ana, says=says)
        await ana.closes()
    safety = next(q for q in content.fit if q.id == "safety")
    assert safety.because in seen.text
    assert "Instead: Keep the procedures" in seen.text
    assert "fair" not in seen.text
