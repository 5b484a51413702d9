"""Trends: how a team stood over its last rounds, from what its digests showed."""

from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.digest.summary import Summary
from bot.digest.trends import blocks, lines, retrospective
from bot.experiments.experimenting import Status
from bot.experiments.models import Experiment, Review
from bot.framework.content import Content
from bot.insight.figures import Figure
from bot.insight.verdicts import Kind
from bot.words import Words
from localslack.driver import SeenMessage
from localslack.rules.messages import validate_message
from localslack.rules.views import validate_view
from tests.digest.past import BEGAN, Past, ordinary, past_of
from tests.house import Scene, scene

DRIVES = ("Autonomy", "Mastery", "Purpose")


def summary(
    number: int, *shown: float | None, people: int = 10, kind: str = Kind.NOISE.value
) -> Summary:
    figures = tuple(
        Figure(name.lower(), name, value, people if value is not None else 0, kind)
        for name, value in zip(DRIVES, shown or (None,) * 3, strict=True)
    )
    day = f"2026-{1 + number % 12:02}-{1 + number % 28:02}"
    return Summary("Core", number, day, 12, people, figures, ())


def year(weeks: int = 60, people: int = 10) -> list[Summary]:
    return [summary(n, 3.5, 3.75, 4.0, people=people) for n in range(1, weeks + 1)]


def test_four_and_twelve_rounds_are_shown_one_by_one() -> None:
    """Each round has its point, the newest last."""
    for span in (4, 12):
        seen = lines.of("Core", year(), span)
        assert (seen.each, seen.rounds) == (1, span)
        assert [len(line.points) for line in seen.lines] == [span] * 3
        assert seen.first == 61 - span


def test_a_year_is_thinned_to_what_slacks_chart_takes(say: Words, content: Content) -> None:
    """Three neighbouring rounds to a point; every round is in one of them."""
    seen = lines.of("Core", year(), 52)
    assert seen.each == 3
    assert len(seen.lines[0].points) == 18
    labels = [blocks.label(say, group) for group in seen.groups]
    assert (labels[1], labels[-1]) == ("Pulses 10–12", "Pulses 58–60")
    chart = blocks.line_chart(say, content, seen)
    assert chart is not None
    assert not validate_message({"channel": "C1", "text": "x", "blocks": [chart]})
    assert "three to a point" in chart["title"]


def test_a_hidden_round_is_a_gap_and_named(say: Words, content: Content) -> None:
    """No line is drawn through a week that nobody may see."""
    told = [*year(5), summary(6, people=3), *[summary(n, 3.5, 3.75, 4.0) for n in range(7, 13)]]
    seen = lines.of("Core", told, 12)
    assert seen.hidden == (6,)
    assert [point.shown for point in seen.lines[0].points].count(None) == 1
    text = str(blocks.message(say, content, seen, 1, [], drawn=False))
    assert "▅▅▅▅▅·▅▅▅▅▅▅" in text
    assert "pulse 6" in text
    chart = blocks.line_chart(say, content, seen)
    assert chart is not None
    assert {len(series["data"]) for series in chart["chart"]["series"]} == {11}


def test_weeks_without_a_round_are_a_gap_and_explained(say: Words, content: Content) -> None:
    """A pause does not look like an ordinary week."""
    later = [
        replace(one, day=(date.fromisoformat(one.day) + timedelta(weeks=5)).isoformat())
        for one in year(9)[5:]
    ]
    seen = lines.of("Core", [*year(5), *later], 12)
    assert seen.pauses == {5}
    assert seen.gaps(seen.full) == [5]
    text = str(blocks.message(say, content, seen, 1, [], drawn=True))
    assert "▅▅▅▅▅ ▅▅▅▅" in text
    assert "A gap in a line is time without a round" in text
    steady = str(blocks.message(say, content, lines.of("Core", year(9), 12), 1, [], drawn=True))
    assert "A gap in a line" not in steady


def test_an_average_claims_no_more_than_what_it_is_made_of() -> None:
    """It has the steps that most of its rounds had: one small or large week changes nothing."""
    told = [*year(9, people=9), summary(10, 3.5, 3.5, 3.5, people=7)]
    average = lines.of("Core", told, 12).lines[2].average
    assert (average.people, average.shown) == (9, 4.0)
    assert lines.of("Core", told, 12).lines[1].average.shown == 3.75

    told = [summary(1, 3.4, 3.4, 3.4, people=22), summary(2, 4.0, 4.0, 4.0, people=5)]
    assert lines.of("Core", told, 4).lines[0].average.shown == 3.5


def own(told: Summary, *, text: str, shown: float | None) -> Summary:
    figure = Figure(f"custom:{text}", text, shown, 9 if shown else 0, Kind.NOISE.value)
    return replace(told, custom=figure)


def test_a_question_of_ones_own_has_a_chart_of_its_own(say: Words, content: Content) -> None:
    """Beside that of the drives, with its words above it; Slack takes both in one message."""
    told = [
        own(one, text="We tested & <slept>.", shown=3.0 + n / 4) for n, one in enumerate(year(4))
    ]
    told = [*year(10)[:6], *[replace(one, number=one.number + 6) for one in told]]
    seen = lines.of("Core", told, 12)
    message = blocks.message(say, content, seen, 1, [], drawn=True)
    assert not validate_message({"channel": "C1", "text": "x", "blocks": message})
    first, second = [b for b in message if b["type"] == "data_visualization"]
    assert second["title"] == "We tested & <slept>."
    assert "Your own question" not in str(first)
    series = second["chart"]["series"][0]
    assert series["name"] == "Your own question"
    assert [point["value"] for point in series["data"]] == [3.0, 3.25, 3.5, 3.75]
    assert "······" in str(message)  # the rounds before it was asked


def test_questions_of_ones_own_that_ended_are_told_too(say: Words, content: Content) -> None:
    """The newest few of them, and the newest is drawn; it is never a drive's number."""
    asked = [f"Statement {n // 3}." for n in range(18)]
    told = [own(one, text=text, shown=4.0) for one, text in zip(year(18), asked, strict=True)]
    seen = lines.of("Core", [*told, *year(20)[18:]], 52)
    assert [line.drive.name for line in seen.own] == [f"Statement {n}." for n in range(2, 6)]
    assert [line.average.shown for line in seen.lines] == [3.5, 3.75, 4.0]
    picture = retrospective.own_picture(say, seen, seen.own[-1])
    assert picture
    assert picture["amp_chart"]["title"] == "Statement 5."
    assert "Statement 2." in str(blocks.message(say, content, seen, 1, [], drawn=False))


def test_below_three_points_there_is_no_line(say: Words, content: Content) -> None:
    """Two points are no trend: bars of text say what there is."""
    seen = lines.of("Core", year(2), 12)
    assert blocks.line_chart(say, content, seen) is None
    assert "all 2 rounds so far" in blocks.text(say, content, seen)


def test_calls_are_told_in_words_with_their_round(say: Words, content: Content) -> None:
    """No arrow, no colour: «lower than usual in pulse 9»."""
    told = [*year(8), summary(9, 2.5, 3.75, 4.0, kind=Kind.DOWN.value), *year(11)[9:]]
    seen = lines.of("Core", told, 12)
    text = str(blocks.message(say, content, seen, 1, [], drawn=True))
    assert "Lower than usual in pulse 9 (10 October)" in text
    assert "Autonomy: lower" in text


def test_a_line_that_moved_is_not_told_like_one_that_stood(say: Words, content: Content) -> None:
    """It ended where it began, at 3.5 on average, and was at 4 in four of nine rounds."""
    moved = [3.5, 4.0, 3.5, 4.0, 3.0, 4.0, 3.5, 4.0, 3.5]
    told = [summary(n, value, 3.75, 4.0) for n, value in enumerate(moved, 1)]
    text = str(blocks.text(say, content, lines.of("Core", told, 12)))
    assert "Autonomy: between 3 and 4, most recently 3.5" in text.replace(".0", "")
    assert "Mastery: 3.75 in each of them" in text


shown = st.one_of(st.none(), st.sampled_from([1.5, 2.0, 2.25, 3.4, 4.5]))


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.tuples(shown, shown, shown, st.integers(5, 300)), max_size=80),
    st.sampled_from([4, 12, 52]),
)
def test_any_history_keeps_slacks_limits_and_shows_only_what_was_shown(
    say: Words,
    content: Content,
    weeks: list[tuple[float | None, float | None, float | None, int]],
    span: int,
) -> None:
    """Message and window, with and without the chart; no average leaves what may be shown."""
    told = [summary(n, a, m, p, people=k) for n, (a, m, p, k) in enumerate(weeks, 1)]
    seen = lines.of("A team & its <name>" * 4, told, span)
    for drawn in (True, False):
        message = {
            "channel": "C1",
            "text": blocks.text(say, content, seen),
            "blocks": blocks.message(say, content, seen, 1, [], drawn=drawn) if weeks else [],
        }
        assert not validate_message(message)
    assert not validate_view(blocks.modal(say, content, seen, 1, []))
    for line in seen.lines:
        for point in (*line.points, line.average):
            assert point.shown is None or 1.5 <= point.shown <= 4.5


own_words = st.text(min_size=1, max_size=75)
tried = st.builds(
    lambda title, first, end: Status(
        Experiment(
            title=title, first_round=first, rounds=6, end=end, ended_at=BEGAN if end else None
        ),
        (Review(rounds=6, sentence=f"{title} (6 rounds): No big change in Autonomy."),),
        6,
    ),
    own_words,
    st.integers(1, 12),
    st.sampled_from([None, "kept", "dropped", "early", "team ended"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(tried, max_size=9))
def test_experiments_of_any_name_keep_slacks_limits(
    say: Words, content: Content, experiments: list[Status]
) -> None:
    """At most five are told, each with its own words and what came of it."""
    seen = lines.of("Core", year(12), 12)
    told = blocks.message(say, content, seen, 1, experiments, drawn=True)
    assert not validate_message({"channel": "C1", "text": "x", "blocks": told})
    named = [b for b in told if ":test_tube:" in str(b)]
    assert len(named) == min(5, len(experiments))
    assert not validate_view(blocks.modal(say, content, seen, 1, experiments))


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        await made.sets_up("ana", "#team-product")
        await made.run()
        yield made


@pytest.fixture
async def past(house: Scene) -> Past:
    past = await past_of(house)
    await past.lives(ordinary(15), people=8, asked=8)
    return past


async def hears(house: Scene, name: str, words: str, where: str = "#team-product") -> SeenMessage:
    """The newest message of a channel, as soon as it has these words."""

    async def newest() -> SeenMessage | None:
        read = await house.person(name).reads(where)
        return read[-1] if read and words.lower() in read[-1].text.lower() else None

    found: SeenMessage = await house.slack.until(newest)
    return found


async def test_a_member_looks_at_the_trends_of_their_team(house: Scene, past: Past) -> None:
    """A chart for twelve rounds, seen by nobody else, and buttons for a month and a year."""
    bo = house.person("bo")
    assert await bo.types("/amp trends", "#team-product")
    shown = await hears(house, "bo", "Trends: team-product")
    assert shown.is_ephemeral
    assert "data_visualization" in [block["type"] for block in shown.blocks]
    assert shown.buttons == ["4 rounds", "12 rounds", "52 rounds"]
    assert "Trends" not in str(await house.person("carla").reads("#team-product"))

    assert await bo.presses("52 rounds", where="#team-product")
    again = await hears(house, "bo", "All 15 rounds so far")
    assert (again.is_ephemeral, len(await bo.reads("#team-product"))) == (True, 2)


async def test_a_refused_chart_is_told_in_bars(house: Scene, past: Past) -> None:
    """An ephemeral answer has no dispatcher: it says so itself."""
    await house.slack.driver.fault("refuse_block", block_type="data_visualization")
    assert await house.person("bo").types("/amp trends", "#team-product")
    told = await hears(house, "bo", "Trends: team-product")
    assert any(height in told.text for height in blocks.HEIGHTS)
    assert "data_visualization" not in [block["type"] for block in told.blocks]


async def test_a_team_that_one_is_not_in_is_refused_kindly(house: Scene, past: Past) -> None:
    """By name and in its channel; whether it exists is not told."""
    for words in ("team-product", "nowhere"):
        assert await house.person("ines").types(f"/amp trends {words}", "#general")
        await hears(house, "ines", "You are in no team of that name", "#general")
    assert await house.person("ines").types("/amp trends", "#general")
    await hears(house, "ines", "There is no team here yet", "#general")
    for words in ("Team-Product", "#team-product"):
        assert await house.person("bo").types(f"/amp trends {words}", "#general")
        await hears(house, "bo", "Trends: team-product", "#general")


async def test_a_team_without_a_digest_has_nothing_to_compare(house: Scene) -> None:
    """It says when there will be something."""
    assert await house.person("ana").types("/amp trends", "#team-product")
    await hears(house, "ana", "no round has closed yet")
