"""From sealed boxes to the digest's thread: all of a round's comments at once, or none."""

import asyncio
import secrets
from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import privacy
from bot.pulse import overlaps, sealing
from bot.pulse.comments import addresses, boxes
from bot.pulse.comments.models import Comment, ReplyAddress
from bot.pulse.comments.writing import Remark
from bot.pulse.keys import KeyStore
from bot.pulse.models import AnyRound, CommentBox
from bot.vault import Vault


class Released(Struct, frozen=True):
    """A comment as the team reads it; its id is the address of an answer, if it takes one."""

    id: str
    words: str
    takes_answer: bool


async def read(
    session: AsyncSession, keys: KeyStore, vault: Vault, round_: AnyRound
) -> list[Remark]:
    """What was written by those who have a place in the round; for a worker only."""
    private = await sealing.private_key(session, keys, round_.key_name)
    if private is None or not round_.takes_comments:
        return []
    people = (await overlaps.people_of(session, [round_.id]))[round_.id]
    tokens = [boxes.token(vault, round_.id, one) for one in people]
    kept = await sealing.boxes(session, round_.key_name, table=CommentBox)
    return await asyncio.to_thread(boxes.read, private, kept, tokens)


async def keep(
    session: AsyncSession,
    keys: KeyStore,
    vault: Vault,
    round_: AnyRound,
    written: Sequence[Remark],
    *,
    at: datetime,
) -> None:
    """Keep the comments of a round that closes, if they may be shown, until its digest does.

    They are written down in the order of random names: they were read in the order of people.
    """
    if not privacy.comments_may_show(len(written), round_.answered or 0):
        return
    named = sorted((secrets.token_hex(16), one) for one in written)
    session.add_all(Comment(id=id_, round_id=round_.id, words=one.words) for id_, one in named)
    for id_, one in named:
        if one.writer:
            await addresses.of_comment(session, keys, vault, id_, round_, one.writer, at=at)


async def release(session: AsyncSession, round_id: int) -> list[Released]:
    """The comments of a closed round, in random order; this once, since they are deleted here."""
    found = await session.execute(
        select(Comment, ReplyAddress.comment_id)
        .outerjoin(ReplyAddress, ReplyAddress.comment_id == Comment.id)
        .where(Comment.round_id == round_id)
        .order_by(Comment.id)
    )
    released = [Released(one.id, one.words, address is not None) for one, address in found]
    await session.execute(delete(Comment).where(Comment.round_id == round_id))
    return released
