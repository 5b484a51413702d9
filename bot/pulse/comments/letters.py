"""The worker's side of an address: what its letters ask for, and when it has had its time."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import scrubbing
from bot.pulse import sealing
from bot.pulse.comments import addresses, boxes
from bot.pulse.comments.addresses import THE_ANSWER
from bot.pulse.comments.models import Letter, ReplyAddress
from bot.vault import Vault


class Mailbox(Struct, frozen=True):
    """An address with its letters, as they were read."""

    address: ReplyAddress
    letters: Sequence[Letter]

    @property
    def answer(self) -> Letter | None:
        return next((one for one in self.letters if one.token == THE_ANSWER), None)

    def is_over(self, at: datetime) -> bool:
        """Whether nothing can come of it any more, whatever its letters say."""
        if self.answer and self.answer.due_at:
            return self.answer.due_at + sealing.GIVEN_UP <= at
        return self.address.expires_on <= at.date()


class Task(Struct, frozen=True):
    """What the letters come to: an answer that is due for *writer*, and whether it is burned.

    The writer is empty where nobody is to be reached.
    """

    writer: str
    is_burned: bool = False
    words: str = ""
    key: str = ""  # of the message, by which it is found again; it stands in no row


def read(private_key: bytes, mail: Mailbox, *, at: datetime) -> Task:
    """Open the letters; raises nacl's CryptoError when the key is not their own."""
    writer = str(boxes.opened(private_key, mail.address.sealed, boxes.ADDRESS)["writer"])
    told = [_opened(private_key, letter) for letter in mail.letters if letter.due_at is None]
    for one in (one for one in told if one["writer"] == writer):
        if one["kind"] == "burn":
            return Task(writer, is_burned=True)
        writer = ""
    if mail.answer is None or mail.answer.due_at is None or mail.answer.due_at > at:
        return Task(writer)
    due = _opened(private_key, mail.answer)
    return Task(writer, words=due["words"], key=due["key"])


async def waiting(session: AsyncSession, at: datetime) -> list[Mailbox]:
    """The addresses for which there is something to do."""
    due = Letter.due_at.is_(None) | (Letter.due_at <= at)
    has_mail = exists().where(Letter.comment_id == ReplyAddress.comment_id, due)
    found = await session.scalars(
        select(ReplyAddress).where(or_(ReplyAddress.expires_on <= at.date(), has_mail))
    )
    return [Mailbox(address, await _letters(session, address)) for address in found]


async def put_away(session: AsyncSession, vault: Vault, mail: Mailbox, writer: str) -> None:
    """What was asked of an address is done, and it goes on, sealed anew to its *writer*.

    Which of many was changed by that is not to be seen.
    """
    address = mail.address
    sealed = addresses.to(await sealing.public_key(session, vault, address.seal), writer)
    await session.execute(
        update(ReplyAddress)
        .where(ReplyAddress.comment_id == address.comment_id)
        .values(sealed=sealed)
    )
    done = [letter.token for letter in mail.letters if letter.due_at is None]
    await session.execute(
        delete(Letter).where(Letter.comment_id == address.comment_id, Letter.token.in_(done))
    )
    await scrubbing.want(session)


async def delete_address(session: AsyncSession, address: ReplyAddress) -> None:
    """Delete an address, every letter to it, and its row's half of the key."""
    for table in (Letter, ReplyAddress):
        await session.execute(delete(table).where(table.comment_id == address.comment_id))
    await sealing.shut(session, address.seal)


async def moments(session: AsyncSession) -> list[datetime]:
    """When the answers that wait are due."""
    found = await session.scalars(select(Letter.due_at).where(Letter.due_at.is_not(None)))
    return [at for at in found if at]


async def _letters(session: AsyncSession, address: ReplyAddress) -> Sequence[Letter]:
    found = await session.scalars(
        select(Letter).where(Letter.comment_id == address.comment_id).order_by(Letter.token)
    )
    return found.all()


def _opened(private_key: bytes, letter: Letter) -> dict[str, Any]:
    return boxes.opened(private_key, letter.sealed, boxes.LETTER)
