"""What a ShipIt day brought: what people delivered, and whether they'd do it again."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import privacy
from bot.db import upsert
from bot.errors import AmpError
from bot.teams.models import Person
from bot.tools.models import ShipItAgain, ShipItDay, ShipItPiece
from bot.tools.shipit.days import Stage
from bot.vault import Vault

LONGEST = 500  # characters of what somebody delivered

# In the middle of the five-point scale, so that unanimity can be softened to both sides.
YES, OTHERWISE, NO = 4, 3, 2
AGAIN = {YES: "Yes, again", OTHERWISE: "Yes, but differently", NO: "Rather not"}


class NotBegun(AmpError):
    """The day has not begun yet. When it has, this is where you say what you made."""


class AskedNoMore(AmpError):
    """The answers have been counted already, so nothing was changed. The channel has read what came
    of it."""


async def deliver(
    session: AsyncSession, day: ShipItDay, person: Person, words: str, *, at: datetime
) -> bool:
    """Keep what somebody delivered, in place of what they said before; raises NotBegun.

    True when the post that gathers everything is out, so that this one comes after it.
    """
    if at < day.starts_at:
        raise NotBegun
    row = {"day_id": day.id, "person_id": person.id, "words": words}
    await upsert(session, ShipItPiece, row)
    return day.stage == Stage.GATHERED


async def delivered(session: AsyncSession, day: ShipItDay) -> list[tuple[Person, str]]:
    """Who delivered what, by the person's id."""
    found = await session.execute(
        select(Person, ShipItPiece.words)
        .join(ShipItPiece, ShipItPiece.person_id == Person.id)
        .where(ShipItPiece.day_id == day.id)
        .order_by(Person.id)
    )
    return [(person, words) for person, words in found]


async def of_person(session: AsyncSession, day: ShipItDay, person: Person) -> str | None:
    piece = await session.get(ShipItPiece, (day.id, person.id))
    return piece.words if piece else None


async def vote(
    session: AsyncSession, vault: Vault, day: ShipItDay, person: Person, value: int
) -> None:
    """Keep whether somebody would do it again, under a token; raises AskedNoMore."""
    if day.stage != Stage.GATHERED or value not in AGAIN:
        raise AskedNoMore
    token = vault.token("shipit-again", day.id, person.id)
    await upsert(session, ShipItAgain, {"day_id": day.id, "token": token, "value": value})


async def count(session: AsyncSession, day: ShipItDay) -> Mapping[int, int]:
    """Count the answers and let go of them; empty below the quorum, softened where all agree."""
    values = await session.scalars(select(ShipItAgain.value).where(ShipItAgain.day_id == day.id))
    counts = Counter(values)
    await session.execute(delete(ShipItAgain).where(ShipItAgain.day_id == day.id))
    if counts.total() < privacy.QUORUM:
        return {}
    return privacy.soften_unanimity(counts)
