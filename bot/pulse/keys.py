"""The key store: half of the private key of what is open, outside the database's backups."""

import asyncio
import os
import secrets
from collections.abc import Awaitable, Callable, Collection
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol, TypeVar

from msgspec import Struct

from bot import key_address
from bot.errors import AmpError
from bot.vault import Vault

T = TypeVar("T")

OPENING = timedelta(hours=1)  # within which a key is made and its question written down
WAITS = 5  # seconds for Redis, each time
CHECK = "check"  # what a name begins with by which the store is tried
WRITING = "."  # before the name of a file that is not whole yet


class KeysUnreachable(AmpError):
    """The key store can't be read back, so no round is opened: its answers would be lost."""


class KeyStore(Protocol):
    """Keeps small secrets by name; `destroy` says whether there was one.

    `warnings` says, in a sentence each, why what is destroyed may stay, or what is kept may go.
    """

    async def put(self, name: str, key: bytes) -> None: ...
    async def get(self, name: str) -> bytes | None: ...
    async def destroy(self, name: str) -> bool: ...
    async def names(self) -> set[str]: ...
    async def close(self) -> None: ...
    async def warnings(self) -> list[str]: ...


def connect(address: str) -> KeyStore:
    """The store at `AMP_KEYS`: a folder, or `redis://…` where workers share no disk."""
    if address.startswith(("redis://", "rediss://", "unix://")):
        from redis.asyncio import Redis

        from bot.pulse.redis_store import RedisStore

        # What stands in the address goes before what is said here.
        redis = Redis.from_url(address, socket_timeout=WAITS, socket_connect_timeout=WAITS)
        redis.connection_pool.connection_kwargs.pop(key_address.OF_POOLS, None)
        return RedisStore(redis)
    return FolderStore(Path(address))


async def move_in(store: KeyStore, before: Path) -> int:
    """Move what a folder of before holds into the store; says how many keys of open rounds."""
    if isinstance(store, FolderStore) and store.is_at(before):
        return 0
    former = FolderStore(before)
    names = [name for name in sorted(await former.names()) if not name.startswith(WRITING)]
    for name in names:
        if (key := await former.get(name)) is not None:
            await store.put(name, key)
            await former.destroy(name)
    return len(names)


async def check(store: KeyStore, *, at: datetime) -> None:
    """Raise KeysUnreachable unless what is put into the store comes back."""
    name, key = f"{CHECK}-{_stamp(at)}-{secrets.token_hex(8)}", secrets.token_bytes(32)
    try:
        await store.put(name, key)
        kept = await store.get(name)
        await store.destroy(name)
    except Exception as error:
        raise KeysUnreachable from error
    if kept != key:
        raise KeysUnreachable


async def reach(store: KeyStore) -> None:
    """Raise what is in the way to the store, before a transaction begins that would wait for it.

    On SQLite everybody who writes would wait with it.
    """
    await store.get(CHECK)


class RoundKey(Struct, frozen=True):
    """A new key's public part, what its row keeps of the private one, and its name."""

    public: bytes
    name: str
    half: bytes
    mac: bytes


async def with_new(
    store: KeyStore, vault: Vault, open_: Callable[[RoundKey], Awaitable[T | None]], *, at: datetime
) -> T | None:
    """Let *open_* ask something under a fresh key, of which the store has half by then.

    The half is destroyed again if nothing is asked. Where *open_* fails, nobody knows yet whether
    it was: `tidy` finds out. Raises KeysUnreachable where a key could not be read back.
    """
    from nacl.public import PrivateKey

    await check(store, at=at)
    key = await keep(store, vault, new_name(vault, at), bytes(PrivateKey.generate()))
    opened = await open_(key)
    if opened is None:
        await store.destroy(half_of(key.name))
    return opened


async def keep(store: KeyStore, vault: Vault, name: str, private: bytes) -> RoundKey:
    """Keep half of a private key in the store; the rest is for the question's row."""
    from nacl.public import PrivateKey

    half = secrets.token_bytes(len(private))
    await store.put(half_of(name), half)
    public = bytes(PrivateKey(private).public_key)
    return RoundKey(public, name, joined(half, private), mac_of(vault, name, public))


def joined(one: bytes, other: bytes) -> bytes:
    """Two halves as a whole, or a whole without one half (XOR)."""
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def mac_of(vault: Vault, name: str, public: bytes) -> bytes:
    """What proves that a public key was made for this name by who has `AMP_SECRET`."""
    return vault.token("seal", name, public.hex())


def half_of(name: str) -> str:
    """Under which name the store has its half; under the plain one are whole keys of before."""
    return f"half-{name}"


def mark_of(name: str) -> str:
    """Under which name the store says, until it is noted, that a key has been destroyed."""
    return f"gone-{name}"


def new_name(vault: Vault, at: datetime) -> str:
    """A name of 40 characters that tells whose it is and since when, for `tidy`."""
    return f"{_ours(vault)}{_stamp(at)}{secrets.token_hex(12)}"


def _stamp(at: datetime) -> str:
    return f"{int(at.timestamp()):08x}"


def _ours(vault: Vault) -> str:
    return vault.token("key names").hex()[:8]


async def tidy(store: KeyStore, vault: Vault, known: Collection[str], *, at: datetime) -> int:
    """Destroy the halves of what was never asked, or is gone with its team; says how many.

    Marks too that nobody needs any more, what was cut off while it was written, and what a
    process that was killed had tried the store with. Keys of another Amp's, and what was made in
    the last hour, are left alone.
    """
    ours, before = _ours(vault), at - OPENING
    left = {one for one in await store.names() if _is_left(one, ours, known, before)}
    return sum([await store.destroy(stored) for stored in sorted(left)])


def _is_left(stored: str, ours: str, known: Collection[str], before: datetime) -> bool:
    """Whether nobody needs it; a whole key of the version before is left to itself."""
    kind, _, name = stored.removeprefix(WRITING).partition("-")
    if kind == CHECK:  # whoever's: it was to be there for a moment; once it did not say which
        made, dated, _ = name.partition("-")
        return not dated or _moment(made) < before
    is_ours = kind in ("half", "gone") and name.startswith(ours)
    return is_ours and name not in known and _moment(name[8:16]) < before


def _moment(stamp: str) -> datetime:
    return datetime.fromtimestamp(int(stamp, 16), UTC)


class FolderStore:
    """A folder of files that only this user can read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def is_at(self, folder: Path) -> bool:
        """Whether it is this folder."""
        return self._folder.absolute() == folder.absolute()

    async def put(self, name: str, key: bytes) -> None:
        await asyncio.to_thread(self._write, name, key)

    async def get(self, name: str) -> bytes | None:
        try:
            return await asyncio.to_thread((self._folder / name).read_bytes)
        except FileNotFoundError:
            return None

    async def destroy(self, name: str) -> bool:
        return await asyncio.to_thread(self._overwrite, name)

    async def names(self) -> set[str]:
        if not self._folder.is_dir():
            return set()
        return {path.name for path in self._folder.iterdir()}

    async def close(self) -> None:
        return None

    async def warnings(self) -> list[str]:
        return []

    def _write(self, name: str, key: bytes) -> None:
        """Write under another name first: a reader finds the whole key, or none."""
        missing = [one for one in (self._folder, *self._folder.parents) if not one.exists()]
        for one in reversed(missing):  # what is made on the way there is nobody else's either
            one.mkdir(mode=0o700, exist_ok=True)
        beside = self._folder / f"{WRITING}{name}"
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
        beside.rename(self._folder / name)

    def _overwrite(self, name: str) -> bool:
        """Best effort: a solid-state disk may keep the old block (docs/privacy.md)."""
        path = self._folder / name
        try:
            with path.open("r+b") as file:
                file.write(bytes(path.stat().st_size))
                file.flush()
                os.fsync(file.fileno())
            path.unlink()
        except FileNotFoundError:
            return False
        return True
