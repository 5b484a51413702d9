"""What people would like to build on a ShipIt day, and with whom."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import AmpError
from bot.rows import insert_new
from bot.teams.models import Person, Team
from bot.tools.shipit.days import NothingWritten
from bot.tools.shipit.models import ShipItCrew, ShipItDay, ShipItIdea

MAX_IDEAS = 30  # of one day
LENGTH = 200  # characters of one


class TooManyIdeas(AmpError):
    """The day has as many ideas as it can hold."""

    field = "words"


class NotYourIdea(AmpError):
    """Somebody who neither had an idea nor leads the team wants to take it away."""


class IdeaGone(AmpError):
    """An idea has been taken away."""


class Idea(Struct, frozen=True):
    """An idea as it is shown: its words, whose it is, and who is in on it, by Slack's user ids."""

    id: int
    words: str
    by: str | None
    crew: tuple[str, ...]


async def add(session: AsyncSession, day: ShipItDay, person: Person, words: str) -> None:
    """Add an idea; whoever has it is in on it. Raises NothingWritten or TooManyIdeas."""
    if not words:
        raise NothingWritten
    known = await session.scalar(
        select(func.count()).select_from(ShipItIdea).where(ShipItIdea.day_id == day.id)
    )
    if (known or 0) >= MAX_IDEAS:
        raise TooManyIdeas
    idea = ShipItIdea(day_id=day.id, person_id=person.id, words=words)
    session.add(idea)
    await session.flush()
    await join(session, idea, person)


async def find(session: AsyncSession, idea_id: int) -> ShipItIdea:
    """Raises IdeaGone."""
    idea = await session.get(ShipItIdea, idea_id)
    if idea is None:
        raise IdeaGone
    return idea


async def join(session: AsyncSession, idea: ShipItIdea, person: Person) -> None:
    await insert_new(session, ShipItCrew, [{"idea_id": idea.id, "person_id": person.id}])


async def leave(session: AsyncSession, idea: ShipItIdea, person: Person) -> None:
    await session.execute(
        delete(ShipItCrew).where(ShipItCrew.idea_id == idea.id, ShipItCrew.person_id == person.id)
    )


async def remove(session: AsyncSession, idea: ShipItIdea, person: Person, *, is_lead: bool) -> None:
    """Take an idea away; raises NotYourIdea."""
    if not (is_lead or idea.person_id == person.id):
        raise NotYourIdea
    await session.delete(idea)
    await session.flush()


async def unbuilt(session: AsyncSession, team: Team) -> list[str]:
    """The ideas of a team's day that is still to come, which would go with the team."""
    found = await session.scalars(
        select(ShipItIdea.words)
        .join(ShipItDay, ShipItDay.id == ShipItIdea.day_id)
        .where(ShipItDay.team_id == team.id, ShipItDay.over_at.is_(None))
        .order_by(ShipItIdea.id)
    )
    return list(found)


async def of_day(session: AsyncSession, day: ShipItDay) -> Sequence[Idea]:
    """The ideas of a day, the oldest first."""
    ideas = await session.execute(
        select(ShipItIdea, Person.user_id)
        .outerjoin(Person, Person.id == ShipItIdea.person_id)
        .where(ShipItIdea.day_id == day.id)
        .order_by(ShipItIdea.id)
    )
    crews: dict[int, list[str]] = {}
    for idea_id, user_id in await session.execute(
        select(ShipItCrew.idea_id, Person.user_id)
        .join(Person, Person.id == ShipItCrew.person_id)
        .join(ShipItIdea, ShipItIdea.id == ShipItCrew.idea_id)
        .where(ShipItIdea.day_id == day.id)
        .order_by(Person.id)
    ):
        crews.setdefault(idea_id, []).append(user_id)
    return [Idea(i.id, i.words, by, tuple(crews.get(i.id, ()))) for i, by in ideas]
