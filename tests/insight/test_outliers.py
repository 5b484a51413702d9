"""One odd round: said only where it stands out, and from nothing but what is shown of it."""

import random

from msgspec.structs import replace

from bot import privacy
from bot.insight.noise import Observation
from bot.insight.outliers import MIN_STANDARD_ERRORS, Outlier
from bot.insight.verdicts import WINDOWS, Kind, VerdictState, replayed, step
from tests.insight.histories import history, steady, verdicts


def at(mean: float, *, n: int = 20, rounds: int = 1) -> list[Observation]:
    """Rounds of a team of 25 whose mean is exactly *mean*."""
    return [Observation(n, mean, 0.8, 25)] * rounds


def last(rounds: list[Observation]) -> Outlier | None:
    return verdicts(rounds)[-1].outlier


def test_the_bar_is_as_high_as_any_of_the_rule() -> None:
    """One round is the least evidence there is; nothing is said of it more easily than a call."""
    assert max(needed for _, needed in WINDOWS) <= MIN_STANDARD_ERRORS


def test_a_round_a_point_down_is_odd_and_no_call() -> None:
    """The week before the two-round window can call it."""
    before = at(3.9, rounds=24)
    verdict = verdicts(before + at(2.9))[-1]
    assert verdict.kind is Kind.NOISE
    assert verdict.outlier
    assert (verdict.outlier.low, verdict.outlier.rounds_before, verdict.outlier.shown_before) == (
        True,
        24,
        3.9,
    )
    assert verdicts(before + at(2.9, rounds=2))[-1].kind is Kind.DOWN


def test_an_ordinary_round_is_not_odd() -> None:
    """Nor is one that a small team differs by from week to week."""
    assert last(at(3.9, rounds=24) + at(3.5)) is None
    few = [Observation(6, 3.5, 0.8, 8)] * 24
    assert last([*few, replace(few[0], mean=2.5)]) is None


def test_a_round_that_is_called_or_learnt_is_not_odd_as_well() -> None:
    """One thing is said of a drive: a call, or that it is learning, or that a round was odd."""
    rng = random.Random(35)
    found = [v for _ in range(2_000) for v in verdicts(history(rng))]
    assert sum(v.outlier is not None for v in found) > 100
    assert {v.kind for v in found if v.outlier} == {Kind.NOISE}


def test_an_odd_round_looks_the_same_upside_down() -> None:
    """Unusually high is said as readily as unusually low."""
    rng = random.Random(36)
    for _ in range(300):
        rounds = [replace(o, mean=round(o.mean * o.n) / max(o.n, 1)) for o in steady(rng, 12)]
        high, low = last(rounds[:-1] + at(4.5)), last(rounds[:-1] + at(1.5))
        for found, is_low in ((high, False), (low, True)):
            assert found is None or found.low is is_low


def test_an_odd_round_changes_no_later_verdict() -> None:
    """What is said of it is not remembered: the state is the rounds and their gaps, as before."""
    state = replayed(at(3.9, rounds=24))
    after, verdict = step(state, at(2.9)[0])
    assert verdict.outlier
    assert after == VerdictState(after.recent, after.gaps, None)
    assert after.recent[-1] == at(2.9)[0]


def test_totals_that_are_shown_alike_are_called_odd_alike() -> None:
    """Whoever knows all answers but one learns no more than from the number that is shown."""
    rng, both = random.Random(37), set()
    for n in (5, 6, 8, 12, 20, 40):
        before = [Observation(n, rng.gauss(3.6, 0.1), 0.8, n) for _ in range(20)]
        said: dict[float | None, set[bool]] = {}
        for total in range(n, 5 * n + 1):
            for variance in (0.0, 0.8, 2.0):
                odd = last([*before, Observation(n, total / n, variance, n)])
                kind = verdicts([*before, Observation(n, total / n, variance, n)])[-1].kind
                if kind is Kind.NOISE:
                    said.setdefault(privacy.shown_mean(total, n), set()).add(odd is not None)
        assert all(len(answers) == 1 for answers in said.values())
        both |= {answer for answers in said.values() for answer in answers}
    assert both == {True, False}


def test_at_the_ends_of_the_scale_nothing_is_odd_that_is_usual() -> None:
    """Means beyond 1.5 and 4.5 are never shown, so a team that lives there is not unusual."""
    many = [Observation(400, 4.9, 0.09, 400)] * 25
    assert last(many) is None
    assert last([replace(o, mean=1.1) for o in many]) is None
