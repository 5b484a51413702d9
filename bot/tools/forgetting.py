"""Leaving: what somebody, or a team, kept or brought with the tools is deleted."""

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import scrubbing
from bot.teams.models import Person, Team
from bot.tools.private.models import PrivateNote
from bot.tools.roles.models import Role
from bot.tools.shipit.models import (
    ShipItCrew,
    ShipItDay,
    ShipItDelivery,
    ShipItIdea,
)
from bot.vault import Vault


async def forget(session: AsyncSession, vault: Vault, person: Person) -> None:
    """Delete somebody's notes and deliveries, and their name from ideas.

    An idea that others are in on stays, without a name; one that nobody else wants goes too.
    """
    for table in (PrivateNote, ShipItDelivery, ShipItCrew):
        await session.execute(delete(table).where(table.person_id == person.id))
    others = (
        select(func.count())
        .select_from(ShipItCrew)
        .where(ShipItCrew.idea_id == ShipItIdea.id)
        .scalar_subquery()
    )
    own = ShipItIdea.person_id == person.id
    await session.execute(delete(ShipItIdea).where(own, others == 0))
    await session.execute(update(ShipItIdea).where(own).values(person_id=None))


async def forget_ended_teams(session: AsyncSession) -> None:
    """Delete what nobody can reach any more: notes, role maps and ShipIt days.

    With a day go its ideas, crews, deliveries and votes. What an audit showed stays, as digests do.
    """
    ended = select(Team.id).where(Team.ended_at.is_not(None))
    gone = [
        delete(table).where(table.team_id.in_(ended)) for table in (PrivateNote, Role, ShipItDay)
    ]
    await scrubbing.erase(session, *gone, words=True)
