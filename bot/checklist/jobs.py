"""What the clock does about checklists: remind leads of a stalled one."""

from datetime import datetime

from msgspec.structs import replace
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, due
from bot.checklist import blocks, ticks
from bot.checklist.models import Checklist
from bot.db import Database
from bot.framework.content import Content
from bot.slack.outbox import Draft
from bot.teams import telling
from bot.teams.models import Team
from bot.words import Words


async def nudge_due(database: Database, content: Content, say: Words) -> None:
    """Remind the leads of a checklist that has not moved for a month, once for each standstill."""
    at = clock.now()
    async with database.read() as session:
        stalled = await ticks.stalled(session, at)

    async def nudge(session: AsyncSession, team_id: int) -> None:
        await _nudge(session, content, say, team_id, at)

    await due.each_in_transaction(
        database, stalled, nudge, failed="leads could not be nudged", name="team"
    )


async def _nudge(
    session: AsyncSession, content: Content, say: Words, team_id: int, at: datetime
) -> None:
    team = await session.get_one(Team, team_id)
    sheet = await session.get_one(Checklist, team_id, with_for_update=True)
    progress = await ticks.progress(session, team, content)
    if sheet.nudged_at is not None or progress.is_complete:
        return
    if progress.moved_since(at - ticks.MONTH):
        return
    sheet.nudged_at = at

    def draft(say: Words) -> Draft:
        todos = content.locale(say.language).checklist
        return blocks.nudge(say, team, replace(progress, todos=todos))

    key = f"nudge:{team_id}:{sheet.moved_at:%Y%m%d%H%M%S}"
    await telling.leads(session, say, team, key, draft, at=at)
