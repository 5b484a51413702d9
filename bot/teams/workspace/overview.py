"""The teams of a workspace, as its admins see them: where each stands, and no number of any."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.rows import is_any_of
from bot.slack.requests import Actor
from bot.teams import roster
from bot.teams.models import Member, Team
from bot.teams.plans import NOBODY, Spacing, Turn
from bot.teams.roster import Roster

MOST_TEAMS = 40  # that are named


class Overview(Struct, frozen=True):
    """When the first teams of public channels ask next, by name; how many more there are.

    A private channel's name is for those who are in it: these are only counted.
    """

    turns: Sequence[Turn]
    more: int
    private: int

    @property
    def teams(self) -> int:
        """How many there are."""
        return len(self.turns) + self.more + self.private


async def public(session: AsyncSession, workspace_id: str) -> dict[int, str]:
    """The channels of the teams that would be named, as they were last seen."""
    found = await session.scalars(
        _teams(workspace_id).where(Team.is_private.is_(False)).limit(MOST_TEAMS)
    )
    return {team.id: team.channel_id for team in found}


def _teams(workspace_id: str) -> Select[Team]:
    here = Team.workspace_id == workspace_id, Team.ended_at.is_(None)
    return select(Team).where(*here).order_by(Team.name, Team.id)


async def of(
    session: AsyncSession, workspace_id: str, spacing: Spacing, *, at: datetime
) -> Overview:
    """The teams of a workspace, those that are named and those that are only counted."""
    found = await session.scalars(_teams(workspace_id))
    teams, nobody = list(found), Actor(workspace_id, NOBODY)
    shown = [team for team in teams if team.is_private is False]
    named = await _rosters(session, shown[:MOST_TEAMS])
    turns = await spacing(session, nobody, named, at)
    return Overview(turns, more=len(shown) - len(turns), private=len(teams) - len(shown))


async def _rosters(session: AsyncSession, teams: Sequence[Team]) -> list[Roster]:
    """Who is in each of these teams."""
    members: dict[int, list[Member]] = {team.id: [] for team in teams}
    theirs = is_any_of(session, Member.team_id, list(members))
    for member in await session.scalars(select(Member).where(theirs)):
        members[member.team_id].append(member)
    return [
        await roster.read(session, team) if team.hosts else Roster(team, members[team.id])
        for team in teams
    ]
