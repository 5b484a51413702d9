"""A soak: load, a crowd's round on its way out, and processes that are killed, all at once."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles

from sqlalchemy import func, select, update

from bot import blurring, db, manifest
from bot.db import Database
from bot.pulse import early, tallies
from bot.pulse.models import AnyRound, Invitation, Round
from bot.settings import Settings
from bot.slack.models import Delivery, State
from bot.teams.models import Team
from localslack import LocalSlack
from tests import process
from tests.house import environment_for
from tests.place import LONG_AGO, until
from tests.process import Process
from tests.soak import crowds
from tests.soak.crowds import Crew
from tests.soak.load import Balancer, Load

P99 = 0.5  # seconds
GROWTH = 1.2  # times the memory of a fifth of the time before
IN_THE_END = 900.0  # seconds for what is still on its way when nobody sends any more

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Size:
    """How much of everything; the defaults are what `make soak` does."""

    workspaces: int = 50  # of which the last one has the crowd
    people: int = 8
    crowd: int = 5_000
    seconds: float = 600.0
    rate: float = 200.0  # requests a second
    kill_every: float = 60.0  # seconds, one web and one worker


@dataclass
class Outcome:
    """What came of it."""

    took: list[float]
    moved: int
    kills: int
    wrong: Counter[str]
    invitations: Counter[int]  # how many people have how many
    memory: dict[str, tuple[float, float]]  # MB of the two that live, early and at the end
    processor: dict[str, float] = field(default_factory=dict)  # seconds, of these and of us
    late: int = 0  # commands that were answered after the ack, and forms sent once more
    log: list[str] = field(default_factory=list)

    @property
    def p99(self) -> float:
        return quantiles(self.took, n=100)[98]

    @property
    def faults(self) -> list[str]:
        """What must not happen, whatever the machine."""
        times = {n: people for n, people in self.invitations.items() if n != 1}
        wrong = [f"{times} x {what}" for what, times in self.wrong.items()]
        return [*wrong, *(f"{times} people invited {n} times" for n, times in times.items())]

    @property
    def slow(self) -> list[str]:
        """What a busy machine can do too."""
        found = [f"{name} grew" for name, (a, b) in self.memory.items() if b > GROWTH * a]
        return [*found, *([f"p99 is {self.p99:.2f} s"] if self.p99 > P99 else [])]

    def __str__(self) -> str:
        cuts = quantiles(self.took, n=100)
        used = ", ".join(f"{n} {seconds:.0f} s" for n, seconds in self.processor.items())
        grown = ", ".join(f"{n} {a:.0f} → {b:.0f} MB" for n, (a, b) in self.memory.items())
        return "\n".join(
            [
                f"{len(self.took):,} requests answered, {self.moved} of them after a process died",
                f"ms: median {1000 * cuts[49]:.0f}, p95 {1000 * cuts[94]:.0f}, "
                f"p99 {1000 * cuts[98]:.0f}, longest {1000 * max(self.took):.0f}",
                f"{self.late} acked first and answered later; processor time: {used}",
                f"{self.kills} processes killed; memory of those that lived: {grown}",
                f"people by how often they were invited: {dict(self.invitations)}",
                *self.faults,
                *self.slow,
            ]
        )


@dataclass
class Soak:
    """A local Slack, two webs and two workers on one database."""

    slack: LocalSlack
    database: Database
    environment: dict[str, str]
    folder: Path
    balancer: Balancer = field(default_factory=Balancer)
    processes: list[Process] = field(default_factory=list)

    async def starts(self, command: str) -> tuple[Process, str]:
        """Start one, and wait until it is ready; a web takes its turn from then on."""
        started = await process.start(command, environment=self.environment, folder=self.folder)
        self.processes.append(started)
        address = await started.ready()
        if command == "web":
            self.balancer.addresses.append(f"{address}/slack/events")
        return started, f"{address}/slack/events"

    async def kills(self, every: float, tell: Tell) -> None:
        """A web and a worker, over and over, each half a turn after the other; -9, no goodbye."""
        web, worker = await self.starts("web"), await self.starts("worker")
        while True:
            await asyncio.sleep(every / 2)
            await web[0].kill()
            self.balancer.addresses.remove(web[1])
            tell("a web was killed")
            web = await self.starts("web")
            await asyncio.sleep(every / 2)
            await worker[0].kill()
            tell("a worker was killed")
            worker = await self.starts("worker")


@asynccontextmanager
async def opened(database_url: str, folder: Path, size: Size) -> AsyncIterator[Soak]:
    """Everything but the processes; at the end none of them is left."""
    company = crowds.company(size.workspaces - 1, size.people, size.crowd)
    slack = await LocalSlack.start(company, manifest=manifest.manifest())
    database = db.connect(Settings(database_url=database_url).database)
    soak = Soak(slack, database, environment_for(slack, database_url, folder), folder)
    try:
        yield soak
    finally:
        for started in soak.processes:
            with suppress(ProcessLookupError):
                started.popen.kill()
            await started.ends()
        await database.close()
        await slack.close()


async def play(soak: Soak, size: Size, tell: Tell, *, seed: int) -> Outcome:
    """All of it; at the end every round is closed and compared with what was answered."""
    secret = soak.environment["AMP_SECRET"]
    *small, crowd = await crowds.settle(soak.slack, soak.database, secret)
    web, address = await soak.starts("web")
    worker, _ = await soak.starts("worker")
    soak.slack.deliver_to(address)
    await crowds.ask(soak.database, small)
    asked = await _asked(soak.database, small)
    tell(f"{len(asked)} rounds are open")
    load = Load(
        soak.balancer, soak.environment["SLACK_SIGNING_SECRET"], small, asked, random.Random(seed)
    )
    killing = asyncio.create_task(soak.kills(size.kill_every, tell))
    try:
        await crowds.ask(soak.database, [crowd])
        early = asyncio.create_task(_memory(size.seconds / 5, web=web, worker=worker))
        await load.go(seconds=size.seconds, rate=size.rate)
        late = await _memory(0, web=web, worker=worker)
        used = {
            "web": process.processor(web),
            "worker": process.processor(worker),
            "Slack": time.process_time(),
        }
    finally:
        killing.cancel()
        await asyncio.gather(killing, return_exceptions=True)
    tell("nobody sends any more")
    await until(lambda: _is_out(soak.database, len(asked) + 1), "all messages", IN_THE_END)
    before = await early
    outcome = Outcome(
        took=load.took,
        moved=soak.balancer.moved,
        kills=sum(one.popen.returncode == -9 for one in soak.processes),
        wrong=load.wrong,
        invitations=_invitations(soak.slack, sum(len(one.people) for one in [*small, crowd])),
        processor=used,
        late=len(load.late) + load.again,
        memory={name: (before[name], late[name]) for name in before},
        log=[line for one in soak.processes for line in one.lines if "level='error'" in line],
    )
    outcome.wrong.update(await _tallied(soak.database, small, load))
    outcome.wrong.update(f"error in a log: {_event(line)}" for line in outcome.log)
    return outcome


async def _asked(database: Database, crews: Sequence[Crew]) -> dict[int, tuple[int, Sequence[str]]]:
    """Each team's open round and what it asks, as soon as there is one."""

    async def open_() -> list[Round]:
        async with database.read() as session:
            return list(await session.scalars(select(Round)))

    async def all_are_open() -> bool:
        return len(await open_()) == len(crews)

    await until(all_are_open, "all rounds to open")
    return {one.team_id: (one.id, one.items) for one in await open_()}


async def _memory(after: float, **watched: Process) -> dict[str, float]:
    """Resident MB of these processes, *after* so many seconds, as Linux tells it."""
    await asyncio.sleep(after)
    found = {}
    for name, one in watched.items():
        status = Path(f"/proc/{one.popen.pid}/status").read_text()  # noqa: ASYNC240
        found[name] = int(status.partition("VmRSS:")[2].split()[0]) / 1024
    return found


async def _is_out(database: Database, asked: int) -> bool:
    """Whether so many rounds have been opened, and nothing of them is still to be sent."""
    async with database.read() as session:
        opened = await session.scalar(select(func.count()).select_from(Round))
        waiting = Delivery.state.in_([State.WAITING, State.SENDING])
        invitation = Delivery.key.startswith("invitation:")
        left = await session.scalar(select(func.count()).where(waiting, invitation))
        return opened == asked and not left


def _invitations(slack: LocalSlack, asked: int) -> Counter[int]:
    """How many people have so many invitations in their direct messages; none, of all *asked*."""
    many: Counter[int] = Counter()
    for workspace in slack.world.workspaces.values():
        for channel in workspace.ims.values():
            said, _ = channel.messages.page(limit=1_000_000)
            keys = [one.metadata["event_payload"]["key"] for one in said if one.metadata]
            many[sum(key.startswith("invitation:") for key in keys)] += 1
    many[0] = asked - sum(people for times, people in many.items() if times)
    return +many


async def _tallied(database: Database, crews: Sequence[Crew], load: Load) -> Counter[str]:
    """Close every small round, and compare what was counted with what was acknowledged."""
    async with database.begin() as session:
        await session.execute(update(AnyRound).values(opened_at=LONG_AGO))
        await session.execute(update(Invitation).values(due_at=LONG_AGO))
        for crew in crews:
            team = await session.get_one(Team, crew.team_id)
            await early.close_now(session, team, at=datetime.now(UTC))

    async def all_are_closed() -> bool:
        ids = [crew.team_id for crew in crews]
        async with database.read() as session:
            still = AnyRound.closed_at.is_(None), AnyRound.team_id.in_(ids)
            return not await session.scalar(select(func.count()).where(*still))

    await until(all_are_closed, "all rounds to close", IN_THE_END)
    wrong: Counter[str] = Counter()
    async with database.read() as session:
        for round_id, answers in load.answered.items():
            counted = await tallies.of_round(session, round_id)
            given = tallies.count(answers.values())
            wrong["a round that counts otherwise"] += not _may_be_stored_of(given, counted)
    return +wrong


def _may_be_stored_of(given: blurring.Counts, stored: blurring.Counts) -> bool:
    """The same numbers of answers, and sums no further away than what is shipped may move them."""
    most = max(blurring.USUAL) + max(blurring.WEEKLY) + 1
    (people, sums), (people_stored, sums_stored) = map(_added_up, (given, stored))
    return people == people_stored and all(abs(sums[i] - sums_stored[i]) <= most for i in sums)


def _added_up(counts: blurring.Counts) -> tuple[dict[str, int], dict[str, int]]:
    people = {item: sum(each.values()) for item, each in counts.items()}
    return people, {item: sum(v * n for v, n in each.items()) for item, each in counts.items()}


def _event(line: str) -> str:
    """What a log line is about, without what is different each time."""
    return line.partition("event=")[2][:120]
