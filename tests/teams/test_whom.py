"""Whom of its channel a team asks: those who were picked, or a user group of Slack's."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.pulse.models import Invitation, Round
from bot.slack.models import Delivery
from bot.teams import jobs, roster
from bot.teams.models import EVERYBODY, PICKED, Member, Person, Team
from localslack import Person as Somebody
from tests.house import Scene, scene, surely
from tests.localslack.places import user_id

CHANNEL, WHOM = "#team-product", "Who in the channel is asked"
WEEK = timedelta(days=9)  # to a Wednesday, or the one after: Portugal has two Tuesdays off
FIVE = ["ana", "bo", "carla", "dmitri", "elif"]


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        yield made


async def window(house: Scene, person: Somebody, words: str) -> str:
    async def says() -> str | None:
        modal = await person.modal()
        return modal.text if modal and words in modal.text else None

    found: str = await house.slack.until(says)
    return found


def group_id(house: Scene) -> str:
    return next(iter(house.slack.world.workspace().usergroups))


async def fills(house: Scene, *names: str) -> None:
    """Others are in the company's one user group from now on, and Amp hears of it."""
    await house.slack.driver.post("usergroups", id=group_id(house), users=list(names))
    await house.slack.settled()
    await house.run()


async def says(house: Scene, words: str, **values: Any) -> None:
    """Ana fills the form, of a new team or of hers, and reads *words*."""
    ana = house.person("ana")
    await ana.types("/amp setup", CHANNEL)
    await window(house, ana, "Name of the team")
    sent = await ana.submits({name.replace("_", " "): value for name, value in values.items()})
    assert sent, sent.errors
    await window(house, ana, words)
    await ana.closes()
    await house.run()


async def asks(house: Scene, whom: str, *people: str, words: str = "is set up") -> None:
    await says(house, words, Who_in_the_channel_is_asked=whom, These_people=list(people))


async def counted(house: Scene) -> set[str]:
    """By their names, whom the next round is for."""
    async with house.amp.database.read() as session:
        team = await session.get_one(Team, 1)
        ids = {person.user_id for person in (await roster.read(session, team)).counted}
    users = house.slack.world.workspace().users.values()
    return {user.name for user in users if user.id in ids}


async def told(house: Scene) -> list[str]:
    """What everybody in the channel has read of who is asked."""
    read = await house.person("bo").reads(CHANNEL)
    return [one.text for one in read if "asked from the next round on" in one.text]


def mentions(house: Scene, said: str) -> list[str]:
    """Who is mentioned in a message, by their names."""
    users = house.slack.world.workspace().users
    return [users[id_].name for id_ in re.findall(r"<@(\w+)", said)]


async def warned(house: Scene, name: str = "ana") -> list[str]:
    read = await house.person(name).dm()
    return [one.text for one in read if "pauses by itself" in one.text]


async def welcomed(house: Scene, name: str) -> bool:
    """Whether somebody is told when they are asked first, by day where they live."""
    welcome = Delivery.key.startswith("welcome:")
    return await house.rows(Delivery, welcome, Delivery.recipient == user_id(house.slack, name)) > 0


async def test_those_who_are_picked_are_asked_and_the_channel_hears_a_number(house: Scene) -> None:
    """By which rule, and never who; what was picked stands in the settings."""
    await asks(house, PICKED, *FIVE)
    assert await counted(house) == set(FIVE)
    assert "5 people are asked (of 9 in the channel)" in "".join(
        message.text for message in await house.person("bo").reads(CHANNEL)
    )
    await says(house, "Saved", These_people=[*FIVE, "hiro"])
    [said] = await told(house)
    assert "*6 of 9*" in said
    assert "whoever joins the channel isn't among them" in said
    assert mentions(house, said) == ["ana"]
    await asks(house, EVERYBODY, "hiro", words="Saved")
    assert await counted(house) == {*FIVE, "femi", "grace"}
    assert "*7 of 9*" in (await told(house))[-1]
    assert "picked" not in (await told(house))[-1]


async def test_whoever_joins_is_asked_only_if_the_rule_takes_them(house: Scene) -> None:
    """Picked before they came, they are; and again after they had gone."""
    await asks(house, PICKED, *FIVE, "jack")
    for name, is_asked in (("keala", False), ("jack", True)):
        await house.slack.driver.post("channels", id=CHANNEL, invite=[name])
        await house.slack.settled()
        assert (name in await counted(house)) is is_asked
        assert await welcomed(house, name) is is_asked
    for change in ("kick", "invite"):
        await house.slack.driver.post("channels", id=CHANNEL, **{change: ["jack", "keala"]})
        await house.slack.settled()
        await house.run()
    assert await counted(house) == {*FIVE, "jack"}


async def test_a_guest_who_is_picked_is_asked(house: Scene) -> None:
    """Named one by one, nobody has to allow guests besides."""
    await asks(house, PICKED, *FIVE, "cleo")
    assert "cleo" in await counted(house)


async def test_a_team_follows_its_user_group_from_the_next_round_on(house: Scene) -> None:
    """An open round stays as it was; the channel reads the number, once, and no name."""
    await fills(house, *FIVE, "ines")
    await asks(house, group_id(house))
    assert await counted(house) == set(FIVE)
    await surely(house.person("ana"), "/amp pulse now", CHANNEL)
    await house.run()
    assert await house.rows(Invitation) == 5
    await fills(house, *FIVE[1:], "hiro", "femi")
    assert await counted(house) == {*FIVE[1:], "hiro", "femi"}
    [said] = await told(house)
    assert "*6 of 9*" in said
    assert "That user group has changed" in said
    assert "leads" not in said
    assert mentions(house, said) == []
    assert await house.rows(Invitation) == 5
    await house.skip(by=WEEK)
    async with house.amp.database.read() as session:
        rounds = (await session.scalars(select(Round).order_by(Round.id))).all()
    assert [round_.asked for round_ in rounds] == [5, 6]


async def test_a_group_is_read_again_before_each_round(house: Scene) -> None:
    """Where Slack's event was missed; and the channel reads of it before anybody is asked."""
    await fills(house, *FIVE)
    await asks(house, group_id(house))
    group = house.slack.world.workspace().usergroups[group_id(house)]
    group.users = [*group.users, user_id(house.slack, "hiro")]
    await house.skip(by=timedelta(days=1))
    assert "hiro" in await counted(house)
    async with house.amp.database.read() as session:
        first = select(Delivery.id).where(Delivery.key.startswith("invitation:")).limit(1)
        about = select(Delivery.id).where(Delivery.key.startswith("asked:"))
        assert (await session.scalar(about) or 99) < (await session.scalar(first) or 0)
        assert await session.scalar(select(Round.asked)) == 6


async def test_whoever_joins_is_asked_if_they_are_in_the_group(house: Scene) -> None:
    """And welcomed; others are in the channel, and in no team."""
    await fills(house, *FIVE, "jack")
    await asks(house, group_id(house))
    await house.slack.driver.post("channels", id=CHANNEL, invite=["jack", "keala"])
    await house.slack.settled()
    assert await counted(house) == {*FIVE, "jack"}
    assert await welcomed(house, "jack")
    assert not await welcomed(house, "keala")
    assert await told(house) == []
    async with house.amp.database.read() as session:  # nobody of the group from elsewhere
        assert len((await session.scalars(select(Member).where(~Member.is_asked))).all()) == 0


async def test_the_leads_hear_once_that_nobody_is_left_in_the_group(house: Scene) -> None:
    """The team pauses by itself, and goes on when the group has somebody again."""
    await fills(house, *FIVE)
    await asks(house, group_id(house))
    await fills(house)
    await fills(house, "ines")  # who is not in the channel
    [said] = await warned(house)
    assert "nobody left" in said
    assert await warned(house, "bo") == []
    for _ in range(2):
        await house.skip(by=timedelta(weeks=1))
    assert await house.rows(Round) == 0
    assert len(await warned(house)) == 1
    ana = house.person("ana")
    await ana.presses("Try again", where=await ana.dm_id())
    assert "nobody left" in (await ana.dm())[-1].text
    await fills(house, *FIVE)
    await house.skip(by=timedelta(days=3))  # Wednesday
    assert await house.rows(Round) == 1
    assert await counted(house) == set(FIVE)


async def test_a_team_of_whose_group_nobody_is_left_is_not_asked_now(house: Scene) -> None:
    """Nothing is promised that will not come, neither before it is sure nor after."""
    await fills(house, *FIVE)
    await asks(house, group_id(house))
    ana = house.person("ana")
    await ana.types("/amp pulse now", CHANNEL)
    await fills(house)
    await ana.presses("Ask 5 people", where=CHANNEL)
    assert "its channel has nobody left to ask" in (await ana.reads(CHANNEL))[-1].text
    await ana.types("/amp pulse now", CHANNEL)
    assert "its channel has nobody left to ask" in (await ana.reads(CHANNEL))[-1].text
    await house.run()
    async with house.amp.database.read() as session:
        assert not (await session.get_one(Team, 1)).asks_at_once
    assert await house.rows(Round) == 0


@pytest.mark.parametrize("lost", ["disabled", "plan", "scope"])
async def test_a_group_that_can_not_be_read_pauses_its_team_before_a_round(
    house: Scene, lost: str
) -> None:
    """Rather than asking whoever was in it once; an hour after it is back, it goes on."""
    await fills(house, *FIVE)
    await asks(house, group_id(house))
    workspace = house.slack.world.workspace()
    id_, group = group_id(house), workspace.usergroups[group_id(house)]
    if lost == "disabled":
        del workspace.usergroups[id_]
    elif lost == "plan":
        workspace.plan = "free"
    else:
        fault = {"kind": "error", "error": "missing_scope", "times": 99}
        await house.slack.driver.post("faults", method="usergroups.users.list", **fault)
    await house.skip(by=timedelta(days=1))
    assert await house.rows(Round) == 0
    assert len(await warned(house)) == 1
    workspace.usergroups[id_], workspace.plan = group, "paid"
    await house.slack.driver.delete("faults")
    await house.skip(by=timedelta(hours=1))
    await house.skip(by=WEEK)
    assert await house.rows(Round) == 1


@pytest.mark.parametrize("kind", ["lost_request", "lost_answer"])
async def test_a_slack_that_hangs_up_keeps_no_round_from_those_who_are_known(
    house: Scene, kind: str
) -> None:
    """Who is in the group can't be asked for a moment; what is known of it has to do."""
    await fills(house, *FIVE)
    await asks(house, group_id(house))
    await house.slack.driver.fault(kind, method="usergroups.users.list", times=99)
    await house.skip(by=timedelta(days=1))
    assert await house.rows(Round) == 1
    assert await warned(house) == []


async def test_a_slack_that_hangs_up_is_looked_at_again(house: Scene) -> None:
    """A team that is out of reach goes on an hour after Slack answers, and nothing is an error."""
    await fills(house, *FIVE)
    await asks(house, group_id(house))
    await fills(house)
    await house.slack.driver.fault("lost_request", method="usergroups.users.list", times=99)
    with capture_logs() as logs:
        await jobs.look_again(house.amp.database, house.amp.clients, house.amp.say)
    assert [line["log_level"] for line in logs] == ["warning"]


async def offered(house: Scene) -> list[str]:
    """Of whom the form lets one choose."""
    ana = house.person("ana")
    await ana.types("/amp setup", CHANNEL)
    await window(house, ana, "Name of the team")
    form = await ana.modal()
    assert form is not None
    [field] = [block for block in form.blocks if block.get("block_id") == "whom"]
    await ana.closes()
    return [option["text"]["text"] for option in field["element"]["options"]]


async def test_groups_are_offered_where_there_are_some_and_they_may_be_read(house: Scene) -> None:
    """Those that have somebody in the channel, and with how many."""
    assert await offered(house) == [
        "all but these people",
        "only these people",
        "only those in @leads (1 here)",
    ]
    fault = {"kind": "error", "error": "missing_scope", "times": 1}
    await house.slack.driver.post("faults", method="usergroups.list", **fault)
    assert len(await offered(house)) == 2
    await house.slack.driver.fault("lost_request", method="usergroups.list", times=99)
    assert len(await offered(house)) == 2
    await house.slack.driver.delete("faults")
    await fills(house, "ines", "yara")
    assert len(await offered(house)) == 2
    house.slack.world.workspace().plan = "free"
    assert len(await offered(house)) == 2


async def test_a_group_that_was_chosen_stays_in_the_settings_without_a_name(house: Scene) -> None:
    """Where it can't be listed any more; nobody chooses anew by saving something else."""
    await fills(house, *FIVE)
    await asks(house, group_id(house))
    house.slack.world.workspace().plan = "free"
    assert (await offered(house))[-1] == "only the user group chosen before"
    house.slack.world.workspace().plan = "paid"
    await says(house, "Saved", Hour="15:00")
    assert await told(house) == []
    assert await counted(house) == set(FIVE)


@pytest.mark.parametrize(
    ("whom", "people", "field", "said"),
    [
        (PICKED, [], "These people", "at least one person"),
        ("group", ["bo"], "These people", "as it is"),
        ("empty", [], WHOM, "nobody in that user group"),
        ("free", [], WHOM, "no user groups"),
        ("scope", [], WHOM, "usergroups:read"),
    ],
)
async def test_what_can_not_be_is_said_under_the_field_and_nothing_is_lost(
    house: Scene, whom: str, people: list[str], field: str, said: str
) -> None:
    """The form stays open as it was filled."""
    ana = house.person("ana")
    await ana.types("/amp setup", CHANNEL)
    await window(house, ana, "Name of the team")
    if whom == "empty":
        house.slack.world.workspace().usergroups[group_id(house)].users = []
    if whom == "free":
        house.slack.world.workspace().plan = "free"
    if whom == "scope":
        fault = {"kind": "error", "error": "missing_scope", "times": 1}
        await house.slack.driver.post("faults", method="usergroups.users.list", **fault)
    value = whom if whom == PICKED else group_id(house)
    result = await ana.submits({WHOM: value, "These people": people, "Hour": "15:00"})
    assert said in result.errors[field]
    assert await house.rows(Team) == 0


async def test_picking_nobody_who_is_there_shows_the_form_once_more(house: Scene) -> None:
    """With what was entered; of a team that there is, it is said under the field."""
    ana = house.person("ana")
    await ana.types("/amp setup", CHANNEL)
    await window(house, ana, "Name of the team")
    await ana.submits({WHOM: PICKED, "These people": ["jack"], "Hour": "15:00"})
    await window(house, ana, "is in the channel")
    await ana.submits({"These people": FIVE})
    await window(house, ana, "5 people are asked")
    await ana.closes()
    async with house.amp.database.read() as session:
        assert (await session.get_one(Team, 1)).hour == 15
    await ana.types("/amp setup", CHANNEL)
    await window(house, ana, "Name of the team")
    result = await ana.submits({"These people": ["jack"]})
    assert "None of the people to be asked is in the channel" in result.errors[WHOM]


async def test_of_two_leads_the_one_who_changes_whom_to_ask_has_both_fields(house: Scene) -> None:
    """Who was left out by one is never picked by another."""
    ana, bo = house.person("ana"), house.person("bo")
    await house.reads_english("bo")
    await says(house, "is set up", Leads=["ana", "bo"], These_people=["hiro"])
    for lead in (ana, bo):
        await lead.types("/amp setup", CHANNEL)
        await window(house, lead, "Name of the team")
    await ana.submits({WHOM: PICKED, "These people": FIVE})
    await window(house, ana, "Saved")
    await bo.submits({"These people": ["hiro", "grace"]})
    await window(house, bo, "Saved")
    everybody = {*FIVE, "femi", "grace", "hiro"}
    assert await counted(house) == everybody - {"hiro", "grace"}


async def test_whoever_was_picked_stays_named_once_they_are_forgotten(house: Scene) -> None:
    """From elsewhere, as if they had said nothing; what stays besides is that they want no part."""
    await asks(house, PICKED, *FIVE, "jack")
    jack = house.person("jack")
    await surely(jack, "/amp forget me", "#general")
    await house.slack.settled()
    await house.run()
    async with house.amp.database.read() as session:
        id_ = user_id(house.slack, "jack")
        person = await session.scalar(select(Person).where(Person.user_id == id_))
        assert person is not None
        assert person.wants_no_part
        team = await session.get_one(Team, 1)
        assert id_ in (await roster.read(session, team)).named
    await house.slack.driver.post("channels", id=CHANNEL, invite=["jack"])
    await house.run()
    assert not await welcomed(house, "jack")
    assert "*6 of 10*" in (await told(house))[-1]


async def test_a_lead_who_is_alone_in_the_channel_sets_up_a_team(house: Scene) -> None:
    """And reads that there will be no numbers, and what comes instead."""
    everybody = ["bo", "carla", "dmitri", "elif", "femi", "grace", "hiro", "cleo"]
    await house.slack.driver.post("channels", id=CHANNEL, kick=everybody)
    await house.slack.settled()
    ana = house.person("ana")
    await ana.types("/amp setup", CHANNEL)
    assert "Fewer than five people" in await window(house, ana, "Name of the team")
    await ana.submits()
    said = await window(house, ana, "is set up")
    assert "1 person is asked" in said
    await house.skip(by=timedelta(days=2))
    assert await house.rows(Round) == 0
    assert len(await house.person("ana").reads(CHANNEL)) >= 2  # announced, and a question


@pytest.mark.parametrize(("posting", "said"), [("read_only", "post"), ("thread_only", "thread")])
async def test_a_channel_in_which_only_some_may_post_is_told_and_the_remedy_works(
    house: Scene, posting: str, said: str
) -> None:
    """In the form, and once more when Slack refuses; with its digest elsewhere the team goes on."""
    channel = house.slack.world.workspace().channel(CHANNEL)
    assert channel is not None
    channel.posting = posting
    ana = house.person("ana")
    await ana.types("/amp setup", CHANNEL)
    assert "Only some people may post" in await window(house, ana, "Name of the team")
    await ana.closes()
    await house.sets_up("ana", CHANNEL)
    await house.run()
    [warning] = await warned(house)
    assert "Posting permissions" in warning
    assert f"only some people may {'begin a ' if said == 'thread' else ''}{said}" in warning
    await ana.presses("team:settings", where=await ana.dm_id())
    await house.slack.until(ana.modal)
    assert await ana.submits({"Where the digest goes": "general"})
    await window(house, ana, "Saved")
    await ana.closes()
    await house.run()
    await house.skip(by=timedelta(days=1))
    assert await house.rows(Round) == 1
    assert len(await warned(house)) == 1
