"""One helper goes over what is due."""

import asyncio

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from structlog.testing import capture_logs

from bot import due
from bot.db import Database
from bot.slack.models import Lease


async def test_one_that_fails_stops_none_of_the_others(database: Database) -> None:
    """It is rolled back and logged with its id, and without its reason."""

    async def work(session: AsyncSession, number: int) -> None:
        session.add(Lease(name=f"lease {number}"))
        if number == 2:
            raise ValueError("what somebody wrote")

    with capture_logs() as logs:
        await due.each_in_transaction(database, [1, 2, 3], work, failed="work failed", name="team")

    [line] = logs
    assert (line["event"], line["team"], line["error"]) == ("work failed", 2, "ValueError")
    assert "somebody" not in repr(logs)
    async with database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Lease)) == 2


async def test_what_waits_long_keeps_nobody_waiting_that_goes_together_with_it() -> None:
    """A team of a thousand people and one of seven are asked side by side."""
    small_is_done = asyncio.Event()

    async def work(team: str) -> None:
        await small_is_done.wait() if team == "large" else small_is_done.set()

    await due.each(["large", "small"], work, failed="work failed", together=2)


async def test_being_stopped_is_no_failure(database: Database) -> None:
    """Who is told to stop stops."""

    async def stopped(_: AsyncSession, number: int) -> None:
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await due.each_in_transaction(database, [1, 2], stopped, failed="work failed")
