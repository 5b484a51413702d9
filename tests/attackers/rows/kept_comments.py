"""The operator, after the digest: words of too few comments, from every file."""

import asyncio
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from bot import privacy, scrubbing
from bot.pulse import sealing
from bot.pulse.comments.writing import Remark
from tests.attackers import comments
from tests.attackers.scoring import Score
from tests.attackers.worlds import PEOPLE, World

ROW = (
    "the operator, who reads every file and the write-ahead log during a round and after it: words "
    "of comments that were too few to be told"
)


async def attack(world: World, rounds: int) -> Score:
    """Look for the words themselves: while the round is open, once it is closed, and scrubbed."""
    right = of = 0
    for _ in range(rounds):
        round_ = await world.asks()
        words = [f"canary {secrets.token_hex(12)}" for _ in range(privacy.COMMENTS_FROM - 1)]
        for person in range(PEOPLE):
            wrote = Remark(words[person]) if person < len(words) else Remark("")
            await world.answers(round_, person, dict.fromkeys(round_.items, 3), wrote, at=world.now)
        found = await _found(world, words)
        assert not await comments.told(world, round_), "too few are told"
        found |= await _found(world, words)
        await scrubbing.scrub(world.database)
        found |= await _found(world, words)
        right, of = right + len(found), of + len(words)
    return Score(right, of, 0.0)


async def _found(world: World, words: list[str]) -> set[str]:
    files = await asyncio.to_thread(_read, await world.files())
    return {one for one in words if any(one.encode() in file for file in files)}


def _read(files: list[Path]) -> list[bytes]:
    return [path.read_bytes() for path in files if path.exists()]


@contextmanager
def _unsealed() -> Iterator[None]:
    """A box is padded, and not sealed."""
    sealed = sealing.sealed

    def readable(*given: Any, **more: Any) -> bytes:
        return sealed(*given, **more) + str(given[2]).encode()

    with mock.patch.object(sealing, "sealed", readable):
        yield


BROKEN = {"what is in the boxes can be read": _unsealed}
