"""What somebody could find out who has the database, its files and its log (docs/privacy.md)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import DateTime, Integer, select, text
from sqlalchemy.orm import DeclarativeBase

from bot.pulse.models import Ballot, Participation, Reminded, Round, Tally
from tests.conftest import postgres_server
from tests.pulse.conftest import House


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    """A server of its own: every database of a server shares one write-ahead log."""
    with postgres_server() as address:
        yield address


@pytest.mark.parametrize("table", [Ballot, Participation, Reminded, Tally])
def test_no_table_of_answers_has_a_time_or_a_serial_number(table: type[DeclarativeBase]) -> None:
    """An order or a moment would tell who it was."""
    for column in table.__table__.columns:
        assert not isinstance(column.type, DateTime), column
        is_key = column.primary_key and isinstance(column.type, Integer)
        assert not (is_key and column.autoincrement is True), column
        assert not (is_key and not column.foreign_keys and column.name != "value"), column
    keys = [c.name for c in table.__table__.primary_key]
    assert len(keys) > 1  # a single integer key would count up


@pytest.mark.parametrize("table", [Ballot, Participation, Reminded])
def test_sqlite_keeps_no_hidden_row_number(table: type[DeclarativeBase]) -> None:
    """WITHOUT ROWID: rows lie in the order of their keyed tokens."""
    made: Any = table.__table__
    assert made.dialect_options["sqlite"]["with_rowid"] is False


async def files_of(house: House) -> list[Path]:
    """Every file in which the database keeps anything, its log included."""
    if house.database.on_sqlite:
        path = Path(str(house.database.engine.url.database))
        return [p for p in path.parent.iterdir() if p.name.startswith(path.name)]
    async with house.database.read() as session:
        folder = Path(str(await session.scalar(text("SHOW data_directory"))))
    return [p for part in ("base", "pg_wal") for p in (folder / part).rglob("*") if p.is_file()]


def below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def hits(files: list[Path], needles: list[bytes]) -> int:
    """How many of the needles stand anywhere in these files."""
    kept = [path.read_bytes() for path in files]
    return sum(any(needle in content for content in kept) for needle in needles)


async def a_round_of_nine(house: House) -> tuple[Round, bytes, list[bytes]]:
    """Nine people answer; gives the round, its private key and the sealed ballots."""
    await house.team(9)
    round_ = await house.opens()
    for person in range(9):
        await house.answers(round_, person, dict.fromkeys(round_.items, 2 + person % 4))
    async with house.database.read() as session:
        sealed = list(await session.scalars(select(Ballot.sealed)))
    key = await house.keys.get(round_.key_name)
    assert key is not None
    return round_, key, sealed


async def test_no_answer_is_ever_readable_in_the_files(house: House) -> None:
    """Neither while the round is open nor afterwards, in the table, the log or a freed page."""
    round_, key, sealed = await a_round_of_nine(house)
    # Not 1: the round's own row has the statements' wordings, which look just like that.
    readable = [f'"{item}": {value}'.encode() for item in round_.items for value in range(2, 6)]
    files = await files_of(house)
    assert hits(files, [sealed[0][:32]]) == 1  # the files are the right ones
    assert hits(files, [*readable, key]) == 0
    await house.closes(round_)
    assert hits(await files_of(house), [*readable, key]) == 0


async def test_after_close_no_ballot_can_be_opened(house: House, tmp_path: Path) -> None:
    """The key is nowhere; on SQLite the sealed ballots themselves are gone from the files too."""
    round_, key, sealed = await a_round_of_nine(house)
    await house.closes(round_)
    assert hits(below(tmp_path), [key]) == 0
    if house.database.on_sqlite:
        assert hits(await files_of(house), [box[:48] for box in sealed]) == 0


async def test_ballots_and_participations_bear_no_mark_in_common(house: House) -> None:
    """PostgreSQL writes beside each row which transaction made it; SQLite has nothing like that."""
    if house.database.on_sqlite:
        return
    await a_round_of_nine(house)
    async with house.database.read() as session:
        cast = set(await session.scalars(text("SELECT xmin::text FROM ballot")))
        took_part = set(await session.scalars(text("SELECT xmin::text FROM participation")))
    assert len(cast) == len(took_part) == 9
    assert not cast & took_part


async def test_the_files_of_two_rounds_differ_only_where_they_must(house: House) -> None:
    """Four people answer this way or that: every row that is left is the same."""
    left = []
    for channel, value in (("C1", 1), ("C2", 5)):
        await house.team(8, channel=channel)
        round_ = await house.opens()
        for person in range(4):
            await house.answers(round_, person, dict.fromkeys(round_.items, value))
        assert await house.closes(round_) == {}
        async with house.database.read() as session:
            row = await session.get_one(Round, round_.id)
            left.append(
                {
                    c.name: getattr(row, c.name)
                    for c in Round.__table__.columns
                    if c.name not in ("id", "team_id", "public_key", "key_name")
                }
            )
    assert left[0] == left[1]


async def test_the_order_of_answering_leaves_no_trace(house: House) -> None:
    """Forwards and backwards, the rows that remain are the same in the same physical order."""
    kept = []
    order = "rowid" if house.database.on_sqlite else "ctid"
    for channel, people in (("C1", range(9)), ("C2", range(8, -1, -1))):
        await house.team(9, channel=channel)
        round_ = await house.opens()
        for person in people:
            await house.answers(round_, person, dict.fromkeys(round_.items, 1 + person % 4))
        await house.closes(round_)
        async with house.database.read() as session:
            rows = await session.execute(
                text(f"SELECT item_id, value, n FROM tally WHERE round_id = :r ORDER BY {order}"),
                {"r": round_.id},
            )
            kept.append([tuple(row) for row in rows])
    assert kept[0] == kept[1]
