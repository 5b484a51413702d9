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
    ],
)
async def test_a_look_writes_nothing(house: Scene, typed: str, says: str) -> None:
    """Somebody whom we don't know stays unknown, and no request is remembered."""
    await _looks(house, "jack", typed, says)


@pytest.mark.parametrize(
    ("typed", "says"),
    [("/amp roles", "which kinds of work"), ("/amp shipit", "None is planned")],
)
async def test_a_members_look_at_the_teams_tools_writes_nothing(
    house: Scene, typed: str, says: str
) -> None:
    """What belongs to the team is shown to whoever is in it, and nothing is written either."""
    await _looks(house, "bo", typed, says)


async def _looks(house: Scene, name: str, typed: str, says: str) -> None:
    await house.slack.settled()
    before = await house.rows(Person), await house.rows(HandledRequest)
    person = house.person(name)
    await person.types(typed, "#team-product")
    await window(person, says=says)
    assert (await house.rows(Person), await house.rows(HandledRequest)) == before
