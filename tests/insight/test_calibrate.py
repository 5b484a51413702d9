"""Calibration: the shipped rule is as often right as its documentation says."""

from math import sqrt
from pathlib import Path

import numpy as np
import pytest

from bot.insight import verdicts as rule
from tests.bench import calibrate
from tests.bench.calibrate import Share

pytestmark = pytest.mark.moved

TEAMS = 150
SIGMAS = 3.5  # of forty comparisons, one in fifty seeds would fail by chance; the seed is fixed

# The design's own simulation, 4,000 teams a row: share of rounds shown, false calls a year, power
# in percent (drop of 0.5 within 2, 4 and 8 weeks, of 1.0 within 2, slide), and reviews that say
# "up" without and with effect. Its code is not known to this test, and its error is
# at most 0.008 calls and 0.8 points.
PUBLISHED: dict[str, dict[int, float]] = {
    "shown": {8: 94, 12: 100, 25: 100, 50: 100},
    "calls": {8: 0.19, 12: 0.15, 25: 0.09, 50: 0.04},
    "arrows": {8: 125, 12: 138, 25: 131, 50: 124},
    "drop 2": {8: 10, 12: 18, 25: 36, 50: 60},
    "drop 4": {8: 35, 12: 53, 25: 82, 50: 96},
    "drop 8": {8: 59, 12: 78, 25: 96, 50: 100},
    "plunge": {8: 70, 12: 90, 25: 100, 50: 100},
    "slide": {8: 46, 12: 59, 25: 84, 50: 94},
    "up 0.0": {8: 0.4, 12: 0.8, 25: 0.4},
    "up 0.3": {8: 29, 12: 36, 25: 55},
    "up 0.5": {8: 66, 12: 78, 25: 87},
}
PUBLISHED_ERROR = {"calls": 0.008, "arrows": 0.5}
ROUNDED = {"calls": 0.005}  # half of the last printed digit; of the others 0.5


@pytest.fixture(scope="module")
def found() -> dict[int, dict[str, Share]]:
    """One simulation of every size, shared by the tests below."""
    return calibrate.simulate(TEAMS, seed=2)


def error(name: str, published: float) -> float:
    """The standard error of the difference: chance here, chance there, and the printed digits."""
    if name in ("calls", "arrows"):
        # Calls come singly and seldom: as many as their mean is their variance, a third more for
        # teams that are restless throughout. Arrows of a drive-year scatter by less than five.
        each = sqrt(1.33 * published / 3) * 3 if name == "calls" else 5 * 3
    else:
        rate = min(max(published, 0.5), 99.5)
        each = sqrt(rate * (100 - rate))
    return sqrt(each**2 / TEAMS + PUBLISHED_ERROR.get(name, 0.8) ** 2)


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_figure_is_what_the_design_published(
    name: str, found: dict[int, dict[str, Share]]
) -> None:
    """False calls, power and reviews lie within chance of the design's own simulation."""
    for size, published in PUBLISHED[name].items():
        allowed = SIGMAS * error(name, published) + ROUNDED.get(name, 0.5)
        assert abs(found[size][name].value - published) <= allowed, (size, published, allowed)


def test_teams_of_five_mostly_see_nothing(found: dict[int, dict[str, Share]]) -> None:
    """All five must answer: a third of the rounds, and nearly every review has too few."""
    assert found[5]["shown"].value == pytest.approx(100 * 0.8**5, abs=3)
    assert found[5]["few 0.0"].value > 80
    assert found[5]["calls"].value < 0.3


def test_an_odd_round_is_seldom_called_by_chance(found: dict[int, dict[str, Share]]) -> None:
    """Far less often than a change is; yet most deep drops are not passed over in silence."""
    for size in calibrate.SIZES:
        assert found[size]["odd"].value < 0.09  # four times the documented rate, and 2 in 150 teams
    assert found[12]["noticed 1.5"].value > 80
    assert found[25]["noticed 1.0"].value > 65


def test_the_simulated_people_are_as_described() -> None:
    """Answers scatter by 0.92, half of it lasting, and a drop of 0.5 is one of the answers."""
    rng = np.random.default_rng(1)
    own = rng.normal(0, calibrate.PERSON_SD, 100_000)
    weeks = [own + rng.normal(0, calibrate.WEEK_SD, own.size) for _ in range(2)]
    first, second = (np.clip(np.rint(3.6 + w), 1, 5) for w in weeks)
    assert first.std() == pytest.approx(0.92, abs=0.01)
    assert np.corrcoef(first, second)[0, 1] == pytest.approx(0.51, abs=0.015)
    for answer in (2.6, 3.1, 3.6, 4.1):
        assert calibrate.average_answer(calibrate.level_of(answer)) == pytest.approx(answer)


def test_a_louder_rule_would_be_noticed(
    found: dict[int, dict[str, Share]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the limits a fifth lower, false calls leave the bound: the test can fail."""
    louder = tuple((w, h * 0.8) for w, h in rule.WINDOWS)
    monkeypatch.setattr(rule, "WINDOWS", louder)
    loud = [calibrate.try_out(12, 50, seed) for seed in range(2)]
    calls = calibrate.pooled(loud)["calls"].value
    assert calls > PUBLISHED["calls"][12] + SIGMAS * error("calls", 0.15)
    assert calls > found[12]["calls"].value


def test_tables_are_put_between_their_markers() -> None:
    """What stands around them stays, and putting them twice changes nothing."""
    text = "a\n<!-- calibrate: x -->\nold\n<!-- end: x -->\nb\n"
    once = calibrate.put(text, "x", "| new |")
    assert once == "a\n<!-- calibrate: x -->\n| new |\n<!-- end: x -->\nb\n"
    assert calibrate.put(once, "x", "| new |") == once


def test_a_document_without_the_place_is_told_so() -> None:
    """A marker that somebody removed is named."""
    with pytest.raises(SystemExit, match="no place for the table 'x'"):
        calibrate.put("nothing here", "x", "| new |")


def test_the_method_has_its_tables() -> None:
    """docs/method.md is complete: every table the script makes is in it, for every size."""
    text = Path(calibrate.METHOD).read_text()
    for name in ("verdicts", "odd rounds", "reviews"):
        table = text.split(f"<!-- calibrate: {name} -->")[1].split(f"<!-- end: {name} -->")[0]
        assert [f"| {size} |" in table for size in calibrate.SIZES] == [True] * 5
