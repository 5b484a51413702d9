"""Rows: a team is ended and set up again the same day, without one of its people."""

from contextlib import AbstractContextManager
from datetime import timedelta
from unittest import mock

from bot.pulse import weekly
from bot.teams import setup
from bot.teams.models import Team
from tests.attackers.levers import Lever, missing
from tests.attackers.scoring import Score
from tests.attackers.worlds import PEOPLE, World
from tests.pulse.test_levers import team_of

ROW = "a lead who ends the team, sets it up again without one person, and asks again that day"
HOUR = timedelta(hours=1)


async def attack(world: World, rounds: int) -> Score:
    """What they then say and what they said before, subtracted."""
    lever = Lever(world)
    for _ in range(rounds):
        team = await team_of(world, "C1", list(range(PEOPLE)))
        whole, truth = await lever.round_of(team, range(PEOPLE))
        await _ends(world, team)
        team = await team_of(world, "C1", list(range(1, PEOPLE)))
        rest = await lever.may_ask_again(team, range(1, PEOPLE), truth)
        await _ends(world, team)
        for item in whole.items:
            counts = lever.counts(whole, item)
            found = missing(counts, lever.counts(rest, item)) if rest else None
            lever.guesses(found, counts, truth[0][item])
    return lever.score


async def _ends(world: World, team: Team) -> None:
    async with world.database.begin() as session:
        setup.end(await session.get_one(Team, team.id), at=world.now + HOUR)


def _asks_again() -> AbstractContextManager[object]:
    return mock.patch.object(weekly, "channel_was_asked", mock.AsyncMock(return_value=False))


BROKEN = {"a channel is asked as often as it has teams": _asks_again}
