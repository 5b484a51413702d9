"""Who is in a channel: what Slack has said lately is believed, and no longer than that."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import clock
from bot.teams import directory, membership
from bot.teams.models import Person, Team
from tests.house import Scene, scene
from tests.localslack.places import channel_id, user_id

CHANNEL = "#team-product"
DAY = timedelta(days=1)


@pytest.fixture
async def house(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Scene]:
    """A process that remembers nobody for long, so that all is read from the rows."""
    async with scene(sqlite_url, tmp_path) as made:
        await made.sets_up("ana", CHANNEL)
        await made.run()
        monkeypatch.setattr(directory, "REMEMBERED", 0.0)
        monkeypatch.setattr(directory, "REMEMBERED_BOT", 0.0)
        directory._lately.clear()
        yield made


async def reads(house: Scene, *, at: datetime) -> list[str]:
    """Read the team's channel and write down who is in it; whom Slack was asked for."""
    before = len(house.slack.calls("users.info"))
    workspace_id = house.slack.world.workspace().id
    database, channel = house.amp.database, channel_id(house.slack, CHANNEL[1:])
    reader = await house.amp.clients.reader_for(workspace_id)
    humans = await directory.humans(reader, database, workspace_id, channel, at=at)
    async with database.begin() as session:
        await membership.enroll(session, await session.get_one(Team, 1), humans, at=at)
    asked = house.slack.calls("users.info")[before:]
    return [call.arguments["user"] for call in asked]


async def test_slack_is_asked_again_for_whom_it_has_not_told_of_in_a_week(house: Scene) -> None:
    """However often they were read from our own rows in between."""
    bo, now = user_id(house.slack, "bo"), clock.now()
    for days in range(1, 7):
        assert bo not in await reads(house, at=now + days * DAY)
    assert bo in await reads(house, at=now + 8 * DAY)
    assert bo not in await reads(house, at=now + 9 * DAY)


async def test_who_is_forgotten_by_the_process_is_read_from_the_rows(house: Scene) -> None:
    """What it remembered once, and does no more, is not looked up at Slack again."""
    now = clock.now()
    await reads(house, at=now + 8 * DAY)
    asked = await reads(house, at=now + 9 * DAY)
    async with house.amp.database.read() as session:
        assert not set(asked) & set(await session.scalars(select(Person.user_id)))
