"""What people would like to build on a ShipIt day, and with whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import insert_new
from bot.errors import AmpError
from bot.teams.models import Person
from bot.tools.models import ShipItCrew, ShipItDay, ShipItIdea

MOST = 30  # ideas of one day
LONGEST = 200  # characters of one


class Enough(AmpError):
    """There are thirty ideas already. Join one of them; that is worth more than another."""

    field = "words"


class NotYours(AmpError):
    """Only whoever had the idea, or a lead, can take it away."""


class NoIdea(AmpError):
    """That idea has been taken away. `/amp shipit` shows those that there are."""


@dataclass(frozen=True)
class Idea:
    """An idea as it is shown: its words, whose it is, and who is in on it."""

    id: int
    words: str
    person_id: int | None
    crew: tuple[Person, ...]


async def add(session: AsyncSession, day: ShipItDay, person: Person, words: str) -> None:
    """Add an idea; whoever has it is in on it. Raises Enough."""
    known = await session.scalar(
        select(func.count()).select_from(ShipItIdea).where(ShipItIdea.day_id == day.id)
    )
    if (known or 0) >= MOST:
        raise Enough
    idea = ShipItIdea(day_id=day.id, person_id=person.id, words=words)
    session.add(idea)
    await session.flush()
    await join(session, idea, person)


async def find(session: AsyncSession, idea_id: int) -> ShipItIdea:
    """Raises NoIdea."""
    idea = await session.get(ShipItIdea, idea_id)
    if idea is None:
        raise NoIdea
    return idea


async def join(session: AsyncSession, idea: ShipItIdea, person: Person) -> None:
    await insert_new(session, ShipItCrew, [{"idea_id": idea.id, "person_id": person.id}])


async def leave(session: AsyncSession, idea: ShipItIdea, person: Person) -> None:
    await session.execute(
        delete(ShipItCrew).where(ShipItCrew.idea_id == idea.id, ShipItCrew.person_id == person.id)
    )


async def remove(session: AsyncSession, idea: ShipItIdea, person: Person, *, is_lead: bool) -> None:
    """Take an idea away; raises NotYours."""
    if not (is_lead or idea.person_id == person.id):
        raise NotYours
    await session.delete(idea)
    await session.flush()


async def of_day(session: AsyncSession, day: ShipItDay) -> Sequence[Idea]:
    """The ideas of a day, the oldest first."""
    ideas = await session.scalars(
        select(ShipItIdea).where(ShipItIdea.day_id == day.id).order_by(ShipItIdea.id)
    )
    crews: dict[int, list[Person]] = {}
    for idea_id, person in await session.execute(
        select(ShipItCrew.idea_id, Person)
        .join(Person, Person.id == ShipItCrew.person_id)
        .join(ShipItIdea, ShipItIdea.id == ShipItCrew.idea_id)
        .where(ShipItIdea.day_id == day.id)
        .order_by(Person.id)
    ):
        crews.setdefault(idea_id, []).append(person)
    return [Idea(i.id, i.words, i.person_id, tuple(crews.get(i.id, ()))) for i in ideas]
