"""What a step does, once in each run: Slack repeats an event whose answer it has not had."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.digest import repeating
from bot.framework.content import Content
from bot.pulse import early
from bot.slack import deduplication
from bot.slack.requests import Request
from bot.teams.models import Team
from bot.vault import Vault
from bot.words import Words


async def ask(
    session: AsyncSession, vault: Vault, team: Team, step: Request, *, at: datetime
) -> int:
    """Open this week's round early; gives how many it asks. Raises as `early.ask_now`."""
    if await deduplication.take_run(session, vault, step):
        return await early.ask_now(session, team, at=at)
    return await early.asked(session, team)


async def tell(
    session: AsyncSession,
    vault: Vault,
    say: Words,
    content: Content,
    team: Team,
    step: Request,
    *,
    at: datetime,
) -> int:
    """Post the newest digest again; gives its round's number. Raises as `repeating.repeat`."""
    if await deduplication.take_run(session, vault, step):
        once = step.execution_id
        return await repeating.repeat(session, say, content, team, step.actor, once=once, at=at)
    return await repeating.newest_number(session, team)
