"""Setting up a team in a workspace of twenty thousand people, and two hundred teams due at once.

Beside the first, in the same run: what it can't do without, which is asking Slack about each person
of the channel. Beside the second: a worker that has nothing to do for as long. The local Slack is
this process, Amp another one.
"""

import asyncio
import os
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import func, select

from bot import db, manifest
from bot.pulse import early
from bot.pulse.models import AnyRound
from bot.settings import Settings
from bot.slack import leases
from bot.slack.models import Delivery, State
from bot.teams import setup
from localslack import LocalSlack, Person
from tests import place, process
from tests.bench import databases
from tests.bench.took import Took
from tests.house import environment_for
from tests.process import Process
from tests.pulse.conftest import humans, wishes

WORKSPACE, CHANNEL = 20_000, 60  # people
TEAMS, EACH = 200, 8
IDLE = 15  # seconds
HOURS = timedelta(hours=3)
ZONE = place.where_it_is_morning(datetime.now(UTC))


async def run() -> None:
    """Print seconds to the form and to the receipt; and processor time for two hundred rounds."""
    await _set_up()
    print()
    await _due_at_once()


@asynccontextmanager
async def _slack(people: int, channels: dict[str, list[str]]) -> AsyncIterator[LocalSlack]:
    everybody = [{"name": f"p{n}", "real_name": f"Person {n}", "tz": ZONE} for n in range(people)]
    made = [{"name": name, "members": who, "bots": ["amp"]} for name, who in channels.items()]
    space = {"name": "Large", "domain": "large", "people": everybody, "channels": made}
    slack = await LocalSlack.start(
        {"workspaces": [space], "apps": [{"manifest": {}, "install": ["large"]}]},
        manifest=manifest.manifest(),
    )
    try:
        yield slack
    finally:
        await slack.close()


# Setting up


async def _set_up() -> None:
    crew = [f"p{n}" for n in range(CHANNEL)]
    async with _slack(WORKSPACE, {"crew": crew}) as slack:
        with tempfile.TemporaryDirectory(prefix="amp-bench-") as name:
            async with databases.sqlite(Path(name)) as url:
                form, receipt = await _seconds_to_set_up(slack, url, Path(name))
        floor = await _took(lambda: _asks_about_each(slack))
    print(f"Setting up in a workspace of {WORKSPACE:,}, a channel of {CHANNEL}: seconds")
    print(f"{'the form is there':<34}{form:>9.2f}")
    print(f"{'from its button to «is set up»':<34}{receipt:>9.2f}")
    print(f"{'asking Slack about each person':<34}{floor:>9.2f}")
    print(f"{'both together, beside that':<34}{(form + receipt) / floor:>8.1f}x")


async def _seconds_to_set_up(slack: LocalSlack, url: str, folder: Path) -> tuple[float, float]:
    amp = await process.start("run", environment=environment_for(slack, url, folder), folder=folder)
    try:
        slack.deliver_to(f"{await amp.ready()}/slack/events")
        lead = slack.person("p0")

        async def asks() -> None:
            assert await lead.types("/amp setup", "#crew")
            await slack.until(lambda: _shows(lead, "Name of the team"))

        async def presses() -> None:
            assert await lead.submits()
            await slack.until(lambda: _shows(lead, "once more"))
            assert await lead.submits()  # more than thirty people are asked about twice
            await slack.until(lambda: _shows(lead, "is set up"))

        return await _took(asks), await _took(presses)
    finally:
        await amp.terminate()


async def _shows(lead: Person, words: str) -> bool:
    modal = await lead.modal()
    return modal is not None and words in modal.text


async def _asks_about_each(slack: LocalSlack) -> None:
    """Who is in the channel, and what Slack knows of each: one request after the other."""
    client = AsyncWebClient(slack.app.bot_token, base_url=slack.api_url)
    channel = slack.world.workspace().channel("#crew")
    assert channel is not None
    async for page in await client.conversations_members(channel=channel.id, limit=200):
        for user in page["members"]:
            await client.users_info(user=user)


async def _took(work: Callable[[], Awaitable[Any]]) -> float:
    began = time.perf_counter()
    await work()
    return time.perf_counter() - began


# Due at once


async def _due_at_once() -> None:
    people = [f"p{n}" for n in range(TEAMS * 2)]  # each is in four teams, asked by one a day
    channels = {
        f"team-{n}": [people[(2 * n + k) % len(people)] for k in range(EACH)] for n in range(TEAMS)
    }
    print(f"{TEAMS} teams of {EACH} due at once: seconds of processor time of one worker")
    async with _slack(len(people), channels) as slack:
        with tempfile.TemporaryDirectory(prefix="amp-bench-") as name:
            folder = Path(name)
            async with databases.sqlite(folder) as one, databases.postgresql(folder) as other:
                for what, url in (("SQLite", one), ("PostgreSQL", other)):
                    await _measure(slack, url, folder / what, what)


async def _measure(slack: LocalSlack, url: str, folder: Path, what: str) -> None:
    os.makedirs(folder, exist_ok=True)
    environment = environment_for(slack, url, folder)
    worker = await process.start("worker", environment=environment, folder=folder)
    database = db.connect(Settings(database_url=url).database)
    try:
        await worker.ready()
        async with _somebody_else_sends(database, slack):
            async with database.begin() as session:
                await _teams_due(session, slack)
            opened = await _used(worker, lambda: _until(database, _are_open))
            invited = await _waiting(database)
        sent = await _used(worker, lambda: _until(database, _are_sent))
        idle = await _used(worker, lambda: asyncio.sleep(IDLE))
    finally:
        await worker.terminate()
        await database.close()
    each = (sent.processor - sent.clock * idle.processor / IDLE) / invited
    print(
        f"{what:<12}{opened.processor:>6.1f} (in {opened.clock:.0f} s by the clock); then "
        f"{1000 * each:.2f} ms for each of {invited} invitations (in {sent.clock:.0f} s), without "
        f"the {idle.processor:.2f} s in {IDLE} s of a worker that has nothing to do"
    )


@asynccontextmanager
async def _somebody_else_sends(database: db.Database, slack: LocalSlack) -> AsyncIterator[None]:
    """The lease of the workspace is another's meanwhile: what is opened waits."""
    workspace_id, holder = slack.world.workspace().id, "the benchmark"
    assert await leases.acquire(database, workspace_id, holder, at=datetime.now(UTC) + HOURS)
    yield
    await leases.release(database, workspace_id, holder)


async def _teams_due(session: Any, slack: LocalSlack) -> None:
    state, at = await slack.person("p0").state(), datetime.now(UTC)
    workspace_id = slack.world.workspace().id
    ids, bot = {one["name"]: one["id"] for one in state["people"]}, slack.app.bot_user_id
    for channel in slack.world.workspace().channels.values():
        if not channel.name.startswith("team-"):
            continue
        people = [one for one in channel.members if one in ids.values() and one != bot]
        chosen = [
            replace(one, user_id=user, zone=ZONE)
            for one, user in zip(humans(len(people)), people, strict=True)
        ]
        given = wishes(name=channel.name, digest_channel_id=channel.id, leads=people[:1])
        made = await setup.create(
            session, workspace_id, channel.id, given, chosen, zone=ZONE, at=at, is_private=False
        )
        made.team.workdays = list(range(7))
        await early.ask_now(session, made.team, at=at)


async def _until(database: db.Database, enough: Callable[[Any], Awaitable[bool]]) -> None:
    while True:
        async with database.read() as session:
            if await enough(session):
                return
        await asyncio.sleep(0.2)


async def _are_open(session: Any) -> bool:
    return bool(await session.scalar(select(func.count()).select_from(AnyRound)) == TEAMS)


async def _are_sent(session: Any) -> bool:
    under_way = Delivery.state.in_([State.WAITING, State.SENDING])
    due = under_way & (Delivery.due_at <= datetime.now(UTC))
    return not await session.scalar(select(func.count()).where(due))


async def _waiting(database: db.Database) -> int:
    async with database.read() as session:
        due = (Delivery.state == State.WAITING) & (Delivery.due_at <= datetime.now(UTC))
        return await session.scalar(select(func.count()).where(due)) or 0


async def _used(worker: Process, work: Callable[[], Awaitable[Any]]) -> Took:
    """What the worker's processor and the clock say of *work*, during which it is at work too."""
    before, began = process.processor(worker), time.perf_counter()
    await work()
    return Took(process.processor(worker) - before, time.perf_counter() - began)
