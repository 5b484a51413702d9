"""The company's report: what the roll-up's channel has read, for whoever may turn it on."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import update

from bot.db import Database
from bot.digest.report import page, reports
from bot.digest.report.periods import Period
from bot.digest.report.reports import NoMonthToReport
from bot.digest.rollup import posting, subscriptions
from bot.digest.rollup.models import RollUp
from bot.digest.rollup.schedule import Month
from bot.errors import AmpError
from bot.framework.content import Content
from bot.slack.models import Delivery, State
from bot.slack.requests import Actor
from bot.teams.models import Team, Workspace
from bot.teams.roster import Human
from bot.words import Words
from tests.digest.past import Past, ordinary, past_of, team_of
from tests.house import Scene, scene

PAGE = (Path(__file__).parents[2] / "docs" / "privacy.md").read_text(encoding="utf-8")
QUARTER = Period(date(2026, 7, 1), date(2026, 9, 30))
BY_DAY = datetime(2026, 11, 24, 16, tzinfo=UTC)  # where each of the teams is
DECEMBER = datetime(2026, 12, 2, 12, tzinfo=UTC)
SET_AT = datetime(2026, 7, 2, 12, tzinfo=UTC)  # a Thursday


def rollup(channel: str = "C9") -> RollUp:
    return RollUp(workspace_id="T1", channel_id=channel, zone="UTC", set_by="U0", set_at=SET_AT)


@pytest.fixture
async def two(database: Database, content: Content, say: Words) -> list[Past]:
    """Two teams with fourteen weeks behind them, the second of a private channel."""
    teams = []
    for n, name in enumerate(("Web", "Ops")):
        team_id = await team_of(database, name=name, channel=f"C{n}")
        teams.append(Past(database, content, say, team_id))
        await teams[-1].lives(ordinary(14), people=10 + n)
    async with database.begin() as session:
        ops = await session.get_one(Team, teams[1].team_id)
        ops.is_private = True
        session.add(rollup())
    await hears(teams[0])
    return teams


async def hears(past: Past, at: datetime = SET_AT) -> None:
    """The team's channel has read that it stands in the roll-up from now on."""
    async with past.database.begin() as session:
        await posting.tell_team(session, past.say, await session.get_one(Team, past.team_id), at=at)
        begins = Delivery.key.startswith(posting.TO_TEAM)
        await session.execute(update(Delivery).where(begins).values(state=State.SENT))


async def reads(past: Past, month: str, channel: str = "C9") -> None:
    """This channel has read the roll-up of a month."""
    year, number = map(int, month.split("-"))
    async with past.database.begin() as session:
        found = rollup(channel)
        month_ = Month(year, number, "UTC")
        await posting.post(session, past.say, past.content, found, month_, at=month_.told_at)
        told = await posting.find(session, found, month_)
        assert told
        told.state = State.SENT


async def reported(past: Past) -> str:
    async with past.database.read() as session:
        found = await session.get_one(RollUp, "T1")
        report = await reports.of_roll_up(session, past.content, found, QUARTER)
    return page.of_company(past.say, past.content, report)


async def test_only_months_that_its_channel_has_read_are_on_the_page(two: list[Past]) -> None:
    """Those of before it was turned on, or of another channel, are not."""
    with pytest.raises(NoMonthToReport):
        await reported(two[0])
    await reads(two[0], "2026-07", channel="C8")
    await reads(two[0], "2026-08")
    made = await reported(two[0])
    assert "How the teams stood in August 2026" in made
    assert "July 2026" not in made.replace("1 July 2026", "")


async def test_what_is_on_its_way_has_not_been_read(two: list[Past]) -> None:
    """Nor what Slack did not take."""
    await reads(two[0], "2026-08")
    async with two[0].database.begin() as session:
        told = await posting.find(session, rollup(), Month(2026, 8, "UTC"))
        assert isinstance(told, Delivery)
        told.state = State.FAILED
    with pytest.raises(NoMonthToReport):
        await reported(two[0])


async def stands_in(past: Past, at: datetime, *, is_in: bool = True) -> None:
    """Its lead says whether it does, and its channel hears it."""
    async with past.database.begin() as session:
        (await session.get_one(Team, past.team_id)).in_rollup = is_in
    await hears(past, at)


async def test_a_private_channels_team_is_on_it_by_its_leads_word_alone(two: list[Past]) -> None:
    """As in the roll-up, and from the month on of which its channel knew beforehand."""
    await reads(two[0], "2026-07")
    made = await reported(two[0])
    assert ">Web<" in made
    assert ">Ops<" not in made
    await stands_in(two[1], datetime(2026, 8, 20, 12, tzinfo=UTC))
    assert ">Ops<" not in await reported(two[0])
    await reads(two[0], "2026-08")
    assert (await reported(two[0])).count(">Ops<") == 1


async def test_a_team_that_was_out_of_it_is_on_it_from_when_it_came_back(two: list[Past]) -> None:
    """Whoever takes a team out and in again does not move what everybody's numbers were."""
    await stands_in(two[1], datetime(2026, 7, 20, 12, tzinfo=UTC))
    await reads(two[0], "2026-07")
    assert ">Ops<" in await reported(two[0])
    await stands_in(two[1], datetime(2026, 8, 20, 12, tzinfo=UTC), is_in=False)
    assert ">Ops<" not in await reported(two[0])
    await reads(two[0], "2026-08")
    await stands_in(two[1], datetime(2026, 9, 20, 12, tzinfo=UTC))
    assert ">Ops<" not in await reported(two[0])


async def test_a_team_that_has_ended_is_on_it_no_more(two: list[Past]) -> None:
    """And where all have, there is a sentence instead of an empty page."""
    await stands_in(two[1], SET_AT)
    await reads(two[0], "2026-08")
    async with two[0].database.begin() as session:
        (await session.get_one(Team, two[0].team_id)).ended_at = DECEMBER
    made = await reported(two[0])
    assert ">Web<" not in made
    assert ">Ops<" in made
    async with two[0].database.begin() as session:
        (await session.get_one(Team, two[1].team_id)).ended_at = DECEMBER
    with pytest.raises(NoMonthToReport):
        await reported(two[0])


def _table() -> dict[str, dict[str, str]]:
    """The second table of the page: right -> column -> what stands there."""
    section = PAGE.split("| of the whole workspace |")[1].split("\n\n")[0]
    lines = ["| of the whole workspace |" + section.splitlines()[0], *section.splitlines()[2:]]
    heading, *body = [[c.strip() for c in line.strip("|").split("|")] for line in lines]
    return {row[0].split(" (")[0]: dict(zip(heading, row, strict=True)) for row in body}


@pytest.mark.parametrize("column", list(next(iter(_table().values())))[1:])
async def test_the_page_of_rights_says_who_has_the_report(two: list[Past], column: str) -> None:
    """Leads where they decide, admins where those do; nobody else, and nobody by being an admin."""
    first, second = _table().values()
    async with two[0].database.begin() as session:
        decides = "admins" if "admins decide" in column else "leads"
        session.add(Workspace(workspace_id="T1", may_start="members", rollups=decides))
    who = Actor("T1", "U0" if column.startswith("a lead") else "U7")
    human = Human(
        who.user_id, zone="UTC", locale=None, is_guest=False, is_active=True,
        is_admin=column.startswith("an admin"),
    )  # fmt: skip

    async def may() -> bool:
        async with two[0].database.read() as session:
            try:
                await subscriptions.readable(session, who, human)
            except AmpError:
                return False
            return True

    assert first[column].startswith("yes") is second[column].startswith("yes") is await may()


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        for lead, channel in (("ana", "#team-product"), ("ines", "#team-maps")):
            await made.reads_english(lead)
            await made.sets_up(lead, channel)
            past = await past_of(made, channel)
            await past.lives(ordinary(21), people=7, asked=7)
        await made.run()
        yield made


async def turns_on(house: Scene, channel: str = "#general") -> None:
    ana = house.person("ana")
    assert await ana.types("/amp rollup", "#team-product")
    assert await ana.submits({"Channel": channel})
    await house.slack.until(lambda: _turned_on(house))
    await ana.closes()


async def _turned_on(house: Scene) -> bool:
    return bool(await house.rows(RollUp))


async def buttons(house: Scene, name: str) -> list[str]:
    seen = await house.person(name).home()
    assert seen
    elements = [e for block in seen.blocks for e in block.get("elements", ())]
    return [e.get("action_id", "") for e in elements]


async def told(house: Scene, name: str) -> str:
    """What somebody reads who presses the button on Home."""
    person = house.person(name)
    assert await person.home()
    await person.presses("report:company", where="home")
    modal = await person.modal(timeout=20)
    assert modal
    await person.closes()
    return modal.text


async def page_of(house: Scene, name: str) -> str:
    """The page that somebody was sent."""
    [message] = [m for m in await house.person(name).dm() if m.raw.get("files")]
    assert "for any browser" in message.text
    url = message.raw["files"][0]["url_private"]
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return await answer.text()


async def test_a_lead_who_reads_the_roll_up_gets_its_months_from_home(house: Scene) -> None:
    """Once there is one, and a month of it; another lead too, and no member."""
    assert "report:company" not in await buttons(house, "ana")
    await turns_on(house)
    assert "report:company" in await buttons(house, "ana")
    assert "report:company" not in await buttons(house, "bo")
    assert "the last quarter has none" in await told(house, "ana")

    await house.skip(to=BY_DAY)
    await house.skip(to=DECEMBER)
    assert "in your messages" in await told(house, "ines")
    made = await page_of(house, "ines")
    assert "How the teams stood in November 2026" in made
    assert ">team-maps<" in made
    assert ">team-product<" in made
    assert "October 2026" not in made


async def test_who_does_not_read_the_roll_up_hears_why_there_is_no_page(house: Scene) -> None:
    """Though they lead a team; and the form of the roll-up has the same button."""
    await turns_on(house)
    await house.skip(to=BY_DAY)
    await house.skip(to=DECEMBER)
    await house.slack.driver.post("channels", id="#general", kick=["ines"])
    await house.slack.settled()
    assert "you are not in it" in await told(house, "ines")
    ana = house.person("ana")
    assert await ana.types("/amp rollup", "#team-product")
    await ana.presses("report:company", where="modal")
    await house.slack.until(lambda: _has_file(house))


async def test_a_channel_that_has_become_private_is_on_no_page(house: Scene) -> None:
    """Slack tells no app of it, and the roll-up named it while it was public."""
    await turns_on(house)
    await house.skip(to=BY_DAY)
    await house.skip(to=DECEMBER)
    [workspace] = house.slack.world.workspaces.values()
    maps = workspace.channel("#team-maps")
    assert maps is not None
    maps.kind = "group"
    assert "in your messages" in await told(house, "ana")
    made = await page_of(house, "ana")
    assert ">team-product<" in made
    assert ">team-maps<" not in made


async def _has_file(house: Scene) -> bool:
    return any(message.raw.get("files") for message in await house.person("ana").dm())
