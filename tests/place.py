"""A local Slack in the test's own process, and Amp's processes beside it."""

import asyncio
import json
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, select, update

from bot import db, manifest
from bot.db import Database
from bot.pulse import ballots, early, rounds
from bot.pulse.models import AnyRound, Invitation, Round
from bot.settings import Settings
from bot.slack.installs import Installed, Installs
from bot.slack.models import Delivery, Lease, State
from bot.slack.requests import Actor
from bot.teams.form.blocks import MANY
from bot.teams.models import Team
from bot.vault import Vault
from localslack import LocalSlack, Person
from tests import dying, process
from tests.dying import Point
from tests.house import environment_for, statements, surely, waits
from tests.process import Process

LEAD = "p00"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
SLOW = 0.25  # seconds that Slack takes for a post, where a window shall be wide


@dataclass
class Place:
    """One channel, #crew, of *people*; the processes share a database and nothing else."""

    slack: LocalSlack
    database: Database
    environment: dict[str, str]
    folder: Path
    people: int
    processes: list[Process] = field(default_factory=list)

    # Processes

    async def starts(self, command: str = "run", **more: str) -> Process:
        """Start a command, and wait until it is ready; Slack's requests go to it if it serves."""
        started = await self.begins(command, **more)
        address = await started.ready()
        if address:
            self.slack.deliver_to(f"{address}/slack/events")
        return started

    async def begins(self, *command: str, **more: str) -> Process:
        environment = {**self.environment, **more}
        started = await process.start(*command, environment=environment, folder=self.folder)
        self.processes.append(started)
        return started

    async def dies(self, point: Point) -> None:
        """Start Amp, let it kill itself at that point, and let minutes pass."""
        status, said = await dying.live(point, environment=self.environment, folder=self.folder)
        assert status == -9, f"{point}:\n{said}"
        await self.minutes_pass(under_way=0.05)

    async def minutes_pass(self, *, under_way: float = 2 * SLOW) -> None:
        """As minutes after a kill: its lease is over, and what Slack was asked has arrived.

        *under_way* is how many seconds that takes here.
        """
        await asyncio.sleep(under_way)
        async with self.database.begin() as session:
            await session.execute(update(Lease).values(held_until=LONG_AGO))
            await session.execute(
                update(Delivery).where(Delivery.state == State.SENDING).values(due_at=LONG_AGO)
            )

    @property
    def words(self) -> str:
        """All that the processes said."""
        return "\n".join(started.words for started in self.processes)

    # What people do

    def lead(self, ws: str | None = None) -> Person:
        return self.slack.person(LEAD, ws=ws)

    async def sets_up(self, ws: str | None = None, **form: str) -> None:
        """One command and one button; *form* is what is written into the form by then.

        The team works on all days, as tests do.
        """
        lead = self.lead(ws)
        assert await lead.types("/amp setup", "#crew")
        await until(lambda: _has_form(lead), "the form")
        assert await lead.submits({**form})
        if self.people > MANY:
            await until(lambda: _says(lead, "press the button once more"), "the number of people")
            assert await lead.submits()
        await until(lambda: _says(lead, "is set up"), "being set up")
        await lead.closes()
        async with self.database.begin() as session:
            await session.execute(update(Team).values(workdays=list(range(7))))

    async def asks_now(self, ws: str | None = None) -> None:
        assert await surely(self.lead(ws), "/amp pulse now", "#crew")

    async def closes_now(self) -> None:
        """A day after the opening: earlier it would wait for whoever has not answered."""
        async with self.database.begin() as session:
            await session.execute(update(AnyRound).values(opened_at=LONG_AGO))
            await session.execute(update(Invitation).values(due_at=LONG_AGO))
        assert await surely(self.lead(), "/amp pulse close", "#crew")

    async def answers(self, number: int, value: int) -> bool:
        """Open the form and send it; whether the person reads that it was sealed."""
        person = self.slack.person(name(number))
        await person.presses("Answer", where=await person.dm_id())
        form = await person.modal(timeout=20)  # a busy machine
        assert form is not None
        if not await person.submits(dict.fromkeys(statements(form), str(value))):
            return False
        return await _says(person, "Sealed")

    # What happens while no process runs, written into the database as a process would

    async def let_it_be_due(self) -> None:
        """A round is due, as by `/amp pulse now`."""
        async with self.database.begin() as session:
            team = await session.scalar(select(Team))
            assert team is not None
            await early.ask_now(session, team, at=datetime.now(UTC))

    async def let_everybody_answer(self) -> None:
        """Everybody has answered with a 4, and the round is due to close."""
        now = datetime.now(UTC)
        vault = Vault(self.environment["AMP_SECRET"])
        async with self.database.begin() as session:
            team = await session.scalar(select(Team))
            round_ = await session.scalar(select(Round))
            assert team is not None
            assert round_ is not None
            invited = await rounds.invited_people(session, round_)
        answers = dict.fromkeys(round_.items, 4)
        asked = ballots.OpenRounds(self.database, vault)
        for person, _ in invited:
            actor = Actor(team.workspace_id, person.user_id)
            await ballots.cast(asked, round_.id, actor, answers, at=now)
        async with self.database.begin() as session:
            await early.close_now(session, team, at=datetime.now(UTC))

    async def is_installed(self) -> list[str]:
        """In every workspace, as by the install pages; gives their ids."""
        return await install(self.slack, self.database, self.environment["AMP_SECRET"])

    # What there is to see

    def posted(self, prefix: str = "") -> Counter[str]:
        """How often each message arrived at Slack, by the key that names its intent."""
        calls = [call for call in self.slack.calls("chat.postMessage") if call.ok]
        keys = [_key(call.arguments["metadata"]) for call in calls]
        return Counter(key for key in keys if key.startswith(prefix))

    async def everybody_is_asked(self) -> None:
        await until(lambda: len(self.posted("invitation:")) == self.people, "all invitations")

    async def invitations(self, ws: str | None = None) -> list[int]:
        """How many invitations each person sees."""
        return [
            sum("five short questions" in message.text for message in await person.dm())
            for person in (self.slack.person(name(n), ws=ws) for n in range(self.people))
        ]

    async def digests(self) -> list[str]:
        read = await self.lead().reads("#crew")
        return [message.text for message in read if "Pulse 1 ·" in message.text]

    async def count(self, table: Any, *criteria: Any) -> int:
        async with self.database.read() as session:
            found = select(func.count()).select_from(table).where(*criteria)
            return await session.scalar(found) or 0


@asynccontextmanager
async def placed(
    database_url: str,
    folder: Path,
    *,
    people: int,
    workspaces: int = 1,
    app: dict[str, Any] | None = None,
) -> AsyncIterator[Place]:
    """A place on this database, with Amp's manifest or another *app*'s.

    At the end none of its processes is left.
    """
    company = _company(people, workspaces)
    slack = await LocalSlack.start(company, manifest=app or manifest.manifest())
    await waits(slack)
    database = db.connect(Settings(database_url=database_url).database)
    made = Place(slack, database, environment_for(slack, database_url, folder), folder, people)
    try:
        yield made
    finally:
        for started in made.processes:
            with suppress(ProcessLookupError):
                started.popen.kill()
            await started.ends()
        await database.close()
        await slack.close()


async def install(slack: LocalSlack, database: Database, secret: str) -> list[str]:
    """Install Amp wherever the local Slack says that it is; gives the workspaces' ids."""
    installs = Installs(database, Vault(secret))
    given = slack.world.first_app.installations
    for one in given:
        installed = Installed(
            id=str(one.team_id), name=str(one.team_id), enterprise_id=None,
            bot_user_id=one.bot_user_id, bot_id=one.bot_id,
            scopes=frozenset(one.scopes), bot_token=one.token.value,
        )  # fmt: skip
        await installs.keep(installed, at=datetime.now(UTC))
    return [str(one.team_id) for one in given]


async def until(predicate: Callable[[], Any], what: str, timeout: float = process.PATIENCE) -> None:
    """Wait until it is so; a predicate may be a coroutine function."""
    end = time.monotonic() + timeout
    while True:
        answer = predicate()
        if isinstance(answer, Awaitable):
            answer = await answer
        if answer:
            return
        assert time.monotonic() < end, f"waited in vain for {what}"
        await asyncio.sleep(0.02)


def name(number: int) -> str:
    return f"p{number:02}"


def _company(people: int, workspaces: int) -> dict[str, Any]:
    zone = where_it_is_morning(datetime.now(UTC))
    everybody = [{"name": name(n), "real_name": f"Person {n}", "tz": zone} for n in range(people)]
    channel = {"name": "crew", "members": "everyone", "bots": ["amp"]}
    domains = [f"crew-{n}" for n in range(1, workspaces + 1)]
    return {
        "workspaces": [
            {"name": domain, "domain": domain, "people": everybody, "channels": [channel]}
            for domain in domains
        ],
        "apps": [{"manifest": {}, "install": domains}],
    }


def where_it_is_morning(at: datetime) -> str:
    """A zone in which it is past ten, and no holiday: whatever the day, nothing waits for one.

    Etc/GMT-2 is two hours ahead of Greenwich.
    """
    ahead = (10 - at.hour + 12) % 24 - 12
    return f"Etc/GMT{-ahead:+}"


def _key(metadata: Any) -> str:
    given = json.loads(metadata) if isinstance(metadata, str) else metadata
    return str(given["event_payload"]["key"])


async def _has_form(person: Person) -> bool:
    modal = await person.modal()
    return modal is not None and bool(modal.labels)


async def _says(person: Person, words: str) -> bool:
    modal = await person.modal()
    return modal is not None and words in modal.text
