"""What of the checklist is done in a team, by whom and when, and whether it has come to a stop.

What the tools know ticks it; what a lead ticks or takes back by hand counts before that.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from msgspec import Struct, field
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.checklist import evidence
from bot.checklist.evidence import Evidence
from bot.checklist.models import Checklist, Tick
from bot.framework.content import Content
from bot.framework.entries import Todo
from bot.rows import insert_new, upsert
from bot.teams.models import Person, Team

MONTH = timedelta(days=30)  # without a move, after which the leads are nudged


class Progress(Struct, frozen=True):
    """The lines of the checklist, and those that are done."""

    todos: tuple[Todo, ...]
    ticks: Mapping[str, Tick]  # by hand, and taken back by hand; by the line's id
    known: Mapping[str, Evidence] = field(default_factory=dict)  # by itself

    def is_done(self, todo: Todo) -> bool:
        tick = self.ticks.get(todo.id)
        return tick.is_done if tick else todo.id in self.known

    @property
    def done(self) -> int:
        return sum(map(self.is_done, self.todos))

    @property
    def is_complete(self) -> bool:
        return self.done == len(self.todos)

    @property
    def next(self) -> Todo | None:
        """The first line that is not done."""
        return next(iter(self.open), None)

    @property
    def open(self) -> tuple[Todo, ...]:
        """The lines that are not done."""
        return tuple(todo for todo in self.todos if not self.is_done(todo))

    def of_card(self, card: str) -> "Progress":
        """The same for one step."""
        return Progress(tuple(t for t in self.todos if t.card == card), self.ticks, self.known)

    @property
    def cards(self) -> tuple[str, ...]:
        """The steps, in order."""
        return tuple(dict.fromkeys(todo.card for todo in self.todos))

    def moved_since(self, at: datetime) -> bool:
        """Whether the tools have ticked anything since then."""
        return any(one.at and one.at > at for one in self.known.values())


async def progress(session: AsyncSession, team: Team, content: Content) -> Progress:
    """How far a team is; a tick of a line that the content has no more does not count."""
    ticks = await session.scalars(
        select(Tick)
        .where(Tick.team_id == team.id)
        .execution_options(populate_existing=True)  # it may just have been written
    )
    by_hand = {tick.todo_id: tick for tick in ticks}
    return Progress(content.checklist, by_hand, await evidence.of_team(session, team, content))


async def begin(session: AsyncSession, team: Team, *, at: datetime) -> Checklist:
    """The team's checklist; a month without a move counts from the first look at it."""
    await insert_new(session, Checklist, [{"team_id": team.id, "moved_at": at, "is_quiet": False}])
    return await session.get_one(Checklist, team.id)


async def mark(
    session: AsyncSession,
    team: Team,
    content: Content,
    todo_id: str,
    person: Person,
    *,
    done: bool,
    at: datetime,
) -> None:
    """Tick a line or take its tick back; what is so already stays as it is.

    What the tools tick anew at each reading stays open once a lead has said so.
    """
    before = await progress(session, team, content)
    todo = next((todo for todo in before.todos if todo.id == todo_id), None)
    if todo is None or before.is_done(todo) == done:
        return
    if done or todo_id in before.known:
        row = {"team_id": team.id, "todo_id": todo_id, "person_id": person.id, "ticked_at": at}
        await upsert(session, Tick, {**row, "is_done": done})
    else:
        await session.execute(delete(Tick).where(Tick.team_id == team.id, Tick.todo_id == todo_id))
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
