"""Rounds that the version before has opened: they are reminded of as ours are.

It planned no reminders; it reminded everybody of a round at one moment.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.pulse import load, planning
from bot.pulse.models import AnyRound, Invitation, Reminded
from bot.teams import calendar
from bot.teams.models import Person, Team


async def waiting(session: AsyncSession) -> Sequence[int]:
    """The open rounds that the version before has opened, and nobody has taken over."""
    found = await session.scalars(
        select(AnyRound.id).where(
            AnyRound.closed_at.is_(None), AnyRound.digest_channel_id.is_(None)
        )
    )
    return found.all()


async def was_reminded(session: AsyncSession, round_id: int) -> bool:
    """Whether the version before has reminded those of a round who had not answered."""
    found = select(Reminded.round_id).where(Reminded.round_id == round_id).limit(1)
    return await session.scalar(found) is not None


async def take_over(session: AsyncSession, round_id: int, *, at: datetime) -> None:
    """Plan the reminders of a round, unless the version before has sent them already."""
    round_ = await session.get_one(AnyRound, round_id, with_for_update=True)
    team = await session.get_one(Team, round_.team_id)
    round_.digest_channel_id = round_.told_in(team)
    if await was_reminded(session, round_id):
        return
    places = await session.execute(
        select(Invitation, Person)
        .join(Person, Person.id == Invitation.person_id)
        .where(Invitation.round_id == round_id, Invitation.reminds_at.is_(None), Invitation.told)
    )
    found = [(place, person) for place, person in places]
    loads = await load.of_people(session, [person.id for _, person in found], at=at)
    for place, person in found:
        whose, theirs = calendar.of_person(person, team), loads.get(person.id, planning.NOTHING)
        place.reminds_at = planning.reminder(whose, place.due_at, round_.closes_at, theirs)
