"""What is asked beside rounds, such as wishes: sealed by a worker, counted once, and let go of."""

import contextlib
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from typing import Any

import structlog
from msgspec import Struct
from sqlalchemy import ColumnElement, Select, inspect, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import due, scrubbing
from bot.db import Database
from bot.pulse import keys as key_store
from bot.pulse import sealing
from bot.pulse.keys import KeyStore, RoundKey
from bot.pulse.sealing import CannotSeal
from bot.vault import Vault

log = structlog.get_logger()


class Kind(Struct, frozen=True):
    """A kind of question, each of which is a row that names its seal."""

    table: type[Any]
    is_bare: ColumnElement[bool]  # of rows that have no seal and need one
    team_id: Callable[[AsyncSession, Any], Awaitable[int]]
    # Rows of the version before: each with its seal's name and what it says.
    former: Select[*tuple[Any, ...]]


async def seal_due(
    database: Database, keys: KeyStore, vault: Vault, kind: Kind, *, failed: str, at: datetime
) -> None:
    """Make the key that answers are sealed with, for every question that has none yet."""
    async with database.read() as session:
        bare = await _bare(session, kind)

    async def seal(id_: Any) -> None:
        async def give(key: RoundKey) -> bool | None:
            async with database.begin() as session:
                one = await session.get_one(kind.table, id_, with_for_update=True)
                if id_ not in await _bare(session, kind):  # counted, or over, by now
                    return None
                return sealing.give(session, one, await kind.team_id(session, one), key)

        await key_store.with_new(keys, vault, give, at=at)

    await due.each(bare, seal, failed=failed)
    await _adopt(database, vault, kind)


async def _bare(session: AsyncSession, kind: Kind) -> list[Any]:
    found = await session.scalars(select(kind.table).where(kind.is_bare))
    return [inspect(one).identity for one in found]


async def _adopt(database: Database, vault: Vault, kind: Kind) -> None:
    """Seal what the version before keeps in the open: all that is in boxes was said after it."""
    async with database.read() as session:
        if (await session.execute(kind.former.limit(1))).first() is None:
            return
    async with database.begin() as session:
        for row, seal, said in (await session.execute(kind.former)).all():
            with contextlib.suppress(CannotSeal):  # it has been counted meanwhile
                await sealing.put(session, vault, seal, row.token, said, first=True)
            await session.delete(row)
        await scrubbing.want(session, words=True)


async def close(
    session: AsyncSession,
    keys: KeyStore,
    seal: str | None,
    tokens: Iterable[bytes],
    *,
    until: datetime,
    at: datetime,
) -> list[Any] | None:
    """What those with these *tokens* said last, and let go of all of it.

    None, and nothing is let go of, while another worker may have the key of what was asked *until*
    then.
    """
    said = await sealing.said(session, keys, seal)
    if said is None:
        if at < until + sealing.GIVEN_UP:
            return None
        log.error("the key of a vote is lost; its answers can't be opened", seal=seal)
    await sealing.shut(session, seal)
    return [said[token] for token in {*tokens} if token in said] if said else []
