"""A digest leads to the next step of its team, and does not say it every week."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.digest import blocks
from bot.digest.summary import Summary
from bot.home import overview
from bot.slack.requests import Actor
from bot.teams import roster
from bot.teams.models import Team
from bot.tools.roles.models import Role
from tests.digest.past import BEGAN, Past, ordinary, past_of
from tests.house import Scene, scene

FALL = [*ordinary(12), *[{"autonomy": 2.0, "mastery": 3.6, "purpose": 3.6}] * 4]


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        await made.sets_up("ana", "#team-product")
        yield made


def thread(past: Past, told: Summary) -> str:
    draft = blocks.thread(past.say, past.content, told, past.team_id)
    return str(draft.blocks) if draft else ""


async def test_the_next_line_is_told_once_and_again_when_it_stays_open(house: Scene) -> None:
    """Twice in all: then it gives way to the next step's."""
    past = await past_of(house)
    told = await past.lives(ordinary(13))
    assert [one.step for one in told] == [
        "name-work", None, None, None, "name-work", None, None, None,
        "pick-t", None, None, None, "pick-t",
    ]  # fmt: skip
    said = thread(past, told[0])
    assert "Next on your checklist" in said
    assert "Name the kinds of work" in said
    assert "What steers your team today" in said  # and why
    assert "Next on your checklist" not in thread(past, told[1])


async def test_home_leads_where_the_digest_does(house: Scene) -> None:
    """While a line was told lately, and when it has given way to the next step's."""
    past, expected = await past_of(house), None
    for _ in range(13):
        [told] = await past.lives(ordinary(1))
        expected = told.step or expected
        async with house.amp.database.read() as session:
            team = await session.get_one(Team, past.team_id)
            [lead] = await roster.leads(session, team)
            actor = Actor(lead.workspace_id, lead.user_id)
            seen = await overview.read(session, past.content, actor, at=BEGAN)
        assert seen.next
        assert seen.next.id == expected
    assert expected == "pick-t"


async def test_what_the_team_does_moves_it_on(house: Scene) -> None:
    """The map of work ticks two lines, and the next digest leads to the third."""
    past = await past_of(house)
    await past.lives(ordinary(1))
    async with house.amp.database.begin() as session:
        session.add(Role(team_id=past.team_id, name="Writing", answers={}))
    [told] = await past.lives(ordinary(1))
    assert told.step == "find-signs"


async def test_while_something_is_news_the_digest_speaks_about_that(house: Scene) -> None:
    """One thing at a time."""
    past = await past_of(house)
    told = await past.lives(FALL)
    assert any(one.news for one in told)
    assert not [one.step for one in told if one.news and one.step]


async def test_a_change_that_no_round_shows_any_more_keeps_no_step_back(house: Scene) -> None:
    """Too few answer after a drop: there is nothing to say of it, and the checklist goes on."""
    past = await past_of(house)
    told = await past.lives(FALL)
    assert told[-1].leading
    hidden = await past.lives([{}], people=3, asked=8)
    assert hidden[-1].news
    assert hidden[-1].step
