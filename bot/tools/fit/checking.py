"""Whether the framework fits: what comes first where it doesn't."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.framework.content import Content
from bot.framework.entries import FitQuestion
from bot.slack.requests import Actor
from bot.tools.private import notes
from bot.tools.private.notes import Tool
from bot.vault import Vault


async def read(session: AsyncSession, vault: Vault, actor: Actor) -> Mapping[str, bool]:
    """What somebody answered last time, by question."""
    return await notes.read(session, vault, actor, Tool.FIT)


async def keep(
    session: AsyncSession, vault: Vault, actor: Actor, answers: Mapping[str, bool], *, at: datetime
) -> None:
    await notes.keep(session, vault, actor, Tool.FIT, dict(answers), at=at)


def stops(content: Content, answers: Mapping[str, bool]) -> Sequence[FitQuestion]:
    """The questions whose answer says that something else comes first."""
    return [q for q in content.fit if answers.get(q.id) == q.stops_on]
