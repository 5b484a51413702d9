"""Which step of the framework a digest and Home lead to: the next line of the team's checklist.

A line that stays open although it was told twice gives way to the next step: those after it in
its own step often begin where it ends.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec.structs import replace
from sqlalchemy.ext.asyncio import AsyncSession

from bot.checklist import ticks
from bot.checklist.ticks import Progress
from bot.digest.summary import Summary
from bot.framework.content import Content
from bot.framework.entries import Todo
from bot.teams.models import Team

Steps: TypeAlias = Mapping[int, str | None]  # which line digests told, by their rounds

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
    progress = await ticks.progress(session, team, content)
    before = {one.number: one.step for one in earlier}
    line = ahead(progress, before, number=told.number)
    if line is None or line.id in _lately(before, told.number):
        return told
    return replace(told, step=line.id)


def ahead(progress: Progress, told: Steps, *, number: int) -> Todo | None:
    """The open line that a team is led to in round *number*: what it was told lately stays it."""
    lately, often = _lately(told, number), Counter(told.values())
    still = next((todo for todo in progress.open if todo.id in lately), None)
    heard = {todo.card for todo in progress.open if often[todo.id] >= OFTEN}
    return still or next((todo for todo in progress.open if todo.card not in heard), None)


def _lately(told: Steps, number: int) -> set[str | None]:
    return {step for of_round, step in told.items() if of_round > number - AGAIN}
