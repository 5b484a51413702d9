"""`make soak` as a test: seconds instead of minutes, and a kill every few of them."""

from collections import Counter
from pathlib import Path

from tests.soak import playing
from tests.soak.playing import Outcome, Size


async def test_seconds_under_load_with_kills(postgres_url: str, tmp_path: Path) -> None:
    """No error, no lost answer, nobody invited twice; how fast it was is `make soak`'s to say."""
    size = Size(workspaces=4, crowd=60, seconds=8, rate=20, kill_every=4)
    async with playing.opened(postgres_url, tmp_path, size) as soak:
        outcome = await playing.play(soak, size, print, seed=7)
    assert outcome.faults == []
    assert outcome.kills >= 1
    assert outcome.invitations == Counter({1: 3 * size.people + size.crowd})
    assert len(outcome.took) > size.seconds * size.rate / 2


def test_what_is_lost_or_doubled_is_a_fault() -> None:
    """A soak that finds nothing has looked."""
    fine = Outcome([0.1] * 100, 0, 2, Counter(), Counter({1: 5}), {"web": (90, 95)})
    assert (fine.faults, fine.slow) == ([], [])
    wrong, invited = Counter({"card: 500": 2}), Counter({0: 1, 2: 1, 1: 3})
    bad = Outcome([0.9] * 100, 0, 2, wrong, invited, {"web": (90, 200)})
    assert len(bad.faults) == 3
    assert bad.slow == ["web grew", "p99 is 0.90 s"]
