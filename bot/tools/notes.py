"""Notes: what somebody keeps for themselves with a tool, locked, and read by nobody else."""

import json
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.slack.requests import Actor
from bot.teams import roster
from bot.teams.models import Person, Team
from bot.tools.models import Note
from bot.vault import Vault


class Tool(StrEnum):
    """The tools that keep something for one person."""

    AUDIT = "audit"
    FIT = "fit"
    FOUR_TS = "four-ts"
    MASTERY = "mastery"
    PURPOSE = "purpose"


async def keep(
    session: AsyncSession,
    vault: Vault,
    person: Person,
    tool: Tool,
    value: dict[str, Any],
    *,
    team: Team | None = None,
    at: datetime,
) -> None:
    """Keep *value* in place of what the person kept with this tool, for this team or for none."""
    note = await _find(session, person, tool, team)
    if note is None:
        note = Note(person_id=person.id, tool=tool, team_id=team.id if team else None)
        session.add(note)
    note.locked, note.kept_at = vault.lock(json.dumps(value)), at
    await session.flush()


async def read(
    session: AsyncSession, vault: Vault, person: Person, tool: Tool, *, team: Team | None = None
) -> dict[str, Any]:
    """What the person keeps with this tool; empty if nothing. Raises WrongSecret."""
    note = await _find(session, person, tool, team)
    value: dict[str, Any] = json.loads(vault.unlock(note.locked)) if note else {}
    return value


async def of(
    session: AsyncSession, vault: Vault, actor: Actor, tool: Tool, *, team: Team | None = None
) -> dict[str, Any]:
    """The same of whoever does something in Slack just now."""
    return await read(session, vault, await roster.known(session, actor), tool, team=team)


async def drop(session: AsyncSession, person: Person, tool: Tool) -> None:
    """Let go of what the person keeps with this tool."""
    await session.execute(delete(Note).where(Note.person_id == person.id, Note.tool == tool))


async def _find(
    session: AsyncSession, person: Person, tool: Tool, team: Team | None
) -> Note | None:
    return await session.scalar(
        select(Note).where(
            Note.person_id == person.id,
            Note.tool == tool,
            Note.team_id == team.id if team else Note.team_id.is_(None),
        )
    )
