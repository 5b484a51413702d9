"""What somebody could find out who has the database, its files and its log (docs/privacy.md)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.db import Database
from bot.pulse import sealing
from bot.pulse.keys import half_of
from bot.pulse.models import Round, Seal
from tests.conftest import postgres_server
from tests.pulse.conftest import House


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    """A server of its own: every database of a server shares one write-ahead log."""
    with postgres_server() as address:
        yield address


async def files_of(database: Database) -> list[Path]:
    """Every file in which the database keeps anything, its log included."""
    if database.on_sqlite:
        path = Path(str(database.engine.url.database))
        return [p for p in path.parent.iterdir() if p.name.startswith(path.name)]
    async with database.read() as session:
        folder = Path(str(await session.scalar(text("SHOW data_directory"))))
    return [p for part in ("base", "pg_wal") for p in (folder / part).rglob("*") if p.is_file()]


def below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def hits(files: list[Path], needles: list[bytes]) -> int:
    """How many of the needles stand anywhere in these files."""
    kept = [path.read_bytes() for path in files]
    return sum(any(needle in content for content in kept) for needle in needles)


async def a_round_of_nine(house: House) -> tuple[Round, list[bytes], list[bytes]]:
    """Nine people answer; gives the round, its private key with both halves, and the boxes."""
    await house.team(9)
    round_ = await house.opens()
    for person in range(9):
        await house.answers(round_, person, dict.fromkeys(round_.items, 2 + person % 4))
    async with house.database.read() as session:
        sealed = await sealing.boxes(session, round_.key_name)
        private = await sealing.private_key(session, house.keys, round_.key_name)
        half = (await session.get_one(Seal, round_.key_name)).half
    other = await house.keys.get(half_of(round_.key_name))
    assert private
    assert half
    assert other
    return round_, [private, half, other], sealed


async def test_no_answer_is_ever_readable_in_the_files(house: House) -> None:
    """Neither while the round is open nor afterwards, in the table, the log or a freed page."""
    round_, (private, half, other), sealed = await a_round_of_nine(house)
    # Not 1: the round's own row has the statements' wordings, which look just like that.
    readable = [f'"{item}": {value}'.encode() for item in round_.items for value in range(2, 6)]
    files = await files_of(house.database)
    assert hits(files, [sealed[0][:32], half]) == 2  # the files are the right ones
    assert hits(files, [*readable, private, other]) == 0
    await house.closes(round_)
    assert hits(await files_of(house.database), [*readable, private, other]) == 0


async def test_the_halves_of_a_key_lie_apart_and_neither_opens_anything(
    house: House, tmp_path: Path
) -> None:
    """Whoever has one place has a number that says nothing."""
    _, (private, half, other), sealed = await a_round_of_nine(house)
    assert hits(below(tmp_path / "keys"), [other]) == 1
    assert hits(below(tmp_path / "keys"), [private, half]) == 0
    for guess in (half, other):
        assert sealing.opened(guess, sealed) == {}
    assert len(sealing.opened(private, sealed)) == 9


async def test_after_close_no_ballot_can_be_opened(house: House, tmp_path: Path) -> None:
    """The key is nowhere; on SQLite the sealed ballots themselves are gone from the files too."""
    round_, key, sealed = await a_round_of_nine(house)
    await house.closes(round_)
    assert hits(below(tmp_path), key) == 0
    if house.database.on_sqlite:
        assert hits(await files_of(house.database), [box[:48] for box in sealed]) == 0


MUST = ("id", "team_id", "digest_channel_id", "public_key", "key_name")  # of two teams


async def test_the_files_of_two_rounds_differ_only_where_they_must(house: House) -> None:
    """Four people answer this way or that: every row that is left is the same."""
    left = []
    for channel, first, value in (("C1", 0, 1), ("C2", 8, 5)):
        await house.team(8, channel=channel, first=first)
        round_ = await house.opens()
        for person in range(first, first + 4):
            await house.answers(round_, person, dict.fromkeys(round_.items, value))
        assert await house.closes(round_) == {}
        async with house.database.read() as session:
            row = await session.get_one(Round, round_.id)
            left.append(
                {
                    c.name: getattr(row, c.name)
                    for c in Round.__table__.columns
                    if c.name not in MUST
                }
            )
    assert left[0] == left[1]


async def test_the_order_of_answering_leaves_no_trace(house: House) -> None:
    """Forwards and backwards, the rows that remain are the same in the same physical order."""
    kept = []
    order = "rowid" if house.database.on_sqlite else "ctid"
    for channel, first, people in (("C1", 0, range(9)), ("C2", 9, range(17, 8, -1))):
        await house.team(9, channel=channel, first=first)
        round_ = await house.opens()
        for person in people:
            await house.answers(
                round_, person, dict.fromkeys(round_.items, 1 + (person - first) % 4)
            )
        await house.closes(round_)
        async with house.database.read() as session:
            rows = await session.execute(
                text(f"SELECT item_id, value, n FROM tally WHERE round_id = :r ORDER BY {order}"),
                {"r": round_.id},
            )
            kept.append([tuple(row) for row in rows])
    assert kept[0] == kept[1]
