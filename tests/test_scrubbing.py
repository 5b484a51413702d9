"""What was deleted leaves the files, also where somebody stands in the way for a while."""

import asyncio

import pytest
from sqlalchemy import delete, func, select, text

from bot import db, scrubbing
from bot.checklist import forgetting as checklist
from bot.db import Database
from bot.keeping import retention
from bot.keeping.retention import Retention
from bot.scrubbing import PendingScrub
from bot.settings import Settings
from bot.slack.requests import Actor
from bot.teams import roster
from bot.teams.models import Person, Team
from bot.tools import forgetting as tools
from bot.tools.private import notes
from bot.tools.private.notes import Tool
from tests.pulse.conftest import NOW


async def wanted(database: Database, *, words: bool = False) -> None:
    async with database.begin() as session:
        await scrubbing.want(session, words=words)


async def left(database: Database) -> int:
    async with database.read() as session:
        return await session.scalar(select(func.count()).select_from(PendingScrub)) or 0


async def test_what_is_wanted_is_done_once(database: Database) -> None:
    """With words and without; afterwards there is nothing to do."""
    for words in (False, True):
        await wanted(database, words=words)
        await scrubbing.scrub(database)
        assert await left(database) == 0
    await scrubbing.scrub(database)


async def test_nothing_is_scrubbed_where_nothing_was_deleted(database: Database) -> None:
    """Else the clock would have every table written anew, hour after hour, for nobody."""
    async with database.begin() as session:
        await scrubbing.erase(session, delete(Team), delete(Person), words=True)
        await notes.expire(session, Tool.AUDIT, [Person(id=1), Person(id=2)])
        await notes.expire_older(session, Tool.MASTERY, than=NOW)
        await retention.forget_old(session, Retention.of(Settings(keep_digests=26)), at=NOW)
        await tools.forget_ended_teams(session)
        await checklist.forget_ended_teams(session)
    assert await left(database) == 0
    async with database.begin() as session:
        await roster.known(session, Actor("T1", "U1"))
        await scrubbing.erase(session, delete(Team), delete(Person), words=True)
    assert await left(database) == 1


async def test_a_reader_holds_it_up_and_then_it_is_done(database: Database) -> None:
    """It stays wanted while somebody still sees what was deleted, and nobody waits for them."""
    opens = database.read if database.on_sqlite else database.begin
    async with opens() as reader:
        if not database.on_sqlite:
            await reader.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
        await reader.scalar(select(func.count()).select_from(PendingScrub))
        await wanted(database)
        async with asyncio.timeout(10):
            await scrubbing.scrub(database)
        assert await left(database) == 1
        await wanted(database)  # others can write meanwhile
    async with asyncio.timeout(10):
        while await left(database):  # as the clock does it, again and again
            await scrubbing.scrub(database)
    assert await left(database) == 0


async def test_a_table_that_is_held_is_scrubbed_later(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits behind a scrubbing that waits itself."""
    monkeypatch.setattr(scrubbing, "TRIES", 2)
    database, other = (db.connect(Settings(database_url=postgres_url).database) for _ in range(2))
    await wanted(database, words=True)
    async with other.begin() as session:
        await session.execute(text("LOCK TABLE team IN ACCESS SHARE MODE"))
        await scrubbing.scrub(database)
        assert await left(database) == 1
        async with asyncio.timeout(10), database.begin() as beside:
            await beside.execute(text("LOCK TABLE team IN ROW EXCLUSIVE MODE"))
    await scrubbing.scrub(database)
    assert await left(database) == 0
    await database.close()
    await other.close()
