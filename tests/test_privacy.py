"""Privacy: what is stored and shown leads back to nobody."""

import random
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from fractions import Fraction
from itertools import combinations, combinations_with_replacement, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import privacy
from bot.privacy import Cell, publishable


@pytest.mark.parametrize(
    ("people", "step"), [(5, 0.5), (7, 0.5), (8, 0.25), (19, 0.25), (20, 0.1), (500, 0.1)]
)
def test_fewer_answers_are_rounded_more(people: int, step: float) -> None:
    """0.5 for 5-7 answers, 0.25 for 8-19, 0.1 from 20."""
    assert privacy.step(people) == step


@pytest.mark.parametrize("people", range(5))
def test_below_the_quorum_every_answer_gives_the_same_output(people: int) -> None:
    """For 0 to 4 people, whatever they say, what may be shown is identical."""
    outputs = {
        privacy.shown_mean(sum(answers), people)
        for answers in combinations_with_replacement(privacy.SCALE, people)
    } | {privacy.show(score, people) for score in (1.0, 3.2, 5.0)}
    assert outputs == {None}


@pytest.mark.parametrize("people", range(5, 51))
def test_every_shown_value_fits_two_totals_or_more(people: int) -> None:
    """Even all but one colluding people never learn the last answer for certain."""
    fits = Counter(privacy.shown_mean(total, people) for total in range(people, 5 * people + 1))
    assert None not in fits
    assert min(fits.values()) >= 2


@pytest.mark.parametrize("people", range(5, 51))
def test_a_tie_is_always_rounded_up(people: int) -> None:
    """Rounding happens in whole numbers, so a tie goes the same way on every machine."""
    for total in range(people, 5 * people + 1):
        per = privacy.steps_per_point(people)
        ticks = Fraction(total * per, people) + Fraction(1, 2)
        expected = Fraction(ticks.numerator // ticks.denominator, per)
        clamped = min(max(expected, Fraction(3, 2)), Fraction(9, 2))
        assert privacy.shown_mean(total, people) == float(clamped)


def test_nobody_learns_that_all_answered_at_one_end() -> None:
    """Shown means stay within 1.5 and 4.5."""
    assert privacy.shown_mean(30, 30) == privacy.show(1.0, 30) == 1.5
    assert privacy.shown_mean(150, 30) == privacy.show(5.0, 30) == 4.5


def test_a_mean_over_rounds_is_rounded_for_the_people_behind_it() -> None:
    """Thirty answers of ten people are rounded as for ten, and hidden for four."""
    assert privacy.shown_mean(101, 30, people=10) == 3.25
    assert privacy.shown_mean(101, 30) == 3.4
    assert privacy.shown_mean(101, 30, people=4) is None


@given(st.floats(1, 5), st.floats(1, 5), st.integers(5, 60))
def test_rounding_never_turns_an_order_around(a: float, b: float, people: int) -> None:
    """What is lower is never shown as higher."""
    low, high = (privacy.show(score, people) for score in sorted((a, b)))
    assert low is not None
    assert high is not None
    assert low <= high


def test_a_gap_that_is_called_is_never_shown_as_nothing() -> None:
    """0.3 points, the smallest gap a verdict calls, is at least one step for any group."""
    assert [privacy.show_gap(-0.3, n) for n in (5, 8, 20)] == [0.5, 0.25, 0.3]


@pytest.mark.parametrize("people", [5, 6, 8, 12, 20, 25])
def test_who_knows_all_other_answers_is_certain_of_about_one_in_ten(people: int) -> None:
    """Of answers that lie as they usually do; otherwise more than one fits the mean that is shown.

    The numbers of docs/method.md and docs/privacy.md.
    """
    habit = {1: 0.04, 2: 0.11, 3: 0.27, 4: 0.38, 5: 0.20}
    others = {0: 1.0}
    for _ in range(people - 1):
        further: dict[int, float] = {}
        for (total, share), (value, often) in product(others.items(), habit.items()):
            further[total + value] = further.get(total + value, 0.0) + share * often
        others = further
    certain = 0.0
    for total, share in others.items():
        fits: dict[float | None, list[int]] = {}
        for value in habit:
            fits.setdefault(privacy.shown_mean(total + value, people), []).append(value)
        certain += share * sum(habit[one] for one, *more in fits.values() if not more)
    assert 0.05 < certain < 0.15


def test_people_behind_several_rounds_are_their_harmonic_mean() -> None:
    """A constant group counts as itself; one small round among many does not decide alone."""
    assert privacy.people_behind([8, 8, 8]) == 8
    assert privacy.people_behind([5, 20]) == 8
    assert privacy.people_behind([25] * 23 + [6]) == 22
    assert privacy.people_behind([]) == privacy.people_behind([0, 7]) == 0


@pytest.mark.parametrize(
    ("answer", "kept"),
    [(1, {1: 4, 2: 1}), (2, {2: 4, 3: 1}), (3, {2: 1, 3: 4}), (4, {3: 1, 4: 4}), (5, {4: 1, 5: 4})],
)
def test_unanimity_is_not_kept(answer: int, kept: dict[int, int]) -> None:
    """Where all answered alike, one answer is stored a step further in."""
    assert privacy.soften_unanimity({answer: 5}) == kept


def test_all_ones_look_like_one_two_and_the_rest_ones() -> None:
    """Nobody can tell a unanimous round from one with a single dissenter."""
    unanimous, nearly = privacy.soften_unanimity({1: 9}), privacy.soften_unanimity({1: 8, 2: 1})
    assert unanimous == nearly


@given(st.dictionaries(st.integers(1, 5), st.integers(0, 30)))
def test_softening_keeps_everybody_and_never_leaves_one_value(counts: dict[int, int]) -> None:
    """Nobody is lost, nothing leaves the scale, and two people never share a certain answer."""
    kept = privacy.soften_unanimity(counts)
    assert sum(kept.values()) == sum(counts.values())
    assert set(kept) <= set(privacy.SCALE)
    assert len(kept) >= 2 or sum(kept.values()) < 2
    assert sum(abs(kept.get(v, 0) - counts.get(v, 0)) for v in privacy.SCALE) in (0, 2)


def test_counts_per_value_are_shown_from_ten_answers() -> None:
    """With fewer, a distribution names people."""
    assert [privacy.distribution_may_show(n) for n in (9, 10)] == [False, True]


# --- Roll-ups -----------------------------------------------------------------------------------


def test_a_roll_up_with_nothing_left_over_is_published() -> None:
    """All teams are large enough: all of them and their sum."""
    shown = publishable([Cell("a", 9), Cell("b", 12)], {"all": ["a", "b"]})
    assert (set(shown.teams), set(shown.roll_ups)) == ({"a", "b"}, {"all"})


def test_a_team_too_small_hides_the_next_smallest_with_it() -> None:
    """Otherwise the roll-up minus the published teams is the small team."""
    cells = [Cell("small", 3), Cell("b", 6), Cell("c", 20)]
    shown = publishable(cells, {"all": ["small", "b", "c"]})
    assert (set(shown.teams), set(shown.roll_ups)) == ({"c"}, {"all"})


def test_two_small_teams_hide_each_other() -> None:
    """Five answers of two teams may remain over."""
    cells = [Cell("a", 3), Cell("b", 2), Cell("c", 20)]
    shown = publishable(cells, {"all": ["a", "b", "c"]})
    assert (set(shown.teams), set(shown.roll_ups)) == ({"c"}, {"all"})


def test_where_no_hiding_helps_the_roll_up_itself_is_hidden() -> None:
    """Two answers in all are a group of two, whatever it is called."""
    shown = publishable([Cell("a", 2), Cell("b", 0)], {"all": ["a", "b"]})
    assert (set(shown.teams), set(shown.roll_ups)) == (set(), set())


def test_a_team_without_answers_hides_nobody() -> None:
    """A remainder of nobody is no remainder."""
    shown = publishable([Cell("a", 7), Cell("away", 0)], {"all": ["a", "away"]})
    assert (set(shown.teams), set(shown.roll_ups)) == ({"a"}, {"all"})


def test_teams_that_differ_by_one_person_are_not_shown_side_by_side() -> None:
    """The five in both teams cancel out, and the sixth would stand alone."""
    five = frozenset("abcde")
    cells = [Cell("five", 5, five), Cell("six", 6, five | {"f"})]
    assert publishable(cells).teams == {"five"}


def test_a_person_in_two_teams_hides_neither() -> None:
    """A lead who sits in two teams is no reason to show nothing."""
    cells = [
        Cell("a", 5, frozenset(f"a{i}" for i in range(5)) | {"lead"}),
        Cell("b", 8, frozenset(f"b{i}" for i in range(8)) | {"lead"}),
    ]
    assert publishable(cells, {"all": ["a", "b"]}).teams == {"a", "b"}


Rows = list[list[Fraction]]


def rank(rows: Sequence[Sequence[Fraction]]) -> int:
    """The rank of a matrix, by elimination in exact fractions."""
    left: Rows = [list(row) for row in rows]
    found = 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((i for i in range(found, len(left)) if left[i][column]), None)
        if pivot is None:
            continue
        left[found], left[pivot] = left[pivot], left[found]
        for i in range(found + 1, len(left)):
            factor = left[i][column] / left[found][column]
            left[i] = [a - factor * b for a, b in zip(left[i], left[found], strict=True)]
        found += 1
    return found


def smallest_group(cells: Iterable[Counter[str]]) -> int:
    """The fewest people (up to five) whose answers some sum of *cells* depends on.

    A cell says how often each person's answer is in it. People who are in all the same cells
    stand or fall together, so they are one column.
    """
    published = list(cells)
    columns = Counter(
        tuple(Fraction(cell[person]) for cell in published) for person in set().union(*published)
    )
    kinds = list(columns)
    full = rank([[kind[i] for kind in kinds] for i in range(len(published))])
    small = [k for k in kinds if columns[k] < 5]
    for size in range(1, 5):
        for group in combinations(small, min(size, len(small))):
            people = sum(columns[kind] for kind in group)
            rest = [kind for kind in kinds if kind not in group]
            without = rank([[kind[i] for kind in rest] for i in range(len(published))])
            if people < 5 and without < full:
                return people
    return 5


def test_the_solver_itself_finds_what_is_there() -> None:
    """A roll-up beside its only other team gives the rest away; the test would notice."""
    a, b = Counter(f"a{i}" for i in range(3)), Counter(f"b{i}" for i in range(6))
    assert smallest_group([b, a + b]) == 3
    assert smallest_group([a + b]) == 5
    six = Counter("abcdef")
    assert smallest_group([six, six - Counter("f")]) == 1


def organisation(rng: random.Random) -> tuple[list[str], dict[Hashable, list[str]]]:
    """Teams, and roll-ups over them: departments, divisions of departments, the company."""
    teams = [f"t{i}" for i in range(rng.randint(1, 9))]
    levels: list[list[list[str]]] = [[[team] for team in teams]]
    while len(levels[-1]) > 1:
        below = levels[-1][:]
        level = []
        while below:
            size = rng.randint(1, 4)
            level.append([team for group in below[:size] for team in group])
            below = below[size:]
        levels.append(level)
    roll_ups: dict[Hashable, list[str]] = {
        (depth, i): group for depth, level in enumerate(levels[1:]) for i, group in enumerate(level)
    }
    return teams, roll_ups


def check(
    who: dict[str, list[str]],
    rosters: dict[str, frozenset[Hashable]],
    roll_ups: dict[Hashable, list[str]],
) -> int:
    """Publish what may be, solve for the smallest group, and say how many cells were shown."""
    cells = [
        Cell(team, len(answered), rosters.get(team, frozenset())) for team, answered in who.items()
    ]
    shown = publishable(cells, roll_ups)
    rows = [Counter(who[str(team)]) for team in shown.teams]
    rows += [sum((Counter(who[t]) for t in roll_ups[name]), Counter()) for name in shown.roll_ups]
    rows = [row for row in rows if row]
    assert smallest_group(rows) == 5 if rows else True
    return len(rows)


def test_no_arithmetic_on_an_organisation_finds_one_to_four_people() -> None:
    """On random trees of teams, departments and divisions a linear solver finds only groups."""
    rng, shown = random.Random(5), 0
    for _ in range(400):
        teams, roll_ups = organisation(rng)
        who = {t: [f"{t}.{i}" for i in range(rng.choice([0, 1, 2, 3, 4, 5, 6, 9]))] for t in teams}
        shown += check(who, {}, roll_ups)
    assert shown > 800  # it is no feat to publish nothing


def test_nor_where_people_are_in_several_teams() -> None:
    """The same with rosters that overlap at random, when anybody may have answered or not."""
    rng, shown = random.Random(6), 0
    for _ in range(400):
        teams, roll_ups = organisation(rng)
        teams, people = teams[:5], [f"p{i}" for i in range(rng.randint(5, 30))]
        roll_ups = {name: [t for t in group if t in teams] for name, group in roll_ups.items()}
        rosters = {t: rng.sample(people, rng.randint(1, min(14, len(people)))) for t in teams}
        who = {t: [p for p in roster if rng.random() < 0.85] for t, roster in rosters.items()}
        shown += check(who, {t: frozenset(r) for t, r in rosters.items()}, roll_ups)
    assert shown > 300


def test_roll_ups_that_cross_are_refused() -> None:
    """Two that share only some teams can be subtracted in ways that hiding does not mend."""
    with pytest.raises(ValueError, match="cross"):
        publishable([Cell(t, 9) for t in "abc"], {"one": ["a", "b"], "two": ["b", "c"]})


def test_how_far_a_round_has_gone_out_tells_of_nobody() -> None:
    """One invitation more or less is the same share; of a small team there is none."""
    assert privacy.shown_share(412, 600) == privacy.shown_share(412, 599) == 60
    assert privacy.shown_share(20, 29) is None
    assert (privacy.shown_share(0, 30), privacy.shown_share(30, 30)) == (0, 100)


@given(st.lists(st.integers(0, 2), min_size=5, max_size=9), st.integers(0, 8), st.integers(0, 2))
def test_whoever_had_chosen_otherwise_would_not_have_turned_what_leads(
    chosen: list[int], who: int, other: int
) -> None:
    """What is told of so few does not hang on one of them: the same still has the most."""
    told = privacy.leading(Counter(chosen))
    turned = Counter([other if n == who % len(chosen) else one for n, one in enumerate(chosen)])
    if told is not None:
        assert all(turned[told] > n for one, n in turned.items() if one != told)
