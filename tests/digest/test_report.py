"""A quarter on one page: what the digests showed, nothing finer, and nothing that runs."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.digest.report import page, reports
from bot.digest.report.periods import Period, ReportBackwards, ReportTooLong, period
from bot.digest.report.reports import NothingToReport, TeamReport
from bot.experiments.models import Experiment
from bot.insight import figures
from bot.pulse import rounds
from bot.teams.models import Team
from tests.digest.past import BEGAN, OWN, Past, ordinary, past_of
from tests.house import Scene, scene

EVIL = "<script>alert(1)</script> *x* & <!channel>"
FIRST, LAST = BEGAN.date(), BEGAN.date() + timedelta(weeks=30)
TODAY = date(2026, 11, 29)


async def reported(past: Past, days: Period | None = None) -> TeamReport:
    async with past.database.read() as session:
        team = await session.get_one(Team, past.team_id)
        return await reports.of_team(session, team, days or Period(FIRST, LAST))


def without_drawing(made: str) -> str:
    return re.sub(r"<svg.*?</svg>", "", made, flags=re.DOTALL)


async def tries(past: Past, **given: object) -> None:
    told = {
        "title": "Quiet mornings", "drive": "mastery", "drive_name": "Mastery", "first_round": 3,
        "rounds": 6, "started_at": BEGAN, "ended_at": BEGAN + timedelta(weeks=8), "end": "kept",
        "what": "-", "goal": "-", "metric": "-",
    }  # fmt: skip
    async with past.database.begin() as session:
        session.add(Experiment(team_id=past.team_id, **{**told, **given}))


async def test_every_mean_on_the_page_was_in_a_digest(past: Past) -> None:
    """And what was hidden there is hidden here."""
    told = [*await past.lives(ordinary(5)), *await past.lives([{}], people=4)]
    made = without_drawing(page.of_team(past.say, past.content, await reported(past)))
    shown = {figures.written(one.shown, one.people) for summary in told for one in summary.drives}
    cells = re.findall(r"<td>([\d.]+)</td>", made)
    assert len(cells) == 15
    assert set(cells) <= {value.rstrip("0").rstrip(".") for value in shown} | shown
    assert made.count("<td>not shown</td>") == 3
    assert "pulse 6" in made  # is named as not shown


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
async def test_the_page_needs_nothing_and_runs_nothing(past: Past, language: str) -> None:
    """Whatever people have written: no script, no address, no style but its own."""
    await past.lives(ordinary(6))
    await tries(past, title=EVIL)
    async with past.database.begin() as session:
        (await session.get_one(Team, past.team_id)).name = EVIL
    say, content = past.say.locale(language), past.content.locale(language)
    made = page.of_team(say, content, await reported(past))
    assert made.startswith(f'<!doctype html>\n<html lang="{language}">')
    assert "<script" not in made
    assert not re.search(r"\b(src|href)=\"(?!#)", made)
    assert made.count("alert(1)") >= 3  # heading, title, experiment
    assert "{" not in without_drawing(re.sub(r"<style>.*?</style>", "", made, flags=re.DOTALL))


async def test_an_experiment_is_a_band_on_the_line_that_it_was_to_move(past: Past) -> None:
    """In the colour of that drive, and told below."""
    await past.lives(ordinary(12))
    before = page.of_team(past.say, past.content, await reported(past))
    assert "stroke-opacity: 0.25" not in before
    assert "Nothing was tried" in before
    await tries(past)
    made = page.of_team(past.say, past.content, await reported(past))
    assert re.search(r"stroke: #d55e00; stroke-opacity: 0.25; stroke-width: 13", made)
    assert "<b>Quiet mornings</b>" in made
    assert "A pale band" in made


async def test_what_people_wrote_is_no_mark_on_the_page(past: Past) -> None:
    """Neither is it left out."""
    await past.lives(ordinary(12))
    await tries(past, title="Use the <draft> label")
    made = page.of_team(past.say, past.content, await reported(past))
    assert "<b>Use the &lt;draft&gt; label</b>" in made


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
async def test_what_a_team_asked_of_its_own_has_its_own_line(past: Past, language: str) -> None:
    """Below the drives and in none of them; where it was not asked its line is broken."""
    for n, week in enumerate(ordinary(12)):
        own = None if n in (5, 6) else 2.0 + (n % 3) / 2
        await past.composes(await past.week(week, custom=own))
    report = await reported(past)
    [line] = report.trends.own
    assert [point.shown for point in line.points].count(None) == 2
    assert line.drive.id not in [one.drive.id for one in report.trends.lines]
    say, content = past.say.locale(language), past.content.locale(language)
    made = page.of_team(say, content, report)
    first, second = re.findall(r"<svg.*?</svg>", made, re.DOTALL)
    assert first != second
    drives, own_part = made.split(say.plain("report-own"))
    assert OWN not in without_drawing(drives)
    assert OWN in own_part


async def test_a_report_without_a_question_of_ones_own_says_nothing_of_one(past: Past) -> None:
    """No heading, one drawing."""
    await past.lives(ordinary(6))
    made = page.of_team(past.say, past.content, await reported(past))
    assert "Own questions" not in made
    assert made.count("<svg") == 1


async def test_only_the_days_that_were_asked_for_are_told(past: Past) -> None:
    """Both ends among them; an experiment that began after them is left out."""
    await past.lives(ordinary(12))
    await tries(past, first_round=6)
    week = timedelta(weeks=1)
    report = await reported(past, Period(FIRST + week, FIRST + 3 * week))
    assert [one.number for one in report.summaries] == [2, 3, 4]
    assert not report.tried


async def test_a_time_without_a_digest_is_a_sentence(past: Past) -> None:
    """And so is a team that has none at all."""
    with pytest.raises(NothingToReport):
        await reported(past)


async def test_a_report_goes_until_the_teams_own_today(past: Past) -> None:
    """Where it is tomorrow already, what was told this morning is among it."""
    await past.lives(ordinary(1))
    async with past.database.begin() as session:
        team = await session.get_one(Team, past.team_id)
        team.zone = "Pacific/Auckland"
        late = datetime(2026, 11, 29, 22, tzinfo=UTC)
        assert rounds.today(team, late) == date(2026, 11, 30)
        team.zone = "America/Los_Angeles"
        assert rounds.today(team, late) == date(2026, 11, 29)


async def test_a_team_that_ended_is_said_to_have_ended(past: Past) -> None:
    """What it showed stays."""
    await past.lives(ordinary(3))
    async with past.database.begin() as session:
        (await session.get_one(Team, past.team_id)).ended_at = datetime(2026, 8, 1, tzinfo=UTC)
    made = page.of_team(past.say, past.content, await reported(past))
    assert "This team ended on 1 August 2026" in made


def test_a_report_is_a_quarter_unless_somebody_says_otherwise() -> None:
    """A year at most, and never backwards."""
    assert period(None, None, today=TODAY) == Period(date(2026, 8, 31), TODAY)
    assert period(date(2026, 1, 1), None, today=TODAY).first == date(2026, 1, 1)
    assert period(date(2025, 11, 29), TODAY, today=TODAY)
    with pytest.raises(ReportTooLong):
        period(date(2025, 6, 1), TODAY, today=TODAY)
    with pytest.raises(ReportBackwards):
        period(TODAY, date(2026, 1, 1), today=TODAY)


async def test_the_company_is_told_month_by_month_as_rolled_up(past: Past) -> None:
    """The maps of whole months; of one that is not over nothing."""
    await past.lives(ordinary(14))
    days, at = Period(date(2026, 7, 1), date(2026, 9, 30)), datetime(2026, 9, 20, tzinfo=UTC)
    async with past.database.read() as session:
        workspace = (await session.get_one(Team, past.team_id)).workspace_id
        report = await reports.of_company(session, past.content, workspace, days, at=at)
    assert [month.name for month, _ in report.months] == ["2026-07", "2026-08"]
    made = page.of_company(past.say, past.content, report)
    assert "How the teams stood in August 2026" in made
    assert "Everybody" in made
    assert "not a ranking" in made


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        await made.sets_up("ana", "#team-product")
        await made.run()
        yield made


async def says(house: Scene, words: str) -> bool:
    return any(words in message.text for message in await house.person("ana").dm())


async def test_a_lead_gets_the_page_from_home(house: Scene) -> None:
    """As a file that only they see; before the first digest as a sentence."""
    ana = house.person("ana")
    assert await ana.home()
    await ana.presses("Report", where="home")
    told = await ana.modal(timeout=20)
    assert told is not None
    assert "nothing to report" in told.text
    await ana.closes()
    past = await past_of(house)
    await past.lives(ordinary(20), people=8, asked=8)  # into November
    await ana.presses("Report", where="home")
    await house.slack.until(lambda: says(house, "one page for any browser"))
    [message] = [m for m in await ana.dm() if m.raw.get("files")]
    url = message.raw["files"][0]["url_private"]
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        assert "Report: team-product" in await answer.text()


async def test_where_slack_takes_no_file_that_is_said(house: Scene) -> None:
    """With the way that is left."""
    past, ana = await past_of(house), house.person("ana")
    await past.lives(ordinary(20), people=8, asked=8)
    await house.slack.driver.fault(
        "error", method="files.getUploadURLExternal", error="missing_scope", times=None
    )
    assert await ana.home()
    await ana.presses("Report", where="home")

    async def told() -> bool:
        modal = await ana.modal(timeout=0.1)
        return bool(modal and "amp report" in modal.text) or await says(house, "amp report")

    await house.slack.until(told)
