"""A round asks the three anchors and two facets in turn, the same for everybody in a team."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import paths
from bot.framework import choosing, loading

CONTENT = loading.load(paths.CONTENT)
rounds = st.integers(min_value=1, max_value=100_000)


def facets(round_number: int) -> list[str]:
    return [i.facet for i in choosing.items(CONTENT, round_number) if i.facet]


@given(rounds)
def test_every_round_begins_with_the_same_three_anchors(number: int) -> None:
    """Only they make a trend, so they never move."""
    asked = choosing.items(CONTENT, number)
    assert [i.id for i in asked[:3]] == ["autonomy-anchor", "mastery-anchor", "purpose-anchor"]
    assert all(item.facet is None for item in asked[:3])
    assert not any(item.facet is None for item in asked[3:])


@given(rounds)
def test_no_form_has_two_reversed_statements(number: int) -> None:
    """One is enough to read with care, two make people err."""
    assert sum(item.reversed for item in choosing.items(CONTENT, number)) <= 1


@given(rounds)
def test_no_facet_comes_twice_within_a_cycle(number: int) -> None:
    """Six rounds in a row ask eleven facets, each once."""
    six = [facet for n in range(number, number + 6) for facet in facets(n)]
    assert sorted(six) == sorted(CONTENT.facets)


@given(rounds)
def test_a_facet_comes_back_after_six_rounds_with_its_next_statement(number: int) -> None:
    """Comparing a statement with itself takes a whole bank cycle."""
    now, later = choosing.items(CONTENT, number)[3:], choosing.items(CONTENT, number + 6)[3:]
    assert [i.facet for i in now] == [i.facet for i in later]
    for before, after in zip(now, later, strict=True):
        statements = [s.id for s in CONTENT.facets[before.facet or ""].items]
        follows = (statements.index(before.id) + 1) % len(statements)
        assert statements.index(after.id) == follows


@given(rounds)
def test_the_statements_begin_again_after_eighteen_rounds(number: int) -> None:
    """Six weeks, three statements a facet."""
    assert choosing.items(CONTENT, number) == choosing.items(CONTENT, number + 18)


def test_eighteen_rounds_ask_every_statement_once() -> None:
    """The bank is used whole: 33 rotating statements."""
    asked = [i.id for n in range(1, 19) for i in choosing.items(CONTENT, n) if i.facet is not None]
    assert sorted(asked) == sorted(i.id for i in CONTENT.items.values() if i.facet is not None)
    assert choosing.period(CONTENT) == 18


def test_the_weeks_are_those_of_the_method() -> None:
    """The pairs, and the second facet one statement ahead."""
    weeks = [[i.id for i in choosing.items(CONTENT, n)[3:]] for n in range(1, 8)]
    assert weeks == [
        ["task-1", "growth-2"],
        ["challenge-1", "impact-2"],
        ["time-1", "practice-2"],
        ["technique-1", "users-2"],
        ["team-1", "meaning-2"],
        ["pay-1"],
        ["task-2", "growth-3"],
    ]


def test_the_sixth_week_asks_about_pay_and_one_open_question() -> None:
    """The four open questions take turns, a cycle each."""
    prompts = [choosing.prompt(CONTENT, n) for n in range(1, 31)]
    assert [n for n, prompt in enumerate(prompts, 1) if prompt] == [6, 12, 18, 24, 30]
    assert [p.id for p in prompts if p] == [
        "in-the-way", "got-better", "who-benefited", "small-change", "in-the-way",
    ]  # fmt: skip


@given(rounds)
def test_every_language_is_asked_the_same(number: int) -> None:
    """A team whose members read different languages still answers one form."""
    german = choosing.items(CONTENT.locale("de-DE"), number)
    english = choosing.items(CONTENT, number)
    assert [(i.id, i.reversed, i.wording) for i in german] == [
        (i.id, i.reversed, i.wording) for i in english
    ]


@pytest.mark.parametrize("number", [0, -1])
def test_rounds_count_from_one(number: int) -> None:
    """A round before the first is a mistake of ours, not a form."""
    with pytest.raises(ValueError, match="count from 1"):
        choosing.items(CONTENT, number)
