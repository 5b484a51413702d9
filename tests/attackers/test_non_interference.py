"""The same round with other answers: until the close everything outside is the same to the byte."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from prometheus_client import generate_latest
from sqlalchemy import select

from bot import metrics, models
from tests.attackers import worlds
from tests.attackers.worlds import BACKENDS, PEOPLE, World

# What is drawn at random, and what is sealed with it; of a box it is its length that may tell.
DRAWN = {
    ("box", "id"), ("box", "seal"), ("comment_box", "id"), ("comment_box", "seal"),
    ("seal", "name"), ("seal", "public_key"), ("seal", "mac"), ("seal", "half"),
    ("round", "public_key"), ("round", "key_name"),
}  # fmt: skip


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A PostgreSQL server of its own."""
    with worlds.servers() as address:
        yield address


@pytest.mark.parametrize("backend", BACKENDS)
async def test_until_the_close_nothing_outside_tells_the_answers(
    backend: str, tmp_path: Path, server: str
) -> None:
    """Every row of every table, but for random numbers; and the figures."""
    seen = []
    for value in (1, 5):
        async with worlds.world(backend, tmp_path / str(value), server) as world:
            before = generate_latest(metrics.registry)
            round_ = await world.asks()
            for person in range(PEOPLE):
                given = dict.fromkeys(round_.items[: value + 1], value)
                await world.answers(round_, person, given, at=world.now)
            assert generate_latest(metrics.registry) == before
            seen.append(await _outside(world))
    assert seen[0] == seen[1]
    assert len(seen[0]["box"]) == len(seen[0]["comment_box"]) == PEOPLE


async def _outside(world: World) -> dict[str, list[dict[str, Any]]]:
    told = {}
    async with world.database.read() as session:
        for table in models.metadata.sorted_tables:
            rows = await session.execute(select(table))
            told[table.name] = [
                {name: _seen(table.name, name, value) for name, value in row.items()}
                for row in rows.mappings()
            ]
    return told


def _seen(table: str, name: str, value: Any) -> Any:
    if name == "sealed":
        return len(value)
    return None if (table, name) in DRAWN else value
