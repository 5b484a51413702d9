"""Boxes: whoever keeps a dump of the open round, and reads the key store after the close."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.pulse import sealing
from bot.pulse.comments import boxes
from tests.attackers import comments
from tests.attackers.comments import Watched
from tests.attackers.scoring import Score
from tests.attackers.worlds import PEOPLE, World

ROW = "the operator, with dumps of the open round after each answer, and the key store after it"


async def attack(world: World, rounds: int) -> Score:
    """Open each box of the dump with whatever key is left; guess whose the others are."""
    right = of = 0
    for _ in range(rounds):
        watched = await comments.written(world)
        told = await comments.told(world, watched.round_)
        known = await _opened(world, watched)
        guess = [world.dice.randrange(PEOPLE) for _ in told]
        right += sum(
            known.get(one.words, chance) == watched.truth[one.words]
            for one, chance in zip(told, guess, strict=True)
        )
        of += len(told)
    return Score(right, of, 1 / PEOPLE)


async def _opened(world: World, watched: Watched) -> dict[str, int]:
    key = await comments.key_left(world, watched.round_.key_name, watched.half)
    if key is None:
        return {}
    said = {
        person: sealing.opened(key, [box], length=boxes.COMMENT)
        for person, box in watched.boxes.items()
    }
    return {one["words"]: person for person, told in said.items() for one in told.values()}


@contextmanager
def _keys_stay() -> Iterator[None]:
    with comments.keys_stay():
        yield


BROKEN = {"no key is destroyed": _keys_stay}
