"""Closing a round: the ballots become counts, and then nobody can open them any more.

docs/privacy.md, "The life of an answer". One transaction opens every ballot in memory, writes the
counts and deletes the ballots; only then is the private key destroyed.
"""

import asyncio
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import privacy
from bot.db import Database
from bot.pulse import ballots
from bot.pulse.keys import KeyStore
from bot.pulse.models import AnyRound, Ballot, Participation, Reminded, Tally
from bot.slack import outbox

log = structlog.get_logger()


async def close(database: Database, keys: KeyStore, round_id: int, *, at: datetime) -> bool:
    """Close a round, if it is still open; False when its key is not to be found from here."""
    async with database.begin() as session:
        round_ = await _still_open(session, round_id)
        if round_ is None:
            return True
        key = await keys.get(round_.key_name)
        if key is None:
            return False
        sealed = list(await session.scalars(select(Ballot.sealed).where(_of(Ballot, round_id))))
        opened = await asyncio.to_thread(_open_all, key, sealed)
        session.add_all(_rows(round_, count(opened)))
        await _shut(session, round_, answered=len(opened), at=at)
    await destroy_spent_keys(database, keys)
    return True


async def give_up(database: Database, round_id: int, *, at: datetime) -> None:
    """Close a round whose key is gone: how many answered is all that is left of it."""
    async with database.begin() as session:
        round_ = await _still_open(session, round_id)
        if round_ is None:
            return
        answered = await session.scalar(
            select(func.count()).select_from(Ballot).where(_of(Ballot, round_id))
        )
        round_.key_lost = True
        await _shut(session, round_, answered=answered or 0, at=at)
    log.error("the key of a round is lost; its answers can't be opened", round=round_id)


async def _still_open(session: AsyncSession, round_id: int) -> AnyRound | None:
    """The round, for this transaction alone; None if somebody has closed it."""
    still_open = AnyRound.id == round_id, AnyRound.closed_at.is_(None)
    return await session.scalar(select(AnyRound).where(*still_open).with_for_update())


def count(opened: Iterable[Mapping[str, int]]) -> dict[str, dict[int, int]]:
    """Counts per item and value, as they may be kept: none below the quorum, no unanimity."""
    counts: dict[str, Counter[int]] = {}
    for answers in opened:
        for item, value in answers.items():
            counts.setdefault(item, Counter())[value] += 1
    return {
        item: privacy.soften_unanimity(values)
        for item, values in sorted(counts.items())
        if values.total() >= privacy.QUORUM
    }


async def of_round(session: AsyncSession, round_id: int) -> dict[str, dict[int, int]]:
    """The counts that were kept of a round: item id -> value -> people."""
    counts: dict[str, dict[int, int]] = {}
    for tally in await session.scalars(select(Tally).where(_of(Tally, round_id))):
        counts.setdefault(tally.item_id, {})[tally.value] = tally.n
    return counts


async def destroy_spent_keys(database: Database, keys: KeyStore) -> None:
    """Destroy the keys of closed rounds, and scrub what the database has let go of."""
    async with database.read() as session:
        spent = {
            name: id_
            for id_, name in await session.execute(
                select(AnyRound.id, AnyRound.key_name).where(
                    AnyRound.closed_at.is_not(None), AnyRound.key_destroyed.is_(False)
                )
            )
        }
    for name, round_id in spent.items():
        await keys.destroy(name)
        async with database.begin() as session:
            (await session.get_one(AnyRound, round_id)).key_destroyed = True
    if spent:
        await scrub(database)


async def scrub(database: Database) -> None:
    """Give freed pages back, so that deleted rows do not linger in the file or its log."""
    async with database.outside_transactions() as connection:
        if database.on_sqlite:
            await connection.exec_driver_sql("VACUUM")
            await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            await connection.exec_driver_sql("VACUUM ballot, participation, reminded, delivery")


def _open_all(key: bytes, sealed: Sequence[bytes]) -> list[dict[str, int]]:
    from nacl.exceptions import CryptoError

    opened, broken = [], 0
    for box in sealed:
        try:
            opened.append(ballots.unseal(key, box))
        except (CryptoError, ValueError):
            broken += 1
    if broken:
        log.error("some ballots could not be opened and are left out", ballots=broken)
    return opened


def _rows(round_: AnyRound, counts: Mapping[str, Mapping[int, int]]) -> list[Tally]:
    return [
        Tally(round_id=round_.id, item_id=item, value=value, n=n)
        for item, values in sorted(counts.items())
        for value, n in sorted(values.items())
    ]


async def _shut(session: AsyncSession, round_: AnyRound, *, answered: int, at: datetime) -> None:
    round_.closed_at, round_.answered = at, answered
    for table in (Ballot, Participation, Reminded):
        await session.execute(delete(table).where(_of(table, round_.id)))
    await outbox.withdraw(session, f"invitation:{round_.id}:")
    await outbox.withdraw(session, f"reminder:{round_.id}:")


def _of(table: Any, round_id: int) -> ColumnElement[bool]:
    belongs: ColumnElement[bool] = table.round_id == round_id
    return belongs
