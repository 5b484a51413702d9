"""Private notes: what somebody keeps for themselves with a tool, encrypted at rest."""

import json
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.slack.requests import Actor
from bot.teams import roster
from bot.teams.models import Person, Team
from bot.tools.private.models import PrivateNote
from bot.vault import Vault


class Tool(StrEnum):
    """The tools that keep something for one person."""

    AUDIT = "audit"
    FIT = "fit"
    FOUR_TS = "four-ts"
    MASTERY = "mastery"
    PURPOSE = "purpose"


async def read(
    session: AsyncSession, vault: Vault, actor: Actor, tool: Tool, *, team: Team | None = None
) -> dict[str, Any]:
    """What a person keeps with this tool; empty if nothing. Raises WrongSecret."""
    note = await _find(session, actor, tool, team)
    value: dict[str, Any] = json.loads(vault.unlock(note.locked)) if note else {}
    return value


async def keep(
    session: AsyncSession,
    vault: Vault,
    actor: Actor,
    tool: Tool,
    value: dict[str, Any],
    *,
    team: Team | None = None,
    at: datetime,
) -> None:
    """Keep *value* in place of what the person kept with this tool, for this team or for none."""
    note = await _find(session, actor, tool, team)
    if note is None:
        person = await roster.known(session, actor)
        note = PrivateNote(person_id=person.id, tool=tool, team_id=team.id if team else None)
        session.add(note)
    note.locked, note.kept_at = vault.lock(json.dumps(value)), at
    await session.flush()


async def delete_all(session: AsyncSession, actor: Actor, tool: Tool) -> None:
    """Delete what the person keeps with this tool."""
    person = await roster.find(session, actor)
    if person is not None:
        await session.execute(
            delete(PrivateNote).where(PrivateNote.person_id == person.id, PrivateNote.tool == tool)
        )


async def _find(
    session: AsyncSession, actor: Actor, tool: Tool, team: Team | None
) -> PrivateNote | None:
    return await session.scalar(
        select(PrivateNote)
        .join(Person, Person.id == PrivateNote.person_id)
        .where(
            Person.workspace_id == actor.workspace_id,
            Person.user_id == actor.user_id,
            PrivateNote.tool == tool,
            PrivateNote.team_id == team.id if team else PrivateNote.team_id.is_(None),
        )
    )
