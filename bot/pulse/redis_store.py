"""The key store in Redis, which by itself would remember what it was told to forget."""

import asyncio

import structlog
from redis.asyncio import Redis
from redis.exceptions import NoPermissionError, RedisError, ResponseError

log = structlog.get_logger()

REWRITES = 60  # seconds for Redis to write a file anew


class RedisStore:
    """Keys in Redis, for workers on several machines."""

    _HASH = "amp:keys"
    _UNDER_WAY = "aof_rewrite_in_progress", "aof_rewrite_scheduled", "rdb_bgsave_in_progress"
    _REFUSED = "in progress", "child process"  # what Redis says while it writes already

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._writing = asyncio.Lock()

    async def put(self, name: str, key: bytes) -> None:
        await self._redis.hset(self._HASH, name, key)

    async def get(self, name: str) -> bytes | None:
        key = await self._redis.hget(self._HASH, name)
        return key.encode() if isinstance(key, str) else key

    async def destroy(self, name: str) -> bool:
        """Delete it, and have Redis write its files anew, which would keep it otherwise."""
        if not await self._redis.hdel(self._HASH, name):
            return False
        try:
            await self._scrub()
        except ResponseError as error:
            if not _forbids(error):
                raise
            log.warning("Redis takes no order to write its files anew; they keep a key for a while")
        return True

    async def _scrub(self) -> None:
        found = await self._redis.info("persistence")
        if found.get("aof_enabled"):
            await self._writes_anew("BGREWRITEAOF")
        # A snapshot may be there though none is configured: somebody typed BGSAVE.
        if found.get("rdb_saves") or await self._takes_snapshots():
            await self._writes_anew("BGSAVE")

    async def _takes_snapshots(self) -> bool:
        return bool((await self._redis.config_get("save")).get("save"))

    async def _writes_anew(self, command: str) -> None:
        """One that is under way already may have begun before the key was deleted."""
        async with self._writing:
            async with asyncio.timeout(REWRITES):
                while not await self._begins(command):  # each time it waits until Redis is idle
                    pass
            await self._is_idle()

    async def _begins(self, command: str) -> bool:
        """Whether Redis does it; not where another worker's went first."""
        await self._is_idle()
        try:
            await self._redis.execute_command(command)  # type: ignore[no-untyped-call]
        except ResponseError as error:
            if not any(words in str(error) for words in self._REFUSED):
                raise
            await asyncio.sleep(0.02)
            return False
        return True

    async def _is_idle(self) -> None:
        async with asyncio.timeout(REWRITES):
            while True:
                found = await self._redis.info("persistence")
                if not any(found.get(name) for name in self._UNDER_WAY):
                    return
                await asyncio.sleep(0.02)

    async def names(self) -> set[str]:
        names = await self._redis.hkeys(self._HASH)
        return {name.decode() if isinstance(name, bytes) else name for name in names}

    async def close(self) -> None:
        await self._redis.aclose()

    async def warnings(self) -> list[str]:
        """What this Redis would do with keys that are to stay, and with those that are to go."""
        try:
            found = await self._redis.info("persistence")
            policy = str((await self._redis.info("memory")).get("maxmemory_policy"))
            replicas = (await self._redis.info("replication")).get("connected_slaves")
            snapshots = await self._takes_snapshots()
        except RedisError as error:
            return [f"Redis does not say what it keeps ({type(error).__name__}); see its settings"]
        told = {
            f"Redis evicts keys when its memory is full ({policy}), and answers of open rounds are "
            "lost with them: CONFIG SET maxmemory-policy noeviction": policy.startswith("allkeys"),
            "Redis has replicas: keys that are destroyed stay in their files": replicas,
            "Redis takes snapshots (save): they are made anew when a key goes, copies of them "
            "elsewhere keep it": snapshots,
            "Redis writes nothing to disk: when it restarts, the answers of open rounds are lost": (
                not found.get("aof_enabled") and not snapshots
            ),
        }
        return [sentence for sentence, is_so in told.items() if is_so]


def _forbids(error: ResponseError) -> bool:
    """Whether Redis knows no such command for us, as where hosts run it for others."""
    return isinstance(error, NoPermissionError) or str(error).startswith("unknown command")
