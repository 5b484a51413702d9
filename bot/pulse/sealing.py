"""Sealing: whatever people are asked in confidence lies in boxes that nobody can open meanwhile.

What is asked (a round, a wish, "again?") has a seal: a key pair of its own, made by a worker. Half
of its private key (XOR) stands in the seal's row, the other half in the key store; they share no
backup, and either alone opens nothing. A box says nothing outside: no token, no time, no order.
Who put it there is sealed with what they said, so what is left in logs and backups names nobody.
Closing opens all boxes in memory, and takes both halves away.
"""

import hmac
import itertools
import json
import secrets
import time
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeAlias

import msgspec
import structlog
from sqlalchemy import Insert, bindparam, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import scrubbing
from bot.db import Moment
from bot.errors import AmpError
from bot.prepared import Connected
from bot.pulse.keys import KeyStore, RoundKey, half_of, joined, mac_of
from bot.pulse.models import AnyRound, Box, CommentBox, Seal
from bot.rows import insert_new
from bot.vault import Vault

log = structlog.get_logger()

Table: TypeAlias = type[Box] | type[CommentBox]

GIVEN_UP = timedelta(hours=48)  # after which what nobody has the key of is given up
LENGTH = 1024  # bytes of what is padded and sealed, whatever is in it

_order = itertools.count()  # of what this process seals within one tick of its clock


class CannotSeal(AmpError):
    """There is no public key, or not the one that a worker made: nothing is kept."""


def attach(session: AsyncSession, team_id: int, key: RoundKey) -> None:
    """Write down the row's part of a new key; what the team is asked names it."""
    session.add(
        Seal(
            name=key.name,
            team_id=team_id,
            public_key=key.public,
            mac=key.mac,
            half=key.half,
        )
    )


class Sealable(Protocol):
    """Whatever is asked beside rounds; a worker gives it its seal as soon as it is asked."""

    seal: str | None


def give(session: AsyncSession, asked: Sealable, team_id: int, key: RoundKey) -> bool | None:
    """Let *asked* be sealed with this key; None if it has another one."""
    if asked.seal is not None:
        return None
    attach(session, team_id, key)
    asked.seal = key.name
    return True


async def put(
    session: AsyncSession,
    vault: Vault,
    name: str | None,
    token: bytes,
    said: Any,
    *,
    first: bool = False,
) -> None:
    """Seal what somebody said; their last box counts. Raises CannotSeal.

    *token* is theirs for this question alone; it goes into the box. What was said *first* counts
    only where they have said nothing else, whenever that is sealed.
    """
    public = await public_key(session, vault, name)
    box = sealed(public, token, said, first=first)
    await insert_new(session, Box, [{"seal": name, "id": secrets.token_bytes(16), "sealed": box}])


async def put_while_open(
    connection: Connected,
    round_: AnyRound,
    box: bytes,
    *,
    table: Table = Box,
    at: datetime,
    more_follows: bool = False,
) -> bool:
    """Lay a box into an open round's, by one statement; False where it has closed meanwhile.

    Where *more_follows* that commits by itself, PostgreSQL's disk is waited for there: its log is
    written in order, so that what comes later is safe no sooner than this.
    """
    id_ = secrets.token_bytes(16)
    given = {"seal": round_.key_name, "id": id_, "sealed": box, "round_id": round_.id, "at": at}
    statement = _WHILE_OPEN[table, more_follows]
    return bool(await connection.write(statement, given))


def _while_open(table: Table, more_follows: bool) -> Insert:
    """Nobody closes the round between the look and the box: it waits for whoever is closing it."""
    columns = table.seal, table.id, table.sealed
    row = [bindparam(column.key, type_=column.type) for column in columns]
    is_open = (
        AnyRound.id == bindparam("round_id"),
        AnyRound.closed_at.is_(None),
        AnyRound.closes_at > bindparam("at", type_=Moment()),
    )
    no_wait = func.set_config("synchronous_commit", "off", True) == "off"  # in this transaction
    asked = select(*row).where(*is_open, *([no_wait] if more_follows else []))
    row_while_open = asked.with_for_update(read=True)
    return insert(table).from_select([column.key for column in columns], row_while_open)


_WHILE_OPEN = {
    (table, more): _while_open(table, more) for table in (Box, CommentBox) for more in (False, True)
}


async def public_key(session: AsyncSession, vault: Vault, name: str | None) -> bytes:
    """The key to seal with, if it is the one that was made for this name; raises CannotSeal.

    Whoever may write to the database could put another one there, and read what is sealed with it.
    """
    seal = await session.get(Seal, name) if name else None
    if seal is None or seal.half is None:
        raise CannotSeal
    if not hmac.compare_digest(seal.mac, mac_of(vault, seal.name, seal.public_key)):
        log.error("the public key of a question is not the one that was made for it", seal=name)
        raise CannotSeal
    return seal.public_key


def sealed(
    public_key: bytes,
    token: bytes,
    said: Any,
    length: int = LENGTH,
    *,
    once: str = "",
    first: bool = False,
) -> bytes:
    """A box that only the private key opens; as long as every other one.

    Of those with the same *once*, which names what was sent, the first one counts.
    """
    from nacl.bindings import sodium_pad
    from nacl.public import PublicKey, SealedBox

    when = [0 if first else time.time_ns(), next(_order)]
    whose = json.dumps({"who": token.hex(), "when": when, "once": once}).encode().removesuffix(b"}")
    told = json.dumps(said, ensure_ascii=False).encode()
    # They come together only at full length: what is shorter stays in memory (bot/memory.py).
    parts = [whose, b', "said": ', told, b"}"]
    room = length - 1 - sum(map(len, parts))
    if room < 0:
        raise ValueError("more is said than a box holds")
    return SealedBox(PublicKey(public_key)).encrypt(
        sodium_pad(b"".join([*parts, b" " * room]), length)
    )


async def private_key(session: AsyncSession, keys: KeyStore, name: str | None) -> bytes | None:
    """The private key, out of both halves; None where one of them is not to be had from here."""
    seal = await session.get(Seal, name) if name else None
    half = await keys.get(half_of(seal.name)) if seal else None
    return joined(seal.half, half) if seal and seal.half and half else None


async def said(session: AsyncSession, keys: KeyStore, name: str | None) -> dict[bytes, Any] | None:
    """What each token said last; None where the key is not to be had from here."""
    private = await private_key(session, keys, name)
    return opened(private, await boxes(session, name)) if private and name else None


async def boxes(session: AsyncSession, name: str, *, table: Table = Box) -> list[bytes]:
    """The boxes, as they lie there."""
    return list(await session.scalars(select(table.sealed).where(table.seal == name)))


async def how_many(session: AsyncSession, name: str) -> int:
    """How many boxes there are; who answered twice has two."""
    found = select(func.count()).select_from(Box).where(Box.seal == name)
    return await session.scalar(found) or 0


def opened(private: bytes, boxes: Iterable[bytes], *, length: int = LENGTH) -> dict[bytes, Any]:
    """What each token said last; what can't be opened is left out, and its number logged."""
    from nacl.exceptions import CryptoError

    unseal = _opener(private, length)
    found: list[tuple[list[int], str, bytes, Any]] = []
    broken = 0
    for box in boxes:
        try:
            inside = msgspec.json.decode(unseal(box))
            once, who = str(inside.get("once", "")), bytes.fromhex(inside["who"])
            found.append((inside["when"], once, who, inside["said"]))
        except (CryptoError, msgspec.DecodeError, ValueError, KeyError, TypeError):
            broken += 1
    if broken:
        log.error("some boxes could not be opened and are left out", boxes=broken)
    return _newest(sorted(found, key=lambda one: one[0]))


def _newest(in_order: Iterable[tuple[list[int], str, bytes, Any]]) -> dict[bytes, Any]:
    """What each said last; what was sent once more counts only where it was sent first."""
    newest, met = {}, set[str]()
    for _, once, who, said in in_order:
        if once not in met:
            newest[who] = said
        met |= {once} - {""}
    return newest


def unsealed(private: bytes, box: bytes, length: int = LENGTH) -> bytes:
    """What is in a box; raises nacl's CryptoError when the key is not its own."""
    return _opener(private, length)(box)


def _opener(private: bytes, length: int) -> Callable[[bytes], bytes]:
    """What opens boxes; to make it takes half as long as opening one of them."""
    from nacl.bindings import sodium_unpad
    from nacl.public import PrivateKey, SealedBox

    key = SealedBox(PrivateKey(private))
    return lambda box: sodium_unpad(key.decrypt(box), length)


async def shut(session: AsyncSession, name: str | None) -> None:
    """Let go of the boxes and of the row's half; the other half goes next (`destroy_spent`)."""
    if name is None:
        return
    for table in (Box, CommentBox):
        await session.execute(delete(table).where(table.seal == name))
    seal = await session.get(Seal, name)
    if seal is not None:
        seal.half = None
    await scrubbing.want(session)
