"""Leaving: which comment was theirs who asked to be forgotten."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from msgspec.structs import replace
from sqlalchemy import delete, select

from bot.pulse.comments import addresses, letters
from bot.pulse.comments.models import ReplyAddress
from bot.slack.requests import Actor
from bot.teams import roster
from tests.attackers import comments
from tests.attackers.scoring import Score
from tests.attackers.worlds import PEOPLE, World

ROW = "the operator, with the addresses before and after `/amp forget me`: which was theirs"


async def attack(world: World, rounds: int) -> Score:
    """The address that has gone, or is the only one that changed, was theirs."""
    right = 0
    for _ in range(rounds):
        watched = await comments.written(world, may_answer=True)
        said = {one.id: one.words for one in await comments.told(world, watched.round_)}
        before = await _addresses(world)
        leaver = world.dice.randrange(PEOPLE)
        async with world.database.begin() as session:
            person = await roster.known(session, Actor("T1", f"U{leaver}"))
            await addresses.forget(session, world.vault, person)
        await comments.carried(world)
        after = await _addresses(world)
        changed = [id_ for id_ in before if before[id_] != after.get(id_)]
        gone = [id_ for id_ in before if id_ not in after]
        guess = next(iter(gone), world.dice.choice(changed or list(before)))
        right += watched.truth[said[guess]] == leaver
        async with world.database.begin() as session:
            await session.execute(delete(ReplyAddress))
    return Score(right, rounds, 1 / PEOPLE)


async def _addresses(world: World) -> dict[str, bytes]:
    async with world.database.read() as session:
        found = await session.scalars(select(ReplyAddress))
        return {one.comment_id: one.sealed for one in found}


@contextmanager
def _it_is_burned() -> Iterator[None]:
    """The address of somebody who leaves is destroyed, as if they had burned it."""
    read = letters.read

    def burns(*given: Any, **more: Any) -> letters.Task:
        task = read(*given, **more)
        return replace(task, is_burned=task.is_burned or not task.writer)

    with mock.patch.object(letters, "read", burns):
        yield


@contextmanager
def _only_theirs_changes() -> Iterator[None]:
    """An address that leads to somebody else stays as it is."""
    put_away = letters.put_away

    async def unless_it_is_someone_elses(session: Any, vault: Any, mail: Any, writer: str) -> None:
        if not writer:
            await put_away(session, vault, mail, writer)

    with mock.patch.object(letters, "put_away", unless_it_is_someone_elses):
        yield


BROKEN = {"it is burned": _it_is_burned, "only theirs changes": _only_theirs_changes}
