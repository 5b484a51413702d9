"""What a round leaves in PostgreSQL: bytes in each table, with its indexes, of five years.

Beside it: the same numbers as they are, without a database around them.
"""

import json
import tempfile
from pathlib import Path

from sqlalchemy import select, text

from bot import db, paths, words
from bot.db import Database
from bot.framework import loading
from bot.pulse.models import Invitation, Round, Tally
from bot.rows import insert_new
from bot.settings import Settings
from bot.teams.models import Person
from tests.bench import databases
from tests.digest.past import Past, ordinary, team_of

ROUNDS = 260  # five years of weeks
PEOPLE = 8
KEPT = ("round", "invitation", "tally", "digest")


async def run() -> None:
    """Print bytes for each round of a team of eight."""
    with tempfile.TemporaryDirectory(prefix="amp-bench-") as folder:
        async with databases.postgresql(Path(folder)) as url:
            database = db.connect(Settings.of({"DATABASE_URL": url}).database)
            try:
                before = await _sizes(database)
                await _live(database)
                after = await _sizes(database)
                floor = await _floor(database)
            finally:
                await database.close()
    grown = {name: (after[name] - before[name]) / ROUNDS for name in KEPT}
    print(f"Bytes that a round of {PEOPLE} people leaves in PostgreSQL, of {ROUNDS}")
    for name, size in grown.items():
        print(f"{name:<34}{size:>9.0f}")
    total = sum(grown.values())
    print(f"{'in all':<34}{total:>9.0f}")
    print(f"{'the counts alone, as JSON':<34}{floor:>9.0f}{total / floor:>9.1f}x")


async def _live(database: Database) -> None:
    """So many rounds, closed, counted and told, as they are kept."""
    content = loading.load(paths.CONTENT)
    team_id = await team_of(database, people=PEOPLE)
    past = Past(database, content, words.load(paths.CONTENT), team_id)
    await past.lives(ordinary(ROUNDS), people=PEOPLE, asked=PEOPLE)
    async with database.begin() as session:
        people = list(await session.scalars(select(Person.id)))
        for round_ in await session.scalars(select(Round)):
            places = [
                {"round_id": round_.id, "person_id": one, "due_at": round_.opened_at}
                for one in people
            ]
            await insert_new(session, Invitation, places)


async def _sizes(database: Database) -> dict[str, int]:
    async with database.read() as session:
        return {
            name: await session.scalar(text(f"SELECT pg_total_relation_size('{name}')")) or 0
            for name in KEPT
        }


async def _floor(database: Database) -> float:
    """Bytes of a round's counts and nothing else."""
    counts: dict[int, dict[str, dict[int, int]]] = {}
    async with database.read() as session:
        for one in await session.scalars(select(Tally)):
            items = counts.setdefault(one.round_id, {})
            items.setdefault(one.item_id, {})[one.value] = one.n
    return sum(len(json.dumps(one)) for one in counts.values()) / len(counts)
