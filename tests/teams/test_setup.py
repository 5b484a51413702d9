"""What a lead wishes of a team, as it is written down."""

import pytest
from msgspec.structs import replace
from sqlalchemy import select

from bot.digest.rollup import subscriptions
from bot.digest.rollup.models import RollUp
from bot.slack.models import Delivery
from bot.teams import calendar, following, roster, setup, starting
from bot.teams.models import Team
from bot.teams.setup import Clock, NotAWorkingDay, TeamExists
from bot.teams.starting import Choice, MayNotStart, Starters
from bot.teams.whom import Rule
from bot.words import Words
from tests.pulse.conftest import NOW, House, humans, wishes
from tests.pulse.conftest import house as domain

__all__ = ["domain"]

MONDAY_TO_FRIDAY, SUNDAY_TO_THURSDAY = [0, 1, 2, 3, 4], [0, 1, 2, 3, 6]


@pytest.mark.parametrize(
    ("country", "ticked", "kept"),
    [
        ("SA", MONDAY_TO_FRIDAY, MONDAY_TO_FRIDAY),  # of its clock's country, and not of its own
        ("SA", SUNDAY_TO_THURSDAY, None),
        (None, MONDAY_TO_FRIDAY, None),
        (None, SUNDAY_TO_THURSDAY, SUNDAY_TO_THURSDAY),
    ],
)
async def test_working_days_are_the_countrys_only_where_they_are_its_own(
    domain: House, country: str | None, ticked: list[int], kept: list[int] | None
) -> None:
    """That of its holidays, or of its clock; and what was ticked is what holds."""
    made = await domain.team(6)
    clock = Clock("Europe/Lisbon", ticked, days_off=[], reminds=True)
    wanted = replace(wishes(holidays=country), clock=clock)
    setup.check(wanted)
    async with domain.database.begin() as session:
        team = await session.get_one(Team, made.id)
        await setup.change(session, team, wanted, humans(6), at=NOW)
        assert team.workdays == kept
        assert sorted(calendar.of_team(team).week) == ticked


@pytest.mark.parametrize("ticked", [[0, 2, 3, 4], [0, 2, 3, 6]])
def test_the_day_of_asking_is_one_of_those_that_were_ticked(ticked: list[int]) -> None:
    """Whatever the week of the country is."""
    wanted = replace(wishes(weekday=1), clock=Clock("UTC", ticked, days_off=[], reminds=True))
    with pytest.raises(NotAWorkingDay):
        setup.check(wanted)


def test_a_day_that_the_country_has_off_wants_a_tick() -> None:
    """Its usual week alone does not make a Saturday a working day."""
    clock = Clock("UTC", MONDAY_TO_FRIDAY, days_off=[], reminds=True)
    with pytest.raises(NotAWorkingDay):
        setup.check(replace(wishes(weekday=5), clock=clock))


async def test_who_may_start_a_team_is_asked_in_the_same_breath(domain: House) -> None:
    """Beside whether there is one; those whom an admin has named may."""
    ana, bo = humans(2)

    async def starts(human: roster.Human) -> None:
        async with domain.database.begin() as session:
            await setup.create(
                session, "T1", "C1", wishes(), humans(6), zone="UTC", at=NOW, by=human
            )

    async with domain.database.begin() as session:
        await starting.decide(session, "T1", Choice(Starters.CHOSEN, [bo.user_id]))
        await starting.decide(session, "T2", Choice(Starters.CHOSEN, [ana.user_id]))
    with pytest.raises(MayNotStart):
        await starts(ana)
    await starts(bo)
    with pytest.raises(TeamExists):
        await starts(replace(ana, is_admin=True))


async def test_whose_channel_has_not_heard_of_the_roll_up_the_rows_say(domain: House) -> None:
    """Where the team stands in one, or does no more; and once it has heard, nobody."""

    async def unheard() -> list[int]:
        async with domain.database.read() as session:
            return sorted(await subscriptions.unheard(session))

    public, private = await domain.team(6), await domain.team(6, channel="C2", in_rollup=True)
    async with domain.database.begin() as session:
        (await session.get_one(Team, public.id)).is_private = False
        assert await unheard() == []
        session.add(RollUp(workspace_id="T1", channel_id="C9", zone="UTC", set_by="", set_at=NOW))
    assert await unheard() == [public.id, private.id]
    async with domain.database.begin() as session:
        for team in await session.scalars(select(Team)):
            assert await subscriptions.entered(session, team)
            assert not await subscriptions.entered(session, team)
        (await session.get_one(Team, private.id)).in_rollup = None
    assert await unheard() == [private.id]


async def test_a_group_leaves_out_whom_it_has_not(domain: House, say: Words) -> None:
    """Told once, whoever tells it again; guests of it are asked where a lead lets them."""
    group = Rule("S1", frozenset({"U0", "U1", "U2", "U3", "U4", "U77"}))
    made = await domain.team(6, rule=group)
    others = Rule("S1", group.people - {"U4"} | {"U5"})

    async def follows(rule: Rule | None) -> Team:
        async with domain.database.begin() as session:
            team = await session.get_one(Team, made.id)
            await following.follow(session, say, team, rule, at=NOW)
            return team

    for rule in (group, others, others, replace(others, whom="S2")):
        await follows(rule)
    async with domain.database.read() as session:
        members = await roster.read(session, await session.get_one(Team, made.id))
        assert members.left_out == ["U4"]
        assert members.named == []
        keys = select(Delivery.key).where(Delivery.key.startswith("asked:"))
        assert len((await session.scalars(keys)).all()) == 1
    assert (await follows(None)).unreachable_why is None  # Slack tells nothing just now
    assert (await follows(Rule("S1"))).unreachable_why == "group"
    assert (await follows(others)).unreachable_at is None
