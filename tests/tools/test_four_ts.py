"""The four Ts: how much say there is, the next step, ideas with their guard rails."""

from typing import Any

import pytest
from sqlalchemy import select

from bot import clock
from bot.framework.content import Content
from bot.slack.requests import Actor
from bot.teams.models import Team
from bot.tools.four_ts.assessment import Assessment
from bot.tools.private.models import PrivateNote
from bot.tools.private.notes import Notes
from tests.house import Scene
from tests.tools.conftest import NASTY, id_of, mrkdwn, window

STEP = "step-time"


async def test_ratings_and_a_step_are_kept_and_ideas_follow(each_house: Scene) -> None:
    """The T that is easiest comes first, each idea with goal and measure."""
    ana = each_house.person("ana")
    await ana.types("/amp four ts", "#team-product")
    await ana.presses("Begin", where="modal")
    await window(ana, says="Leave out what you can't tell")
    result = await ana.submits(
        {"say-task": "Some", "say-time": "Hardly any", STEP: NASTY, "easiest": "Technique"}
    )
    assert result, result.errors
    seen = await window(ana, says="Begin with: Technique")
    assert "Time: Hardly any" in seen.text
    assert "Team: not rated" in seen.text
    assert f"Next: {NASTY}" in seen.text
    assert "<!channel>" not in mrkdwn(seen.blocks)
    assert "Say what, not how" in seen.text
    assert "How to tell: Pieces that had to be done again." in seen.text
    await ana.closes()

    await ana.types("/amp four ts", "#team-product")
    await ana.presses("Change it", where="modal")
    form = await window(ana, says="Leave out what you can't tell")
    inputs = {b["block_id"]: b["element"] for b in form.blocks if b["type"] == "input"}
    assert inputs[STEP]["initial_value"] == NASTY
    assert inputs["say-time"]["initial_option"]["text"]["text"] == "Hardly any"


async def test_the_catalogue_of_each_t_lies_over_the_view(house: Scene) -> None:
    """Six ideas each; closing it leads back."""
    ana = house.person("ana")
    await ana.types("/amp four ts", "#team-product")
    for name in ("Task", "Time", "Technique", "Team"):
        await ana.presses(f"Ideas: {name}", where="modal")
        seen = await window(ana, says=f"*{name}*")
        assert seen.text.count("How to tell: ") == 6
        await ana.closes()
        await window(ana, says="More to try")


async def test_nobody_else_sees_it(house: Scene) -> None:
    """Another person of the team begins anew, and the row can't be read."""
    ana, bo = house.person("ana"), house.person("bo")
    await ana.types("/amp four ts", "#team-product")
    await ana.presses("Begin", where="modal")
    await window(ana, says="Leave out what you can't tell")
    await ana.submits({STEP: "secret step"})
    await window(ana, says="secret step")
    await bo.types("/amp four ts", "#team-product")
    assert "Begin" in (await window(bo)).buttons
    async with house.amp.database.read() as session:
        assert b"secret" not in (await session.scalars(select(PrivateNote))).one().locked


@pytest.mark.parametrize(
    ("kept", "first"),
    [
        (Assessment(), None),
        (Assessment({"task": 2, "time": 2}), "time"),
        (Assessment({"task": 1, "time": 2}), "task"),
        (Assessment({"task": 1}, easiest="team"), "team"),
    ],
)
def test_where_to_begin(content: Content, kept: Assessment, first: str | None) -> None:
    """What somebody calls the easiest; else the least say, and time when in doubt."""
    assert kept.begin_with == first


async def elsewhere(house: Scene, **kept: Any) -> None:
    """The same person saves this in another window."""
    user = await id_of(house.person("ana"))
    async with house.amp.database.begin() as session:
        team = (await session.scalars(select(Team))).one()
        actor = Actor(team.workspace_id, user)
        notes = Notes(session, house.amp.vault, actor)
        await Assessment(**kept).keep(notes, team, at=clock.now())


async def test_two_windows_lose_nothing_of_each_other(each_house: Scene) -> None:
    """What was entered in both stands; where they differ, the second one is asked."""
    house, ana = each_house, each_house.person("ana")
    await ana.types("/amp four ts", "#team-product")
    await ana.presses("Begin", where="modal")
    await window(ana, says="Leave out what you can't tell")
    await elsewhere(house, ratings={"task": 4}, steps={"time": "no meetings on Fridays"})
    await ana.submits({"say-time": "Hardly any", "easiest": "Technique"})
    seen = (await window(ana, says="Begin with: Technique")).text
    assert "Next: no meetings on Fridays" in seen
    assert "Time: Hardly any" in seen
    assert "Task: not rated" not in seen

    await ana.presses("Change it", where="modal")
    await window(ana, says="Leave out what you can't tell")
    await elsewhere(house, ratings={"task": 4, "time": 5})
    await ana.submits({"say-time": "Some"})
    await window(ana, says="you changed it too: Time")
    await ana.submits()
    assert "Time: Some" in (await window(ana, says="Time: Some")).text
