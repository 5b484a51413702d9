"""The queue of what is to be sent, asked in SQL: what is due, what is too late, what is no use."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, exists, inspect, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot import scrubbing
from bot.slack.models import Delivery, Lease, Message, State
from bot.slack.posting import Dispatch

Root = aliased(Delivery, name="root")


def _is_due(at: Any) -> tuple[ColumnElement[bool], ...]:
    """A reply waits until the root of its thread is sent."""
    return Delivery.due_at <= at, or_(Delivery.thread_of.is_(None), Root.state == State.SENT)


def _too_late(at: Any) -> tuple[ColumnElement[bool], ...]:
    return Delivery.state.in_([State.WAITING, State.SENDING]), Delivery.give_up_at < at


# What each look costs, written once.
_HAS_LATE = select(exists().where(*_too_late(bindparam("at"))))
_WORKSPACES = (
    select(Delivery.workspace_id)
    .outerjoin(Root, Root.key == Delivery.thread_of)
    .where(Delivery.state.in_([State.WAITING, State.SENDING]), *_is_due(bindparam("at")))
    .distinct()
)
_DUE = (
    select(Delivery, Root.ts)
    .outerjoin(Root, Root.key == Delivery.thread_of)
    .where(
        Delivery.workspace_id == bindparam("workspace"),
        Delivery.state == bindparam("state"),
        *_is_due(bindparam("at")),
    )
    .order_by(Delivery.due_at, Delivery.id)
    .limit(bindparam("limit"))
)


async def has_late(session: AsyncSession, at: datetime) -> bool:
    """Whether something is too late for its recipient."""
    return bool(await session.scalar(_HAS_LATE, {"at": at}))


async def workspaces_with_work(session: AsyncSession, at: datetime) -> Sequence[str]:
    """The workspaces that have something to be sent, or to be looked up."""
    return (await session.scalars(_WORKSPACES, {"at": at})).all()


async def due(
    session: AsyncSession, workspace_id: str, state: State, limit: int, *, at: datetime
) -> list[Dispatch]:
    """The next deliveries of a workspace, in the order they are due."""
    values = {"workspace": workspace_id, "state": state, "limit": limit, "at": at}
    return [
        Dispatch(
            id=delivery.id,
            key=delivery.key,
            workspace_id=workspace_id,
            recipient=delivery.recipient,
            message=delivery.message,
            attempts=delivery.attempts,
            asked_at=delivery.asked_at,
            thread_ts=thread_ts,
        )
        for delivery, thread_ts in await session.execute(_DUE, values)
    ]


async def has_discreet(session: AsyncSession, workspace_id: str, *, at: datetime) -> bool:
    """Whether something is due there that shall leave no trace here once it is sent."""
    found = await session.scalar(
        select(Delivery.id)
        .join(Message, Message.id == Delivery.message_id)
        .outerjoin(Root, Root.key == Delivery.thread_of)
        .where(
            Delivery.workspace_id == workspace_id,
            Delivery.state == State.WAITING,
            Message.discreet,
            *_is_due(at),
        )
        .limit(1)
    )
    return found is not None


# What each message costs twice, written once, as tables: what has an object behind it takes longer.
_row, _lane = inspect(Delivery).local_table.c, inspect(Lease).local_table.c
_said = inspect(Message).local_table.c
# The delivery as we know it: nobody has sent it, or looked it up, since we read it.
_UNTOUCHED = _row.id == bindparam("delivery"), _row.attempts == bindparam("known")
_LEASE_IS_OURS = exists().where(
    _lane.name == bindparam("lease"),
    _lane.held_by == bindparam("holder"),
    _lane.held_until > bindparam("least"),
)
MARK = (
    update(_row.id.table)
    .where(
        *_UNTOUCHED,
        _row.state == State.WAITING,
        _row.due_at <= bindparam("asked"),  # nobody has put it off either
        _LEASE_IS_OURS,
    )
    .values(
        state=State.SENDING,
        attempts=bindparam("attempt"),
        asked_at=bindparam("asked"),
        due_at=bindparam("due"),
    )
)
WRITE_DOWN = (
    update(_row.id.table)
    .where(*_UNTOUCHED, _row.state == State.SENDING)
    .values(
        state=bindparam("outcome"),
        failure=bindparam("why"),
        channel_id=bindparam("channel"),
        ts=bindparam("posted"),
        due_at=bindparam("due"),
    )
)
# The last of it; not where it is to leave no trace by now, whatever it was when it was read.
WRITE_DOWN_FOR_GOOD = WRITE_DOWN.where(~exists().where(_said.id == _row.message_id, _said.discreet))
FORGET = delete(_row.id.table).where(*_UNTOUCHED, _row.state == State.SENDING)
FORGET_WORDS = delete(_said.id.table).where(  # once nobody is to get them any more
    _said.id == bindparam("message"), ~exists().where(_row.message_id == _said.id)
)


async def give_up(session: AsyncSession, at: datetime) -> None:
    """What is too late for its recipient is not sent any more; what is discreet is forgotten."""
    discreet = select(Message.id).where(Message.discreet)
    gone = await session.execute(
        delete(Delivery).where(*_too_late(at), Delivery.message_id.in_(discreet))
    )
    if gone.rowcount:  # type: ignore[attr-defined]
        await scrubbing.want(session, words=True)
    used = select(Delivery.message_id)
    await session.execute(delete(Message).where(Message.discreet, Message.id.not_in(used)))
    await session.execute(
        update(Delivery)
        .where(Delivery.state == State.WAITING, Delivery.give_up_at < at)
        .values(state=State.FAILED, failure="too_late")
    )
