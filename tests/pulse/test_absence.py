"""Being away: neither asked nor reminded nor counted, and nobody else is told."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.pulse.models import Round
from bot.slack import outbox
from bot.slack.models import Delivery
from bot.slack.outbox import Draft, Target
from bot.slack.requests import Actor
from bot.teams import absences, roster
from bot.teams.absences import Status
from bot.teams.models import NEVER, Person, Team
from bot.teams.times_away import Time
from tests.house import Scene, scene, surely

CHANNEL = "#team-product"
TUESDAY = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        await made.sets_up("ana", CHANNEL)
        yield made


async def says(house: Scene, name: str, typed: str) -> str:
    person = house.person(name)
    await person.types(typed, CHANNEL)
    await house.slack.settled()
    return (await person.reads(CHANNEL))[-1].text


async def test_whoever_is_away_is_neither_asked_nor_counted(house: Scene) -> None:
    """For two weeks; then they hear that they are asked again, and are."""
    told = await says(house, "bo", "/amp away 2 weeks")
    assert "asked again from Monday, 7 December" in told
    await house.skip(to=TUESDAY)
    bo = house.person("bo")
    assert await bo.dm() == []
    assert await asked(house) == 8, "an open round does not tell that somebody is away"
    await house.skip(to=TUESDAY + timedelta(days=4))
    assert await asked(house) == 7
    await house.skip(to=datetime(2026, 12, 7, 12, tzinfo=UTC))
    [welcome] = await bo.dm()
    assert "Welcome back" in welcome.text
    await house.skip(to=datetime(2026, 12, 9, 12, tzinfo=UTC))  # Tuesday is free in Lisbon
    assert "five short questions" in (await bo.dm())[-1].text
    assert len(await bo.dm()) == 2


async def test_nobody_else_is_told(house: Scene) -> None:
    """Neither the channel nor the lead, in whatever they ask."""
    before = [message.text for message in await house.person("ana").reads(CHANNEL)]
    await says(house, "bo", "/amp away")
    await house.run()
    assert "8 people are asked" in (await says(house, "ana", "/amp team")).lower()
    after = [message.text for message in await house.person("ana").reads(CHANNEL)]
    assert not any("away" in text or "palm_tree" in text for text in after[len(before) :])
    assert await house.person("ana").dm() == []


async def test_away_from_the_invitation_ends_with_back(house: Scene) -> None:
    """One press; no reminder follows, and it is not counted among those asked."""
    await house.skip(to=TUESDAY)
    bo = house.person("bo")
    await bo.presses("I'm away", where=await bo.dm_id())
    await house.slack.settled()
    await house.skip(to=TUESDAY + timedelta(hours=60))
    assert sum("closes" in message.text for message in await bo.dm()) == 0
    await house.skip(to=TUESDAY + timedelta(hours=74))
    assert await asked(house) == 7
    async with house.amp.database.read() as session:
        assert (await roster.known(session, Actor(*await ids(house, "bo")))).back_on == NEVER
    [digest] = [m.text for m in await house.person("ana").reads(CHANNEL) if "answered" in m.text]
    assert "of 7" in digest
    assert "a digest counts one person fewer" in await says(house, "bo", "/amp away")
    assert "asked again" in await says(house, "bo", "/amp back")


async def asked(house: Scene) -> int:
    """How many people the only round is said to be for."""
    async with house.amp.database.read() as session:
        return (await session.scalars(select(Round.asked))).one()


async def ids(house: Scene, name: str) -> tuple[str, str]:
    """Somebody's workspace and id."""
    user = str((await house.person(name).state())["me"])
    async with house.amp.database.read() as session:
        found = await session.scalars(select(Person).where(Person.user_id == user))
        return found.one().workspace_id, user


@pytest.mark.parametrize(("typed", "told"), [
    ("/amp away 900 weeks", "longer than 52 weeks"),
    ("/amp away until 20 November", "has passed"),
    ("/amp away until soon", "don't understand when"),
    ("/amp away next week", "From Monday, 30 November, you're away. You are asked again from Mon"),
    ("/amp away tomorrow", "From Tuesday, 24 November, you're away. You are asked again from We"),
    ("/amp away from 20 December to 6 January", "asked again from Thursday, 7 January"),
    ("/amp vacation from 20 December", "neither asked nor reminded until you type `/amp back`"),
    ("/amp on holiday from Monday", "From Monday, 30 November, you're away"),
    ("/amp away from 6 January to 20 December", "ends before it begins"),
    ("/amp away from 20 November to 22 November", "has passed"),
    ("/amp away from Monday for 900 weeks", "longer than 52 weeks"),
    ("/amp away from 1 March 2031", "begins in more than 52 weeks"),
    ("/amp away 0 days", "no time at all"),
    ("/amp holiday 2 weeks", "from Monday, 7 December"),
    ("/amp away until 6 January", "from Wednesday, 6 January"),
    ("/amp away", "until you type `/amp back`"),
])  # fmt: skip
async def test_what_is_typed_is_understood_or_answered(house: Scene, typed: str, told: str) -> None:
    assert told in await says(house, "bo", typed)


NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.mark.parametrize(("status", "back_on"), [
    (Status("Vacationing", ":palm_tree:", None), NEVER),
    (Status("Out of office", "", NOON + timedelta(days=2)), (NOON + timedelta(days=2)).date()),
    (Status("In a meeting", ":calendar:", None), None),
    (Status("Urlaub", ":palm_tree:", NOON - timedelta(hours=1)), None),
    (None, None),
])  # fmt: skip
def test_a_status_is_a_hint_for_whoever_allowed_it(status: Status | None, back_on: object) -> None:
    person = Person(zone="Europe/Berlin", heeds_status=True, away_by_status=False)
    absences.heed(person, status, NOON)
    assert person.back_on == back_on
    person = Person(zone="Europe/Berlin", heeds_status=False, away_by_status=False)
    absences.heed(person, status, NOON)
    assert person.back_on is None


def test_what_somebody_said_themselves_goes_before_their_status() -> None:
    """And an absence by status ends with the status."""
    person = Person(zone="Europe/Berlin", heeds_status=True, away_by_status=False)
    absences.heed(person, Status("", ":palm_tree:", None), NOON)
    assert absences.is_away(person, NOON)
    absences.heed(person, Status("", "", None), NOON)
    assert not absences.is_away(person, NOON)
    absences.leave(person, NEVER)
    absences.heed(person, Status("", "", None), NOON)
    assert absences.is_away(person, NOON)


@pytest.mark.parametrize(("own", "status", "back_on", "by_status"), [
    (NEVER, Status("", ":palm_tree:", NOON + timedelta(days=2)), date(2026, 11, 26), True),
    (NEVER, Status("", ":palm_tree:", None), NEVER, True),
    (NEVER, Status("", ":palm_tree:", NOON + timedelta(hours=1)), NEVER, False),
    (NEVER, Status("", "", None), NEVER, False),
    (NEVER, None, NEVER, False),
    (date(2026, 12, 7), Status("", ":palm_tree:", None), date(2026, 12, 7), False),
    (None, Status("", ":palm_tree:", None), NEVER, True),
    (None, Status("", "", None), None, False),
])  # fmt: skip
def test_a_status_that_is_allowed_counts_at_once(
    own: date | None, status: Status | None, back_on: date | None, by_status: bool
) -> None:
    """It takes the place of an absence without an end, and of nothing else that they said."""
    person = Person(zone="Europe/Berlin", back_on=own, away_by_status=False, heeds_status=False)
    absences.allow_status(person, status, NOON)
    assert (person.back_on, person.away_by_status, person.heeds_status) == (
        back_on, by_status, True,
    )  # fmt: skip
    absences.ignore_status(person)
    assert person.back_on == (None if by_status else back_on)


async def test_the_button_reads_the_status_that_is_there(house: Scene) -> None:
    """And says what holds now: what one typed does until one is back."""
    bo = house.person("bo")
    await says(house, "bo", "/amp away")
    await bo.presses("Go by my Slack status too", where=CHANNEL)
    assert "until you type `/amp back`" in (await bo.reads(CHANNEL))[-1].text
    await house.slack.driver.post("people", id="bo", status_emoji=":palm_tree:")
    await house.slack.settled()
    await says(house, "bo", "/amp away")
    await bo.presses("Don't go by my Slack status", where=CHANNEL)
    await says(house, "bo", "/amp away")
    await bo.presses("Go by my Slack status too", where=CHANNEL)
    assert "once it ends" in (await bo.reads(CHANNEL))[-1].text
    await house.slack.driver.post("people", id="bo", status_emoji="")
    await house.slack.settled()
    await house.run()
    assert "You're away" not in await says(house, "bo", "/amp pulse")
    async with house.amp.database.read() as session:
        assert (await roster.known(session, Actor(*await ids(house, "bo")))).back_on is None


THURSDAY = datetime(2026, 11, 26, 12, tzinfo=UTC)


async def test_only_what_is_due_until_then_is_called_off(house: Scene) -> None:
    """Who is back before the invitation comes is invited."""
    await house.skip(to=datetime(2026, 11, 24, 1, tzinfo=UTC))  # it has opened in Tokyo
    bo, carla = [(await ids(house, name))[1] for name in ("bo", "carla")]
    async with house.amp.database.begin() as session:
        theirs = update(Delivery).where(Delivery.recipient.in_([bo, carla]))
        await session.execute(theirs.values(due_at=THURSDAY))
    assert "Wednesday, 25 November" in await says(house, "bo", "/amp away until tomorrow")
    assert "Friday, 27 November" in await says(house, "carla", "/amp away until Friday")
    waits = Delivery.key.startswith("invitation:") & (Delivery.state == "waiting")
    assert await house.rows(Delivery, waits, Delivery.recipient == bo) == 1
    assert await house.rows(Delivery, waits, Delivery.recipient == carla) == 0


@pytest.mark.parametrize("how", ["typed", "by the clock"])
async def test_who_comes_back_while_a_round_is_open_reads_of_it_first(
    house: Scene, how: str
) -> None:
    """With its button, as on Home; only then comes the next one."""
    await house.skip(to=datetime(2026, 11, 24, 1, tzinfo=UTC))
    bo = house.person("bo")
    await says(house, "bo", "/amp away until Thursday")
    await house.skip(to=TUESDAY)
    assert await bo.dm() == []
    if how == "typed":
        await says(house, "bo", "/amp back")
        [*_, told] = await bo.reads(CHANNEL)
    else:
        await house.skip(to=THURSDAY)
        [told] = [message for message in await bo.dm() if "Welcome" in str(message.blocks)]
    said = [str(block) for block in told.blocks]
    assert "Welcome back" in said[0]
    assert "pulse:answer:" in said[1]
    assert "*team-product*: next" in said[2]


async def test_slack_tells_of_a_status_and_it_is_heeded_once_allowed(house: Scene) -> None:
    """By the event of a changed person, on the way from Slack to the row."""
    bo = house.person("bo")
    await says(house, "bo", "/amp away")
    await bo.presses("Go by my Slack status too", where=CHANNEL)
    await says(house, "bo", "/amp back")
    await house.slack.driver.post("people", id="bo", status_emoji=":palm_tree:")
    await house.slack.settled()
    async with house.amp.database.read() as session:
        assert (await roster.known(session, Actor(*await ids(house, "bo")))).back_on == NEVER


async def test_a_message_that_is_late_waits_for_the_morning(house: Scene) -> None:
    """The worker was down on Tuesday evening and is up at two at night."""
    async with house.amp.database.begin() as session:
        workspace, user = await ids(house, "bo")
        draft = Draft("late", [{"type": "divider"}])
        evening = datetime(2026, 11, 24, 16, tzinfo=UTC)
        await outbox.post(session, draft, [Target("test:late", workspace, user, evening)])
    await house.skip(to=datetime(2026, 11, 25, 1, tzinfo=UTC))
    assert not any("late" in message.text for message in await house.person("bo").dm())
    await house.skip(to=datetime(2026, 11, 25, 8, 5, tzinfo=UTC))
    assert await house.rows(Delivery, Delivery.key == "test:late", Delivery.state == "sent") == 1


async def test_whose_team_works_on_saturdays_is_reached_then(house: Scene) -> None:
    """Also by a message that is late, as an invitation is after an hour without Slack."""
    workspace, user = await ids(house, "bo")
    async with house.amp.database.begin() as session:
        await session.execute(update(Team).values(workdays=[0, 1, 2, 3, 4, 5]))
        noon = datetime(2026, 11, 28, 12, tzinfo=UTC)  # a Saturday
        draft = Draft("late", [{"type": "divider"}])
        await outbox.post(session, draft, [Target("test:late", workspace, user, noon)])
    await house.skip(to=noon + timedelta(hours=1))
    assert await house.rows(Delivery, Delivery.key == "test:late", Delivery.state == "sent") == 1


async def test_a_lead_who_is_away_does_not_read_of_a_pause(house: Scene) -> None:
    """Their team goes on; it is they who are not asked."""
    await says(house, "ana", "/amp away")
    assert "once you are back" in await says(house, "ana", "/amp team")
    assert "once you are back" in await says(house, "ana", "/amp pulse")
    assert "paused" not in await says(house, "ana", "/amp status")


async def test_an_absence_that_begins_later_begins_and_ends_by_itself(house: Scene) -> None:
    """Asked until then, not asked meanwhile, told when it is over; it is on Home and in privacy."""
    bo = house.person("bo")
    assert "From Monday, 30 November" in await says(house, "bo", "/amp away next week")
    await house.skip(to=TUESDAY)
    assert "five short questions" in (await bo.dm())[-1].text
    before = len(await bo.dm())
    assert "From Monday, 30 November, you're away" in str(await bo.home())
    assert "*An absence to come:* from 30 November" in await told_in_privacy(house)
    await house.skip(to=datetime(2026, 12, 2, 12, tzinfo=UTC))
    assert await house.rows(Round) == 2
    assert " 9 December" in await says(house, "bo", "/amp pulse")
    assert "asked again from Monday, 7 December" in str(await bo.home())
    await house.skip(to=datetime(2026, 12, 7, 12, tzinfo=UTC))
    assert "Welcome back" in str((await bo.dm())[-1].blocks)
    assert len(await bo.dm()) <= before + 2  # a reminder of the first round, and this


async def told_in_privacy(house: Scene) -> str:
    await says(house, "bo", "/amp privacy")
    return str((await house.person("bo").reads(CHANNEL))[-1].blocks)


async def test_what_comes_in_a_planned_absence_is_said_and_kept_to(house: Scene) -> None:
    """`/amp pulse` names the day after it; the round in it has no place for them."""
    await says(house, "bo", "/amp away from 24 November to 30 November")
    assert "Wednesday 2 December" in await says(house, "bo", "/amp pulse")
    await house.skip(to=TUESDAY)
    assert await house.person("bo").dm() == []
    await house.skip(to=TUESDAY + timedelta(hours=80))
    assert await asked(house) == 7


async def test_a_planned_absence_is_taken_back_before_it_begins(house: Scene) -> None:
    """By `/amp back`, or by the button beside one of several; what overlaps gives way."""
    bo = house.person("bo")
    await says(house, "bo", "/amp away from 20 December to 6 January")
    await says(house, "bo", "/amp away from 22 December to 27 December")
    assert await planned(house) == [(date(2026, 12, 22), date(2026, 12, 28))]
    await says(house, "bo", "/amp away next week")
    assert len(await planned(house)) == 2
    await bo.presses("I'm staying", where=CHANNEL)
    await house.slack.settled()
    assert "absence from Monday 30 November" in (await bo.reads(CHANNEL))[-1].text
    assert await planned(house) == [(date(2026, 12, 22), date(2026, 12, 28))]
    assert "absence from Tuesday 22 December" in await says(house, "bo", "/amp back")
    assert await planned(house) == []
    assert "Welcome back" in await says(house, "bo", "/amp back")


async def test_who_is_away_keeps_what_they_planned_for_later(house: Scene) -> None:
    """`/amp back` ends the one that is; the other stands beside it."""
    await says(house, "bo", "/amp away from 20 December to 6 January")
    assert "You're away" in await says(house, "bo", "/amp away")
    told = (await house.person("bo").reads(CHANNEL))[-1]
    assert "20 December" not in str(told.blocks), "without an end there is none to tell"
    await says(house, "bo", "/amp back")
    told = (await house.person("bo").reads(CHANNEL))[-1]
    assert "From Sunday, 20 December" in str(told.blocks)
    assert await planned(house) == [(date(2026, 12, 20), date(2027, 1, 7))]


async def test_an_absence_that_reaches_a_planned_one_goes_on_from_there(house: Scene) -> None:
    """There is one day on which they are asked again, and it is told."""
    await says(house, "bo", "/amp away from 4 December to 8 December")
    await says(house, "bo", "/amp away from 20 December to 6 January")
    assert "from Wednesday, 9 December" in await says(house, "bo", "/amp away 2 weeks")
    told = await says(house, "bo", "/amp away from 7 December to 10 December")
    assert "asked again from Friday, 11 December" in told
    assert await planned(house) == [(date(2026, 12, 20), date(2027, 1, 7))]


async def test_who_takes_back_a_later_absence_hears_until_when_they_are_away_now(
    house: Scene,
) -> None:
    """Not that they are asked as usual: they are not; and an end that isn't is not told either."""
    bo = house.person("bo")
    await says(house, "bo", "/amp away 1 week")
    await says(house, "bo", "/amp away from 20 December to 6 January")
    await bo.presses("I'm staying", where=CHANNEL)
    await house.slack.settled()
    told = (await bo.reads(CHANNEL))[-1]
    assert "absence from Sunday 20 December" in told.text
    assert "You are asked again from Monday, 30 November" in told.text
    assert "as usual" not in f"{told.text} {told.blocks}"
    await says(house, "bo", "/amp away")
    told_again = await says(house, "bo", "/amp away from 20 December to 6 January")
    assert "until you type `/amp back`" in told_again
    assert "7 January" not in told_again
    assert await planned(house) == [(date(2026, 12, 20), date(2027, 1, 7))]


async def test_the_button_of_an_absence_that_is_over_ends_no_other(house: Scene) -> None:
    """The message stays in the channel, and what it spoke of has been; one that has begun ends."""
    bo = house.person("bo")
    await says(house, "bo", "/amp away tomorrow")
    await house.skip(by=timedelta(days=3))
    await says(house, "bo", "/amp away 1 week")
    await bo.presses("I'm staying", where=CHANNEL)
    await house.slack.settled()
    told = (await bo.reads(CHANNEL))[-1]
    assert "You are asked again from" in told.text, told.text
    assert "Welcome back" in await says(house, "bo", "/amp back")
    await says(house, "bo", "/amp away tomorrow")
    await house.skip(by=timedelta(days=1))
    await bo.presses("I'm staying", where=CHANNEL)
    await house.slack.settled()
    assert "Welcome back" in (await bo.reads(CHANNEL))[-1].text


def test_what_a_status_says_is_not_prolonged_by_what_one_plans() -> None:
    """Whoever takes the status away is here until the first day that they named."""
    first, back = date(2026, 12, 8), date(2026, 12, 13)
    person = Person(zone="Europe/Berlin", heeds_status=True, away_by_status=False)
    absences.heed(person, Status("", ":palm_tree:", NOON + timedelta(days=16)), NOON)
    absences.plan(person, Time(first, back), NOON)
    absences.heed(person, Status("", "", None), NOON)
    assert not absences.is_away(person, NOON)
    assert person.absences == [(first, back)]


def test_planned_absences_that_meet_are_one() -> None:
    """Nobody is told that they are asked again on a day on which they are away once more."""
    days, person = [date(2026, 12, n) for n in (1, 4, 7, 9)], Person(zone="Europe/Berlin")
    for first, back in ((0, 1), (2, 3), (1, 2)):
        absences.plan(person, Time(days[first], days[back]), NOON)
    assert person.absences == [(days[0], days[3])]


async def test_more_planned_absences_than_are_kept_are_refused(house: Scene) -> None:
    for day in range(1, absences.MOST_PLANNED + 1):
        await says(house, "bo", f"/amp away on {2 * day} March")
    assert "named 10 absences" in await says(house, "bo", "/amp away on 22 March")
    assert len(await planned(house)) == absences.MOST_PLANNED


async def test_forget_me_forgets_planned_absences(house: Scene) -> None:
    await says(house, "bo", "/amp away next week")
    await surely(house.person("bo"), "/amp forget me")
    await house.slack.settled()
    assert await planned(house) == []


async def planned(house: Scene) -> list[tuple[date, date]]:
    async with house.amp.database.read() as session:
        return (await roster.known(session, Actor(*await ids(house, "bo")))).absences


@pytest.mark.parametrize(("present", "by_status", "expected"), [
    (None, False, date(2026, 11, 26)),
    (NEVER, False, NEVER),
    (NEVER, True, date(2026, 11, 26)),
    (date(2026, 11, 25), False, date(2026, 11, 26)),
    (date(2026, 11, 30), False, date(2026, 11, 30)),
])  # fmt: skip
def test_the_later_end_holds_when_a_planned_absence_begins(
    present: date | None, by_status: bool, expected: date
) -> None:
    """And what they said themselves goes before their status."""
    person = Person(zone="Europe/Berlin")
    the_day_before = NOON - timedelta(days=1)
    assert not absences.plan(person, Time(date(2026, 11, 24), date(2026, 11, 26)), the_day_before)
    assert not absences.plan(person, Time(date(2026, 12, 1), NEVER), the_day_before)
    person.back_on, person.away_by_status = present, by_status
    assert absences.begin(person, NOON)
    assert not absences.begin(person, NOON)
    assert (person.back_on, person.away_by_status) == (expected, False)
    assert person.absences == [(date(2026, 12, 1), NEVER)]
