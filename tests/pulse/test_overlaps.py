"""Teams that share people: what is asked beside rounds, of which nobody keeps who was asked."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.pulse import overlaps
from bot.teams.models import Member, Person, Team
from tests.pulse.conftest import NOW, House

AGAIN = NOW + timedelta(days=10)


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


@pytest.mark.parametrize(("with_it", "withheld"), [(3, True), (5, False)])
async def test_what_two_teams_said_is_not_subtracted_from_what_one_says(
    house: House, with_it: int, withheld: bool
) -> None:
    """Told together one week and alone the next: the rest must be nobody, or five and more."""
    sister = await house.team(with_it, channel="C2", first=10)
    host = await house.team(5)
    await together(house, host, sister)
    both = await house.opens()
    assert both.asked == 5 + with_it
    for person in (*range(5), *range(10, 10 + with_it)):
        await house.answers(both, person, dict.fromkeys(both.items, 3 + person % 2))
    assert await house.closes(both, at=NOW + timedelta(days=3))
    await together(house, host, None)
    alone = await house.opens(at=NOW + timedelta(weeks=1))
    for person in range(5):
        await house.answers(alone, person, dict.fromkeys(alone.items, 3 + person % 2), at=AGAIN)
    assert bool(await house.closes(alone, at=AGAIN)) is not withheld


async def together(house: House, host: Team, sister: Team | None) -> None:
    """Let *host* have its rounds with *sister*, or alone again."""
    async with house.database.begin() as session:
        team = await session.get_one(Team, host.id)
        other = await session.get(Team, sister.id) if sister else None
        if team.sister:
            team.sister.sister = None
        team.sister, team.hosts = other, other is not None
        if other:
            other.sister = team
