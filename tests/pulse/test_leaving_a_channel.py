"""Whoever has left a team's channel hears no more of its round, and keeps their place in it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import timetable
from bot.pulse import calling_off, inviting
from bot.pulse.models import Invitation, Round
from bot.slack.models import Delivery
from bot.slack.requests import Actor
from bot.teams import joining, roster
from bot.teams.models import Team
from bot.words import Words
from tests.house import Scene, scene
from tests.pulse.conftest import NOW, House, humans

CHANNEL = "#team-product"
GONE = "U1"
NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)  # a Tuesday; who lives in Lisbon is asked at ten
HOUR = timedelta(hours=1)


async def opens(house: House, say: Words) -> Round:
    """A round of eleven people, of whom U1 and U10 are asked in an hour."""
    await house.team(11)
    round_ = await house.opens()
    async with house.database.begin() as session:
        await inviting.invite(session, say, await session.get_one(Team, house.team_id), round_)
    return round_


async def leaves(house: House, how: str, say: Words) -> None:
    async with house.database.begin() as session:
        team = await session.get_one(Team, house.team_id)
        if how == "an event":
            await joining.leave(session, team, Actor("T1", GONE))
        elif how == "a reading of the channel":
            still = [human for human in humans(11) if human.user_id != GONE]
            await joining.read_again(session, say, team, still, at=NOW)
        else:
            (await roster.known(session, Actor("T1", GONE))).is_active = False


async def call_off(house: House, *, at: datetime = NOW) -> list[int]:
    """The rounds in which there was something to call off."""
    async with house.database.begin() as session:
        found = await calling_off.left_behind(session, at)
        for round_id in found:
            await calling_off.whoever_left(session, round_id, at=at)
    return list(found)


async def written_to(house: House, kind: str) -> set[str]:
    async with house.database.read() as session:
        begins = Delivery.key.startswith(f"{kind}:")
        return set(await session.scalars(select(Delivery.recipient).where(begins)))


@pytest.mark.parametrize("how", ["an event", "a reading of the channel", "deactivated"])
async def test_whoever_left_is_neither_invited_nor_reminded(
    house: House, say: Words, how: str
) -> None:
    """However we learn of it; all others are, and the place in the round stays."""
    round_ = await opens(house, say)
    everybody = {f"U{n}" for n in range(11)}
    assert await call_off(house) == []
    assert await written_to(house, "invitation") == everybody
    await leaves(house, how, say)
    assert await call_off(house) == [round_.id]
    assert await call_off(house) == [], "once is enough"
    assert await written_to(house, "invitation") == everybody - {GONE}
    async with house.database.begin() as session:
        at = round_.closes_at - timedelta(hours=23)
        await inviting.remind(session, say, round_.id, at=at)
        places = len(list(await session.scalars(select(Invitation.person_id))))
    assert (places, (await asked_in(house, round_))) == (11, 11)
    assert await written_to(house, "reminder") == everybody - {GONE}


async def test_a_reminder_that_waits_for_the_morning_is_called_off_too(
    house: House, say: Words
) -> None:
    """It was written down before they left."""
    round_ = await opens(house, say)
    async with house.database.begin() as session:
        await inviting.remind(session, say, round_.id, at=round_.closes_at - timedelta(hours=23))
    assert GONE in await written_to(house, "reminder")
    await leaves(house, "an event", say)
    await call_off(house, at=round_.closes_at - timedelta(hours=22))
    assert await written_to(house, "reminder") == {f"U{n}" for n in range(11)} - {GONE}


async def test_whoever_left_a_minute_ago_is_not_reminded(house: House, say: Words) -> None:
    """Before the clock has looked who left."""
    round_ = await opens(house, say)
    await leaves(house, "an event", say)
    async with house.database.begin() as session:
        await inviting.remind(session, say, round_.id, at=round_.closes_at - timedelta(hours=23))
    assert GONE not in await written_to(house, "reminder")


async def asked_in(house: House, round_: Round) -> int:
    async with house.database.read() as session:
        return (await session.get_one(Round, round_.id)).asked


@pytest.fixture
async def slack(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        await made.sets_up("ana", CHANNEL)
        yield made


async def test_their_question_stays_where_they_look_and_no_message_comes(slack: Scene) -> None:
    """Grace leaves an hour before she would be asked; what is open he may still answer."""
    await slack.skip(to=NINE - HOUR)
    assert await slack.rows(Round) == 1, "it opened in Tokyo"
    await slack.reads_english("grace")
    await slack.slack.driver.post("channels", id=CHANNEL, kick=["grace"])
    await slack.slack.settled()
    grace = slack.person("grace")
    await slack.skip(to=NINE + 60 * HOUR)
    assert await grace.dm() == []
    await grace.types("/amp status", "#general")
    told = (await grace.reads("#general"))[-1]
    assert "*team-product*" in str(told.blocks)
    assert "pulse:answer" in str(told.blocks)


async def deliver_only(slack: Scene) -> None:
    """As it happens in the seconds before the clock looks who has left."""
    [line] = [one for one in timetable.TIMETABLE if one.name == "deliver"]
    await timetable.run(slack.amp, line)


@pytest.mark.parametrize("why", ["left", "deactivated", "away by their status"])
async def test_whoever_goes_a_moment_before_their_question_does_not_get_it(
    slack: Scene, why: str
) -> None:
    """The last look is right before each message; all others get theirs."""
    bo = slack.person("bo")
    me = (await bo.state())["me"]
    if why == "away by their status":
        await bo.types("/amp away", CHANNEL)
        await slack.slack.settled()
        await bo.presses("Go by my Slack status too", where=CHANNEL)
        await bo.types("/amp back", CHANNEL)
    await slack.skip(to=NINE - HOUR)
    await slack.slack.driver.move_clock(to=NINE.isoformat())
    waits = Delivery.key.startswith("invitation:") & (Delivery.state == "waiting")
    due = await slack.rows(Delivery, waits, Delivery.due_at <= NINE)
    assert due >= 2
    sent = Delivery.key.startswith("invitation:") & (Delivery.state == "sent")
    before = await slack.rows(Delivery, sent)
    if why == "left":
        await slack.slack.driver.post("channels", id=CHANNEL, kick=["bo"])
    elif why == "deactivated":
        await slack.slack.driver.post("people", id="bo", deleted=True)
    else:
        await slack.slack.driver.post("people", id="bo", status_emoji=":palm_tree:")
    await slack.slack.settled()
    await deliver_only(slack)
    assert await slack.rows(Delivery, waits, Delivery.due_at <= NINE) == 0
    assert await slack.rows(Delivery, Delivery.recipient == me, Delivery.key.startswith("inv")) == 0
    assert await slack.rows(Delivery, sent) == before + due - 1
