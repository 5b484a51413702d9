"""Whether others were asked than before: told as far as it points at nobody."""

import pytest

from bot import privacy
from bot.privacy import Turnover


@pytest.mark.parametrize(
    ("gone", "new", "both"), [(0, 0, 9), (1, 0, 8), (0, 1, 4), (1, 1, 12), (2, 0, 20)]
)
def test_one_person_or_few_of_many_are_not_told(gone: int, new: int, both: int) -> None:
    """Beside a lower mean, «one has left» would point at somebody."""
    assert privacy.turnover(gone=gone, new=new, both=both) is None


@pytest.mark.parametrize(("gone", "new", "both"), [(2, 0, 6), (3, 0, 6), (4, 1, 5), (5, 5, 4)])
def test_where_a_number_would_lead_to_few_it_is_said_in_words(
    gone: int, new: int, both: int
) -> None:
    """Nine then, six now, five of them both times: four have left, so no number is told."""
    assert privacy.turnover(gone=gone, new=new, both=both) == Turnover()


@pytest.mark.parametrize(("gone", "new", "both"), [(0, 8, 12), (5, 0, 5), (6, 7, 9)])
def test_numbers_are_told_where_each_group_is_nobody_or_a_quorum(
    gone: int, new: int, both: int
) -> None:
    """Whoever subtracts one from another is left with none or with five and more."""
    told = privacy.turnover(gone=gone, new=new, both=both)
    assert told == Turnover(gone + both, new + both, both)
