"""The role map: kinds of work, three questions, what follows."""

import pytest
from sqlalchemy import select

from bot.framework.content import Content
from bot.teams.models import Team
from bot.tools.roles import work
from bot.tools.roles.models import Role
from localslack import Person
from tests.house import Scene
from tests.tools.conftest import NASTY, appoint, hears, mrkdwn, window

NAME = "What do people do there?"
ALGORITHMIC, HEURISTIC, MIXED = ("Yes", "Yes", "No"), ("No", "No", "Yes"), ("Yes", "No", "Yes")


async def adds(person: Person, name: str, answers: tuple[str, str, str]) -> None:
    await person.presses("Add a kind of work", where="modal")
    form = await window(person, says=NAME)
    result = await person.submits({NAME: name, **dict(zip(form.labels[1:], answers, strict=True))})
    assert result, result.errors
    await window(person, says=name)


async def test_a_lead_maps_the_work_and_shares_it(each_house: Scene) -> None:
    """Three answers make the kind, and the kind says what it needs."""
    house = each_house
    ana = house.person("ana")
    await ana.types("/amp roles", "#team-product")
    await adds(ana, "Booking invoices", ALGORITHMIC)
    await adds(ana, "Designing screens", HEURISTIC)
    await adds(ana, "Answering customers", MIXED)
    seen = (await window(ana, says="Answering customers: some of both")).text
    assert "Booking invoices: algorithmic" in seen
    assert "Designing screens: heuristic" in seen
    assert "Where work is heuristic" in seen

    await ana.presses("Share in the channel", where="modal")
    await window(ana, says="on its way")
    await house.run()
    told = await hears(house.person("bo"), "The role map")
    assert "Booking invoices" in told.text
    assert not told.is_ephemeral


async def test_a_map_is_shared_in_the_language_of_the_channel(
    house: Scene, content: Content
) -> None:
    """Whatever the lead's own Slack speaks."""
    async with house.amp.database.begin() as session:
        (await session.scalars(select(Team))).one().language = "de"
    ana = house.person("ana")
    await ana.types("/amp roles", "#team-product")
    await adds(ana, "Booking invoices", ALGORITHMIC)
    seen = (await window(ana, says="Booking invoices: algorithmic")).text
    await ana.presses("Share in the channel", where="modal")
    await window(ana, says="on its way")
    await house.run()
    told = await hears(house.person("bo"), "Booking invoices")
    here, there = content.role_kinds[0], content.locale("de").role_kinds[0]
    assert here.rewards in seen
    assert there.rewards in told.text


async def test_a_kind_of_work_is_edited_and_removed(house: Scene) -> None:
    """The form holds what was said; the map shows what holds now."""
    ana = house.person("ana")
    await ana.types("/amp roles", "#team-product")
    await adds(ana, "Booking", ALGORITHMIC)
    await ana.presses("Edit", where="modal")
    form = await window(ana, says=NAME)
    assert form.blocks[0]["element"]["initial_value"] == "Booking"
    await ana.submits({**dict.fromkeys(form.labels[1:3], "No"), form.labels[3]: "Yes"})
    await window(ana, says="Booking: heuristic")
    await ana.presses("Remove", where="modal")
    assert "Booking" not in (await window(ana, says="Add a kind of work")).text
    assert await house.rows(Role) == 0


async def test_one_name_stands_on_the_map_once(house: Scene) -> None:
    """The second one is refused at its field."""
    ana = house.person("ana")
    await ana.types("/amp roles", "#team-product")
    await adds(ana, "Booking", ALGORITHMIC)
    await ana.presses("Add a kind of work", where="modal")
    form = await window(ana, says=NAME)
    answers = dict(zip(form.labels[1:], HEURISTIC, strict=True))
    result = await ana.submits({NAME: "Booking", **answers})
    assert "on the map already" in result.errors[NAME]


async def test_members_look_and_leads_change(house: Scene) -> None:
    """A member sees the map without buttons; a lead of yesterday is told."""
    ana, bo = house.person("ana"), house.person("bo")
    await bo.types("/amp roles", "#team-product")
    assert not (await window(bo, says="The team's leads fill it in")).buttons
    await ana.types("/amp roles", "#team-product")
    await window(ana, says="Add a kind of work")
    await appoint(house, "bo")
    await ana.presses("Add a kind of work", where="modal")
    await window(ana, says="Only a lead of this team can do that")


async def test_a_name_is_letters_everywhere(house: Scene) -> None:
    """In the window and in the channel."""
    ana = house.person("ana")
    await ana.types("/amp roles", "#team-product")
    name = NASTY[: work.NAME_LENGTH]
    await adds(ana, name, MIXED)
    await ana.presses("Share in the channel", where="modal")
    await window(ana, says="on its way")
    await house.run()
    told = await hears(house.person("bo"), name)
    assert "<!channel>" not in mrkdwn(told.blocks)


@pytest.mark.parametrize("recipe", [True, False])
@pytest.mark.parametrize("answer", [True, False])
@pytest.mark.parametrize("ideas", [True, False])
def test_only_three_answers_that_agree_are_clear(
    content: Content, recipe: bool, answer: bool, ideas: bool
) -> None:
    """Yes, yes, no is algorithmic; no, no, yes heuristic; anything else some of both."""
    found = work.kind(content, {"recipe": recipe, "one-answer": answer, "new-ideas": ideas})
    clear = {(True, True, False): "algorithmic", (False, False, True): "heuristic"}
    assert found.id == clear.get((recipe, answer, ideas), "mixed")


async def two_leads_edit(house: Scene) -> tuple[Person, Person]:
    """Both have the form of «Booking» before them."""
    ana, bo = house.person("ana"), house.person("bo")
    await appoint(house, "ana", "bo")
    await ana.types("/amp roles", "#team-product")
    await adds(ana, "Booking", ALGORITHMIC)
    await bo.types("/amp roles", "#team-product")
    for lead in (ana, bo):
        await window(lead, says="Booking: algorithmic")
        await lead.presses("Edit", where="modal")
        await window(lead, says=NAME)
    return ana, bo


async def test_two_leads_who_change_a_kind_of_work_at_once_lose_nothing(each_house: Scene) -> None:
    """Each field is of who changed it; where both did, the second one is asked."""
    ana, bo = await two_leads_edit(each_house)
    labels = (await window(bo, says=NAME)).labels
    await ana.submits({NAME: "Booking invoices"})
    await window(ana, says="Booking invoices: algorithmic")
    await bo.submits({labels[1]: "No"})
    await window(bo, says="Booking invoices: some of both")


async def test_of_two_names_for_one_kind_of_work_the_second_is_asked_about(house: Scene) -> None:
    ana, bo = await two_leads_edit(house)
    labels = (await window(bo, says=NAME)).labels
    await ana.submits({NAME: "Booking invoices", labels[1]: "No"})
    await window(ana, says="Booking invoices: some of both")
    await bo.submits({NAME: "Booking flights"})
    form = await window(bo, says="you changed it too: What do people do there?")
    [name] = [b for b in form.blocks if b.get("block_id") == "name"]
    assert name["element"]["initial_value"] == "Booking flights"
    assert await house.rows(Role, Role.name == "Booking invoices") == 1
    await bo.submits()
    await window(bo, says="Booking flights: some of both")
    assert await house.rows(Role) == 1


async def test_what_a_third_lead_changes_while_the_second_is_asked_is_not_lost(
    house: Scene,
) -> None:
    """The form that comes once more decides what it asks about, and nothing beside it."""
    ana, bo = await two_leads_edit(house)
    labels = (await window(bo, says=NAME)).labels
    await ana.submits({NAME: "Booking invoices"})
    await window(ana, says="Booking invoices: algorithmic")
    await bo.submits({NAME: "Booking flights"})
    await window(bo, says="you changed it too")
    await ana.presses("Edit", where="modal")
    await window(ana, says=NAME)
    await ana.submits({labels[1]: "No"})
    await window(ana, says="Booking invoices: some of both")
    await bo.submits()
    await window(bo, says="Booking flights: some of both")


async def test_what_was_entered_of_a_kind_of_work_that_is_gone_is_not_lost(house: Scene) -> None:
    """It can be put back by one press, or left."""
    ana, bo = await two_leads_edit(house)
    await ana.closes()
    await ana.types("/amp roles", "#team-product")
    await window(ana, says="Booking: algorithmic")
    await ana.presses("Remove", where="modal")
    await window(ana, says="Add a kind of work")
    await bo.submits({NAME: "Booking flights"})
    await window(bo, says="off the map meanwhile")
    assert await house.rows(Role) == 0
    await bo.submits()
    await window(bo, says="Booking flights: algorithmic")
