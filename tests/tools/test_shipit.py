"""A ShipIt day from the lead's plan to the last count."""

from datetime import UTC, datetime, timedelta
from unittest import mock

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from bot import privacy
from bot.pulse.models import Box
from bot.teams.models import Person as Human
from bot.teams.models import Team
from bot.tools.shipit import days, outcome
from bot.tools.shipit.days import Stage
from bot.tools.shipit.models import ShipItDay, ShipItIdea, ShipItVote
from localslack import Person
from tests.house import Scene
from tests.tools.conftest import NASTY, appoint, hears, mrkdwn, window

STARTS = datetime(2026, 12, 10, 9, tzinfo=UTC)
ENDS = STARTS + timedelta(hours=24)
PRODUCT = ["ana", "bo", "carla", "dmitri", "elif", "femi", "grace", "hiro"]


async def plans(
    person: Person, starts: datetime = STARTS, *, channel: str = "#team-product"
) -> None:
    await person.types("/amp shipit", channel)
    await window(person, says="It begins, on your clock")
    result = await person.submits({"It begins, on your clock": str(int(starts.timestamp()))})
    assert result, result.errors
    await window(person, says="Add an idea")
    await person.closes()


async def adds_idea(person: Person, words: str, *, channel: str = "#team-product") -> None:
    await person.presses("Add an idea", where=channel)
    await window(person, says="What would you like to build")
    result = await person.submits({"What would you like to build or find out?": words})
    assert result, result.errors
    await window(person, says=words)
    await person.closes()


async def delivers(person: Person, words: str) -> None:
    await person.presses("What I delivered", where="#team-product")
    await window(person, says="What is there now")
    assert await person.submits({"What is there now, or what do we know now?": words})
    await window(person, says="Delivered")
    await person.closes()


async def said(house: Scene, name: str = "bo") -> list[str]:
    return [message.text for message in await house.person(name).reads("#team-product")]


async def test_a_day_from_plan_to_count(each_house: Scene) -> None:
    """Announced, filled with ideas, reminded of, begun, gathered, asked about."""
    house = each_house
    ana, bo, carla = (house.person(name) for name in ("ana", "bo", "carla"))
    await plans(ana)
    await house.run()
    assert "has set a ShipIt day" in (await said(house))[-1]

    await adds_idea(bo, "A quieter map")
    await carla.presses("See the day", where="#team-product")
    await carla.presses("I'm in", where="modal")
    assert "I'm out" in (await window(carla, says="A quieter map")).buttons
    await carla.closes()

    await house.skip(to=STARTS - timedelta(hours=23))
    told = await hears(bo, "Tomorrow is the ShipIt day")
    assert told.text.count("<@") == 2
    await house.skip(to=STARTS + timedelta(minutes=1))
    await hears(bo, "The ShipIt day begins")
    await delivers(bo, "It hides what nobody reads")
    await delivers(carla, "First try")
    await delivers(carla, "Second try")
    await house.skip(to=ENDS - timedelta(hours=1))
    await hears(bo, "Two hours are left")

    await house.skip(to=ENDS + timedelta(minutes=1))
    post = await hears(bo, "what came of it")
    assert "It hides what nobody reads" in post.text
    assert "Second try" in post.text
    assert "First try" not in post.text
    await hears(bo, "Would you do such a day again?")

    for number, name in enumerate(PRODUCT[:6]):
        answer = "Rather not" if number == 5 else "Yes, again"
        await house.person(name).presses(answer, where="#team-product")
    await house.person("ana").presses("Yes, but differently", where="#team-product")
    assert await house.rows(Box) == 7  # nobody can tell which two are of one person
    assert not [text for text in await said(house) if "day again? 6" in text]
    await house.skip(by=timedelta(hours=73))
    told = await hears(
        bo, "A ShipIt day again? 6 people answered; the most frequent answer is: Yes, again."
    )
    assert await house.rows(Box) == 0
    before = await said(house)
    await house.skip(by=timedelta(days=3))
    assert [t for t in await said(house) if "ShipIt" in t] == [t for t in before if "ShipIt" in t]


async def test_every_answer_to_again_is_met_with_the_same_words(house: Scene) -> None:
    """What the bot says back tells nothing, and the post stays as it was."""
    await plans(house.person("ana"))
    await house.skip(to=ENDS + timedelta(minutes=1))
    await hears(house.person("bo"), "Would you do such a day again?")
    heard = set()
    for name, answer in (("bo", "Yes, again"), ("carla", "Rather not")):
        person = house.person(name)
        await person.presses(answer, where="#team-product")
        heard.add((await hears(person, "Noted.")).text)
    assert len(heard) == 1


async def test_four_answers_to_again_stay_unknown(house: Scene) -> None:
    """Below the quorum nothing is shown, and nothing is kept."""
    await plans(house.person("ana"))
    await house.skip(to=ENDS + timedelta(minutes=1))
    for name in PRODUCT[:4]:
        await house.person(name).presses("Rather not", where="#team-product")
    await house.skip(by=timedelta(hours=73))
    told = await hears(house.person("bo"), "Fewer than 5 people said")
    assert "Rather" not in told.text
    assert await house.rows(Box) == 0


async def test_a_day_waits_for_the_worker_that_has_its_key(house: Scene) -> None:
    """Without a word in the log, minute by minute; then it is counted as if nothing had been."""
    bo = house.person("bo")
    await plans(house.person("ana"))
    await house.skip(to=ENDS + timedelta(minutes=1))
    await hears(bo, "Would you do such a day again?")
    for name in PRODUCT[:6]:
        await house.person(name).presses("Yes, again", where="#team-product")
    [name] = [name for name in await house.amp.keys.names() if name.startswith("half-")]
    half = await house.amp.keys.get(name)
    assert half is not None
    await house.amp.keys.destroy(name)  # it lies in another worker's folder
    with capture_logs() as told:
        await house.skip(by=timedelta(hours=73))
        await house.run(3)
    assert [line for line in told if line["log_level"] != "info"] == []
    assert not [text for text in await said(house) if "people answered" in text]
    assert await house.rows(Box) == 6
    assert await house.rows(ShipItDay, ShipItDay.stage == Stage.GATHERED) == 1
    await house.amp.keys.put(name, half)
    await house.skip(by=timedelta(minutes=1))
    await hears(bo, "6 people answered; the most frequent answer is: Yes, again.")
    assert await house.rows(Box) == 0


async def test_only_a_count_waits_for_a_key_store_that_is_away(house: Scene) -> None:
    """What else is due of a day is told when it is due."""
    bo = house.person("bo")
    await plans(house.person("ana"))
    with mock.patch.object(house.amp.keys, "get", side_effect=OSError("away")):
        await house.skip(to=STARTS + timedelta(minutes=1))
        await house.run()
        assert await house.rows(ShipItDay, ShipItDay.stage == Stage.BEGUN) == 1
        await house.skip(to=ENDS + timedelta(minutes=1))
        await hears(bo, "Would you do such a day again?")
        await house.skip(by=timedelta(hours=100))
        await house.run()
        assert await house.rows(ShipItDay, ShipItDay.stage == Stage.GATHERED) == 1
    await house.run()
    assert await house.rows(ShipItDay, ShipItDay.stage == Stage.OVER) == 1


async def test_what_the_version_before_has_of_again_is_sealed_and_said_first(house: Scene) -> None:
    """Six who said no in the open; one of them has said yes since, before a worker sealed that."""
    await plans(house.person("ana"))
    await house.skip(to=ENDS + timedelta(minutes=1))
    await hears(house.person("bo"), "Would you do such a day again?")
    async with house.amp.database.begin() as session:
        day = (await session.scalars(select(ShipItDay))).one()
        actors = [str((await house.person(name).state())["me"]) for name in PRODUCT[:6]]
        people = await session.scalars(select(Human).where(Human.user_id.in_(actors)))
        session.add_all(
            ShipItVote(
                day_id=day.id, value=outcome.NO,
                token=house.amp.vault.token("shipit-again", day.id, person.id),
            )
            for person in people
        )  # fmt: skip
    await house.person("bo").presses("Yes, again", where="#team-product")
    await house.run()
    assert (await house.rows(ShipItVote), await house.rows(Box)) == (0, 7)
    async with house.amp.database.begin() as session:
        held = await session.get_one(ShipItDay, day.id)
        at = ENDS + timedelta(days=4)
        keys, vault = house.amp.keys, house.amp.vault
        counts = await outcome.count(session, keys, vault, held, at=at)
    assert counts == {outcome.NO: 5, outcome.YES: 1}


async def test_unanimity_is_softened() -> None:
    """Five times yes does not say that everybody said yes."""
    assert privacy.soften_unanimity({4: 5}) == {3: 1, 4: 4}


async def test_a_cancelled_day_is_undone_in_silence_within_a_minute(house: Scene) -> None:
    """A slip of the finger is nobody's news."""
    ana = house.person("ana")
    await plans(ana)
    await house.run()
    await ana.presses("See the day", where="#team-product")
    await ana.presses("Cancel it", where="modal")
    await ana.presses("Undo", where="modal")
    await window(ana, says="Add an idea")
    await house.skip(by=timedelta(minutes=5))
    assert not [text for text in await said(house) if "cancelled" in text]
    await house.skip(to=STARTS + timedelta(minutes=1))
    await hears(house.person("bo"), "The ShipIt day begins")


async def test_undone_later_the_channel_hears_both(house: Scene) -> None:
    """Whoever read that it is cancelled reads that it is not."""
    ana = house.person("ana")
    await plans(ana)
    await house.run()
    await ana.presses("See the day", where="#team-product")
    await ana.presses("Cancel it", where="modal")
    await window(ana, says="Undo")
    await house.skip(by=timedelta(minutes=5))
    await hears(house.person("bo"), "has cancelled the ShipIt day")
    await ana.presses("Undo", where="modal")
    await window(ana, says="Add an idea")
    await house.run()
    await hears(house.person("bo"), "takes place after all")


async def test_a_cancelled_day_goes_on_for_nobody(house: Scene) -> None:
    """No reminder follows, its buttons say so, and a new one can be planned."""
    ana, bo = house.person("ana"), house.person("bo")
    await plans(ana)
    await house.run()
    await ana.presses("See the day", where="#team-product")
    await ana.presses("Cancel it", where="modal")
    await window(ana, says="Undo")
    await ana.closes()
    await house.skip(to=STARTS + timedelta(hours=1))
    assert not [text for text in await said(house) if "begins." in text]
    await bo.presses("Add an idea", where="#team-product")
    await hears(bo, "over or was cancelled")
    await plans(ana, STARTS + timedelta(days=30))


async def test_a_moved_day_is_reminded_of_at_its_new_moment(house: Scene) -> None:
    """And no longer at the old one."""
    ana = house.person("ana")
    await plans(ana)
    await house.run()
    await ana.presses("See the day", where="#team-product")
    await ana.presses("Move it", where="modal")
    later = STARTS + timedelta(days=7)
    await window(ana, says="It begins, on your clock")
    assert await ana.submits({"It begins, on your clock": str(int(later.timestamp()))})
    await house.skip(to=STARTS + timedelta(hours=1))
    await hears(house.person("bo"), "has moved the ShipIt day")
    assert not [text for text in await said(house) if "day begins" in text]
    await house.skip(to=later + timedelta(minutes=1))
    await hears(house.person("bo"), "The ShipIt day begins")


async def test_only_a_lead_sets_and_changes_a_day(house: Scene) -> None:
    """A member is told kindly who can."""
    bo, ana = house.person("bo"), house.person("ana")
    await bo.types("/amp shipit", "#team-product")
    await window(bo, says="A lead can set one")
    await bo.closes()
    await plans(ana)
    await house.run()
    await bo.presses("See the day", where="#team-product")
    assert not {"Move it", "Cancel it"} & set((await window(bo, says="Add an idea")).buttons)
    await ana.presses("See the day", where="#team-product")
    await window(ana, says="Add an idea")
    await appoint(house, "bo")
    await ana.presses("Cancel it", where="modal")
    await window(ana, says="Only a lead of this team can do that")
    assert await house.rows(ShipItDay, ShipItDay.is_cancelled) == 0


@pytest.mark.parametrize("workdays", [[0, 2, 4], [3], [0, 1, 2, 3, 4]])
async def test_a_day_is_proposed_whatever_days_are_worked_on(
    house: Scene, workdays: list[int]
) -> None:
    """Where no two of them follow each other, too."""
    async with house.amp.database.begin() as session:
        (await session.scalars(select(Team))).one().workdays = workdays
    ana = house.person("ana")
    await ana.types("/amp shipit", "#team-product")
    await window(ana, says="It begins, on your clock")


@pytest.mark.parametrize(
    ("today", "workdays", "proposed"),
    [
        (23, [0, 1, 2, 3, 4], 9),  # the 7th is a Monday, and the Tuesday a holiday in Lisbon
        (27, [0, 1, 2, 3, 4], 14),  # not from a Friday noon to a Saturday noon
        (27, [6, 0, 1, 2, 3], 13),  # who works on Sundays
        (23, [0, 2, 4], 7),  # who works every other day has at least the first
    ],
)
async def test_both_days_that_are_proposed_are_worked_on(
    house: Scene, today: int, workdays: list[int], proposed: int
) -> None:
    """In two weeks at noon, or at the next two working days in a row; all of it in December."""
    ana = house.person("ana")
    await house.skip(to=datetime(2026, 11, today, 15, tzinfo=UTC))
    async with house.amp.database.begin() as session:
        (await session.scalars(select(Team))).one().workdays = workdays
    await ana.types("/amp shipit", "#team-product")
    form = await window(ana, says="It begins, on your clock")
    [picker] = [b["element"] for b in form.blocks if "initial_date_time" in b.get("element", {})]
    shown = datetime.fromtimestamp(picker["initial_date_time"], UTC)
    assert shown == datetime(2026, 12, proposed, 12, tzinfo=UTC)


async def test_a_moment_that_is_past_is_refused_at_its_field(house: Scene) -> None:
    """The form stays open with a sentence under it."""
    ana = house.person("ana")
    await ana.types("/amp shipit", "#team-product")
    await window(ana, says="It begins, on your clock")
    past = str(int(datetime(2026, 11, 1, tzinfo=UTC).timestamp()))
    result = await ana.submits({"It begins, on your clock": past})
    assert "still to come" in result.errors["It begins, on your clock"]


async def test_what_people_write_is_shown_as_letters(house: Scene) -> None:
    """No mention, link or formatting in an idea or a delivery takes effect."""
    ana, bo = house.person("ana"), house.person("bo")
    await plans(ana)
    await house.run()
    await adds_idea(bo, NASTY)
    await house.skip(to=STARTS + timedelta(minutes=1))
    begun = await hears(bo, "The ShipIt day begins")
    assert NASTY in begun.text
    await delivers(bo, NASTY)
    await house.skip(to=ENDS + timedelta(minutes=1))
    post = await hears(bo, "what came of it")
    assert NASTY in post.text
    for message in (begun, post):
        assert "<!channel>" not in mrkdwn(message.blocks)
        assert "<!channel>" not in message.raw["text"]


async def test_what_comes_late_follows_in_the_thread(house: Scene) -> None:
    """The post stays one post."""
    ana, bo = house.person("ana"), house.person("bo")
    await plans(ana)
    await house.skip(to=ENDS + timedelta(minutes=1))
    post = await hears(bo, "Nothing was written down yet")
    await delivers(bo, "Better late")
    await house.run()
    thread = [message.text for message in await bo.reads_thread("#team-product", post.ts)]
    assert "Better late" in thread[-1]


async def test_an_idea_is_taken_away_by_whoever_had_it(house: Scene) -> None:
    """Nobody else but a lead has the button."""
    ana, bo, carla = (house.person(name) for name in ("ana", "bo", "carla"))
    await plans(ana)
    await house.run()
    await adds_idea(bo, "A quieter map")
    await carla.presses("See the day", where="#team-product")
    assert "Remove" not in (await window(carla, says="A quieter map")).buttons
    await bo.presses("See the day", where="#team-product")
    await bo.presses("Remove", where="modal")
    await window(bo, says="No ideas yet")
    assert await house.rows(ShipItIdea) == 0
    await carla.presses("I'm in", where="modal")
    await window(carla, says="has been removed")


async def test_a_day_planned_for_the_next_hours_is_not_announced_twice(house: Scene) -> None:
    """The announcement is the reminder."""
    await plans(house.person("ana"), datetime(2026, 11, 24, 9, tzinfo=UTC))
    await house.run()
    assert not [text for text in await said(house) if "Tomorrow is" in text]


@pytest.mark.parametrize(
    ("hours", "stage"),
    [
        (-48, Stage.PLANNED), (-24, Stage.TOMORROW), (-1, Stage.TOMORROW), (0, Stage.BEGUN),
        (21, Stage.BEGUN), (22, Stage.LAST_CALL), (24, Stage.GATHERED), (500, Stage.GATHERED),
    ],
)  # fmt: skip
def test_the_clock_decides_the_stage(hours: int, stage: Stage) -> None:
    """However late the worker wakes, what was delivered is gathered before the day is over."""
    day = ShipItDay(starts_at=STARTS)
    assert days.reached(day, STARTS + timedelta(hours=hours)) == stage


def test_a_day_is_over_when_it_has_been_asked_about() -> None:
    """Three days after the gathering, whenever that was."""
    day = ShipItDay(starts_at=STARTS, asked_until=ENDS + timedelta(days=9))
    assert days.reached(day, ENDS + timedelta(days=8)) == Stage.GATHERED
    assert days.reached(day, ENDS + timedelta(days=9)) == Stage.OVER
