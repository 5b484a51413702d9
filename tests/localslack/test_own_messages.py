"""What people do with their own messages: they change them, take them away, call them unread."""

import pytest

from localslack import LocalSlack, Person
from localslack.driver import DriverError
from tests.localslack.hosting import Kept
from tests.localslack.places import channel_id


async def test_people_change_what_they_said(
    slack: LocalSlack, kept: Kept, ana: Person, bo: Person
) -> None:
    """Everybody reads the new words, and bots get both, with mentions made links."""
    said = await ana.says("Helo", "#general")
    await ana.edits(said, "Hello @bo")
    await slack.settled()

    (seen,) = await bo.reads("#general")
    assert seen.raw["edited"]["user"] == seen.user
    (event,) = [e for e in kept.events("message") if e.get("subtype") == "message_changed"]
    assert (event["previous_message"]["text"], event["message"]["text"]) == ("Helo", seen.text)
    assert event["message"]["blocks"][0]["elements"][0]["elements"][1]["type"] == "user"
    assert event["ts"] == event["event_ts"] != said.ts


async def test_people_take_away_what_they_said(
    slack: LocalSlack, kept: Kept, ana: Person, bo: Person
) -> None:
    """Nobody sees it any more, and bots hear which one it was."""
    said = await ana.says("Secret", "#general")
    await ana.deletes(said)
    await slack.settled()

    assert await bo.reads("#general") == []
    assert kept.events("message")[-1]["deleted_ts"] == said.ts


async def test_nobody_changes_what_others_said(ana: Person, bo: Person) -> None:
    """Nor takes it away."""
    said = await ana.says("Mine", "#general")
    with pytest.raises(DriverError, match="somebody else's"):
        await bo.edits(said, "Yours")
    with pytest.raises(DriverError, match="somebody else's"):
        await bo.deletes(said)
    with pytest.raises(DriverError, match="text"):
        await ana.edits(said, "")


async def test_people_call_a_message_unread(slack: LocalSlack, ana: Person, bo: Person) -> None:
    """It and what follows it; also the first one of all."""
    first, second = [await ana.says(words, "#general") for words in ("one", "two")]
    place, me = channel_id(slack, "general"), {"as": "bo"}
    await slack.driver.post("read", **me, channel=place, ts=second.ts)
    for message, count in ((second, 1), (first, 2)):
        await slack.driver.post("unread", **me, channel=place, ts=message.ts)
        assert (await bo.state())["unread"][place] == count
