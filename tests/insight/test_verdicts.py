"""Verdicts: learning, noise, up or down, and the same from any starting point."""

import json
import random
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.insight.noise import Observation
from bot.insight.verdicts import Kind, StaleState, Verdict, VerdictState, replayed, step
from tests.insight import reference
from tests.insight.histories import history, steady, verdicts

CLOSE = 1e-9  # decisions nearer than this to a limit may fall either way in floating point


def agree(rounds: list[Observation]) -> Counter[Kind]:
    """Compare with the reference until a decision is too close to call; count what was said."""
    said: Counter[Kind] = Counter()
    for ours, theirs in zip(verdicts(rounds), reference.verdicts(list(rounds)), strict=True):
        if theirs.get("margin", 1) < CLOSE:
            break
        said[ours.kind] += 1
        assert ours.kind == theirs["kind"]
        if ours.kind is Kind.LEARNING:
            assert ours.rounds_left == theirs["left"]
        elif ours.kind is not Kind.HIDDEN:
            assert (ours.window, ours.rounds_before) == (theirs["window"], theirs["before"])
            assert ours.gap == pytest.approx(theirs["gap"], abs=CLOSE)
            assert ours.callable_gap == pytest.approx(theirs["callable"], abs=CLOSE)
    return said


def test_ten_thousand_random_histories_agree_with_an_independent_implementation() -> None:
    """Every round of every history: the same verdict, window, gap and callable gap."""
    rng, said = random.Random(2009), Counter[Kind]()
    for _ in range(10_000):
        said += agree(history(rng))
    assert min(said[kind] for kind in Kind) > 1_000


rounds_of_any_kind = st.builds(
    Observation,
    n=st.integers(0, 60),
    mean=st.floats(1, 5),
    variance=st.sampled_from([0.0, 0.8, 1.0, 5.0]) | st.floats(0, 5),
    size=st.integers(0, 60),
    restarts=st.sampled_from([False] * 15 + [True]),
)


@settings(deadline=None, max_examples=300)
@given(st.lists(rounds_of_any_kind, max_size=45))
def test_odd_histories_agree_too(rounds: list[Observation]) -> None:
    """More answers than people, a team of nobody, variances at their ends, restarts anywhere."""
    agree(rounds)


@settings(deadline=None, max_examples=60)
@given(st.lists(rounds_of_any_kind, max_size=80), st.data())
def test_stepping_from_a_kept_state_equals_replaying_everything(
    rounds: list[Observation], data: st.DataObject
) -> None:
    """Wherever the state went through text and back, the verdicts are the same to the last bit."""
    cut = data.draw(st.integers(0, len(rounds)))
    state = VerdictState.from_json(replayed(rounds[:cut]).to_json())
    found = []
    for observation in rounds[cut:]:
        state, verdict = step(state, observation)
        found.append(verdict)
    assert found == verdicts(rounds)[cut:]
    assert state == replayed(rounds)


def test_the_state_never_grows() -> None:
    """After five years it holds as much as after one: 32 rounds and 29 gaps."""
    rng = random.Random(1)
    rounds = steady(rng, 260, size=25)
    state = replayed(rounds)
    assert (len(state.recent), len(state.gaps)) == (32, 29)
    assert len(state.to_json()) < 5_000


def test_a_state_of_another_version_of_the_rule_is_refused() -> None:
    """Constants that changed would make a kept state lie; replaying is always possible."""
    kept = json.loads(VerdictState().to_json())
    with pytest.raises(StaleState, match="Replay"):
        VerdictState.from_json(json.dumps({**kept, "rule": 0}))


def at(mean: float, *, n: int = 20, rounds: int = 1) -> list[Observation]:
    """Rounds of a team of 25 whose mean is exactly *mean*."""
    return [Observation(n, mean, 0.8, 25)] * rounds


def kinds(rounds: list[Observation]) -> list[Kind]:
    return [verdict.kind for verdict in verdicts(rounds)]


def test_the_first_verdict_comes_with_the_eighth_published_round() -> None:
    """Before that, learning; the promise of how many are left counts down."""
    found = verdicts(at(3.6, rounds=9))
    assert [v.rounds_left for v in found[:7]] == [7, 6, 5, 4, 3, 2, 1]
    assert [v.kind for v in found[6:]] == [Kind.LEARNING, Kind.NOISE, Kind.NOISE]


def test_a_drop_is_called_and_becomes_the_new_baseline() -> None:
    """A point down is a call within two rounds; then the new level is learnt."""
    found = verdicts(at(3.9, rounds=24) + at(2.9, rounds=9))
    call = next(i for i, v in enumerate(found) if v.changed)
    assert call == 25
    assert (found[call].kind, found[call].window, found[call].rounds_before) == (Kind.DOWN, 2, 24)
    assert (found[call].shown_new, found[call].shown_before, found[call].shown_gap) == (2.9, 3.9, 1)
    after = found[call + 1 :]
    assert [v.kind for v in after] == [Kind.LEARNING] * 5 + [Kind.NOISE] * 2
    assert {v.called for v in after[:5]} == {Kind.DOWN}


def test_good_news_is_called_by_the_same_rule() -> None:
    """A history turned upside down gets the same verdicts upside down."""
    rng = random.Random(4)
    turned = {Kind.UP: Kind.DOWN, Kind.DOWN: Kind.UP}
    for _ in range(200):
        rounds = history(rng)
        mirrored = [replace(o, mean=6 - o.mean) for o in rounds]
        assert kinds(mirrored) == [turned.get(kind, kind) for kind in kinds(rounds)]


def test_a_slow_slide_is_found_by_the_longer_windows() -> None:
    """Half a point over twelve weeks, never a jump between two of them."""
    slide = [o for i in range(12) for o in at(3.8 - 0.05 * i)] + at(3.2, rounds=8)
    calls = [v for v in verdicts(at(3.8, rounds=24) + slide) if v.changed]
    assert calls[0].kind is Kind.DOWN
    assert calls[0].window > 2


def test_a_gap_under_three_tenths_is_never_called() -> None:
    """However many people answer: it would be true and not worth a meeting."""
    rounds = [Observation(400, 3.6, 0.1, 400)] * 24 + [Observation(400, 3.31, 0.1, 400)] * 8
    assert not any(v.changed for v in verdicts(rounds))


def test_rounds_below_the_quorum_are_as_if_they_had_not_been() -> None:
    """Missing weeks change no verdict of the others, and nothing of a hidden round is read."""
    rng = random.Random(8)
    for _ in range(200):
        rounds = [replace(o, restarts=False) for o in history(rng)]
        hidden = [replace(o, mean=99.0, variance=-1.0) if o.n < 5 else o for o in rounds]
        published = [o for o in rounds if o.n >= 5]
        assert [v for v in verdicts(hidden) if v.kind is not Kind.HIDDEN] == verdicts(published)


def test_a_team_that_never_reaches_the_quorum_gets_no_verdict() -> None:
    """A team of one, asked for a year."""
    assert set(kinds([Observation(1, 3.0, 0.0, 1)] * 52)) == {Kind.HIDDEN}


def test_identical_answers_are_noise_forever() -> None:
    """No variance at all is no reason to become sure."""
    assert set(kinds([Observation(9, 4.0, 0.0, 9)] * 60)[7:]) == {Kind.NOISE}


def test_a_reworded_anchor_restarts_its_baseline() -> None:
    """What the new words measure is not compared with the old; also if that round was hidden."""
    moved = at(4.0, rounds=20) + [
        replace(o, restarts=i == 0) for i, o in enumerate(at(2.5, rounds=9))
    ]
    found = verdicts(moved)
    assert [v.kind for v in found[20:]] == [Kind.LEARNING] * 7 + [Kind.NOISE] * 2
    assert found[20].called is None
    unseen = [*at(4.0, rounds=20), Observation(3, restarts=True), *at(2.5, rounds=9)]
    assert kinds(unseen)[21:] == kinds(moved)[20:]


def test_a_verdict_knows_when_its_newest_rounds_began() -> None:
    """A "down" is worded with its dates."""
    days = [date(2026, 1, 6) + timedelta(weeks=i) for i in range(26)]
    rounds = at(3.9, rounds=24) + at(2.9, rounds=2)
    dated = [replace(o, closed_on=day) for o, day in zip(rounds, days, strict=True)]
    assert verdicts(dated)[-1].since == date(2026, 6, 23)
    assert replayed(dated) == VerdictState.from_json(replayed(dated).to_json())


def test_two_ordinary_weeks_differ_by_less_than_promised_nine_times_in_ten() -> None:
    """The figure that a quiet digest tells is true of people as they answer."""
    rng, inside, pairs = random.Random(12), 0, 0
    for size in (8, 12, 25):
        for _ in range(25):
            rounds = [o for o in steady(rng, 60, size=size) if o.n >= 5]
            found: list[Verdict] = verdicts(rounds)
            for (a, b), verdict in zip(pairwise(rounds), found[1:], strict=True):
                if verdict.kind is Kind.NOISE:
                    pairs += 1
                    inside += abs(a.mean - b.mean) <= verdict.ordinary_difference
    assert pairs > 3_000
    assert 0.90 <= inside / pairs <= 0.96


def test_what_a_verdict_shows_is_rounded_for_its_people() -> None:
    """Exact means never leave it; a window of nine people is told in quarters."""
    found = verdicts([Observation(9, 3.9, 0.8, 11)] * 24 + [Observation(9, 2.68, 0.8, 11)] * 2)[-1]
    assert found.people == 9
    assert (found.kind, found.shown_new, found.shown_before) == (Kind.DOWN, 2.75, 4)
