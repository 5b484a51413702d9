"""Whoever has copies of the database and of everything beside it, from while a round was open."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from nacl.public import PrivateKey
from sqlalchemy import select

from bot.pulse import ballots, keys, sealing
from bot.pulse.keys import KeyStore, RoundKey, half_of, mac_of
from bot.pulse.models import Box, Seal
from bot.vault import Vault
from tests.attackers.scoring import Score
from tests.attackers.worlds import World, blind, most

ROW = "whoever copies the database and AMP_SECRET every night, and not the key store"


async def attack(world: World, rounds: int) -> Score:
    """Open the boxes with all that a copy holds; guess the rest from the tally."""
    right = of = seen = 0
    for _ in range(rounds):
        round_, truth = await world.lives_through()
        async with world.database.read() as session:
            seal = await session.get_one(Seal, round_.key_name)
            boxes = list(await session.scalars(select(Box.sealed).where(Box.seal == seal.name)))
            people = await ballots.everybody(session, round_.id)
        names = {ballots.token(world.vault, round_.id, p.id): int(p.user_id[1:]) for p in people}
        known: dict[int, Any] = {}
        for guess in (seal.half, seal.mac, world.vault.token("half", seal.name)):
            known |= {
                names[who]: what for who, what in sealing.opened(guess or bytes(32), boxes).items()
            }
        tally = await world.closes(round_, at=world.now)
        for person, answers in truth.items():
            for item, value in answers.items():
                right += known.get(person, {}).get(item, most(tally, item)) == value
                of += 1
        seen += blind(truth)
    return Score(right, of, seen / of)


@contextmanager
def _whole() -> Iterator[None]:
    """The row has the whole key: the other half is nothing."""

    async def keep(store: KeyStore, vault: Vault, name: str, private: bytes) -> RoundKey:
        await store.put(half_of(name), bytes(len(private)))
        public = bytes(PrivateKey(private).public_key)
        return RoundKey(public, name, private, mac_of(vault, name, public))

    with mock.patch.object(keys, "keep", keep):
        yield


BROKEN = {"the row has it whole": _whole}
