"""Blurring: what is stored of a small round tells a number of answers and a moved sum, no more."""

from collections import Counter
from itertools import combinations_with_replacement

import numpy as np
import pytest

from bot import blurring
from bot.insight import history
from bot.pulse.models import Round
from bot.vault import Vault
from tests import process
from tests.bench import calibrate, colluders

VAULT, PLACE = Vault("a secret"), ("T1", "C1")


def total(counts: dict[int, int]) -> int:
    return sum(value * n for value, n in counts.items())


def usual(place: tuple[str, str], item: str) -> int:
    """By which step a statement's sum is moved in most weeks."""
    twenty = {3: 20}
    stored = [
        blurring.of_round(VAULT, place, n, {item: twenty}, 0.85)[0][item] for n in range(1, 16)
    ]
    return Counter(total(counts) - 60 for counts in stored).most_common(1)[0][0]


@pytest.mark.parametrize("people", [5, 6, 8])
def test_equal_sums_leave_equal_counts(people: int) -> None:
    """Whatever was answered: how answers are spread, and who stood apart, is in none of them."""
    stored: dict[int, set[tuple[tuple[int, int], ...]]] = {}
    for answers in combinations_with_replacement(range(1, 6), people):
        kept = blurring.blurred(Counter(answers), 0, 0.85)
        stored.setdefault(sum(answers), set()).add(tuple(sorted(kept.items())))
    assert len(stored) == 4 * people + 1
    assert all(len(ways) == 1 for ways in stored.values())


@pytest.mark.parametrize("steps", [-4, -1, 0, 2, 4])
def test_what_is_stored_is_a_count_of_answers(steps: int) -> None:
    """As many people as answered, the sum moved by so many steps, never all of one end."""
    for answers in combinations_with_replacement(range(1, 6), 7):
        kept = blurring.blurred(Counter(answers), steps, 0.85)
        assert sum(kept.values()) == 7
        assert set(kept) <= {1, 2, 3, 4, 5}
        assert min(kept.values()) > 0
        assert total(kept) == min(max(sum(answers) + steps, 8), 34)


@pytest.mark.parametrize("spread", [0.45, 0.85, 1.3])
def test_stored_answers_are_spread_as_their_team_s_are(spread: float) -> None:
    """So that the rule for a change has the bands that it needs, where no end is near."""
    for people in range(6, 31):
        kept = blurring.blurred({3: people // 2, 4: people - people // 2}, 0, spread)
        n, mean = people, total(kept) / people
        variance = sum(k * (value - mean) ** 2 for value, k in kept.items()) / (n - 1)
        assert variance == pytest.approx(spread, abs=1.1 / (n - 1) + blurring.WEEKLY_VARIANCE / n)


def test_a_statement_is_moved_alike_in_its_channel() -> None:
    """Week after week; another one, or another channel's, by other steps."""
    here = [usual(PLACE, f"item{n}") for n in range(120)]
    assert here == [usual(PLACE, f"item{n}") for n in range(120)]
    assert here != [usual(("T1", "C2"), f"item{n}") for n in range(120)]
    assert set(here) == {-2, -1, 0, 1, 2}


def test_a_week_may_move_it_by_a_little_more() -> None:
    """In one of eight, by another step than usual; the same round never by two."""
    stored = [
        blurring.of_round(VAULT, PLACE, n, {"a": {3: 20}}, 0.85)[0]["a"] for n in range(1, 2001)
    ]
    seen = Counter(total(counts) - 60 - usual(PLACE, "a") for counts in stored)
    assert seen[0] == pytest.approx(0.88 * 2000, abs=80)
    assert seen[1] == pytest.approx(0.05 * 2000, abs=50)
    assert min(seen[2], seen[-2]) > 0
    again = blurring.of_round(VAULT, PLACE, 1, {"a": {3: 20}}, 0.85)[0]["a"]
    assert again == stored[0]


def test_steps_are_nobody_s_who_has_not_the_secret() -> None:
    """Another AMP_SECRET, other steps."""
    rounds = range(1, 30)
    one, other = (
        [blurring.of_round(vault, PLACE, n, {"a": {3: 20}}, 0.85)[0]["a"] for n in rounds]
        for vault in (VAULT, Vault("another secret"))
    )
    assert one != other


def test_a_team_s_spread_is_learnt_slowly() -> None:
    """One round says little of it, many say it; no single answer shows beside the doubt."""
    calm, one_apart = {3: 4, 4: 4}, {1: 1, 3: 4, 4: 3}
    usual, apart = (blurring.variance([one, *[calm] * 4]) for one in (calm, one_apart))
    found = [0.85]
    for _ in range(100):
        found.append(blurring.spread(found[-1], usual, 0))
    assert found[1] > 0.8
    assert found[-1] == pytest.approx(0.3, abs=0.02)
    assert 0 < apart - usual < 0.25  # half of the doubt's standard deviation


def test_the_doubt_is_nearly_normal() -> None:
    """Half a point squared: about what single answers vary by, so that one round says little."""
    drawn = [blurring.doubt(VAULT.token("spread of a round", n)) for n in range(3000)]
    assert sum(drawn) / 3000 == pytest.approx(0, abs=0.04)
    assert sum(x * x for x in drawn) / 3000 == pytest.approx(0.25, abs=0.03)


def test_whoever_knows_all_other_answers_guesses() -> None:
    """As docs/privacy.md says, by the most that can be known; without moved sums they know."""
    rng = np.random.default_rng(3)
    for weeks in colluders.WEEKS:
        found = colluders.known(1000, weeks, 0, 0, rng)
        assert 48 < found.right < 60
        assert found.sure < 0.5
    assert 77 < colluders.known(1000, 4, 1, 0, rng).right < 85
    long_silent = colluders.known(1000, 8, 8, 0, rng)
    assert 86 < long_silent.right < 93
    assert 25 < long_silent.sure < 42


def test_without_moved_sums_they_know(monkeypatch: pytest.MonkeyPatch) -> None:
    """So they do look."""
    monkeypatch.setattr(blurring, "USUAL", (0,))
    monkeypatch.setattr(blurring, "WEEKLY", (0,))
    assert colluders.known(200, 2, 0, 0, np.random.default_rng(3)) == colluders.Known(100, 100)


@pytest.mark.moved
def test_the_documents_have_the_figures() -> None:
    """docs/privacy.md says how often sums are moved, and to how many answers."""
    told = " ".join((process.ROOT / "docs" / "privacy.md").read_text().split())
    none, one, two = (sum(abs(s) == step for s in blurring.USUAL) for step in (0, 1, 2))
    often = (
        f"(not at all in {none} of {len(blurring.USUAL)}, by one step in {one}, by two in {two})"
    )
    weekly = sum(step != 0 for step in blurring.WEEKLY)
    assert often in told
    assert f"in {weekly} of {len(blurring.WEEKLY)} rounds by one or two steps more" in told
    assert f"up to {blurring.UP_TO} answers" in told


def test_the_simulation_doubts_as_what_is_shipped_does() -> None:
    """`make calibrate` draws its own chance, from the same distribution."""
    drawn = [blurring.doubt(VAULT.token("spread of a round", n)) for n in range(3000)]
    assert np.std(drawn) == pytest.approx(calibrate.DOUBT_SD, rel=0.06)


@pytest.mark.moved
def test_rounds_that_were_stored_as_given_are_compared_with_none_that_is_moved() -> None:
    """Nor are they left out where nothing is moved yet, or where they tell nothing."""
    stored = [None, None, 0.8, None, 0.9]  # newest last; of the fourth no counts are kept
    rounds = [Round(id=n, answered=8, spread=spread) for n, spread in enumerate(stored)][::-1]
    counts = {0, 1, 2, 4}
    assert [one.id for one in history.stored_alike(rounds, counts)] == [4, 3, 2]
    assert [one.id for one in history.stored_alike(rounds[3:], counts)] == [1, 0]
