"""The key store: private keys of open rounds, outside the database and its backups."""

import asyncio
import os
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from bot.errors import AmpError

if TYPE_CHECKING:
    from redis.asyncio import Redis

T = TypeVar("T")


class KeysUnreachable(AmpError):
    """The key store can't be read back, so no round is opened: its answers would be lost."""


class KeyStore(Protocol):
    """Keeps small secrets by name."""

    async def put(self, name: str, key: bytes) -> None: ...
    async def get(self, name: str) -> bytes | None: ...
    async def destroy(self, name: str) -> None: ...
    async def names(self) -> set[str]: ...
    async def close(self) -> None: ...


def connect(address: str) -> KeyStore:
    """The store at `AMP_KEYS`: a folder, or `redis://…` where workers share no disk."""
    if address.startswith(("redis://", "rediss://", "unix://")):
        from redis.asyncio import Redis

        return RedisStore(Redis.from_url(address))
    return FolderStore(Path(address))


async def check(store: KeyStore) -> None:
    """Raise KeysUnreachable unless what is put into the store comes back."""
    name, key = f"check-{secrets.token_hex(8)}", secrets.token_bytes(32)
    try:
        await store.put(name, key)
        kept = await store.get(name)
        await store.destroy(name)
    except Exception as error:
        raise KeysUnreachable from error
    if kept != key:
        raise KeysUnreachable


@dataclass(frozen=True)
class RoundKey:
    """The public half of a round's key pair, and the name under which the private one is kept."""

    public: bytes
    name: str


async def with_new(store: KeyStore, open_: Callable[[RoundKey], Awaitable[T | None]]) -> T | None:
    """Let *open_* open a round with a fresh key pair; the key is destroyed again if it doesn't.

    Raises KeysUnreachable where a key could not be read back.
    """
    from nacl.public import PrivateKey

    await check(store)
    private, name = PrivateKey.generate(), secrets.token_hex(16)
    await store.put(name, bytes(private))
    opened = await open_(RoundKey(bytes(private.public_key), name))
    if opened is None:
        await store.destroy(name)
    return opened


class FolderStore:
    """A folder of files that only this user can read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def put(self, name: str, key: bytes) -> None:
        await asyncio.to_thread(self._write, name, key)

    async def get(self, name: str) -> bytes | None:
        try:
            return await asyncio.to_thread((self._folder / name).read_bytes)
        except FileNotFoundError:
            return None

    async def destroy(self, name: str) -> None:
        await asyncio.to_thread(self._overwrite, name)

    async def names(self) -> set[str]:
        if not self._folder.is_dir():
            return set()
        return {path.name for path in self._folder.iterdir()}

    async def close(self) -> None:
        return None

    def _write(self, name: str, key: bytes) -> None:
        """Write under another name first: a reader finds the whole key, or none."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = self._folder / f".{name}"
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
        beside.rename(self._folder / name)

    def _overwrite(self, name: str) -> None:
        """Best effort: a solid-state disk may keep the old block (docs/privacy.md)."""
        path = self._folder / name
        try:
            with path.open("r+b") as file:
                file.write(bytes(path.stat().st_size))
                file.flush()
                os.fsync(file.fileno())
            path.unlink()
        except FileNotFoundError:
            return


class RedisStore:
    """Keys in Redis, for workers on several machines."""

    _HASH = "amp:keys"

    def __init__(self, redis: "Redis") -> None:
        self._redis = redis

    async def put(self, name: str, key: bytes) -> None:
        await self._redis.hset(self._HASH, name, key)

    async def get(self, name: str) -> bytes | None:
        key = await self._redis.hget(self._HASH, name)
        return key.encode() if isinstance(key, str) else key

    async def destroy(self, name: str) -> None:
        await self._redis.hdel(self._HASH, name)

    async def names(self) -> set[str]:
        names = await self._redis.hkeys(self._HASH)
        return {name.decode() if isinstance(name, bytes) else name for name in names}

    async def close(self) -> None:
        await self._redis.aclose()
