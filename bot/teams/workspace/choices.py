"""What a workspace's own admins decide for all its teams, besides who may start one."""

from datetime import timedelta
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import asdict
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.teams.models import Workspace

KEPT = (26, 52, 104)  # weeks for which digests can be kept; what the operator allows may be less


class RollUps(StrEnum):
    """Who turns the monthly roll-up on and off."""

    LEADS = "leads"  # of any team
    ADMINS = "admins"


class Choices(Struct, frozen=True):
    """What holds in a workspace; these are the defaults."""

    asks_pay: bool = True
    rollups: RollUps = RollUps.LEADS
    keep_digests: int | None = None  # weeks after a round's close; None: as the operator says

    def shortens(self, before: "Choices") -> bool:
        """Whether something is deleted that would have been kept."""
        if self.keep_digests is None:
            return False
        return before.keep_digests is None or self.keep_digests < before.keep_digests


async def read(session: AsyncSession, workspace_id: str) -> Choices:
    """What a workspace has decided, or the defaults."""
    row = await session.get(Workspace, workspace_id)
    if row is None:
        return Choices()
    return Choices(row.asks_pay, RollUps(row.rollups), row.keep_digests)


async def decide(session: AsyncSession, workspace_id: str, choices: Choices) -> None:
    """Write it into the row that a workspace has by now; rounds that are open stay as they are."""
    here = Workspace.workspace_id == workspace_id
    await session.execute(update(Workspace).where(here).values(**asdict(choices)))


async def kept(session: AsyncSession) -> list[tuple[str, timedelta]]:
    """The workspaces that keep digests for a time of their own, with that time."""
    found = await session.execute(
        select(Workspace.workspace_id, Workspace.keep_digests).where(
            Workspace.keep_digests.is_not(None)
        )
    )
    return [(workspace_id, timedelta(weeks=weeks or 0)) for workspace_id, weeks in found]
