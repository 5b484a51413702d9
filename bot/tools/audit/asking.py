"""Asking the team for its own audit, and reading what it answered."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.framework.content import Content
from bot.privacy import QUORUM
from bot.pulse import closing, early, rounds, tallies
from bot.pulse.keys import RoundKey
from bot.rows import insert_new
from bot.teams import roster
from bot.teams.models import Team
from bot.tools.audit import profiles
from bot.tools.audit.models import AuditReading, AuditRound, AuditWish


class TooFewToAsk(AmpError):
    """A team is too small for its answers ever to be shown."""


class AuditOpen(AmpError):
    """The team is being asked already."""


class AuditedThisWeek(AmpError):
    """The team has been asked this week."""


async def wish(session: AsyncSession, team: Team, *, at: datetime) -> None:
    """Let the worker ask the team.

    Raises OutOfReach, NobodyLeft, AuditOpen, AuditedThisWeek or TooFewToAsk.
    """
    await _may_open(session, team, at=at)
    if len((await roster.read(session, team)).own.counted) < QUORUM:
        raise TooFewToAsk(quorum=QUORUM)
    await insert_new(session, AuditWish, [{"team_id": team.id, "wished_at": at}])


async def open_for(
    session: AsyncSession, team: Team, content: Content, key: RoundKey, *, at: datetime
) -> AuditRound:
    """Open an audit for everybody in the team, at once.

    Raises OutOfReach, NobodyLeft, AuditOpen, AuditedThisWeek or NobodyToAsk.
    """
    await _may_open(session, team, at=at)
    wordings = {sign.id: 1 for sign in content.signs}
    return await rounds.open_at_once(session, team, AuditRound, wordings, key, at=at)


async def _may_open(session: AsyncSession, team: Team, *, at: datetime) -> None:
    early.check_reach(team)
    if await current(session, team):
        raise AuditOpen
    if await rounds.happened_this_week(session, team, AuditRound, at=at):
        raise AuditedThisWeek


async def current(session: AsyncSession, team: Team) -> AuditRound | None:
    """The team's open audit, if there is one."""
    return await rounds.current_of(session, team, AuditRound)


async def wished(session: AsyncSession) -> list[Team]:
    found = await session.scalars(select(Team).join(AuditWish, AuditWish.team_id == Team.id))
    return list(found)


async def is_wished(session: AsyncSession, team: Team) -> bool:
    return await session.get(AuditWish, team.id) is not None


async def grant(session: AsyncSession, team_id: int) -> bool:
    """Take the wish away; False if somebody else has done so."""
    gone = await session.execute(delete(AuditWish).where(AuditWish.team_id == team_id))
    return bool(gone.rowcount)  # type: ignore[attr-defined]


async def unread(session: AsyncSession, *, at: datetime) -> Sequence[int]:
    """The audits that may be told of by now and were not read yet."""
    found = await session.execute(
        select(AuditRound, Team)
        .join(Team, Team.id == AuditRound.team_id)
        .outerjoin(AuditReading, AuditReading.round_id == AuditRound.id)
        .where(AuditRound.closed_at.is_not(None), AuditReading.round_id.is_(None))
    )
    return [one.id for one, team in found if closing.may_be_told(team, one, at=at)]


async def read(session: AsyncSession, round_id: int, *, at: datetime) -> AuditReading | None:
    """Write down what a closed audit shows; None if that has happened already."""
    round_ = await session.get_one(AuditRound, round_id)
    counts = await tallies.of_round(session, round_id)
    row = {
        "round_id": round_id,
        "team_id": round_.team_id,
        "number": round_.number,
        "asked": round_.asked,
        "answered": round_.answered or 0,
        "key_lost": round_.key_lost,
        "withheld": round_.withheld,
        "shares": profiles.of_team(counts),
        "read_at": at,
    }
    if not await insert_new(session, AuditReading, [row]):
        return None
    return await session.get_one(AuditReading, round_id)


async def newest(session: AsyncSession, team: Team) -> AuditReading | None:
    """What the team's last audit showed."""
    return await session.scalar(
        select(AuditReading)
        .where(AuditReading.team_id == team.id)
        .order_by(AuditReading.number.desc())
        .limit(1)
    )
