"""What should have happened while Amp was away, as docs/operating.md tells it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import lateness
from bot.lateness import Late

PAGE = (Path(__file__).parents[1] / "docs" / "operating.md").read_text()
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.mark.parametrize(("late", "row"), [
    (lateness.ROUND, "| a round opens | within 48 hours of its moment"),
    (lateness.ROLL_UP, "| the monthly roll-up | within 14 days |"),
    (lateness.WELCOME_BACK, "| that somebody is back from an absence | within 7 days |"),
    (lateness.MESSAGE, "| any message that waited for more than 15 minutes |"),
])  # fmt: skip
def test_the_page_for_operators_says_what_the_code_does(late: Late, row: str) -> None:
    assert row in PAGE
    assert late.within is not None
    number = next(int(word) for word in row.split() if word.isdecimal())
    unit = next(unit for unit in ("hours", "days", "minutes") if unit in row)
    assert late.within == timedelta(**{unit: number})


def test_late_is_late_after_its_time_and_not_before() -> None:
    assert Late(timedelta(hours=1)).still(NOON, NOON + timedelta(hours=1))
    assert not Late(timedelta(hours=1)).still(NOON, NOON + timedelta(hours=1, seconds=1))
    assert Late(None).still(NOON, NOON + timedelta(days=400))
