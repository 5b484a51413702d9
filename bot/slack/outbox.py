"""Writing down what is to be sent; the dispatcher takes it from there."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import Text, bindparam, case, cast, delete, func, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot.prepared import Connected
from bot.rows import insert_new
from bot.slack.models import Delivery, Message, State

FORGOTTEN: dict[str, Any] = {"text": "", "blocks": [], "plainer": None}  # what it said
LOST = (State.FAILED, State.UNKNOWN)
MENDABLE = timedelta(weeks=4)  # for which what did not arrive can be sent again
REMEMBERED = timedelta(weeks=13)  # that somebody was written to: by then nobody does so again
TO_CHANNEL = Delivery.recipient.startswith("C") | Delivery.recipient.startswith("G")


class Draft(Struct, frozen=True):
    """What is said: the blocks, and the text that a notification or a screen reader gives."""

    text: str
    blocks: Sequence[dict[str, Any]]
    plainer: Sequence[Sequence[dict[str, Any]]] = ()  # where a block is refused as unsupported
    discreet: bool = False  # leaves no trace here once it is sent or given up, its key neither


class Target(Struct, frozen=True):
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


async def withdraw(
    session: AsyncSession,
    prefix: str,
    *,
    workspace_id: str = "",
    recipient: str = "",
    before: datetime | None = None,
) -> None:
    """Let what has not been sent under keys that begin with *prefix* stay unsent.

    Where a *recipient* or a moment is given, only what goes to them, or is due *before* it.
    """
    begins = Delivery.key.startswith(prefix, autoescape=True)
    to = (Delivery.workspace_id == workspace_id, Delivery.recipient == recipient)
    due = (Delivery.due_at < before,) if before else ()
    await session.execute(
        delete(Delivery).where(
            begins, Delivery.state == State.WAITING, *(to if recipient else ()), *due
        )
    )


async def keys(session: AsyncSession, prefix: str) -> set[str]:
    """What was written down under keys that begin with *prefix*."""
    begins = Delivery.key.startswith(prefix, autoescape=True)
    return set(await session.scalars(select(Delivery.key).where(begins)))


async def progress(connection: Connected, prefix: str, at: datetime) -> tuple[int, int]:
    """Of what was due by *at* under keys that begin with *prefix*: how many went out, of how many.

    What was given up counts as gone out.
    """
    begins = re.sub(r"([/%_])", r"/\1", prefix) + "%"
    [(gone, waiting)] = await connection.rows(_PROGRESS, {"begins": begins, "at": at})
    return gone, gone + waiting


_WAITS = Delivery.state == State.WAITING
_PROGRESS = select(
    func.count().filter(~_WAITS), func.count().filter(_WAITS, Delivery.due_at <= bindparam("at"))
).where(Delivery.key.like(bindparam("begins"), escape="/"))


async def find(session: AsyncSession, key: str) -> Delivery | None:
    """The delivery under this key, with its state and, once sent, its channel and ts."""
    return await session.scalar(select(Delivery).where(Delivery.key == key))


async def forget_recipient(session: AsyncSession, workspace_id: str, recipient: str) -> None:
    """Delete every trace of messages to somebody, sent or not, and of what was said about them.

    What names them and is on its way to others is forgotten as soon as it is sent.
    """
    under_way = select(Delivery.message_id).where(
        Delivery.state.in_([State.WAITING, State.SENDING])
    )
    in_blocks = cast(Message.blocks, Text)
    names = or_(
        Message.text.contains(f"<@{recipient}>"),
        in_blocks.contains(f"<@{recipient}>"),
        in_blocks.contains(f'"{recipient}"'),
    )
    said_here = select(Delivery.message_id).where(Delivery.workspace_id == workspace_id)
    names_them = names & Message.id.in_(said_here)
    await session.execute(
        update(Message).where(names_them, Message.id.not_in(under_way)).values(**FORGOTTEN)
    )
    await session.execute(update(Message).where(names_them).values(discreet=True))
    await session.execute(
        delete(Delivery).where(
            Delivery.workspace_id == workspace_id, Delivery.recipient == recipient
        )
    )
    await sweep(session)


async def sweep(session: AsyncSession) -> None:
    """Forget messages that nobody is to get any more."""
    used = select(Delivery.message_id)
    await session.execute(delete(Message).where(Message.id.not_in(used)))


async def forget_words(session: AsyncSession, *, at: datetime, keep: timedelta) -> None:
    """Forget what messages said that everybody has had for as long as they are to be *kept*.

    That they were sent stays. What did not arrive, and what waits for it in its thread, can be
    sent again for some weeks. Words of people stand in some of them, and would outlive
    `/amp forget me` here.
    """
    root = aliased(Delivery)
    is_under_way = Delivery.state.in_([State.WAITING, State.SENDING])
    is_lost = Delivery.state.in_(LOST) | (is_under_way & root.state.in_(LOST))
    still_said = (
        select(Delivery.message_id)
        .outerjoin(root, root.key == Delivery.thread_of)
        .where(
            case(
                (Delivery.state == State.SENT, Delivery.due_at > at - keep),
                (is_lost, Delivery.due_at > at - MENDABLE),
                else_=true(),
            )
        )
    )
    await session.execute(
        update(Message).where(Message.text != "", Message.id.not_in(still_said)).values(**FORGOTTEN)
    )


async def forget_sent(session: AsyncSession, *, at: datetime) -> None:
    """Forget that people were written to long ago; what went to channels stays."""
    is_over = Delivery.state.in_([State.SENT, *LOST]) & (Delivery.due_at < at - REMEMBERED)
    await session.execute(delete(Delivery).where(~TO_CHANNEL, is_over))


async def sending_moments(session: AsyncSession) -> list[datetime]:
    """When messages that wait are due."""
    waiting = select(Delivery.due_at).where(Delivery.state == State.WAITING)
    return list(await session.scalars(waiting))


async def reword(session: AsyncSession, key: str, drafts: Sequence[Draft]) -> None:
    """Let a message that did not arrive, and what waits in its thread, say what *drafts* say.

    That is for where words are gone. What else waits there without any goes.
    """
    unsent = Delivery.state.in_([State.WAITING, *LOST])
    for number, draft in enumerate(drafts):
        of = select(Delivery.message_id).where(Delivery.key == thread_key(key, number), unsent)
        plainer = [list(blocks) for blocks in draft.plainer] or None
        words = {"text": draft.text, "blocks": list(draft.blocks), "plainer": plainer}
        await session.execute(update(Message).where(Message.id.in_(of)).values(**words))
    wordless = Delivery.message_id.in_(select(Message.id).where(Message.text == ""))
    below = Delivery.thread_of == key, Delivery.state == State.WAITING
    await session.execute(delete(Delivery).where(*below, wordless))


def thread_key(key: str, number: int) -> str:
    """The key of a thread's root, which has number 0, or of what stands below it."""
    return f"{key}:{number}" if number else key


async def send_again(session: AsyncSession, key: str, recipient: str, *, at: datetime) -> bool:
    """Let a message that did not arrive be sent to *recipient*; False if it has been sent.

    Likewise where its words are gone. What waits to stand in its thread goes there with it.
    """
    has_words = select(Message.id).where(Message.text != "")
    sent = await session.execute(
        update(Delivery)
        .where(Delivery.key == key, Delivery.state.in_(LOST), Delivery.message_id.in_(has_words))
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
