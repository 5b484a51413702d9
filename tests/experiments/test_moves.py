"""Which ideas a team is shown: fresh ones, of the facet in question, and none that it rejected."""

import re
from itertools import pairwise

import pytest

from bot.experiments import moves
from bot.experiments.moves import History
from bot.framework.content import Content
from bot.teams.models import Team
from tests.experiments.conftest import Trial


@pytest.mark.parametrize("drive", ["autonomy", "mastery", "purpose"])
def test_every_drive_has_three_ideas_of_three_facets(content: Content, drive: str) -> None:
    """A choice, and not three variations of one thing."""
    ideas = moves.choose(content, drive, [], History())
    assert len({content.facets[idea.facet].id for idea in ideas}) == len(ideas) == 3
    assert {content.drive_of(idea.facet) for idea in ideas} == {drive}
    assert ideas == moves.choose(content, drive, [], History())


@pytest.mark.parametrize("facet", ["task", "time", "technique", "team"])
def test_the_lowest_facet_comes_first(content: Content, facet: str) -> None:
    """A low score of *task* is answered with a move about tasks."""
    assert moves.choose(content, "autonomy", [facet], History())[0].facet == facet


def test_no_idea_comes_twice_before_all_have_come(content: Content) -> None:
    """Twelve weeks about one drive: three others each week for as long as there are any."""
    shown: list[tuple[str, ...]] = []
    for _ in range(12):
        ideas = moves.choose(content, "autonomy", ["task"], History(shown=shown))
        shown.append(tuple(idea.id for idea in ideas))
    everything = {idea.id for idea in content.ideas_for_drive("autonomy")}
    fresh = [id_ for ideas in shown[: len(everything) // 3] for id_ in ideas]
    assert len(set(fresh)) == len(fresh)
    assert all(set(a) != set(b) for a, b in pairwise(shown))


def test_what_was_tried_gives_way_to_what_was_not(content: Content) -> None:
    """It comes back only when nothing new is left."""
    everything = [idea.id for idea in content.ideas_for_drive("autonomy")]
    one_left = moves.choose(content, "autonomy", [], History(tried=everything[:-1]))
    assert one_left[0].id == everything[-1]
    assert len(one_left) == 3


def test_what_was_rejected_never_comes_again(content: Content) -> None:
    """Not even where nothing else is left, and never the same few twice running."""
    *rejected, one, other = [idea.id for idea in content.ideas_for_drive("mastery")]
    first = moves.choose(content, "mastery", [], History(rejected=rejected))
    assert {idea.id for idea in first} == {one, other}
    again = moves.choose(content, "mastery", [], History(shown=[(one, other)], rejected=rejected))
    assert len(again) == 1
    assert moves.choose(content, "mastery", [], History(rejected=[*rejected, one, other])) == []


def test_a_drive_that_nobody_knows_has_no_ideas(content: Content) -> None:
    """An empty list, no error."""
    assert moves.choose(content, "nothing", [], History()) == []


def test_every_idea_says_what_one_needs_to_know(content: Content) -> None:
    """Sixty and more, for all eleven facets, each with what can go wrong and a guard rail."""
    assert len(content.ideas) >= 60
    assert {idea.facet for idea in content.ideas} == set(content.facets)
    for language in ("en", "de", "fr", "es"):
        for idea in content.locale(language).ideas:
            assert idea.risk, (language, idea.id)
            assert len({idea.goal, idea.metric, idea.risk, idea.what}) == 4


TIMES = (
    r"\b(weeks|months|rounds|Wochen|Monaten?|Runden|semaines|mois|cycles|semanas|meses|rondas)\b"
)


def test_a_guard_rail_holds_however_long_an_experiment_is(content: Content) -> None:
    """It says what must not get worse, and nothing about weeks that a lead may choose otherwise."""
    for language in ("en", "de", "fr", "es"):
        goals = {idea.id: idea.goal for idea in content.locale(language).ideas}
        assert not [one for one, goal in goals.items() if re.search(TIMES, goal, re.IGNORECASE)]


async def test_what_a_lead_rejects_is_rejected_for_the_team(trial: Trial) -> None:
    """Twice is once, and another team still reads it."""
    await trial.team(6)
    async with trial.database.begin() as session:
        team = await session.get_one(Team, trial.team_id)
        for _ in range(2):
            await moves.reject(session, team, "quiet-mornings")
        assert await moves.rejected(session, team) == {"quiet-mornings"}
