"""What the clock does about the tools, each team in a transaction of its own."""

from datetime import datetime

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.framework.models import Content
from bot.practice.checklist import blocks as checklist
from bot.practice.checklist import ticks
from bot.practice.models import Checklist
from bot.slack import outbox
from bot.slack.listening import describe
from bot.slack.outbox import Address
from bot.teams import roster
from bot.teams.models import Team

log = structlog.get_logger()


async def nudge_due(database: Database, content: Content) -> None:
    """Remind the leads of a checklist that has not moved for a month, once for each standstill."""
    at = clock.now()
    async with database.read() as session:
        due = await ticks.standing_still(session, at)
    for team_id in due:
        try:
            async with database.begin() as session:
                await _nudge(session, content, team_id, at)
        except Exception as error:
            log.error("leads could not be nudged", team=team_id, **describe(error))


async def _nudge(session: AsyncSession, content: Content, team_id: int, at: datetime) -> None:
    team = await session.get_one(Team, team_id)
    sheet = await session.get_one(Checklist, team_id, with_for_update=True)
    progress = await ticks.progress(session, team, content)
    if sheet.nudged_at is not None or progress.is_complete:
        return
    sheet.nudged_at = at
    addresses = [
        Address(
            key=f"nudge:{team_id}:{sheet.moved_at:%Y%m%d%H%M%S}:{lead.id}",
            workspace_id=team.workspace_id,
            recipient=lead.user_id,
            due_at=at,
        )
        for lead in await roster.leads(session, team)
    ]
    await outbox.post(session, checklist.nudge(team, progress), addresses)
