"""Days as people write them."""

import re
from datetime import date

import pytest

from bot import words
from bot.errors import AmpError
from bot.paths import CONTENT
from bot.teams import dates

TODAY = date(2026, 11, 28)  # a Saturday
SAY = words.load(CONTENT)
EPIPHANY = date(2027, 1, 6)


@pytest.mark.parametrize(("text", "back"), [
    ("2 weeks", date(2026, 12, 12)), ("for 3 days", date(2026, 12, 1)),
    ("a week", date(2026, 12, 5)), ("eine Woche", date(2026, 12, 5)),
    ("une semaine", date(2026, 12, 5)), ("2 semanas", date(2026, 12, 12)),
    ("until 6 January", EPIPHANY), ("until January 6, 2027", EPIPHANY), ("bis 6. Januar", EPIPHANY),
    ("bis zum 6.1.", EPIPHANY), ("jusqu'au 6 janvier", EPIPHANY), ("hasta el 6 de enero", EPIPHANY),
    ("2027-01-06", EPIPHANY), ("until the 3rd of December", date(2026, 12, 3)),
    ("until Monday", date(2026, 11, 30)), ("bis Montag", date(2026, 11, 30)),
    ("tomorrow", date(2026, 11, 29)),
])  # fmt: skip
def test_a_date_is_understood_in_four_languages(text: str, back: date) -> None:
    assert dates.until(SAY, text, today=TODAY) == back


@pytest.mark.parametrize("language", sorted(SAY.languages))
def test_every_example_that_people_are_given_is_understood(language: str) -> None:
    folder = CONTENT / language
    files = [folder / "commands.yaml", *(folder / "messages").glob("*.ftl")]
    examples = [
        example
        for path in files
        for example in re.findall(r"`/amp away ([^`{]+)`", path.read_text("utf-8"))
    ]
    assert len(examples) >= 4
    for example in examples:
        assert dates.until(SAY, example, today=TODAY) > TODAY, example


@pytest.mark.parametrize(("text", "told"), [
    ("900 weeks", dates.AwayTooLong), (f"{10**30} days", dates.AwayTooLong),
    ("until 6 January 2099", dates.AwayTooLong), ("until 20 November", dates.DateHasPassed),
    ("until 6 January 2020", dates.DateHasPassed), ("0 days", dates.NoTimeAway),
    ("until 31 February", dates.UnknownDate), ("soon", dates.UnknownDate),
    ("6", dates.UnknownDate), ("until", dates.UnknownDate), ("2 2", dates.UnknownDate),
    ("9" * 5000 + " days", dates.UnknownDate), ("0 Tage", dates.NoTimeAway),
    *[(later, dates.UnknownReturn) for later in (
        "next week", "nächste Woche", "la semaine prochaine", "la próxima semana",
        "from tomorrow", "ab morgen", "à partir de demain", "desde mañana",
        "1 december - 5 december", "1. bis 5. Dezember", "1-5 December", "1.12. - 5.12.",
        "du 1er au 5 décembre", "del 1 al 5 de diciembre",
    )],
])  # fmt: skip
def test_what_is_no_date_ahead_is_a_sentence(text: str, told: type[AmpError]) -> None:
    with pytest.raises(told) as raised:
        dates.until(SAY, text, today=TODAY)
    assert all(SAY.locale(name).error(raised.value) for name in SAY.languages)


def test_days_off_are_days_and_ranges_of_them() -> None:
    """As a lead writes them into the settings, and as they stand there afterwards."""
    found = dates.days_off(SAY, "24 December, 31.12. - 2.1.2027", today=TODAY)
    assert found == ["2026-12-24", "2026-12-31", "2027-01-01", "2027-01-02"]
    assert dates.days_off(SAY, dates.written(found), today=TODAY) == found
    assert dates.days_off(SAY, " ", today=TODAY) == []
    assert dates.days_off(SAY, "Monday - Tuesday", today=date(2026, 11, 24)) == [
        "2026-11-30", "2026-12-01",
    ]  # fmt: skip
    over_new_year = dates.days_off(SAY, "24 December - 2 January", today=date(2026, 2, 25))
    assert (over_new_year[0], over_new_year[-1]) == ("2026-12-24", "2027-01-02")
    with pytest.raises(dates.UnknownDate):
        dates.days_off(SAY, "2.1.2027 - 31.12.2026", today=TODAY)
    with pytest.raises(dates.TooManyDays):
        dates.days_off(SAY, "2026-12-01 - 2027-03-01", today=TODAY)
