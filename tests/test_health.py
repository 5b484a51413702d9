"""Health, readiness and figures, in one process: what asks the database waits for it in no case."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from math import isnan
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from structlog.testing import capture_logs

from bot import clock, db, health, heartbeat, manifest, running, timetable
from bot.app import Amp
from bot.db import Database
from bot.health import SILENT, Readiness, Verdict
from bot.pulse.keys import FolderStore
from bot.settings import OLD_KEYS, Settings
from bot.slack import outbox
from bot.slack.outbox import Draft, Target
from localslack import COMPANY, LocalSlack
from tests.house import settings_for
from tests.process import PATIENCE

UNCLEAR = "the database does not say of which version it is: amp doctor"
ASKED = ("amp_database_seconds", "amp_worker_silent_seconds", "amp_oldest_waiting_message_seconds")


class Looks:
    """The looks at a database that is frozen until it is *thawed*."""

    def __init__(self) -> None:
        self.thawed = asyncio.Event()
        self.begun = self.given_up = 0

    async def __call__(self, database: Database) -> Verdict:
        self.begun += 1
        try:
            await self.thawed.wait()
        except asyncio.CancelledError:
            self.given_up += 1
            raise
        return Verdict(True)


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Looks:
    """Nobody waits long here, and no time passes but where a test says so."""
    made = Looks()
    monkeypatch.setattr(health, "examine", made)
    monkeypatch.setattr(health, "TIMEOUT", 0.05)
    for name in ("FRESH", "GIVE_UP"):
        monkeypatch.setattr(health, name, PATIENCE)
    return made


@pytest.fixture
async def readiness() -> AsyncIterator[Readiness]:
    made = Readiness(cast(Database, None))
    yield made
    await made.close()


async def test_who_asks_has_an_answer_while_the_database_is_still_frozen(
    looks: Looks, readiness: Readiness
) -> None:
    """Nothing but the asking itself ends the waiting; and all who ask share one look."""
    assert Verdict(False, "the database does not answer in time") == health.SILENT
    async with asyncio.timeout(PATIENCE):
        told = await asyncio.gather(*(readiness.verdict() for _ in range(20)))
    assert (set(map(id, told)), looks.begun) == ({id(SILENT)}, 1)
    assert not looks.thawed.is_set()
    looks.thawed.set()
    await asyncio.sleep(0.01)
    assert await readiness.verdict() == Verdict(True)
    assert looks.begun == 1


async def test_a_look_that_hangs_for_long_is_given_up_for_another(
    looks: Looks, readiness: Readiness, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its connection may be dead without anybody having said so."""
    await readiness.verdict()
    await readiness.verdict()
    assert looks.begun == 1
    waits = asyncio.create_task(readiness.verdict())
    await asyncio.sleep(0)
    monkeypatch.setattr(health, "GIVE_UP", 0.0)
    assert await readiness.verdict() is SILENT
    assert (looks.begun, looks.given_up) == (2, 1)
    assert await waits is SILENT, "also who waits for the look that is given up"


async def test_a_look_that_is_over_is_good_for_a_moment(
    looks: Looks, readiness: Readiness, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A flood of questions is none for the database; and what was so is not so for long."""
    looks.thawed.set()
    for _ in range(3):
        assert await readiness.verdict() == Verdict(True)
    assert looks.begun == 1
    monkeypatch.setattr(health, "FRESH", 0.0)
    await readiness.verdict()
    assert looks.begun == 2


async def test_at_the_end_nobody_looks_any_more(looks: Looks, readiness: Readiness) -> None:
    """A look would outlive the connections."""
    await readiness.verdict()
    await readiness.close()
    await asyncio.sleep(0.01)
    assert looks.given_up == 1


# What a look sees


@pytest.mark.parametrize(
    ("done", "verdict"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", Verdict(True)),
        (
            "UPDATE alembic_version SET version_num = '0001'",
            Verdict(False, "the database needs: amp migrate"),
        ),
        ("DELETE FROM alembic_version", Verdict(False, UNCLEAR)),
        ("DROP TABLE alembic_version", Verdict(False, UNCLEAR)),
    ],
)
async def test_tables_of_another_version_are_ready_only_when_they_are_newer(
    done: str, verdict: Verdict, database: Database
) -> None:
    """Processes of the version before go on until they are replaced; else it says what to do."""
    await heartbeat.beat(database)
    async with database.begin() as session:
        await session.execute(text(done))
    assert await health.examine(database) == verdict


async def test_without_a_worker_it_is_ready_and_says_that_nothing_will_happen(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Answers can be taken all the same; once one has been there, for how long it has not."""
    told = await health.examine(database)
    assert (told.ready, told.words.partition(":")[0]) == (True, "ok, but no worker is at work")
    await heartbeat.beat(database)
    assert await health.examine(database) == Verdict(True, "ok")
    later = heartbeat.now() + timedelta(minutes=3, seconds=5)
    monkeypatch.setattr(heartbeat, "now", lambda: later)
    told = await health.examine(database)
    silent = "ok, but no worker has been at work for 3 min"
    assert (told.ready, told.words.partition(":")[0]) == (True, silent)


@pytest.mark.parametrize(
    ("what", "words"),
    [("schema.read", "does not answer"), ("heartbeat.touch", "can't be written")],
)
async def test_why_it_is_not_ready_is_in_the_log_and_not_in_the_answer(
    what: str, words: str, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Anybody may ask; and the log has the kind of it, not its words."""

    async def fails(_: Database) -> None:
        raise ValueError("canary")

    monkeypatch.setattr(f"bot.{what}", fails)
    with capture_logs() as logs:
        told = await health.examine(database)
    assert told == Verdict(False, f"the database {words}")
    [line] = logs
    assert (line["event"], line["log_level"], line["error"]) == (
        "not ready",
        "warning",
        "ValueError",
    )
    assert "canary" not in repr(line)


# Figures


@asynccontextmanager
async def asked(
    database: Any, readiness: Readiness | None = None, **settings: Any
) -> AsyncIterator[TestClient[Any, Any]]:
    """The pages of a process with this database."""
    amp = cast(Amp, SimpleNamespace(database=database, settings=Settings(**settings)))
    served = web.Application()
    served.add_routes(health.routes(amp, readiness or Readiness(database)))
    async with TestClient(TestServer(served)) as client:
        yield client


async def test_who_restarts_or_balances_reads_a_status(looks: Looks, readiness: Readiness) -> None:
    """503 while it can't work; that the process lives, it says all the while."""
    for thawed, status in ((False, 503), (True, 200)):
        async with asked(None, readiness) as client:
            async with client.get("/healthz") as answer:
                assert (answer.status, await answer.text()) == (200, "ok")
            async with client.get("/readyz") as answer:
                assert answer.status == status
        if not thawed:
            looks.thawed.set()
            await asyncio.sleep(0.01)


async def figures(client: TestClient[Any, Any]) -> dict[str, float]:
    """What has no label, by its name."""
    async with client.get("/metrics") as answer:
        assert answer.status == 200
        lines = (await answer.text()).splitlines()
    pairs = (line.split() for line in lines if line.startswith("amp_") and "{" not in line)
    return {name: float(value) for name, value in pairs}


async def test_figures_say_how_long_a_message_waits_and_a_worker_has_been_silent(
    sqlite_url: str, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message that is not due yet waits for its time, and for nobody."""
    monkeypatch.setattr(health, "TIMEOUT", PATIENCE)
    async with asked(database) as client:
        before = await figures(client)
        assert [before[name] for name in ASKED[1:]] == [float("inf"), 0.0]
        assert before[ASKED[0]] > 0
        now = clock.now()
        async with database.begin() as session:
            for key, due_in in (("later", 1), ("late", -10), ("less late", -5)):
                at = now + timedelta(minutes=due_in)
                target = Target(key, "T111", "C111", due_at=at)
                await outbox.post(session, Draft(key, [{"type": "divider"}]), [target])
        await heartbeat.beat(database)
        monkeypatch.setattr(heartbeat, "now", lambda: clock.now() + timedelta(minutes=2))
        after = await figures(client)
    assert after["amp_oldest_waiting_message_seconds"] == pytest.approx(600, abs=PATIENCE)
    assert after["amp_worker_silent_seconds"] == pytest.approx(120, abs=PATIENCE)


async def test_while_the_database_does_not_answer_what_is_asked_of_it_is_no_number(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No figure of yesterday that looks like one of now; and who asks has it before a thaw."""
    thawed = asyncio.Event()
    monkeypatch.setattr(health, "TIMEOUT", PATIENCE)  # a busy machine is no frozen one

    class Frozen:
        @asynccontextmanager
        async def read(self) -> AsyncIterator[AsyncSession]:
            await thawed.wait()
            yield cast(AsyncSession, None)

    class Gone:
        def read(self) -> Iterator[AsyncSession]:
            raise OSError

    for away in (Frozen(), Gone()):
        async with asked(database) as client:
            told = await figures(client)
            assert not [name for name in ASKED if isnan(told[name])]
        with monkeypatch.context() as hurried:
            hurried.setattr(health, "TIMEOUT", 0.05)
            async with asked(away) as client, asyncio.timeout(PATIENCE):
                told = await figures(client)
        assert all(isnan(told[name]) for name in ASKED)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"X-Forwarded-For": "198.51.100.7"}, 403),
        ({"X-Forwarded-Proto": "https"}, 403),
        ({"Forwarded": "for=198.51.100.7"}, 403),
    ],
)
async def test_without_a_token_figures_are_for_this_machine_alone(
    headers: dict[str, str], status: int, database: Database
) -> None:
    """What a proxy passes on is not this machine's own, however the proxy says so."""
    async with asked(database) as client, client.get("/metrics", headers=headers) as answer:
        assert answer.status == status
        assert ("amp_build_info" in await answer.text()) is (status == 200)


@pytest.mark.parametrize(
    ("given", "status"),
    [("Bearer only for tests", 200), ("Bearer only for test", 403), ("Bearer ü", 403), ("", 403)],
)
async def test_with_a_token_figures_are_for_who_has_it_from_wherever(
    given: str, status: int, database: Database
) -> None:
    """This machine's own are no exception then."""
    settings = Settings.of({"METRICS_TOKEN": "only for tests"})
    headers = {"Authorization": given, "X-Forwarded-For": "198.51.100.7"}
    async with (
        asked(database, metrics_token=settings.metrics_token) as client,
        client.get("/metrics", headers=headers) as answer,
    ):
        assert answer.status == status


# Signs of life


async def missing(database: Database) -> timedelta | None:
    async with database.read() as session:
        return await heartbeat.missing(session)


async def test_a_worker_shows_that_it_is_there_until_it_ends(database: Database) -> None:
    """Its own end is told at once; one that comes back is there, and a web process is none."""
    await heartbeat.touch(database)
    assert await missing(database) == timedelta.max
    for _ in range(2):
        await heartbeat.beat(database)
        assert await missing(database) is None
        await heartbeat.stop(database)
        assert await missing(database) == timedelta.max


async def test_a_worker_that_has_died_is_missed_after_a_minute_and_forgotten_after_a_day(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has told of its end."""
    await heartbeat.beat(database)
    now = heartbeat.now()
    for passed, is_missed in ((50, False), (70, True)):
        later = now + timedelta(seconds=passed)
        monkeypatch.setattr(heartbeat, "now", lambda later=later: later)
        assert (await missing(database) is not None) is is_missed
    monkeypatch.setattr(heartbeat, "now", lambda: now + timedelta(days=1, minutes=1))
    await heartbeat.touch(database)
    assert await missing(database) == timedelta.max


@pytest.mark.parametrize("wrong", [timedelta(minutes=-3), timedelta(hours=2), timedelta(days=-2)])
async def test_a_sign_of_life_is_given_again_and_again(
    wrong: timedelta, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also after a time that a clock has told wrongly; not for each that asks for it at once."""
    right = heartbeat.now
    monkeypatch.setattr(heartbeat, "now", lambda: right() + wrong)
    await heartbeat.beat(database)
    monkeypatch.setattr(heartbeat, "now", right)
    for every, is_there in ((PATIENCE, False), (0, True)):
        monkeypatch.setattr(heartbeat, "EVERY", every)
        await heartbeat.beat(database)
        assert (await missing(database) is None) is is_there


async def test_a_worker_is_there_from_its_first_moment_and_begins_nothing_after_its_last(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever presses as soon as it is ready is not told that nobody is at work."""
    heard: list[str] = []

    async def catches_up(amp: Amp) -> None:
        heard.append("began")
        try:
            await asyncio.Event().wait()
        finally:
            heard.append("was cut off")

    monkeypatch.setattr(timetable, "TIMETABLE", ())
    monkeypatch.setattr(timetable, "run_all", catches_up)
    slack = await LocalSlack.start(COMPANY, manifest=manifest.manifest())
    settings = settings_for(slack, sqlite_url, tmp_path)
    seen = db.connect(settings.database)
    try:
        async with running.running(settings, serves=False) as started:
            assert await missing(seen) is None
            assert started.address is None
            await asyncio.sleep(0)
        assert await missing(seen) == timedelta.max
        assert heard == ["began", "was cut off"]
        assert started.amp.dispatcher._stopping
    finally:
        await seen.close()
        await slack.close()


async def test_a_start_moves_keys_out_of_the_databases_folder_and_says_so(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Versions before kept them there, where who copies the database copies them with it."""
    monkeypatch.chdir(tmp_path)
    await FolderStore(tmp_path / OLD_KEYS).put("half-of-one", b"k" * 32)
    monkeypatch.setattr(timetable, "TIMETABLE", ())
    slack = await LocalSlack.start(COMPANY, manifest=manifest.manifest())
    settings = settings_for(slack, sqlite_url, tmp_path, AMP_KEYS=str(tmp_path / "apart"))
    try:
        with capture_logs() as logs:
            async with running.running(settings, serves=False):
                assert await FolderStore(tmp_path / "apart").names() >= {"half-of-one"}
                assert await FolderStore(tmp_path / OLD_KEYS).names() == set()
    finally:
        await slack.close()
    assert [line["keys"] for line in logs if line["event"].startswith("keys were moved")] == [1]


def test_a_sign_of_life_comes_often_enough_to_be_one() -> None:
    """A worker that is at work is never said to be missing, also where one sign comes late."""
    [line] = [line for line in timetable.TIMETABLE if line.job is heartbeat.beat]
    assert timedelta(seconds=4 * line.every) <= heartbeat.LATE
