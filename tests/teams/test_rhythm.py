"""When a team is asked."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.teams.calendar import Calendar, knows_country, tz
from bot.teams.rhythm import Rhythm, upcoming, week

BERLIN, AUCKLAND = Calendar("Europe/Berlin"), Calendar("Pacific/Auckland")
ANY_DAY = frozenset(range(7))
TUESDAYS = Rhythm(
    weekday=1, hour=10, calendar=BERLIN, in_local_time=True, every_weeks=1,
    starts_on=date(2026, 11, 23),
)  # fmt: skip
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_the_first_member_to_reach_the_hour_opens_the_round() -> None:
    """Tuesday 10:00 comes to Auckland before it comes to Berlin."""
    due = upcoming(TUESDAYS, [BERLIN, AUCKLAND], at=MONDAY)
    assert due is not None
    assert due.day == date(2026, 11, 24)
    assert due.opens_at == datetime(2026, 11, 23, 21, tzinfo=UTC)


def test_one_clock_for_all_is_the_leads_clock() -> None:
    """With `same`, whoever lives elsewhere is asked at that very moment."""
    due = upcoming(replace(TUESDAYS, in_local_time=False), [AUCKLAND], at=MONDAY)
    assert due is not None
    assert due.opens_at == datetime(2026, 11, 24, 9, tzinfo=UTC)


def test_another_clock_is_another_rhythm_only_where_it_is_everybodys() -> None:
    """That is told to the channel; whoever is asked on their own clock notices nothing."""
    assert TUESDAYS.is_like(replace(TUESDAYS, calendar=AUCKLAND))
    together = replace(TUESDAYS, in_local_time=False)
    assert not together.is_like(replace(together, calendar=AUCKLAND))
    assert not together.is_like(TUESDAYS)


def test_summer_time_moves_the_moment_and_not_the_hour() -> None:
    """Ten o'clock stays ten o'clock when the clocks change (29 March 2026)."""
    before = TUESDAYS.moment(date(2026, 3, 24), BERLIN)
    after = TUESDAYS.moment(date(2026, 3, 31), BERLIN)
    assert after - before == timedelta(days=7, hours=-1)
    assert after.astimezone(ZoneInfo("Europe/Berlin")).hour == 10


def test_an_hour_that_does_not_exist_is_asked_all_the_same() -> None:
    """2:00 is skipped in Berlin on 29 March 2026, a Sunday."""
    everyday = replace(BERLIN, week=ANY_DAY)
    sundays = replace(TUESDAYS, weekday=6, hour=2, calendar=everyday)
    due = upcoming(sundays, [], at=datetime(2026, 3, 27, tzinfo=UTC))
    assert due is not None
    assert due.opens_at == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_every_two_weeks_counts_from_the_first() -> None:
    """Also over the end of a year with 53 weeks."""
    fortnightly = replace(TUESDAYS, every_weeks=2)
    at, days = MONDAY, []
    for _ in range(4):
        due = upcoming(fortnightly, [], at=at)
        assert due is not None
        days.append(due.day)
        at = due.opens_at + timedelta(hours=1)
    assert days == [date(2026, 11, 24) + timedelta(weeks=2 * n) for n in range(4)]


def test_a_holiday_moves_to_the_next_working_day() -> None:
    """Tuesday, 8 December, is free in Austria; 25 December is a Friday, so that week is skipped."""
    austria = replace(TUESDAYS, calendar=Calendar("Europe/Vienna", "AT"))
    due = upcoming(austria, [], at=datetime(2026, 12, 7, tzinfo=UTC))
    assert due is not None
    assert due.day == date(2026, 12, 9)
    fridays = replace(austria, weekday=4)
    due = upcoming(fridays, [], at=datetime(2026, 12, 20, tzinfo=UTC))
    assert due is not None
    assert due.day == date(2027, 1, 8)  # 1 January is free too


def test_a_pause_skips_its_rounds() -> None:
    """The first round after the pause is planned; a pause for good plans none."""
    paused = replace(TUESDAYS, paused_until=MONDAY + timedelta(weeks=2))
    due = upcoming(paused, [], at=MONDAY)
    assert due is not None
    assert due.day == date(2026, 12, 8)
    assert (
        upcoming(replace(TUESDAYS, paused_until=datetime(9999, 1, 1, tzinfo=UTC)), [], at=MONDAY)
        is None
    )


def test_a_week_that_had_its_round_is_left_out() -> None:
    """After an early round on Monday, Tuesday is not asked again."""
    due = upcoming(TUESDAYS, [], at=MONDAY, not_in=week(date(2026, 11, 24)))
    assert due is not None
    assert due.day == date(2026, 12, 1)


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../etc/passwd", "x" * 300])
def test_an_unknown_zone_is_read_as_utc(name: str) -> None:
    """Slack's field is free text."""
    assert tz(name) == ZoneInfo("UTC")


@given(
    st.integers(0, 6), st.integers(0, 23), st.integers(1, 2), st.integers(0, 800),
    st.sampled_from(["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata", "America/Lima"]),
)  # fmt: skip
def test_what_is_planned_lies_ahead_and_on_its_weekday(
    weekday: int, hour: int, every: int, days: int, zone: str
) -> None:
    """For any rhythm and moment, and never more than two rhythms away."""
    at = MONDAY + timedelta(days=days, minutes=37 * days)
    everyday, there = replace(BERLIN, week=ANY_DAY), Calendar(zone)
    rhythm = replace(TUESDAYS, weekday=weekday, hour=hour, every_weeks=every, calendar=everyday)
    due = upcoming(rhythm, [there], at=at)
    assert due is not None
    assert at <= due.opens_at <= at + timedelta(weeks=2 * every, days=2)
    assert due.day.weekday() == weekday
    assert due.opens_at <= rhythm.moment(due.day, there)


def test_countries_are_known_by_their_code() -> None:
    """What is not in the list is refused, also in small letters' place."""
    assert knows_country("DE")
    assert not knows_country("XX")
