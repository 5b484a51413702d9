"""How fast Slack has its answer: a card, `/amp status` and a ballot, beside a bare Bolt that acks.

Real processes, real HTTP over loopback, signed requests: one at a time for the latency, sixteen at
once for the rate and the server's processor time. All servers are there from the beginning and
take turns; medians are shown. Client and servers share the machine.
"""

import json
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import aiohttp
from sqlalchemy import select

from bot.pulse.models import Box, CommentBox, Round
from bot.teams.models import Person, Team
from tests import process, sending
from tests.bench import client
from tests.bench.databases import postgresql, sqlite
from tests.place import Place, placed
from tests.process import Process

PEOPLE = 12
AT_ONCE = 16
TURNS = 7
MANY, FEW = 800, 150  # requests of a turn: at once, and one by one
FLOOR, COMMIT, COMMITS = "bare Bolt", "Bolt, a commit", "Bolt, two commits"
CARD, STATUS, BALLOT = "/amp step 2", "/amp status", "a ballot"

Make = Callable[[int], dict[str, str]]  # the n-th request's form
Kinds = Mapping[str, Make]


@dataclass(frozen=True)
class Turn:
    """Requests a second, milliseconds one at a time, and of the server's processor for each."""

    rate: float
    p50: float
    processor: float


@dataclass
class Server:
    """A process that answers, with what it is sent and how it did, by kind of request."""

    name: str
    running: Process
    url: str
    secret: str
    kinds: Kinds
    turns: dict[str, list[Turn]] = field(default_factory=dict)

    async def take(self, kind: str) -> None:
        """Answer one turn's requests of a kind."""
        before = process.processor(self.running)
        seconds, _ = await client.send(self.url, self._written(kind, MANY), at_once=AT_ONCE)
        used = process.processor(self.running) - before
        _, took = await client.send(self.url, self._written(kind, FEW), at_once=1)
        turn = Turn(MANY / seconds, median(took) * 1000, used / MANY * 1000)
        self.turns.setdefault(kind, []).append(turn)

    def _written(self, kind: str, many: int) -> list[bytes]:
        return [client.written(self.secret, self.kinds[kind](n)) for n in range(many)]

    def median(self, kind: str) -> Turn:
        """The turns' medians, each figure by itself."""
        turns = self.turns[kind]
        return Turn(*(median(getattr(one, name) for one in turns) for name in vars(turns[0])))


async def run() -> None:
    """Print the table: each kind of request, each server."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="amp-bench-")))
        at = await stack.enter_async_context(postgresql(folder))
        place, on_postgresql = await stack.enter_async_context(_amp("PostgreSQL", at, folder))
        servers = [
            await stack.enter_async_context(_floor(name, what, on_postgresql, place.environment))
            for name, what in ((FLOOR, "bare"), (COMMIT, "commit"), (COMMITS, "commits"))
        ]
        at = await stack.enter_async_context(sqlite(folder))
        _, on_sqlite = await stack.enter_async_context(_amp("SQLite", at, folder))
        servers += [on_postgresql, on_sqlite]
        for _ in range(TURNS + 1):  # the first one is left out: much is imported in it
            for kind in (CARD, STATUS, BALLOT):
                for server in servers:
                    if kind in server.kinds:
                        await server.take(kind)
        assert await place.count(Box) == await place.count(CommentBox) > TURNS * MANY
        for server in servers:
            server.turns = {kind: turns[1:] for kind, turns in server.turns.items()}
    _print({server.name: server for server in servers})


def _print(servers: dict[str, Server]) -> None:
    print(
        f"{'':<13}{'':<19}{'requests/s':>10}{'of bare':>9}{'processor ms':>14}{'of bare':>9}"
        f"{'p50 ms':>8}{'of bare':>9}"
    )
    for kind in (CARD, STATUS, BALLOT):
        bare = servers[FLOOR].median(kind)
        for server in servers.values():
            if kind not in server.turns:
                continue
            one = server.median(kind)
            print(
                f"{kind:<13}{server.name:<19}{one.rate:>10.0f}{one.rate / bare.rate:>9.2f}"
                f"{one.processor:>14.2f}{one.processor / bare.processor:>8.1f}x"
                f"{one.p50:>8.2f}{one.p50 / bare.p50:>8.1f}x"
            )
    ballot = servers["Amp, PostgreSQL"].median(BALLOT)
    for floor in (COMMIT, COMMITS):
        least = servers[floor].median(BALLOT)
        print(
            f"a ballot beside «{floor}»: {ballot.rate / least.rate:.2f} of the rate, "
            f"{ballot.p50 / least.p50:.1f} x the median"
        )


@asynccontextmanager
async def _floor(
    name: str, what: str, amp: Server, environment: dict[str, str]
) -> AsyncIterator[Server]:
    """A server that takes what *amp* takes, and is as quick as one can be."""
    kinds = amp.kinds if what == "bare" else {BALLOT: amp.kinds[BALLOT]}
    async with _serving(what, environment) as (running, url):
        yield Server(name, running, url, amp.secret, kinds)


@asynccontextmanager
async def _amp(database: str, url: str, folder: Path) -> AsyncIterator[tuple[Place, Server]]:
    own = folder / database
    own.mkdir()
    async with placed(url, own, people=PEOPLE) as place:
        kinds = await _open_round(place)
        secret = place.environment["SLACK_SIGNING_SECRET"]
        async with _serving("amp", place.environment) as (running, address):
            await _check(address, secret, kinds)
            yield place, Server(f"Amp, {database}", running, address, secret, kinds)


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
    workspace_id, id_, answers = team.workspace_id, round_.id, dict.fromkeys(round_.items, 4)

    def typed(text: str) -> Make:
        return lambda n: sending.command(workspace_id, people[n % len(people)], text)

    def ballot(n: int) -> dict[str, str]:
        return sending.ballot(workspace_id, people[n % len(people)], id_, answers)

    return {CARD: typed("step 2"), STATUS: typed("status"), BALLOT: ballot}


@asynccontextmanager
async def _serving(what: str, environment: dict[str, str]) -> AsyncIterator[tuple[Process, str]]:
    with tempfile.TemporaryDirectory(prefix="amp-bench-") as folder:
        running = await process.start(
            what, environment=environment, folder=Path(folder), module="tests.bench.serving"
        )
        try:
            yield running, await running.ready()
        finally:
            await running.terminate()


async def _check(url: str, secret: str, kinds: Kinds) -> None:
    """What is measured is the real thing: a card, the round that is open, a ballot that is kept."""
    said = {}
    async with aiohttp.ClientSession() as session:
        for kind, make in kinds.items():
            body = aiohttp.FormData(make(0))().decode()
            headers = sending.headers(secret, body)
            async with session.post(f"{url}/slack/events", data=body, headers=headers) as answer:
                said[kind] = json.loads(await answer.text())
    assert len(said[CARD]["blocks"]) > 3
    assert "open until" in said[STATUS]["text"], said[STATUS]["text"]
    assert said[BALLOT]["response_action"] == "update"
