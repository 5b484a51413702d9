"""What the clock does about pulses: open, remind, close. Each team in a transaction of its own."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog
from slack_sdk.errors import SlackApiError
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, due, metrics
from bot.db import Database
from bot.errors import AmpError
from bot.framework.content import Content
from bot.pulse import (
    calling_off,
    cards,
    closing,
    destroying,
    forgetting,
    inviting,
    rounds,
    taking_over,
    tallies,
)
from bot.pulse import keys as key_store
from bot.pulse.keys import KeyStore, KeysUnreachable, RoundKey
from bot.pulse.models import AnyRound, Round
from bot.pulse.sealing import GIVEN_UP
from bot.slack import refusals
from bot.slack.clients import Clients
from bot.slack.failures import describe
from bot.slack.posting import Dispatch
from bot.teams import channels, directory, following, joining, reaching
from bot.teams.models import Team
from bot.vault import Vault
from bot.words import Words

log = structlog.get_logger()

FRESH = timedelta(minutes=10)  # a roster read so lately is not read again before asking
SIDE_BY_SIDE = 12  # teams whose channels are read at once


async def open_due(
    database: Database,
    clients: Clients,
    keys: KeyStore,
    vault: Vault,
    say: Words,
    content: Content,
) -> None:
    """Open every round that is due."""
    async with database.read() as session:
        teams = {team.id: team for team in await rounds.due(session, clock.now())}

    async def open_(team_id: int) -> None:
        sister = teams[team_id].sister
        if sister and sister.unreachable_at is None:
            await refresh_roster(database, clients, say, sister)
        if await refresh_roster(database, clients, say, teams[team_id]):
            await _open(database, keys, vault, say, content, team_id)

    await due.each(
        teams, open_, failed="a round could not be opened", name="team", together=SIDE_BY_SIDE
    )


async def _open(
    database: Database, keys: KeyStore, vault: Vault, say: Words, content: Content, team_id: int
) -> None:
    async def open_(key: RoundKey) -> Round | None:
        async with database.begin() as session:
            team = await session.scalar(
                select(Team).where(Team.id == team_id).with_for_update(skip_locked=True)
            )
            if team is None or await cards.take_over(session, say, content, team, at=clock.now()):
                return None
            round_ = await rounds.open_for(session, team, content, key, at=clock.now())
            if round_ is not None:
                await inviting.invite(session, say, team, round_)
            return round_

    try:
        round_ = await key_store.with_new(keys, vault, open_, at=clock.now())
    except KeysUnreachable as error:
        log.error("a round could not be opened", **describe(error), why=error.__doc__)
        return
    if round_ is not None:
        metrics.rounds.labels("opened").inc()
        log.info("a round opened", team=team_id, round=round_.id, asked=round_.asked)


async def refresh_roster(database: Database, clients: Clients, say: Words, team: Team) -> bool:
    """Read the channel's people once more; when Slack can't be asked, what we know must do.

    False where Slack shows us the channel no more, or nobody in the user group that is asked: the
    team pauses by itself.
    """
    if team.roster_read_at and clock.now() - team.roster_read_at < FRESH:
        return True
    try:
        reader = await clients.reader_for(team.workspace_id)
        humans = await directory.humans(
            reader, database, team.workspace_id, team.channel_id, at=clock.now()
        )
        private = await channels.is_private(reader, team.channel_id)
    except (AmpError, *refusals.NOT_ANSWERED) as error:
        log.warning("a roster could not be read", team=team.id, **describe(error))
        code = refusals.code(error) if isinstance(error, SlackApiError) else ""
        return not await _lose(database, say, team, refusals.OUT_OF_REACH.get(code))
    group = await channels.group_now(reader, team)
    async with database.begin() as session:
        known = await session.get_one(Team, team.id, with_for_update=True)
        known.is_private = private
        planned = known.next_day, known.next_opens_at, known.asks_at_once
        await joining.read_again(session, say, known, humans, at=clock.now())
        # It is due, and the new people are asked with it.
        known.next_day, known.next_opens_at, known.asks_at_once = planned
        await following.follow(session, say, known, group, at=clock.now())
        return known.unreachable_at is None


async def _lose(database: Database, say: Words, team: Team, why: str | None) -> bool:
    """Pause a team whose channel Slack shows us no more; False where nothing says so."""
    if why is None:
        return False
    async with database.begin() as session:
        known = await session.get_one(Team, team.id, with_for_update=True)
        await reaching.lose(session, say, known, why, at=clock.now())
    return True


async def call_off_due(database: Database) -> None:
    """Whoever has left a channel hears no more of the round that is open there."""
    at = clock.now()
    async with database.read() as session:
        open_ = await calling_off.left_behind(session, at)

    async def call_off(session: AsyncSession, round_id: int) -> None:
        await calling_off.whoever_left(session, round_id, at=at)

    await due.each_in_transaction(
        database, open_, call_off, failed="somebody who left is still asked", name="round"
    )


async def call_off_unwanted(database: Database, dispatches: Sequence[Dispatch]) -> bool:
    """Withdraw what is about to go to who has left its channel, or is away; whether any was."""
    keys = [one.key for one in dispatches if one.key.startswith(calling_off.KINDS)]
    if not keys:
        return False
    async with database.read() as session:
        unwanted = await calling_off.unwanted(session, keys, at=clock.now())
    if unwanted:
        async with database.begin() as session:
            for round_id, person in unwanted:
                await calling_off.withdraw(session, round_id, person)
    return bool(unwanted)


async def remind_due(database: Database, say: Words) -> None:
    """Remind everybody, once, at the moment that their place in a round says."""
    at = clock.now()
    async with database.read() as session:
        waiting = await inviting.to_remind(session, at)

    async def remind(session: AsyncSession, round_id: int) -> None:
        await inviting.remind(session, say, round_id, at=at)

    await due.each_in_transaction(
        database, waiting, remind, failed="nobody could be reminded", name="round"
    )


async def opening_moments(session: AsyncSession) -> list[datetime]:
    """When the next round of each team is due."""
    planned = select(Team.next_opens_at).where(
        Team.ended_at.is_(None), Team.next_opens_at.is_not(None)
    )
    return [at for at in await session.scalars(planned) if at]


async def closing_moments(session: AsyncSession) -> list[datetime]:
    """When the rounds that are open are due to close."""
    open_ = await session.scalars(select(AnyRound).where(AnyRound.closed_at.is_(None)))
    return [at for round_ in open_ for at in (round_.closes_at, round_.looks_at) if at]


async def close_due(database: Database, keys: KeyStore, vault: Vault) -> None:
    """Close every round that is due, if its key can be reached from here."""
    at = clock.now()
    await _look(database, keys, vault, at)
    async with database.read() as session:
        ending = {round_.id: round_.closes_at for round_ in await rounds.due_to_close(session, at)}

    async def close(round_id: int) -> None:
        if await tallies.close(database, keys, vault, round_id, at=at):
            metrics.rounds.labels("closed").inc()
            log.info("a round closed", round=round_id)
        elif at - ending[round_id] > GIVEN_UP:
            await tallies.give_up(database, round_id, at=at)
            metrics.rounds.labels("lost").inc()
        else:
            log.warning(
                "the key of a round is not here; another worker may have it",
                cause=f"round {round_id}",
            )

    await due.each(ending, close, failed="a round could not be closed", name="round")


async def _look(database: Database, keys: KeyStore, vault: Vault, at: datetime) -> None:
    """Let those rounds be due that a lead wants closed, and that everybody has answered."""
    async with database.read() as session:
        waiting = await closing.due_to_look(session, at)
    if waiting:
        await key_store.reach(keys)

    async def look(session: AsyncSession, round_id: int) -> None:
        round_ = await session.get_one(AnyRound, round_id, with_for_update=True)
        await closing.look(session, keys, vault, round_, at=at)

    await due.each_in_transaction(
        database, waiting, look, failed="it could not be seen who is missing", name="round"
    )


async def scrub(database: Database, keys: KeyStore) -> None:
    """Destroy the keys of what has closed, and take what was deleted out of the files."""
    await destroying.destroy_spent(database, keys)


async def tidy_keys(database: Database, keys: KeyStore, vault: Vault) -> None:
    """Destroy keys that nothing open needs, and forget where those had a place who left."""
    await destroying.tidy(database, keys, vault, at=clock.now())
    async with database.begin() as session:
        await forgetting.tidy(session, at=clock.now())


async def take_over(database: Database, keys: KeyStore, vault: Vault) -> None:
    """Rounds that the version before has opened are sealed, and reminded of, as ours are."""
    await destroying.split_whole_keys(database, keys, vault)
    async with database.read() as session:
        waiting = await taking_over.waiting(session)

    async def take(session: AsyncSession, round_id: int) -> None:
        await taking_over.take_over(session, round_id, at=clock.now())

    await due.each_in_transaction(
        database, waiting, take, failed="a round could not be taken over", name="round"
    )
