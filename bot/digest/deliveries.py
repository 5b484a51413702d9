"""Digests on their way to their channels."""

from sqlalchemy import ColumnElement, String, cast, literal, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from bot.digest.models import Digest
from bot.slack.models import Delivery, State
from bot.teams.models import Team

PREFIX, SISTER = "digest:", "sister:"


def key(round_id: int | str) -> str:
    """The key of a digest's delivery."""
    return f"{PREFIX}{round_id}"


def sister_key(round_id: int) -> str:
    """The same of a digest of two teams, for the channel of the one that does not host."""
    return f"{PREFIX}{SISTER}{round_id}"


def key_of(round_id: InstrumentedAttribute[int]) -> ColumnElement[str]:
    """The same, for every row of a query."""
    return literal(PREFIX) + cast(round_id, String)


async def newest_has_arrived(session: AsyncSession, team: Team) -> bool:
    """Whether the team's newest digest stands in the channel to which its digests go now."""
    arrived = (Delivery.state == State.SENT) & (Delivery.recipient == team.digest_channel_id)
    newest = await session.scalar(
        select(arrived)
        .join(Digest, Delivery.key == key_of(Digest.round_id))
        .where(Digest.team_id == team.id)
        .order_by(Digest.round_id.desc())
        .limit(1)
    )
    return bool(newest)
