"""The checklist, as a lead ticks it and a team sees it."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot.checklist.models import Checklist, Tick
from bot.framework.content import Content
from bot.teams.models import Person
from tests.house import Scene
from tests.tools.conftest import appoint, hears, id_of, unticks, window

FIRST = "Name the kinds of work in the team"
STANDSTILL = "has not moved for a month"


async def nudges(house: Scene, name: str = "ana") -> list[str]:
    return [m.text for m in await house.person(name).dm() if STANDSTILL in m.text]


async def test_a_lead_ticks_a_line_in_place_and_finds_it_ticked_again(each_house: Scene) -> None:
    """What is done is kept, with who and when, for the leads."""
    ana = each_house.person("ana")
    await ana.types("/amp checklist", "#team-product")
    assert "0 of 17 done" in (await window(ana, says=FIRST)).text
    await ana.presses(FIRST, where="modal")
    assert "23 November" in (await window(ana, says="1 of 17 done")).text
    await ana.closes()

    await ana.types("/amp checklist", "#team-product")
    assert "1 of 17 done" in (await window(ana, says=FIRST)).text
    await unticks(ana, FIRST)
    assert "23 November" not in (await window(ana, says="0 of 17 done")).text


async def test_members_see_how_far_the_team_is_and_nobodys_name(house: Scene) -> None:
    """Progress is everybody's, who did what is the leads'."""
    ana, bo = house.person("ana"), house.person("bo")
    await ana.types("/amp checklist", "#team-product")
    await ana.presses(FIRST, where="modal")
    await window(ana, says="1 of 17 done")

    await bo.types("/amp checklist", "#team-product")
    seen = await window(bo, says="1 of 17 done")
    assert "1 of 5  Step 1" in seen.text
    assert "<@" not in seen.text
    assert not [b for b in seen.blocks if b["type"] == "actions"]


async def test_two_leads_who_tick_the_same_line_at_once_tick_it(house: Scene) -> None:
    """A box says how it was left, not that it was turned over."""
    await appoint(house, "ana", "bo")
    pair = [house.person("ana"), house.person("bo")]
    for lead in pair:
        await lead.types("/amp checklist", "#team-product")
        await window(lead, says="0 of 17 done")
    for lead in pair:
        await lead.presses(FIRST, where="modal")
        await window(lead, says="1 of 17 done")
    assert await house.rows(Tick) == 1


async def test_somebody_who_leads_no_more_can_not_tick(house: Scene) -> None:
    """A window that was opened before does not outlive the right to it."""
    ana = house.person("ana")
    await ana.types("/amp checklist", "#team-product")
    modal = await window(ana, says=FIRST)
    box = next(b for b in modal.blocks if b.get("block_id") == "name-work:open")
    await appoint(house, "bo")
    ticked = {"selected_options": box["elements"][0]["options"]}
    await ana._acts({"view_id": modal.id}, box, box["elements"][0], ticked)
    await window(ana, says="Only a lead of this team can do that")
    assert await house.rows(Tick) == 0


async def test_a_month_without_a_move_nudges_the_leads_once(each_house: Scene) -> None:
    """At most one for each standstill, however long it lasts."""
    ana = each_house.person("ana")
    await ana.types("/amp checklist", "#team-product")
    await window(ana, says=FIRST)
    await each_house.skip(by=timedelta(days=29))
    assert not await nudges(each_house)
    await each_house.skip(by=timedelta(days=1))
    [told] = await nudges(each_house)
    assert f"Next on it: {FIRST}" in told
    await each_house.skip(by=timedelta(days=90))
    assert len(await nudges(each_house)) == 1
    assert not await nudges(each_house, "bo")


async def test_a_lead_is_nudged_in_their_own_language(house: Scene, content: Content) -> None:
    """What comes next stands there as in their checklist."""
    ana = house.person("ana")
    await ana.types("/amp checklist", "#team-product")
    await window(ana, says=FIRST)
    ana_id = await id_of(ana)
    await house.skip(by=timedelta(days=29, hours=23))  # a round reads people from Slack anew
    async with house.amp.database.begin() as session:
        people = await session.scalars(select(Person).where(Person.user_id == ana_id))
        people.one().locale = "de-DE"
    await house.skip(by=timedelta(hours=1))
    await hears(ana, content.locale("de").checklist[0].text, await ana.dm_id())


async def test_after_a_move_a_new_standstill_is_told_again(house: Scene) -> None:
    """The nudge leads into the list, and ticking there starts the month anew."""
    ana = house.person("ana")
    await ana.types("/amp checklist", "#team-product")
    await ana.closes()
    await house.skip(by=timedelta(days=30))
    await ana.presses("Open the checklist", where=await ana.dm_id())
    await ana.presses(FIRST, where="modal")
    await window(ana, says="1 of 17 done")
    await house.skip(by=timedelta(days=29))
    assert len(await nudges(house)) == 1
    await house.skip(by=timedelta(days=1))
    assert len(await nudges(house)) == 2


async def test_the_nudge_can_be_switched_off_where_it_is_read_and_on_again(house: Scene) -> None:
    """One press, and no further standstill is told until somebody wants it."""
    ana = house.person("ana")
    await ana.types("/amp checklist", "#team-product")
    await ana.closes()
    await house.skip(by=timedelta(days=30))
    await ana.presses("No more of these", where=await ana.dm_id())
    await ana.types("/amp checklist", "#team-product")
    await ana.presses(FIRST, where="modal")
    await window(ana, says="1 of 17 done")
    await house.skip(by=timedelta(days=40))
    assert len(await nudges(house)) == 1

    await ana.presses("Remind us when it stalls", where="modal")
    await window(ana, says="the leads get one reminder")
    await house.run()
    assert len(await nudges(house)) == 2


async def test_a_list_that_nobody_has_opened_is_not_at_a_standstill(house: Scene) -> None:
    """Who has not begun is left alone."""
    await house.skip(by=timedelta(days=60))
    assert not await nudges(house)


async def test_a_finished_list_is_left_alone(house: Scene, content: Content) -> None:
    """There is nothing to be nudged about."""
    ana = house.person("ana")
    await ana.types("/amp checklist", "#team-product")
    await window(ana, says=FIRST)
    async with house.amp.database.begin() as session:
        team_id = await session.scalar(select(Checklist.team_id))
        at = datetime(2026, 11, 23, tzinfo=UTC)
        session.add_all(
            Tick(team_id=team_id, todo_id=todo.id, ticked_at=at) for todo in content.checklist
        )
    await house.skip(by=timedelta(days=60))
    assert not await nudges(house)


async def test_without_a_team_the_checklist_says_how_to_get_one(house: Scene) -> None:
    """A sentence, and the way on."""
    jack = house.person("jack")
    await jack.types("/amp checklist", "#team-maps")
    read = [message.text for message in await jack.reads("#team-maps")]
    assert "There is no team here yet" in read[-1]
