"""Which step of the framework a digest leads to: the next line of the team's checklist.

A line that stays open although it was told twice gives way to the next step: those after it in
its own step often begin where it ends.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from bot.checklist import ticks
from bot.digest.summary import Summary
from bot.framework.content import Content
from bot.teams.models import Team

AGAIN = 4  # rounds after which a line is told again
OFTEN = 2  # times that a line is told, of the digests that are remembered


async def with_step(
    session: AsyncSession, content: Content, team: Team, told: Summary, earlier: Sequence[Summary]
) -> Summary:
    """Add what comes next, unless there is news to talk about or it was told lately.

    *earlier* are the digests before it, oldest first.
    """
    if told.leading:
        return told
    ahead = (await ticks.progress(session, team, content)).open
    often = Counter(one.step for one in earlier)
    heard = {todo.card for todo in ahead if often[todo.id] >= OFTEN}
    first = next((todo for todo in ahead if todo.card not in heard), None)
    lately = {one.step for one in earlier if one.number > told.number - AGAIN}
    if first is None or lately & {todo.id for todo in ahead}:
        return told
    return replace(told, step=first.id)
