"""Rows: somebody who was removed from a team's channel, and goes on asking for its numbers."""

from contextlib import AbstractContextManager
from unittest import mock

from bot.errors import AmpError
from bot.slack.requests import Actor, Request
from bot.teams import access, membership
from bot.teams.access import Right
from tests.attackers.scoring import Score
from tests.attackers.worlds import PEOPLE, World
from tests.pulse.test_levers import team_of

ROW = "somebody removed from a team's channel, who asks for its numbers at once"


async def attack(world: World, rounds: int) -> Score:
    """By the name of the team, by its channel, by a button that is still there."""
    right = of = 0
    for n in range(rounds):
        team = await team_of(world, f"C{n}", list(range(PEOPLE)))
        gone = Actor("T1", "U1")
        async with world.database.begin() as session:
            await membership.leave(session, team, gone)
        for asked in (
            Request(gone, channel_id=None, trigger_id="", value=str(team.id)),
            Request(gone, channel_id=team.channel_id, trigger_id=""),
            Request(gone, channel_id=None, trigger_id="", text=team.name),
        ):
            async with world.database.read() as session:
                find = (
                    access.named(session, asked)
                    if asked.text
                    else access.allowed(session, asked, Right.SEE)
                )
                try:
                    await find
                    right += 1
                except AmpError:
                    pass
            of += 1
    return Score(right, of, 0.0)


def _stays() -> AbstractContextManager[object]:
    return mock.patch.object(membership, "leave", mock.AsyncMock())


BROKEN = {"the roster is read before the next round only": _stays}
