"""Digests on their way to their channels."""

from sqlalchemy import String, cast, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.digest.models import Digest
from bot.slack.models import Delivery, State
from bot.teams.models import Team

PREFIX = "digest:"


def key(round_id: int | str) -> str:
    """The key of a digest's delivery."""
    return f"{PREFIX}{round_id}"


async def newest_has_arrived(session: AsyncSession, team: Team) -> bool:
    """Whether the team's newest digest was delivered."""
    newest = await session.scalar(
        select(Delivery.state)
        .join(Digest, Delivery.key == literal(PREFIX) + cast(Digest.round_id, String))
        .where(Digest.team_id == team.id)
        .order_by(Digest.round_id.desc())
        .limit(1)
    )
    return newest == State.SENT
