"""Whoever reads Slack's own history after a round: who was reminded, and under which key."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from unittest import mock

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import paths, words
from bot.pulse import ballots, inviting
from bot.pulse.models import Invitation, Round
from bot.slack.models import Delivery
from tests.attackers.scoring import Score
from tests.attackers.worlds import PEOPLE, World

_answered: set[int] = set()  # by the broken variant alone

ROW = "whoever reads Slack's history and the queue: who was reminded, in which words"


async def attack(world: World, rounds: int) -> Score:
    """Take who was not reminded, or was in rarer words, for somebody who had answered."""
    say = words.load(paths.CONTENT)
    right = of = usual = 0
    for _ in range(rounds):
        round_ = await world.asks()
        answered = {person for person in range(PEOPLE) if world.dice.random() < 0.5}
        for person in answered:
            await world.answers(round_, person, {round_.items[0]: 3}, at=world.now)
        _answered.update(answered)
        async with world.database.begin() as session:
            await inviting.remind(session, say, round_.id, at=await _when(session, round_))
        _answered.clear()
        reminded = await _reminded(world, round_)
        guess = {person for person in range(PEOPLE) if person not in reminded}
        right += sum((person in guess) == (person in answered) for person in range(PEOPLE))
        usual += max(len(answered), PEOPLE - len(answered))
        of += PEOPLE
        await world.closes(round_, at=world.now)
    return Score(right, of, usual / of)


async def _when(session: AsyncSession, round_: Round) -> datetime:
    """The moment by which everybody's reminder is due."""
    latest = select(func.max(Invitation.reminds_at)).where(Invitation.round_id == round_.id)
    moment = await session.scalar(latest)
    assert moment is not None
    return moment


async def _reminded(world: World, round_: Round) -> set[int]:
    prefix = f"reminder:{round_.id}:"
    async with world.database.read() as session:
        found = select(Delivery.recipient).where(Delivery.key.startswith(prefix))
        return {int(user_id[1:]) for user_id in await session.scalars(found)}


@contextmanager
def _only_the_others() -> Iterator[None]:
    """Reminders go to those who have not answered, as is the custom."""
    everybody = ballots.everybody

    async def others(session: Any, round_id: int, *only: Any) -> list[Any]:
        people = await everybody(session, round_id, *only)
        return [person for person in people if int(person.user_id[1:]) not in _answered]

    with mock.patch.object(ballots, "everybody", others):
        yield


BROKEN = {"only the others are reminded": _only_the_others}
