"""Digests, trends and roll-ups in every language that there is content for."""

from pathlib import Path

import pytest

from bot import paths, words
from bot.digest.rollup import blocks as rollup_blocks
from bot.digest.rollup.schedule import Month
from bot.digest.trends import blocks as trends_blocks
from bot.digest.trends import lines
from bot.insight.rollups import HeatMap, Row
from localslack.rules.messages import validate_message
from tests.digest.past import Past, ordinary

LANGUAGES = sorted(folder.name for folder in paths.CONTENT.iterdir() if folder.is_dir())


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_year_is_drawn_in_every_language(past: Past, language: str) -> None:
    """A change, a hidden round and a quiet one: nothing is missing, nothing is too long."""
    fell = [{**week, "purpose": 2.2} for week in ordinary(6)]
    told = [
        *await past.lives([*ordinary(14), *fell]),
        *await past.lives([{}], people=3),
        *await past.lives(ordinary(2)),
    ]
    there = Past(
        past.database, past.content.locale(language), past.say.locale(language), past.team_id
    )
    drafts = [draft for s in told for draft in (there.draft(s), there.thread(s)) if draft]
    seen = lines.of("Core", told, 52)
    variants = [variant for draft in drafts for variant in (draft.blocks, *draft.plainer)]
    variants += [
        trends_blocks.message(there.say, there.content, seen, 1, [], drawn=drawn)
        for drawn in (True, False)
    ]
    row = Row("Core", {"autonomy": 3.5, "mastery": None, "purpose": 4.0})
    found = HeatMap(("autonomy", "mastery", "purpose"), (row,), row)
    for draft in rollup_blocks.drafts(there.say, there.content, found, Month(2026, 7, "UTC")):
        variants += [draft.blocks, *draft.plainer]
    for variant in variants:
        drawn = [block for block in variant if "amp_chart" not in block]
        message = {"channel": "C1", "text": "x", "blocks": drawn}
        assert not validate_message(message), validate_message(message)
    assert there.content.drive("autonomy").name in str(variants)


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_stand_in_a_row_in_every_language(tmp_path: Path, language: str) -> None:
    """Two of them and more, whatever CLDR has for the language."""
    english = paths.CONTENT / "en" / "messages" / "common.ftl"
    for name in ("en", language):
        (tmp_path / name / "messages").mkdir(parents=True, exist_ok=True)
        (tmp_path / name / "messages" / "common.ftl").write_text(english.read_text())
    say = words.load(tmp_path).locale(language)
    assert say.language == language
    assert say.listed(["3", "4", "5"], style="unit") == "3, 4, 5"
    assert say.listed(["3"], style="unit") == "3"
    assert say.listed([], style="unit") == ""
