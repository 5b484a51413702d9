"""Sizes and rows: who wrote anything at all."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from unittest import mock

from bot.pulse import sealing
from bot.pulse.comments import boxes
from tests.attackers import comments
from tests.attackers.scoring import Score
from tests.attackers.worlds import PEOPLE, World

ROW = "the operator, who looks into the database after each answer: who has written a comment"
WRITERS = 4


async def attack(world: World, rounds: int) -> Score:
    """Who has a box, and a longer one than others, wrote; the rest is guessed: most did not."""
    right = of = 0
    for _ in range(rounds):
        watched = await comments.written(world, writers=WRITERS)
        lengths = {person: len(box) for person, box in watched.boxes.items()}
        least = min(lengths.values(), default=0)
        for person in range(PEOPLE):
            thought = lengths.get(person, 0) > least or 0 < len(lengths) < PEOPLE
            right += (thought and person in lengths) is (person in watched.truth.values())
        of += PEOPLE
        await comments.told(world, watched.round_)
    return Score(right, of, (PEOPLE - WRITERS) / PEOPLE)


@contextmanager
def _only_where_somebody_wrote() -> Iterator[None]:
    """Who writes nothing leaves no box."""
    put = boxes.put

    async def put_words(*given: Any, at: datetime) -> bool:
        return not given[-1].words or await put(*given, at=at)

    with mock.patch.object(boxes, "put", put_words):
        yield


@contextmanager
def _as_long_as_it_is() -> Iterator[None]:
    """Boxes are as long as what is in them, more or less."""
    sealed = sealing.sealed

    def unpadded(public: bytes, token: bytes, said: Any, *length: int, once: str = "") -> bytes:
        return sealed(public, token, said, *length, once=once) + bytes(len(json.dumps(said)))

    with mock.patch.object(sealing, "sealed", unpadded):
        yield


BROKEN = {
    "boxes of any length": _as_long_as_it_is,
    "boxes of writers alone": _only_where_somebody_wrote,
}
