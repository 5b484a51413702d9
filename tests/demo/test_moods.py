"""The table of moods, and what the rule makes of it."""

from datetime import timedelta
from statistics import mean, variance

import pytest

from bot.demo import moods
from bot.demo.moods import Asked, Moods
from bot.framework.content import Content
from bot.insight.noise import Observation
from bot.insight.verdicts import Kind
from bot.privacy import QUORUM
from tests.insight.histories import verdicts

SCALE = [1, 2, 3, 4, 5]
DRIVES = ("autonomy", "mastery", "purpose")
TURN = 11  # the week from which Support has less say


@pytest.fixture(scope="module")
def shipped() -> Moods:
    return moods.load()


def kinds(shipped: Moods, team: str, drive: str, weeks: range) -> list[Kind]:
    """What the rule says of one drive of a team, week by week."""
    return [v.kind for v in verdicts(observed(shipped, team, drive, w) for w in weeks)]


def observed(shipped: Moods, team: str, drive: str, week: int) -> Observation:
    names = [name for name, mood in shipped.people.items() if mood.team == team]
    visits = {name: len(shipped.visits(name, week, hours=72)) for name in names}
    answers = [
        answer
        for name in names
        if visits[name]
        and (answer := shipped.answer(name, week, Asked(drive), SCALE, visit=visits[name] - 1))
    ]
    return Observation(len(answers), mean(answers), variance(answers), size=len(names))


def test_the_drop_is_found_within_three_rounds_and_nothing_else_is(shipped: Moods) -> None:
    """Support's autonomy falls once; its mastery and purpose never seem to change in a year."""
    found = {d: kinds(shipped, "support", d, range(1, 53)) for d in DRIVES}
    calls = {
        d: [w for w, k in enumerate(ks, 1) if k in (Kind.UP, Kind.DOWN)] for d, ks in found.items()
    }

    assert calls["mastery"] == calls["purpose"] == []
    assert calls["autonomy"] == [TURN + 1]
    assert found["autonomy"][TURN] is Kind.DOWN


@pytest.mark.parametrize("drive", DRIVES)
def test_noise_is_called_noise_for_a_whole_year(shipped: Moods, drive: str) -> None:
    """Maps wobbles more than the others, and nothing happens there."""
    assert set(kinds(shipped, "maps", drive, range(3, 56))) == {Kind.LEARNING, Kind.NOISE}


@pytest.mark.parametrize("start", [13, 14, 15, 16])
def test_whoever_begins_today_is_told_good_news_within_ten_rounds(
    shipped: Moods, start: int
) -> None:
    """Product gets better at its work, whenever in the first month its pulse begins."""
    found = kinds(shipped, "product", "mastery", range(start, start + 10))

    assert Kind.UP in found
    assert Kind.DOWN not in found


@pytest.mark.parametrize("week", [13, 14])
def test_whoever_closes_a_round_after_a_minute_gets_numbers(shipped: Moods, week: int) -> None:
    """In the visitor's first round enough of Product answer at once."""
    names = [name for name, mood in shipped.people.items() if mood.team == "product"]
    at_once = [
        name
        for name in names
        if any(at < timedelta(minutes=1) for at in shipped.visits(name, week, hours=72))
    ]
    assert len(at_once) >= QUORUM


def test_everybody_answers_the_same_each_time(shipped: Moods) -> None:
    """Two readings of the table agree about every week; no draw depends on another's order."""
    again = moods.load()
    for name in reversed(shipped.people):
        asked = Asked("purpose", "users")
        assert shipped.visits(name, 7, hours=72) == again.visits(name, 7, hours=72)
        assert shipped.answer(name, 7, asked, SCALE) == again.answer(name, 7, asked, SCALE)


def test_a_reversed_statement_is_answered_the_other_way_round(shipped: Moods) -> None:
    """Whoever agrees with one disagrees with its opposite; together they make six."""
    for week in range(1, 20):
        plain = shipped.answer("bo", week, Asked("autonomy", "task"), SCALE)
        other = shipped.answer("bo", week, Asked("autonomy", "task", reversed=True), SCALE)
        assert (plain is None) == (other is None)
        assert plain is None or other is None or 5 <= plain + other <= 7


def test_only_what_may_be_chosen_is_chosen(shipped: Moods) -> None:
    """An audit offers three answers in the middle of the scale."""
    chosen = {shipped.answer(n, 3, Asked("autonomy"), [2, 3, 4]) for n in shipped.people}
    assert chosen <= {None, 2, 3, 4}
    assert len(chosen) > 1


def test_people_take_their_time_and_never_more_than_there_is(shipped: Moods) -> None:
    """Some at once, some late, some twice, some not at all; nobody after the end."""
    visits = [shipped.visits(n, w, hours=72) for n in shipped.people for w in range(1, 30)]
    first = [v[0] for v in visits if v]

    assert min(first) < timedelta(minutes=1)
    assert timedelta(hours=48) < max(max(v) for v in visits if v) < timedelta(hours=72)
    assert {len(v) for v in visits} == {0, 1, 2}
    assert sum(at < timedelta(minutes=1) for at in first) / len(first) > 0.5


def test_every_statement_is_about_something(shipped: Moods, content: Content) -> None:
    """All that a pulse or an audit can ask has a level in the table."""
    for statement in (*content.items, *(sign.id for sign in content.signs)):
        asked = moods.about(content, statement)
        assert shipped.felt("ines", 1, asked) > 0
