"""A command, click or form is carried out once: a replayed one changes nothing.

Slack has no nonce: a signature is good for five minutes, in which the same body may come again.
What writes is remembered in the database, in the transaction of what it did; what only reads
leaves no trace there, and is remembered by the process alone.

Events are left alone: Slack repeats those that failed, so their listeners may only do what can
be done twice (read the roster again, draw Home again). An answer to a message can't, nor can what
a step of a workflow does, which is still to be ended when its event comes again.
"""

from collections import OrderedDict
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.rows import insert_new
from bot.slack.models import HandledRequest
from bot.slack.requests import IncomingMessage, Request
from bot.vault import Vault

# A day would do for a signature of five minutes, were it not for midnight: days are all we keep.
KEEP = timedelta(days=2)
REMEMBERED = 10_000  # requests that a process remembers

_recent: OrderedDict[str, None] = OrderedDict()


def is_replay(body: Mapping[str, Any]) -> bool:
    """Whether this process has met this request before; it has from now on."""
    name = _idempotency_key(body)
    if name is None:
        return False
    if name in _recent:
        return True
    _recent[name] = None
    if len(_recent) > REMEMBERED:
        _recent.popitem(last=False)
    return False


async def take(session: AsyncSession, vault: Vault, body: Mapping[str, Any]) -> bool:
    """Whether no process has carried this request out; with the transaction, it is carried out."""
    name = _idempotency_key(body)
    return name is None or await _take(session, vault, name)


async def take_said(session: AsyncSession, vault: Vault, said: IncomingMessage) -> bool:
    """The same for a message that somebody wrote to us: it is answered once, if at all."""
    return await _take(session, vault, f"{said.actor.workspace_id}:{said.channel_id}:{said.ts}")


async def take_run(session: AsyncSession, vault: Vault, step: Request) -> bool:
    """The same for a step: whether this run of it has done nothing so far."""
    return await _take(session, vault, f"{step.actor.workspace_id}:{step.execution_id}")


async def _take(session: AsyncSession, vault: Vault, name: str) -> bool:
    row = {"token": vault.token("seen", name), "day": clock.now().date()}
    return bool(await insert_new(session, HandledRequest, [row]))


def _idempotency_key(body: Mapping[str, Any]) -> str | None:
    """What is unique to a command, a click or a form: Slack gives each its own trigger."""
    return body.get("trigger_id") or None


async def forget(session: AsyncSession, at: datetime) -> None:
    """Forget what can no longer be replayed."""
    await session.execute(delete(HandledRequest).where(HandledRequest.day < (at - KEEP).date()))
