"""The movable clock, and what follows it."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack, Person
from localslack.world.clock import Clock, next_moment
from tests.localslack.places import user_id
from tests.localslack.refusals import refusal


async def test_message_times_follow_the_clock(slack: LocalSlack, api: AsyncWebClient) -> None:
    """A message posted next week has next week's ts."""
    await slack.driver.move_clock(by=7 * 86_400)

    posted = await api.chat_postMessage(channel="#general", text="x")

    ahead = float(posted["ts"]) - datetime.now(UTC).timestamp()
    assert ahead == pytest.approx(7 * 86_400, abs=5)


async def test_times_rise_even_when_the_clock_goes_back(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """No message comes before one that stands already."""
    await slack.driver.move_clock(by=86_400)
    first = await api.chat_postMessage(channel="#general", text="x")
    await slack.driver.move_clock(by=-86_400)
    second = await api.chat_postMessage(channel="#general", text="x")

    assert second["ts"] > first["ts"]


async def test_whoever_follows_the_clock_has_moved_when_the_call_answers(
    slack: LocalSlack,
) -> None:
    """Sync and async listeners get the offset; the answer waits for both."""
    heard: list[tuple[str, timedelta]] = []

    async def slowly(offset: timedelta) -> None:
        heard.append(("async", offset))

    slack.on_clock(lambda offset: heard.append(("sync", offset)))
    slack.on_clock(slowly)

    answer = await slack.driver.move_clock(by=90)

    assert heard == [("sync", timedelta(seconds=90)), ("async", timedelta(seconds=90))]
    assert answer["offset"] == 90
    assert slack.clock_offset == timedelta(seconds=90)


async def test_a_skipped_week_is_lived_through(slack: LocalSlack) -> None:
    """Each timer runs at its own moment, and whoever follows the clock has been told before it."""
    heard: list[str] = []
    start = slack.world.clock.now()
    slack.on_clock(lambda offset: heard.append(f"told {round(offset / timedelta(days=1))}"))
    for days in (5, 2, 9):

        async def job(days: int = days) -> None:
            past = (slack.world.clock.now() - start) / timedelta(days=1)
            heard.append(f"did {days} on day {past:.0f}")

        slack.call_at(start + timedelta(days=days), job)

    await slack.driver.move_clock(by=7 * 86_400)

    assert heard == ["told 2", "did 2 on day 2", "told 5", "did 5 on day 5", "told 7"]


async def test_a_follower_says_where_a_skipping_clock_stands(slack: LocalSlack) -> None:
    """It is asked again at each halt; a moment that is past or beyond the end is passed over."""
    start = slack.world.clock.now()
    days = iter([-1, None, 3, 8])
    seen: list[timedelta] = []

    async def stop() -> datetime | None:
        day = next(days)
        return None if day is None else start + timedelta(days=day)

    slack.stop_at(stop)
    slack.on_clock(seen.append)

    await slack.driver.move_clock(by=86_400)
    await slack.driver.move_clock(by=86_400)
    await slack.driver.move_clock(by=5 * 86_400)

    assert [round(offset / timedelta(days=1)) for offset in seen] == [1, 2, 3, 7]


async def test_a_job_is_over_before_the_clock_moves_on(slack: LocalSlack) -> None:
    """A slow job that time itself has started is not left behind by a skip."""
    ended: list[timedelta] = []
    began = asyncio.Event()

    async def slowly() -> None:
        began.set()
        await asyncio.sleep(0.1)
        ended.append(slack.clock_offset)

    slack.call_at(slack.world.clock.now(), slowly)
    await began.wait()
    slack.call_at(slack.world.clock.now() + timedelta(hours=1), slowly)
    await slack.driver.move_clock(by=86_400)

    assert [round(offset / timedelta(hours=1)) for offset in ended] == [0, 1]


async def test_a_clock_that_has_just_been_moved_can_be_stopped() -> None:
    """In the same breath: being woken does not make it deaf to the end."""

    async def later() -> None:
        """Something that is not due yet."""

    clock = Clock()
    clock.call_at(clock.now() + timedelta(days=1), later)
    clock.start()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await clock.move(timedelta(hours=1))
    ending = asyncio.create_task(clock.stop())
    await asyncio.wait({ending}, timeout=5)
    assert ending.done()


async def test_a_new_hint_reaches_the_page(slack: LocalSlack, ana: Person) -> None:
    """It stands in the state from then on, and pages are told to read that again."""
    with slack.world.feed.listening() as queue:
        slack.hint("Type `/ferry`.")
        assert queue.get_nowait().kind == "person"
    assert (await ana.state())["hint"] == "Type `/ferry`."


async def test_the_next_weekday_in_somebodys_zone(slack: LocalSlack) -> None:
    """ "tuesday 10:00" in Tokyo is one in the morning UTC."""
    answer = await slack.driver.move_clock(next="tuesday 10:00", tz="Asia/Tokyo")

    moment = datetime.fromisoformat(answer["now"])
    assert (moment.weekday(), moment.hour, moment.minute) == (1, 1, 0)


def test_the_next_moment_is_strictly_later() -> None:
    """Asked on that very minute, it is a week on; daylight saving is counted."""
    tuesday = datetime(2027, 3, 9, 15, 0, tzinfo=UTC)

    again = next_moment("tuesday 10:00", after=tuesday, zone="America/New_York")

    assert again == datetime(2027, 3, 16, 14, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"to": "someday"},
        {"by": "much"},
        {"by": 1e30},
        {"next": "doomsday 10:00"},
        {"next": "tuesday"},
        {"next": "tuesday 25:00"},
        {"next": "tuesday 10:00", "tz": "Mars/Olympus"},
    ],
)
async def test_a_clock_that_can_not_be_moved_there_says_so(
    slack: LocalSlack, body: dict[str, object]
) -> None:
    """A sentence, and the clock stays."""
    with pytest.raises(AssertionError, match=r"clock|weekday"):
        await slack.driver.post("clock", **body)
    assert slack.clock_offset == timedelta(0)


async def test_a_scheduled_message_is_posted_when_its_moment_comes(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """Not a second earlier, and exactly once."""
    at = int(slack.world.clock.now().timestamp()) + 3600
    kept = await api.chat_scheduleMessage(channel="#general", text="Later", post_at=at)
    assert kept["scheduled_message_id"].startswith("Q")
    assert "ts" not in kept.data

    await slack.driver.move_clock(by=3500)
    assert await ana.reads("#general") == []
    await slack.driver.move_clock(by=100)
    await slack.driver.move_clock(by=100)

    assert [m.text for m in await ana.reads("#general")] == ["Later"]
    assert (await api.chat_scheduledMessages_list())["scheduled_messages"] == []


async def test_a_scheduled_message_is_posted_as_time_passes(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """Nobody has to move the clock for it."""
    at = int(slack.world.clock.now().timestamp()) + 4  # a second may be over before it is asked
    await api.chat_scheduleMessage(channel="#general", text="Soon", post_at=at)

    async def posted() -> bool:
        return [m.text for m in await ana.reads("#general")] == ["Soon"]

    await slack.until(posted)


async def test_a_scheduled_message_with_metadata_never_posts(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """Slack's own bug, kept."""
    at = int(slack.world.clock.now().timestamp()) + 60
    metadata = {"event_type": "x", "event_payload": {}}
    arguments = {"channel": "#general", "text": "x", "post_at": at, "metadata": metadata}
    await api.api_call("chat.scheduleMessage", json=arguments)
    await slack.driver.move_clock(by=120)

    assert await ana.reads("#general") == []


async def test_scheduled_messages_are_listed_and_taken_back(
    slack: LocalSlack, api: AsyncWebClient, ana: Person
) -> None:
    """By id and channel; a wrong one is `invalid_scheduled_message_id`."""
    at = int(slack.world.clock.now().timestamp()) + 60
    kept = await api.chat_scheduleMessage(channel=user_id(slack, "ana"), text="x", post_at=at)
    listed = (await api.chat_scheduledMessages_list())["scheduled_messages"]
    assert [entry["id"] for entry in listed] == [kept["scheduled_message_id"]]

    place = {"channel": kept["channel"], "scheduled_message_id": kept["scheduled_message_id"]}
    await api.chat_deleteScheduledMessage(**place)

    again = api.chat_deleteScheduledMessage(**place)
    assert await refusal(again) == "invalid_scheduled_message_id"
    await slack.driver.move_clock(by=120)
    assert await ana.dm() == []


@pytest.mark.parametrize(
    ("ahead", "word"),
    [(-10, "time_in_past"), (121 * 86_400, "time_too_far")],
)
async def test_when_a_message_can_not_be_scheduled(
    slack: LocalSlack, api: AsyncWebClient, ahead: int, word: str
) -> None:
    """Neither in the past nor beyond 120 days."""
    at = int(slack.world.clock.now().timestamp()) + ahead
    call = api.chat_scheduleMessage(channel="#general", text="x", post_at=at)
    assert await refusal(call) == word


async def test_thirty_scheduled_messages_in_five_minutes_are_enough(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """The next is `restricted_too_many`."""
    at = (int(slack.world.clock.now().timestamp()) // 300 + 2) * 300
    for _ in range(30):
        await api.chat_scheduleMessage(channel="#general", text="x", post_at=at)

    call = api.chat_scheduleMessage(channel="#general", text="x", post_at=at + 1)
    assert await refusal(call) == "restricted_too_many"
    assert (await api.chat_scheduleMessage(channel="#general", text="x", post_at=at + 300))["ok"]
