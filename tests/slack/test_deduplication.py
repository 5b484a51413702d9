"""A request that comes twice changes nothing the second time."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import aiohttp
import pytest
from sqlalchemy import delete, func, select

from bot import clock
from bot.db import Database
from bot.pulse import tallies
from bot.pulse.models import Ballot, Round
from bot.slack import deduplication, listening
from bot.slack.models import HandledRequest
from bot.teams.models import Team
from localslack.delivery.signing import headers
from localslack.world.inspector import Request
from tests.house import Scene, scene
from tests.slack.conftest import ON_BOTH


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Scene]:
    url = database.engine.url.render_as_string(hide_password=False)
    url = url.replace("+aiosqlite", "").replace("+asyncpg", "")
    async with scene(url, tmp_path) as made:
        yield made


def sent(house: Scene, name: str) -> Request:
    """The last request of this kind that Slack made."""
    made = [r for r in house.slack.world.inspector.since(0, 1000) if r.direction == "to_bot"]
    return [request for request in made if request.name == name][-1]


async def replay(house: Scene, request: Request) -> tuple[int, str]:
    """The same body once more, with a good signature of now, as a thief would send it."""
    body: Any = request.request
    form = body if request.kind == "command" else {"payload": json.dumps(body)}
    raw = urlencode(form).encode()
    signed = headers(house.slack.app.signing_secret, raw)
    signed["Content-Type"] = "application/x-www-form-urlencoded"
    async with (
        aiohttp.ClientSession() as session,
        session.post(house.started.events, data=raw, headers=signed) as answer,
    ):
        found = answer.status, await answer.text()
    await listening.drain()
    return found


@ON_BOTH
async def test_an_older_ballot_does_not_come_back(house: Scene) -> None:
    """Somebody changes their mind, and the first answer is sent again: the second counts."""
    await house.sets_up("ana", "#team-product")
    await house.run()
    await house.skip(by=timedelta(days=2))
    people = ["ana", "bo", "carla", "dmitri", "elif"]
    for name in people:
        await house.answers(name, rest=2)
    older = sent(house, "view_submission")
    assert older.request["user"]["username"] == "elif"
    await house.answers("elif", rest=5)

    assert await replay(house, older) == (200, "")
    tally = await closed(house)
    assert tally == {2: 4, 5: 1}


async def closed(house: Scene) -> dict[int, int]:
    """The counts of the first question, once the round is closed."""
    async with house.amp.database.read() as session:
        round_id = await session.scalar(select(func.max(Round.id)))
    assert round_id is not None
    at = clock.now() + timedelta(days=7)
    assert await tallies.close(house.amp.database, house.amp.keys, house.amp.vault, round_id, at=at)
    async with house.amp.database.read() as session:
        return next(iter((await tallies.of_round(session, round_id)).values()))


async def test_a_replayed_form_makes_no_second_team(house: Scene) -> None:
    """Nor does it say anything to anybody."""
    await house.sets_up("ana", "#team-product")
    calls = len(house.slack.calls())
    assert await replay(house, sent(house, "view_submission")) == (200, "")
    assert len(house.slack.calls()) == calls
    assert await house.rows(Team) == 1


async def test_a_replayed_command_is_carried_out_once(house: Scene) -> None:
    """`/amp pause` twice would pause twice as long."""
    await house.sets_up("ana", "#team-product")
    await house.person("ana").types("/amp pause 2", "#team-product")
    async with house.amp.database.read() as session:
        before = await session.scalar(select(Team.paused_until))
    assert before is not None
    await house.person("ana").types("/amp resume", "#team-product")
    pause = next(
        request
        for request in house.slack.world.inspector.since(0, 1000)
        if request.name == "/amp" and "pause" in request.request["text"]
    )

    assert await replay(house, pause) == (200, "")
    async with house.amp.database.read() as session:
        assert await session.scalar(select(Team.paused_until)) != before


async def test_a_replayed_click_opens_nothing(house: Scene) -> None:
    """A click is as good as once."""
    await house.sets_up("ana", "#team-product")
    await house.run()
    await house.skip(by=timedelta(days=2))
    bo = house.person("bo")
    await bo.presses("Answer", where=await bo.dm_id())
    assert await bo.modal(timeout=20)
    calls = len(house.slack.calls())
    assert await replay(house, sent(house, "block_actions")) == (200, "")
    assert len(house.slack.calls()) == calls
    assert await house.rows(Ballot) == 0


async def test_what_was_seen_is_kept_without_a_name_or_an_hour_and_forgotten(house: Scene) -> None:
    """A keyed hash and a day, for two days."""
    await house.sets_up("ana", "#team-product")
    async with house.amp.database.begin() as session:
        await session.execute(delete(HandledRequest))
    ana = house.person("ana")
    assert await ana.types("/amp help")
    assert await house.rows(HandledRequest) == 0  # what only reads leaves no trace

    assert await ana.types("/amp pause 2", "#team-product")
    trigger = sent(house, "/amp").request["trigger_id"]
    async with house.amp.database.read() as session:
        [row] = (await session.scalars(select(HandledRequest))).all()
    assert trigger.encode() not in row.token
    assert row.token == house.amp.vault.token("seen", trigger)
    assert row.day == clock.now().date()

    async with house.amp.database.begin() as session:
        await deduplication.forget(session, clock.now() + timedelta(days=1))
    assert await house.rows(HandledRequest) == 1
    async with house.amp.database.begin() as session:
        await deduplication.forget(session, clock.now() + timedelta(days=4))
    assert await house.rows(HandledRequest) == 0
