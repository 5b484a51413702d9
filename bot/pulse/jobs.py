"""What the clock does about pulses: open, remind, close. Each team in a transaction of its own."""

from datetime import datetime, timedelta

import structlog
from slack_sdk.errors import SlackApiError
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, metrics
from bot.db import Database, insert_new
from bot.errors import AmpError
from bot.framework.content import Content
from bot.pulse import ballots, blocks, opening, rounds, tallies
from bot.pulse.keys import KeyStore, KeysUnreachable
from bot.pulse.models import AnyRound, Reminded, Round
from bot.pulse.rounds import Lock
from bot.slack import outbox
from bot.slack.clients import Clients
from bot.slack.listening import describe
from bot.slack.outbox import Target
from bot.teams import channels, roster
from bot.teams.models import Team
from bot.vault import Vault

log = structlog.get_logger()

FRESH = timedelta(minutes=10)  # a roster read so lately is not read again before asking
ORPHANED = timedelta(hours=48)  # after that a round whose key is nowhere is given up


async def open_due(database: Database, clients: Clients, keys: KeyStore, content: Content) -> None:
    """Open every round that is due."""
    async with database.read() as session:
        teams = await rounds.due(session, clock.now())
    for team in teams:
        try:
            await refresh_roster(database, clients, team)
            await _open(database, keys, content, team.id)
        except KeysUnreachable as error:
            log.error("a round could not be opened", team=team.id, why=str(error))
        except Exception as error:
            log.error("a round could not be opened", team=team.id, **describe(error))


async def _open(database: Database, keys: KeyStore, content: Content, team_id: int) -> None:
    async def open_(lock: Lock) -> Round | None:
        async with database.begin() as session:
            team = await session.scalar(
                select(Team).where(Team.id == team_id).with_for_update(skip_locked=True)
            )
            if team is None:
                return None
            round_ = await rounds.open_for(session, team, content, lock, at=clock.now())
            if round_ is not None:
                await opening.invite(session, team, round_)
            return round_

    round_ = await opening.with_new_lock(keys, open_)
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


async def remind_due(database: Database, vault: Vault) -> None:
    """Remind, once, whoever has not answered when a round nears its end."""
    at = clock.now()
    async with database.read() as session:
        open_ = await session.scalars(
            select(AnyRound).where(AnyRound.closed_at.is_(None), AnyRound.closes_at > at)
        )
        due = [round_.id for round_ in open_ if reminds_at(round_) <= at]
    for round_id in due:
        try:
            async with database.begin() as session:
                await _remind(session, vault, round_id, at)
        except Exception as error:
            log.error("nobody could be reminded", round=round_id, **describe(error))


async def _remind(session: AsyncSession, vault: Vault, round_id: int, at: datetime) -> None:
    round_ = await ballots.open_round(session, round_id, at)
    team = await session.get_one(Team, round_.team_id)
    targets = []
    for person in await ballots.waiting_for(session, vault, round_id):
        token = vault.token("reminded", round_id, person.id)
        if await insert_new(session, Reminded, [{"round_id": round_id, "token": token}]):
            targets.append(
                Target(
                    key=f"reminder:{round_id}:{token.hex()}",
                    workspace_id=team.workspace_id,
                    recipient=person.user_id,
                    due_at=at,
                    give_up_at=round_.closes_at,
                )
            )
    if targets:
        await outbox.post(session, blocks.reminder(team, round_), targets)


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
    return [reminds_at(round_) for round_ in await _open_rounds(session)]


async def _open_rounds(session: AsyncSession) -> list[AnyRound]:
    return list(await session.scalars(select(AnyRound).where(AnyRound.closed_at.is_(None))))


def reminds_at(round_: AnyRound) -> datetime:
    """A day before the end; for short rounds when a third of the time is left."""
    length = round_.closes_at - round_.opened_at
    return round_.closes_at - min(timedelta(hours=24), length / 3)


async def close_due(database: Database, keys: KeyStore) -> None:
    """Close every round that is due, if its key can be reached from here."""
    at = clock.now()
    async with database.read() as session:
        due = await rounds.due_to_close(session, at)
    for round_ in due:
        try:
            if await tallies.close(database, keys, round_.id, at=at):
                metrics.rounds.labels("closed").inc()
                log.info("a round closed", round=round_.id)
            elif at - round_.closes_at > ORPHANED:
                await tallies.give_up(database, round_.id, at=at)
                metrics.rounds.labels("lost").inc()
            else:
                log.warning("the key of a round is not here; another worker may have it")
        except Exception as error:
            log.error("a round could not be closed", round=round_.id, **describe(error))


async def tidy_keys(database: Database, keys: KeyStore) -> None:
    """Destroy the keys of closed rounds, at start-up and once a day."""
    await tallies.destroy_spent_keys(database, keys)
