"""Teams too small for numbers: what they get instead, and what their set-up says."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.pulse.models import AnyRound
from localslack import Person
from tests.house import Scene, scene
from tests.test_main_path import TUESDAY

WEEK = timedelta(weeks=1)


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        await made.slack.driver.post("channels", id="#team-platform", kick=["ana"])
        yield made


async def cards(house: Scene) -> list[str]:
    read = await house.person("yara").reads("#team-platform")
    return [message.text for message in read if "To talk about this week" in message.text]


async def form(house: Scene, person: Person, channel: str) -> str:
    """What the set-up form says, once it is there."""
    assert await person.types("/amp setup", channel)

    async def shown() -> str | None:
        modal = await person.modal()
        return modal.text if modal and modal.labels else None

    text: str = await house.slack.until(shown)
    return text


async def test_four_people_get_a_question_a_week_and_are_asked_for_nothing(house: Scene) -> None:
    """In the channel, another each week; no round, no invitation, no answer thrown away."""
    await house.sets_up("yara", "#team-platform")
    for weeks in (1, 2, 3):
        await house.skip(to=TUESDAY + (weeks - 1) * WEEK)
        assert len(await cards(house)) == weeks
    assert len(set(await cards(house))) == 3
    assert await house.rows(AnyRound) == 0
    assert not await house.person("zoe").dm()


async def test_once_they_are_five_they_are_asked(house: Scene) -> None:
    """And the cards end."""
    await house.sets_up("yara", "#team-platform")
    await house.skip(to=TUESDAY)
    await house.slack.driver.post("channels", id="#team-platform", invite=["jack"])
    await house.skip(by=WEEK)
    assert await house.rows(AnyRound) == 1
    assert len(await cards(house)) == 1


async def test_they_may_want_nothing(house: Scene) -> None:
    """As it is chosen in the form, where their number is known."""
    yara = house.person("yara")
    assert "Fewer than five people" in await form(house, yara, "#team-platform")
    assert await yara.submits({"Until there are 5 of you": "nothing"})
    await house.skip(to=TUESDAY)
    assert not await cards(house)
    assert await house.rows(AnyRound) == 0


async def test_asking_now_says_why_nobody_is_asked(house: Scene) -> None:
    """A lead of four hears it, and what there is instead."""
    await house.sets_up("yara", "#team-platform")
    yara = house.person("yara")
    await yara.types("/amp pulse now", "#team-platform")
    assert "nobody is asked in vain" in (await yara.reads("#team-platform"))[-1].text
    await house.run()
    assert await house.rows(AnyRound) == 0


async def test_five_or_six_people_are_offered_rarer_and_longer_rounds(house: Scene) -> None:
    """Filled in like everything else, with the reason."""
    await house.slack.driver.post("channels", id="#team-platform", invite=["jack"])
    yara = house.person("yara")
    assert "With a round every two weeks" in await form(house, yara, "#team-platform")
    await yara.submits()

    async def done() -> bool:
        modal = await yara.modal()
        return modal is not None and "every two weeks" in modal.text

    await house.slack.until(done)
