"""Amp's clock follows that of the local Slack."""

import pytest
from sqlalchemy import bindparam, delete, select

from bot import sqlite
from bot.demo.passing import ClockFollower
from bot.demo.playing import playing
from bot.rows import insert_new
from bot.slack.models import Lease


async def test_what_is_due_is_asked_anew_where_something_was_written() -> None:
    """Looking at every line of the timetable was half of what a past cost."""
    async with playing() as demo:
        follower, database = ClockFollower(demo.amp), demo.amp.database
        await follower.next_stop()
        looked = []
        for _ in range(20):
            async with database.read() as session:
                await session.execute(select(Lease))
            looked.append(await _looks(follower))
        assert not all(looked), "the timetable may have written something, and not each time"
        async with database.begin() as session:
            await insert_new(session, Lease, [{"name": "the test"}])
        assert await _looks(follower)
        async with database.writes() as connection:
            its = delete(Lease).where(Lease.name == bindparam("of"))
            await connection.write(its, {"of": "the test"})
        assert await _looks(follower)


async def test_who_looks_while_something_is_being_written_looks_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a look found before a commit was through holds only until then."""
    async with playing() as demo:
        follower, database = ClockFollower(demo.amp), demo.amp.database
        commits = sqlite.Connection.commit

        async def commit(connection: sqlite.Connection) -> None:
            if connection.in_transaction:
                await _looks(follower)
            await commits(connection)

        async with database.begin() as session:
            await insert_new(session, Lease, [{"name": "the test"}])
            monkeypatch.setattr(sqlite.Connection, "commit", commit)
        monkeypatch.undo()
        assert await _looks(follower)


async def _looks(follower: ClockFollower) -> bool:
    """Whether the follower asks the rows for its next stop."""
    before = follower._plan
    await follower.next_stop()
    return follower._plan is not before
