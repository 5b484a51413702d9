"""A team that asks a user group follows it, from its next round on, and its channel reads so."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.teams import announcing, plans, reaching, roster
from bot.teams.announcing import Levers
from bot.teams.models import GROUP, Team
from bot.teams.roster import Roster
from bot.teams.whom import Rule
from bot.words import Words


async def follow(
    session: AsyncSession, say: Words, team: Team, group: Rule | None, *, at: datetime
) -> None:
    """Ask those who are in the group by now; None where Slack does not tell who they are.

    Where nobody is left to be asked the team pauses by itself, and its leads hear so once.
    """
    if group is not None and group.whom != team.whom:  # a lead has just chosen something else
        return
    members = await roster.read(session, team)
    if group is None or not _takes_anybody(members, group):
        await reaching.lose(session, say, team, GROUP, at=at)
        return
    before = Levers.of(members)
    _apply(members, group, at)
    await announcing.changed(session, say, before, members, None, at=at)
    if team.unreachable_why == GROUP:
        await reaching.regain(session, team, at=at)


async def regain(
    session: AsyncSession, say: Words, team: Team, group: Rule | None, *, at: datetime
) -> None:
    """Let a team go on whose channels can be posted to again, unless its group has nobody."""
    if team.group is not None:
        await follow(session, say, team, group, at=at)
    if team.unreachable_why != GROUP:
        await reaching.regain(session, team, at=at)


def _takes_anybody(members: Roster, group: Rule) -> bool:
    asks = members.team.asks
    return any(asks(one) and not group.leaves_out(one.user_id) for one in members.here)


def _apply(members: Roster, group: Rule, at: datetime) -> None:
    for member in members.members:
        is_new = member.is_asked and member.left_out
        member.left_out = group.leaves_out(member.person.user_id)
        if is_new and not member.left_out:
            plans.include(members.team, member.person, at=at)
