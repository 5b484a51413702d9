"""When people may be reached: any zone, any year, any rhythm."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.pulse import planning
from bot.pulse.planning import Load
from bot.teams import calendar
from bot.teams.calendar import DAY, MORNING, Calendar
from bot.teams.rhythm import LEAST, Rhythm, Upcoming, next_for

ZONES = sorted(available_timezones() - {"Factory", "localtime"})
FIVE_YEARS = st.dates(date(2024, 1, 1), date(2028, 12, 31))
MINUTES = st.integers(0, 5 * 365 * 24 * 60)
MOMENTS = MINUTES.map(lambda n: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=n))
BERLIN = calendar.of_zone("Europe/Berlin")
TUESDAYS = Rhythm(
    weekday=1, hour=10, calendar=BERLIN, in_local_time=True, every_weeks=1,
    starts_on=date(2026, 11, 23),
)  # fmt: skip


@given(st.sampled_from(ZONES), MOMENTS)
def test_what_is_sent_comes_by_day_and_on_a_working_day(zone: str, at: datetime) -> None:
    """Never earlier than it was wanted, in any zone of the database and over five years."""
    there = calendar.of_zone(zone)
    sent = there.next(at)
    local = sent.astimezone(ZoneInfo(zone))
    assert sent >= at
    assert local.hour in DAY
    assert there.works_on(local.date())
    assert sent == at or local.hour == MORNING
    assert there.next(sent) == sent


@given(st.sampled_from(ZONES), MOMENTS)
def test_what_must_not_be_late_comes_before(zone: str, at: datetime) -> None:
    """`last` looks backwards, and ends by day on a working day as well."""
    there = calendar.of_zone(zone)
    sent = there.last(at)
    assert sent
    assert sent <= at
    assert there.fits(sent)


def test_before_an_absence_whose_first_day_nobody_knows_there_is_no_day() -> None:
    away = ((date.min, date(2026, 12, 4)),)
    there = calendar.Calendar("Europe/Lisbon", "PT", away=away)
    assert there.last(datetime(2026, 12, 3, 12, tzinfo=UTC)) is None


@given(st.sampled_from(ZONES), FIVE_YEARS, st.integers(0, 23))
def test_an_hour_of_a_day_is_the_first_moment_that_exists(zone: str, day: date, hour: int) -> None:
    """Whatever the clocks do on that day: forward, back, by half an hour, or not at all."""
    found = Calendar(zone).moment(day, hour)
    place, wanted = ZoneInfo(zone), datetime.combine(day, time(hour))
    local = found.astimezone(place).replace(tzinfo=None)
    before = (found - timedelta(seconds=1)).astimezone(place).replace(tzinfo=None)
    assert local >= wanted
    assert before < wanted  # a second earlier the hour had not come


def test_the_days_on_which_zones_change() -> None:
    """Every change of every zone in five years, at each hour around it."""
    changes = _changes(range(2024, 2029))
    assert len(changes) > 200
    for zone, day in changes:
        place, there = ZoneInfo(zone), Calendar(zone)
        for hour in range(5):
            found = there.moment(day, hour)
            local = found.astimezone(place).replace(tzinfo=None)
            earlier = (found - timedelta(seconds=1)).astimezone(place).replace(tzinfo=None)
            assert earlier < datetime.combine(day, time(hour)) <= local, (zone, day, hour)


def _changes(years: range) -> list[tuple[str, date]]:
    """The days on which a zone sets its clocks; zones that do the same alike count once."""
    first, days = date(years.start, 1, 1), 365 * len(years)
    weeks = [first + timedelta(days=n) for n in range(0, days, 7)]
    found = {}
    for zone in ZONES:
        offsets = [_offset(zone, day) for day in weeks]
        if len(set(offsets)) > 1:
            found[tuple(offsets)] = zone
    return [
        (zone, day + timedelta(days=n))
        for offsets, zone in found.items()
        for day, old, new in zip(weeks, offsets, offsets[1:], strict=False)
        for n in range(7)
        if old != new
        and _offset(zone, day + timedelta(days=n)) == old
        and _offset(zone, day + timedelta(days=n + 1)) == new
    ]


def _offset(zone: str, day: date) -> timedelta | None:
    """That of its midnight."""
    return datetime.combine(day, time(), ZoneInfo(zone)).utcoffset()


def test_half_an_hour_left_out_and_half_an_hour_twice() -> None:
    """Lord Howe's clocks go by half an hour."""
    there = Calendar("Australia/Lord_Howe")
    assert there.moment(date(2026, 10, 4), 2) == datetime(2026, 10, 3, 15, 30, tzinfo=UTC)
    assert there.moment(date(2026, 4, 5), 2) == datetime(2026, 4, 4, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize(("zone", "free", "works"), [
    ("Asia/Riyadh", date(2026, 11, 27), date(2026, 11, 29)),  # Friday, Sunday
    ("Europe/Berlin", date(2026, 11, 29), date(2026, 11, 27)),
    ("Asia/Hong_Kong", date(2026, 11, 28), date(2026, 11, 27)),
    ("UTC", date(2026, 11, 28), date(2026, 12, 25)),
    ("Europe/Berlin", date(2026, 12, 25), date(2026, 12, 28)),
    ("Asia/Katmandu", date(2026, 11, 28), date(2026, 11, 27)),
])  # fmt: skip
def test_each_country_has_its_own_week_and_holidays(zone: str, free: date, works: date) -> None:
    """Slack tells the zone, and the zone the country, under its older names as well."""
    assert not calendar.of_zone(zone).works_on(free)
    assert calendar.of_zone(zone).works_on(works)


def test_nobody_is_reminded_at_night_wherever_they_live() -> None:
    """San Francisco, Sydney and Kathmandu, each at ten on their own clock."""
    home = calendar.of_zone("America/Los_Angeles")
    zones = ("America/Los_Angeles", "Australia/Sydney", "Asia/Kathmandu")
    people = {n: calendar.of_zone(zone) for n, zone in enumerate(zones)}
    rhythm = Rhythm(1, 10, home, True, 1, date(2026, 11, 23))
    day = date(2026, 12, 1)
    plan = planning.of_day(rhythm, day, people, at=rhythm.moment(day, people[1]))
    for n, zone in enumerate(zones):
        place, reminds_at = plan.places[n], plan.places[n].reminds_at
        assert place.due_at.astimezone(ZoneInfo(zone)).strftime("%a %H") == "Tue 10"
        assert reminds_at is not None
        assert people[n].fits(reminds_at), (zone, reminds_at)
        assert place.due_at < reminds_at < plan.closes_at


@given(
    west=st.sampled_from(["America/Los_Angeles", "America/New_York", "UTC", "Asia/Tokyo"]),
    day=st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    hour=st.integers(8, 18),
)
def test_whoever_is_reminded_has_time_to_answer(west: str, day: date, hour: int) -> None:
    """Also where the round waits for a colleague far in the west, and ends early in the morning."""
    people = {1: BERLIN, 2: calendar.of_zone(west)}
    rhythm = Rhythm(day.weekday(), hour, BERLIN, True, 1, date(2025, 12, 29))
    plan = planning.of_day(rhythm, day, people, at=rhythm.moment(day, people[1]))
    for id_, place in plan.places.items():
        if place.reminds_at is None:
            continue
        left = plan.closes_at - place.reminds_at
        assert left >= planning.LAST_HOUR > planning.TOO_LATE
        if left < LEAST:  # there was no earlier moment, by day and after the question
            wanted = plan.closes_at - planning.BEFORE_THE_END
            earlier = people[id_].last(wanted)
            assert earlier
            assert earlier < place.due_at + LEAST


def test_a_round_that_ends_on_monday_morning_is_reminded_of_on_friday() -> None:
    """The most usual one: asked on Tuesday in Berlin, and nine hours later in Los Angeles."""
    people = {1: BERLIN, 2: calendar.of_zone("America/Los_Angeles")}
    rhythm = Rhythm(1, 10, BERLIN, True, 1, date(2026, 11, 23))
    day = date(2026, 12, 2)
    plan = planning.of_day(rhythm, day, people, at=rhythm.moment(day, BERLIN))
    assert plan.closes_at == datetime(2026, 12, 7, 8, tzinfo=UTC)
    assert plan.places[1].reminds_at == datetime(2026, 12, 4, 8, tzinfo=UTC)


@pytest.mark.parametrize(("weekday", "day", "closes"), [
    (3, date(2026, 12, 3), datetime(2026, 12, 7, 8, tzinfo=UTC)),  # Thursday: not on Sunday
    (4, date(2026, 12, 4), datetime(2026, 12, 7, 9, tzinfo=UTC)),
    (2, date(2026, 12, 23), datetime(2026, 12, 28, 8, tzinfo=UTC)),  # before Christmas
])  # fmt: skip
def test_a_round_ends_on_a_working_day(weekday: int, day: date, closes: datetime) -> None:
    """And whoever is reminded of it is so on one, before its last hour."""
    rhythm = Rhythm(weekday, 10, BERLIN, True, 1, date(2026, 11, 23))
    plan = planning.of_day(rhythm, day, {1: BERLIN}, at=rhythm.moment(day, BERLIN))
    assert plan.closes_at == closes
    reminds_at = plan.places[1].reminds_at
    assert reminds_at is not None
    assert BERLIN.fits(reminds_at)
    assert reminds_at <= closes - timedelta(hours=1)


@settings(deadline=None)
@given(
    st.sampled_from(ZONES), st.lists(st.sampled_from(ZONES), min_size=1, max_size=5),
    st.integers(0, 4), st.sampled_from(DAY), st.sampled_from([24, 48, 72, 96, 120]),
    st.booleans(), MOMENTS,
)  # fmt: skip
def test_whatever_the_rhythm_nothing_comes_at_night(
    home: str, zones: list[str], weekday: int, hour: int, hours: int, own: bool, at: datetime
) -> None:
    """Questions, reminders and ends, for teams anywhere with people everywhere."""
    team = calendar.of_zone(home)
    rhythm = Rhythm(weekday, hour, team, own, 1, at.date(), timedelta(hours=hours))
    people = {n: calendar.of_zone(zone) for n, zone in enumerate(zones)}
    day = next(rhythm.days(at), None)
    if day is None:
        return
    plan = planning.of_day(
        rhythm, day, people, at=min(rhythm.moment(day, p) for p in people.values())
    )
    assert team.fits(plan.closes_at)
    for n, place in plan.places.items():
        assert people[n].fits(place.due_at)
        assert place.due_at < plan.closes_at
        assert place.reminds_at is None or people[n].fits(place.reminds_at)


@pytest.mark.parametrize("hour", [3, 10, 23])
@pytest.mark.parametrize("day", [24, 28])  # a Tuesday, and a Saturday
def test_what_a_lead_asks_for_now_goes_out_now(day: int, hour: int) -> None:
    """At night, on a free day, and to somebody whom other teams have asked on that day and before.

    Whoever is away is not asked; the end and the reminder keep the calendar.
    """
    at = datetime(2026, 11, day, hour, tzinfo=UTC)
    away = replace(BERLIN, away=((date.min, date(2027, 1, 7)),))
    busy = Load(asked=[at - timedelta(hours=1), at - timedelta(days=1)])
    plan = planning.at_once(TUESDAYS, {1: BERLIN, 2: BERLIN, 3: away}, {2: busy}, at=at)
    assert {id_: (place.due_at, place.told) for id_, place in plan.places.items()} == {
        1: (at, True), 2: (at, True),
    }  # fmt: skip
    assert plan.places[2].reminds_at is None
    assert plan.places[1].reminds_at is not None
    assert BERLIN.fits(plan.places[1].reminds_at)
    assert BERLIN.fits(plan.closes_at)


def test_this_week_is_said_when_most_of_it_lies_behind() -> None:
    """On a Tuesday it is the five working days before, without the free ones among them."""
    days = BERLIN.week_until(date(2026, 12, 1))
    assert (len(days), days[0], days[-1]) == (5, date(2026, 11, 24), date(2026, 11, 30))
    assert BERLIN.week_until(date(2026, 12, 3)) == BERLIN.week_until(date(2026, 12, 4)) == []
    after_christmas = BERLIN.week_until(date(2026, 12, 29))
    assert after_christmas[0] == date(2026, 12, 21)


@pytest.mark.parametrize(("zone", "first", "last"), [
    ("Asia/Tehran", date(2026, 11, 28), date(2026, 12, 2)),  # Saturday to Wednesday
    ("Asia/Jerusalem", date(2026, 11, 29), date(2026, 12, 3)),
    ("Asia/Kathmandu", date(2026, 11, 30), date(2026, 12, 4)),
])  # fmt: skip
def test_the_week_that_lies_behind_is_the_working_week_there(
    zone: str, first: date, last: date
) -> None:
    """On its first day the days before are meant, and from its fourth on the week itself."""
    there = calendar.of_zone(zone)
    assert there.week_of(last) == first
    assert not there.works_on(last + timedelta(days=1))
    asked_first = there.week_until(first)
    assert len(asked_first) == 5
    assert asked_first[-1] < first
    assert there.week_until(last) == []


@given(st.sampled_from(ZONES), st.integers(19, 21))
def test_what_is_late_and_beside_another_teams_question_comes_by_day(zone: str, hour: int) -> None:
    """After an outage until the evening, on which another team has asked already."""
    whose = calendar.of_zone(zone)
    day = whose.working_day(date(2026, 11, 24))
    late = whose.moment(day, hour)
    moved = planning.on_a_day_of_its_own(whose, late, Load(asked=[whose.moment(day, 10)]))
    assert moved == late or whose.fits(moved)
    assert moved != late or whose.working_day(day + timedelta(days=1)) > day + timedelta(days=4)


def test_a_holiday_of_ones_own_moves_ones_own_question() -> None:
    """Tuesday, 8 December, is free in Vienna and not in Berlin."""
    vienna = calendar.of_zone("Europe/Vienna")
    day = date(2026, 12, 8)
    assert TUESDAYS.own_moment(day, BERLIN) == datetime(2026, 12, 8, 9, tzinfo=UTC)
    assert TUESDAYS.own_moment(day, vienna) == datetime(2026, 12, 9, 9, tzinfo=UTC)


def test_the_next_round_is_told_on_ones_own_clock() -> None:
    """A lead in Los Angeles reads her Tuesday, not the one of a colleague in Sydney."""
    her, at = calendar.of_zone("America/Los_Angeles"), datetime(2026, 11, 30, 12, tzinfo=UTC)
    planned = Upcoming(date(2026, 12, 1), datetime(2026, 12, 1, 9, tzinfo=UTC))
    coming = next_for(TUESDAYS, her, [], planned=planned, at=at)
    asked = coming and coming.moment
    assert asked == datetime(2026, 12, 1, 18, tzinfo=UTC)
