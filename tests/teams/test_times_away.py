"""When somebody is away, as people write it."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import words
from bot.errors import AmpError
from bot.paths import CONTENT
from bot.teams import times_away
from bot.teams.dates import LONGEST
from bot.teams.models import NEVER
from bot.teams.times_away import Time

TODAY = date(2026, 11, 28)  # a Saturday
SAY = words.load(CONTENT)
EPIPHANY = date(2027, 1, 6)


def read(text: str, week_begins: int = 0) -> Time:
    return times_away.read(SAY, text, today=TODAY, week_begins=week_begins)


@pytest.mark.parametrize(("text", "back"), [
    ("2 weeks", date(2026, 12, 12)), ("for 3 days", date(2026, 12, 1)),
    ("two weeks", date(2026, 12, 12)), ("the next 2 weeks", date(2026, 12, 12)),
    ("zwei Wochen", date(2026, 12, 12)), ("trois jours", date(2026, 12, 1)),
    ("a week", date(2026, 12, 5)), ("eine Woche", date(2026, 12, 5)),
    ("une semaine", date(2026, 12, 5)), ("2 semanas", date(2026, 12, 12)),
    ("until 6 January", EPIPHANY), ("until January 6, 2027", EPIPHANY), ("bis 6. Januar", EPIPHANY),
    ("bis zum 6.1.", EPIPHANY), ("jusqu'au 6 janvier", EPIPHANY), ("hasta el 6 de enero", EPIPHANY),
    ("until 2027-01-06", EPIPHANY), ("until the 3rd of December", date(2026, 12, 3)),
    ("until Monday", date(2026, 11, 30)), ("bis Montag", date(2026, 11, 30)),
    ("until tomorrow", date(2026, 11, 29)), ("until next week", date(2026, 11, 30)),
    ("today", date(2026, 11, 29)), ("heute", date(2026, 11, 29)),
    ("from 20 November to 6 December", date(2026, 12, 7)),
])  # fmt: skip
def test_a_time_that_begins_now_ends_on_the_day_that_is_named(text: str, back: date) -> None:
    assert read(text) == Time(TODAY, back)


@pytest.mark.parametrize(("text", "first", "last"), [
    *[(text, "2026-12-20", "2027-01-06") for text in (
        "from 20 December to 6 January", "on holiday from 20 December until 6 January",
        "20 December - 6 January", "20.12.-6.1.", "2026-12-20 - 2027-01-06",
        "vom 20. Dezember bis 6. Januar", "im Urlaub ab 20. Dezember bis zum 6. Januar",
        "du 20 décembre au 6 janvier", "del 20 de diciembre al 6 de enero",
    )],
    *[(text, "2026-12-01", "2026-12-05") for text in (
        "1 december - 5 december", "1. bis 5. Dezember", "1-5 December", "December 1-5",
        "1.12. - 5.12.", "du 1er au 5 décembre", "del 1 al 5 de diciembre",
    )],
    *[(text, "2026-11-29", "2026-11-29") for text in ("tomorrow", "morgen", "demain", "mañana")],
    *[(text, "2026-11-30", "2026-12-06") for text in (
        "next week", "nächste Woche", "in der nächsten Woche", "la semaine prochaine",
        "la próxima semana", "la semana que viene", "on vacation next week",
        "from Monday for a week", "a week from Monday",
    )],
    *[(text, "2026-11-30", "2026-11-30") for text in (
        "Monday", "on Monday", "next Monday", "am Montag", "lundi prochain", "el próximo lunes",
        "this Monday", "diesen Montag", "ce lundi", "este lunes",
    )],
    ("next month", "2026-12-01", "2026-12-31"), ("Monday to Wednesday", "2026-11-30", "2026-12-02"),
    ("on 24 December", "2026-12-24", "2026-12-24"),
])  # fmt: skip
def test_a_time_that_begins_later_has_a_first_and_a_last_day(
    text: str, first: str, last: str
) -> None:
    """In four languages; whoever names both ends is back on the day after."""
    a_day = timedelta(days=1)
    assert read(text) == Time(date.fromisoformat(first), date.fromisoformat(last) + a_day)


@pytest.mark.parametrize("text", [
    "from Monday", "on holiday from Monday", "ab Montag", "à partir de lundi", "desde el lunes",
    "starting next week", "ab nächster Woche", "from 30 November", "ab nächstem Montag",
    "ab kommendem Montag", "from this Monday", "ab diesem Montag",
])  # fmt: skip
def test_a_first_day_alone_holds_until_one_is_back(text: str) -> None:
    assert read(text) == Time(date(2026, 11, 30), NEVER)


def test_next_week_begins_with_the_working_week_where_one_lives() -> None:
    """On Saturday in Tehran, on Sunday in Jerusalem: said on a Wednesday, it is that one."""
    wednesday = date(2026, 11, 25)
    weeks = {day: times_away.read(SAY, "next week", today=wednesday, week_begins=day).first
             for day in (0, 5, 6)}  # fmt: skip
    assert weeks == {0: date(2026, 11, 30), 5: date(2026, 11, 28), 6: date(2026, 11, 29)}
    sunday = date(2026, 11, 29)  # of a week that has begun in Jerusalem, and ends in Berlin
    days = {day: times_away.read(SAY, "next Tuesday", today=sunday, week_begins=day).first
            for day in (0, 6)}  # fmt: skip
    assert days == {0: date(2026, 12, 1), 6: date(2026, 12, 8)}


@pytest.mark.parametrize("language", sorted(SAY.languages))
def test_every_example_that_people_are_given_is_understood(language: str) -> None:
    folder = CONTENT / language
    files = [folder / "commands.yaml", *(folder / "messages").glob("*.ftl")]
    examples = [
        example
        for path in files
        for example in re.findall(r"`/amp away ([^`{]+)`", path.read_text("utf-8"))
    ]
    assert len(examples) >= 6
    for example in examples:
        assert read(example).back > TODAY, example


@pytest.mark.parametrize(("text", "told"), [
    ("900 weeks", times_away.AwayTooLong), (f"{10**30} days", times_away.AwayTooLong),
    ("until 6 January 2099", times_away.AwayTooLong),
    ("from Monday for 900 weeks", times_away.AwayTooLong),
    ("until 31.12.9999", times_away.AwayTooLong),
    *[(text, times_away.AwayTooFarAhead) for text in (
        "from 31.12.9999 for 2 weeks", "31.12.9999 to Monday", "31.12.9999 to tomorrow",
        "30.12.9999 for 52 weeks", "31.12.9999 to next month",
    )],
    ("tomorrow to 31.12.9999", times_away.AwayTooLong),
    ("from 1 March 2099", times_away.AwayTooFarAhead),
    ("from 31.12.9999", times_away.AwayTooFarAhead),
    ("until 20 November", times_away.DateHasPassed),
    ("until 6 January 2020", times_away.DateHasPassed),
    ("from 20 November", times_away.DateHasPassed),
    ("20 November to 25 November", times_away.DateHasPassed),
    ("from 6 January to 20 December", times_away.EndsBeforeItBegins),
    ("10-3 December", times_away.EndsBeforeItBegins),
    ("0 days", times_away.NoTimeAway), ("0 Tage", times_away.NoTimeAway),
    ("from Monday for 0 days", times_away.NoTimeAway),
    *[(unclear, times_away.UnknownAbsence) for unclear in (
        "until 31 February", "soon", "6", "until", "from", "from until", "2 2", "-", "next",
        "31-2 February", "9" * 5000 + " days", "tomorrow afternoon", "in 2 weeks",
    )],
])  # fmt: skip
def test_what_is_no_time_ahead_is_a_sentence(text: str, told: type[AmpError]) -> None:
    with pytest.raises(told) as raised:
        read(text)
    assert all(SAY.locale(name).error(raised.value) for name in SAY.languages)


WORDS = st.sampled_from([
    "from", "to", "until", "next", "week", "monday", "20", "december", "6.1.", "-", "for", "2",
    "weeks", "bis", "ab", "du", "au", "hasta", "31.12.9999", "2026-02-30", "on", "holiday", "1er",
    "this", "month", "0", "’", "tomorrow",
])  # fmt: skip


@given(st.lists(WORDS, max_size=7).map(" ".join) | st.text(max_size=30), st.dates())
def test_whatever_is_typed_is_a_time_ahead_or_a_sentence(text: str, today: date) -> None:
    """Of at most a year, that is not over."""
    if not date(2000, 1, 1) < today < date(9000, 1, 1):
        return
    try:
        found = times_away.read(SAY, text, today=today)
    except AmpError:
        return
    assert today <= found.first < found.back
    assert found.first - today <= LONGEST
    assert found.back == NEVER or found.back - found.first <= LONGEST
