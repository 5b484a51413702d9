"""What people say to Amp instead of typing a command: one short answer, and never a second."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.slack.models import HandledRequest
from bot.slack.requests import Event, IncomingMessage
from localslack import Person
from localslack.delivery import events
from tests.house import Scene, scene
from tests.localslack.places import channel_id

CHANNEL = "#general"


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        yield made


async def answers(house: Scene, person: Person, where: str, said: str) -> list[str]:
    """What comes of it, once everything has settled."""
    before = len(await person.reads(where))
    await person.says(said, where)
    await house.slack.settled()
    return [message.text for message in (await person.reads(where))[before + 1 :]]


SAID = [
    ("hi", "`/amp help` all that I can do"),
    ("help", "/amp pulse"),
    ("stop", "For that, type `/amp forget me`"),
    ("unsubscribe", "For that, type `/amp forget me`"),
    ("Lass mich in Ruhe!", "For that, type `/amp forget me`"),
    ("merci", "/amp help"),
    ("<!channel> *4 4 5*", "/amp help"),
    ("I'm on holiday next week", "For that, type `/amp away`"),
    ("Ich bin nächste Woche im Urlaub!", "For that, type `/amp away`"),
    ("out of office until Monday", "/amp away"),
    ("trends", "For that, type `/amp trends`"),
    ("Show me the results, please :pray:", "For that, type `/amp trends`"),
    ("thanks a lot", "/amp help"),
]


@pytest.mark.parametrize(("said", "answer"), SAID)
async def test_a_direct_message_gets_one_short_answer(house: Scene, said: str, answer: str) -> None:
    """Nothing is done by it, and nothing that was said is kept."""
    ana = house.person("ana")
    [told] = await answers(house, ana, await ana.dm_id(), said)
    assert answer in told
    assert len(told) < 500
    assert await house.rows(HandledRequest) == 1


async def test_it_answers_in_the_language_of_whoever_writes(house: Scene) -> None:
    """As soon as Amp knows them."""
    await house.sets_up("ana", "#team-product")
    dmitri = house.person("dmitri")
    [told] = await answers(house, dmitri, await dmitri.dm_id(), "bin krank")
    assert "Dafür gibt es `/amp away`" in told


async def test_a_mention_is_answered_to_whoever_wrote_it_alone(house: Scene) -> None:
    """In the channel, or in the thread in which they asked."""
    ana, bo = house.person("ana"), house.person("bo")
    [told] = await answers(house, ana, "#team-product", "@amp help")
    assert "`/amp help` all that I can do" in told
    assert "I'm not much of a talker" not in str([m.text for m in await bo.reads("#team-product")])
    assert await answers(house, ana, "#team-product", "no mention, no answer") == []


async def test_what_slack_sends_twice_is_answered_once(house: Scene) -> None:
    """The same message by another envelope, to another process."""
    ana = house.person("ana")
    where = await ana.dm_id()
    await answers(house, ana, where, "hi")
    world, channel = house.slack.world, house.slack.world.channels[where]
    events.tell_message(world, channel, channel.messages.page(limit=9)[0][0].as_json())
    await house.slack.settled()
    assert len(await ana.dm()) == 2


STRANGE: list[dict[str, Any]] = [
    {"bot_id": "B1"},
    {"subtype": "message_changed", "hidden": True},
    {"subtype": "message_deleted", "hidden": True},
    {"subtype": "thread_broadcast"},
    {"subtype": "file_share"},
    {"edited": {"user": "U1", "ts": "2"}},
    {"user": None},
    {"user": "USLACKBOT"},
    {"channel": "C1", "channel_type": "channel"},
]


@pytest.mark.parametrize("strange", STRANGE)
def test_what_is_no_new_message_of_a_person_gets_no_answer(strange: dict[str, Any]) -> None:
    """Another bot might answer in turn, for ever."""
    said = {"type": "message", "user": "U1", "channel": "D1", "channel_type": "im", "ts": "1"}
    assert IncomingMessage.read(Event("T1", None, "message", "Ev1", said))
    assert IncomingMessage.read(Event("T1", None, "message", "Ev1", {**said, **strange})) is None


async def test_edits_deletions_and_other_bots_are_left_alone(house: Scene) -> None:
    """As the local Slack really sends them."""
    ana = house.person("ana")
    where = await ana.dm_id()
    await answers(house, ana, where, "hi")
    calls = len(house.slack.calls("chat.postMessage"))
    world, channel = house.slack.world, house.slack.world.channels[where]
    message = channel.messages.page(limit=9)[0][0].as_json()
    for event in (
        {"type": "message", "subtype": "message_changed", "message": message, "ts": "9"},
        {"type": "message", "subtype": "message_deleted", "previous_message": message, "ts": "9"},
        {**message, "bot_id": "B0OTHER", "ts": "9"},
    ):
        events.tell_message(world, channel, event)
    await house.slack.settled()
    assert len(house.slack.calls("chat.postMessage")) == calls


async def test_invited_to_a_channel_it_says_hello_once_with_a_button(house: Scene) -> None:
    """«Set up» opens the form for that channel; a second invitation says nothing more."""
    ana = house.person("ana")
    for _ in range(2):
        await house.slack.driver.post("channels", id="#random", kick=["amp"])
        await house.slack.driver.post("channels", id="#random", invite=["amp"])
        await house.slack.settled()
        await house.run()
    read = [m for m in await ana.reads("#random") if "I'm Amp" in m.text]
    assert len(read) == 1
    await ana.presses("Set up", where="#random")
    await house.slack.until(ana.modal)
    assert channel_id(house.slack, "random") in str((await ana.modal()).blocks)  # type: ignore[union-attr]


async def test_a_channel_that_has_its_team_is_not_greeted(house: Scene) -> None:
    """Amp was removed from it, and is back."""
    await house.sets_up("ana", "#team-product")
    for what in ("kick", "invite"):
        await house.slack.driver.post("channels", id="#team-product", **{what: ["amp"]})
        await house.slack.settled()
        await house.run()
    assert "I'm Amp" not in str([m.text for m in await house.person("bo").reads("#team-product")])
