"""Which step of the framework a digest and Home lead to: the next line of the team's checklist.

A line that stays open although it was told twice gives way to the next step: those after it in
its own step often begin where it ends.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from bot.checklist import ticks
from bot.checklist.ticks import Progress
from bot.digest.summary import Summary
from bot.framework.content import Content
from bot.framework.entries import Todo
from bot.teams.models import Team

AGAIN = 4  # rounds after which a line is told again
OFTEN = 2  # times that a line is told, of the digests that are looked back on
LOOKED_BACK_ON = 12  # digests


async def with_step(
    session: AsyncSession, content: Content, team: Team, told: Summary, earlier: Sequence[Summary]
) -> Summary:
    """Add what comes next, unless there is news to talk about or it was told lately.

    *earlier* are the digests before it, oldest first.
    """
    if told.leading:
        return told
    progress = await ticks.progress(session, team, content)
    line = ahead(progress, earlier, number=told.number)
    if line is None or line.id in _lately(earlier, told.number):
        return told
    return replace(told, step=line.id)


def ahead(progress: Progress, earlier: Sequence[Summary], *, number: int) -> Todo | None:
    """The open line that a team is led to in round *number*: what it was told lately stays it."""
    earlier = earlier[-LOOKED_BACK_ON:]
    lately, often = _lately(earlier, number), Counter(one.step for one in earlier)
    told = next((todo for todo in progress.open if todo.id in lately), None)
    heard = {todo.card for todo in progress.open if often[todo.id] >= OFTEN}
    return told or next((todo for todo in progress.open if todo.card not in heard), None)


def _lately(earlier: Sequence[Summary], number: int) -> set[str | None]:
    return {one.step for one in earlier if one.number > number - AGAIN}
