"""The archive of digests: what they showed is read back, and whatever is shown later made of it."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.digest.models import Digest
from bot.digest.summary import Summary
from bot.teams.models import Team


async def summaries(
    session: AsyncSession, team_ids: Collection[int], *, last: int | None = None
) -> list[Summary]:
    """The digests of these teams as they were told, oldest first; the newest *last* of them."""
    found = await session.scalars(
        select(Digest.summary)
        .where(Digest.team_id.in_(team_ids))
        .order_by(Digest.team_id.desc(), Digest.number.desc())
        .limit(last)
    )
    return [Summary.read(stored) for stored in found][::-1]


async def steps(session: AsyncSession, team: Team, *, last: int) -> dict[int, str | None]:
    """Which line of the checklist the newest *last* digests led to, by their rounds' numbers."""
    step = Digest.summary["step"].as_string()
    newest = select(Digest.number, step).where(Digest.team_id == team.id)
    found = await session.execute(newest.order_by(Digest.number.desc()).limit(last))
    return {row.number: row[1] for row in found}
