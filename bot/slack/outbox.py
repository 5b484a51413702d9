"""Writing down what is to be sent; the dispatcher takes it from there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import insert_new
from bot.slack.models import Delivery, Message, State


@dataclass(frozen=True)
class Draft:
    """What is said: the blocks, and the text that a notification or a screen reader gives."""

    text: str
    blocks: Sequence[dict[str, Any]]
    plainer: Sequence[Sequence[dict[str, Any]]] = ()  # where a block is refused as unsupported
    discreet: bool = False  # leaves no trace here once it is sent or given up, its key neither


@dataclass(frozen=True)
class Target:
    """To whom, when, and a key that names the intent: one key is sent once, ever."""

    key: str
    workspace_id: str
    recipient: str
    due_at: datetime
    give_up_at: datetime | None = None
    thread_of: str | None = None


async def post(session: AsyncSession, draft: Draft, targets: Iterable[Target]) -> None:
    """Send *draft* to every target that has not been written to under its key before."""
    message = Message(
        text=draft.text,
        blocks=list(draft.blocks),
        plainer=[list(blocks) for blocks in draft.plainer] or None,
        discreet=draft.discreet,
    )
    session.add(message)
    await session.flush()
    rows = [
        {
            "key": target.key,
            "message_id": message.id,
            "workspace_id": target.workspace_id,
            "recipient": target.recipient,
            "due_at": target.due_at,
            "give_up_at": target.give_up_at,
            "thread_of": target.thread_of,
        }
        for target in targets
    ]
    await insert_new(session, Delivery, rows)


async def withdraw(session: AsyncSession, prefix: str) -> None:
    """Let what has not been sent under keys that begin with *prefix* stay unsent."""
    await session.execute(
        delete(Delivery).where(
            Delivery.key.startswith(prefix, autoescape=True), Delivery.state == State.WAITING
        )
    )


async def find(session: AsyncSession, key: str) -> Delivery | None:
    """The delivery under this key, with its state and, once sent, its channel and ts."""
    return await session.scalar(select(Delivery).where(Delivery.key == key))


async def forget_recipient(session: AsyncSession, workspace_id: str, recipient: str) -> None:
    """Delete every trace of messages to somebody, sent or not."""
    await session.execute(
        delete(Delivery).where(
            Delivery.workspace_id == workspace_id, Delivery.recipient == recipient
        )
    )


async def forget_words(session: AsyncSession) -> None:
    """Forget what messages said that have reached everybody; that they were sent stays.

    Words of people stand in some of them, and would outlive `/amp forget me` here.
    """
    on_their_way = select(Delivery.message_id).where(Delivery.state != State.SENT)
    await session.execute(
        update(Message)
        .where(Message.text != "", Message.id.not_in(on_their_way))
        .values(text="", blocks=[], plainer=None)
    )


async def sending_moments(session: AsyncSession) -> list[datetime]:
    """When messages that wait are due."""
    waiting = select(Delivery.due_at).where(Delivery.state == State.WAITING)
    return list(await session.scalars(waiting))


async def send_again(session: AsyncSession, key: str, recipient: str, *, at: datetime) -> bool:
    """Let a message that did not arrive be sent to *recipient*; False if it has been sent.

    What waits to stand in its thread goes there with it.
    """
    sent = await session.execute(
        update(Delivery)
        .where(Delivery.key == key, Delivery.state.in_([State.FAILED, State.UNKNOWN]))
        .values(state=State.WAITING, recipient=recipient, due_at=at, failure=None)
    )
    if not sent.rowcount:  # type: ignore[attr-defined]
        return False
    await session.execute(
        update(Delivery)
        .where(Delivery.thread_of == key, Delivery.state == State.WAITING)
        .values(recipient=recipient)
    )
    return True
