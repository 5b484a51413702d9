"""A question put off, and a day and hour of one's own."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.teams.models import Person
from tests.house import Scene, scene

CHANNEL = "#team-product"
TUESDAY = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    """Everybody has been asked at ten on their own clock."""
    async with scene(sqlite_url, tmp_path) as made:
        await made.sets_up("ana", CHANNEL)
        await made.skip(to=TUESDAY)
        yield made


async def presses(house: Scene, name: str, button: str) -> str:
    """Press a button of the newest invitation; what is said back, to this person alone."""
    person = house.person(name)
    await person.presses(button, where=await person.dm_id())
    await house.slack.settled()
    return (await person.dm())[-1].text


async def test_a_question_put_off_comes_once_more_and_no_reminder_after_it(house: Scene) -> None:
    """Bo, in Stockholm at one o'clock, wants it in an hour."""
    bo = house.person("bo")
    assert "once more" in await presses(house, "bo", "In an hour")
    await house.skip(by=timedelta(minutes=50))
    assert not any("closes" in message.text for message in await bo.dm())
    await house.skip(by=timedelta(minutes=15))
    assert "closes" in (await bo.dm())[-1].text
    before = len(await bo.dm())
    await house.skip(to=TUESDAY + timedelta(days=2, hours=20))
    assert len(await bo.dm()) == before
    assert "come twice already" in await presses(house, "bo", "Tomorrow morning")


async def test_tomorrow_morning_is_a_working_morning_there(house: Scene) -> None:
    """Nine o'clock in Stockholm is eight in Lisbon and in UTC."""
    bo = house.person("bo")
    assert "1795593600" in str((await _said(house, "bo", "Tomorrow morning")).blocks)
    await house.skip(to=datetime(2026, 11, 25, 8, 5, tzinfo=UTC))
    assert "closes" in (await bo.dm())[-1].text


async def _said(house: Scene, name: str, button: str):  # type: ignore[no-untyped-def]
    person = house.person(name)
    await presses(house, name, button)
    return (await person.dm())[-1]


async def test_not_this_time_means_no_reminder(house: Scene) -> None:
    """The others get theirs; the round can still be answered."""
    assert "Not this time" in await presses(house, "bo", "Not this time")
    await house.skip(by=timedelta(hours=49))
    assert not any("closes" in message.text for message in await house.person("bo").dm())
    assert "closes" in (await house.person("carla").dm())[-1].text
    await house.answers("bo", rest=4)


async def test_what_would_come_after_the_end_is_refused(house: Scene) -> None:
    """The last morning before a round closes is over."""
    await presses(house, "bo", "Tomorrow morning")
    await house.skip(to=datetime(2026, 11, 24, 21, 30, tzinfo=UTC))
    grace = house.person("grace")
    await house.skip(to=datetime(2026, 11, 25, 9, tzinfo=UTC))
    await grace.presses("In an hour", where=await grace.dm_id())
    await house.slack.settled()
    assert "once more" in (await grace.dm())[-1].text


async def test_ones_own_day_and_hour_hold_from_the_next_round_on(house: Scene) -> None:
    """Thursday at four instead of Tuesday at ten; and no reminder."""
    bo = house.person("bo")
    await bo.types("/amp pulse when", CHANNEL)
    form = await bo.modal(timeout=20)
    assert form is not None
    result = await bo.submits({"Day": "Wednesday", "Hour, on my clock": "16:00", "Reminders": []})
    assert result, result.errors
    await house.skip(to=datetime(2026, 12, 2, 14, tzinfo=UTC))
    asked = [message for message in await bo.dm() if "pulse 2" in message.text]
    assert asked == []
    await house.skip(to=datetime(2026, 12, 2, 15, 5, tzinfo=UTC))
    assert "pulse 2" in (await bo.dm())[-1].text
    await house.skip(to=datetime(2026, 12, 4, 8, tzinfo=UTC))
    assert "pulse 2" in (await bo.dm())[-1].text
    assert not any("pulse 2 closes" in message.text for message in await bo.dm())
    assert await house.rows(Person, Person.own_hour == 16) == 1
