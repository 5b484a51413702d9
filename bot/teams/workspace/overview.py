"""The teams of a workspace, as its admins see them: where each stands, and no number of any."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.slack.requests import Actor
from bot.teams import plans, roster
from bot.teams.models import Team
from bot.teams.plans import Turn

NOBODY = ""  # the user id of no one: a team's next round on its own clock


async def of(session: AsyncSession, workspace_id: str, *, at: datetime) -> tuple[list[Turn], int]:
    """When each team of a public channel asks next, by name; and how many others there are.

    A private channel's name is for those who are in it.
    """
    found = await session.scalars(
        select(Team)
        .where(Team.workspace_id == workspace_id, Team.ended_at.is_(None))
        .order_by(Team.name, Team.id)
    )
    teams, nobody = list(found), Actor(workspace_id, NOBODY)
    public = [team for team in teams if team.is_private is False]
    turns = [plans.turn(await roster.read(session, team), nobody, at=at) for team in public]
    return turns, len(teams) - len(public)
