"""The monthly roll-up: a map of drives by team, once, on the first working day."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update
from structlog.testing import capture_logs

from bot import clock
from bot.db import Database
from bot.digest import archive
from bot.digest.rollup import blocks, heat_maps, posting, schedule
from bot.digest.rollup.models import RollUp
from bot.digest.rollup.schedule import Month
from bot.framework.content import Content
from bot.insight.rollups import HeatMap, Row
from bot.pulse.models import Round
from bot.slack.models import Delivery, Message
from bot.teams import calendar, channels
from bot.teams.models import Person, Team
from bot.words import Words
from localslack.driver import SeenMessage
from localslack.rules.messages import validate_message
from tests.digest.past import Past, ordinary, past_of, team_of
from tests.house import Scene, scene, surely

JULY = Month(2026, 7, "UTC")


def test_a_month_is_told_at_nine_on_its_first_working_day_after() -> None:
    """1 August 2026 is a Saturday, so it is Monday the third; December turns the year."""
    assert JULY.told_at == datetime(2026, 8, 3, 9, tzinfo=UTC)
    assert Month(2026, 12, "UTC").told_at == datetime(2027, 1, 1, 9, tzinfo=UTC)
    assert Month(2026, 7, "Asia/Tokyo").told_at == datetime(2026, 8, 3, 0, tzinfo=UTC)


def test_a_wish_is_first_met_at_the_next_telling() -> None:
    """Turned on in the middle of a month, it does not post the last one at once."""
    wish = RollUp(workspace_id="T1", channel_id="C1", zone="UTC", set_by="U1")
    for set_at, first in (
        (datetime(2026, 8, 12, tzinfo=UTC), "2026-08"),
        (datetime(2026, 8, 2, tzinfo=UTC), "2026-07"),
    ):
        wish.set_at = set_at
        assert schedule.first("UTC", set_at).name == first
        moments = [set_at + timedelta(hours=n) for n in range(24 * 60)]
        told = [m.name for moment in moments if (m := schedule.due(wish, moment))]
        assert told[0] == first


@pytest.fixture
async def three(database: Database, content: Content, say: Words) -> list[Past]:
    """Three teams with five weeks behind them: 30 June to 28 July."""
    teams = []
    for n, name in enumerate(("Web", "Ada", "Ops")):
        team_id = await team_of(database, name=name, channel=f"C{n}")
        teams.append(Past(database, content, say, team_id))
        await teams[-1].lives(ordinary(5, autonomy=3 + n / 2), people=10 + n)
    return teams


async def told(past: Past, month: Month) -> HeatMap:
    async with past.database.read() as session:
        return await heat_maps.heat_map(session, past.content, "T1", month)


async def test_the_last_round_of_each_team_in_that_month_is_told(three: list[Past]) -> None:
    """What its digest showed, in alphabetical order; other months and workspaces are not in it."""
    found = await told(three[0], JULY)
    assert [row.name for row in found.rows] == ["Ada", "Ops", "Web"]
    async with three[0].database.read() as session:
        [last] = await archive.summaries(session, [three[0].team_id], last=1)
    web = next(row for row in found.rows if row.name == "Web")
    assert web.shown == {figure.id: figure.shown for figure in last.drives}
    assert (await told(three[0], Month(2026, 5, "UTC"))).rows == ()


async def test_a_hidden_round_gives_way_to_the_last_published_one(three: list[Past]) -> None:
    """A last week below the quorum leaves the week before it."""
    before = await told(three[1], Month(2026, 8, "UTC"))
    await three[1].lives(ordinary(1, autonomy=2.0), people=10)
    shown = await told(three[1], Month(2026, 8, "UTC"))
    await three[1].lives([{}], people=4)
    assert await told(three[1], Month(2026, 8, "UTC")) == shown
    assert shown != before


async def test_two_teams_that_are_asked_together_stand_there_as_one_if_both_would(
    three: list[Past],
) -> None:
    """Under both names; where one would not, or is of a private channel, neither does."""
    past = three[0]
    sister = await team_of(past.database, name="Api", channel="C9")
    async with past.database.begin() as session:
        await session.execute(
            update(Round).where(Round.team_id == past.team_id).values(sister_id=sister)
        )
    assert [row.name for row in (await told(past, JULY)).rows] == ["Ada", "Ops", "Web + Api"]
    async with past.database.begin() as session:
        (await session.get_one(Team, sister)).in_rollup = False
    assert [row.name for row in (await told(past, JULY)).rows] == ["Ada", "Ops"]


async def test_two_teams_of_one_name_are_told_apart(three: list[Past]) -> None:
    """A name is no key."""
    past = three[0]
    team_id = await team_of(past.database, name="Web", channel="C9")
    other = Past(past.database, past.content, past.say, team_id)
    await other.lives(ordinary(3), people=9)
    names = [row.name for row in (await told(past, JULY)).rows]
    assert names == ["Ada", "Ops", "Web", "Web (2)"]


async def test_a_channel_hears_by_day_that_it_stands_in_the_roll_up(three: list[Past]) -> None:
    """A look a minute finds it out, at whatever hour."""
    night = datetime(2026, 8, 4, 2, tzinfo=UTC)
    async with three[0].database.begin() as session:
        session.add(RollUp(workspace_id="T1", channel_id="C9", zone="UTC", set_by="", set_at=night))
        team = await session.get_one(Team, three[0].team_id)
        team.is_private, team.digest_channel_id = False, "C8"
        await posting.tell_team(session, three[0].say, team, at=night)
        told = Delivery.key.startswith("told:rollup:")
        due_at = await session.scalar(select(Delivery.due_at).where(told))
        where = set(await session.scalars(select(Delivery.recipient).where(told)))
    assert where == {team.channel_id, "C8"}  # its own, wherever its digests go
    assert due_at == calendar.of_team(team).next(night) > night + timedelta(hours=4)


async def _posted(past: Past, rollup: RollUp) -> str:
    """The message of July as it was written down, with its blocks."""
    async with past.database.begin() as session:
        await posting.post(session, past.say, past.content, rollup, JULY, at=rollup.set_at)
        messages = await session.scalars(select(Message).order_by(Message.id.desc()))
        newest = messages.first()
        assert newest is not None
        return str(newest.blocks)


async def test_the_roll_up_is_in_the_language_of_its_channel(three: list[Past]) -> None:
    """Of the team whose channel it is; in any other, of whoever turned it on."""
    past = three[0]
    async with past.database.begin() as session:
        (await session.get_one(Team, past.team_id)).language = "de"
        await session.execute(update(Person).where(Person.user_id == "U0").values(locale="fr-FR"))
    at = datetime(2026, 8, 3, 9, tzinfo=UTC)
    rollup = RollUp(workspace_id="T1", channel_id="C0", zone="UTC", set_by="U0", set_at=at)
    assert "Autonomie" in await _posted(past, rollup)
    async with past.database.begin() as session:
        await session.execute(delete(Delivery))
    rollup.channel_id = "C-of-no-team"
    assert past.content.locale("fr").drive("mastery").name in await _posted(past, rollup)


shown = st.one_of(st.none(), st.sampled_from([1.5, 2.25, 3.4, 4.5]))
rows = st.builds(
    lambda name, a, m, p: Row(name, {"autonomy": a, "mastery": m, "purpose": p}),
    st.text(min_size=1, max_size=80), shown, shown, shown,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(rows, max_size=130), rows)
def test_any_company_fits_slacks_messages(
    say: Words, content: Content, found: list[Row], everybody: Row
) -> None:
    """A line for each team, in as many messages as it takes; every team is in one."""
    drawn = HeatMap(("autonomy", "mastery", "purpose"), tuple(found), everybody)
    drafts = blocks.drafts(say, content, drawn, JULY)
    cells = 0
    for draft in drafts:
        for variant in (draft.blocks, *draft.plainer):
            message = {"channel": "C1", "text": draft.text, "blocks": list(variant)}
            assert not validate_message(message), validate_message(message)
        [lines] = [block for block in draft.blocks if block["type"] == "rich_text"]
        cells += len(lines["elements"][0]["elements"])
    assert cells == len(found) + 1


def test_what_is_hidden_says_so_and_nothing_ranks(say: Words, content: Content) -> None:
    """«not shown», in the order that the map has."""
    drawn = HeatMap(
        ("autonomy",),
        (Row("Ada", {"autonomy": None}), Row("Web", {"autonomy": 4.5})),
        Row("everybody", {"autonomy": 3.5}),
    )
    [draft] = blocks.drafts(say, content, drawn, JULY)
    [lines] = draft.blocks[1]["elements"]
    text = ["".join(part["text"] for part in line["elements"]) for line in lines["elements"]]
    assert text == ["Ada: Autonomy not shown", "Web: Autonomy █ 4.5", "Everybody: Autonomy ▓ 3.5"]


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        await made.reads_english("ines")
        for lead, channel in (("ana", "#team-product"), ("ines", "#team-maps")):
            await made.sets_up(lead, channel)
            past = await past_of(made, channel)
            await past.lives(ordinary(21), people=7, asked=7)
        await made.run()
        yield made


async def turns_on(house: Scene) -> None:
    ana = house.person("ana")
    assert await ana.types("/amp rollup", "#team-product")
    assert await ana.submits({"Channel": "#general"})

    async def done() -> bool:
        window = await ana.modal()
        return window is not None and "gets the roll-up" in window.text

    await house.slack.until(done)
    await ana.closes()


async def maps(house: Scene) -> list[SeenMessage]:
    read = await house.person("bo").reads("#general")
    return [message for message in read if "How the teams stood" in message.text]


async def test_a_lead_turns_it_on_and_the_month_is_told_once(house: Scene) -> None:
    """Off by default; other leads hear of it; December's first working day tells November."""
    await house.skip(to=datetime(2026, 11, 24, 16, tzinfo=UTC))
    assert not await maps(house)
    await turns_on(house)
    await house.run()
    assert "has turned on a monthly roll-up" in (await house.person("ines").dm())[-1].text
    assert not await maps(house)

    await house.skip(to=datetime(2026, 12, 2, 12, tzinfo=UTC))
    [told] = await maps(house)
    assert "November 2026" in told.text
    assert "team-maps" in told.text
    await house.skip(to=datetime(2026, 12, 15, 12, tzinfo=UTC))
    assert len(await maps(house)) == 1


async def test_a_channel_that_has_become_private_is_named_in_no_roll_up(house: Scene) -> None:
    """Slack tells no app of it; so Amp looks right before, also where no round has looked since."""
    await house.skip(to=datetime(2026, 11, 24, 16, tzinfo=UTC))
    await turns_on(house)
    async with house.amp.database.begin() as session:
        paused = update(Team).where(Team.name == "team-maps")
        await session.execute(paused.values(next_day=None, next_opens_at=None))
    [workspace] = house.slack.world.workspaces.values()
    maps_channel = workspace.channel("#team-maps")
    assert maps_channel is not None
    maps_channel.kind = "group"
    await house.skip(to=datetime(2026, 12, 2, 12, tzinfo=UTC))
    assert not any("team-maps" in told.text for told in await maps(house))
    assert await house.rows(Team, Team.name == "team-maps", Team.is_private) == 1


async def test_before_a_roll_up_slack_is_asked_by_the_page(house: Scene) -> None:
    """And one by one only for channels that Amp was taken out of, which may be public all the same.

    One by one for hundreds of teams, what else needs Slack would wait for minutes.
    """
    async with house.amp.database.read() as session:
        teams = (await session.scalars(select(Team))).all()
    public = {team.id: team.channel_id for team in teams}
    reader = await house.amp.clients.reader_for(teams[0].workspace_id)
    asked = house.slack.calls
    before = len(asked("conversations.info"))
    await channels.note_private(house.amp.database, reader, public)
    assert len(asked("conversations.info")) == before
    await house.slack.driver.post("channels", id="#team-maps", kick=["amp"])
    await channels.note_private(house.amp.database, reader, public)
    assert len(asked("conversations.info")) == before + 1
    assert await house.rows(Team, Team.is_private) == 0


async def test_a_workspace_that_has_taken_amp_out_waits_for_no_roll_up(house: Scene) -> None:
    """Nor does the log call that a failure, every ten minutes for two weeks."""
    await house.skip(to=datetime(2026, 11, 24, 16, tzinfo=UTC))
    await turns_on(house)
    [workspace_id] = house.slack.world.workspaces
    installed = await house.amp.installs.find(workspace_id)
    assert installed
    await house.amp.installs.revoke(installed, at=clock.now())
    with capture_logs() as logs:
        await house.skip(to=datetime(2026, 12, 2, 12, tzinfo=UTC))
    assert [one["event"] for one in logs if one["event"] == "a roll-up could not be told"] == []
    assert await house.rows(Delivery, Delivery.key.startswith("rollup:T")) == 0


async def test_turned_off_it_is_off(house: Scene) -> None:
    """By any lead; and members can do neither."""
    await turns_on(house)
    ines = house.person("ines")
    assert await ines.types("/amp rollup", "#team-maps")
    assert await ines.presses("Turn off", where="modal")
    await house.slack.until(lambda: none_wanted(house))
    await house.skip(to=datetime(2026, 12, 2, 12, tzinfo=UTC))
    assert not await maps(house)

    assert await house.person("bo").types("/amp rollup", "#team-product")
    assert await house.person("bo").no_modal()


async def general(house: Scene) -> str:
    state = await house.slack.driver.get("state", **{"as": "ana"})
    return str(next(c["id"] for c in state["channels"] if c["name"] == "general"))


async def archives(house: Scene, channel_id: str, *, archived: bool = True) -> None:
    await house.slack.driver.post("channels", **{"as": "ana"}, id=channel_id, archived=archived)


async def fails(house: Scene) -> None:
    """The first working day of December: the map can't be posted, and that is told."""
    await house.skip(to=datetime(2026, 12, 2, 12, tzinfo=UTC))
    await house.run()


async def complaints(house: Scene, name: str) -> list[str]:
    read = await house.person(name).dm()
    return [m.text for m in read if "could not post the roll-up" in m.text]


async def test_a_roll_up_that_does_not_arrive_is_told_to_whoever_turned_it_on(
    house: Scene,
) -> None:
    """Once, with what to do, and to nobody else."""
    await turns_on(house)
    await archives(house, await general(house))
    for day in (2, 3, 4):
        await house.skip(to=datetime(2026, 12, day, 12, tzinfo=UTC))
    [told] = await complaints(house, "ana")
    assert "November 2026" in told
    assert "it is archived. Unarchive it, or choose another channel (`/amp rollup`)" in told
    assert not await complaints(house, "ines")


async def test_a_roll_up_that_did_not_arrive_is_posted_again(house: Scene) -> None:
    """«Post it again» fails for the same reason and says so; unarchived, the map is there once."""
    await turns_on(house)
    await archives(house, channel := await general(house))
    await fails(house)
    ana = house.person("ana")
    assert await ana.presses("Post it again", where=await house.person("ana").dm_id())
    await house.run()
    assert len(await complaints(house, "ana")) == 1  # the first one now says that it is on its way

    await archives(house, channel, archived=False)
    assert await ana.presses("Post it again", where=await house.person("ana").dm_id())
    await house.run()
    assert len(await maps(house)) == 1
    await house.skip(to=datetime(2026, 12, 10, 12, tzinfo=UTC))
    assert len(await maps(house)) == 1


async def test_a_roll_up_is_posted_again_to_the_channel_it_has_by_now(house: Scene) -> None:
    """Its channel is gone; `/amp rollup` names another one; the button posts the month there."""
    await turns_on(house)
    await house.slack.driver.post(
        "channels", **{"as": "ana"}, id=await general(house), deleted=True
    )
    await fails(house)
    ana = house.person("ana")
    assert await ana.types("/amp rollup", "#team-product")
    assert await ana.submits({"Channel": "#team-product"})
    assert await ana.presses("Post it again", where=await house.person("ana").dm_id())
    await house.run()
    read = await house.person("bo").reads("#team-product")
    assert len([m for m in read if "How the teams stood in November 2026" in m.text]) == 1


async def test_whoever_turned_it_on_and_left_is_forgotten_and_other_leads_hear(
    house: Scene,
) -> None:
    """The roll-up goes on without their name; when one does not arrive, every lead is told."""
    await turns_on(house)
    await surely(house.person("ana"), "/amp forget me")
    await house.slack.settled()
    await house.run()
    assert await house.rows(RollUp) == 1
    assert await house.rows(RollUp, RollUp.set_by != "") == 0
    await archives(house, await general(house))
    await fails(house)
    await house.skip(to=datetime(2026, 12, 2, 16, tzinfo=UTC))  # morning in Mexico
    assert len(await complaints(house, "ines")) == 1
    assert not await complaints(house, "ana")


async def test_nothing_is_posted_again_once_it_is_turned_off(house: Scene) -> None:
    """The button says how to turn it on."""
    await turns_on(house)
    await archives(house, await general(house))
    await fails(house)
    async with house.amp.database.begin() as session:
        await session.execute(delete(RollUp))
    assert await house.person("ana").presses(
        "Post it again", where=await house.person("ana").dm_id()
    )
    heard = await house.person("ana").dm()
    assert "There is no monthly roll-up here" in heard[-1].text


async def none_wanted(house: Scene) -> bool:
    return await house.rows(RollUp) == 0
