"""How much somebody hears from all their teams: what was sent or is planned around a moment."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot.privacy import QUORUM
from bot.pulse.models import Invitation, Round
from bot.pulse.planning import Load, Place
from bot.rows import is_any_of
from bot.teams.models import PICKED, Member, Person, Team

AROUND = timedelta(days=10)  # a week to either side, whatever the zone


async def hold(session: AsyncSession, people: Collection[int]) -> None:
    """Hold people's rows, so that two teams that open at once don't both think they are alone."""
    await session.execute(
        select(Person.id)
        .where(is_any_of(session, Person.id, people))
        .order_by(Person.id)
        .with_for_update()
    )


async def of_people(
    session: AsyncSession, people: Collection[int], *, at: datetime
) -> Mapping[int, Load]:
    """The load of each of them, with the next round of every team of theirs.

    What they put off themselves is not in it.
    """
    ids = sorted(people)
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
    found = await session.execute(
        select(Member.person_id, Team.id, Team.next_day, Team.every_weeks)
        .join(own := aliased(Team), own.id == Member.team_id)
        .join(Team, Team.asks_those_of(own.id))
        .join(Person, Person.id == Member.person_id)
        .where(
            is_any_of(session, Member.person_id, ids),
            Member.is_asked,
            Member.left_out.is_(False),
            Team.ended_at.is_(None),
            Team.unreachable_at.is_(None),
            Team.next_opens_at <= at + AROUND,
            _may_be_asked(own),
        )
        .distinct()  # who is in both of two teams that are asked together
    )
    planned = found.all()
    large = await _large(session, {team_id for _, team_id, _, _ in planned})
    for person_id, team_id, day, every_weeks in planned:
        if day is not None and team_id in large:
            loads[person_id].coming.extend(coming(day, every_weeks))
    return loads


async def _large(session: AsyncSession, teams: Collection[int]) -> set[int]:
    """Those of these teams that are asked: a small one has cards, or nothing."""
    found = await session.scalars(
        select(Team.id)
        .join(own := aliased(Team), Team.asks_those_of(own.id))
        .join(Member, Member.team_id == own.id)
        .join(Person, Person.id == Member.person_id)
        .where(is_any_of(session, Team.id, sorted(teams)), Member.is_asked)
        .where(Member.left_out.is_(False), Person.is_active, _may_be_asked(own))
        .group_by(Team.id)
        .having(func.count(Person.id.distinct()) >= QUORUM)
    )
    return set(found)


def _may_be_asked(team: type[Team]) -> ColumnElement[bool]:
    """As `Team.asks` says it."""
    return team.with_guests | Person.is_guest.is_(False) | (team.whom == PICKED)


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
