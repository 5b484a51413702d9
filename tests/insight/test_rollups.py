"""Roll-ups: drives by team, where no subtraction leads to a person."""

from bot.insight.rollups import HeatMap, TeamTallies, heat_map
from tests.insight.tallies import tally


def team(
    name: str, *people: int, members: frozenset[str] = frozenset(), score: int = 4
) -> TeamTallies:
    """A team whose autonomy was answered by so many *people*, round by round."""
    return TeamTallies(name, {"autonomy": [tally("a", n * score, n) for n in people]}, members)


def shown(found: HeatMap) -> dict[str, float | None]:
    return {row.name: row.shown["autonomy"] for row in (*found.rows, found.everybody)}


def test_the_map_shows_teams_in_alphabetical_order_and_everybody() -> None:
    """It is a map and never a ranking."""
    found = heat_map([team("Web", 9, score=2), team("Ada", 12), team("Ops", 8)], ["autonomy"])
    assert [row.name for row in found.rows] == ["Ada", "Ops", "Web"]
    assert shown(found) == {"Ada": 4, "Ops": 4, "Web": 2, "everybody": 3.4}


def test_a_team_below_the_quorum_is_in_no_sum() -> None:
    """Nothing of it was kept: it has an empty cell, and the others need not hide."""
    with_small = heat_map([team("a", 9), team("b", 8), team("small", 4)], ["autonomy"])
    assert shown(with_small) == {"a": 4, "b": 4, "small": None, "everybody": 4}


def test_weeks_below_the_quorum_are_left_out_of_a_month() -> None:
    """Whatever four people said, the month is the same."""
    months = [
        heat_map(
            [TeamTallies("a", {"autonomy": [tally("a", 30, 9), tally("a", odd, 4)]})], ["autonomy"]
        )
        for odd in (4, 20)
    ]
    assert months[0] == months[1]
    assert shown(months[0])["a"] == 3.25


def test_a_month_is_rounded_as_its_smallest_week() -> None:
    """Five people in one week decide the steps of the whole cell."""
    found = heat_map(
        [TeamTallies("a", {"autonomy": [tally("a", 79, 20), tally("a", 21, 5)]})], ["autonomy"]
    )
    assert shown(found)["a"] == 4
    finer = heat_map(
        [TeamTallies("a", {"autonomy": [tally("a", 79, 20), tally("a", 85, 22)]})], ["autonomy"]
    )
    assert shown(finer)["a"] == 3.9


def test_teams_that_differ_by_one_person_do_not_stand_side_by_side() -> None:
    """The second, or the roll-up beside the first, would give the sixth away."""
    five = frozenset("abcde")
    found = heat_map(
        [team("five", 5, members=five), team("six", 6, members=five | {"f"})], ["autonomy"]
    )
    assert shown(found) == {"five": None, "six": None, "everybody": 4}


def test_each_drive_is_decided_by_who_answered_it() -> None:
    """A statement that most left out is empty while the others stand."""
    both = {"autonomy": [tally("a", 36, 9)], "purpose": [tally("p", 12, 3)]}
    found = heat_map([TeamTallies("a", both), TeamTallies("b", {})], ["autonomy", "purpose"])
    assert found.rows[0].shown == {"autonomy": 4, "purpose": None}
    assert found.rows[1].shown == {"autonomy": None, "purpose": None}
    assert found.everybody.shown == {"autonomy": 4, "purpose": None}


def test_no_teams_make_an_empty_map() -> None:
    """A workspace in its first week."""
    found = heat_map([], ["autonomy"])
    assert (found.rows, found.everybody.shown) == ((), {"autonomy": None})
