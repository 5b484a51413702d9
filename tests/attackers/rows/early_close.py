"""Rows: a lead and four helpers close a round before the others have answered."""

from collections import Counter
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from unittest import mock

from bot.pulse import closing, early
from bot.pulse.models import AnyRound
from bot.teams.models import Team
from tests.attackers.levers import Lever
from tests.attackers.scoring import Score
from tests.attackers.worlds import PEOPLE, World
from tests.pulse.test_levers import team_of

ROW = "a lead and four helpers, who close as soon as one other has answered, and read the counts"
VICTIM, HELPERS, LATER = 0, range(1, 5), range(5, PEOPLE)
SECOND = timedelta(seconds=1)


async def attack(world: World, rounds: int) -> Score:
    """They take their own answers away from the counts, and say what most of the rest said.

    Beside them: what that finds when everybody else has answered too.
    """
    lever = Lever(world)
    team = await team_of(world, "C1", list(range(PEOPLE)))
    for _ in range(rounds):
        round_, truth = await lever.opens(team)
        await lever.answer(round_, truth, [VICTIM, *HELPERS])
        async with world.database.begin() as session:
            await early.close_now(session, await session.get_one(Team, team.id), at=world.now)
        async with world.database.read() as session:
            closes_at = (await session.get_one(AnyRound, round_.id)).closes_at
        if closes_at > world.now + SECOND:  # the others hear of it, and come in time
            await lever.answer(round_, truth, LATER)
        await world.closes(round_, at=closes_at)
        await lever.keeps(round_)
        for item in round_.items:
            left = lever.counts(round_, item)
            left.subtract([truth[helper][item] for helper in HELPERS])
            [(found, _)] = left.most_common(1)
            waited_for = Counter(truth[person][item] for person in (VICTIM, *LATER))
            lever.guesses(found, waited_for, truth[VICTIM][item])
    return lever.score


def _at_once() -> AbstractContextManager[object]:
    async def now(_session: object, _team: object, _round: object, at: datetime) -> datetime:
        return at

    return mock.patch.object(closing, "earliest_end", now)


BROKEN = {"a round closes when a lead says so": _at_once}
