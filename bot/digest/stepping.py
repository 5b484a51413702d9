"""Which step of the framework a digest leads to: the next line of the team's checklist."""

from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from bot.checklist import ticks
from bot.digest import archive
from bot.digest.summary import Summary
from bot.framework.content import Content
from bot.insight import news
from bot.teams.models import Team

AGAIN = 4  # rounds after which a line that is still open is told once more


async def with_step(session: AsyncSession, content: Content, team: Team, told: Summary) -> Summary:
    """Add what comes next, unless there is news to talk about or it was told lately."""
    if news.leading(told.news):
        return told
    ahead = (await ticks.progress(session, team, content)).next
    kept = await archive.summaries(session, [team.id], last=AGAIN)
    lately = [one.step for one in kept if told.number - AGAIN < one.number < told.number]
    if ahead is None or ahead.id in lately:
        return told
    return replace(told, step=ahead.id)
