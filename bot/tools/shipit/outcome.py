"""What a ShipIt day brought: what people delivered, and whether they'd do it again."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import privacy
from bot.db import upsert
from bot.errors import AmpError
from bot.slack.requests import Actor
from bot.teams.models import Person
from bot.tools.shipit.days import NothingWritten, Stage
from bot.tools.shipit.models import ShipItDay, ShipItDelivery, ShipItVote
from bot.vault import Vault

LENGTH = 500  # characters of what somebody delivered

# In the middle of the five-point scale, so that unanimity can be softened to both sides.
YES, OTHERWISE, NO = 4, 3, 2
VOTES = (YES, OTHERWISE, NO)


class ShipItDayNotBegun(AmpError):
    """Somebody delivers something before the day has begun."""


class ShipItDayCounted(AmpError):
    """The answers to "again?" have been counted already."""


async def deliver(
    session: AsyncSession, day: ShipItDay, person: Person, words: str, *, at: datetime
) -> bool:
    """Keep what somebody delivered, in place of what they said before.

    True when the post that gathers everything is out, so that this one comes after it. Raises
    NothingWritten or ShipItDayNotBegun.
    """
    if not words:
        raise NothingWritten
    if at < day.starts_at:
        raise ShipItDayNotBegun
    row = {"day_id": day.id, "person_id": person.id, "words": words}
    await upsert(session, ShipItDelivery, row)
    return day.stage == Stage.GATHERED


async def delivered(session: AsyncSession, day: ShipItDay) -> list[tuple[str, str]]:
    """Who delivered what: Slack's user id and their words, by the person's id."""
    found = await session.execute(
        select(Person.user_id, ShipItDelivery.words)
        .join(ShipItDelivery, ShipItDelivery.person_id == Person.id)
        .where(ShipItDelivery.day_id == day.id)
        .order_by(Person.id)
    )
    return [(user_id, words) for user_id, words in found]


async def by_person(session: AsyncSession, day: ShipItDay, actor: Actor) -> str | None:
    """What somebody has delivered."""
    return await session.scalar(
        select(ShipItDelivery.words)
        .join(Person, Person.id == ShipItDelivery.person_id)
        .where(
            ShipItDelivery.day_id == day.id,
            Person.workspace_id == actor.workspace_id,
            Person.user_id == actor.user_id,
        )
    )


async def vote(
    session: AsyncSession, vault: Vault, day: ShipItDay, person: Person, value: int
) -> None:
    """Keep whether somebody would do it again, under a token; raises ShipItDayCounted."""
    if day.stage != Stage.GATHERED or value not in VOTES:
        raise ShipItDayCounted
    row = {"day_id": day.id, "token": token(vault, day.id, person), "value": value}
    await upsert(session, ShipItVote, row)


def token(vault: Vault, day_id: int, person: Person) -> bytes:
    """What somebody's vote is kept under; without the secret nobody can tell whose it is."""
    return vault.token("shipit-again", day_id, person.id)


async def count(session: AsyncSession, day: ShipItDay) -> Mapping[int, int]:
    """Count the answers and let go of them; empty below the quorum, softened where all agree."""
    values = await session.scalars(select(ShipItVote.value).where(ShipItVote.day_id == day.id))
    counts = Counter(values)
    await session.execute(delete(ShipItVote).where(ShipItVote.day_id == day.id))
    if counts.total() < privacy.QUORUM:
        return {}
    return privacy.soften_unanimity(counts)
