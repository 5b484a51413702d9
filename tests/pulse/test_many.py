"""A company in one channel: more people than a statement of SQLite or PostgreSQL has values for."""

from datetime import timedelta

from sqlalchemy import insert, literal, select, update

from bot.pulse import load, overlaps, weekly
from bot.pulse.models import Invitation, Round
from bot.teams import roster
from bot.teams.models import Member, Person, Team
from tests.pulse.conftest import NOW, House

PEOPLE = 33_000  # SQLite takes 32,766 values, PostgreSQL 32,767


async def fill(house: House, *teams: int) -> None:
    """Everybody is in each of these teams, and was asked in its last round."""
    new = [{"workspace_id": "T1", "user_id": f"W{n}"} for n in range(PEOPLE)]
    async with house.database.begin() as session:
        await session.execute(insert(Person), new)
        for id_ in teams:
            everybody = select(literal(id_), Person.id).where(Person.user_id.startswith("W"))
            member = insert(Member).from_select(["team_id", "person_id"], everybody)
            await session.execute(member)


async def test_a_whole_company_is_asked_in_one_channel(house: House) -> None:
    """What they hear from all their teams, who was asked this week, and whom two teams share."""
    others = await house.team(5, channel="C2", leads=["U1"])
    before = await house.opens()
    team = await house.team(5)
    await fill(house, others.id, team.id)
    round_ = await house.opens()
    async with house.database.begin() as session:
        everybody = select(literal(before.id), Person.id, literal(NOW)).where(
            Person.user_id.startswith("W")
        )
        into = ["round_id", "person_id", "due_at"]
        await session.execute(insert(Invitation).from_select(into, everybody))
        closed = update(Round).where(Round.id == before.id)
        await session.execute(closed.values(closed_at=NOW, answered=PEOPLE))
        members = await roster.read(session, await session.get_one(Team, team.id))
        assert len(members.asked) == PEOPLE + 5
        loads = await load.of_people(session, [one.id for one in members.asked], at=NOW)
        assert {len(one.asked) for one in loads.values()} == {2}
        assert await weekly.people_were_asked(session, members, Round, round_.week)
        assert not await overlaps.leads_to_a_few(session, round_, at=NOW + timedelta(days=1))
