"""The digest where people see it: the chart, what stands in for it, and what leads hear."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import select

from bot import clock
from bot.digest import deliveries
from bot.digest.models import Digest
from bot.digest.undelivered import KIND
from bot.experiments import moves
from bot.slack import block_kit as kit
from bot.slack import outbox
from bot.slack.outbox import Draft, Target
from bot.teams.models import Member, Person, Team
from localslack.driver import SeenMessage
from tests.digest.past import Past, ordinary, past_of
from tests.house import Scene, scene


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        await made.sets_up("ana", "#team-product")
        await made.run()
        yield made


@pytest.fixture
async def past(house: Scene) -> Past:
    """Fifteen ordinary weeks; in the sixteenth, which is to come, autonomy drops."""
    past = await past_of(house)
    await past.lives(ordinary(15), people=8, asked=8)
    return past


async def arrives(house: Scene, past: Past, **more: Any) -> SeenMessage:
    """One more round closes, and its digest comes into the channel."""
    await past.week({"autonomy": 2.3}, people=8, asked=8, **more)
    await house.run()
    return await digest(house)


async def digest(house: Scene) -> SeenMessage:
    read = await house.person("bo").reads("#team-product")
    return only_one([message for message in read if "How we decide" in message.text])


def only_one(messages: list[SeenMessage]) -> SeenMessage:
    assert len(messages) == 1, [message.text for message in messages]
    return messages[0]


def types(message: SeenMessage) -> list[str]:
    return [block["type"] for block in message.blocks]


async def test_the_digest_shows_slacks_own_chart(house: Scene, past: Past) -> None:
    """Twelve rounds, three lines on the whole scale, the drop in words; below it one move."""
    told = await arrives(house, past)
    chart = next(block for block in told.blocks if block["type"] == "data_visualization")
    assert [s["name"] for s in chart["chart"]["series"]] == [
        "Autonomy: lower",
        "Mastery",
        "Purpose",
        "5 = top",
        "1 = bottom",
    ]
    assert [{p["value"] for p in s["data"]} for s in chart["chart"]["series"][3:]] == [{5}, {1}]
    assert {len(s["data"]) for s in chart["chart"]["series"]} == {12}
    assert "Autonomy is lower than usual" in told.text
    below = (await house.person("bo").reads_thread("#team-product", told.ts))[-1]
    assert "One move." in below.text
    assert below.buttons.count("Try this") == 1
    assert "Try this" in told.buttons

    [actions] = [b for b in below.blocks if b["type"] == "actions"]
    others = actions["elements"][-1]
    place = {"channel": below.channel, "ts": below.ts}
    ids = {"block_id": actions["block_id"], "action_id": others["action_id"]}
    await house.slack.driver.post("action", **{"as": "bo", "message": place, **ids})
    await house.slack.settled()
    answer = (await house.person("bo").reads_thread("#team-product", told.ts))[-1]
    assert answer.is_ephemeral
    assert answer.buttons.count("Try this") == 2


async def test_leads_alone_get_a_guide_and_say_what_is_not_for_the_team(
    house: Scene, past: Past
) -> None:
    """How to talk about a change, in a direct message; its move goes away by one button."""
    ana, bo = house.person("ana"), house.person("bo")
    told = await arrives(house, past)
    [guide] = [m for m in await ana.dm() if "Half an hour with your team" in m.text]
    assert "Autonomy is lower than usual" in guide.text
    assert not [m for m in await bo.dm() if "Half an hour" in m.text]

    below = (await bo.reads_thread("#team-product", told.ts))[-1]
    [actions] = [b for b in below.blocks if b["type"] == "actions"]
    place = {"channel": below.channel, "ts": below.ts}
    ids = {"block_id": actions["block_id"], "action_id": actions["elements"][1]["action_id"]}
    for name, said in (("bo", "up to the team's leads"), ("ana", "won't suggest")):
        await house.slack.driver.post("action", **{"as": name, "message": place, **ids})
        await house.slack.settled()
        assert said in (await house.person(name).reads_thread("#team-product", told.ts))[-1].text
    rejected = actions["elements"][1]["value"].partition(":")[0]
    async with house.amp.database.read() as session:
        team = await session.get_one(Team, past.team_id)
        assert await moves.rejected(session, team) == {rejected}


async def test_a_refused_chart_comes_as_a_picture(house: Scene, past: Past) -> None:
    """The same message with the chart drawn, and in words for who can't see it."""
    await house.slack.driver.fault("refuse_block", block_type="data_visualization")
    told = await arrives(house, past)
    image = next(block for block in told.blocks if block["type"] == "image")
    assert image["alt_text"].startswith("Line chart, The last 12 rounds")
    assert "Autonomy: lower: " in image["alt_text"]
    assert (await _bytes(house, image))[:8] == b"\x89PNG\r\n\x1a\n"
    assert "Autonomy is lower than usual" in told.text


async def test_a_picture_that_slack_is_still_looking_into_is_waited_for(
    house: Scene, past: Past
) -> None:
    """«invalid slack file» is no reason to do without the picture."""
    await house.slack.driver.fault("refuse_block", block_type="data_visualization")
    await house.slack.driver.fault("file_not_ready", method="chat.postMessage", times=1)
    assert "image" in types(await arrives(house, past))


async def test_where_files_are_not_allowed_the_text_comes_alone(house: Scene, past: Past) -> None:
    """Bars of text stand where the chart would."""
    await house.slack.driver.fault("refuse_block", block_type="data_visualization")
    await house.slack.driver.fault(
        "error", method="files.getUploadURLExternal", error="missing_scope", times=None
    )
    told = await arrives(house, past)
    assert not {"image", "data_visualization"} & set(types(told))
    assert "█" in told.text
    assert "Autonomy: lower" in told.text


async def test_an_archived_channel_is_told_to_the_leads_who_can_post_again(
    house: Scene, past: Past
) -> None:
    """The digest waits for them: unarchived, one button, and it is there once."""
    channel = await _channel(house)
    await house.slack.driver.post("channels", **{"as": "ana"}, id=channel, archived=True)
    await past.week({"autonomy": 2.3}, people=8, asked=8)
    await house.run()
    told = (await house.person("ana").dm())[-1]
    assert "it is archived" in told.text

    await house.slack.driver.post("channels", **{"as": "ana"}, id=channel, archived=False)
    assert await house.person("ana").presses("Post it again", where=await _dm(house))
    await house.run()
    assert "lower than usual" in (await digest(house)).text

    await house.run()
    assert not [m.text for m in await house.person("ana").dm() if "it is archived" in m.text]


async def test_a_deleted_channel_is_told_and_another_one_takes_its_digest(
    house: Scene, past: Past
) -> None:
    """The settings name another channel; the button posts what was composed to it."""
    await house.slack.driver.post(
        "channels", **{"as": "ana"}, id=await _channel(house), deleted=True
    )
    await past.week({"autonomy": 2.3}, people=8, asked=8)
    await house.run()
    told = (await house.person("ana").dm())[-1]
    assert "it is gone" in told.text

    async with house.amp.database.begin() as session:
        team = await session.get_one(Team, past.team_id)
        team.digest_channel_id = await _channel(house, "general")
    assert await house.person("ana").presses("Post it again", where=await _dm(house))
    await house.run()
    read = await house.person("bo").reads("#general")
    arrived = only_one([m for m in read if "How we decide" in m.text])
    below = [
        call.arguments["channel"]
        for call in house.slack.calls("chat.postMessage")
        if call.ok and call.arguments.get("thread_ts") == arrived.ts
    ]
    assert below == [await _channel(house, "general")]  # its thread is not left behind


async def test_what_an_older_version_told_is_not_told_again(house: Scene, past: Past) -> None:
    """Its leads know already; they hear of it when it fails once more."""
    channel = await _channel(house)
    await house.slack.driver.post("channels", **{"as": "ana"}, id=channel, archived=True)
    round_ = await past.week({"autonomy": 2.3}, people=8, asked=8)
    await house.run()
    async with house.amp.database.begin() as session:
        digest = await session.get_one(Digest, round_.id)
        digest.trouble_told = True
        delivery = await outbox.find(session, deliveries.key(round_.id))
        assert delivery is not None
        assert not (await KIND.find(session, delivery)).people
        assert KIND.posted_again is not None
        await KIND.posted_again(session, delivery, clock.now())
        assert (await KIND.find(session, delivery)).people


async def test_the_button_of_an_older_version_still_posts_again(house: Scene, past: Past) -> None:
    """It carries the id of the round."""
    channel = await _channel(house)
    await house.slack.driver.post("channels", **{"as": "ana"}, id=channel, archived=True)
    round_ = await past.week({"autonomy": 2.3}, people=8, asked=8)
    await house.run()
    await house.slack.driver.post("channels", **{"as": "ana"}, id=channel, archived=False)
    old = kit.button("As it was called", "digest:again", str(round_.id))
    await _writes_to_ana(house, Draft("It did not arrive.", [kit.actions(old)]))
    assert await house.person("ana").presses("As it was called", where=await _dm(house))
    await house.run()
    assert "lower than usual" in (await digest(house)).text


async def test_the_digest_is_in_the_language_of_its_team(house: Scene, past: Past) -> None:
    """Whatever those who read it speak."""
    async with house.amp.database.begin() as session:
        (await session.get_one(Team, past.team_id)).language = "de"
    await past.week({"autonomy": 2.3}, people=8, asked=8)
    await house.run()
    read = await house.person("bo").reads("#team-product")
    [chart] = [b for m in read for b in m.blocks if b["type"] == "data_visualization"]
    named = [series["name"] for series in chart["chart"]["series"]][:3]
    german = [drive.name for drive in house.amp.content.locale("de").drives]
    assert all(name.startswith(drive) for name, drive in zip(named, german, strict=True))


async def test_a_digest_is_posted_once(house: Scene, past: Past) -> None:
    """However often the worker looks, and only the newest of the kept ones."""
    told = await arrives(house, past)
    assert await house.rows(Digest) == 16
    again = [c for c in house.slack.calls("chat.postMessage") if c.ok]
    await house.run(3)
    assert [c for c in house.slack.calls("chat.postMessage") if c.ok] == again
    assert (await digest(house)).ts == told.ts


async def _writes_to_ana(house: Scene, draft: Draft) -> None:
    """A direct message to the lead, as Amp sends them."""
    async with house.amp.database.begin() as session:
        lead = await session.scalar(select(Person).join(Member).where(Member.is_lead))
        assert lead is not None
        target = Target("test:1", lead.workspace_id, lead.user_id, clock.now())
        await outbox.post(session, draft, [target])
    await house.run()


async def _channel(house: Scene, name: str = "team-product") -> str:
    state = await house.slack.driver.get("state", **{"as": "ana"})
    return str(next(c["id"] for c in state["channels"] if c["name"] == name))


async def _dm(house: Scene) -> str:
    return await house.person("ana").dm_id()


async def _bytes(house: Scene, image: dict[str, Any]) -> bytes:
    file = image["slack_file"]
    url = file.get("url") or f"{house.slack.url}/files/{file['id']}"
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return await answer.read()
