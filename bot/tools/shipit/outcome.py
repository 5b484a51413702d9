"""What a ShipIt day brought: what people delivered, and whether they'd do it again."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import privacy, scrubbing
from bot.db import upsert
from bot.errors import AmpError
from bot.pulse import sealing
from bot.pulse.keys import KeyStore, KeysUnreachable
from bot.slack.requests import Actor
from bot.teams.models import Person, Team
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
    """Seal whether somebody would do it again; raises ShipItDayCounted or CannotSeal."""
    if day.stage != Stage.GATHERED or value not in VOTES:
        raise ShipItDayCounted
    await sealing.put(session, vault, day.seal, _token(vault, day.id, person), value)


async def adopt(session: AsyncSession, vault: Vault) -> None:
    """Seal what the version before keeps in the open, as soon as there is a seal for it."""
    found = await session.execute(
        select(ShipItVote, ShipItDay.seal)
        .join(ShipItDay, ShipItDay.id == ShipItVote.day_id)
        .where(ShipItDay.seal.is_not(None))
    )
    for vote, seal in found.all():
        await sealing.put(session, vault, seal, vote.token, vote.value)
        await session.delete(vote)
        await scrubbing.want(session, words=True)


def _token(vault: Vault, day_id: int, person: Person) -> bytes:
    return vault.token("shipit-again", day_id, person.id)


async def count(
    session: AsyncSession, keys: KeyStore, vault: Vault, day: ShipItDay, *, at: datetime
) -> Mapping[int, int]:
    """Count the answers and let go of them; empty below the quorum, softened where all agree.

    Whoever was forgotten since is not counted. Raises KeysUnreachable while the key may come back.
    """
    said = await sealing.said(session, keys, day.seal)
    if said is None and day.seal and at < (day.asked_until or at) + sealing.GIVEN_UP:
        raise KeysUnreachable
    team = await session.get_one(Team, day.team_id)
    known = await session.scalars(select(Person).where(Person.workspace_id == team.workspace_id))
    tokens = {_token(vault, day.id, one) for one in known if not one.wants_no_part}
    counts = Counter(value for token, value in (said or {}).items() if token in tokens)
    await session.execute(delete(ShipItVote).where(ShipItVote.day_id == day.id))
    await sealing.shut(session, day.seal)
    if counts.total() < privacy.QUORUM:
        return {}
    return privacy.soften_unanimity(counts)
