"""What the clock does about experiments: review them, count wishes."""

from datetime import datetime, timedelta

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, due
from bot.db import Database
from bot.experiments import decisions, experimenting, messages, reviewing, telling, voting
from bot.experiments.experimenting import ExperimentHasEnded
from bot.experiments.models import End, Experiment, Review
from bot.framework.content import Content
from bot.pulse import beside
from bot.pulse import keys as key_store
from bot.pulse.keys import KeyStore
from bot.teams import telling as teams_telling
from bot.teams.models import Team
from bot.vault import Vault
from bot.words import Words

log = structlog.get_logger()

AFTER_THE_DIGEST = timedelta(minutes=1)  # a review follows the digest of its last round


async def review_due(database: Database, say: Words, content: Content) -> None:
    """Review every experiment whose last round has closed, and ask its team."""
    async with database.read() as session:
        to_review = await reviewing.due(session, at=clock.now())
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
    at = clock.now()
    posted_at = at + AFTER_THE_DIGEST
    until = await voting.time_until(session, experiment_id, posted_at)
    try:
        reviewed = await reviewing.review_if_due(
            session, content, experiment_id, votes_until=until, at=at
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
        at_once=False,
    )
    log.info("an experiment was reviewed", id=experiment_id)


async def decision_moments(session: AsyncSession) -> list[datetime]:
    """When a decision that nobody takes is asked for again, and when it is given up."""
    told = await session.scalars(
        select(Review.told_at)
        .join(Experiment, Experiment.id == Review.experiment_id)
        .where(Experiment.ended_at.is_(None))
    )
    return [at + wait for at in told for wait in (decisions.ASKED_AGAIN, decisions.GIVEN_UP)]


async def decide_due(database: Database, say: Words, content: Content) -> None:
    """Ask leads once more what becomes of an experiment; a week later it is closed."""
    at = clock.now()
    async with database.read() as session:
        late = await decisions.waiting(session, before=at - decisions.GIVEN_UP)
        waiting = await decisions.waiting(session, before=at - decisions.ASKED_AGAIN)

    async def close(session: AsyncSession, experiment_id: int) -> None:
        try:
            experiment = await experimenting.running_with_id(session, experiment_id)
        except ExperimentHasEnded:  # a lead was faster
            return
        if not (await experimenting.status(session, experiment)).undecided:
            return
        experimenting.end(experiment, End.UNDECIDED, at=at)
        team = await session.get_one(Team, experiment.team_id)
        await telling.channel(
            session, say, content, team, experiment, "undecided",
            lambda say, content: messages.not_decided(say, experiment), at=at, at_once=False,
        )  # fmt: skip

    async def ask_again(session: AsyncSession, experiment_id: int) -> None:
        experiment = await session.get_one(Experiment, experiment_id)
        status = await experimenting.status(session, experiment)
        if review := status.undecided:
            await _ask_leads(session, say, content, experiment, review, "again")

    await due.each_in_transaction(database, late, close, failed="an experiment was not closed")
    again = [id_ for id_ in waiting if id_ not in late]
    await due.each_in_transaction(database, again, ask_again, failed="leads were not asked again")


async def counting_moments(session: AsyncSession) -> list[datetime]:
    """When the time for wishes is over."""
    asked = select(Review.votes_until).where(
        Review.counted_at.is_(None), Review.votes_until.is_not(None)
    )
    return [at for at in await session.scalars(asked) if at]


async def seal_due(database: Database, keys: KeyStore, vault: Vault) -> None:
    """Make the key that wishes are sealed with, for every review that asks for some."""
    at = clock.now()
    await beside.seal_due(
        database, keys, vault, voting.WISHES, failed="wishes could not be sealed", at=at
    )


async def count_due(
    database: Database, keys: KeyStore, vault: Vault, say: Words, content: Content
) -> None:
    """Count the wishes whose time is over, and ask the leads to decide."""
    async with database.read() as session:
        to_count = await voting.due(session, clock.now())
    if to_count:
        await key_store.reach(keys)

    async def count(session: AsyncSession, review: tuple[int, int]) -> None:
        counted = await voting.count(session, keys, vault, *review, at=clock.now())
        if counted is not None:
            await _tell_count(session, say, content, counted)

    await due.each_in_transaction(database, to_count, count, failed="wishes were not counted")


async def _tell_count(session: AsyncSession, say: Words, content: Content, review: Review) -> None:
    """Ask the leads; or, where they have decided already, tell the channel what was wished."""
    experiment = await session.get_one(Experiment, review.experiment_id)
    if experiment.end is None and experiment.last_round == review.last_round:
        await _ask_leads(session, say, content, experiment, review, "decide")
        return
    team = await session.get_one(Team, experiment.team_id)
    if team.ended_at or experiment.end in (End.EARLY, End.TEAM_ENDED, End.UNDECIDED):
        return
    await telling.channel(
        session, say, content, team, experiment, f"wished:{review.last_round}",
        lambda say, content: messages.wished(say, experiment, review), at=clock.now(),
    )  # fmt: skip


async def _ask_leads(
    session: AsyncSession,
    say: Words,
    content: Content,
    experiment: Experiment,
    review: Review,
    what: str,
) -> None:
    """Ask what becomes of it; *what* is "decide", or "again" the second time."""
    team = await session.get_one(Team, experiment.team_id)
    if experiment.ended_at or team.ended_at:
        return
    await teams_telling.leads(
        session,
        say,
        team,
        f"experiment:{experiment.id}:{what}:{review.last_round}",
        lambda words: messages.asks_leads(
            words, content.locale(words.language), team, experiment, review
        ),
        at=clock.now(),
    )
