"""The hottest statements, which asyncpg executes past SQLAlchemy; on SQLite they are Core's."""

import asyncio
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import bindparam, insert, select, text
from sqlalchemy.exc import DBAPIError

from bot import outages
from bot.db import Database
from bot.rows import insert_new
from bot.slack import queue
from bot.slack.failures import DatabaseUnreachable, OurMistake, as_amp_error
from bot.slack.models import Delivery, HandledRequest, Message, State

AT = datetime(2026, 11, 30, 10, tzinfo=UTC)
ROW = {"token": bytes(32), "day": date(2026, 11, 30)}
FIND = select(HandledRequest.token, HandledRequest.day)
only_postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


async def test_values_are_written_as_their_columns_want_them(database: Database) -> None:
    """A state by its word, a moment in UTC, None; and they come back so."""
    row = {"key": "k", "workspace_id": "T", "recipient": "U", "due_at": AT, "failure": "once"}
    async with database.begin() as session:
        session.add(Delivery(**row, message=Message(text="t", blocks=[]), state=State.SENDING))
    async with database.writes() as connection:
        ours = {"delivery": 1, "known": 0, "channel": "D1", "posted": "1.2"}
        values = ours | {"outcome": State.SENT, "why": None, "due": AT, "more": "is left alone"}
        assert await connection.write(queue.WRITE_DOWN, values) == 1
    async with database.read() as session:
        found = (await session.scalars(select(Delivery))).one()
    assert (found.state, found.failure, found.due_at) == (State.SENT, None, AT)


async def test_what_is_found_is_the_same_by_either_way(database: Database) -> None:
    """As rows of plain values, none of them too."""
    async with database.looks() as connection:
        assert await connection.rows(FIND, {}) == []
    async with database.begin() as session:
        await insert_new(session, HandledRequest, [ROW])
        by_session = [tuple(row) for row in await session.execute(FIND)]
    async with database.looks() as connection:
        assert await connection.rows(FIND, {}) == by_session == [(ROW["token"], ROW["day"])]


async def test_a_refusal_is_told_without_its_values(database: Database) -> None:
    """The error is SQLAlchemy's, and one of ours; the connection goes on."""
    async with database.writes() as connection:
        await connection.write(insert(HandledRequest), ROW)
    with pytest.raises(DBAPIError) as refused:
        async with database.writes() as connection:
            await connection.write(insert(HandledRequest), ROW)
    assert isinstance(as_amp_error(refused.value), OurMistake)
    assert "2026" not in str(refused.value)
    async with database.writes() as connection:
        assert await connection.write(insert(HandledRequest), {**ROW, "token": bytes(31)}) == 1


@only_postgresql
async def test_a_connection_that_the_server_ends_is_told_and_replaced(database: Database) -> None:
    async with database.looks() as connection:
        with pytest.raises(DBAPIError) as gone:
            await connection.rows(text("SELECT pg_terminate_backend(pg_backend_pid())"), {})
    assert isinstance(as_amp_error(gone.value), DatabaseUnreachable)
    assert outages.words(gone.value)
    async with database.looks() as connection:
        assert await connection.rows(FIND, {}) == []


@only_postgresql
async def test_a_database_that_only_reads_is_told(database: Database) -> None:
    async with database.writes() as connection:
        await connection.rows(text("SET default_transaction_read_only = on"), {})
        with pytest.raises(DBAPIError) as refused:
            await connection.write(insert(HandledRequest), ROW)
        await connection.rows(text("SET default_transaction_read_only = off"), {})
    assert isinstance(as_amp_error(refused.value), DatabaseUnreachable)


@only_postgresql
async def test_a_plan_that_fits_no_longer_is_made_anew(database: Database) -> None:
    """As after a migration beside it: one statement fails, and the next one is prepared again."""
    find = select(Message.text)
    async with database.looks() as connection:
        assert await connection.rows(find, {}) == []
        async with database.begin() as session:
            await session.execute(text("ALTER TABLE message ALTER COLUMN text TYPE varchar(9000)"))
        with pytest.raises(DBAPIError):
            await connection.rows(find, {})
        assert await connection.rows(find, {}) == []


async def test_those_of_many_at_once_are_not_mistaken_for_each_other(database: Database) -> None:
    find = select(bindparam("number", type_=HandledRequest.day.type))

    async def look(number: int) -> None:
        day = date(2026, 1, number + 1)
        async with database.looks() as connection:
            assert await connection.rows(find, {"number": day}) == [(day,)]

    await asyncio.gather(*(look(number % 31) for number in range(100)))
