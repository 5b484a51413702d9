"""Closing a round of ten thousand people, and five years of weekly digests of one team.

Beside it, in the same run: the same aggregation by DuckDB over raw rows and by SQL's own GROUP BY.
They have no boxes to open and keep raw answers, which Amp never does; they are the floor. A ballot
has the box of a comment beside it, written or not, as every ballot has.
"""

import random
import secrets
import sqlite3
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import duckdb
from nacl.public import PrivateKey
from sqlalchemy import select

from bot import clock, db, paths, words
from bot.db import Database
from bot.digest import archive, blocks, compose
from bot.digest import jobs as digest
from bot.digest.models import Digest
from bot.digest.trends import blocks as trends_blocks
from bot.digest.trends import lines
from bot.framework import choosing, loading
from bot.framework.content import Content
from bot.pulse import ballots, sealing, tallies
from bot.pulse import keys as key_store
from bot.pulse.comments import boxes
from bot.pulse.comments.writing import NOTHING, Remark
from bot.pulse.keys import FolderStore
from bot.pulse.models import Box, CommentBox, Invitation, Round
from bot.rows import insert_new
from bot.settings import Settings
from bot.slack.clients import Clients
from bot.slack.installs import Installs
from bot.teams.models import Person, Team
from bot.vault import Vault
from bot.words import Words
from tests.bench import databases
from tests.bench.took import Took, both, now, since, total
from tests.digest.past import Past, ordinary, team_of

PEOPLE = 10_000
WEEKS = (1, 52, 260)
REPEATS = 15
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
VAULT = Vault("a benchmark's secret")

Answers = list[dict[str, int]]


def answers(items: Sequence[str], people: int = PEOPLE) -> Answers:
    """What so many people answer; about one in twenty leaves a statement out."""
    rng = random.Random(20)
    return [
        {i: rng.choices(range(1, 6), (2, 10, 30, 39, 19))[0] for i in items if rng.random() > 0.05}
        for _ in range(people)
    ]


async def run() -> None:
    """Print the times of both, on SQLite and PostgreSQL."""
    say, content = words.load(paths.CONTENT), loading.load(paths.CONTENT)
    given = answers([item.id for item in choosing.items(content, 1)])
    clock.shift(NOW + timedelta(hours=73) - clock.now())  # at night no digest is composed
    with tempfile.TemporaryDirectory(prefix="amp-bench-") as folder:
        async with _databases(Path(folder)) as found:
            await _closing(say, content, found, given, Path(folder))
            await _five_years(say, content, found)


@asynccontextmanager
async def _databases(folder: Path) -> AsyncIterator[dict[str, Database]]:
    async with databases.sqlite(folder) as one, databases.postgresql(folder) as other:
        found = {
            name: db.connect(Settings.of({"DATABASE_URL": url}).database)
            for name, url in (("SQLite", one), ("PostgreSQL", other))
        }
        try:
            yield found
        finally:
            for database in found.values():
                await database.close()


# Closing.


async def _closing(
    say: Words, content: Content, found: dict[str, Database], given: Answers, folder: Path
) -> None:
    print(f"Closing a round of {PEOPLE:,} people, in seconds of this process's processor time")
    print(f"{'':<34}{'close':>9}{'compose':>9}{'render':>9}{'in all':>9}{'by the clock':>14}")
    for name, database in found.items():
        steps = await _close(say, content, database, given, folder / name)
        each = "".join(f"{step.processor:>9.3f}" for step in steps)
        print(f"{'Amp on ' + name:<34}{each}{both(total(steps))}")
    raw = [(n, i, v) for n, ballot in enumerate(given) for i, v in ballot.items()]
    for name, took in (
        ("DuckDB, raw rows", _duckdb(raw)),
        ("SQL GROUP BY, raw rows", _sql(raw)),
        ("of Amp: opening the boxes alone", _opening(content, given)),
    ):
        print(f"{name:<34}{'':>27}{both(took)}")


async def _close(
    say: Words, content: Content, database: Database, given: Answers, folder: Path
) -> tuple[Took, Took, Took]:
    """What it takes to close a full round, to compose its digest, and to make its messages."""
    keys = FolderStore(folder / "keys")
    round_id = await _full_round(content, database, keys, given)
    began = now()
    assert await tallies.close(database, keys, VAULT, round_id, at=NOW + timedelta(hours=73))
    closed = since(began)
    slack = Clients("http://127.0.0.1:9/", Installs(database, VAULT))  # which is not asked
    began = now()
    await digest.compose_due(database, slack, say, content)
    composed = since(began)
    await slack.close()
    async with database.read() as session:
        row = await session.get_one(Digest, round_id)
        [told] = await archive.summaries(session, [row.team_id])
    assert told.answered == len(given)
    began = now()
    blocks.digest(say, content, told, row.team_id)
    blocks.thread(say, content, told, row.team_id)
    return closed, composed, since(began)


async def _full_round(
    content: Content, database: Database, keys: FolderStore, given: Answers
) -> int:
    """An open round in which everybody has answered; how long that takes is measured elsewhere."""
    team_id = await team_of(database, people=len(given))
    items = choosing.items(content, 1)
    key = await key_store.keep(keys, VAULT, "bench", bytes(PrivateKey.generate()))
    round_ = Round(
        team_id=team_id, week="2026-W48", number=1, day=NOW.date(), opened_at=NOW,
        closes_at=NOW + timedelta(hours=72), items=[item.id for item in items],
        wordings={item.id: item.wording for item in items}, asked=len(given),
        public_key=key.public, key_name=key.name,
    )  # fmt: skip
    async with database.begin() as session:
        session.add(round_)
        sealing.attach(session, team_id, key)
        await session.flush()
        people = list(await session.scalars(select(Person).order_by(Person.id)))
        asked = [{"round_id": round_.id, "person_id": p.id, "due_at": NOW} for p in people]
        await insert_new(session, Invitation, asked)
        tokens = [ballots.token(VAULT, round_.id, person.id) for person in people]
        for table, sealed in (
            (Box, _sealed(key.public, tokens, given, items[0].id)),
            (
                CommentBox,
                _written(key.public, [boxes.token(VAULT, round_.id, p.id) for p in people]),
            ),
        ):
            laid = [{"seal": key.name, "id": secrets.token_bytes(16), "sealed": b} for b in sealed]
            await insert_new(session, table, laid)
    return round_.id


def _sealed(public: bytes, tokens: list[bytes], given: Answers, first: str) -> list[bytes]:
    return [
        sealing.sealed(public, token, one or {first: 3})
        for token, one in zip(tokens, given, strict=True)
    ]


def _written(public: bytes, tokens: list[bytes]) -> list[bytes]:
    """One in twenty writes something besides."""
    return [
        boxes.box(public, token, Remark("Less of it, please.") if n % 20 == 0 else NOTHING)
        for n, token in enumerate(tokens)
    ]


def _opening(content: Content, given: Answers) -> Took:
    """What the cryptography takes by itself."""
    private = PrivateKey.generate()
    first = choosing.items(content, 1)[0].id
    tokens = [n.to_bytes(32) for n in range(len(given))]
    sealed = _sealed(bytes(private.public_key), tokens, given, first)
    written = _written(bytes(private.public_key), tokens)
    began = now()
    sealing.opened(bytes(private), sealed)
    sealing.opened(bytes(private), written, length=boxes.COMMENT)
    return since(began)


GROUPED = "SELECT item, value, count(*) FROM answer GROUP BY item, value ORDER BY item, value"


def _duckdb(raw: Sequence[tuple[int, str, int]]) -> Took:
    connection = duckdb.connect()
    connection.execute("CREATE TABLE answer (person INTEGER, item VARCHAR, value INTEGER)")
    people, items, values = (list(column) for column in zip(*raw, strict=True))
    connection.execute(
        "INSERT INTO answer "
        "SELECT unnest(?::INTEGER[]), unnest(?::VARCHAR[]), unnest(?::INTEGER[])",
        [people, items, values],
    )
    return _median(lambda: connection.execute(GROUPED).fetchall())


def _sql(raw: Sequence[tuple[int, str, int]]) -> Took:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE answer (person INTEGER, item TEXT, value INTEGER)")
    connection.executemany("INSERT INTO answer VALUES (?, ?, ?)", raw)
    return _median(lambda: connection.execute(GROUPED).fetchall())


def _median(work: Callable[[], object]) -> Took:
    taken = []
    for _ in range(REPEATS):
        began = now()
        work()
        taken.append(since(began))
    return Took(*map(statistics.median, zip(*taken, strict=True)))


# Five years.


async def _five_years(say: Words, content: Content, found: dict[str, Database]) -> None:
    print("\nFive years of weekly digests of one team, median in milliseconds")
    print(f"{'':<34}" + "".join(f"{f'week {week}':>12}" for week in WEEKS))
    for name, database in found.items():
        team_id = await team_of(database, channel=f"C-{name}")
        past = Past(database, content, say, team_id)
        await past.lives(ordinary(WEEKS[-1]))
        await _years(past, name)


async def _years(past: Past, name: str) -> None:
    costs = await _digests(past)
    print(f"{f'a digest, {name}':<34}" + "".join(f"{cost:>12.2f}" for cost in costs))
    print(f"{'  week 260 against week 52':<34}{costs[2] / costs[1]:>12.2f}")
    for span in (12, 52):
        shown = 1000 * await _typical(partial(_trends, past, span))
        print(f"{f'  its trends over {span} rounds':<34}{shown:>12.2f}")
    everything = 1000 * await _typical(partial(_all_of_them, past))
    print(f"{'  all 260 of them, read and drawn':<34}{everything:>12.2f}")


async def _digests(past: Past) -> list[float]:
    """Milliseconds to compose the digests of WEEKS, states kept with the ones before.

    They take turns, so that what else the machine does meanwhile falls on all of them.
    """
    taken: dict[int, list[float]] = {week: [] for week in WEEKS}
    async with past.database.read() as session:
        team = await session.get_one(Team, past.team_id)
        rounds = await session.scalars(select(Round).where(Round.team_id == past.team_id))
        by_number = {round_.number: round_ for round_ in rounds}
        for _ in range(4 * REPEATS):
            for week in WEEKS:
                began = time.perf_counter()
                await compose.compose(session, past.content, team, by_number[week])
                taken[week].append(time.perf_counter() - began)
    return [1000 * statistics.median(taken[week]) for week in WEEKS]


async def _trends(past: Past, span: int) -> None:
    async with past.database.read() as session:
        told = await archive.summaries(session, [past.team_id], last=span)
    seen = lines.of("Core", told, span)
    trends_blocks.message(past.say, past.content, seen, past.team_id, [], drawn=True)


async def _all_of_them(past: Past) -> None:
    async with past.database.read() as session:
        told = await archive.summaries(session, [past.team_id])
    assert len(told) == WEEKS[-1]
    for summary in told:
        past.draft(summary)


async def _typical(work: Callable[[], Awaitable[None]]) -> float:
    taken = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        await work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)
