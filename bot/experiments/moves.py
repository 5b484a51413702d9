"""Which ideas a team is shown: by facet, and by what it has read, tried and rejected."""

from collections import Counter
from collections.abc import Collection, Sequence

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.experiments.models import Experiment, RejectedIdea
from bot.framework.content import Content
from bot.framework.entries import Idea
from bot.rows import insert_new
from bot.teams.models import Team

AT_A_TIME = 3  # ideas: one in front, the others behind a button
REMEMBERED = 26  # digests that a new one looks back on; their ideas count as read


class History(Struct, frozen=True):
    """What a team has read (the ids in each digest, oldest first), tried and rejected."""

    shown: Sequence[Sequence[str]] = ()
    tried: Collection[str] = ()
    rejected: Collection[str] = ()

    def age(self, idea: str) -> int:
        """How many digests ago it was shown; a large number where it never was."""
        ages = (n for n, ideas in enumerate(reversed(self.shown)) if idea in ideas)
        return next(ages, REMEMBERED)


def choose(content: Content, drive: str, facets: Sequence[str], history: History) -> list[Idea]:
    """Up to three ideas for a drive, or for pay, each of another facet where it has so many.

    Those that were not tried come first, then those that were not read or longest ago, then those
    of the first of *facets*. What was rejected never comes again, and never the same twice running.
    """
    last = history.shown[-1] if history.shown else ()
    ideas = [idea for idea in content.ideas_for_drive(drive) if idea.id not in history.rejected]
    fresh = [idea for idea in ideas if idea.id not in last] or ideas
    ordered = sorted(fresh, key=lambda idea: _place(idea, facets))
    seen: Counter[tuple[str, bool, int]] = Counter()
    ranked = []
    for place, idea in enumerate(ordered):
        used, age = idea.id in history.tried, -history.age(idea.id)
        ranked.append((used, age, seen[idea.facet, used, age], place, idea))
        seen[idea.facet, used, age] += 1
    chosen = [idea for *_, idea in sorted(ranked, key=lambda rank: rank[:4])][:AT_A_TIME]
    return chosen[:-1] if {idea.id for idea in chosen} == {*last} else chosen


def _place(idea: Idea, facets: Sequence[str]) -> int:
    return facets.index(idea.facet) if idea.facet in facets else len(facets)


async def tried(session: AsyncSession, team: Team) -> set[str]:
    """The ids of the catalogue's ideas that the team has tried or is trying."""
    found = await session.scalars(
        select(Experiment.idea).where(Experiment.team_id == team.id, Experiment.idea.is_not(None))
    )
    return {idea for idea in found if idea}


async def rejected(session: AsyncSession, team: Team) -> set[str]:
    """The ids of the ideas that a lead has said are not for this team."""
    found = await session.scalars(select(RejectedIdea.idea).where(RejectedIdea.team_id == team.id))
    return set(found)


async def reject(session: AsyncSession, team: Team, idea: str) -> None:
    """Never suggest this idea to the team again; it stays in the list of all ideas."""
    await insert_new(session, RejectedIdea, [{"team_id": team.id, "idea": idea}])
