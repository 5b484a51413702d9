"""A team that asks a user group, when Slack says nothing, something else, or two things at once."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from structlog.testing import capture_logs

from bot import clock
from bot.db import Database
from bot.pulse import jobs as pulse
from bot.pulse.models import Round
from bot.slack import groups
from bot.slack.groups import GroupOutOfReach
from bot.teams import following
from bot.teams.models import EVERYBODY, GROUP, Member, Team
from bot.tools.audit.models import AuditRound, AuditWish
from tests.house import Scene, scene
from tests.localslack.places import user_id
from tests.teams.test_whom import (
    CHANNEL,
    FIVE,
    asks,
    counted,
    fills,
    group_id,
    warned,
    window,
)

EVERYBODY_HERE = {*FIVE, "femi", "grace", "hiro"}
REFUSALS = ["fatal_error", "ratelimited"]


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        yield made


@pytest.fixture
async def on_postgres(postgres_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(postgres_url, tmp_path) as made:
        yield made


async def asks_its_group(house: Scene) -> None:
    """The team of #team-product asks the company's one user group, in which five are."""
    await fills(house, *FIVE)
    await asks(house, group_id(house))


async def team(house: Scene) -> Team:
    async with house.amp.database.read() as session:
        return await session.get_one(Team, 1)


async def changes(house: Scene, **values: Any) -> None:
    """In the row of the team, whatever led to it."""
    async with house.amp.database.begin() as session:
        await session.execute(update(Team).values(**values))


def empties(house: Scene) -> None:
    """Nobody is in the group any more, and no event of Slack's says so."""
    house.slack.world.workspace().usergroups[group_id(house)].users = []


async def refuses(house: Scene, error: str) -> None:
    """Slack does not tell just now who is in a group."""
    fault = {"kind": "error", "error": error, "times": 99}
    await house.slack.driver.post("faults", method="usergroups.users.list", **fault)


async def wants_audit(house: Scene, words: str) -> None:
    ana = house.person("ana")
    await ana.types("/amp audit", CHANNEL)
    await ana.presses("Ask the team", where="modal")
    await window(house, ana, words)
    await ana.closes(clear=True)


@pytest.mark.parametrize("heard", [True, False])
async def test_no_audit_asks_whoever_was_last_in_a_group(house: Scene, heard: bool) -> None:
    """Whether Amp heard of it meanwhile or reads it: the wish is gone, the leads hear why once."""
    await asks_its_group(house)
    await wants_audit(house, "The team is being asked")
    if heard:
        await fills(house)
    else:
        empties(house)
        await changes(house, roster_read_at=None)
    await house.run()
    assert await house.rows(AuditRound) == 0
    assert await house.rows(AuditWish) == 0
    assert (await team(house)).unreachable_why == GROUP
    assert len(await warned(house)) == 1


@pytest.mark.parametrize(
    ("why", "said"), [("archived", "can't post to this team's channel"), (GROUP, "nobody left")]
)
async def test_no_audit_is_wished_for_in_a_team_out_of_reach(
    house: Scene, why: str, said: str
) -> None:
    """Its result would reach nobody, or nobody would be asked; the lead reads which."""
    await asks_its_group(house)
    await changes(house, unreachable_at=clock.now(), unreachable_why=why)
    await wants_audit(house, said)
    assert await house.rows(AuditWish) == 0


async def test_an_audit_is_not_opened_whose_channel_is_gone(house: Scene) -> None:
    """Seen as it was to be opened: the team pauses as before a pulse, once."""
    await asks_its_group(house)
    await wants_audit(house, "The team is being asked")
    fault = {"kind": "error", "error": "channel_not_found", "times": 9}
    await house.slack.driver.post("faults", method="conversations.members", **fault)
    await changes(house, roster_read_at=None)
    await house.run()
    assert await house.rows(AuditRound) == 0
    assert await house.rows(AuditWish) == 0
    assert len(await warned(house)) == 1


async def test_a_team_that_asks_everybody_by_now_pauses_for_no_group(
    house: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lead chose so while Slack was being asked for the group."""
    await asks_its_group(house)

    async def while_asked(*_: Any) -> frozenset[str]:
        await changes(house, whom=EVERYBODY)
        raise GroupOutOfReach(why="empty")

    monkeypatch.setattr(groups, "people", while_asked)
    await house.skip(by=timedelta(days=1))
    assert (await team(house)).unreachable_at is None
    assert await warned(house) == []
    assert await house.rows(Round) == 1


async def test_a_team_that_a_race_has_paused_goes_on_by_itself(house: Scene) -> None:
    """It asks everybody, and waits for a group: nobody has to save its settings for that."""
    await asks_its_group(house)
    await changes(house, whom=EVERYBODY, unreachable_at=clock.now(), unreachable_why=GROUP)
    await house.run()
    assert (await team(house)).unreachable_at is None


@pytest.mark.parametrize("error", REFUSALS)
async def test_whoever_joins_is_in_the_team_while_slack_tells_of_no_group(
    house: Scene, error: str
) -> None:
    """By Slack's event, and by the reading before a round; asked once their group is told."""
    await asks_its_group(house)
    await refuses(house, error)
    await house.slack.driver.post("channels", id=CHANNEL, invite=["jack"])
    await house.slack.settled()
    assert await house.rows(Member) == 10
    channel = house.slack.world.workspace().channel(CHANNEL)
    assert channel is not None
    channel.members[user_id(house.slack, "keala")] = None
    await house.skip(by=timedelta(days=1))
    assert await house.rows(Member) == 11
    assert await house.rows(Round) == 1
    assert await counted(house) == set(FIVE)
    await house.slack.driver.delete("faults")
    await fills(house, *FIVE, "jack")
    assert "jack" in await counted(house)


async def test_one_team_that_can_not_follow_stops_no_other(
    house: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both ask the group, which is read once for both."""
    await asks_its_group(house)
    await house.sets_up("ines", "#team-maps")
    await changes(house, whom=group_id(house))
    read: list[str] = []
    follow = following.follow

    async def fails_for_one(
        session: AsyncSession, say: Any, team: Team, *args: Any, at: Any
    ) -> None:
        if team.id == 1:
            raise ValueError
        await follow(session, say, team, *args, at=at)

    monkeypatch.setattr(following, "follow", fails_for_one)
    monkeypatch.setattr(groups, "people", _counting(read))
    with capture_logs() as logs:
        await house.slack.driver.post("usergroups", id=group_id(house), users=[])
        await house.slack.settled()
    failed = [line["team"] for line in logs if "user group" in line["event"]]
    assert set(failed) == {1}
    async with house.amp.database.read() as session:
        lost = await session.scalars(select(Team.id).where(Team.unreachable_why == GROUP))
        assert list(lost) == [2]
    assert len(read) == len(failed)  # Slack tells it by two events


def _counting(read: list[str]) -> Any:
    async def nobody(client: Any, workspace_id: str, group_id: str) -> frozenset[str]:
        read.append(group_id)
        raise GroupOutOfReach(why="empty")

    return nobody


async def test_a_channel_that_is_back_lets_no_team_go_on_whose_group_is_empty(house: Scene) -> None:
    """The leads hear of the one, then of the other; with somebody in it, it goes on."""
    await asks_its_group(house)
    await house.slack.driver.post("channels", id=CHANNEL, archived=True)
    await house.slack.settled()
    await house.run()
    empties(house)
    await house.slack.driver.post("channels", id=CHANNEL, archived=False)
    await house.slack.settled()
    await house.run()
    assert (await team(house)).unreachable_why == GROUP
    await house.skip(by=timedelta(hours=2))
    assert ["Unarchive" in one for one in await warned(house)] == [True, False]
    await fills(house, *FIVE)
    assert (await team(house)).unreachable_at is None
    assert await counted(house) == set(FIVE)


async def until_somebody_waits(database: Database) -> None:
    """Until a statement waits for a row that somebody else has locked."""
    waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    async with asyncio.timeout(10), database.engine.connect() as connection:
        while not (await connection.execute(waiting)).scalar_one():
            await connection.rollback()
            await asyncio.sleep(0.02)


async def asks_everybody(session: AsyncSession) -> None:
    """As a lead has it, whose save has not come to its end."""
    held = await session.get_one(Team, 1, with_for_update=True)
    held.whom = EVERYBODY
    await session.execute(update(Member).values(left_out=False))


async def test_a_reading_follows_no_group_that_a_lead_is_just_giving_up(on_postgres: Scene) -> None:
    """The lead's choice, which is being written, is what holds."""
    house, amp = on_postgres, on_postgres.amp
    await asks_its_group(house)
    await changes(house, roster_read_at=None)
    before = await team(house)
    async with amp.database.begin() as session:
        await asks_everybody(session)
        reading = asyncio.create_task(
            pulse.refresh_roster(amp.database, amp.clients, amp.say, before)
        )
        await until_somebody_waits(amp.database)
    await reading
    assert await counted(house) == EVERYBODY_HERE


async def test_two_leads_who_save_at_once_choose_whom_to_ask_once(on_postgres: Scene) -> None:
    """What one of them left alone is as the other one has just written it, with its people."""
    house, amp = on_postgres, on_postgres.amp
    await asks_its_group(house)
    ana = house.person("ana")
    await ana.types("/amp setup", CHANNEL)
    await window(house, ana, "Name of the team")
    async with amp.database.begin() as session:
        await asks_everybody(session)
        sent = asyncio.create_task(ana.submits({"Hour": "15:00"}))
        await until_somebody_waits(amp.database)
    assert await sent
    await window(house, ana, "Saved")
    assert ((await team(house)).whom, await counted(house)) == (EVERYBODY, EVERYBODY_HERE)
