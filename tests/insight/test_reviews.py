"""Reviews: whether an experiment helped, said no louder than the answers allow."""

import random
from collections import Counter

import pytest
from msgspec.structs import replace

from bot.insight.noise import Observation
from bot.insight.reviews import Outcome, review
from bot.insight.verdicts import replayed
from tests.insight import reference
from tests.insight.histories import history, steady


def at(mean: float, rounds: int) -> list[Observation]:
    """Rounds of a team of 25 whose mean is exactly *mean*."""
    return [Observation(20, mean, 0.8, 25)] * rounds


def test_ten_thousand_reviews_agree_with_an_independent_implementation() -> None:
    """The same answer, estimate, range and warning, for histories of all kinds."""
    rng, said, moving = random.Random(6), Counter[str](), 0
    for _ in range(10_000):
        rounds = [replace(o, restarts=False) for o in history(rng, longest=26)]
        start = rng.randint(0, len(rounds))
        before, after = rounds[:start], rounds[start : start + 6]
        gaps = replayed(before).past_gaps
        ours = review(before, after, past_gaps=gaps)
        theirs = reference.review(list(before), list(after), gaps)
        if theirs.get("margin", 1) < 1e-9:
            continue
        said[ours.kind] += 1
        moving += ours.already_moving
        assert ours.kind == theirs["kind"]
        if ours.kind is not Outcome.TOO_FEW:
            found = (ours.estimate, ours.low, ours.high)
            assert found == pytest.approx((theirs["estimate"], theirs["low"], theirs["high"]))
            assert ours.already_moving == theirs["moving"]
    assert min(said[kind] for kind in Outcome) > 50
    assert moving > 50


def test_the_usual_wobble_before_the_start_is_that_of_noise_verdicts() -> None:
    """Gaps of up to 26 past rounds count, those of a called change do not."""
    rng = random.Random(9)
    for _ in range(1_500):
        rounds = history(rng, longest=40)
        assert replayed(rounds).past_gaps == pytest.approx(reference.past_gaps(list(rounds)))


def test_a_rise_is_told_smaller_than_it_looked() -> None:
    """Most changes do little, so the estimate leans towards nothing."""
    found = review(at(3.5, 12), at(4.2, 6))
    assert found.kind is Outcome.UP
    assert found.estimate is not None
    assert 0.4 < found.estimate < 0.7
    assert (found.rounds_before, found.rounds_after) == (12, 6)


def test_nothing_happened_is_said_where_it_can_be_known() -> None:
    """Many answers and no movement: no big change. Few answers: cannot tell."""
    assert review(at(3.5, 12), at(3.5, 6)).kind is Outcome.NO_BIG_CHANGE
    few = [Observation(5, 3.5, 1.2, 9)] * 8
    assert review(few[:4], few[4:]).kind is Outcome.CANNOT_TELL


def test_starting_after_a_bad_week_is_no_success() -> None:
    """One bad round, then back to normal: a long baseline is not taken in."""
    assert review(at(3.6, 11) + at(3.0, 1), at(3.6, 6)).kind is not Outcome.UP


def test_what_rose_before_the_start_is_told() -> None:
    """ "It was already rising" when the last four rounds had left the ones before them."""
    rising = [o for i in range(12) for o in at(3.0 + 0.06 * i, 1)]
    found = review(rising, at(4.1, 6))
    assert (found.kind, found.already_moving) == (Outcome.UP, True)
    falling = [replace(o, mean=6 - o.mean) for o in rising]
    assert review(falling, at(1.9, 6)).already_moving
    assert not review(at(3.5, 12), at(4.2, 6)).already_moving


@pytest.mark.parametrize(("before", "after"), [(0, 6), (3, 6), (12, 3), (12, 0), (0, 0)])
def test_fewer_than_four_rounds_on_a_side_are_too_few(before: int, after: int) -> None:
    """A review date before there is data, or an experiment ended early, says so."""
    found = review(at(3.5, before), at(4.5, after))
    assert found.kind is Outcome.TOO_FEW
    assert (found.estimate, found.rounds_before, found.rounds_after) == (None, before, after)


def test_hidden_rounds_count_on_neither_side() -> None:
    """Six rounds of which three may be read are three rounds."""
    after = [*at(4.5, 3), *[Observation(4, 1.0, 0.0, 25)] * 3]
    assert review(at(3.5, 12), after).rounds_after == 3
    spaced = [o for r in at(3.5, 12) for o in (r, Observation(0, size=25))]
    assert review(spaced, at(4.2, 6)) == review(at(3.5, 12), at(4.2, 6))


def test_rounds_asked_in_other_words_are_not_compared() -> None:
    """A reworded anchor leaves only what was asked since."""
    reworded = [*at(2.0, 8), replace(at(3.5, 1)[0], restarts=True), *at(3.5, 11)]
    assert review(reworded, at(3.5, 6)) == review(at(3.5, 12), at(3.5, 6))
    during = [*at(3.5, 1), replace(at(3.5, 1)[0], restarts=True), *at(3.5, 5)]
    assert review(at(3.5, 12), during).kind is Outcome.TOO_FEW


def test_a_restless_team_needs_more_to_be_sure() -> None:
    """Past wobble widens the range and never narrows it."""
    calm, usual, restless = (
        review(at(3.5, 12), at(4.0, 6), past_gaps=gaps) for gaps in ([0.0] * 26, [], [9.0] * 26)
    )
    assert calm == usual
    assert restless.kind is not Outcome.UP
    assert (usual.high or 0) - (usual.low or 0) < (restless.high or 0) - (restless.low or 0)


def test_no_effect_is_seldom_called_a_success() -> None:
    """The bound that the simulation gives, on people as they answer, with room for chance."""
    rng, called = random.Random(3), 0
    for _ in range(600):
        rounds = steady(rng, 18)
        called += review(rounds[:12], rounds[12:]).kind in (Outcome.UP, Outcome.DOWN)
    assert called <= 600 * 0.016 + 3 * (600 * 0.016) ** 0.5
