"""The operator, after the close: both halves of a key are looked for in all that lies about."""

import asyncio
import re
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from sqlalchemy import select

from bot.pulse import ballots, keys, redis_store, sealing
from bot.pulse.keys import half_of, joined
from bot.pulse.models import Box, Round, Seal
from tests.attackers.scoring import Score
from tests.attackers.worlds import World, blind, most

ROW = (
    "the operator, after the close, with AMP_SECRET and every file: the database's, its "
    "write-ahead log, the key store's, Redis's append-only file"
)


async def attack(world: World, rounds: int) -> Score:
    """Put halves together, open the boxes and name them; guess the rest from the tally."""
    right = of = seen = 0
    for _ in range(rounds):
        round_, truth = await world.lives_through()
        noted = await _as_it_went_through_the_log(world, round_)
        tally = await world.closes(round_, at=world.now)
        known = await _opened(world, round_, *noted)
        for person, answers in truth.items():
            for item, value in answers.items():
                said = known.get(person, {}).get(item, most(tally, item))
                right, of = right + (said == value), of + 1
        seen += blind(truth)
    return Score(right, of, seen / of)


async def _as_it_went_through_the_log(
    world: World, round_: Round
) -> tuple[bytes, list[bytes], dict[bytes, int]]:
    """What a write-ahead log or a backup of the database still has when the round is over."""
    async with world.database.read() as session:
        half = await session.scalar(select(Seal.half).where(Seal.name == round_.key_name))
        boxes = list(await session.scalars(select(Box.sealed).where(Box.seal == round_.key_name)))
        people = await ballots.everybody(session, round_.id)
    names = {ballots.token(world.vault, round_.id, p.id): int(p.user_id[1:]) for p in people}
    return half or b"", boxes, names


async def _opened(
    world: World, round_: Round, half: bytes, boxes: list[bytes], names: dict[bytes, int]
) -> dict[int, Any]:
    files = await asyncio.to_thread(_key_files, world.folder)
    for other in _halves(files, half_of(round_.key_name).encode()):
        if said := sealing.opened(joined(half, other), boxes):
            return {names[who]: answers for who, answers in said.items()}
    return {}


def _key_files(folder: Path) -> list[tuple[str, bytes]]:
    """Whatever the key store has written, under whatever name."""
    places = [folder / "keys", folder / "redis"]
    found = [path for place in places for path in place.rglob("*") if path.is_file()]
    return [(path.name, path.read_bytes()) for path in found]


def _halves(files: list[tuple[str, bytes]], name: bytes) -> Iterator[bytes]:
    """What may be a half: a file of that name, or 32 bytes a few bytes behind the name."""
    for file, content in files:
        if file.encode() == name and len(content) == 32:
            yield content
        for found in re.finditer(re.escape(name), content):
            for start in range(found.end(), found.end() + 16):
                if len(window := content[start : start + 32]) == 32:
                    yield window


@contextmanager
def _keys_stay() -> Iterator[None]:
    """The database lets go of everything; the key store's half stays where it is."""

    async def stays(*_: Any) -> bool:
        return True

    with ExitStack() as stack:
        for store in (keys.FolderStore, redis_store.RedisStore):
            stack.enter_context(mock.patch.object(store, "destroy", stays))
        yield


@contextmanager
def _redis_is_not_told() -> Iterator[None]:
    """The key is deleted, and its files keep it: Redis only appends, and a folder has no log."""

    async def only_deleted(self: Any, name: str) -> bool:
        return bool(await self._redis.hdel(self._HASH, name))

    async def only_renamed(self: Any, name: str) -> bool:
        path = self._folder / name
        if path.exists():
            old = path.rename(self._folder / f"old-{secrets.token_hex(4)}")
            old.write_bytes(name.encode() + old.read_bytes())
        return True

    with (
        mock.patch.object(redis_store.RedisStore, "destroy", only_deleted),
        mock.patch.object(keys.FolderStore, "destroy", only_renamed),
    ):
        yield


BROKEN = {"the half stays": _keys_stay, "its file keeps it": _redis_is_not_told}
