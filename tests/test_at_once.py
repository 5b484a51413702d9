"""Rows that several write for the first time at the same moment: nobody hears of the others."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import Base, Database
from bot.digest.webhook import endpoints
from bot.digest.webhook.models import Webhook
from bot.slack.installs import Installed, Installs
from bot.slack.models import Installation
from bot.slack.requests import Actor
from bot.teams import membership, roster, setup, starting
from bot.teams.models import Member, Team, Workspace
from bot.teams.starting import Choice, Starters
from bot.tools.private.models import PrivateNote
from bot.tools.private.notes import Notes, Tool
from bot.vault import Vault
from tests.pulse.conftest import humans, wishes

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
AT_ONCE = 6


async def at_once(database: Database, write: Callable[[AsyncSession], Awaitable[object]]) -> None:
    """Let several transactions begin, and look, before the first of them writes."""
    begun = asyncio.Barrier(AT_ONCE)

    async def one() -> None:
        async with database.begin() as session:
            await session.execute(select(1))
            if not database.on_sqlite:  # where a writer begins when the one before has ended
                await begun.wait()
            await write(session)

    await asyncio.gather(*(one() for _ in range(AT_ONCE)))


async def rows(database: Database, table: type[Base]) -> int:
    async with database.read() as session:
        return await session.scalar(select(func.count()).select_from(table)) or 0


@pytest.fixture
async def team(database: Database) -> Team:
    async with database.begin() as session:
        made = await setup.create(session, "T1", "C1", wishes(), humans(5), zone="UTC", at=NOW)
    return made.team


async def test_processes_that_start_at_once_know_their_workspace(
    database: Database, vault: Vault
) -> None:
    """Two web processes and a worker, each with the token from the environment."""
    installed = Installed("T1", "Here", None, "UBOT", "BBOT", frozenset(), "xoxb-1")
    found = Installs(database, vault)
    await asyncio.gather(*(found.keep(installed, at=NOW) for _ in range(AT_ONCE)))
    assert await rows(database, Installation) == 1


async def test_admins_who_decide_at_once(database: Database) -> None:
    """Neither had decided anything before."""
    await at_once(database, lambda s: starting.decide(s, "T1", Choice(Starters.ADMINS, ())))
    assert await rows(database, Workspace) == 1


async def test_leads_who_set_a_webhook_at_once(
    database: Database, vault: Vault, team: Team
) -> None:
    """One of them gets the secret."""
    secrets: list[str | None] = []

    async def turn_on(session: AsyncSession) -> None:
        url = "https://example.com/hook"
        secrets.append(await endpoints.turn_on(session, vault, team, url, at=NOW))

    await at_once(database, turn_on)
    assert await rows(database, Webhook) == 1
    assert sum(secret is not None for secret in secrets) == 1


async def test_a_channel_that_is_read_at_once_by_several(database: Database, team: Team) -> None:
    """A lead saves settings while somebody comes in and the worker looks who is there."""
    people = humans(9)

    async def renew(session: AsyncSession) -> None:
        own = await session.get_one(Team, team.id)
        await membership.enroll(session, own, people, at=NOW)

    await at_once(database, renew)
    assert await rows(database, Member) == len(people)


async def test_somebody_who_saves_a_note_at_once_on_two_devices(
    database: Database, vault: Vault, team: Team
) -> None:
    """With a team and without one."""
    actor = Actor("T1", "U2")
    async with database.begin() as session:
        await roster.known(session, actor)

    for place in (team, None):

        async def keep(session: AsyncSession, place: Team | None = place) -> None:
            notes = Notes(session, vault, actor)
            await notes.keep(Tool.AUDIT, {"tasks": ["write"]}, place, at=NOW)

        await at_once(database, keep)
    assert await rows(database, PrivateNote) == 2
