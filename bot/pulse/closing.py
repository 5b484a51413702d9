"""Closing a round early: not before a day is over, unless everybody has answered."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.pulse import sealing, tallies
from bot.pulse.keys import KeyStore
from bot.pulse.models import AnyRound
from bot.vault import Vault

SHORTEST = timedelta(hours=24)  # that a round is open, unless everybody has answered
LOOKS_EVERY = timedelta(hours=1)  # whether everybody has, once a lead wants it closed


def earliest_end(round_: AnyRound, at: datetime) -> datetime:
    """When an open round may close of which somebody has not answered."""
    return max(at, round_.opened_at + SHORTEST)


async def look(
    session: AsyncSession, keys: KeyStore, vault: Vault, round_: AnyRound, *, at: datetime
) -> None:
    """Close a round that a lead wants closed if everybody has answered; else look again later.

    Whose boxes they are only their inside tells: a worker opens them, counts, and forgets. One
    that has not the key leaves it to another.
    """
    may_be_all = await sealing.how_many(session, round_.key_name) >= round_.asked
    answered = await tallies.read(session, keys, vault, round_) if may_be_all else []
    if answered is None:
        return
    round_.looks_at = at + LOOKS_EVERY
    if may_be_all and len(answered) == round_.asked:
        round_.closes_at = at


async def due_to_look(session: AsyncSession, at: datetime) -> list[int]:
    """The ids of rounds of which it should be seen by now whether everybody has answered."""
    found = await session.scalars(
        select(AnyRound.id).where(
            AnyRound.closed_at.is_(None), AnyRound.looks_at <= at, AnyRound.closes_at > at
        )
    )
    return list(found)
