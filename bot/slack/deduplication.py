"""A command or a click is taken once: a replayed one changes nothing.

Events are left alone: Slack repeats those that failed, so their listeners may only do what can
be done twice (read the roster again, draw Home again).
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from slack_bolt.response import BoltResponse
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database, insert_new
from bot.slack.models import HandledRequest
from bot.vault import Vault

KEEP = timedelta(days=2)  # a signature is good for five minutes; this spares a finer clock


async def once(
    body: Mapping[str, Any],
    database: Database,
    vault: Vault,
    next: Callable[[], Awaitable[None]],
) -> BoltResponse | None:
    """A Bolt middleware: lets a request through the first time, answers 200 afterwards."""
    name = _name(body)
    if name is not None:
        async with database.begin() as session:
            row = {"token": vault.token("seen", name), "day": clock.now().date()}
            fresh = await insert_new(session, HandledRequest, [row])
        if not fresh:
            return BoltResponse(status=200, body="")
    await next()
    return None


def _name(body: Mapping[str, Any]) -> str | None:
    """What is unique to a command or a click: Slack gives each its own trigger."""
    return body.get("trigger_id") or None


async def forget(session: AsyncSession, at: datetime) -> None:
    """Forget what can no longer be replayed."""
    await session.execute(delete(HandledRequest).where(HandledRequest.day < (at - KEEP).date()))
