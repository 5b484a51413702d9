"""Teams that share people: what is asked beside rounds, of which nobody keeps who was asked."""

import pytest
from sqlalchemy import update

from bot.pulse import overlaps
from bot.teams.models import Member, Person, Team
from tests.pulse.conftest import House


@pytest.mark.parametrize("others", ["gone", "guests", "forgotten", "left out"])
async def test_teams_are_nearly_others_by_whom_they_ask(house: House, others: str) -> None:
    """Twelve people and eleven of them: five more in the channel who are not asked hide nobody."""
    await house.team(11, channel="C2")
    team = await house.team(17)
    more = Person.user_id.in_([f"U{n}" for n in range(12, 17)])
    state = {
        "gone": {"is_active": False}, "guests": {"is_guest": True},
        "forgotten": {"wants_no_part": True}, "left out": {},
    }[others]  # fmt: skip
    async with house.database.begin() as session:
        assert not await overlaps.are_nearly_others(session, team)
        if state:
            await session.execute(update(Person).where(more).values(**state))
        else:
            theirs = Member.person.has(more), Member.team_id == team.id
            await session.execute(update(Member).where(*theirs).values(left_out=True))
    async with house.database.read() as session:
        known = await session.get_one(Team, team.id)
        assert await overlaps.are_nearly_others(session, known)
