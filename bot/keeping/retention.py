"""How long what nobody asked to delete is kept: as whoever runs Amp has set it, or shorter."""

from datetime import datetime, timedelta
from typing import Any, Self

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Delete, Select, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot import scrubbing
from bot.experiments.models import Experiment
from bot.pulse.models import AnyRound
from bot.settings import Settings
from bot.teams.models import Team
from bot.teams.workspace import choices

NOBODY = 0  # the id of no team: a round of two stays one of two when the other is forgotten


class Retention(Struct, frozen=True):
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

    def as_chosen(self, weeks: int | None) -> Self:
        """The same where a workspace keeps digests for so many *weeks* itself: the shorter one."""
        own = timedelta(weeks=weeks) if weeks else None
        return replace(self, digests=min(filter(None, (self.digests, own)), default=None))


async def forget_old(session: AsyncSession, retention: Retention, *, at: datetime) -> None:
    """Delete what is older: ended teams with all that is theirs, rounds with what they showed."""
    ended = Team.ended_at < at - retention.ended_teams
    with_it = AnyRound.sister_id.in_(select(Team.id).where(ended))
    await session.execute(update(AnyRound).where(with_it).values(sister_id=NOBODY))
    gone = [delete(Team).where(ended)]
    if retention.digests:
        gone += _old(at - retention.digests, select(Team.id))
    for workspace_id, own in await choices.kept(session):
        gone += _old(at - own, select(Team.id).where(Team.workspace_id == workspace_id))
    await scrubbing.erase(session, *gone, words=True)


def _old(before: datetime, teams: Select[int]) -> list[Delete]:
    """What goes of the rounds of these teams that closed *before*, with what they tried then."""
    tried = Experiment.team_id.in_(teams) & (Experiment.ended_at < before)
    return [
        delete(AnyRound).where(AnyRound.team_id.in_(teams), _is_old(before)),
        delete(Experiment).where(tried),
    ]


def _is_old(before: datetime) -> Any:
    """A team's newest round stays, so that the next one has the number after it."""
    other = aliased(AnyRound)
    newest = select(func.max(other.number)).where(
        other.team_id == AnyRound.team_id, other.kind == AnyRound.kind
    )
    is_newest = AnyRound.number == newest.scalar_subquery()
    return (AnyRound.closed_at < before) & ~is_newest
