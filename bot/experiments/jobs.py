"""What the clock does about experiments: review them, count wishes."""

from datetime import datetime, timedelta

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock
from bot.db import Database
from bot.experiments import blocks, experimenting, reviewing, telling, voting
from bot.experiments.experimenting import HasEnded
from bot.experiments.models import Experiment, Look
from bot.framework.content import Content
from bot.slack.listening import describe
from bot.teams.models import Team
from bot.vault import Vault

log = structlog.get_logger()

AFTER_THE_DIGEST = timedelta(minutes=1)  # a review follows the digest of its last round


async def review_due(database: Database, content: Content) -> None:
    """Review every experiment whose last round has closed, and ask its team."""
    async with database.read() as session:
        due = await reviewing.due(session)
        orphans = await experimenting.of_ended_teams(session)
    for experiment_id in due:
        try:
            async with database.begin() as session:
                await _review(session, content, experiment_id)
        except HasEnded:
            continue
        except Exception as error:
            log.error("an experiment was not reviewed", id=experiment_id, **describe(error))
    if orphans:
        async with database.begin() as session:
            await experimenting.end_with_team(session, orphans, at=clock.now())


async def _review(session: AsyncSession, content: Content, experiment_id: int) -> None:
    experiment = await experimenting.held(session, experiment_id)
    found = await experimenting.standing(session, experiment)
    if found.undecided or found.rounds < experiment.rounds:  # another worker was faster
        return
    posted_at = clock.now() + AFTER_THE_DIGEST
    look = await reviewing.look(
        session, content, experiment, votes_until=posted_at + voting.OPEN_FOR, at=clock.now()
    )
    team = await session.get_one(Team, experiment.team_id)
    draft = blocks.review(experiment, look)
    await telling.channel(
        session, team, experiment, f"review:{look.last_round}", draft, due_at=posted_at
    )
    log.info("an experiment was reviewed", id=experiment_id)


async def counting_moments(session: AsyncSession) -> list[datetime]:
    """When the time for wishes is over."""
    asked = select(Look.votes_until).where(Look.counted_at.is_(None), Look.votes_until.is_not(None))
    return [at for at in await session.scalars(asked) if at]


async def count_due(database: Database, vault: Vault) -> None:
    """Count the wishes whose time is over, and ask the leads to decide."""
    async with database.read() as session:
        due = await voting.due(session, clock.now())
    for experiment_id, last_round in due:
        try:
            async with database.begin() as session:
                await _count(session, vault, experiment_id, last_round)
        except Exception as error:
            log.error("wishes were not counted", id=experiment_id, **describe(error))


async def _count(session: AsyncSession, vault: Vault, experiment_id: int, last_round: int) -> None:
    look = await voting.count(session, vault, experiment_id, last_round, at=clock.now())
    if look is None:
        return
    experiment = await session.get_one(Experiment, experiment_id)
    team = await session.get_one(Team, experiment.team_id)
    if experiment.ended_at is None and team.ended_at is None:
        draft = blocks.asks_leads(team, experiment, look)
        key = f"experiment:{experiment_id}:decide:{last_round}"
        await telling.leads(session, team, key, draft, due_at=clock.now())
