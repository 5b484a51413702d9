"""A few hundred hostile requests; `make fuzz` sends a hundred thousand."""

from pathlib import Path

import pytest

from tests.fuzz import playing
from tests.fuzz.hostile import Hostile


@pytest.mark.parametrize("seed", [1])
async def test_nothing_that_is_sent_does_harm(sqlite_url: str, tmp_path: Path, seed: int) -> None:
    """No 5xx, no hang, no traceback, no row that should not be there; and every door is used."""
    async with playing.opened(sqlite_url, tmp_path, seed) as doors:
        outcome = await playing.play(doors, 600)
        used = {door for door, _ in outcome.answered}
        assert used == set(doors.all())
    assert not outcome.wrong, outcome


def test_the_same_seed_sends_the_same() -> None:
    """So that what went wrong once can be looked at again."""
    body = {"a": [1, {"b": "c"}], "d": "e"}
    told = [[Hostile(seed).bent(body) for _ in range(20)] for seed in (1, 1, 2)]
    assert repr(told[0]) == repr(told[1])
    assert repr(told[0]) != repr(told[2])
