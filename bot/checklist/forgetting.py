"""Leaving: names are taken from ticks, and the checklists of teams that ended are deleted."""

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import scrubbing
from bot.checklist.models import Checklist, Tick
from bot.teams.models import Person, Team
from bot.vault import Vault


async def forget(session: AsyncSession, vault: Vault, person: Person) -> None:
    """A tick stays for the team, without a name."""
    await session.execute(update(Tick).where(Tick.person_id == person.id).values(person_id=None))


async def forget_ended_teams(session: AsyncSession) -> None:
    ended = select(Team.id).where(Team.ended_at.is_not(None))
    gone = [delete(table).where(table.team_id.in_(ended)) for table in (Tick, Checklist)]
    await scrubbing.erase(session, *gone, words=True)
