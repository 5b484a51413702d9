"""How long what nobody asked to delete is kept, as whoever runs Amp has set it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot import scrubbing
from bot.experiments.models import Experiment
from bot.pulse.models import AnyRound
from bot.settings import Settings
from bot.teams.models import Team


@dataclass(frozen=True)
class Retention:
    """For how long: *words* after everybody has them, *digests* after their round has closed.

    Digests without an end stay as long as Amp is installed.
    """

    words: timedelta
    digests: timedelta | None
    ended_teams: timedelta

    @classmethod
    def of(cls, settings: Settings) -> Self:
        weeks = settings.keep_digests
        return cls(
            words=timedelta(days=settings.keep_words),
            digests=timedelta(weeks=weeks) if weeks else None,
            ended_teams=timedelta(days=settings.keep_ended_teams),
        )


async def forget_old(session: AsyncSession, retention: Retention, *, at: datetime) -> None:
    """Delete what is older: ended teams with all that is theirs, rounds with what they showed."""
    gone = [await _delete(session, Team.ended_at < at - retention.ended_teams, Team)]
    if retention.digests:
        before = at - retention.digests
        gone += [
            await _delete(session, _is_old(before), AnyRound),
            await _delete(session, Experiment.ended_at < before, Experiment),
        ]
    if any(gone):
        await scrubbing.want(session, words=True)


def _is_old(before: datetime) -> Any:
    """A team's newest round stays, so that the next one has the number after it."""
    other = aliased(AnyRound)
    newest = select(func.max(other.number)).where(
        other.team_id == AnyRound.team_id, other.kind == AnyRound.kind
    )
    is_newest = AnyRound.number == newest.scalar_subquery()
    return (AnyRound.closed_at < before) & ~is_newest


async def _delete(session: AsyncSession, which: Any, table: Any) -> int:
    gone = await session.execute(
        delete(table).where(which).execution_options(synchronize_session=False)
    )
    many: int = gone.rowcount  # type: ignore[attr-defined]
    return many
