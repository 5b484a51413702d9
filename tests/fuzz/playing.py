"""A game of many requests: sent, watched, and what they left looked at."""

import asyncio
import logging
import re
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy import select
from structlog.testing import capture_logs

from bot import logs
from bot.db import Base
from bot.slack.models import Installation
from localslack import LocalSlack
from tests.fuzz.doors import Doors, gathering
from tests.fuzz.hostile import Hostile
from tests.house import Scene, scene, surely

TOGETHER = 8
HANGS = 60.0  # seconds: nothing of Amp's takes a tenth of it
# Changed by a process that does nothing but live, and by a request of Slack's that is taken.
LIVING = {"heartbeat", "lane", "seen"}
ID = re.compile(r"[!-~]{1,32}")


@dataclass
class Outcome:
    """What came of it: requests by door and status, and whatever should not have been."""

    answered: Counter[tuple[str, int | None]] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        lines = [
            f"  {door}, {status}: {n}"
            for (door, status), n in sorted(self.answered.items(), key=str)
        ]
        return "\n".join([*lines, *(f"WRONG {n} x {what}" for what, n in self.wrong.items())])


class Troubles(logging.Handler):
    """What the libraries complain of: a traceback, a task whose error nobody looked at."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(logging.ERROR)
        self._outcome = outcome

    def emit(self, record: logging.LogRecord) -> None:
        if not logs.is_ours(record):
            return
        cause = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        self._outcome.wrong[f"{record.name}: {record.getMessage()[:300]} {cause}"] += 1


@asynccontextmanager
async def opened(database_url: str, folder: Path, seed: int) -> AsyncIterator[Doors]:
    """A team with an open round, whose people have typed, pressed and sent."""
    with gathering() as corpus:
        async with scene(
            database_url, folder, SLACK_CLIENT_ID="1.2", SLACK_CLIENT_SECRET="x"
        ) as house:
            await _plays(house)
            corpus.is_complete = True
            mistreated = await LocalSlack.start()
            timeout = aiohttp.ClientTimeout(total=HANGS)
            jar = aiohttp.DummyCookieJar()
            async with aiohttp.ClientSession(timeout=timeout, cookie_jar=jar) as session:
                try:
                    yield Doors(house, mistreated, corpus, Hostile(seed), session)
                finally:
                    await mistreated.close()


async def _plays(house: Scene) -> None:
    await house.sets_up()
    await surely(house.person("ana"), "/amp pulse now")
    await house.run()
    await house.answers("bo", rest=4)
    ana = house.person("ana")
    for command in ("", "step 1", "team", "experiment", "roles", "four ts", "shipit", "pulse"):
        await ana.types(f"/amp {command}".strip(), "#team-product")
    await ana.home()


async def play(
    doors: Doors, requests: int, told: Callable[[int], None] = lambda done: None
) -> Outcome:
    """Send so many requests, first those that may change nothing at all."""
    outcome = Outcome()
    trouble = Troubles(outcome)
    logging.getLogger().addHandler(trouble)
    try:
        ways = doors.all()
        outside = {n: ways.pop(n) for n in ("web, unsigned", "pages", "control interface")}
        before = await _rows(doors.house)
        with capture_logs() as lines:
            await _send_all(outside, requests // 3, outcome, told)
            if await _rows(doors.house) != before:
                outcome.wrong["a request that nobody signed has changed a row"] += 1
            await _send_all(ways, requests - requests // 3, outcome, told, requests // 3)
            await doors.house.slack.settled()
            _look_at_logs(lines, outcome)
        await _look_at_rows(doors.house, outcome)
    finally:
        logging.getLogger().removeHandler(trouble)
    return outcome


async def _send_all(
    ways: dict[str, Any], number: int, outcome: Outcome, told: Callable[[int], None], done: int = 0
) -> None:
    names = list(ways)
    for start in range(0, number, TOGETHER):
        chosen = [names[n % len(names)] for n in range(start, min(number, start + TOGETHER))]
        await asyncio.gather(*(_send(name, ways[name], outcome) for name in chosen))
        told(done + start + len(chosen))


async def _send(name: str, way: Any, outcome: Outcome) -> None:
    try:
        async with asyncio.timeout(HANGS):
            status = await way()
    except TimeoutError:
        outcome.wrong[f"{name}: no answer"] += 1
        return
    except Exception as error:
        outcome.wrong[f"{name}: {type(error).__name__}: {str(error)[:200]}"] += 1
        return
    outcome.answered[name, status] += 1
    if status is not None and status >= 500:
        outcome.wrong[f"{name}: status {status}"] += 1


def _look_at_logs(lines: Any, outcome: Outcome) -> None:
    """An error that is none of Slack's refusals is one of ours."""
    for line in lines:
        if line["log_level"] in ("error", "critical") and "slack" not in line:
            told = {n: v for n, v in line.items() if n != "log_level"}
            outcome.wrong[f"in the log: {told}"] += 1


async def _rows(house: Scene) -> dict[str, list[tuple[Any, ...]]]:
    found = {}
    async with house.amp.database.read() as session:
        for table in Base.metadata.sorted_tables:
            if table.name not in LIVING:
                rows = (await session.execute(select(table))).all()
                found[table.name] = sorted((tuple(row) for row in rows), key=repr)
    return found


async def _look_at_rows(house: Scene, outcome: Outcome) -> None:
    """Nothing of a workspace that is none, and no id that is none."""
    async with house.amp.database.read() as session:
        known = set(await session.scalars(select(Installation.id)))
        for table in Base.metadata.sorted_tables:
            if "workspace_id" not in table.c or table.name == "org_workspace":
                continue
            ids = [c for c in table.c if c.name in ("workspace_id", "user_id", "channel_id")]
            for row in (await session.execute(select(*ids))).mappings():
                if row["workspace_id"] not in known:
                    outcome.wrong[f"a row of {table.name} in no workspace of ours"] += 1
                if not all(value is None or ID.fullmatch(value) for value in row.values()):
                    outcome.wrong[f"a row of {table.name} with an id that is none"] += 1
