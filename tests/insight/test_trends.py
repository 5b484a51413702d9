"""Trends: a series as it may be shown, over a month, a quarter and a year of rounds."""

import random
from datetime import date, timedelta

from bot.insight.readings import observed, reading
from bot.insight.trends import SPANS, Judged, trend, trends
from bot.insight.verdicts import Kind, verdicts
from tests.insight.tallies import tally

FIRST = date(2026, 1, 6)


def rounds(people: list[int], total_each: float = 3.6) -> list[Judged]:
    """Weekly rounds answered by so many *people* of fifteen."""
    read = [reading("Mastery", tally("m", round(n * total_each), n) if n else None) for n in people]
    said = verdicts(observed(r, 15) for r in read)
    return [
        Judged(i + 1, FIRST + timedelta(weeks=i), r, v, 15)
        for i, (r, v) in enumerate(zip(read, said, strict=True))
    ]


def test_a_trend_is_the_newest_rounds_oldest_first() -> None:
    """Four, twelve and fifty-two, or as many as there are."""
    found = trends("Mastery", rounds([12] * 20))
    assert {span: len(t.points) for span, t in found.items()} == {4: 4, 12: 12, 52: 20}
    assert [p.number for p in found[4].points] == [17, 18, 19, 20]
    assert tuple(found) == SPANS


def test_a_hidden_round_is_a_gap_and_not_a_line() -> None:
    """It stays in the series, with nothing to see."""
    found = trend("Mastery", rounds([12, 4, 0, 12]), 4)
    assert [p.shown is None for p in found.points] == [False, True, True, False]
    assert [p.kind for p in found.points] == [
        Kind.LEARNING,
        Kind.HIDDEN,
        Kind.HIDDEN,
        Kind.LEARNING,
    ]


def test_the_answers_of_a_hidden_round_change_nothing() -> None:
    """Points and average are the same whatever four people said."""
    assert trends("m", rounds([9, 9, 9, 4, 9], 3.6))[4].average == 3.5
    low, high = (
        [*rounds([9] * 5), Judged(6, FIRST, reading("Mastery", tally("m", total, 4)), v, 15)]
        for total, v in ((4, rounds([4])[0].verdict), (20, rounds([4])[0].verdict))
    )
    assert trends("m", low) == trends("m", high)


def test_the_average_is_rounded_for_the_people_behind_it() -> None:
    """Twelve rounds of nine people are still nine people: steps of a quarter."""
    rng = random.Random(2)
    for _ in range(50):
        average = trend("m", rounds([9] * 12, rng.uniform(2, 4.5)), 12).average
        assert average is not None
        assert (average * 4).is_integer()


def test_one_visible_round_has_no_average() -> None:
    """It is that round."""
    assert trend("m", rounds([4, 9, 3]), 4).average is None
    assert trend("m", [], 4).points == ()
