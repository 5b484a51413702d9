"""What is due is done one by one, each in a transaction of its own."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import Database
from bot.slack.failures import describe

log = structlog.get_logger()

T = TypeVar("T")


async def each(
    due: Iterable[T],
    work: Callable[[T], Awaitable[object]],
    *,
    failed: str,
    name: str = "id",
    together: int = 1,
) -> None:
    """Do *work* for everything that is *due*; what fails is logged, and stops none of the others.

    The line in the log is *failed*, with what it failed for under *name*: an id, no more. Of what
    waits for Slack, several go *together*, so that a slow one keeps nobody waiting.
    """
    turns = asyncio.Semaphore(together)

    async def attempt(one: T) -> None:
        async with turns:
            try:
                await work(one)
            except Exception as error:
                log.error(failed, **{name: one}, **describe(error))

    await asyncio.gather(*(attempt(one) for one in due))


async def each_in_transaction(
    database: Database,
    due: Iterable[T],
    work: Callable[[AsyncSession, T], Awaitable[object]],
    *,
    failed: str,
    name: str = "id",
) -> None:
    """The same, with a transaction for each."""

    async def in_transaction(one: T) -> None:
        async with database.begin() as session:
            await work(session, one)

    await each(due, in_transaction, failed=failed, name=name)
