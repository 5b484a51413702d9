"""Transactions and inserts, on both databases; and what SQLite needs besides."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import ColumnElement, delete, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from bot import db, sqlite
from bot.db import Database, DatabaseTimeout
from bot.rows import insert_new, is_any_of
from bot.settings import Settings
from bot.slack.models import Delivery, HandledRequest, Lease, Message
from bot.teams import daytime, roster
from bot.teams.models import Person

TODAY = date(2026, 11, 24)


def seen(*numbers: int) -> list[dict[str, object]]:
    return [{"token": number.to_bytes(32, "big"), "day": TODAY} for number in numbers]


@pytest.fixture
async def on_sqlite(sqlite_url: str) -> AsyncIterator[Database]:
    opened = db.connect(Settings(database_url=sqlite_url).database)
    yield opened
    await opened.close()


MORE_THAN_A_STATEMENT_CARRIES = 40_000


async def test_a_column_is_compared_with_any_number_of_values(database: Database) -> None:
    """Numbers and texts, none of them too; a text is never cut to the column's length."""
    people = [{"workspace_id": "T1", "user_id": f"U{n}"} for n in range(3)]
    async with database.begin() as session:
        await insert_new(session, Person, people)
        ids = list(await session.scalars(select(Person.id).order_by(Person.id)))

        async def found(which: ColumnElement[bool]) -> list[str]:
            rows = select(Person.user_id).where(which).order_by(Person.id).with_for_update()
            return list(await session.scalars(rows))

        numbers = range(ids[1], ids[1] + MORE_THAN_A_STATEMENT_CARRIES)
        assert await found(is_any_of(session, Person.id, numbers)) == ["U1", "U2"]
        assert await found(~is_any_of(session, Person.id, numbers)) == ["U0"]
        names = [f"U{n}" for n in range(1, MORE_THAN_A_STATEMENT_CARRIES)]
        assert await found(is_any_of(session, Person.user_id, names)) == ["U1", "U2"]
        await session.execute(update(Person).values(user_id=Person.user_id + "-" * 30))
        assert await found(is_any_of(session, Person.user_id, [f"U1{'-' * 30}and more"])) == []
        assert await found(is_any_of(session, Person.id, [])) == []
        gone = await session.execute(delete(Person).where(is_any_of(session, Person.id, ids[:2])))
        assert gone.rowcount == 2  # type: ignore[attr-defined]


async def test_only_rows_that_were_not_there_are_inserted_and_counted(database: Database) -> None:
    """Rows that were there, or stand twice in the list, are passed over."""
    async with database.begin() as session:
        assert await insert_new(session, HandledRequest, seen(1, 2)) == 2
        assert await insert_new(session, HandledRequest, seen(2)) == 0
        assert await insert_new(session, HandledRequest, seen(2, 3, 4, 4)) == 2
        assert await insert_new(session, HandledRequest, []) == 0

    async with database.read() as session:
        assert await session.scalar(select(func.count()).select_from(HandledRequest)) == 4


async def test_more_rows_are_inserted_than_a_statement_carries(database: Database) -> None:
    """A statement carries some tens of thousands of values; a large company has more people."""
    async with database.begin() as session:
        assert await insert_new(session, HandledRequest, seen(*range(40_000))) == 40_000
        assert await insert_new(session, HandledRequest, seen(*range(39_990, 40_010))) == 10


async def test_an_inserted_row_has_its_defaults(database: Database) -> None:
    """What a table says of new rows holds for these too."""
    row = {"key": "k", "workspace_id": "T1", "recipient": "U1", "due_at": datetime.now(UTC)}
    async with database.begin() as session:
        await insert_new(session, Message, [{"id": 1, "text": "hello", "blocks": []}])
        await insert_new(session, Delivery, [{**row, "message_id": 1}])
        found = (await session.scalars(select(Delivery))).one()

    assert (found.state, found.attempts, found.message.discreet) == ("waiting", 0, False)


async def test_an_insert_of_rows_is_compiled_once(database: Database) -> None:
    """Compiling takes longer than inserting, and one comes with every click."""
    compiled = []
    cache = database.engine.sync_engine._compiled_cache
    for number in range(3):
        async with database.begin() as session:
            await insert_new(session, HandledRequest, seen(number))
        compiled.append(len(cache or ()))

    assert compiled[0] == compiled[2]


async def test_an_error_undoes_the_whole_transaction(database: Database) -> None:
    """Whoever raises in the middle leaves nothing behind."""
    with pytest.raises(IntegrityError):
        async with database.begin() as session:
            session.add(Lease(name="T1"))
            await session.flush()
            await session.execute(text("INSERT INTO lane (name) VALUES ('T1')"))

    async with database.begin() as session:
        assert await insert_new(session, Lease, [{"name": "T1"}]) == 1


async def test_many_who_write_at_once_all_have_their_turn(database: Database) -> None:
    """What each of them reads, nobody changes before they have written."""
    async with database.begin() as session:
        session.add(Lease(name="T1", held_by="0"))

    async def add_one() -> None:
        async with database.begin() as session:
            lane = await session.get_one(Lease, "T1", with_for_update=True)
            await asyncio.sleep(0)
            lane.held_by = str(int(lane.held_by or 0) + 1)

    await asyncio.gather(*(add_one() for _ in range(40)))

    async with database.read() as session:
        assert (await session.get_one(Lease, "T1")).held_by == "40"


async def test_writers_of_one_process_write_in_the_order_they_came(on_sqlite: Database) -> None:
    """SQLite by itself lets them sleep, and whoever wakes first is next."""
    order = []

    async def write(number: int) -> None:
        async with on_sqlite.begin() as session:
            await insert_new(session, HandledRequest, seen(number))
            order.append(number)

    await asyncio.gather(*(write(number) for number in range(30)))

    assert order == list(range(30))


async def test_statements_that_need_nothing_of_each_other_are_all_kept(database: Database) -> None:
    """Each by itself or all together, whatever costs less; and beside whoever else writes."""

    async def write(number: int) -> None:
        async with database.writes() as connection:
            for row in seen(2 * number, 2 * number + 1):
                assert await connection.write(insert(HandledRequest), row) == 1

    await asyncio.gather(*(write(number) for number in range(20)))
    async with database.read() as session:
        assert await session.scalar(select(func.count()).select_from(HandledRequest)) == 40


async def test_a_reader_waits_for_no_writer(on_sqlite: Database) -> None:
    """It sees what was there before."""
    async with on_sqlite.begin() as session:
        await insert_new(session, HandledRequest, seen(1))
        async with asyncio.timeout(5), on_sqlite.read() as reading:
            assert await reading.scalar(select(func.count()).select_from(HandledRequest)) == 0


async def test_a_writer_that_is_cut_off_gives_its_turn_to_the_next(on_sqlite: Database) -> None:
    """Neither the turn nor half of its work stays behind."""

    async def hang() -> None:
        async with on_sqlite.begin() as session:
            await insert_new(session, HandledRequest, seen(1))
            await asyncio.sleep(60)

    hanging = asyncio.create_task(hang())
    await asyncio.sleep(0.1)
    hanging.cancel()
    async with asyncio.timeout(5), on_sqlite.begin() as session:
        assert await insert_new(session, HandledRequest, seen(1)) == 1
    with pytest.raises(asyncio.CancelledError):
        await hanging


async def test_a_writer_waits_for_its_turn_only_so_long(
    on_sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever writes inside somebody else's turn hears of it, instead of hanging for ever."""
    monkeypatch.setattr(sqlite, "WAITS", 0.05)

    with pytest.raises(DatabaseTimeout):
        async with on_sqlite.begin(), on_sqlite.begin():
            pass

    async with on_sqlite.begin() as session:
        assert await insert_new(session, HandledRequest, seen(1)) == 1


async def test_a_statement_is_one_trip_to_the_thread(
    on_sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its cursor, its BEGIN and its rows come along; a transaction without one takes none."""
    async with on_sqlite.begin() as session:
        await insert_new(session, HandledRequest, seen(1, 2, 3))
    trips: list[object] = []
    execute: Callable[..., Awaitable[object]] = sqlite.Connection._execute

    async def counted(self: sqlite.Connection, *what: object, **more: object) -> object:
        trips.append(what[0])
        return await execute(self, *what, **more)

    monkeypatch.setattr(sqlite.Connection, "_execute", counted)
    async with on_sqlite.read():
        pass
    assert trips == []

    async with on_sqlite.read() as session:
        days = (await session.scalars(select(HandledRequest.day))).all()
    assert days == [TODAY] * 3
    assert len(trips) == 2  # the statement, and the end of its transaction


async def test_several_processes_may_open_a_new_file_at_once(tmp_path: Path) -> None:
    """`amp web` and `amp worker` in an empty folder: SQLite does not wait for the first switch."""
    for number in range(20):
        url = Settings(database_url=f"sqlite:///{tmp_path}/{number}.db").database
        opened = [db.connect(url) for _ in range(4)]
        await asyncio.gather(*(_reads(one) for one in opened))
        for one in opened:
            await one.close()


async def _reads(database: Database) -> None:
    async with database.read() as session:
        assert await session.scalar(text("PRAGMA journal_mode")) == "wal"


async def test_calendars_and_rows_are_found_of_any_number_of_people(database: Database) -> None:
    """Of more than one statement carries: a whole company may be told something."""
    many = range(1, MORE_THAN_A_STATEMENT_CARRIES)
    people = [Person(id=n, workspace_id="T1", user_id=f"U{n}", zone="UTC") for n in many]
    async with database.begin() as session:
        await insert_new(session, Person, [{"workspace_id": "T1", "user_id": "U7"}])
        assert len(await daytime.of_people(session, people)) == len(people)
        since = datetime(2026, 11, 24, tzinfo=UTC)
        assert await roster.described(session, "T1", [f"U{n}" for n in many], since=since) == []
