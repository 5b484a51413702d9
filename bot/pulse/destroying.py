"""Destroying keys: what is over is opened by nobody any more, this process included.

The row's half goes with the close (`sealing.shut`); here goes the key store's. That a key is
destroyed is written down only by who has destroyed it: another store may still have it.
"""

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import scrubbing
from bot.db import Database
from bot.pulse import keys as key_store
from bot.pulse import sealing
from bot.pulse.keys import KeyStore, half_of, mark_of
from bot.pulse.models import AnyRound, Seal
from bot.vault import Vault


async def destroy_spent(database: Database, keys: KeyStore) -> None:
    """Destroy the key store's part of every key whose question is closed."""
    async with database.read() as session:
        spent = await _spent(session)
    for name in sorted(spent):
        if await _destroy(keys, name):
            await _note_destroyed(database, name)
            await keys.destroy(mark_of(name))
    await scrubbing.scrub(database)


async def _spent(session: AsyncSession) -> set[str]:
    """The keys of what is closed that nobody has noted as destroyed."""
    closed = AnyRound.closed_at.is_not(None), AnyRound.key_lost.is_(False)
    undestroyed = select(AnyRound.key_name).where(*closed, AnyRound.key_destroyed.is_(False))
    halved = select(Seal.name).where(Seal.half.is_(None))
    return {*await session.scalars(undestroyed), *await session.scalars(halved)}


async def _destroy(keys: KeyStore, name: str) -> bool:
    """Whether the key is gone from this store, in which it was: by us, or by who was faster.

    A mark stays there until that is noted: who dies in between has destroyed it all the same.
    """
    # A whole key under the plain name is one of the version before.
    here = [part for part in (half_of(name), name) if await keys.get(part) is not None]
    if not here:
        return await keys.get(mark_of(name)) is not None
    await keys.put(mark_of(name), b"gone")
    for part in here:
        await keys.destroy(part)
    return not any([await keys.get(part) is not None for part in here])


async def _note_destroyed(database: Database, name: str) -> None:
    async with database.begin() as session:
        await session.execute(
            update(AnyRound).where(AnyRound.key_name == name).values(key_destroyed=True)
        )
        await session.execute(delete(Seal).where(Seal.name == name, Seal.half.is_(None)))


async def tidy(database: Database, keys: KeyStore, vault: Vault, *, at: datetime) -> None:
    """The same, for what a process left behind that died or failed in between."""
    await destroy_spent(database, keys)
    async with database.read() as session:
        known = {*await session.scalars(select(Seal.name)), *await _spent(session)}
    await key_store.tidy(keys, vault, known, at=at)


async def split_whole_keys(database: Database, keys: KeyStore, vault: Vault) -> None:
    """Open rounds of the version before, whose key lies whole in the store, get halves too."""
    unsealed = AnyRound.closed_at.is_(None), Seal.name.is_(None)
    joined = select(AnyRound.key_name).outerjoin(Seal, Seal.name == AnyRound.key_name)
    async with database.read() as session:
        names = list(await session.scalars(joined.where(*unsealed)))
    for name in names:
        private = await keys.get(name)
        if private is None:
            continue
        async with database.begin() as session:
            held = select(AnyRound).where(AnyRound.key_name == name).with_for_update()
            round_ = await session.scalar(held)
            if round_ is None or await session.get(Seal, name) is not None:
                continue
            key = await key_store.keep(keys, vault, name, private)
            sealing.attach(session, round_.team_id, key)
        await keys.destroy(name)
