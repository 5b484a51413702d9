"""The archive of digests: what they showed is read back, and whatever is shown later made of it."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.digest.models import Digest
from bot.digest.summary import Summary
from bot.pulse.models import AnyRound
from bot.teams.models import Team


async def of(session: AsyncSession, team: Team, *, last: int) -> list[Summary]:
    """The newest *last* digests of a team; where it rests, those of it and the other together."""
    with_it = [AnyRound.sister_id == team.id] if team.rests else []
    return await summaries(session, [team.asking.id], *with_it, last=last)


async def summaries(
    session: AsyncSession,
    team_ids: Collection[int],
    *only: ColumnElement[bool],
    last: int | None = None,
) -> list[Summary]:
    """The digests of these teams as they were told, oldest first; the newest *last* of them.

    Where something is said of rounds, *only* those of which it is true.
    """
    found = await session.scalars(
        select(Digest.summary)
        .join(AnyRound, AnyRound.id == Digest.round_id)
        .where(Digest.team_id.in_(team_ids), *only)
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
