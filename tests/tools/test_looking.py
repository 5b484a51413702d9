"""Who only looks at a tool leaves no trace of it."""

import pytest

from bot.slack.models import HandledRequest
from bot.teams.models import Person
from tests.house import Scene
from tests.tools.conftest import window


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("/amp four ts", "How much say is there"),
        ("/amp my week", "The three conditions"),
        ("/amp my purpose", "Whom does this work help"),
        ("/amp fit check", "Think of one team"),
        ("/amp roles", "which kinds of work"),
        ("/amp shipit", "None is planned"),
    ],
)
async def test_a_look_writes_nothing(house: Scene, typed: str, says: str) -> None:
    """Somebody whom we don't know stays unknown, and no request is remembered."""
    await house.slack.settled()
    before = await house.rows(Person), await house.rows(HandledRequest)
    jack = house.person("jack")
    await jack.types(typed, "#team-product")
    await window(jack, says=says)
    assert (await house.rows(Person), await house.rows(HandledRequest)) == before
