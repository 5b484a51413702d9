"""What is due is done one by one, each in a transaction of its own."""

from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import Database
from bot.slack.listening import describe

log = structlog.get_logger()

T = TypeVar("T")


async def each(
    due: Iterable[T], work: Callable[[T], Awaitable[object]], *, failed: str, name: str = "id"
) -> None:
    """Do *work* for everything that is *due*; what fails is logged, and stops none of the others.

    The line in the log is *failed*, with what it failed for under *name*: an id, no more.
    """
    for one in due:
        try:
            await work(one)
        except Exception as error:
            log.error(failed, **{name: one}, **describe(error))


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
