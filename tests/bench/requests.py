"""How fast Slack has its answer: `/amp step 2` and a ballot, beside a bare Bolt app that only acks.

Real processes, real HTTP over loopback, signed requests: one at a time for the latency, sixteen at
once for the rate. Client and server share the machine.
"""

import asyncio
import json
import os
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

import aiohttp
from sqlalchemy import select

from bot.pulse.models import Box, CommentBox, Round
from bot.teams.models import Person, Team
from tests import process, sending
from tests.bench.databases import postgresql, sqlite
from tests.place import Place, placed

PEOPLE = 12
AT_ONCE = 16
SECONDS = 2.0  # for each rate, and for each latency
WAYS = {"at-once": "acks at once", "polling": "polls for acks"}
SECRET = "only for this"
COMMIT = "Bolt and a commit"

Make = Callable[[int], dict[str, str]]  # the n-th request's form
Kinds = dict[str, Make]


@dataclass(frozen=True)
class Measured:
    """One kind of request on one server: requests a second, and milliseconds one at a time."""

    server: str
    way: str
    kind: str
    rate: float
    p50: float
    p95: float


async def run() -> None:
    """Print the table: each server, each way of acking, each kind of request."""
    found = []
    with tempfile.TemporaryDirectory(prefix="amp-bench-") as name:
        folder = Path(name)
        found += await _bare(folder)
        async with sqlite(folder) as url:
            found += await _amp("Amp, SQLite", url, folder / "sqlite")
        async with postgresql(folder) as url:
            found += await _amp("Amp, PostgreSQL", url, folder / "postgresql")
            found += await _committing(url, folder)
    _print(found)


def _print(found: list[Measured]) -> None:
    print(
        f"{'':<17}{'':<16}{'':<14}{'requests/s':>10}{'of bare':>9}{'p50 ms':>8}{'p95 ms':>8}"
        f"{'p50 of bare':>13}"
    )
    floor = {(one.server, one.kind): one for one in found if one.way == "at-once"}
    for one in found:
        bare = floor["bare Bolt", one.kind]
        print(
            f"{one.server:<17}{WAYS[one.way]:<16}{one.kind:<14}{one.rate:>10.0f}"
            f"{one.rate / bare.rate:>9.2f}{one.p50:>8.1f}{one.p95:>8.1f}"
            f"{one.p50 / bare.p50:>12.1f}x"
        )
    ballot, least = (floor[server, "a ballot"] for server in ("Amp, PostgreSQL", COMMIT))
    print(
        f"a ballot beside {COMMIT}: {ballot.rate / least.rate:.2f} of the rate, "
        f"{ballot.p50 / least.p50:.1f} x the median"
    )


async def _bare(folder: Path) -> list[Measured]:
    kinds = _kinds("T1", ["U1"], Round(id=1, items=["autonomy"]))
    environment = {"SLACK_SIGNING_SECRET": SECRET}
    found = []
    for way in WAYS:
        async with _serving("bare", way, environment, folder) as url:
            found += await _measured("bare Bolt", way, url, SECRET, kinds)
    return found


async def _committing(database_url: str, folder: Path) -> list[Measured]:
    """The floor of a ballot: what is durable costs something, whoever does it."""
    ballots = {"a ballot": _kinds("T1", ["U1"], Round(id=1, items=["autonomy"]))["a ballot"]}
    environment = {"SLACK_SIGNING_SECRET": SECRET, "DATABASE_URL": database_url}
    async with _serving("commit", "at-once", environment, folder) as url:
        return await _measured(COMMIT, "at-once", url, SECRET, ballots)


async def _amp(server: str, database_url: str, folder: Path) -> list[Measured]:
    os.makedirs(folder, exist_ok=True)
    found = []
    async with placed(database_url, folder, people=PEOPLE) as place:
        kinds = await _open_round(place)
        secret = place.environment["SLACK_SIGNING_SECRET"]
        for way in WAYS:
            async with _serving("amp", way, place.environment, folder) as url:
                await _check(url, secret, kinds)
                found += await _measured(server, way, url, secret, kinds)
        assert await place.count(Box) == await place.count(CommentBox) > PEOPLE
    return found


async def _open_round(place: Place) -> Kinds:
    """Set up a team and ask it, as people do; the requests that its people may send now."""
    amp = await place.starts()
    await place.sets_up()
    await place.asks_now()
    await place.everybody_is_asked()
    await amp.terminate()
    async with place.database.read() as session:
        team = await session.scalar(select(Team))
        round_ = await session.scalar(select(Round))
        people = list(await session.scalars(select(Person.user_id)))
    assert team is not None
    assert round_ is not None
    return _kinds(team.workspace_id, people, round_)


def _kinds(workspace_id: str, people: list[str], round_: Round) -> Kinds:
    answers = dict.fromkeys(round_.items, 4)

    def card(n: int) -> dict[str, str]:
        return sending.command(workspace_id, people[n % len(people)], "step 2")

    def ballot(n: int) -> dict[str, str]:
        return sending.ballot(workspace_id, people[n % len(people)], round_.id, answers)

    return {"/amp step 2": card, "a ballot": ballot}


@asynccontextmanager
async def _serving(
    what: str, way: str, environment: dict[str, str], folder: Path
) -> AsyncIterator[str]:
    server = await process.start(
        what, way, environment=environment, folder=folder, module="tests.bench.serving"
    )
    try:
        yield f"{await server.ready()}/slack/events"
    finally:
        await server.terminate()


class _Sender:
    """Sends signed requests of one kind, each with a trigger of its own, as Slack does."""

    def __init__(self, session: aiohttp.ClientSession, url: str, secret: str, make: Make) -> None:
        self._session, self._url, self._secret, self._make = session, url, secret, make
        self.sent = 0

    async def send(self) -> str:
        body = urlencode(self._make(self.sent))
        self.sent += 1
        headers = sending.headers(self._secret, body)
        async with self._session.post(self._url, data=body, headers=headers) as answer:
            said = await answer.text()
            assert answer.status == 200, f"{answer.status} {said}"
            return said


async def _check(url: str, secret: str, kinds: Kinds) -> None:
    """What is measured is the real thing: a card, and a ballot that was kept."""
    async with aiohttp.ClientSession() as session:
        said = [await _Sender(session, url, secret, make).send() for make in kinds.values()]
    assert "blocks" in json.loads(said[0])
    assert json.loads(said[1])["response_action"] == "update"


async def _measured(server: str, way: str, url: str, secret: str, kinds: Kinds) -> list[Measured]:
    found = []
    for kind, make in kinds.items():
        connector = aiohttp.TCPConnector(limit=AT_ONCE)
        async with aiohttp.ClientSession(connector=connector) as session:
            sender = _Sender(session, url, secret, make)
            await _for_a_while(sender, seconds=0.3)  # what is imported late is imported now
            took = await _for_a_while(sender, seconds=SECONDS)
            cuts = quantiles(took, n=20)
            rate = await _rate(sender)
        found.append(Measured(server, way, kind, rate, cuts[9] * 1000, cuts[18] * 1000))
    return found


async def _for_a_while(sender: _Sender, *, seconds: float) -> list[float]:
    """Send one after the other; how long each took, in seconds."""
    took: list[float] = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or len(took) < 2:
        began = time.perf_counter()
        await sender.send()
        took.append(time.perf_counter() - began)
    return took


async def _rate(sender: _Sender) -> float:
    """Send several at once; how many are answered a second."""
    before, began = sender.sent, time.perf_counter()
    await asyncio.gather(*(_for_a_while(sender, seconds=SECONDS) for _ in range(AT_ONCE)))
    return (sender.sent - before) / (time.perf_counter() - began)
