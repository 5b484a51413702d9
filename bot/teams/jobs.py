"""What the clock does about teams: whether their channels can be posted to, and what is late."""

from datetime import datetime

import structlog
from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, due, lateness
from bot.db import Database
from bot.errors import AmpError
from bot.slack import refusals
from bot.slack.clients import Clients
from bot.slack.failures import describe
from bot.slack.models import Delivery, State
from bot.teams import daytime, following, reaching, succession
from bot.teams.models import GROUP, Team
from bot.teams.together import pairing
from bot.words import Words

log = structlog.get_logger()


async def judge_channels(database: Database, say: Words) -> None:
    """Pause teams whose channel Slack refused, and let them go on where it takes messages again."""
    async with database.read() as session:
        teams = await reaching.to_judge(session, clock.now())

    async def judge(session: AsyncSession, team_id: int) -> None:
        team = await session.get_one(Team, team_id)
        await reaching.judge(session, say, team, at=clock.now())

    await due.each_in_transaction(database, teams, judge, failed="a channel was not judged")


async def hand_over_due(database: Database, say: Words) -> None:
    """Tell those concerned of teams whose leads have left."""
    async with database.read() as session:
        teams = await succession.changed(session)

    async def settle(session: AsyncSession, team_id: int) -> None:
        team = await session.get_one(Team, team_id, with_for_update=True)
        if team.ended_at is None:
            await succession.settle(session, say, team, at=clock.now())

    await due.each_in_transaction(database, teams, settle, failed="a team was not handed over")


async def lapse_due(database: Database, say: Words) -> None:
    """Let requests be over that no lead of the other team has answered in time."""
    async with database.read() as session:
        teams = await pairing.lapsed(session, clock.now())

    async def lapse(session: AsyncSession, team_id: int) -> None:
        await pairing.lapse(session, say, team_id, at=clock.now())

    await due.each_in_transaction(database, teams, lapse, failed="a request did not lapse")


async def look_again(database: Database, clients: Clients, say: Words) -> None:
    """Look at what was out of reach, channels and user groups: an event may have been missed."""
    async with database.read() as session:
        lost = Team.unreachable_why.in_(["archived", "gone", "outside", GROUP])
        found = await session.scalars(select(Team).where(Team.ended_at.is_(None), lost))
        teams = {team.id: team for team in found}

    async def look(team_id: int) -> None:
        try:
            await following.look_again(database, clients, say, teams[team_id], at=clock.now())
        except (AmpError, *refusals.NOT_ANSWERED) as error:
            log.warning("a channel could not be looked at", team=team_id, **describe(error))

    await due.each(teams, look, failed="a channel could not be looked at", name="team", together=8)


async def wait_for_day(database: Database) -> None:
    """Let what is late, and would come at night by now, wait for the next working morning."""
    at = clock.now()
    async with database.read() as session:
        late = list(await session.scalars(select(Delivery.id).where(*_is_late(at))))

    async def wait(session: AsyncSession, delivery_id: int) -> None:
        delivery = await session.scalar(
            select(Delivery).where(Delivery.id == delivery_id, *_is_late(at)).with_for_update()
        )
        if delivery is None:
            return
        here, to = delivery.workspace_id, delivery.recipient
        whose = await daytime.of_recipient(session, here, to)
        if whose and (day := min(one.catch_up(at) for one in whose)) > at:
            delivery.due_at = day

    await due.each_in_transaction(database, late, wait, failed="a late message was not looked at")


def _is_late(at: datetime) -> tuple[ColumnElement[bool], ...]:
    assert lateness.MESSAGE.within is not None
    return Delivery.state == State.WAITING, Delivery.due_at < at - lateness.MESSAGE.within
