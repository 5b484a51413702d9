"""Once a week: for a channel, and for a set of people, whatever ends and begins in between."""

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.pulse.models import AnyRound, Invitation
from bot.rows import is_any_of
from bot.teams.models import Team
from bot.teams.roster import Roster


async def was_asked(
    session: AsyncSession, members: Roster, kind: type[AnyRound], week: str
) -> bool:
    """Whether that week is over for a team: for its channel, or for its people."""
    if await channel_was_asked(session, members.team, kind, week):
        return True
    return await people_were_asked(session, members, kind, week)


async def channel_was_asked(
    session: AsyncSession, team: Team, kind: type[AnyRound], week: str
) -> bool:
    """Whether a team of this channel, this one or one that has ended, was asked in that week."""
    found = await session.scalar(
        select(kind.id)
        .join(Team, Team.id == kind.team_id)
        .where(
            Team.workspace_id == team.workspace_id,
            Team.channel_id == team.channel_id,
            kind.week == week,
        )
        .limit(1)
    )
    return found is not None


async def people_were_asked(
    session: AsyncSession, members: Roster, kind: type[AnyRound], week: str
) -> bool:
    """Whether exactly these people were asked in that week, in whatever team of the workspace.

    Whoever is away may be missing among those who were asked: a round may have no place for them.
    """
    people = [person.id for person in members.asked]
    here = [person.id for person in members.staying]
    is_one_of_them = case((is_any_of(session, Invitation.person_id, people), 1), else_=0)
    is_here = case((is_any_of(session, Invitation.person_id, here), 1), else_=0)
    found = await session.scalar(
        select(kind.id)
        .join(Team, Team.id == kind.team_id)
        .join(Invitation, Invitation.round_id == kind.id)
        .where(Team.workspace_id == members.team.workspace_id, kind.week == week)
        .group_by(kind.id)
        .having(func.sum(is_one_of_them) == func.count(), func.sum(is_here) == len(here))
        .limit(1)
    )
    return found is not None
