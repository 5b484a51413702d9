"""What of the checklist is done in a team, by whom and when, and whether it has come to a stop."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import insert_new
from bot.framework.content import Content
from bot.framework.entries import Todo
from bot.teams.models import Person, Team
from bot.tools.checklist.models import Checklist, Tick

MONTH = timedelta(days=30)  # without a move, after which the leads are nudged


@dataclass(frozen=True)
class Progress:
    """The lines of the checklist, and those that are done."""

    todos: tuple[Todo, ...]
    ticks: Mapping[str, Tick]  # by the line's id

    @property
    def done(self) -> int:
        return sum(todo.id in self.ticks for todo in self.todos)

    @property
    def is_complete(self) -> bool:
        return self.done == len(self.todos)

    @property
    def next(self) -> Todo | None:
        """The first line that is not done."""
        return next((todo for todo in self.todos if todo.id not in self.ticks), None)

    def of_card(self, card: str) -> "Progress":
        """The same for one step."""
        return Progress(tuple(t for t in self.todos if t.card == card), self.ticks)

    @property
    def cards(self) -> tuple[str, ...]:
        """The steps, in order."""
        return tuple(dict.fromkeys(todo.card for todo in self.todos))


async def progress(session: AsyncSession, team: Team, content: Content) -> Progress:
    """How far a team is; a tick of a line that the content has no more does not count."""
    ticks = await session.scalars(select(Tick).where(Tick.team_id == team.id))
    return Progress(content.checklist, {tick.todo_id: tick for tick in ticks})


async def begin(session: AsyncSession, team: Team, *, at: datetime) -> Checklist:
    """The team's checklist; a month without a move counts from the first look at it."""
    await insert_new(session, Checklist, [{"team_id": team.id, "moved_at": at, "is_quiet": False}])
    return await session.get_one(Checklist, team.id)


async def mark(
    session: AsyncSession, team: Team, todo_id: str, person: Person, *, done: bool, at: datetime
) -> None:
    """Tick a line or take its tick back; what is so already stays as it is."""
    if done:
        row = {"team_id": team.id, "todo_id": todo_id, "person_id": person.id, "ticked_at": at}
        moved = bool(await insert_new(session, Tick, [row]))
    else:
        gone = await session.execute(
            delete(Tick).where(Tick.team_id == team.id, Tick.todo_id == todo_id)
        )
        moved = bool(gone.rowcount)  # type: ignore[attr-defined]
    if moved:
        sheet = await begin(session, team, at=at)
        sheet.moved_at, sheet.nudged_at = at, None


async def quieten(session: AsyncSession, team: Team, *, quiet: bool, at: datetime) -> None:
    """Nudge this team's leads no more, or again."""
    (await begin(session, team, at=at)).is_quiet = quiet


async def stalled(session: AsyncSession, at: datetime) -> list[int]:
    """The teams whose checklist has not moved for a month and whose leads don't know it yet."""
    found = await session.scalars(
        select(Checklist.team_id)
        .join(Team, Team.id == Checklist.team_id)
        .where(
            Checklist.moved_at <= at - MONTH,
            Checklist.nudged_at.is_(None),
            Checklist.is_quiet.is_(False),
            Team.ended_at.is_(None),
        )
    )
    return list(found)
