"""What `plans.turn` says of somebody's next round is what then comes, or why nothing does."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot.pulse.models import Invitation
from bot.slack.models import Delivery
from bot.slack.requests import Actor
from bot.teams import blocks, membership, plans, reaching, roster
from bot.teams.models import NEVER, Person, Team
from bot.teams.plans import Turn, Why
from bot.words import Words
from tests.pulse.conftest import NOW, House, humans
from tests.pulse.conftest import house as domain

__all__ = ["domain"]


def test_a_channel_that_is_back_does_not_end_a_pause(say: Words) -> None:
    """What «Try again» says of a team that its lead has paused."""
    team = Team(name="Core", channel_id="C1", wants_cards=True)
    told = blocks.reachable(say, Turn(team, Why.PAUSED), at=NOW)
    assert "can post for *Core* again. It is paused" in told
    assert "goes on" not in told.split("/amp resume")[0]


async def turn(domain: House, team: Team, user: str) -> Turn:
    async with domain.database.read() as session:
        now = await session.get_one(Team, team.id)
        return plans.turn(await roster.read(session, now), Actor("T1", user), at=NOW)


async def change(domain: House, user: str, **values: object) -> None:
    async with domain.database.begin() as session:
        await session.execute(update(Person).where(Person.user_id == user).values(**values))


async def test_why_somebody_is_not_asked(domain: House) -> None:
    """One by one, in a team that asks the others."""
    team = await domain.team(8, leads=["U0", "U99"], left_out=["U1"])
    await change(domain, "U2", back_on=NEVER)
    await change(domain, "U3", back_on=NOW.date() + timedelta(weeks=200))
    await change(domain, "U4", wants_no_part=True)
    await change(domain, "U5", is_guest=True)
    found = {n: await turn(domain, team, f"U{n}") for n in (0, 1, 2, 3, 4, 5, 98, 99)}
    outside = dict.fromkeys((1, 4, 98, 99), Why.OUTSIDE)
    away = dict.fromkeys((2, 3), Why.AWAY)
    assert {n: one.why for n, one in found.items()} == {
        0: Why.ASKED, **outside, **away, 5: Why.GUEST,
    }  # fmt: skip
    assert {n for n, one in found.items() if one.opens} == {0, *outside}


async def test_a_round_that_is_over_before_ones_next_working_day_is_no_absence(
    domain: House,
) -> None:
    """Friday evening in Honolulu is Saturday in Auckland, and the round is open for a day."""
    team = await domain.team(6, weekday=4, hour=17, in_local_time=False, open_hours=24)
    async with domain.database.begin() as session:
        mine = await session.get_one(Team, team.id)
        mine.zone = "Pacific/Honolulu"
        [far] = humans(1, first=6, zone="Pacific/Auckland")
        await membership.join(session, mine, far, at=NOW)
    found = await turn(domain, team, "U6")
    assert (found.why, found.opens) == (Why.MISSED, None)


async def lives(domain: House, team: Team, zone: str, **wishes: object) -> None:
    """Let U1 live there, and wish it otherwise."""
    await change(domain, "U1", zone=zone, **wishes)
    async with domain.database.begin() as session:
        await plans.plan(session, await session.get_one(Team, team.id), at=NOW)


@pytest.mark.parametrize(
    ("zone", "wishes"),
    [
        ("UTC", {}),
        ("UTC", {"own_hour": 8}),
        ("UTC", {"own_weekday": 3, "own_hour": 8}),
        ("UTC", {"back_on": date(2026, 11, 25), "own_hour": 8}),
        ("America/Los_Angeles", {"own_hour": 7}),
        ("Asia/Tokyo", {"own_hour": 17}),
        ("Pacific/Auckland", {}),
    ],
)
async def test_the_moment_that_is_promised_is_the_one_at_which_it_comes(
    domain: House, zone: str, wishes: dict[str, object]
) -> None:
    """Whatever somebody's clock and wishes: a round opens as early as for its first."""
    team = await domain.team(6)
    await lives(domain, team, zone, **wishes)
    async with domain.database.read() as session:
        planned = await session.get_one(Team, team.id)
        day, opens_at = planned.next_day, planned.next_opens_at
    assert day is not None
    assert opens_at is not None
    told = await turn(domain, team, "U1")
    round_ = await domain.opens(at=opens_at, day=day)
    async with domain.database.read() as session:
        its = Invitation.round_id == round_.id, Person.user_id == "U1"
        mine = select(Invitation.due_at).join(Person, Person.id == Invitation.person_id)
        assert await session.scalar(mine.where(*its)) == told.opens


async def test_whoever_joins_after_their_hour_hears_when_this_round_comes_to_them(
    domain: House,
) -> None:
    """It is noon in Tokyo, and ten only later for the others: they are asked today as well."""
    at = datetime(2026, 11, 24, 3, tzinfo=UTC)
    team = await domain.team(6)
    async with domain.database.begin() as session:
        mine = await session.get_one(Team, team.id)
        [tokyo] = humans(1, first=6, zone="Asia/Tokyo")
        member = await membership.join(session, mine, tokyo, at=at)
        plans.include(mine, member.person, at=at)
        opens_at = mine.next_opens_at
        told = plans.turn(await roster.read(session, mine), Actor("T1", "U6"), at=at)
    assert opens_at == told.opens == datetime(2026, 11, 24, 10, tzinfo=UTC)


async def test_whoever_wants_no_part_hears_nothing_whatever_a_lead_makes_of_them(
    domain: House, say: Words
) -> None:
    """Chosen as a lead by another one: messages to leads don't reach them."""
    team = await domain.team(6, leads=["U0", "U1"])
    await change(domain, "U1", wants_no_part=True)
    async with domain.database.begin() as session:
        mine = await session.get_one(Team, team.id)
        await reaching.lose(session, say, mine, "archived", at=NOW)
    async with domain.database.read() as session:
        assert set(await session.scalars(select(Delivery.recipient))) == {"U0"}
