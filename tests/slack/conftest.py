"""The transport beside a local Slack: what writes, keeps tokens and sends, and no room of Amp."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, update

from bot import clock, db, manifest
from bot.db import Database
from bot.settings import Settings
from bot.slack import block_kit as kit
from bot.slack import installs as installations
from bot.slack import listening, outbox
from bot.slack.clients import Clients
from bot.slack.delivery import Dispatcher
from bot.slack.installs import Installed, Installs
from bot.slack.models import Delivery, State
from bot.slack.outbox import Draft, Target
from bot.slack.pace import Pace
from bot.vault import Vault
from localslack import LocalSlack
from tests.conftest import fresh_database
from tests.house import waits

Json = dict[str, Any]

COMPANY: Json = {
    "workspaces": [
        {
            "name": "Trailhead",
            "domain": "trailhead",
            "id": "T111",
            "people": [
                {"name": "ana", "real_name": "Ana Ferreira", "is_admin": True},
                {"name": "bo", "real_name": "Bo Lindqvist"},
                {"name": "dee", "real_name": "Dee Parted", "deleted": True},
            ],
            "channels": [
                {"name": "team", "members": ["ana", "bo"], "bots": ["amp"]},
                {"name": "elsewhere", "members": ["ana", "bo"]},
                {"name": "old", "members": ["ana"], "bots": ["amp"], "is_archived": True},
                {"name": "news", "members": ["ana"], "bots": ["amp"], "posting": "read_only"},
            ],
        }
    ],
    "apps": [{"manifest": {"display_information": {"name": "Amp"}}}],
}
SECOND: Json = {
    "name": "Basecamp",
    "domain": "basecamp",
    "id": "T222",
    "people": [{"name": "kim", "real_name": "Kim Park"}],
    "channels": [{"name": "team", "members": ["kim"], "bots": ["amp"]}],
}
TWO: Json = COMPANY | {
    "workspaces": [*COMPANY["workspaces"], SECOND],
    "apps": [{**COMPANY["apps"][0], "install": ["trailhead", "basecamp"]}],
}


ON_BOTH = pytest.mark.parametrize("kind", ["sqlite", "postgresql"])  # where locking matters


async def eventually(is_so: Callable[[], Awaitable[bool]], within: float = 30.0) -> None:
    """Wait until it is so; raises TimeoutError."""
    async with asyncio.timeout(within):
        while not await is_so():  # noqa: ASYNC110  # nobody signals what a row says
            await asyncio.sleep(0.01)


async def at_once(seconds: float) -> None:
    """A sleep for who has no time."""
    await asyncio.sleep(0)


def in_no_time() -> Pace:
    return Pace(time.monotonic, at_once)


@dataclass
class PostOffice:
    """The outbox and what empties it, in one workspace or several."""

    slack: LocalSlack
    database: Database
    vault: Vault
    installs: Installs
    clients: Clients
    dispatcher: Dispatcher

    def another(self, **changes: Any) -> Dispatcher:
        """A dispatcher as of another process: another name, another pace."""
        given = {"database": self.database, "installs": self.installs, "clients": self.clients}
        return Dispatcher(**{**given, "new_pace": in_no_time, **changes})

    def id_of(self, name: str, ws: str = "T111") -> str:
        """The id of `#channel` or of a person."""
        place = self.slack.world.workspaces[ws]
        found = place.channel(name) if name.startswith("#") else place.user(name)
        assert found is not None
        return found.id

    async def writes(
        self,
        key: str,
        to: str,
        *,
        blocks: Sequence[Json] | None = None,
        plainer: Sequence[Sequence[Json]] = (),
        discreet: bool = False,
        ws: str = "T111",
        due_at: datetime | None = None,
        **address: Any,
    ) -> None:
        """Put a message that says its key into the outbox."""
        given = [kit.section(key)] if blocks is None else blocks
        draft = Draft(key, given, plainer, discreet=discreet)
        due_at = due_at or clock.now()
        one = Target(key, ws, self.id_of(to, ws), due_at=due_at, **address)
        async with self.database.begin() as session:
            await outbox.post(session, draft, [one])

    async def row(self, key: str) -> Delivery | None:
        async with self.database.read() as session:
            return await outbox.find(session, key)

    async def state(self, key: str) -> tuple[str, str | None]:
        """What the row says: its state, and the failure."""
        row = await self.row(key)
        assert row is not None, f"there is no delivery {key}"
        return row.state, row.failure

    async def is_in(self, key: str, state: str) -> bool:
        return (await self.state(key))[0] == state

    async def was_cut_off(self, key: str) -> None:
        """Leave the row as a process does that was killed while Slack was asked."""
        values = {"state": State.SENDING, "attempts": 1, "asked_at": clock.now()}
        async with self.database.begin() as session:
            await session.execute(update(Delivery).where(Delivery.key == key).values(**values))

    async def count(self) -> int:
        async with self.database.read() as session:
            return await session.scalar(select(func.count()).select_from(Delivery)) or 0

    async def later(self, **by: float) -> None:
        """Move the clocks of Slack and Amp, and deliver."""
        target = clock.now() + timedelta(**by)
        await self.slack.driver.move_clock(to=target.isoformat())
        await self.dispatcher.deliver_due()

    def posted(self, key: str) -> int:
        """How many messages of this key stand in Slack, wherever."""
        return sum(
            (message.metadata or {}).get("event_payload", {}).get("key") == key
            for channel in self.slack.world.channels.values()
            for message in channel.messages.page(before=None, after=None, limit=999)[0]
        )

    def asked(self) -> int:
        """How often Slack was asked to post."""
        return len(self.slack.calls("chat.postMessage"))

    async def install(self, **settings: Any) -> Installed:
        """Install the app (again), and keep what came of it."""
        answer = await self.slack.driver.post("install", **{"ws": "T111", **settings})
        installed = await installations.identify(self.clients.reader(), answer["bot_token"])
        await self.installs.keep(installed, at=clock.now())
        return installed


@pytest.fixture
def kind() -> str:
    return "sqlite"


@pytest.fixture
async def database(
    request: pytest.FixtureRequest, kind: str, tmp_path: Path
) -> AsyncIterator[Database]:
    """A fresh database: SQLite, and with ON_BOTH once more PostgreSQL."""
    url = await asyncio.to_thread(fresh_database, request, kind, tmp_path)
    opened = db.connect(Settings(database_url=url).database)
    yield opened
    await opened.close()


@pytest.fixture
def company() -> Json:
    return COMPANY


@pytest.fixture
async def slack(company: Json) -> AsyncIterator[LocalSlack]:
    local = await LocalSlack.start(company, manifest=manifest.manifest())
    await waits(local)
    local.on_clock(clock.shift)
    yield local
    await local.close()
    clock.shift(timedelta())


@pytest.fixture
async def office(slack: LocalSlack, database: Database, vault: Vault) -> AsyncIterator[PostOffice]:
    found = Installs(database, vault)
    clients = Clients(slack.api_url, found)
    dispatcher = Dispatcher(database, found, clients, new_pace=in_no_time)
    for installation in slack.world.first_app.installations:
        installed = await installations.identify(clients.reader(), installation.token.value)
        await found.keep(installed, at=clock.now())
    yield PostOffice(slack, database, vault, found, clients, dispatcher)
    await listening.drain()
    await clients.close()
