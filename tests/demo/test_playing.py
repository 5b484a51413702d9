"""The demo's past is real, and its people go on living."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from sqlalchemy import func, select

from bot import clock
from bot.demo import history, moods
from bot.demo.history import AFTERNOON, SAME_CLOCK, ExperimentStart, TeamStart
from bot.demo.moods import Turn
from bot.demo.playing import Demo, Past, playing
from bot.pulse.models import Box, Invitation, Round, Seal
from bot.teams import models as teams
from localslack import Person
from localslack.driver import SeenMessage
from tests.house import surely

# A Monday with nine weeks before it, and four after, in which the teams have no holiday.
PRESENT = datetime(2028, 3, 6, 9, tzinfo=UTC)
WEEKS, TURN = 9, 7
PAST = Past(
    weeks=WEEKS,
    until=PRESENT,
    steps=(
        TeamStart("priya", "#team-support", wishes={**SAME_CLOCK, "hour": "15"}),
        ExperimentStart("priya", "#team-support", week=5, at=AFTERNOON, idea="quiet-mornings"),
        TeamStart("yara", "#team-platform", week=8, wishes={"weeks": "1"}),
    ),
)
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def demo() -> AsyncIterator[Demo]:
    """Nine weeks, two teams, and a drop in the seventh week; the tests go on from there.

    Each stands for itself: it looks at what was before PRESENT, or at what its fixtures did after.
    """
    people = moods.load()
    support = people.teams["support"].model_copy(
        update={"story": (Turn(week=TURN, drive="autonomy", by=-1.2),)}
    )
    people = people.model_copy(update={"teams": {**people.teams, "support": support}})
    async with playing(past=PAST, people=people) as demo:
        told: list[tuple[int, int]] = []
        await demo.fill(lambda done, of: told.append((done, of)))
        assert told[-1] == (told[-1][1], told[-1][1])
        assert told == [(n, told[-1][1]) for n in range(told[-1][1] + 1)]
        assert abs(clock.now() - PRESENT) < timedelta(minutes=5)
        yield demo


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def product(demo: Demo) -> str:
    """Ana sets her team up, asks now and closes soon: its first digest."""
    slack, ana = demo.slack, demo.slack.person("ana")
    await ana.types("/amp setup", "#team-product")
    await ana.submits()
    await slack.until(lambda: _offers(ana, "Ask now"), timeout=20)
    await ana.closes(clear=True)
    await surely(ana, "/amp pulse now")
    await slack.until(lambda: _invited(demo), timeout=20)
    await slack.driver.move_clock(by=60)
    await surely(ana, "/amp pulse close")
    await slack.driver.move_clock(by=24 * 60 * 60)  # a round is open for a day
    return (await digests(demo, "#team-product"))[-1].text


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def skipped(demo: Demo, product: str) -> list[SeenMessage]:
    """After that, from Tuesday to Tuesday, with Tove's page open: the digests of three weeks.

    Every test that moves the clock itself stands on this.
    """
    assert product
    before = await digests(demo, "#team-support")
    tove = next(u for u in demo.slack.world.workspace().users.values() if u.name == "tove")
    with demo.slack.world.feed.listening(tove.id):
        for _ in range(3):
            await demo.slack.driver.move_clock(next="tuesday 10:00", tz="Europe/Lisbon")
    return (await digests(demo, "#team-support"))[len(before) :]


async def digests(demo: Demo, channel: str) -> list[SeenMessage]:
    read = await demo.slack.person("ana").reads(channel)
    return [message for message in read if message.text.startswith("Pulse ")]


async def past_digests(demo: Demo, channel: str) -> list[SeenMessage]:
    return [m for m in await digests(demo, channel) if float(m.ts) < PRESENT.timestamp()]


async def count(demo: Demo, *criteria: object) -> int:
    async with demo.amp.database.read() as session:
        return await session.scalar(select(func.count()).where(*criteria)) or 0  # type: ignore[arg-type]


async def test_each_week_has_its_digest_at_its_own_time(demo: Demo) -> None:
    """Nine rounds, each told once, on the Friday on which it closed, and the present is now."""
    found = await past_digests(demo, "#team-support")

    assert [int(m.text.split()[1]) for m in found] == list(range(1, WEEKS + 1))
    days = [datetime.fromtimestamp(float(m.ts), UTC) for m in found]
    assert {day.strftime("%a %H:%M") for day in days} == {"Fri 09:30"}
    gaps = [b - a for a, b in pairwise(days)]
    assert all(abs(gap - timedelta(days=7)) < timedelta(hours=1) for gap in gaps)


async def test_the_drop_is_called_in_the_digest(demo: Demo) -> None:
    """Autonomy is lower than usual, within a few rounds of the turn, and nothing else is."""
    told = [m.text for m in await past_digests(demo, "#team-support")]
    calls = [n for n, text in enumerate(told, 1) if re.search(r"(lower|higher) than usual", text)]

    assert calls
    assert calls[0] in range(TURN + 1, WEEKS + 1)
    assert all("Autonomy is lower than usual" in told[n - 1] for n in calls)


async def test_a_team_of_four_never_sees_a_number(demo: Demo) -> None:
    """Nobody in it is asked for any: each week its channel reads what to talk about."""
    read = await demo.slack.person("yara").reads("#team-platform")
    found = [message.text for message in read if "To talk about this week" in message.text]
    assert len(found) >= 2
    assert len(set(found)) == len(found)
    assert not await past_digests(demo, "#team-platform")
    assert not await demo.slack.person("zoe").dm()


async def test_nothing_is_left_of_single_answers(demo: Demo) -> None:
    """All rounds have closed as rounds do: no ballot remains, nor who took part."""
    assert await count(demo, Round.closed_at < PRESENT) == WEEKS
    asked_now = select(Round.team_id).where(Round.closed_at.is_(None))
    assert await count(demo, Seal.team_id.not_in(asked_now)) == 0
    assert await count(demo, Box.seal == Seal.name, Seal.team_id.not_in(asked_now)) == 0


async def test_whoever_only_reads_along_is_not_asked(demo: Demo) -> None:
    """Ana is in all channels, and her leads have left her out."""
    ana = next(u for u in demo.slack.world.workspace().users.values() if u.name == "ana")
    asked = Invitation.person_id == teams.Person.id
    past = (Invitation.round_id == Round.id, Round.closed_at < PRESENT)
    assert await count(demo, asked, *past, teams.Person.user_id == ana.id) == 0
    dm = await demo.slack.person("ana").dm()
    assert not [message for message in dm if float(message.ts) < PRESENT.timestamp()]


async def test_no_window_is_left_open(demo: Demo) -> None:
    """Colleagues close what they are done with, and have read what they were sent."""
    for name in moods.load().people:
        assert await demo.slack.person(name).no_modal()


async def test_colleagues_answer_a_new_team_within_a_minute(product: str) -> None:
    """There is a digest with numbers."""
    assert re.search(r"[4-7] of 8", product)


async def test_skipping_from_tuesday_to_tuesday_gives_a_digest_each(
    skipped: list[SeenMessage],
) -> None:
    """Whoever skips does not miss what happens between: invitations, answers, closing, digest."""
    assert len(skipped) == 2  # the third round has opened and is open
    assert all(re.search(r"\b([7-9]|1[01]) of 11 answered", m.text) for m in skipped)


@pytest.mark.usefixtures("skipped")
async def test_an_experiment_is_looked_back_at_and_people_say_what_they_wish(demo: Demo) -> None:
    """Begun in the fifth week, it ends with the tenth round; three days later its lead decides."""
    priya = demo.slack.person("priya")
    channel = [m for m in await priya.reads("#team-support") if not m.is_ephemeral]
    review = next(m for m in channel if "Looking back at our experiment" in m.text)
    asked = next(m for m in await priya.dm() if "what becomes of it?" in m.text)

    assert "No-meeting mornings" in review.text
    wishes = re.search(r"(\d+) people said what they want", asked.text)
    assert wishes
    assert int(wishes[1]) in range(5, 12)
    waited = timedelta(seconds=float(asked.ts) - float(review.ts))
    assert abs(waited - timedelta(days=3)) < timedelta(minutes=2)


@pytest.mark.usefixtures("skipped")
async def test_nobody_wishes_in_the_place_of_a_visitor(demo: Demo) -> None:
    """Whose page was open then has pressed nothing; the others have their receipts."""
    pressed = {
        name
        for name, mood in moods.load().people.items()
        if mood.team == "support"
        for message in await demo.slack.person(name).reads("#team-support")
        if "Noted, without your name" in message.text
    }
    assert len(pressed) >= 5
    assert "tove" not in pressed


@pytest.mark.usefixtures("skipped")
async def test_skipping_a_week_lives_through_a_shipit_day(demo: Demo) -> None:
    """The channel hears of each stage when it comes, not all at once at the end."""
    ana = demo.slack.person("ana")
    starts = (clock.now() + timedelta(days=2)).replace(minute=0, second=0, microsecond=0)
    await ana.types("/amp shipit", "#team-product")
    assert await ana.modal(timeout=20)
    assert await ana.submits({"It begins, on your clock": str(int(starts.timestamp()))})
    await ana.closes(clear=True)
    await demo.slack.driver.move_clock(by=7 * 86_400)

    channel = [m for m in await ana.reads("#team-product") if not m.is_ephemeral]
    told = [m for m in channel if "ShipIt" in m.text or "Two hours are left" in m.text]
    after = [round((float(m.ts) - starts.timestamp()) / 3600) for m in told[1:]]
    assert after == [-24, 0, 22, 24, 24 + 72]


@pytest.mark.usefixtures("skipped")
async def test_somebody_who_is_played_by_hand_is_left_alone(demo: Demo) -> None:
    """A colleague does not answer over the window that the visitor has opened in their place."""
    tove = demo.slack.person("tove")
    await tove.types("/amp pulse", "#team-support")
    form = await tove.modal(timeout=20)
    await demo.slack.driver.move_clock(by=60 * 60 * 80)
    still = await tove.modal()

    assert form is not None
    assert still is not None
    assert still.id == form.id
    await tove.closes(clear=True)


@pytest.mark.usefixtures("skipped")
async def test_nobody_answers_before_the_visitors_eyes(demo: Demo) -> None:
    """Whose page is open is played by hand: no form opens and fills itself there."""
    slack = demo.slack
    rosa = next(u for u in slack.world.workspace().users.values() if u.name == "rosa")
    await slack.driver.move_clock(by=5 * 86_400)  # nothing is open any more
    opened: list[str] = []
    with slack.world.feed.listening(rosa.id) as queue:
        await slack.driver.move_clock(next="thursday 12:00")
        while not queue.empty():
            happening = queue.get_nowait()
            if happening.kind == "view_opened":
                opened.append(happening.data["view"]["callback_id"])
                assert not happening.concerns(rosa.id, rosa.team_id)
    assert opened


@pytest.mark.usefixtures("skipped")
async def test_skipping_a_month_brings_the_roll_up_at_its_own_time(demo: Demo) -> None:
    """On the first working day of April at nine, not when the skip is over."""
    ana = demo.slack.person("ana")
    await ana.types("/amp rollup", "#team-product")
    assert await ana.modal(timeout=20)
    assert await ana.submits({"Channel": "#general"})
    await ana.closes(clear=True)
    await demo.slack.driver.move_clock(by=40 * 86_400)
    read = await ana.reads("#general")
    told = [float(m.ts) for m in read if "How the teams stood" in m.text]
    assert told
    at = datetime.fromtimestamp(told[0], ZoneInfo("Europe/Lisbon"))
    assert at.hour == 9
    assert at.day <= 5
    assert at.timestamp() < clock.now().timestamp() - 86_400


@pytest.mark.parametrize(
    ("present", "monday"),
    [
        ("2027-03-08T09:00", "2027-02-22"),  # Monday: two weeks have closed since
        ("2027-03-12T23:00", "2027-02-22"),  # Friday: this week's may still be open somewhere
        ("2027-03-13T12:00", "2027-03-01"),  # Saturday noon: it has closed everywhere
    ],
)
async def test_the_past_ends_with_a_whole_round(present: str, monday: str) -> None:
    """Two weeks of past: the second of them has closed."""
    found = history.first_monday(datetime.fromisoformat(present).replace(tzinfo=UTC), 2)
    assert found == datetime.fromisoformat(monday).replace(tzinfo=UTC)


async def _offers(person: Person, button: str) -> bool:
    modal = await person.modal()
    return modal is not None and button in modal.buttons


async def _invited(demo: Demo) -> bool:
    dm = await demo.slack.person("bo").dm()
    return bool(dm) and "Answer" in dm[-1].buttons
