"""Rows: a second channel of all but one, and the counts that are kept of both."""

from contextlib import AbstractContextManager
from unittest import mock

from bot.pulse import overlaps
from tests.attackers.levers import Lever, missing
from tests.attackers.scoring import Score
from tests.attackers.worlds import PEOPLE, World
from tests.pulse.test_levers import team_of

ROW = "a lead with a second channel of all but one, who subtracts the counts that are kept"


async def attack(world: World, rounds: int) -> Score:
    """Both are asked in the same week, of the same people but one, who answer both alike."""
    lever = Lever(world)
    everybody = await team_of(world, "C1", list(range(PEOPLE)))
    others = await team_of(world, "C2", list(range(1, PEOPLE)))
    for _ in range(rounds):
        whole, truth = await lever.round_of(everybody, range(PEOPLE))
        rest, _ = await lever.round_of(others, range(1, PEOPLE), truth, same_week=True)
        for item in whole.items:
            counts = lever.counts(whole, item)
            lever.guesses(missing(counts, lever.counts(rest, item)), counts, truth[0][item])
    return lever.score


def _tells_both() -> AbstractContextManager[object]:
    return mock.patch.object(overlaps, "leads_to_a_few", mock.AsyncMock(return_value=False))


BROKEN = {"both are told": _tells_both}
