"""Rows: whoever counts who is asked, to see whether somebody has opted out."""

from contextlib import AbstractContextManager
from unittest import mock

from bot.pulse import forgetting
from bot.slack.requests import Actor
from bot.teams import membership
from bot.teams.models import Team
from bot.teams.roster import Roster
from tests.attackers.scoring import Score
from tests.attackers.worlds import PEOPLE, World
from tests.pulse.conftest import humans
from tests.pulse.test_levers import team_of

ROW = "whoever reads how many are asked, before and after somebody may have opted out"
OFTEN = 8  # people who may have, in a round


async def attack(world: World, rounds: int) -> Score:
    """Half of the times somebody does; the number of people asked is compared."""
    right = of = 0
    for n in range(rounds):
        team = await team_of(world, f"C{n}", list(range(PEOPLE)))
        for person in range(OFTEN):
            before, opts_out = await _asked(world, team), world.dice.random() < 0.5
            if opts_out:
                async with world.database.begin() as session:
                    await forgetting.forget(session, world.vault, Actor("T1", f"U{person}"))
            right += ((await _asked(world, team)) < before) is opts_out
            of += 1
            async with world.database.begin() as session:
                await forgetting.come_back(session, Actor("T1", f"U{person}"))
    return Score(right, of, 0.6)


async def _asked(world: World, team: Team) -> int:
    """As the settings' form says it, once the channel has been read."""
    async with world.database.begin() as session:
        found = await session.get_one(Team, team.id)
        read = await membership.enroll(session, found, humans(PEOPLE), at=world.now)
        return len(read.counted)


def _without_them() -> AbstractContextManager[object]:
    counted = Roster.counted.fget  # type: ignore[attr-defined]
    theirs = property(lambda self: [p for p in counted(self) if not p.wants_no_part])
    return mock.patch.object(Roster, "counted", theirs)


BROKEN = {"only those are counted whom a round goes to": _without_them}
