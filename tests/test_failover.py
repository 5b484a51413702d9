"""The machine of PostgreSQL fails while people answer, and its synchronous replica takes over."""

from pathlib import Path

from tests.place import placed
from tests.replicas import replicated
from tests.soak import failover

PEOPLE = 10


async def test_a_failover_in_the_middle_of_a_round_loses_and_repeats_nothing(
    tmp_path: Path,
) -> None:
    """While invitations go out and people answer; it goes on without anybody's hand."""
    async with replicated() as pair, placed(pair.url, tmp_path, people=PEOPLE) as place:
        await place.slack.driver.fault("slow", method="chat.postMessage", seconds=0.2, times=None)
        outcome = await failover.play(place, pair)
        assert not outcome.faults
        assert all(process.popen.returncode is None for process in place.processes)
        assert "Traceback" not in place.words
