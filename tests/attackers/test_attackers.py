"""A few rounds of every attacker; `make privacy` runs them at length."""

from collections.abc import Iterator
from math import comb
from pathlib import Path

import pytest

from tests.attackers import registry, worlds
from tests.attackers.registry import AGAIN, Attacker
from tests.attackers.scoring import Score

FEW = 3  # rounds
ALL = registry.attackers()
AS_IT_IS = [(one, backend) for one in ALL for backend in one.on]
BROKEN = [(one, backend, variant) for one, backend in AS_IT_IS for variant in one.broken]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A PostgreSQL server that nobody else writes to."""
    with worlds.servers() as address:
        yield address


@pytest.mark.parametrize(("one", "on"), AS_IT_IS, ids=lambda v: getattr(v, "name", v))
async def test_no_attacker_knows_more_than_everybody_does(
    one: Attacker, on: str, tmp_path: Path, server: str
) -> None:
    """On both databases, with all that the row says."""
    score = await one.tries(on, FEW, tmp_path, server)
    assert not score.succeeds, f"{one.row}: {score}"


@pytest.mark.parametrize(("one", "on", "variant"), BROKEN, ids=lambda v: getattr(v, "name", v))
async def test_without_its_protection_the_attacker_succeeds(
    one: Attacker, on: str, variant: str, tmp_path: Path, server: str
) -> None:
    """So each of them does look where something would be."""
    score = await one.runs(on, FEW, tmp_path, server, variant)
    assert score.succeeds, f"{one.row}, {variant}: {score}"


@pytest.mark.parametrize("scores", [[8, 14], [8, 60], [3]], ids=["luck", "knowledge", "none"])
async def test_who_seems_to_succeed_has_to_do_so_again(scores: list[int], tmp_path: Path) -> None:
    """In a fresh world, with more rounds; whoever really knows something is caught there."""
    lengths: list[int] = []

    async def attack(_: worlds.World, rounds: int) -> Score:
        lengths.append(rounds)
        return Score(scores[len(lengths) - 1], 9 * rounds, 1 / 9)

    one = Attacker("", "", attack, {}, ("sqlite",))
    score = await one.tries("sqlite", FEW, tmp_path, "")
    assert lengths == [FEW, AGAIN * FEW][: len(scores)]
    assert score.succeeds is (scores[-1] == 60)


def test_every_row_has_a_variant_in_which_it_succeeds() -> None:
    """An attacker that can't win proves nothing."""
    assert all(one.broken for one in ALL)


@pytest.mark.parametrize(("right", "of"), [(0, 9), (1, 9), (5, 9), (9, 9), (430, 900)])
def test_the_bound_is_the_exact_one(right: int, of: int) -> None:
    """At the bound, this many or more come by chance once in a hundred times."""
    p = Score(right, of, 0).at_least
    tail = sum(comb(of, k) * p**k * (1 - p) ** (of - k) for k in range(right, of + 1))
    assert (p == 0) if right == 0 else abs(tail - 0.01) < 1e-6
