"""A called change stays the news for some rounds, then it is told once how it went on."""

import pytest
from msgspec.structs import replace

from bot.insight import news
from bot.insight.figures import Figure
from bot.insight.news import News

FELL = Figure(
    "autonomy", "Autonomy", 3.0, 9, "down", window=2, mean_new="3", mean_before="4", gap="1"
)
LEARNT = replace(FELL, kind="learning", rounds_left=3, mean_new="", mean_before="", gap="")


def lived(
    figures: list[Figure], *, since: float = 3.0, tried_on: dict[int, str] | None = None
) -> list[tuple[News, ...]]:
    """The news of each round, from the first on, in a team whose drive has these figures."""
    told: list[tuple[News, ...]] = [()]
    shown: dict[int, float | None] = {}
    for number, figure in enumerate(figures, 1):
        shown[number] = figure.shown and since
        on = (tried_on or {}).get(number)
        new = news.follow(told[-1], [figure], {"autonomy": shown}, number=number, tried_on=on)
        told.append(new)
    return told[1:]


def stages(told: list[tuple[News, ...]]) -> list[str]:
    return [" ".join(one.stage for one in news) for news in told]


def test_a_drop_is_news_for_six_rounds_and_then_told_once_more() -> None:
    """In its own round, in five more, and in a seventh that says how it went on."""
    told = lived([FELL, *[LEARNT] * 8])
    assert stages(told) == ["called", *["goes-on"] * 5, "over", "", ""]


def test_it_stays_news_until_an_experiment_on_it_ends() -> None:
    """Three rounds longer here."""
    told = lived([FELL, *[LEARNT] * 10], tried_on=dict.fromkeys(range(3, 10), "autonomy"))
    assert stages(told)[6:] == ["goes-on"] * 3 + ["over", ""]


def test_an_experiment_on_something_else_makes_no_difference() -> None:
    """It is another drive's."""
    told = lived([FELL, *[LEARNT] * 7], tried_on=dict.fromkeys(range(3, 9), "purpose"))
    assert stages(told)[6] == "over"


@pytest.mark.parametrize(
    ("since", "went"), [(3.0, "stayed"), (2.5, "stayed"), (3.5, "partly"), (4.0, "back")]
)
def test_how_it_went_on_is_told_by_the_rounds_since(since: float, went: str) -> None:
    """As far from the old level as it was, part of the way, or back."""
    [over] = lived([FELL, *[LEARNT] * 6], since=since)[6]
    assert (over.went, over.rounds, over.now) == (went, 6, f"{since:g}")


def test_a_hidden_round_puts_off_the_end() -> None:
    """There is nothing to say of a drive that is not shown."""
    hidden = Figure("autonomy", "Autonomy")
    told = stages(lived([FELL, *[LEARNT] * 5, hidden, LEARNT]))
    assert told[5:] == ["goes-on", "goes-on", "over"]


def test_a_new_call_takes_the_place_of_an_old_one() -> None:
    """A recovery is told as such, and the drop is news no more."""
    rose = replace(FELL, kind="up", mean_new="4", mean_before="3")
    told = lived([FELL, LEARNT, rose, LEARNT])
    assert [(one.kind, one.stage) for one in told[-1]] == [("up", "goes-on")]


def test_a_fall_comes_before_a_rise_and_the_newer_first() -> None:
    """That one decides the question and the moves."""
    told = news.follow(
        [News("autonomy", "down", 3)],
        [
            replace(LEARNT, id="autonomy"),
            replace(FELL, id="mastery", kind="up"),
            replace(FELL, id="purpose"),
        ],
        {"autonomy": {}, "mastery": {}, "purpose": {}},
        number=5,
        tried_on=None,
    )
    assert [one.drive for one in told] == ["purpose", "autonomy", "mastery"]
