"""Who wants a roll-up, and who hears when one does not arrive."""

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.digest.models import RollUp
from bot.teams.models import Member, Person, Team
from bot.vault import Vault


async def leads(session: AsyncSession, workspace_id: str) -> list[tuple[int, str]]:
    """Everybody who leads a team of the workspace: id and Slack's user id."""
    found = await session.execute(
        select(Person.id, Person.user_id)
        .join(Member, Member.person_id == Person.id)
        .join(Team, Team.id == Member.team_id)
        .where(
            Person.workspace_id == workspace_id,
            Person.is_active,
            Member.is_lead,
            Team.ended_at.is_(None),
        )
        .distinct()
    )
    return [(id_, user_id) for id_, user_id in found]


async def to_tell(session: AsyncSession, wish: RollUp) -> list[tuple[int, str]]:
    """Whoever turned it on, or every lead where that person wants no part any more."""
    if not wish.set_by:
        return await leads(session, wish.workspace_id)
    found = await session.execute(
        select(Person.id, Person.user_id).where(
            Person.workspace_id == wish.workspace_id, Person.user_id == wish.set_by
        )
    )
    return [(id_, user_id) for id_, user_id in found]


async def forget(session: AsyncSession, vault: Vault, person: Person) -> None:
    """The roll-up stays, since others read it; who turned it on is forgotten."""
    await session.execute(
        update(RollUp)
        .where(RollUp.workspace_id == person.workspace_id, RollUp.set_by == person.user_id)
        .values(set_by="")
    )
