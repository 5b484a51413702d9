"""Amp's clock follows that of the local Slack."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import bindparam, delete, select, update

from bot import sqlite
from bot.demo.passing import ClockFollower
from bot.demo.playing import playing
from bot.digest.rollup.models import RollUp
from bot.rows import insert_new
from bot.slack.models import Lease

LEASE = {"name": "the test"}
ROLL_UP = {
    "workspace_id": "T0TEST",
    "channel_id": "C0TEST",
    "zone": "UTC",
    "set_by": "",
    "set_at": datetime(2026, 6, 3, tzinfo=UTC),
}
THE_MONTH = "roll up the month"  # which is read from these


async def test_only_those_lines_are_asked_whose_tables_were_written() -> None:
    """Looking at every line of the timetable was half of what a past cost."""
    async with playing() as demo:
        follower, database = ClockFollower(demo.amp), demo.amp.database
        assert len(await _asked(follower)) > 5
        async with database.read() as session:
            await session.execute(select(Lease).join(RollUp, RollUp.zone == Lease.name))
        assert not await _asked(follower)
        async with database.begin() as session:
            await insert_new(session, Lease, [LEASE])
        assert not await _asked(follower)
        async with database.begin() as session:
            await insert_new(session, RollUp, [ROLL_UP])
        assert await _asked(follower) == [THE_MONTH]
        async with database.begin() as session:
            await session.execute(update(RollUp).values(zone="Europe/Berlin"))
        assert await _asked(follower) == [THE_MONTH]


async def test_all_lines_are_asked_where_something_was_deleted() -> None:
    """What goes with it, by a foreign key, the statement doesn't say."""
    async with playing() as demo:
        follower, database = ClockFollower(demo.amp), demo.amp.database
        lines = await _asked(follower)
        async with database.writes() as connection:
            its = delete(Lease).where(Lease.name == bindparam("of"))
            await connection.write(its, {"of": "the test"})
        assert await _asked(follower) == lines


async def test_a_line_is_asked_anew_once_its_moment_has_come() -> None:
    """The months of a roll-up are counted from the present, whatever the rows say."""
    async with playing() as demo:
        follower, database = ClockFollower(demo.amp), demo.amp.database
        async with database.begin() as session:
            await insert_new(session, RollUp, [ROLL_UP])
        told = []
        for _ in range(3):
            stop = await follower.next_stop()
            assert stop is not None
            await follower.moved(stop - datetime.now(UTC))
            told.append((stop.year, stop.month))
        assert len(set(told)) == len(told), told


async def test_who_looks_while_something_is_being_written_looks_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a look found before a commit was through holds only until then."""
    async with playing() as demo:
        follower, database = ClockFollower(demo.amp), demo.amp.database
        commits = sqlite.Connection.commit

        async def commit(connection: sqlite.Connection) -> None:
            if connection.in_transaction:
                await _asked(follower)
            await commits(connection)

        async with database.begin() as session:
            await insert_new(session, RollUp, [ROLL_UP])
            monkeypatch.setattr(sqlite.Connection, "commit", commit)
        monkeypatch.undo()
        assert THE_MONTH in await _asked(follower)


async def _asked(follower: ClockFollower) -> list[str]:
    """The names of the lines that the follower asks for its next stop."""
    asked, ask = [], follower._ask

    async def noted(session: Any, line: Any) -> Any:
        asked.append(line.name)
        return await ask(session, line)

    follower._ask = noted  # type: ignore[method-assign]
    try:
        await follower.next_stop()
    finally:
        follower._ask = ask  # type: ignore[method-assign]
    return asked
