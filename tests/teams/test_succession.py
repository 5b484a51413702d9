"""A team whose leads have left: it is handed over by a button, and never in silence."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.slack import outbox
from bot.slack.requests import Actor
from bot.teams import membership, roster, succession
from bot.teams.models import Member, Person, Team
from bot.teams.succession import LedAlready
from bot.teams.whom import Rule
from bot.words import Words
from tests.house import Scene, scene, surely
from tests.localslack.places import user_id
from tests.pulse.conftest import NOW, House, humans
from tests.pulse.conftest import house as domain

__all__ = ["domain"]

CHANNEL = "#team-product"
PEOPLE = ("ana", "bo", "carla", "dmitri", "elif", "femi", "grace", "hiro", "cleo")  # as they came


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        await made.sets_up("ana", CHANNEL)
        await made.run()
        async with made.amp.database.begin() as session:
            for day, name in enumerate(PEOPLE, 1):
                its = select(Person.id).where(Person.user_id == user_id(made.slack, name))
                await session.execute(
                    update(Member)
                    .where(Member.person_id == its.scalar_subquery())
                    .values(joined_on=date(2020, 1, day))
                )
        yield made


async def leads(house: Scene) -> list[str]:
    """The handles of those who lead the team."""
    async with house.amp.database.read() as session:
        found = await roster.leads(session, await session.get_one(Team, 1))
    ids = {person.user_id for person in found}
    return [name for name in PEOPLE if user_id(house.slack, name) in ids]


async def asked_to_lead(house: Scene) -> list[str]:
    """Who has a message with the button."""
    people = house.slack.world.workspace()
    working = [name for name in PEOPLE if (user := people.user(name)) and not user.deleted]
    return [
        name
        for name in working
        if any("team:lead" in str(m.blocks) for m in await house.person(name).dm())
    ]


LEAVING: list[tuple[str, dict[str, Any]]] = [
    ("channels", {"id": CHANNEL, "kick": ["ana"]}),
    ("people", {"id": "ana", "deleted": True}),
]


@pytest.mark.parametrize(("where", "what"), LEAVING)
async def test_the_longest_standing_hear_once_and_the_first_press_decides(
    house: Scene, where: str, what: dict[str, Any]
) -> None:
    """Three of the members; nobody leads until one of them presses, and the channel reads who."""
    for name in ("bo", "carla"):
        await house.reads_english(name)
    await house.slack.driver.post(where, **what)
    await house.slack.settled()
    for _ in range(3):
        await house.run()
    assert await asked_to_lead(house) == ["bo", "carla", "dmitri"]
    bo, carla = house.person("bo"), house.person("carla")
    assert sum("team:lead" in str(m.blocks) for m in await bo.dm()) == 1
    assert await leads(house) == []
    await bo.types("/amp pause 2", CHANNEL)
    assert "Nobody leads this team at present" in (await bo.reads(CHANNEL))[-1].text
    await bo.presses("team:lead", where=await bo.dm_id())
    await carla.presses("team:lead", where=await carla.dm_id())
    await house.run()
    assert await leads(house) == ["bo"]
    assert "You lead *team-product* now" in (await bo.dm())[-1].text
    assert "Somebody was quicker" in (await carla.dm())[-1].text
    told = [m.text for m in await carla.reads(CHANNEL) if "since nobody did" in m.text]
    assert len(told) == 1
    await bo.types("/amp pause 2", CHANNEL)
    assert "is paused" in (await bo.reads(CHANNEL))[-1].text


async def test_a_lead_who_asks_to_be_forgotten_hands_over_too(house: Scene) -> None:
    """Whatever the way by which the last lead goes; the message names nobody."""
    await surely(house.person("ana"), "/amp forget me")
    await house.run()
    assert await asked_to_lead(house) == ["bo", "carla", "dmitri"]
    ana = user_id(house.slack, "ana")
    for message in await house.person("bo").dm():
        assert ana not in str(message.blocks)


async def test_a_team_that_was_without_a_lead_before_hears_of_it(house: Scene) -> None:
    """As the version before left it: its column is empty."""
    async with house.amp.database.begin() as session:
        await session.execute(update(Member).values(is_lead=False, joined_on=None))
        await session.execute(update(Team).values(leads_known=None))
    await house.run()
    assert len(await asked_to_lead(house)) == 3


async def test_the_leads_who_are_left_hear_of_it_and_nobody_else(house: Scene) -> None:
    """No button is needed where somebody leads the team."""
    ana = house.person("ana")
    await ana.types("/amp setup", CHANNEL)
    await house.slack.until(ana.modal)
    assert await ana.submits({"Leads": ["ana", "grace"]})
    await house.run()
    await house.slack.driver.post("channels", id=CHANNEL, kick=["ana"])
    await house.slack.settled()
    for _ in range(2):
        await house.run()
    said = [m.text for m in await house.person("grace").dm() if "fewer leads" in m.text]
    assert len(said) == 1
    assert await asked_to_lead(house) == []
    assert await leads(house) == ["grace"]


async def test_any_member_finds_the_button_on_the_card_and_others_do_not(house: Scene) -> None:
    """`/amp team`, also later; a guest and a stranger can't press it."""
    await house.reads_english("hiro")
    await house.slack.driver.post("channels", id=CHANNEL, kick=["ana"])
    await house.slack.settled()
    await house.run()
    hiro, cleo, ines = (house.person(name) for name in ("hiro", "cleo", "ines"))
    for name in ("cleo", "ines"):
        await house.reads_english(name)
    await cleo.types("/amp team", CHANNEL)
    await cleo.presses("team:lead", where=CHANNEL)
    assert "full member" in (await cleo.reads(CHANNEL))[-1].text
    await ines.types("/amp team team-product", "#general")
    assert "team:lead" not in str((await ines.reads("#general"))[-1].blocks)
    assert await leads(house) == []
    await hiro.types("/amp team", CHANNEL)
    await hiro.presses("team:lead", where=CHANNEL)
    assert await leads(house) == ["hiro"]


async def test_whoever_comes_back_after_the_handing_over_leads_it_no_more(house: Scene) -> None:
    """Reactivated in Slack: somebody else looks after the team by now."""
    await house.slack.driver.post("people", id="ana", deleted=True)
    await house.slack.settled()
    await house.run()
    bo = house.person("bo")
    await bo.presses("team:lead", where=await bo.dm_id())
    await house.slack.driver.post("people", id="ana", deleted=False)
    await house.slack.settled()
    await house.run()
    assert await leads(house) == ["bo"]


async def test_a_lead_who_left_while_nobody_listened_leads_no_more(domain: House) -> None:
    """The next reading of the channel says so; a lead from elsewhere stays one."""
    team = await domain.team(6, leads=["U0", "U9"])
    async with domain.database.begin() as session:
        team = await session.get_one(Team, team.id)
        await membership.enroll(session, team, humans(5, first=1), at=NOW)
        assert [p.user_id for p in (await roster.read(session, team)).leads] == ["U9"]


async def test_whoever_was_gone_for_a_while_stands_in_the_team_since_their_return(
    domain: House,
) -> None:
    """By an event or by a reading of the channel; who wants no part has no day in it at all."""
    left_out = frozenset({"U2"})
    team = await domain.team(6, leads=["U0", "U1"], left_out=left_out)

    async def read(*here: int, at: datetime) -> dict[str, date | None]:
        async with domain.database.begin() as session:
            mine = await session.get_one(Team, team.id)
            people = [humans(1, first=n)[0] for n in here]
            members = await membership.enroll(
                session,
                mine,
                people,
                leads=["U0", "U1"],
                rule=Rule(people=frozenset({"U2"})),
                at=at,
            )
            return {m.person.user_id: m.joined_on for m in members.members}

    await read(0, 3, 4, at=NOW)
    async with domain.database.begin() as session:
        gone = update(Person).where(Person.user_id.in_(["U4", "U5"]))
        await session.execute(gone.values(wants_no_part=True))
        await session.execute(update(Member).where(Member.person_id == 5).values(joined_on=None))
    later, since = NOW + timedelta(weeks=2), NOW.date() - timedelta(days=1)
    back = await read(0, 1, 2, 3, 4, 5, at=later)
    assert back == {
        "U0": since, "U1": later.date(), "U2": later.date(), "U3": since, "U4": None, "U5": None,
    }  # fmt: skip
    async with domain.database.begin() as session:
        mine = await session.get_one(Team, team.id)
        await membership.leave(session, mine, Actor("T1", "U4"))
        await session.flush()
        again = await membership.join(session, mine, humans(1, first=4)[0], at=later)
        assert again.joined_on is None


async def test_nobody_reads_in_the_morning_that_nobody_leads_once_somebody_does(
    domain: House, say: Words
) -> None:
    """What waits for the day of who lives elsewhere is withdrawn, also where leads are back."""
    await domain.team(6)

    async def settles(*, leads: bool) -> list[str]:
        async with domain.database.begin() as session:
            mine = await session.get_one(Team, domain.team_id)
            first = Member.person_id == 1
            await session.execute(update(Member).where(first).values(is_lead=leads))
            await succession.settle(session, say, mine, at=NOW)
            return sorted(await outbox.keys(session, "leads:"))

    assert len(await settles(leads=False)) == 3
    assert await settles(leads=True) == []
    assert len(await settles(leads=False)) == 3
    async with domain.database.begin() as session:
        mine = await session.get_one(Team, domain.team_id)
        await succession.take_over(session, say, mine, Actor("T1", "U2"), at=NOW)
        assert await outbox.keys(session, "leads:") == set()


async def test_of_two_who_press_at_once_one_leads(domain: House, say: Words) -> None:
    """On both databases; the other hears who was quicker."""
    team = await domain.team(6)
    async with domain.database.begin() as session:
        await session.execute(update(Member).values(is_lead=False))

    async def press(user: str) -> bool:
        async with domain.database.begin() as session:
            mine = await session.get_one(Team, team.id)
            try:
                await succession.take_over(session, say, mine, Actor("T1", user), at=NOW)
            except LedAlready:
                return False
            return True

    assert sorted(await asyncio.gather(*map(press, ("U1", "U2", "U3")))) == [False, False, True]
    async with domain.database.read() as session:
        assert len(await roster.leads(session, team)) == 1
