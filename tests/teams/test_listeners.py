"""Setting up a team as people do it, and everything that can go wrong with it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from bot.teams import directory
from bot.teams.models import Team
from localslack import Person
from tests.house import Scene, ends_team, scene, surely


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        yield made


async def told(person: Person, channel: str) -> str:
    """The newest thing that a person reads in a channel."""
    return (await person.reads(channel))[-1].text


async def window(house: Scene, person: Person, words: str) -> str:
    """What the window says, once it says *words*."""

    async def says() -> str | None:
        modal = await person.modal()
        return modal.text if modal and words in modal.text else None

    found: str = await house.slack.until(says)
    return found


async def test_the_form_is_filled_so_that_its_button_is_enough(house: Scene) -> None:
    """The team is called after the channel, its people are those in it, Tuesday at ten."""
    await house.sets_up("ana", "#team-product")
    async with house.amp.database.read() as session:
        team = await session.get_one(Team, 1)
    assert (team.name, team.weekday, team.hour, team.open_hours) == ("team-product", 1, 10, 72)
    assert team.in_local_time
    assert team.channel_id == team.digest_channel_id
    await house.person("ana").types("/amp team", "#team-product")
    card = await told(house.person("ana"), "#team-product")
    assert "8 people are asked" in card.lower()


async def test_the_channel_is_told_what_will_happen(house: Scene) -> None:
    """Who is asked, by whom, and what happens to answers, before anybody is asked anything."""
    await house.sets_up("ana", "#team-product")
    await house.run()
    said = await told(house.person("hiro"), "#team-product")
    assert "has set up a pulse" in said
    assert "sealed" in said


async def test_a_second_set_up_by_the_lead_opens_the_settings(house: Scene) -> None:
    """And changes the one team that there is."""
    await house.sets_up("ana", "#team-product")
    ana = house.person("ana")
    await ana.types("/amp setup", "#team-product")
    await window(house, ana, "Name of the team")
    settings = await ana.modal()
    assert settings is not None
    assert settings.title.startswith("Settings")
    await ana.submits({"Name of the team": "Product <!channel> *folk*", "Hour": "15:00"})
    assert "Saved" in await window(house, ana, "Saved")
    async with house.amp.database.read() as session:
        team = await session.get_one(Team, 1)
    assert (team.name, team.hour) == ("Product <!channel> *folk*", 15)
    assert await house.rows(Team) == 1
    await ana.closes()
    await ana.types("/amp team", "#team-product")
    raw = (await ana.reads("#team-product"))[-1].blocks[0]["text"]["text"]
    assert "&lt;!channel&gt;" in raw  # nobody is pinged by a team's name


async def test_a_member_is_told_kindly_that_there_is_a_team(house: Scene) -> None:
    """`/amp setup` by somebody who doesn't lead it changes nothing."""
    await house.sets_up("ana", "#team-product")
    bo = house.person("bo")
    await bo.types("/amp setup", "#team-product")
    assert "has a team already" in await told(bo, "#team-product")
    assert await bo.no_modal()


@pytest.mark.parametrize("command", ["pause", "resume", "pulse now", "pulse close"])
async def test_what_only_a_lead_may_do(house: Scene, command: str) -> None:
    """A member hears who can."""
    await house.sets_up("ana", "#team-product")
    bo = house.person("bo")
    await bo.types(f"/amp {command}", "#team-product")
    assert "Only a lead" in await told(bo, "#team-product")


async def test_a_channel_without_the_bot_is_refused_with_the_remedy(house: Scene) -> None:
    """Amp could not post the digest there."""
    ana = house.person("ana")
    await ana.types("/amp setup", "#random")
    assert "/invite" in await window(house, ana, "not in that channel")


async def test_a_private_channel_without_the_bot_is_out_of_sight(house: Scene) -> None:
    """Slack says that there is no such channel; Amp says what to do."""
    ana = house.person("ana")
    await ana.types("/amp setup", "#leads")
    assert "/invite" in await window(house, ana, "can't see that channel")


async def test_an_archived_channel_is_refused(house: Scene) -> None:
    """Nothing can be posted there."""
    await house.sets_up("ana", "#team-product")
    ana = house.person("ana")
    await ana.types("/amp setup", "#team-product")
    await window(house, ana, "Name of the team")
    result = await ana.submits({"Where the digest goes": "#spring-relaunch"})
    assert "archived" in result.errors["Where the digest goes"]


async def test_a_direct_message_is_no_team(house: Scene) -> None:
    """The people of a channel become the team, so a channel it has to be."""
    ana = house.person("ana")
    await ana.types("/amp setup", await ana.dm_id())
    assert "works only in a channel" in (await ana.dm())[-1].text


async def test_a_channel_with_nobody_to_ask(house: Scene) -> None:
    """Only guests and bots: said at once, and no team is made."""
    made = await house.slack.driver.post("channels", name="empty", invite=["cleo", "amp"])
    assert made
    cleo = house.person("cleo")
    await cleo.types("/amp setup", "#empty")
    assert "nobody to ask" in await window(house, cleo, "nobody to ask")
    assert await house.rows(Team) == 0


async def test_fewer_than_five_people_are_warned(house: Scene) -> None:
    """Four people never get numbers, and hear that before they begin."""
    yara = house.person("yara")
    await yara.types("/amp setup", "#team-platform")
    form = await window(house, yara, "Fewer than five")
    assert "no numbers will ever be shown" in form
    assert "five short questions" not in form, "they get none"


async def test_wrong_entries_are_named_under_their_field(house: Scene) -> None:
    """An unknown country; a lead there must be."""
    ana = house.person("ana")
    await ana.types("/amp setup", "#team-product")
    await window(house, ana, "Name of the team")
    result = await ana.submits({"Skip public holidays of": "XX"})
    assert "two letters" in result.errors["Skip public holidays of"]
    assert await house.rows(Team) == 0


async def test_two_leads_press_the_button_at_once(house: Scene) -> None:
    """One team is made; the second hears that it exists."""
    ana, bo = house.person("ana"), house.person("bo")
    for lead in (ana, bo):
        await lead.types("/amp setup", "#team-product")
        await window(house, lead, "Name of the team")
    await ana.submits()
    await window(house, ana, "is set up")
    await bo.submits()
    await window(house, bo, "has a team already")
    assert await house.rows(Team) == 1


async def test_a_pause_and_its_end(house: Scene) -> None:
    """For two weeks, for a strange number of weeks, for good, and on again."""
    await house.sets_up("ana", "#team-product")
    ana = house.person("ana")
    await ana.types("/amp pause 2 weeks", "#team-product")
    assert "is paused" in await told(ana, "#team-product")
    await ana.types("/amp pause many", "#team-product")
    assert "from 1 to 52" in await told(ana, "#team-product")
    await ana.types("/amp pause", "#team-product")
    assert "8 people are not asked until then" in await told(ana, "#team-product")
    await ana.presses("sure:pause", where="#team-product")
    assert "until somebody types" in await told(ana, "#team-product")
    await ana.types("/amp resume", "#team-product")
    assert "goes on" in await told(ana, "#team-product")


async def test_an_unknown_command_gets_a_suggestion(house: Scene) -> None:
    """A near miss is understood as such."""
    ana = house.person("ana")
    await ana.types("/amp setpu", "#team-product")
    assert "setup" in await told(ana, "#team-product")


async def test_the_roster_follows_the_channel(house: Scene) -> None:
    """Who joins is asked next time, who leaves or is deactivated is not."""
    await house.sets_up("ana", "#team-product")
    await house.slack.driver.post("channels", id="#team-product", invite=["jack"], kick=["hiro"])
    await house.slack.driver.post("people", id="bo", deleted=True)
    await house.run()
    await surely(house.person("ana"), "/amp pulse now")
    await house.run()
    assert "five short questions" in (await house.person("jack").dm())[-1].text
    for name in ("hiro", "bo"):
        sent = [c for c in house.slack.calls("chat.postMessage") if c.ok]
        user = next(
            p["id"] for p in (await house.person("ana").state())["people"] if p["name"] == name
        )
        assert user not in [c.arguments["channel"] for c in sent]


async def test_a_team_can_be_ended_and_begun_anew(house: Scene) -> None:
    """Its channel is free again."""
    await house.sets_up("ana", "#team-product")
    ana = house.person("ana")
    await ends_team(ana)
    await ana.types("/amp team", "#team-product")
    assert "no team here yet" in await told(ana, "#team-product")
    await house.sets_up("ana", "#team-product")
    assert await house.rows(Team) == 2


async def test_a_very_large_channel_is_read_from_the_whole_list(
    house: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More people than are asked for singly: page by page, and nobody twice."""
    monkeypatch.setattr(directory, "ONE_BY_ONE", 40)
    names = [f"extra{n}" for n in range(45)]
    for name in names:
        await house.slack.driver.post("people", name=name, real_name=name.title(), tz="Asia/Tokyo")
    await house.slack.driver.post("channels", id="#team-product", invite=names)
    await house.sets_up("ana", "#team-product")
    assert house.slack.calls("users.list")
    await house.person("ana").types("/amp team", "#team-product")
    assert "53 people are asked" in await told(house.person("ana"), "#team-product")


async def test_setting_up_asks_slack_about_the_channel_alone(house: Scene) -> None:
    """However many the workspace has: nobody else is looked up, and no list is read."""
    for n in range(45):
        await house.slack.driver.post("people", name=f"extra{n}", tz="Asia/Tokyo")
    await house.sets_up("ana", "#team-product")
    asked = {call.arguments["user"] for call in house.slack.calls("users.info")}
    channel = house.slack.world.workspace().channel("#team-product")
    assert channel is not None
    assert asked <= set(channel.members)
    assert not house.slack.calls("users.list")


async def test_whoever_is_left_out_is_in_no_team(house: Scene) -> None:
    """A lead leaves somebody out: they are not asked, and their commands know of no team."""
    ana, bo = house.person("ana"), house.person("bo")
    await ana.types("/amp setup", "#team-product")
    await window(house, ana, "Name of the team")
    await ana.submits({"These people": ["bo"]})
    assert "7 people are asked" in await window(house, ana, "is set up")
    await bo.types("/amp pulse", "#general")
    assert "in no team yet" in await told(bo, "#general")


async def test_two_leads_who_change_settings_at_once_both_get_what_they_changed(
    house: Scene,
) -> None:
    """What one has left alone in the form stays as the other has changed it meanwhile."""
    ana, bo = house.person("ana"), house.person("bo")
    await house.reads_english("bo")
    await ana.types("/amp setup", "#team-product")
    await window(house, ana, "Name of the team")
    await ana.submits({"Leads": ["ana", "bo"], "These people": ["hiro"]})
    await window(house, ana, "is set up")
    await ana.closes()
    for lead in (ana, bo):
        await lead.types("/amp setup", "#team-product")
        await window(house, lead, "Name of the team")
    await ana.submits({"Day": "Thursday", "These people": ["hiro", "grace"]})
    await window(house, ana, "Saved")
    await bo.submits({"Name of the team": "Makers", "Hour": "14:00"})
    await window(house, bo, "Saved")
    await ana.types("/amp team", "#team-product")
    said = await told(ana, "#team-product")
    assert "*Makers*" in said
    assert "on Thursday at 14:00" in said
    assert "6 people are asked" in said


async def test_a_team_needs_a_name(house: Scene) -> None:
    """Blanks are none, and the field says so."""
    ana = house.person("ana")
    await ana.types("/amp setup", "#team-product")
    await window(house, ana, "Name of the team")
    result = await ana.submits({"Name of the team": "   "})
    assert result.errors == {"Name of the team": "A team needs a name. Yours may be the channel's."}
    assert await house.rows(Team) == 0


async def test_a_pause_that_is_over_is_not_told(house: Scene) -> None:
    """Weeks later the card speaks of the next round alone."""
    await house.sets_up("ana", "#team-product")
    ana = house.person("ana")
    await ana.types("/amp pause 2", "#team-product")
    await ana.types("/amp team", "#team-product")
    assert "It is paused until" in await told(ana, "#team-product")
    await house.skip(by=timedelta(weeks=4))
    await ana.types("/amp team", "#team-product")
    card = await told(ana, "#team-product")
    assert "paused" not in card
    assert "The next round opens" in card


async def test_setting_up_takes_few_statements(house: Scene) -> None:
    """Roster, plan, what its lead hears from other teams, and the worker: each is read once."""
    statements: list[str] = []

    def count(_: object, __: object, statement: str, *rest: object) -> None:
        if not statement.startswith("PRAGMA"):
            statements.append(statement)

    ana = house.person("ana")
    await ana.types("/amp setup", "#team-product")
    await window(house, ana, "Name of the team")
    event.listen(house.amp.database.engine.sync_engine, "before_cursor_execute", count)
    await ana.submits()
    await window(house, ana, "is set up")
    event.remove(house.amp.database.engine.sync_engine, "before_cursor_execute", count)
    own = [s for s in statements if "delivery" not in s and "message" not in s and "seen" not in s]
    assert len(own) <= 8, own


async def test_who_wonders_why_it_is_not_the_usual_day_reads_why(
    sqlite_url: str, tmp_path: Path
) -> None:
    """The first of December is a holiday in Lisbon, where the lead is, and so is the eighth."""
    monday = datetime(2026, 11, 30, 9, tzinfo=UTC)
    async with scene(sqlite_url, tmp_path, at=monday) as house:
        await house.sets_up("ana", "#team-product")
        ana = house.person("ana")
        await ana.types("/amp team", "#team-product")
        said = await told(ana, "#team-product")
        assert "because Tuesday, 1 December, is a day off" in said
        await house.skip(by=timedelta(days=10))
        await ana.types("/amp team", "#team-product")
        assert "is a day off" not in await told(ana, "#team-product")
