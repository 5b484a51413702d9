"""What was deleted leaves the files, also where somebody stands in the way for a while."""

import asyncio
import re
import secrets

import pytest
from sqlalchemy import delete, func, make_url, select, text
from structlog.testing import capture_logs

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
from tests.process import ROOT
from tests.pulse.conftest import NOW

OPERATING = (ROOT / "docs" / "operating.md").read_text()


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


async def test_a_role_that_may_not_scrub_is_told_of_until_it_has_the_rights_of_the_page(
    postgres_url: str,
) -> None:
    """Amp works with less; what then stays a while, in tables and in the server's log, is said."""
    role = f"amp{secrets.token_hex(4)}"
    owner = db.connect(Settings(database_url=postgres_url).database)
    url = make_url(postgres_url).set(username=role).render_as_string(hide_password=False)
    database = db.connect(Settings(database_url=url).database)

    async def let(*statements: str) -> None:
        async with owner.outside_transactions() as connection:
            for statement in statements:
                await connection.execute(text(statement))

    async def scrubs() -> list[str]:
        await wanted(database, words=True)
        with capture_logs() as logs:
            await scrubbing.scrub(database)
        assert await left(database) == 0
        return [line["event"] for line in logs]

    may_work = f"SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}"
    await let(f"CREATE ROLE {role} LOGIN", f"GRANT {may_work}")
    in_tables, in_the_log = (
        f"deleted {what} stay in PostgreSQL's {where} for a while"
        for what, where in (("rows", "tables"), ("words", "log"))
    )
    assert await scrubs() == [in_tables, in_the_log]
    await let(f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {role}")
    granted = re.findall(r"^(GRANT .*) TO amp;$", OPERATING, re.MULTILINE)
    await let(*(f"{statement} TO {role}" for statement in granted))
    assert await scrubs() == []
    await database.close()
    await let(f"DROP OWNED BY {role}", f"DROP ROLE {role}")
    await owner.close()
