"""What the clock does about experiments: review them, count wishes."""

from datetime import datetime, timedelta

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, due
from bot.db import Database
from bot.experiments import experimenting, messages, reviewing, telling, voting
from bot.experiments.experimenting import ExperimentHasEnded
from bot.experiments.models import Experiment, Review
from bot.framework.content import Content
from bot.teams import telling as teams_telling
from bot.teams.models import Team
from bot.vault import Vault
from bot.words import Words

log = structlog.get_logger()

AFTER_THE_DIGEST = timedelta(minutes=1)  # a review follows the digest of its last round


async def review_due(database: Database, say: Words, content: Content) -> None:
    """Review every experiment whose last round has closed, and ask its team."""
    async with database.read() as session:
        to_review = await reviewing.due(session)
        orphans = await experimenting.of_ended_teams(session)

    async def review(session: AsyncSession, experiment_id: int) -> None:
        await _review(session, say, content, experiment_id)

    await due.each_in_transaction(
        database, to_review, review, failed="an experiment was not reviewed"
    )
    if orphans:
        async with database.begin() as session:
            await experimenting.end_with_team(session, orphans, at=clock.now())


async def _review(session: AsyncSession, say: Words, content: Content, experiment_id: int) -> None:
    posted_at = clock.now() + AFTER_THE_DIGEST
    until = posted_at + voting.OPEN_FOR
    try:
        reviewed = await reviewing.review_if_due(
            session, content, experiment_id, votes_until=until, at=clock.now()
        )
    except ExperimentHasEnded:
        return
    if reviewed is None:  # another worker was faster
        return
    experiment, made = reviewed
    await telling.channel(
        session,
        say,
        content,
        await session.get_one(Team, experiment.team_id),
        experiment,
        f"review:{made.last_round}",
        lambda say, content: messages.review(say, content, experiment, made),
        at=posted_at,
    )
    log.info("an experiment was reviewed", id=experiment_id)


async def counting_moments(session: AsyncSession) -> list[datetime]:
    """When the time for wishes is over."""
    asked = select(Review.votes_until).where(
        Review.counted_at.is_(None), Review.votes_until.is_not(None)
    )
    return [at for at in await session.scalars(asked) if at]


async def count_due(database: Database, vault: Vault, say: Words, content: Content) -> None:
    """Count the wishes whose time is over, and ask the leads to decide."""
    async with database.read() as session:
        to_count = await voting.due(session, clock.now())

    async def count(session: AsyncSession, review: tuple[int, int]) -> None:
        await _count(session, vault, say, content, *review)

    await due.each_in_transaction(database, to_count, count, failed="wishes were not counted")


async def _count(
    session: AsyncSession,
    vault: Vault,
    say: Words,
    content: Content,
    experiment_id: int,
    last_round: int,
) -> None:
    review = await voting.count(session, vault, experiment_id, last_round, at=clock.now())
    if review is None:
        return
    experiment = await session.get_one(Experiment, experiment_id)
    team = await session.get_one(Team, experiment.team_id)
    if experiment.ended_at or team.ended_at:
        return
    await teams_telling.leads(
        session,
        say,
        team,
        f"experiment:{experiment_id}:decide:{last_round}",
        lambda words: messages.asks_leads(
            words, content.locale(words.language), team, experiment, review
        ),
        at=clock.now(),
    )
