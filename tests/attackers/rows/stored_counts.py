"""All of a team but one, who know every answer but theirs, and have a copy of the database."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import count
from unittest import mock

from bot import blurring
from tests.attackers.scoring import Score
from tests.attackers.worlds import PEOPLE, World

ROW = (
    "all of a team but one, with the stored counts of eight weeks in which everybody answered, and "
    "the one as ever; not with AMP_SECRET"
)
WEEKS, VICTIMS = 8, 30  # for each victim; in a round
ANSWERS = (1, 2, 3, 3, 4, 4, 4, 5)
MOSTLY = 0.6  # of guesses that may be right


async def attack(world: World, rounds: int) -> Score:
    """Subtract what they know; guess what is left, or what it is with the steps one expects."""
    ids = count(1)
    left, weighed, of = 0, 0, rounds * VICTIMS
    for victim in range(of):
        said = world.dice.choice(ANSWERS)
        sums = [_left_over(world, victim, said, next(ids)) for _ in range(WEEKS)]
        mean = round(sum(sums) / WEEKS)
        left += min(max(mean, 1), 5) == said
        weighed += max(ANSWERS, key=lambda value: _weight(mean, value)) == said
    return Score(max(left, weighed), of, MOSTLY)


def _left_over(world: World, victim: int, said: int, round_id: int) -> int:
    """What the stored sum of a week has beyond everybody else's answers."""
    others = [world.dice.choice(ANSWERS) for _ in range(PEOPLE - 1)]
    counts = {value: [said, *others].count(value) for value in {said, *others}}
    place = "T1", f"C{victim}"
    [stored] = blurring.of_round(world.vault, place, round_id, {"a": counts}, 0.85)[0].values()
    return sum(value * n for value, n in stored.items()) - sum(others)


def _weight(left: int, value: int) -> int:
    return ANSWERS.count(value) * blurring.USUAL.count(left - value)


def _not_moved() -> AbstractContextManager[object]:
    return mock.patch.multiple(blurring, USUAL=(0,), WEEKLY=(0,))


@contextmanager
def _anew_each_week() -> Iterator[None]:
    drawn, dice = blurring.drawn, count()

    def anew(steps: Sequence[int], token: bytes) -> int:
        return drawn(steps, bytes([*token, next(dice) * 37 % 256]))

    with mock.patch.object(blurring, "drawn", anew):
        yield


BROKEN = {"sums are not moved": _not_moved, "they are moved anew each week": _anew_each_week}
