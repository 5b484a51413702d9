"""Days as people write them."""

from datetime import date

import pytest

from bot import words
from bot.paths import CONTENT
from bot.teams import dates

TODAY = date(2026, 11, 28)  # a Saturday
SAY = words.load(CONTENT)


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
    for endless in ("31.12.9999 - Monday", "31.12.9999 - tomorrow"):
        with pytest.raises(dates.UnknownDate):
            dates.days_off(SAY, endless, today=TODAY)
    with pytest.raises(dates.TooManyDays):
        dates.days_off(SAY, "2026-12-01 - 2027-03-01", today=TODAY)
