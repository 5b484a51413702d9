"""What is taken away or fails under a running Amp: its file, and who reads its log."""

import asyncio
import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.pulse.models import Box
from tests import ports, process
from tests.place import Place, placed, until
from tests.test_operating import asks

GONE = (503, "the database does not answer")


def removed(file: Path) -> None:
    file.rename(file.with_name("aside.db"))


def replaced(file: Path) -> None:
    """By a backup, without a thought for who is at work on it."""
    shutil.copy(file, file.with_name("backup.db"))
    removed(file)
    file.with_name("backup.db").rename(file)


@pytest.mark.parametrize("taken", [removed, replaced])
async def test_a_file_that_is_taken_away_takes_no_answers(
    taken: Callable[[Path], None], sqlite_url: str, tmp_path: Path
) -> None:
    """They would be kept in what nobody finds again; when it is back all goes on by itself."""
    file = tmp_path / "amp.db"
    async with placed(sqlite_url, tmp_path, people=6) as place:
        amp = await place.starts()
        address = await amp.ready()
        await place.sets_up()
        await place.asks_now()
        await place.everybody_is_asked()
        await place.database.close()
        taken(file)
        await until(lambda: _is(address, *GONE), "not being ready")
        await amp.says(lambda line: "removed or replaced while Amp runs: put it back" in line)
        assert await place.lead().types("/amp pause 1", "#crew")
        assert "I can't reach my memory" in (await place.lead().reads("#crew"))[-1].text
        assert taken is replaced or not file.exists(), "and none is made in its place"
        file.with_name("aside.db").rename(file)
        await until(lambda: _is(address, 200, "ok"), "being ready again")
        assert await place.answers(0, 4)
        assert await place.count(Box) == 1
        told = [line for line in amp.lines if "removed or replaced" in line]
        assert len(told) == 1
        assert "Traceback" not in amp.words


async def _is(address: str, status: int, words: str) -> bool:
    return await asks(address) == (status, words)


async def test_a_damaged_file_is_the_database_and_no_mistake(
    sqlite_url: str, tmp_path: Path
) -> None:
    """Told once, to people as well; start and doctor say what is left to do."""
    async with placed(sqlite_url, tmp_path, people=1) as place:
        amp = await place.starts()
        await place.database.close()
        file = tmp_path / "amp.db"
        with file.open("r+b") as opened:
            opened.seek(4096)
            opened.write(os.urandom(file.stat().st_size - 4096))
        await amp.says(lambda line: "outage='database disk image is malformed'" in line)
        assert await place.lead().types("/amp setup", "#crew")
        assert "error=" not in amp.words
        await amp.terminate()
        for command in ("run", "doctor"):
            status, said = await process.run(
                command, environment=place.environment, folder=tmp_path
            )
            assert status == 1
            assert "amp restore" in said
            assert "Traceback" not in said


# The log


def full() -> dict[str, Any]:
    return {"stderr": os.open("/dev/full", os.O_WRONLY)}


def closed() -> dict[str, Any]:
    return {"preexec_fn": lambda: os.close(2)}


def without_reader() -> dict[str, Any]:
    reads, writes = os.pipe()
    os.close(reads)
    return {"stderr": writes}


def never_emptied() -> dict[str, Any]:
    _reads, writes = os.pipe()
    os.set_blocking(writes, False)
    with pytest.raises(BlockingIOError):
        while True:
            os.write(writes, b"x" * 4096)
    os.set_blocking(writes, True)
    return {"stderr": writes}


@pytest.mark.parametrize("log", [full, closed, without_reader, never_emptied])
async def test_nobody_waits_for_whoever_reads_the_log(
    log: Callable[[], dict[str, Any]], sqlite_url: str, tmp_path: Path
) -> None:
    """A full disk for logs, a reader that has ended or sleeps: people have their answers."""
    async with placed(sqlite_url, tmp_path, people=1) as place:
        port = ports.free()
        address = f"http://127.0.0.1:{port}"
        running = _begins(place, port, log())
        try:
            await until(lambda: _answers(address, running), "the start")
            place.slack.deliver_to(f"{address}/slack/events")
            async with (
                aiohttp.ClientSession() as session,
                session.post(f"{address}/slack/events", data=b"x") as answer,
            ):
                assert answer.status == 401  # which is logged
            assert await place.lead().types("/amp step 2", "#crew")
            assert await asks(address) == (200, "ok")
        finally:
            running.send_signal(signal.SIGTERM)
            status = await asyncio.to_thread(running.wait, process.PATIENCE)
        assert status == 0


def _begins(place: Place, port: int, log: dict[str, Any]) -> "subprocess.Popen[bytes]":
    given = {"PATH": os.environ["PATH"], "PYTHONPATH": str(process.ROOT), **place.environment}
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        cwd=place.folder,
        env={**given, "PORT": str(port)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        **log,
    )


async def _answers(address: str, running: "subprocess.Popen[bytes]") -> bool:
    assert running.poll() is None, "it has ended"
    try:
        return (await asks(address))[0] == 200
    except aiohttp.ClientError:
        return False


# Whom files are for


@pytest.mark.parametrize("mask", [0, 0o022, 0o077])
async def test_what_is_made_is_for_its_owner_only(mask: int, tmp_path: Path) -> None:
    """Whatever the shell says: database, secret, keys, backup and bundle."""
    (home := tmp_path / "home").mkdir()
    (state := tmp_path / "state").mkdir()
    async with placed(f"sqlite:///{home}/amp.db", home, people=6) as place:
        del place.environment["AMP_SECRET"], place.environment["AMP_KEYS"]
        place.environment["XDG_STATE_HOME"] = str(state / "own")
        before = os.umask(mask)
        try:
            amp = _begins(place, port := ports.free(), {"stderr": subprocess.DEVNULL})
            address = f"http://127.0.0.1:{port}"
            await until(lambda: _answers(address, amp), "the start")
            place.slack.deliver_to(f"{address}/slack/events")
            await place.sets_up()
            await place.asks_now()
            await place.everybody_is_asked()
            for command in ("backup", "support"):
                await process.run(
                    command, f"{command}.x", environment=place.environment, folder=home
                )
        finally:
            os.umask(before)
            amp.kill()
            await asyncio.to_thread(amp.wait)
        made = [*home.rglob("*"), *state.rglob("*")]
        assert {"amp.db", "amp.db-wal", "amp.secret", "backup.x", "support.x"} <= {
            p.name for p in made
        }
        assert any(path.name.startswith("half-") for path in made)
        for path in made:
            assert not path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO), path
