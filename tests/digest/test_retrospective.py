"""Every twelfth round: a year on one page."""

import json

import pytest

from bot.digest.trends import retrospective
from bot.experiments.experimenting import Status
from bot.experiments.models import Experiment
from bot.slack import charts
from localslack.rules.messages import validate_message
from tests.digest.past import BEGAN, OWN, Past, ordinary


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
async def test_experiments_stand_under_the_drive_they_were_to_move(
    past: Past, language: str
) -> None:
    """A line for each drive, and what was tried for it; for the others that nothing was."""
    summaries = await past.lives(ordinary(24))
    tried = Experiment(
        team_id=past.team_id, title="Quiet mornings", drive="mastery", drive_name="Mastery",
        first_round=9, rounds=6, started_at=BEGAN, ended_at=BEGAN, end="kept",
        what="-", goal="-", metric="-",
    )  # fmt: skip
    say, content = past.say.locale(language), past.content.locale(language)
    told = retrospective.retrospective(say, content, summaries, [Status(tried, (), 6)])
    for blocks in ([b for b in told.blocks if not charts.is_picture(b)], *told.plainer):
        assert not validate_message({"channel": "C1", "text": told.text, "blocks": blocks})
    [picture] = filter(charts.is_picture, told.blocks)
    [[line, first, last]] = picture["amp_bands"]  # two rounds to a point: pulses 9 to 14
    assert (line, first, last) == (1, 4, 6)
    assert charts.png(picture).startswith(b"\x89PNG")
    drives = [json.dumps(block) for block in told.blocks if block["type"] == "section"]
    assert ["Quiet mornings" in drive for drive in drives] == [False, True, False]


def test_it_is_due_after_twelve_rounds_and_after_twenty_four() -> None:
    """And at no other time."""
    assert [n for n in range(1, 30) if retrospective.is_due(n)] == [12, 24]


async def test_a_year_on_one_page_has_the_teams_own_question_too(past: Past) -> None:
    """With a picture of its own, and under no drive."""
    summaries = [
        await past.composes(await past.week(week, custom=3.0 + n % 2))
        for n, week in enumerate(ordinary(12))
    ]
    told = retrospective.retrospective(past.say, past.content, summaries, [])
    drives, own = [b for b in told.blocks if charts.is_picture(b)]
    assert OWN in own["alt_text"]
    assert OWN not in drives["alt_text"]
    assert charts.png(own).startswith(b"\x89PNG")
    [plain] = told.plainer
    assert not validate_message({"channel": "C1", "text": told.text, "blocks": plain})
    assert [OWN in json.dumps(block) for block in plain].count(True) == 1
