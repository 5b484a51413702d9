"""One's own sentence: private until it is shared, once."""

from sqlalchemy import select

from bot.tools.private.models import PrivateNote
from tests.house import Scene
from tests.tools.conftest import NASTY, hears, mrkdwn, window

SENTENCE = "Whom does this work help, and with what?"


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
        assert b"channel" not in (await session.scalars(select(PrivateNote))).one().locked

    await bo.presses("Share", where="modal")
    assert "Share" not in (await window(bo, says="Shared in")).buttons
    await house.run()
    told = await hears(house.person("ana"), NASTY)
    assert "<!channel>" not in mrkdwn(told.blocks)
    await bo.presses("Delete it", where="modal")
    await window(bo, says="It is deleted")
    assert await house.rows(PrivateNote) == 0


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
