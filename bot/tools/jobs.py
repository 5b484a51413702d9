"""What the clock does about the tools, each team in a transaction of its own."""

from datetime import datetime

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.errors import AmpError
from bot.framework.content import Content
from bot.pulse import jobs as pulse
from bot.pulse import opening, rounds
from bot.pulse.keys import KeyStore
from bot.pulse.models import AuditRound
from bot.pulse.rounds import Lock
from bot.slack import outbox
from bot.slack.clients import Clients
from bot.slack.listening import describe
from bot.slack.outbox import Target
from bot.teams import roster
from bot.teams.models import Team
from bot.tools import forgetting
from bot.tools.audit import asking
from bot.tools.audit import blocks as audit
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


async def open_audits(
    database: Database, clients: Clients, keys: KeyStore, content: Content
) -> None:
    """Open the audit of every team whose lead wants it asked."""
    async with database.read() as session:
        teams = await asking.wished(session)
    for team in teams:
        try:
            await pulse.refresh_roster(database, clients, team)
            await _open_audit(database, keys, content, team.id)
        except Exception as error:
            log.error("an audit could not be opened", team=team.id, **describe(error))


async def _open_audit(database: Database, keys: KeyStore, content: Content, team_id: int) -> None:
    async def open_(lock: Lock) -> AuditRound | None:
        async with database.begin() as session:
            team = await session.get_one(Team, team_id, with_for_update=True)
            if not await asking.grant(session, team_id) or team.ended_at:
                return None
            try:
                round_ = await rounds.open_audit(session, team, content, lock, at=clock.now())
            except AmpError:  # two leads wanted it, or nobody is left to ask
                return None
            await opening.invite(session, team, round_)
            return round_

    round_ = await opening.with_new_lock(keys, open_)
    if round_ is not None:
        log.info("an audit opened", team=team_id, round=round_.id, asked=round_.asked)


async def tell_audits(database: Database, content: Content) -> None:
    """Read every audit that has closed, once, and tell its team."""
    async with database.read() as session:
        due = await asking.unread(session)
    for round_id in due:
        try:
            async with database.begin() as session:
                await _tell_audit(session, content, round_id, clock.now())
        except Exception as error:
            log.error("an audit could not be told", round=round_id, **describe(error))


async def _tell_audit(session: AsyncSession, content: Content, round_id: int, at: datetime) -> None:
    reading = await asking.read(session, round_id, at=at)
    if reading is None:
        return
    team = await session.get_one(Team, reading.team_id)
    target = Target(
        key=f"audit:{round_id}",
        workspace_id=team.workspace_id,
        recipient=team.digest_channel_id,
        due_at=at,
    )
    await outbox.post(session, audit.result(content, team, reading), [target])


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
