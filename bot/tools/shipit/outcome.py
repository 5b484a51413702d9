"""What a ShipIt day brought: what people delivered, and whether they'd do it again."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import privacy
from bot.errors import AmpError
from bot.pulse import beside, sealing
from bot.pulse.beside import Kind
from bot.pulse.keys import KeyStore
from bot.rows import upsert
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
    await sealing.put(session, vault, day.seal, _token(vault, day.id, person.id), value)


async def _team_id(_: AsyncSession, day: ShipItDay) -> int:
    return day.team_id


AGAIN = Kind(
    ShipItDay,
    (ShipItDay.stage == Stage.GATHERED) & ShipItDay.seal.is_(None),
    _team_id,
    select(ShipItVote, ShipItDay.seal, ShipItVote.value)
    .join(ShipItDay, ShipItDay.id == ShipItVote.day_id)
    .where(ShipItDay.seal.is_not(None)),
)


def _token(vault: Vault, day_id: int, person_id: int) -> bytes:
    return vault.token("shipit-again", day_id, person_id)


async def count(
    session: AsyncSession, keys: KeyStore, vault: Vault, day: ShipItDay, *, at: datetime
) -> Mapping[int, int] | None:
    """Count the answers and let go of them; empty below the quorum, softened where all agree.

    None while another worker may have the key. Whoever was forgotten since is not counted.
    """
    team = await session.get_one(Team, day.team_id)
    may_answer = Person.workspace_id == team.workspace_id, Person.wants_no_part.is_(False)
    people = await session.scalars(select(Person.id).where(*may_answer))
    tokens = (_token(vault, day.id, id_) for id_ in people)
    until = day.asked_until or at
    said = await beside.close(session, keys, day.seal, tokens, until=until, at=at)
    if said is None:
        return None
    await session.execute(delete(ShipItVote).where(ShipItVote.day_id == day.id))
    counts = Counter(said)
    if counts.total() < privacy.QUORUM:
        return {}
    return privacy.soften_unanimity(counts)
