"""Amp's processes are killed, stopped and started again: nothing is lost, nothing comes twice."""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, web
from sqlalchemy import select

from bot.pulse import ballots, keys
from bot.pulse.keys import FolderStore, half_of
from bot.pulse.models import Box, Round, Seal
from bot.slack import listening
from bot.slack.models import Delivery, Lease, State
from bot.teams.models import Team
from tests.conftest import needs
from tests.dying import Point
from tests.house import IN_TIME, only, scene, statements
from tests.place import SLOW, Place, placed, until


@pytest.fixture
async def place(database_url: str, tmp_path: Path) -> AsyncIterator[Place]:
    """A crew of 34, once on each kind of database."""
    async for made in _told(placed(database_url, tmp_path, people=34)):
        yield made


@pytest.fixture
async def many(database_url: str, tmp_path: Path) -> AsyncIterator[Place]:
    """A crew of 16, once on each kind of database."""
    async for made in _told(placed(database_url, tmp_path, people=16)):
        yield made


@pytest.fixture
async def few(database_url: str, tmp_path: Path) -> AsyncIterator[Place]:
    """A crew of six, once on each kind of database."""
    async for made in _told(placed(database_url, tmp_path, people=6)):
        yield made


@pytest.fixture
async def few_on_sqlite(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Place]:
    """A crew of six, where one kind of database is enough."""
    async for made in _told(placed(sqlite_url, tmp_path, people=6)):
        yield made


def _has_invited(place: Place, people: int) -> bool:
    return len(place.posted("invitation:")) >= people


async def _told(place: AbstractAsyncContextManager[Place]) -> AsyncIterator[Place]:
    """The place, and at the end what its processes said: pytest shows it when the test fails."""
    async with place as made:
        yield made
    sys.stderr.write(made.words)


# Kills


async def test_killed_while_inviting_everybody_is_invited_once(place: Place) -> None:
    """Kills from outside, at moments of no one's choosing, while Slack takes its time."""
    amp = await place.starts()
    await place.sets_up()
    await place.slack.driver.fault("slow", method="chat.postMessage", seconds=SLOW, times=None)
    await place.asks_now()
    for arrived in (2, 15):
        await until(partial(_has_invited, place, arrived), "some invitations")
        await amp.kill()
        await place.minutes_pass()
        amp = await place.starts()
    await place.everybody_is_asked()
    await amp.kill()
    await place.minutes_pass()
    await place.starts()
    await asyncio.sleep(1.5)  # in which it could do it again

    assert await place.invitations() == [1] * place.people
    assert set(place.posted("invitation:").values()) == {1}
    assert await place.count(Round) == 1


async def test_answers_are_not_lost_when_many_people_answer_during_a_kill(many: Place) -> None:
    """What Slack heard was taken is counted; what it did not hear may be sent again."""
    place = many
    amp = await place.starts()
    await place.sets_up()
    await place.asks_now()
    await place.everybody_is_asked()

    taken: list[int] = []
    at_once = asyncio.Semaphore(4)  # so that most are still to come when the kill does

    async def answers(number: int) -> None:
        async with at_once:
            # Whose turn comes after the kill would only wait for an answer that can't come.
            if len(taken) < 4 and await place.answers(number, value=1 + number % 5):
                taken.append(number)
                if len(taken) == 4:
                    await amp.kill()

    await asyncio.gather(*map(answers, range(place.people)), return_exceptions=True)
    assert 4 <= len(taken) < place.people, "the kill came too late to prove anything"

    await place.minutes_pass()
    await place.starts()
    kept = await place.count(Box)
    assert kept >= len(taken)
    await place.closes_now()
    await until(place.digests, "the digest")
    assert f"{kept} of {place.people}" in only(await place.digests())


# Which call of what is the end of a process, in the order of a round's life.
WHILE_OPENING = {
    "the key is kept, the round is not": Point("before", "bot.pulse.rounds:open_for"),
    "all is written, nothing committed": Point("after", "bot.slack.outbox:post"),
    "all is committed, nothing begun": Point("before", "bot.slack.delivery:Dispatcher._serve"),
    "marked, not sent": Point("after", "bot.slack.delivery:Dispatcher._mark"),
    "sent, not noted": Point("before", "bot.slack.delivery:Dispatcher._write_down"),
    "looked up, not noted": Point("after", "bot.slack.posting:look_up"),
}
WHILE_CLOSING = {
    "counted, nothing committed": Point("after", "bot.pulse.tallies:_shut"),
    "committed, the key still there": Point("before", "bot.pulse.destroying:destroy_spent"),
    "composed, nothing committed": Point("after", "bot.slack.outbox:post"),
    "the digest marked, not sent": Point("after", "bot.slack.delivery:Dispatcher._mark"),
    "the key destroyed, not noted": Point("after", "bot.pulse.keys:FolderStore.destroy", 2),
    "noted, nothing scrubbed": Point("before", "bot.scrubbing:scrub"),
}


async def test_killed_at_every_step_of_a_round_it_goes_on_where_it_was(few: Place) -> None:
    """Each step is the last of a process; together they bring one round from open to told."""
    amp = await few.starts()
    await few.sets_up()
    await until(few.posted, "the channel being told")
    await amp.terminate()
    await few.let_it_be_due()
    for point in WHILE_OPENING.values():
        await few.dies(point)
    amp = await few.starts()
    await few.everybody_is_asked()
    await amp.terminate()
    assert await few.invitations() == [1] * 6
    assert await few.count(Round) == 1

    await few.let_everybody_answer()
    for point in WHILE_CLOSING.values():
        await few.dies(point)
    await few.starts()
    # Whether the digest arrived can't be seen without a scope that reads channels: a lead decides.
    assert await few.lead().presses("Post it again", timeout=20)
    await until(few.digests, "the digest")
    assert "6 of 6" in only(await few.digests())
    assert await few.count(Box) == await few.count(Seal) == 0
    assert await _keys_of_rounds(few) == set()
    assert set(few.posted().values()) == {1}


async def test_killed_while_posting_a_digest_it_is_not_posted_twice(few_on_sqlite: Place) -> None:
    """Slack has taken the digest, and Amp is dead before it hears so."""
    few = few_on_sqlite
    amp = await few.starts()
    await few.sets_up()
    await few.asks_now()
    await few.everybody_is_asked()
    await few.closes_now()
    channel = next(c["id"] for c in (await few.lead().state())["channels"] if c["name"] == "crew")
    await few.slack.driver.fault("slow", method="chat.postMessage", channel=channel, seconds=1)
    sending = Delivery.key.startswith("digest:"), Delivery.state == State.SENDING
    await until(lambda: few.count(Delivery, *sending), "the digest on its way")
    await asyncio.sleep(SLOW)  # between the claim and the request
    await amp.kill()
    await until(few.digests, "the digest")
    await few.minutes_pass()
    await few.starts()
    await until(lambda: _told_of_trouble(few), "the lead being told")
    await asyncio.sleep(1.5)

    assert len(await few.digests()) == 1
    assert set(few.posted().values()) == {1}


async def test_an_answer_that_can_not_be_kept_in_time_is_not_said_to_be_taken(
    few_on_sqlite: Place,
) -> None:
    """The database is busy for seconds, then Amp is killed: nobody thinks they have answered."""
    few = few_on_sqlite
    amp = await few.starts()
    await few.sets_up()
    await few.asks_now()
    await few.everybody_is_asked()
    person = few.slack.person("p03")
    await person.presses("Answer", where=await person.dm_id())
    form = await person.modal(timeout=20)
    assert form is not None
    async with few.database.begin() as session:
        await session.execute(select(1))  # from here on nobody else writes
        sent = await person.submits(dict.fromkeys(statements(form), "4"))
        await amp.kill()
    assert not await few.count(Box)
    assert not sent


async def test_a_form_that_takes_too_long_stays_open_and_says_so(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slack waits three seconds; closing the form by then would say that it is kept."""
    cast = ballots.cast

    async def busy(*args: Any, **kwargs: Any) -> None:
        await asyncio.sleep(2.7)
        await cast(*args, **kwargs)

    async with scene(sqlite_url, tmp_path) as house:
        await house.sets_up("ana", "#team-product")
        await house.skip(to=datetime(2026, 11, 24, 12, tzinfo=UTC))
        bo = house.person("bo")
        await bo.presses("Answer", where=await bo.dm_id())
        form = await bo.modal(timeout=20)
        assert form is not None
        monkeypatch.setattr(listening, "ACK_TIMEOUT", IN_TIME)
        monkeypatch.setattr(ballots, "cast", busy)
        late = await bo.submits({form.labels[0]: "4"})
        assert not late
        assert "press the button once more" in late.errors[form.labels[0]]
        monkeypatch.undo()
        assert await bo.submits()
        assert await house.rows(Box) == 1


# Stopping


async def test_sigterm_ends_within_seconds_and_the_next_start_goes_on(
    sqlite_url: str, tmp_path: Path
) -> None:
    """In the middle of inviting: what is under way is finished, nothing new is begun."""
    async with placed(sqlite_url, tmp_path, people=34) as place:
        await _stops_while_inviting(place)


async def _stops_while_inviting(place: Place) -> None:
    amp = await place.starts()
    await place.sets_up()
    await place.slack.driver.fault("slow", method="chat.postMessage", seconds=1, times=None)
    await place.asks_now()
    await until(lambda: place.posted("invitation:"), "the first invitation")
    async with asyncio.timeout(10):
        assert await amp.terminate() == 0
    assert 0 < len(place.posted("invitation:")) < place.people
    assert "Traceback" not in amp.words
    assert not await place.count(Delivery, Delivery.state == State.SENDING)
    assert not await place.count(Lease, Lease.held_by.is_not(None))

    await place.slack.driver.delete("faults")
    await place.starts()  # at once: no lease has to run out
    await place.everybody_is_asked()
    assert await place.invitations() == [1] * place.people


# Several


async def test_sigterm_ends_what_hangs_as_well(few_on_sqlite: Place) -> None:
    """A folder of keys on another machine's disk that answers nobody; no answer is lost by it."""
    few = few_on_sqlite
    amp = await few.starts()
    await few.sets_up()
    await few.asks_now()
    await few.everybody_is_asked()
    for number in range(5):
        assert await few.answers(number, 4)
    (half,) = (few.folder / "keys").glob("half-*")
    half.rename(few.folder / "half")
    os.mkfifo(half)  # who reads it waits for ever
    await few.closes_now()
    written = await _read_by_somebody(half)
    assert await amp.terminate() == 0
    os.close(written)
    assert "the end waits no longer" in amp.words
    half.unlink()
    (few.folder / "half").rename(half)
    await few.minutes_pass()
    await few.starts()
    await until(few.digests, "the digest")
    assert "5 of 6" in only(await few.digests())


async def _read_by_somebody(pipe: Path) -> int:
    """Wait until somebody reads it; its other end, through which nothing comes."""
    opened: list[int] = []

    def opens() -> bool:
        with suppress(OSError):  # ENXIO, as long as nobody reads
            opened.append(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))
        return bool(opened)

    await until(opens, "a reader")
    return opened[0]


async def test_web_and_worker_share_the_work_as_processes_of_their_own(
    few_on_sqlite: Place,
) -> None:
    """`amp web` takes what people do, `amp worker` does what is due; on one SQLite file."""
    few = few_on_sqlite
    worker = await few.starts("worker")
    web = await few.starts("web")
    await few.sets_up()
    await few.asks_now()
    await few.everybody_is_asked()
    assert all([await few.answers(number, value=3) for number in range(6)])
    await few.closes_now()
    await until(few.digests, "the digest")
    assert "6 of 6" in only(await few.digests())
    assert [await web.terminate(), await worker.terminate()] == [0, 0]


async def test_two_workers_share_the_workspaces_and_nobody_is_asked_twice(
    postgres_url: str, tmp_path: Path, may_answer: asyncio.Event
) -> None:
    """While one is busy in a workspace that is slow, the other one serves the next."""
    async with placed(postgres_url, tmp_path, people=12, workspaces=2) as place:
        await place.starts("web")
        first, second = await place.is_installed()
        workers = [await place.starts("worker"), await place.starts("worker")]
        await place.sets_up(first)
        await place.sets_up(second)
        await place.slack.driver.fault("slow", method="chat.postMessage", times=None)
        await place.asks_now(first)
        await until(lambda: _lanes(place, 1), "a worker at work in the first workspace")
        await place.asks_now(second)
        await until(lambda: _lanes(place, 2), "another one at work in the second")
        may_answer.set()
        await until(lambda: len(place.posted("invitation:")) == 24, "all invitations")
        assert [await worker.terminate() for worker in workers] == [0, 0]
        assert await place.invitations(first) == await place.invitations(second) == [1] * 12


# Not starting


async def test_what_reaches_two_web_processes_at_once_is_done_once(
    postgres_url: str, tmp_path: Path
) -> None:
    """A proxy that asks twice: the same form, with the same trigger, at the same moment."""
    async with placed(postgres_url, tmp_path, people=6) as place:
        both = [await place.begins("web") for _ in range(2)]
        async with _to_all([await one.ready() for one in both]) as address:
            place.slack.deliver_to(f"{address}/slack/events")
            await place.sets_up()
        async with place.database.read() as session:
            teams = (await session.scalars(select(Team))).all()
            told = (await session.scalars(select(Delivery.key))).all()
        assert len(teams) == 1
        assert len(told) == len(set(told)) == 1
        assert "failed" not in place.words


@asynccontextmanager
async def _to_all(addresses: list[str]) -> AsyncIterator[str]:
    """A proxy that hands each request to all of them at once, and the fullest answer back."""
    async with ClientSession() as client:

        async def ask(request: web.Request, address: str, body: bytes) -> tuple[int, bytes, str]:
            headers = {n: v for n, v in request.headers.items() if n.lower() != "host"}
            async with client.post(address + request.path, data=body, headers=headers) as answer:
                return answer.status, await answer.read(), answer.content_type

        async def handle(request: web.Request) -> web.Response:
            body = await request.read()
            answers = await asyncio.gather(*(ask(request, one, body) for one in addresses))
            assert {status for status, *_ in answers} == {200}
            status, said, kind = max(answers, key=lambda answer: len(answer[1]))
            return web.Response(status=status, body=said, content_type=kind)

        app = web.Application()
        app.router.add_post("/{path:.*}", handle)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        try:
            yield f"http://127.0.0.1:{runner.addresses[0][1]}"
        finally:
            await runner.cleanup()


async def test_a_port_that_is_taken_is_a_sentence(few_on_sqlite: Place) -> None:
    """Another program has it."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        amp = await few_on_sqlite.begins("run", PORT=str(port))
        assert await amp.ends() == 1
    assert amp.lines == [f"Port {port} is taken by another program. Set PORT to a free one."]


async def test_postgresql_without_tables_says_which_command_makes_them(
    empty_postgres_url: str, few_on_sqlite: Place
) -> None:
    """And does not make them itself: several processes may be starting."""
    amp = await few_on_sqlite.begins("run", DATABASE_URL=empty_postgres_url)
    assert await amp.ends() == 1
    assert only(amp.lines).endswith("amp migrate")


async def test_a_database_that_does_not_answer_is_a_sentence(few_on_sqlite: Place) -> None:
    """Nobody listens there."""
    with socket.socket() as deaf:  # nobody else gets the port meanwhile
        deaf.bind(("127.0.0.1", 0))
        url = f"postgresql://amp@127.0.0.1:{deaf.getsockname()[1]}/amp"
        amp = await few_on_sqlite.begins("run", DATABASE_URL=url)
        assert await amp.ends() == 1
    assert "The database does not answer." in only(amp.lines)


async def test_tokens_that_slack_does_not_take_are_named(few_on_sqlite: Place) -> None:
    """The bot's token, and the one for Socket Mode; with where each comes from."""
    for variable, token, remedy in (
        ("SLACK_BOT_TOKEN", "xoxb-wrong", "from the app's page, «OAuth & Permissions»"),
        (
            "SLACK_APP_TOKEN",
            "xapp-wrong",
            "begins with xapp- and needs the scope connections:write",
        ),
    ):
        amp = await few_on_sqlite.begins("run", **{variable: token})
        assert await amp.ends() == 1
        told = only(amp.lines)
        assert f"Slack does not take {variable} (invalid_auth)" in told
        assert remedy in told


async def test_slack_out_of_reach_is_a_sentence(few_on_sqlite: Place) -> None:
    """No way out of this network, or a typing mistake in the address."""
    amp = await few_on_sqlite.begins("run", SLACK_API_URL="http://127.0.0.1:9/api/")
    assert await amp.ends() == 1
    assert "Slack can't be reached at http://127.0.0.1:9/api/" in only(amp.lines)


# The key store


async def test_without_its_key_store_amp_opens_no_round_and_says_why(few_on_sqlite: Place) -> None:
    """Neither at the start nor when it goes away later; when it is back the round opens."""
    few, folder = few_on_sqlite, few_on_sqlite.folder / "keys"
    amp = await few.begins("run", AMP_KEYS="redis://127.0.0.1:9")
    assert await amp.ends() == 1
    assert "no round is opened" in only(amp.lines)

    amp = await few.starts()
    await few.sets_up()
    folder.rename(few.folder / "elsewhere")
    folder.write_text("a file where a folder should be")
    await few.asks_now()
    await amp.says(lambda line: "a round could not be opened" in line and "no round" in line)
    assert not await few.count(Round)

    folder.unlink()
    (few.folder / "elsewhere").rename(folder)
    await few.everybody_is_asked()


async def test_keys_in_redis_serve_two_workers_and_are_gone_after_the_close(
    few_on_sqlite: Place, tmp_path: Path
) -> None:
    """One worker opens, another one closes; without Redis nothing is opened."""
    few = few_on_sqlite
    async with _redis(tmp_path) as address:
        few.environment["AMP_KEYS"] = address
        amp = await few.starts()
        await few.sets_up()
        await few.asks_now()
        await few.everybody_is_asked()
        assert len(await _names(address)) == 1
        await amp.terminate()
        await few.let_everybody_answer()
        await few.starts()
        await until(few.digests, "the digest")
        assert "6 of 6" in only(await few.digests())
        assert not await _names(address)
    late = await few.begins("run")
    assert await late.ends() == 1
    assert "no round is opened" in only(late.lines)


# How


async def _told_of_trouble(place: Place) -> bool:
    return any("I was cut off" in message.text for message in await place.lead().dm())


async def _keys_of_rounds(place: Place) -> set[str]:
    """The names of keys in the folder that belong to a round."""
    async with place.database.read() as session:
        known = set(await session.scalars(select(Round.key_name)))
    names = await FolderStore(place.folder / "keys").names()
    return {name for name in known if half_of(name) in names}


async def _lanes(place: Place, workers: int) -> bool:
    """Whether so many workers hold a lane each at present."""
    async with place.database.read() as session:
        held = await session.scalars(
            select(Lease.held_by).where(Lease.held_by.is_not(None)).distinct()
        )
        return len(list(held)) == workers


@asynccontextmanager
async def _redis(folder: Path) -> AsyncIterator[str]:
    """A Redis server of our own, on a socket in *folder*; its address."""
    program = needs("redis-server", "apt-get install redis-server")
    path = folder / "redis.sock"
    server = await asyncio.create_subprocess_exec(
        *(program, "--port", "0", "--unixsocket", str(path), "--save", "", "--dir", str(folder)),
        stdout=asyncio.subprocess.DEVNULL,
    )
    try:
        await until(path.exists, "Redis")
        yield f"unix://{path}"
    finally:
        server.terminate()
        await server.wait()


async def _names(address: str) -> set[str]:
    store = keys.connect(address)
    try:
        return await store.names()
    finally:
        await store.close()
