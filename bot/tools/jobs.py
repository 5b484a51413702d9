"""What the clock does about the tools, each team in a transaction of its own."""

from datetime import datetime

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.framework.content import Content
from bot.slack import outbox
from bot.slack.listening import describe
from bot.slack.outbox import Target
from bot.teams import roster
from bot.teams.models import Team
from bot.tools import forgetting
from bot.tools.checklist import blocks as checklist
from bot.tools.checklist import ticks
from bot.tools.models import Checklist, ShipItDay
from bot.tools.shipit import days, telling

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
    targets = [
        Target(
            key=f"nudge:{team_id}:{sheet.moved_at:%Y%m%d%H%M%S}:{lead.id}",
            workspace_id=team.workspace_id,
            recipient=lead.user_id,
            due_at=at,
        )
        for lead in await roster.leads(session, team)
    ]
    await outbox.post(session, checklist.nudge(team, progress), targets)


async def forget_ended_teams(database: Database) -> None:
    """Delete what teams that have ended, and their people, had made with the tools."""
    async with database.begin() as session:
        await forgetting.forget_ended_teams(session)


async def shipit_moments(session: AsyncSession) -> list[datetime]:
    """When ShipIt days reach their stages."""
    planned = await session.scalars(select(ShipItDay).where(ShipItDay.over_at.is_(None)))
    return [
        at
        for day in planned
        for at in (*days.moments(day.starts_at).values(), day.asked_until)
        if at
    ]


async def move_shipit_days(database: Database) -> None:
    """Tell every team what is due of its ShipIt day."""
    at = clock.now()
    async with database.read() as session:
        due = await days.moving_on(session, at)
    for day_id in due:
        try:
            async with database.begin() as session:
                await _move_on(session, day_id, at)
        except Exception as error:
            log.error("a ShipIt day could not move on", day=day_id, **describe(error))


async def _move_on(session: AsyncSession, day_id: int, at: datetime) -> None:
    stage = await days.move_on(session, day_id, at=at)
    if stage is not None:
        day = await session.get_one(ShipItDay, day_id)
        team = await session.get_one(Team, day.team_id)
        await telling.stage(session, day, team, stage, at=at)
