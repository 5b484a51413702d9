"""Private notes: what somebody keeps for themselves with a tool, encrypted at rest."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import scrubbing
from bot.rows import insert_new, is_any_of
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


class Notes(Struct, frozen=True):
    """What one person keeps with the tools, for one team or for none."""

    session: AsyncSession
    vault: Vault
    actor: Actor

    async def hold(self) -> None:
        """Let nobody else keep anything of theirs until this is through."""
        person = await roster.known(self.session, self.actor)
        await self.session.refresh(person, with_for_update=True)

    async def read(self, tool: Tool, team: Team | None = None) -> dict[str, Any]:
        """What they keep with this tool; empty if nothing. Raises WrongSecret."""
        note = await self._find(tool, team)
        value: dict[str, Any] = json.loads(self.vault.unlock(note.locked)) if note else {}
        return value

    async def keep(
        self, tool: Tool, value: Mapping[str, Any], team: Team | None = None, *, at: datetime
    ) -> None:
        """Keep *value* in place of what they kept with this tool."""
        person = await roster.known(self.session, self.actor)
        kept = {"locked": self.vault.lock(json.dumps(dict(value))), "kept_at": at}
        whose = {"person_id": person.id, "tool": tool, "team_id": team.id if team else None}
        if not await insert_new(self.session, PrivateNote, [{**whose, **kept}]):
            own = PrivateNote.person_id == person.id
            await self.session.execute(
                update(PrivateNote).where(own, *_with(tool, team)).values(kept)
            )

    async def delete(self, tool: Tool) -> None:
        """Delete what they keep with this tool."""
        person = await roster.find(self.session, self.actor)
        if person is not None:
            await expire(self.session, tool, [person])

    async def _find(self, tool: Tool, team: Team | None) -> PrivateNote | None:
        return await self.session.scalar(
            select(PrivateNote)
            .join(Person, Person.id == PrivateNote.person_id)
            .where(
                Person.workspace_id == self.actor.workspace_id,
                Person.user_id == self.actor.user_id,
                *_with(tool, team),
            )
        )


def _with(tool: Tool, team: Team | None) -> tuple[ColumnElement[bool], ...]:
    place = PrivateNote.team_id == team.id if team else PrivateNote.team_id.is_(None)
    return PrivateNote.tool == tool, place


async def expire(session: AsyncSession, tool: Tool, people: Iterable[Person]) -> None:
    """Delete what these people keep with this tool, for whatever team."""
    theirs = is_any_of(session, PrivateNote.person_id, [person.id for person in people])
    await _delete(session, tool, theirs)


async def expire_older(session: AsyncSession, tool: Tool, *, than: datetime) -> None:
    """Delete what was kept with this tool before."""
    await _delete(session, tool, PrivateNote.kept_at < than)


async def _delete(session: AsyncSession, tool: Tool, which: ColumnElement[bool]) -> None:
    notes = delete(PrivateNote).where(PrivateNote.tool == tool, which)
    await scrubbing.erase(session, notes, words=True)
