"""Who may start a team: a choice of the workspace; and more than thirty people are asked twice."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.slack.models import Delivery
from bot.slack.requests import Actor
from bot.teams import membership, roster, starting
from bot.teams.models import Team
from bot.teams.starting import Choice, Starters
from localslack import Person
from tests.house import Scene, scene
from tests.localslack.places import user_id

CHANNEL = "#team-product"


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        yield made


async def window(house: Scene, person: Person, words: str) -> str:
    """What the window says, once it says *words*."""

    async def says() -> str | None:
        modal = await person.modal()
        return modal.text if modal and words in modal.text else None

    found: str = await house.slack.until(says)
    return found


async def decides(house: Scene, who: str, *people: str) -> None:
    """Ana, an admin, says who may start a team."""
    ana = house.person("ana")
    await ana.types("/amp workspace", "#general")
    await house.slack.until(ana.modal)
    assert await ana.submits({"Who may start a pulse": who, "These people": list(people)})
    await window(house, ana, "Saved")
    await ana.closes()


async def may_start(house: Scene, name: str) -> bool:
    """Whether somebody is shown the form; without it nothing of theirs is saved."""
    await house.reads_english(name)
    person = house.person(name)
    await person.types("/amp setup", CHANNEL)

    async def shown() -> str | None:
        modal = await person.modal()
        told = modal.text if modal else ""
        return told if modal and (modal.labels or "In this workspace" in told) else None

    told = await house.slack.until(shown)
    await person.closes()
    return "In this workspace" not in told


async def test_a_guest_starts_nothing_unless_the_workspace_wants_it(house: Scene) -> None:
    """They hear whom to ask; by the button on Amp's hello as well."""
    assert not await may_start(house, "cleo")
    assert await house.rows(Team) == 0
    assert await may_start(house, "bo")
    await decides(house, "everybody")
    assert await may_start(house, "cleo")


@pytest.mark.parametrize(
    ("who", "people", "may"),
    [("admins", (), {"ana"}), ("chosen", ("bo", "cleo"), {"ana", "bo", "cleo"})],
)
async def test_admins_narrow_it_to_themselves_or_a_list(
    house: Scene, who: str, people: tuple[str, ...], may: set[str]
) -> None:
    """And what they said stands in the form when they come back."""
    await decides(house, who, *people)
    everybody = ("ana", "bo", "carla", "cleo")
    assert {name for name in everybody if await may_start(house, name)} == may


async def test_only_admins_decide(house: Scene) -> None:
    """Anybody else reads a sentence, and no window opens."""
    bo = house.person("bo")
    await house.reads_english("bo")
    await bo.types("/amp workspace", "#general")
    assert "Only an admin or owner" in (await bo.reads("#general"))[-1].text
    assert await bo.no_modal()


async def test_an_admin_who_is_one_no_more_saves_nothing(house: Scene) -> None:
    """The form was open by then."""
    ana = house.person("ana")
    await ana.types("/amp workspace", "#general")
    await house.slack.until(ana.modal)
    await house.slack.driver.post("people", id="ana", is_admin=False)
    await house.slack.settled()
    await ana.submits({"Who may start a pulse": "everybody"})
    await window(house, ana, "Only an admin or owner")
    async with house.amp.database.read() as session:
        workspace_id = house.slack.world.workspace().id
        assert (await starting.chosen(session, workspace_id)).who == Starters.MEMBERS


async def test_what_can_not_be_is_said_under_the_field(house: Scene) -> None:
    """Nobody, or a bot."""
    ana = house.person("ana")
    await ana.types("/amp workspace", "#general")
    await house.slack.until(ana.modal)
    told = await ana.submits({"Who may start a pulse": "chosen"})
    assert "at least one person" in told.errors["These people"]
    told = await ana.submits({"Who may start a pulse": "chosen", "These people": ["buildbot"]})
    assert "a person of this workspace" in told.errors["These people"]


async def test_whoever_is_forgotten_stays_on_the_list(house: Scene) -> None:
    """And can be put on it: a name that vanished would tell an admin who has said it."""
    await decides(house, "chosen", "bo")
    workspace_id = house.slack.world.workspace().id
    named = [user_id(house.slack, name) for name in ("bo", "carla")]
    async with house.amp.database.begin() as session:
        for one in named:
            await membership.forget(session, await roster.known(session, Actor(workspace_id, one)))
        assert (await starting.chosen(session, workspace_id)).chosen == (named[0],)
        await starting.decide(session, workspace_id, Choice(Starters.CHOSEN, named))
    async with house.amp.database.read() as session:
        assert set((await starting.chosen(session, workspace_id)).chosen) == set(named)


async def test_more_than_thirty_people_want_a_second_press(house: Scene) -> None:
    """Everything that was entered stands there still; the number is on the button."""
    new = [f"new-{number}" for number in range(5)]
    for name in new:
        await house.slack.driver.post("people", name=name, real_name=name, tz="Europe/Lisbon")
    await house.slack.driver.post("channels", id="#general", invite=["amp", *new])
    ana = house.person("ana")
    await ana.types("/amp setup", "#general")
    await window(house, ana, "Name of the team")
    await ana.submits({"Name of the team": "All hands", "Hour": "15:00", "These people": ["bo"]})
    again = await window(house, ana, "press the button once more")
    assert "*32 people*" in again
    assert await house.rows(Team) == 0
    await ana.submits()
    await window(house, ana, "is set up")
    async with house.amp.database.read() as session:
        team = await session.get_one(Team, 1)
        people = await roster.read(session, team)
    assert (team.name, team.hour) == ("All hands", 15)
    assert people.left_out == [user_id(house.slack, "bo")]


async def test_two_admins_who_decide_at_once_both_get_what_they_changed(house: Scene) -> None:
    """One names a person more, the other says that the list holds."""
    await decides(house, "the people below, and admins", "bo")
    await house.slack.driver.post("people", id="bo", is_admin=True)
    await house.reads_english("bo")
    ana, bo = house.person("ana"), house.person("bo")
    for admin in (ana, bo):
        await admin.types("/amp workspace", "#general")
        await house.slack.until(admin.modal)
    await ana.submits({"These people": ["bo", "carla"]})
    await window(house, ana, "Saved")
    await bo.submits({})
    await window(house, bo, "Saved")
    async with house.amp.database.read() as session:
        choice = await starting.chosen(session, house.slack.world.workspace().id)
    assert len(choice.chosen) == 2


async def test_a_form_that_was_open_when_it_was_narrowed_starts_nothing(house: Scene) -> None:
    """Who may start a team is asked again where one is made; nothing of it is kept or told."""
    await house.reads_english("bo")
    bo = house.person("bo")
    await bo.types("/amp setup", CHANNEL)
    await window(house, bo, "Name of the team")
    await decides(house, "admins")
    await bo.submits()
    await window(house, bo, "In this workspace")
    assert await house.rows(Team) == 0
    assert await house.rows(Delivery, Delivery.key.startswith("announced:")) == 0
    await decides(house, "chosen", "bo")
    assert await may_start(house, "bo")
    await house.sets_up("bo", CHANNEL)
    assert await house.rows(Team) == 1
