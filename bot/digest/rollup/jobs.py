"""What the clock does about roll-ups: tell a month once, on the first working day after it."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, due
from bot.db import Database
from bot.digest.rollup import posting, schedule, subscriptions
from bot.digest.rollup.models import RollUp
from bot.framework.content import Content
from bot.slack.clients import Clients, NotInstalled
from bot.teams import channels
from bot.teams.models import Team
from bot.words import Words


async def moments(session: AsyncSession) -> list[datetime]:
    """When each roll-up is told next: this month's, on the first working day of the next."""
    at, found = clock.now(), []
    for rollup in await subscriptions.every(session):
        month = schedule.last(rollup.zone, at)
        found += [month.told_at, schedule.following(month).told_at]
    return found


async def tell_teams(database: Database, say: Words) -> None:
    """Let the channel of every team read that it stands in a roll-up, whatever led to that."""
    async with database.read() as session:
        teams = await subscriptions.unheard(session)

    async def tell(session: AsyncSession, team_id: int) -> None:
        team = await session.get_one(Team, team_id, with_for_update=True)
        await posting.tell_team(session, say, team, at=clock.now())

    await due.each_in_transaction(database, teams, tell, failed="a team was not told of a roll-up")


async def tell_due(database: Database, clients: Clients, say: Words, content: Content) -> None:
    """Post the roll-up of the last month to every workspace that has one and is due."""
    at = clock.now()
    async with database.read() as session:
        waiting = {
            rollup.workspace_id: month
            for rollup in await subscriptions.every(session)
            if (month := schedule.due(rollup, at))
            and await posting.find(session, rollup, month) is None
        }

    async def tell(workspace_id: str) -> None:
        try:
            reader = await clients.reader_for(workspace_id)
        except NotInstalled:  # whoever comes back within the time that it may be late reads it
            return
        async with database.read() as session:
            public = await subscriptions.public(session, workspace_id)
        await channels.note_private(database, reader, public)
        async with database.begin() as session:
            rollup = await session.get_one(RollUp, workspace_id)
            await posting.post(session, say, content, rollup, waiting[workspace_id], at=at)

    await due.each(waiting, tell, failed="a roll-up could not be told", name="workspace")
