"""A team that asks a user group follows it, from its next round on, and its channel reads so."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import Database
from bot.slack.clients import Clients
from bot.teams import announcing, channels, plans, reaching, roster
from bot.teams.announcing import Announced
from bot.teams.models import GROUP, Team
from bot.teams.roster import Roster
from bot.teams.whom import Rule
from bot.words import Words


async def follow(
    session: AsyncSession, say: Words, team: Team, group: Rule | None, *, at: datetime
) -> None:
    """Ask those who are in the group by now; nothing changes where None is told.

    Where nobody is left to be asked the team pauses by itself, and its leads hear so once. The
    team's row is locked by whoever calls: a lead may be saving something else.
    """
    if group is None or group.whom != team.whom:  # a lead has just chosen something else
        return
    members = await roster.read(session, team)
    if not _takes_anybody(members, group):
        await reaching.lose(session, say, team, GROUP, at=at)
        return
    before = Announced.of(members)
    _apply(members, group, at)
    await announcing.changed(session, say, before, members, None, at=at)
    if team.unreachable_why == GROUP:
        await reaching.regain(session, team, at=at)


async def regain(
    session: AsyncSession, say: Words, team: Team, group: Rule | None, *, at: datetime
) -> None:
    """Let a team go on whose channels can be posted to again, unless its group has nobody.

    Where that is news, its leads hear it: until then they knew of the channel alone.
    """
    if team.group is None or team.unreachable_why != GROUP:
        await reaching.regain(session, team, at=at)
    await follow(session, say, team, group, at=at)


async def look_again(
    database: Database, clients: Clients, say: Words, team: Team, *, at: datetime
) -> None:
    """Let a team go on if Slack shows us its channels again."""
    reader = await clients.reader_for(team.workspace_id)
    if await channels.obstacle(reader, team.channel_id, team.digest_channel_id) is not None:
        return
    group = await channels.group_of(reader, team)
    async with database.begin() as session:
        now = await session.get_one(Team, team.id, with_for_update=True)
        if now.ended_at is None:
            await regain(session, say, now, group, at=at)


def _takes_anybody(members: Roster, group: Rule) -> bool:
    asks = members.team.asks
    there = members.own.here
    return any(asks(one) and not group.leaves_out(one.user_id) for one in there)


def _apply(members: Roster, group: Rule, at: datetime) -> None:
    for member in members.members:
        is_new = member.is_asked and member.left_out
        member.left_out = group.leaves_out(member.person.user_id)
        if is_new and not member.left_out:
            plans.include(members.team.asking, member.person, at=at)
