"""How much somebody hears from all their teams: what was sent or is planned around a moment."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.pulse.models import Invitation, Round
from bot.pulse.planning import Load, Place
from bot.rows import is_any_of
from bot.teams.models import Member, Person, Team

AROUND = timedelta(days=10)  # a week to either side, whatever the zone


async def of_people(
    session: AsyncSession, people: Collection[int], *, at: datetime
) -> Mapping[int, Load]:
    """The load of each of them, with the next round of every team of theirs.

    What they put off themselves is not in it. Their rows are held, so that two teams that open at
    once don't both think they are alone.
    """
    ids = sorted(people)
    await session.execute(
        select(Person.id)
        .where(is_any_of(session, Person.id, ids))
        .order_by(Person.id)
        .with_for_update()
    )
    loads: dict[int, Load] = defaultdict(Load)
    around = Invitation.due_at.between(at - AROUND, at + AROUND)
    for row in await session.scalars(
        select(Invitation)
        .join(Round, Round.id == Invitation.round_id)
        .where(is_any_of(session, Invitation.person_id, ids), Invitation.told, around)
    ):
        loads[row.person_id].asked.append(row.due_at)
        if row.reminds_at and row.later_at is None:
            loads[row.person_id].reminded.append(row.reminds_at)
    for person_id, day, every_weeks in await session.execute(
        select(Member.person_id, Team.next_day, Team.every_weeks)
        .join(Team, Team.id == Member.team_id)
        .where(
            is_any_of(session, Member.person_id, ids),
            Member.is_asked,
            Member.left_out.is_(False),
            Team.ended_at.is_(None),
            Team.unreachable_at.is_(None),
            Team.next_opens_at <= at + AROUND,
        )
    ):
        if day is not None:
            loads[person_id].coming.extend(coming(day, every_weeks))
    return loads


def coming(day: date, every_weeks: int) -> tuple[date, date]:
    """The next two days of a team: a reminder may fall into the week of the second."""
    return day, day + timedelta(weeks=every_weeks)


async def give_up(session: AsyncSession, places: Mapping[int, Place]) -> None:
    """Take back the reminders in whose place questions come."""
    for person_id, place in places.items():
        if place.instead_of is not None:
            await session.execute(
                update(Invitation)
                .where(Invitation.person_id == person_id, Invitation.reminds_at == place.instead_of)
                .values(reminds_at=None)
            )
