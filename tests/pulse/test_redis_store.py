"""The key store in a real Redis: what it says of what it keeps is so, and what goes is gone."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from redis.asyncio import Redis
from redis.exceptions import AuthenticationError, RedisError
from structlog.testing import capture_logs

from bot import preparing
from bot.doctor import storage
from bot.doctor.finding import State
from bot.pulse import keys as key_store
from bot.pulse.redis_store import RedisStore
from bot.settings import Settings
from tests import ports, process
from tests.conftest import needs
from tests.place import placed
from tests.pulse.conftest import House
from tests.pulse.test_keys import of_two_that_destroy_at_once

KEY = b"\x01half of a key, 32 bytes of it\x02\x03"
WRITES = ("--appendonly", "yes", "--appendfsync", "always", "--save", "")
SNAPSHOTS = ("--save", "900 1")
NOTHING = ("--save", "")


@asynccontextmanager
async def redis(folder: Path, *how: str) -> AsyncIterator[str]:
    """A Redis of our own, whose files lie in *folder*; its address."""
    program, port = needs("redis-server", "apt-get install redis-server"), ports.free()
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    server = await asyncio.create_subprocess_exec(
        *(program, "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder), *how),
        stdout=asyncio.subprocess.DEVNULL,
    )
    asked = Redis(port=port)
    try:
        await _until(lambda: _is_up(asked))
        yield f"redis://127.0.0.1:{port}"
    finally:
        await asked.aclose()
        server.terminate()
        await server.wait()


async def _is_up(asked: Redis) -> bool:
    try:
        return bool(await asked.ping())
    except AuthenticationError:
        return True  # it wants a password, which is somebody else's


async def _until(look: Callable[[], Awaitable[object]]) -> None:
    async with asyncio.timeout(20):
        while True:
            try:
                if await look():
                    return
            except RedisError:
                pass
            await asyncio.sleep(0.02)


async def warnings(address: str) -> list[str]:
    store = key_store.connect(address)
    try:
        return await store.warnings()
    finally:
        await store.close()


@pytest.mark.parametrize(
    ("how", "told"),
    [
        (WRITES, []),
        (NOTHING, ["Redis writes nothing to disk"]),
        (SNAPSHOTS, ["Redis takes snapshots (save)"]),
        (("--appendonly", "yes", *SNAPSHOTS), ["Redis takes snapshots (save)"]),
        ((*WRITES, "--maxmemory-policy", "allkeys-lru"), ["Redis evicts keys"]),
        ((*WRITES, "--maxmemory-policy", "volatile-lru"), []),
    ],
    ids=["as documented", "out of the box", "snapshots", "both", "a cache", "a cache of others"],
)
async def test_a_start_and_the_doctor_say_what_a_redis_does_with_keys(
    how: tuple[str, ...], told: list[str], tmp_path: Path
) -> None:
    """In the same sentences; as documentation wants it, there is nothing to say."""
    async with redis(tmp_path, *how) as address:
        found = await warnings(address)
        assert [any(one.startswith(words) for words in told) for one in found] == [True] * len(told)
        settings = Settings(keys=address)
        said = [one async for one in storage.keys(settings, None)]
    assert [one.what for one in said if one.state is State.NOTE] == found


@pytest.mark.parametrize(
    ("how", "who", "remedy"),
    [
        (("--requirepass", "pw"), "", "Write the password into AMP_KEYS"),
        (("--requirepass", "pw"), ":other@", "the password in AMP_KEYS is another one's"),
        (("--user", "amp", "on", "nopass", "~*", "+hset"), "amp:x@", "ACL SETUSER"),
        (("--maxmemory", "1"), "", "Redis is full"),
        (("--replicaof", "127.0.0.1", "9"), "", "name the Redis that is written to"),
        (("--cluster-enabled", "yes"), "", "That is one of a cluster"),
        ((), "/77", "is none of Redis's databases"),
    ],
    ids=["no password", "another", "no rights", "full", "replica", "cluster", "number"],
)
async def test_a_redis_that_does_not_take_keys_is_told_with_what_mends_it(
    how: tuple[str, ...], who: str, remedy: str, tmp_path: Path
) -> None:
    """By the doctor, and at the start, in the same words."""
    async with redis(tmp_path, *WRITES, *how) as address:
        place = f"{address}{who}" if who.startswith("/") else address.replace("://", f"://{who}")
        (said,) = [one async for one in storage.keys(Settings(keys=place), None)]
        assert said.state is State.PROBLEM
        assert remedy in said.remedy
        store = key_store.connect(place)
        with pytest.raises(preparing.NotReady, match="can't be read back") as raised:
            await preparing.keys(store, at=datetime.now(UTC))
        assert said.remedy in str(raised.value)
        await store.close()


async def test_the_rights_that_are_told_are_enough(tmp_path: Path) -> None:
    """Also in a database of another number, which the driver chooses first."""
    async with redis(tmp_path, *WRITES, "--user", "amp", "on", "nopass") as address:
        place = address.replace("://", "://amp:any@") + "/1"
        (said,) = [one async for one in storage.keys(Settings(keys=place), None)]
        rights = said.remedy.partition("AMP_KEYS, ")[2].partition(". ")[0]
        asked = Redis.from_url(address)
        execute: Callable[..., Awaitable[object]] = asked.execute_command
        await execute("ACL", "SETUSER", "amp", *rights.split())
        await asked.aclose()
        store = key_store.connect(place)
        await key_store.check(store, at=datetime.now(UTC))
        assert await store.warnings() == []
        await store.close()


@pytest.mark.parametrize("address", ["redis://h", "rediss://h/1", "unix:///run/redis.sock"])
async def test_a_frozen_redis_is_waited_for_as_long_as_we_say(address: str) -> None:
    """Or as the address says, and not as a version of the driver has it."""
    for behind, reads, connects in (("", 5, 5), ("?socket_timeout=9", 9, 5)):
        store = key_store.connect(address + behind)
        assert isinstance(store, RedisStore)
        options = store._redis.connection_pool.connection_kwargs
        found = options.get("socket_timeout"), options.get("socket_connect_timeout")
        assert found == (reads, connects)
        await store.close()


async def test_a_replica_is_told_of(tmp_path: Path) -> None:
    """What it has written we can't have written anew."""
    async with redis(tmp_path / "first", *WRITES) as address:
        port = address.rpartition(":")[2]
        async with redis(tmp_path / "second", *NOTHING, "--replicaof", "127.0.0.1", port):
            asked = Redis(port=int(port))

            async def is_followed() -> bool:
                return bool((await asked.info("replication"))["connected_slaves"])

            await _until(is_followed)
            await asked.aclose()
            assert [one.partition(":")[0] for one in await warnings(address)] == [
                "Redis has replicas"
            ]


async def test_a_redis_that_does_not_say_is_told_of_too(tmp_path: Path) -> None:
    """As with a role that may read and write keys, and nothing else."""
    role = ("--user", "amp", "on", "nopass", "~*", "+hset", "+hget", "+hdel", "+hkeys")
    async with redis(tmp_path, *WRITES, *role) as address:
        found = await warnings(address.replace("redis://", "redis://amp:any@"))
    assert found == ["Redis does not say what it keeps (NoPermissionError); see its settings"]


@pytest.mark.parametrize("how", [WRITES, ("--appendonly", "yes", *SNAPSHOTS), SNAPSHOTS])
async def test_a_key_that_is_destroyed_is_in_no_file_of_it(
    how: tuple[str, ...], tmp_path: Path
) -> None:
    """It was there before; another key stays."""
    async with redis(tmp_path, *how) as address:
        store = key_store.connect(address)
        assert isinstance(store, RedisStore)
        await store.put("goes", KEY)
        await store.put("stays", b"another key")
        await store._writes_anew("BGSAVE")
        assert KEY in await asyncio.to_thread(_files, tmp_path)
        assert await store.destroy("goes")
        kept = await asyncio.to_thread(_files, tmp_path)
        assert (KEY in kept, await store.get("stays")) == (False, b"another key")
        assert not await store.destroy("goes")
        await store.close()


@pytest.mark.parametrize("how", [WRITES, ("--appendonly", "yes", *SNAPSHOTS), SNAPSHOTS])
async def test_several_keys_are_destroyed_at_once(how: tuple[str, ...], tmp_path: Path) -> None:
    """By several workers: whoever comes second waits until Redis can begin once more."""
    names = [f"key {n}" for n in range(6)]
    async with redis(tmp_path, *how) as address:
        stores = key_store.connect(address), key_store.connect(address)
        for name in names:
            await stores[0].put(name, KEY)
        gone = (stores[n % 2].destroy(name) for n, name in enumerate(names))
        assert await asyncio.gather(*gone) == [True] * len(names)
        assert KEY not in await asyncio.to_thread(_files, tmp_path)
        for store in stores:
            await store.close()


async def test_two_workers_that_destroy_a_key_leave_no_mark_behind(
    house: House, tmp_path: Path
) -> None:
    """As in a folder."""
    async with redis(tmp_path / "redis", *WRITES) as address:
        house.keys = key_store.connect(address)
        await of_two_that_destroy_at_once(house, house.keys)
        await house.keys.close()


async def test_where_redis_takes_no_orders_a_key_goes_and_the_log_says_what_stays(
    tmp_path: Path,
) -> None:
    """As hosts have it who run Redis for others; the doctor says that it can't be seen."""
    forbidden = [
        w for c in ("CONFIG", "BGREWRITEAOF", "BGSAVE") for w in ("--rename-command", c, "")
    ]
    async with redis(tmp_path, *WRITES, *forbidden) as address:
        store = key_store.connect(address)
        assert isinstance(store, RedisStore)
        await store.put("half", KEY)
        with capture_logs() as logs:
            assert await store.destroy("half")
        assert await store.get("half") is None
        assert "takes no order" in logs[0]["event"]
        assert "does not say what it keeps" in (await store.warnings())[0]
        await store.close()


def _files(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


FORBIDDEN = ("ACL", "SETUSER", "few", "on", ">hush", "~*", "+@connection", "+hget")


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("redis://:hush@127.0.0.1:{port}", "invalid username-password pair"),
        ("redis://few:hush@127.0.0.1:{port}", "no permissions to run the 'hset' command"),
        ("redis://127.0.0.1:{port}/99", "DB index is out of range"),
        ("redis://127.0.0.1:9", "Connect call failed"),
    ],
)
async def test_a_worker_says_why_it_can_not_begin(
    where: str, told: str, sqlite_url: str, tmp_path: Path
) -> None:
    """In Redis's own words, as the doctor has them; and without the password."""
    async with redis(tmp_path / "redis", *WRITES) as address:
        port = address.rpartition(":")[2]
        asked = Redis.from_url(address)
        await asked.execute_command(*FORBIDDEN)  # type: ignore[no-untyped-call]
        if ":hush@" in where and "few" not in where:
            await asked.config_set("requirepass", "another")
        await asked.aclose()
        async with placed(sqlite_url, tmp_path, people=1) as place:
            place.environment["AMP_KEYS"] = where.format(port=port)
            for command in ("worker", "run", "doctor"):
                status, said = await process.run(
                    command, environment=place.environment, folder=tmp_path
                )
                assert status == 1
                (line,) = [one for one in said.splitlines() if "key store can't be read" in one]
                assert told in line
                assert "Check AMP_KEYS" in line
                assert "hush" not in said
                assert "Traceback" not in said
