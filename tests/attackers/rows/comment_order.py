"""Order: in which people stand in the database, and in which their comments are told."""

import itertools
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from tests.attackers import comments
from tests.attackers.scoring import Score
from tests.attackers.worlds import PEOPLE, World

ROW = "everybody, and who has the list of people: the order in which comments are told"


async def attack(world: World, rounds: int) -> Score:
    """The comment that is told first is that of the first person, and so on."""
    right = of = 0
    for _ in range(rounds):
        watched = await comments.written(world)
        told = await comments.told(world, watched.round_)
        right += sum(watched.truth[one.words] == person for person, one in enumerate(told))
        of += len(told)
    return Score(right, of, 1 / PEOPLE)


@contextmanager
def _numbered() -> Iterator[None]:
    """Comments are named one after the other, as people come out of the database."""
    numbers = itertools.count()

    def name(size: int) -> str:
        return f"{next(numbers):0{2 * size}}"

    with mock.patch.object(secrets, "token_hex", name):
        yield


BROKEN = {"names that count up": _numbered}
