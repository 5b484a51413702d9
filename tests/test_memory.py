"""Whoever reads a process's memory once a round is closed learns nobody's answers any more."""

import asyncio
import contextlib
import gc
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import memory, running, settings
from bot.pulse import ballots, rounds
from bot.pulse import keys as key_store
from bot.pulse.keys import half_of, joined
from bot.pulse.models import Round, Seal
from bot.vault import Vault
from tests import process
from tests.conftest import needs
from tests.house import statements
from tests.place import Place, name, placed, until
from tests.process import Process

PEOPLE = 6

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it reads /proc")


@pytest.fixture
async def place(database_url: str, tmp_path: Path) -> AsyncIterator[Place]:
    """A crew of six, once on each kind of database."""
    async with placed(database_url, tmp_path, people=PEOPLE) as made:
        yield made


@dataclass
class Needles:
    """What would give an answer away, wherever in a process's memory it still lay."""

    private: bytes
    boxes: list[bytes]  # how the inside of each person's box begins
    requests: list[bytes]  # what somebody wrote, as it stands in Slack's request

    @property
    def all(self) -> Iterator[bytes]:
        yield from (self.private, *self.boxes, *self.requests)


async def needles_of(place: Place) -> Needles:
    """Those of the round that is open."""
    async with place.database.read() as session:
        round_ = await session.scalar(select(Round))
        assert round_ is not None
        seal = await session.get_one(Seal, round_.key_name)
        people = [person for person, _ in await rounds.invited_people(session, round_)]
    other = await key_store.connect(place.environment["AMP_KEYS"]).get(half_of(seal.name))
    assert seal.half
    assert other
    vault = Vault(place.environment["AMP_SECRET"])
    tokens = [ballots.token(vault, round_.id, person.id).hex() for person in people]
    return Needles(
        private=joined(seal.half, other),
        boxes=[f'{{"who": "{token}"'.encode() for token in tokens],
        requests=[f'"value": "{wrote(number)}'.encode() for number in range(PEOPLE)],
    )


def wrote(number: int) -> str:
    return f"Canary {number} sings."


async def answers(place: Place, number: int) -> None:
    person = place.slack.person(name(number))
    await person.presses("Answer", where=await person.dm_id())
    form = await person.modal(timeout=process.PATIENCE)
    assert form is not None
    [comment] = [label for label in form.labels if label.startswith("Anything")]
    said = {**dict.fromkeys(statements(form), "4"), comment: wrote(number)}
    assert await person.submits(said)


def found(running: Process, needles: Needles) -> list[bytes]:
    """Which of them stand in what the process can write to: its heap, its stacks, its pools."""
    pid = running.popen.pid
    maps = Path(f"/proc/{pid}/maps").read_text().splitlines()
    parts = [re.match(r"(\w+)-(\w+) rw", line) for line in maps]
    there = []
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for first, last in (part.groups() for part in parts if part):
            with contextlib.suppress(OSError):  # what the process has given back meanwhile
                memory.seek(int(first, 16))
                there.append(memory.read(int(last, 16) - int(first, 16)))
    return [needle for needle in needles.all if any(needle in part for part in there)]


async def test_after_the_close_no_process_has_an_answer_in_its_memory(place: Place) -> None:
    """Neither the one that took it nor the one that counted it; nor the key."""
    web, worker = await place.starts("web"), await place.starts("worker")
    await place.sets_up()
    await place.asks_now()
    await place.everybody_is_asked()
    needles = await needles_of(place)
    for number in range(PEOPLE):
        await answers(place, number)
    await place.closes_now()
    await until(place.digests, "the digest")
    # The small change of Python's own pools is used again as they work.
    await until(lambda: not found(web, needles), "what was answered to go from the web process")
    await until(lambda: not found(worker, needles), "what was counted to go from the worker")


async def test_once_it_is_ready_garbage_is_collected_again(sqlite_url: str, tmp_path: Path) -> None:
    """A start collects none (docs/decisions.md); what runs for weeks has to."""
    async with placed(sqlite_url, tmp_path, people=1) as place:
        stop, started = asyncio.Event(), asyncio.Event()
        gc.disable()
        given = settings.read(place.environment)
        life = asyncio.create_task(running._live(given, stop, started, serves=True, works=False))
        try:
            async with asyncio.timeout(process.PATIENCE):
                await started.wait()
            assert gc.isenabled()
        finally:
            gc.enable()
            gc.unfreeze()
            stop.set()
            await life


def test_a_python_that_can_t_ask_the_c_library_starts_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where it was built without libffi there is no `ctypes`."""
    monkeypatch.setitem(sys.modules, "ctypes", None)
    assert not memory.overwrite_what_is_freed()


async def test_where_freed_memory_is_left_as_it_was_answers_stay_in_it(
    sqlite_url: str, tmp_path: Path
) -> None:
    """So the other test does look where something would be."""
    async with placed(sqlite_url, tmp_path, people=PEOPLE) as place:
        web = await process.start(
            "web",
            environment=place.environment,
            folder=place.folder,
            module="tests.leaving_memory",
        )
        place.processes.append(web)
        place.slack.deliver_to(f"{await web.ready()}/slack/events")
        await place.starts("worker")
        await place.sets_up()
        await place.asks_now()
        await place.everybody_is_asked()
        needles = await needles_of(place)
        for number in range(PEOPLE):
            await answers(place, number)
        assert set(needles.requests) & set(found(web, needles))


STORES = """
import ssl
from bot.__main__ import main
assert main(["run"]) == 2  # nothing is set
from aiohttp import connector
contexts = connector._SSL_CONTEXT_VERIFIED, connector._SSL_CONTEXT_UNVERIFIED
made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
made.check_hostname, made.verify_mode = False, ssl.CERT_NONE
made.set_default_verify_paths()
print(*(context.cert_store_stats()["x509"] for context in (*contexts, made)))
"""


def test_a_start_reads_certificates_only_for_what_is_checked(tmp_path: Path) -> None:
    """By who checks them; and once the libraries are there, it is as ever."""
    needs("openssl", "apt-get install openssl")
    key, certificate = str(tmp_path / "key.pem"), str(tmp_path / "cert.pem")
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=somebody"]
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    told = subprocess.run(
        [sys.executable, "-c", STORES],
        cwd=tmp_path,
        env={"PYTHONPATH": str(process.ROOT), "SSL_CERT_FILE": certificate, "SSL_CERT_DIR": ""},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert told.stdout.split() == ["1", "0", "1"]
