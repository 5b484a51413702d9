"""The main job from end to end: one command, one button, five answers, one digest."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.pulse.models import Box
from tests.house import Scene, only, scene

PRODUCT = ["ana", "bo", "carla", "dmitri", "elif", "femi", "grace", "hiro"]
TUESDAY = datetime(2026, 11, 24, 12, tzinfo=UTC)  # ten o'clock has come to everybody


@pytest.fixture(params=["http", "socket"])
async def house(
    request: pytest.FixtureRequest, database_url: str, tmp_path: Path
) -> AsyncIterator[Scene]:
    socket = request.param == "socket"
    async with scene(database_url, tmp_path, socket=socket, hurries=False) as made:
        yield made


@pytest.mark.moved
async def test_from_one_command_to_the_digest(house: Scene) -> None:
    """Setting up, being asked, answering, closing and reading, as people do it."""
    await house.sets_up("ana", "#team-product")
    await house.run()
    assert "pulse for" in (await house.person("bo").reads("#team-product"))[-1].text

    await house.skip(to=TUESDAY)
    for name in PRODUCT:
        asks = "fünf kurze Fragen" if name == "dmitri" else "five short questions"  # by their Slack
        assert asks in (await house.person(name).dm())[-1].text
    assert not await house.person("cleo").dm()  # a guest, and guests are asked by choice

    for n, name in enumerate(PRODUCT[:6]):
        await house.answers(name, q1=2 + n % 2, q2=4, q3=5, rest=3)
    assert await house.rows(Box) == 6

    await house.skip(by=timedelta(hours=49))
    await house.skip(by=timedelta(hours=11))  # morning in Tokyo
    for name in PRODUCT:  # who has answered too: nobody knows them
        asks = "noch bis" if name == "dmitri" else "closes"
        assert asks in (await house.person(name).dm())[-1].text

    await house.skip(by=timedelta(hours=13))
    told = only(await house.digests())
    assert "6 of 8" in told
    assert "Autonomy" in told
    assert await house.rows(Box) == 0

    await house.skip(by=timedelta(hours=1))
    assert len(await house.digests()) == 1
    assert len(house.slack.calls("chat.postMessage")) == 1 + 8 + 8 + 2  # and its thread
