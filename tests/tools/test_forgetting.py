"""`/amp forget me` and the end of a team: what was kept with the tools is gone."""

from datetime import timedelta

from sqlalchemy import select

from bot.checklist.models import Checklist, Tick
from bot.db import Base
from bot.teams.models import Team
from bot.tools.private.models import PrivateNote
from bot.tools.roles.models import Role
from bot.tools.shipit.models import ShipItCrew, ShipItDay, ShipItDelivery, ShipItIdea
from tests.house import Scene, ends_team, surely
from tests.tools.conftest import appoint, hears, window
from tests.tools.test_purpose import SENTENCE
from tests.tools.test_roles import ALGORITHMIC, adds
from tests.tools.test_shipit import STARTS, adds_idea, delivers, plans


async def test_forget_me_takes_notes_names_and_deliveries(each_house: Scene) -> None:
    """An idea that somebody else is in on stays, without a name; ticks stay, too."""
    house = each_house
    await appoint(house, "ana", "bo")
    ana, bo, carla = (house.person(name) for name in ("ana", "bo", "carla"))
    await bo.types("/amp checklist", "#team-product")
    await bo.presses("Name the kinds of work in the team", where="modal")
    await window(bo, says="1 of 17 done")
    await bo.closes()
    await bo.types("/amp my purpose", "#team-product")
    await window(bo, says=SENTENCE)
    await bo.submits({SENTENCE: "walkers"})
    await bo.closes()
    await plans(ana)
    await house.run()
    await adds_idea(bo, "Alone")
    await adds_idea(bo, "Together")
    await carla.presses("See the day", where="#team-product")
    together = [b for b in (await window(carla)).blocks if b["type"] == "actions"][-1]
    await carla.presses(together["elements"][0]["action_id"], where="modal")
    await house.skip(to=STARTS + timedelta(minutes=1))
    await delivers(bo, "A thing")

    await surely(bo, "/amp forget me")
    await hears(bo, "Done.")
    assert await house.rows(PrivateNote) == await house.rows(ShipItDelivery) == 0
    assert await house.rows(ShipItIdea) == await house.rows(ShipItCrew) == 1
    assert await house.rows(ShipItIdea, ShipItIdea.person_id.is_not(None)) == 0
    assert await house.rows(Tick, Tick.person_id.is_(None)) == 1


async def test_nothing_that_somebody_wrote_outlives_their_wish(each_house: Scene) -> None:
    """Every table is read: what they wrote with the tools, and their name beside it, is gone."""
    house = each_house
    ana, bo = house.person("ana"), house.person("bo")
    await bo.types("/amp my purpose", "#team-product")
    await window(bo, says=SENTENCE)
    await bo.submits({SENTENCE: "canary walkers"})
    await window(bo, says="canary walkers")
    await bo.presses("Share", where="modal")
    await house.run()
    await bo.closes()
    await plans(ana)
    await house.run()
    await adds_idea(bo, "A canary idea")
    await house.skip(to=STARTS + timedelta(minutes=1))
    await delivers(bo, "A canary thing")
    await house.skip(to=STARTS + timedelta(hours=24, minutes=5))
    assert "A canary thing" in await everything(house)
    await delivers(bo, "A later canary")
    await house.run()

    await surely(bo, "/amp forget me")
    await hears(bo, "Done.")
    await house.run()
    kept = await everything(house)
    assert "canary" not in kept
    user = house.slack.world.workspace().user("bo")
    assert user is not None
    assert kept.count(user.id) == 1  # the wish itself


async def everything(house: Scene) -> str:
    """All rows of all tables, as text."""
    async with house.amp.database.read() as session:
        rows = [
            row
            for table in Base.metadata.sorted_tables
            for row in await session.execute(select(table))
        ]
    return "\n".join(map(str, rows))


async def test_the_end_of_a_team_ends_what_it_had_made(each_house: Scene) -> None:
    """Its checklist, role map and ShipIt day, with ideas, crews and pieces; another team's stay."""
    house = each_house
    await house.reads_english("ines")
    await house.sets_up("ines", "#team-maps")
    for name, channel in (("ana", "#team-product"), ("ines", "#team-maps")):
        lead = house.person(name)
        await lead.types("/amp checklist", channel)
        await lead.presses("Name the kinds of work in the team", where="modal")
        await window(lead, says="1 of 17 done")
        await lead.closes()
        await lead.types("/amp roles", channel)
        await adds(lead, "Booking", ALGORITHMIC)
        await lead.closes()
        await plans(lead, channel=channel)
        await house.run()
        await adds_idea(lead, "A thing", channel=channel)
    await house.skip(to=STARTS + timedelta(minutes=1))
    await delivers(house.person("ana"), "It is done")
    tables = (Checklist, Tick, Role, ShipItDay, ShipItIdea, ShipItCrew)
    assert [await house.rows(table) for table in tables] == [2] * len(tables)
    assert await house.rows(ShipItDelivery) == 1

    ana = house.person("ana")
    await ends_team(ana)
    await hears(ana, "has ended")
    await house.run()
    assert [await house.rows(table) for table in tables] == [1] * len(tables)
    assert await house.rows(ShipItDelivery) == 0
    assert await house.rows(Team, Team.ended_at.is_not(None)) == 1

    await ana.presses("What I delivered", where="#team-product")
    await hears(ana, "That ShipIt day is over or was cancelled")


async def test_the_end_of_a_team_ends_what_was_kept_about_it(house: Scene) -> None:
    """One's own sentence stays: it belongs to no team."""
    ana = house.person("ana")
    await ana.types("/amp four ts", "#team-product")
    await ana.presses("Begin", where="modal")
    await window(ana, says="Leave out what you can't tell")
    await ana.submits({"say-task": "Some"})
    await window(ana, says="Task: Some")
    await ana.closes()
    await ana.types("/amp my purpose", "#team-product")
    await window(ana, says=SENTENCE)
    await ana.submits({SENTENCE: "walkers"})
    await ana.closes()
    await ends_team(ana)
    await hears(ana, "has ended")
    await house.run()
    assert await house.rows(PrivateNote) == 1
    assert await house.rows(PrivateNote, PrivateNote.team_id.is_not(None)) == 0
