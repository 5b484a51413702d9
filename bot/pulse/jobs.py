"""What the clock does about pulses: open, remind, close. Each team in a transaction of its own."""

from datetime import datetime, timedelta

import structlog
from slack_sdk.errors import SlackApiError
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, due, metrics
from bot.db import Database
from bot.errors import AmpError
from bot.framework.content import Content
from bot.pulse import inviting, rounds, tallies
from bot.pulse import keys as key_store
from bot.pulse.keys import KeyStore, KeysUnreachable, RoundKey
from bot.pulse.models import AnyRound, Round
from bot.slack.clients import Clients
from bot.slack.listening import describe
from bot.teams import channels, roster
from bot.teams.models import Team
from bot.vault import Vault
from bot.words import Words

log = structlog.get_logger()

FRESH = timedelta(minutes=10)  # a roster read so lately is not read again before asking
ORPHANED = timedelta(hours=48)  # after that a round whose key is nowhere is given up


async def open_due(
    database: Database, clients: Clients, keys: KeyStore, say: Words, content: Content
) -> None:
    """Open every round that is due."""
    async with database.read() as session:
        teams = {team.id: team for team in await rounds.due(session, clock.now())}

    async def open_(team_id: int) -> None:
        await refresh_roster(database, clients, teams[team_id])
        await _open(database, keys, say, content, team_id)

    await due.each(teams, open_, failed="a round could not be opened", name="team")


async def _open(
    database: Database, keys: KeyStore, say: Words, content: Content, team_id: int
) -> None:
    async def open_(key: RoundKey) -> Round | None:
        async with database.begin() as session:
            team = await session.scalar(
                select(Team).where(Team.id == team_id).with_for_update(skip_locked=True)
            )
            if team is None:
                return None
            round_ = await rounds.open_for(session, team, content, key, at=clock.now())
            if round_ is not None:
                await inviting.invite(session, say, team, round_)
            return round_

    try:
        round_ = await key_store.with_new(keys, open_)
    except KeysUnreachable as error:
        log.error("a round could not be opened", team=team_id, why=error.__doc__)
        return
    if round_ is not None:
        metrics.rounds.labels("opened").inc()
        log.info("a round opened", team=team_id, round=round_.id, asked=round_.asked)


async def refresh_roster(database: Database, clients: Clients, team: Team) -> None:
    """Read the channel's people once more; when Slack can't be asked, what we know must do."""
    if team.roster_read_at and clock.now() - team.roster_read_at < FRESH:
        return
    try:
        reader = await clients.reader_for(team.workspace_id)
        humans = await channels.humans(reader, team.workspace_id, team.channel_id)
    except (SlackApiError, AmpError, OSError, TimeoutError) as error:
        log.warning("a roster could not be read", team=team.id, **describe(error))
        return
    async with database.begin() as session:
        known = await session.get_one(Team, team.id)
        due = known.next_day, known.next_opens_at, known.asks_at_once
        await roster.enroll(session, known, humans, at=clock.now())
        # It is due, and the new people are asked with it.
        known.next_day, known.next_opens_at, known.asks_at_once = due


async def remind_due(database: Database, vault: Vault, say: Words) -> None:
    """Remind, once, whoever has not answered when a round nears its end."""
    at = clock.now()
    async with database.read() as session:
        near_their_end = [
            round_.id
            for round_ in await _open_rounds(session)
            if inviting.reminds_at(round_) <= at < round_.closes_at
        ]

    async def remind(session: AsyncSession, round_id: int) -> None:
        await inviting.remind(session, say, vault, round_id, at=at)

    await due.each_in_transaction(
        database, near_their_end, remind, failed="nobody could be reminded", name="round"
    )


async def opening_moments(session: AsyncSession) -> list[datetime]:
    """When the next round of each team is due."""
    planned = select(Team.next_opens_at).where(
        Team.ended_at.is_(None), Team.next_opens_at.is_not(None)
    )
    return [at for at in await session.scalars(planned) if at]


async def closing_moments(session: AsyncSession) -> list[datetime]:
    """When the rounds that are open are due to close."""
    return [round_.closes_at for round_ in await _open_rounds(session)]


async def reminding_moments(session: AsyncSession) -> list[datetime]:
    """When people are reminded of the rounds that are open."""
    return [inviting.reminds_at(round_) for round_ in await _open_rounds(session)]


async def _open_rounds(session: AsyncSession) -> list[AnyRound]:
    return list(await session.scalars(select(AnyRound).where(AnyRound.closed_at.is_(None))))


async def close_due(database: Database, keys: KeyStore) -> None:
    """Close every round that is due, if its key can be reached from here."""
    at = clock.now()
    async with database.read() as session:
        closing = {round_.id: round_.closes_at for round_ in await rounds.due_to_close(session, at)}

    async def close(round_id: int) -> None:
        if await tallies.close(database, keys, round_id, at=at):
            metrics.rounds.labels("closed").inc()
            log.info("a round closed", round=round_id)
        elif at - closing[round_id] > ORPHANED:
            await tallies.give_up(database, round_id, at=at)
            metrics.rounds.labels("lost").inc()
        else:
            log.warning("the key of a round is not here; another worker may have it")

    await due.each(closing, close, failed="a round could not be closed", name="round")


async def tidy_keys(database: Database, keys: KeyStore) -> None:
    """Destroy the keys of closed rounds, at start-up and once a day."""
    await tallies.destroy_spent_keys(database, keys)
