"""What the clock does about messages that did not arrive: tell whose business they are."""

from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, due
from bot.db import Database
from bot.errors import AmpError
from bot.slack.models import Delivery
from bot.teams import telling
from bot.teams.undelivered import blocks, kinds
from bot.teams.undelivered.kinds import Kinds
from bot.words import Words


async def tell_due(database: Database, say: Words, undeliverable: Kinds) -> None:
    """Tell of what did not reach its channel, or may not have, once for each attempt."""
    async with database.read() as session:
        stuck = await kinds.stuck(session, undeliverable, at=clock.now())

    async def tell(session: AsyncSession, delivery_id: int) -> None:
        await _tell(session, say, undeliverable, delivery_id)

    await due.each_in_transaction(database, stuck, tell, failed="nobody was told of a failure")


async def _tell(session: AsyncSession, say: Words, all_kinds: Kinds, delivery_id: int) -> None:
    delivery = await session.get_one(Delivery, delivery_id)
    kind = kinds.kind_of(all_kinds, delivery.key)
    try:
        undelivered = await kind.find(session, delivery)
    except AmpError:  # nobody waits for it any more
        return
    await telling.people(
        session,
        say,
        undelivered.people,
        kinds.key_of_telling(delivery),
        lambda words: blocks.draft(words, kind, delivery, undelivered),
        at=clock.now(),
    )
