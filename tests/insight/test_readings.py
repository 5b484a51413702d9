"""Readings: from counts to scores."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict

from bot.insight.readings import ItemTally, Participation, Reading, observed, reading
from tests.insight.tallies import tally

counts = st.dictionaries(st.integers(1, 5), st.integers(0, 20), min_size=1)


@given(counts, st.booleans())
def test_a_score_is_the_mean_of_whoever_answered(given_: dict[int, int], reversed: bool) -> None:
    """Mean and variance are those of the single answers; a reversed item counts 6 - value."""
    answers = [6 - v if reversed else v for v, n in given_.items() for _ in range(n)]
    found = reading("autonomy", ItemTally("a", given_, reversed))
    assert found.people == len(answers)
    if len(answers) < 5:
        assert found == Reading("autonomy", len(answers))
        return
    assert found.mean == pytest.approx(statistics.fmean(answers))
    assert found.variance == pytest.approx(statistics.variance(answers))
    assert abs((found.shown or 0) - statistics.fmean(answers)) <= 0.5


@pytest.mark.parametrize("people", range(5))
def test_below_the_quorum_a_reading_is_the_same_whatever_was_answered(people: int) -> None:
    """Even if a tally came this far, its answers go no further."""
    found = {tuple(asdict(reading("x", ItemTally("i", {v: people}))).items()) for v in range(1, 6)}
    assert len(found) == 1


def test_an_item_everybody_left_out_reads_as_hidden() -> None:
    """There is no tally of it, and still a reading that says so."""
    found = reading("Mastery", None)
    assert (found.name, found.people, found.shown) == ("Mastery", 0, None)


@pytest.mark.parametrize("bad", [{0: 3}, {6: 1}, {3: -1}])
def test_a_count_that_cannot_be_is_refused(bad: dict[int, int]) -> None:
    """Values are 1 to 5, and nobody answers less than zero times."""
    with pytest.raises(ValueError, match="counts how many people"):
        ItemTally("a", bad)


def test_the_rule_sees_the_exact_reading_and_the_size_of_the_team() -> None:
    """Rounding is for people, not for arithmetic; hidden readings pass as hidden."""
    seen = observed(reading("a", tally("a", 34, 9)), 11)
    assert (seen.n, seen.mean, seen.size, seen.restarts) == (9, 34 / 9, 11, False)
    hidden = observed(reading("a", None), 11, restarts=True)
    assert (hidden.n, hidden.restarts) == (0, True)


def test_the_response_rate_counts_people_and_survives_an_empty_team() -> None:
    """Nobody invited is a rate of nothing, not an error."""
    assert Participation(9, 12).rate == 0.75
    assert Participation(0, 0).rate == 0
    assert (Participation(4, 7).enough, Participation(5, 7).enough) == (False, True)
