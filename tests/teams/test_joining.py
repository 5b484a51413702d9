"""Somebody joins the channel of a team: one line of welcome, and the same from then on."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from bot.teams.models import Team
from tests.house import Scene, scene, surely

CHANNEL = "#team-product"
MID_ROUND = datetime(2026, 11, 26, 2, tzinfo=UTC)  # a Thursday, by day in Tokyo


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        await made.sets_up("ana", CHANNEL)
        yield made


async def comes(house: Scene, name: str, **what: Any) -> None:
    """Somebody is invited to the channel, and the worker has a look."""
    await house.reads_english(name)
    await house.slack.driver.post("channels", id=CHANNEL, **(what or {"invite": [name]}))
    await house.slack.settled()
    await house.run()


async def says(house: Scene, name: str, typed: str) -> str:
    person = house.person(name)
    await person.types(typed, CHANNEL)
    await house.slack.settled()
    return (await person.reads(CHANNEL))[-1].text


async def welcomes(house: Scene, name: str) -> list[str]:
    read = await house.person(name).dm()
    return [message.text for message in read if "You've joined" in message.text]


async def test_whoever_joins_in_mid_round_hears_when_they_are_asked_first(house: Scene) -> None:
    """On their own clock; `/amp pulse` says the same, and then it is so."""
    await house.skip(to=MID_ROUND)
    await comes(house, "umi")  # in Tokyo
    [welcome] = await welcomes(house, "umi")
    moment = datetime(2026, 12, 2, 1, tzinfo=UTC)  # Tuesday is free in Lisbon
    assert f"{int(moment.timestamp())}" in str((await house.person("umi").dm())[-1].blocks)
    assert "the first" in welcome
    told = await says(house, "umi", "/amp pulse")
    assert "no team" not in told
    assert "*team-product*: next" in told
    assert "9 people are asked" in (await says(house, "ana", "/amp team")).lower()
    await house.skip(to=moment - timedelta(minutes=5))
    assert len(await house.person("umi").dm()) == 1
    await house.skip(to=moment + timedelta(minutes=5))
    assert "five short questions" in (await house.person("umi").dm())[-1].text


async def test_the_welcome_comes_once_however_often_somebody_joins(house: Scene) -> None:
    """And not at all to whoever is gone again before it would be sent at night."""
    await comes(house, "tove")
    await comes(house, "tove", kick=["tove"])
    await comes(house, "tove")
    assert len(await welcomes(house, "tove")) == 1
    await house.skip(to=datetime(2026, 11, 25, 22, tzinfo=UTC))
    await comes(house, "xavier")
    await comes(house, "xavier", kick=["xavier"])
    await house.skip(by=timedelta(hours=12))
    assert await welcomes(house, "xavier") == []


async def test_a_small_or_paused_team_promises_no_day(house: Scene) -> None:
    """What it says instead is so."""
    await surely(house.person("ana"), "/amp pause")
    await comes(house, "tove")
    assert "once its pause ends" in "".join(await welcomes(house, "tove"))
    await house.person("ana").types("/amp resume", CHANNEL)
    everybody = ["bo", "carla", "dmitri", "elif", "femi"]
    await comes(house, "viktor", kick=everybody)
    await comes(house, "viktor", kick=["hiro", "tove"])
    await comes(house, "viktor")
    assert "as soon as five people" in "".join(await welcomes(house, "viktor"))
    assert "asks once five people" in await says(house, "viktor", "/amp pulse")


async def test_a_guest_who_is_not_asked_is_told_so_everywhere(house: Scene) -> None:
    """No welcome, no date; and both as soon as the team asks guests."""
    await house.reads_english("cleo")
    cleo = house.person("cleo")
    assert "asks no guests" in await says(house, "cleo", "/amp pulse")
    for command in ("/amp team", "/amp status"):
        told = await says(house, "cleo", command)
        assert "asks no guests" in told
        assert "opens" not in told
    assert "asks no guests, so it doesn't ask you" in str(await cleo.home())
    await comes(house, "cleo", kick=["cleo"])
    await comes(house, "cleo")
    assert await welcomes(house, "cleo") == []
    async with house.amp.database.begin() as session:
        await session.execute(update(Team).values(with_guests=True))
    assert "*team-product*: next" in await says(house, "cleo", "/amp pulse")


async def becomes(house: Scene, name: str, *, guest: bool) -> str:
    """Slack makes a guest of somebody, or a member; what they read of it, if anything."""
    before = len(await house.person(name).dm())
    await house.slack.driver.post("people", id=name, is_restricted=guest)
    await house.slack.settled()
    await house.run()
    return "\n".join(message.text for message in (await house.person(name).dm())[before:])


async def test_who_is_a_guest_no_more_hears_when_they_are_asked_and_the_other_way_round(
    house: Scene,
) -> None:
    """Each time; and nothing where the team asks guests, for then nothing changes."""
    await house.reads_english("cleo")
    told = await becomes(house, "cleo", guest=False)
    assert "You're no guest here any more, so *team-product* asks you too" in told
    assert "The next round" in told
    assert "*team-product*: next" in await says(house, "cleo", "/amp pulse")
    told = await becomes(house, "cleo", guest=True)
    assert "*team-product* asks no guests: from its next round on" in told
    assert "asks you too" in await becomes(house, "cleo", guest=False)
    async with house.amp.database.begin() as session:
        await session.execute(update(Team).values(with_guests=True))
    assert await becomes(house, "cleo", guest=True) == ""


@pytest.mark.parametrize("who", ["buildbot", "amp"])
async def test_a_bot_is_not_welcomed(house: Scene, who: str) -> None:
    """It is in no team either."""
    await comes(house, who) if who == "buildbot" else await house.run()
    assert "8 people are asked" in (await says(house, "ana", "/amp team")).lower()
