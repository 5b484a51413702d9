"""What the clock does about audits: open those that a lead wants, tell what they showed."""

from datetime import datetime

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, due
from bot.db import Database
from bot.errors import AmpError
from bot.framework.content import Content
from bot.pulse import ballots, closing, inviting
from bot.pulse import jobs as pulse
from bot.pulse import keys as key_store
from bot.pulse.keys import KeyStore, RoundKey
from bot.slack.clients import Clients
from bot.teams import telling
from bot.teams.models import Team
from bot.tools.audit import asking, blocks
from bot.tools.audit.models import AuditRound
from bot.tools.private import notes
from bot.tools.private.notes import Tool
from bot.vault import Vault
from bot.words import Words

log = structlog.get_logger()


async def open_due(
    database: Database,
    clients: Clients,
    keys: KeyStore,
    vault: Vault,
    say: Words,
    content: Content,
) -> None:
    """Open the audit of every team whose lead wants it asked."""
    async with database.read() as session:
        teams = {team.id: team for team in await asking.wished(session)}

    async def open_(team_id: int) -> None:
        await pulse.refresh_roster(database, clients, say, teams[team_id])
        # Where that has paused the team, its wish is taken away and not met.
        await _open(database, keys, vault, say, content, team_id)

    await due.each(teams, open_, failed="an audit could not be opened", name="team")


async def _open(
    database: Database, keys: KeyStore, vault: Vault, say: Words, content: Content, team_id: int
) -> None:
    async def open_(key: RoundKey) -> AuditRound | None:
        async with database.begin() as session:
            team = await session.get_one(Team, team_id, with_for_update=True)
            if not await asking.grant(session, team_id) or team.ended_at:
                return None
            try:
                round_ = await asking.open_for(session, team, content, key, at=clock.now())
            except AmpError:  # two leads wanted it, or nobody can be asked
                return None
            await inviting.invite(session, say, team, round_)
            return round_

    round_ = await key_store.with_new(keys, vault, open_, at=clock.now())
    if round_ is not None:
        log.info("an audit opened", team=team_id, round=round_.id, asked=round_.asked)


async def tell_due(database: Database, clients: Clients, say: Words, content: Content) -> None:
    """Read every audit that has closed, once, and tell its team."""
    at = clock.now()
    async with database.read() as session:
        closed = await asking.unread(session, at=at)

    async def tell(round_id: int) -> None:
        async with database.read() as session:
            round_ = await session.get_one(AuditRound, round_id)
            team = await session.get_one(Team, round_.team_id)
        channel_id = await closing.told_where(clients, round_, team)
        async with database.begin() as session:
            await _tell(session, say, content, round_id, channel_id, at=at)

    await due.each(closed, tell, failed="an audit could not be told", name="round")


async def _tell(
    session: AsyncSession,
    say: Words,
    content: Content,
    round_id: int,
    channel_id: str,
    *,
    at: datetime,
) -> None:
    reading = await asking.read(session, round_id, at=at)
    if reading is None:
        return
    team = await session.get_one(Team, reading.team_id)
    spoken = say.locale(team.language), content.locale(team.language)
    told = [blocks.result(*spoken, team, reading)]
    # Own answers to the same questions would tell who gave which of the team's.
    await notes.expire(session, Tool.AUDIT, await ballots.everybody(session, round_id))
    await telling.channel(session, team, f"audit:{round_id}", told, at=at, to=channel_id)
