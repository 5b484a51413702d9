"""Thirteen digests in a row, as somebody reads them who reads every one: none repeats the last."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from random import Random

import pytest
from num2words import num2words

from bot.digest import blocks, sentences
from bot.digest.summary import Summary
from bot.insight.readings import Participation
from bot.insight.sentences import took_part
from bot.slack import charts
from tests.digest.past import Levels, Past

ROUNDS, WOBBLE = 21, 0.22
LANGUAGES = ("en", "de", "fr", "es")
Path = Callable[[int], float]


def level(number: float) -> Path:
    return lambda week: number


def weeks(seed: int, autonomy: Path, mastery: Path, purpose: Path) -> list[Levels]:
    """Rounds that wobble around a path for each drive."""
    draw = Random(seed)
    paths = {"autonomy": autonomy, "mastery": mastery, "purpose": purpose}
    return [
        {drive: path(week) + draw.gauss(0, WOBBLE) for drive, path in paths.items()}
        for week in range(ROUNDS)
    ]


def steps(before: float, after: float, at: int) -> Path:
    return lambda week: before if week < at else after


# What each team goes through, who answers in its rounds, and in which hardly anybody does.
TEAMS: dict[str, tuple[list[Levels], Callable[[int], int]]] = {
    "stable": (weeks(1, level(3.7), level(3.5), level(4.0)), lambda week: 9),
    "declining": (
        weeks(2, level(3.9), lambda week: 4.1 - 0.1 * week, level(3.9)),
        lambda week: 9,
    ),
    "fallen": (weeks(3, steps(3.9, 2.6, 8), level(3.6), level(4.1)), lambda week: 9),
    "recovering": (weeks(4, level(3.6), level(3.4), steps(2.6, 4.1, 8)), lambda week: 9),
    "skipping": (
        weeks(5, level(3.7), level(3.5), level(4.0)),
        lambda week: 3 if week in (2, 5, 6, 9, 15, 16) else 9,
    ),
    "shrinking": (
        weeks(6, level(3.7), level(3.5), level(4.0)),
        lambda week: max(4, 10 - week // 2),
    ),
}


async def lives(past: Past, team: str) -> list[Summary]:
    told, people = TEAMS[team]
    return [
        await past.composes(await past.week(one, people=people(week), asked=people(week) + 1))
        for week, one in enumerate(told)
    ]


def masked(text: str, language: str) -> str:
    """The words of a text, whatever its numbers are, in digits or spelled."""
    spelled = "|".join(num2words(n, lang=language) for n in range(1, 25))
    return re.sub(rf"\b({spelled}|[\d.,]+)\b", "#", text.casefold())


def in_channel(past: Past, summary: Summary, language: str) -> str:
    """What stands in the channel but for header, drawings and buttons."""
    say, content = past.say.locale(language), past.content.locale(language)
    drawn = blocks.digest(say, content, summary, past.team_id).blocks
    return " ".join(
        b["text"]["text"] for b in drawn if b["type"] == "section" and not charts.is_picture(b)
    )


def of_drives(past: Past, summary: Summary, language: str) -> str:
    """The sentences before «9 of 10 answered»: what is said of the drives."""
    say, content = past.say.locale(language), past.content.locale(language)
    said = [one.text for one in sentences.digest(say, content, summary, numbered=False)]
    who = took_part(say, Participation(summary.answered, summary.asked))
    return " ".join(said[: said.index(who)])


@pytest.mark.parametrize("team", TEAMS)
async def test_no_digest_says_what_the_one_before_said(past: Past, team: str) -> None:
    """But for its numbers: in the channel, in the notification, in what it says of the drives."""
    told = await lives(past, team)
    for language in LANGUAGES:
        say, content = past.say.locale(language), past.content.locale(language)
        for earlier, later in pairwise(told):
            both = [in_channel(past, one, language) for one in (earlier, later)]
            assert masked(both[0], language) != masked(both[1], language), both
            texts = [blocks.text(say, content, one) for one in (earlier, later)]
            assert masked(texts[0], language) != masked(texts[1], language)
            if earlier.shows_results and later.shows_results:
                drives = [of_drives(past, one, language) for one in (earlier, later)]
                assert masked(drives[0], language) != masked(drives[1], language), drives


@pytest.mark.parametrize("team", TEAMS)
async def test_questions_and_moves_do_not_come_back_at_once(past: Past, team: str) -> None:
    """No question within four rounds, no move twice running, no line of a checklist for ever."""
    told = await lives(past, team)
    for n, summary in enumerate(told):
        assert summary.discuss not in [one.discuss for one in told[max(0, n - 4) : n]]
    moves = [summary.ideas for summary in told if summary.ideas]
    for earlier, later in pairwise(moves):
        assert later[0] not in earlier
        assert set(later) != set(earlier)
    lines = [summary.step for summary in told if summary.step]
    assert max(map(lines.count, lines), default=0) <= 2


async def test_the_same_reason_for_a_move_is_not_told_twice_running(past: Past) -> None:
    """The drive with the most room stays it for months; a new move needs no old reason."""
    told = await past.lives([{"autonomy": 4.2, "mastery": 3.0, "purpose": 4.2}] * 5)
    reasons = [
        next(line for line in _lines(thread.blocks) if line.startswith("*One move.*"))
        for one in told
        if (thread := past.thread(one))
    ]
    assert (
        reasons[0]
        == "*One move.* Mastery has the most room, so it is where a change would show first."
    )
    assert reasons[1:] == ["*One move.* Once more for mastery."] * 4


@pytest.mark.parametrize("team", ["fallen", "recovering", "declining"])
async def test_what_is_news_is_called_usual_nowhere(past: Past, team: str) -> None:
    """Neither in the thread; and a question about it fits."""
    told = await lives(past, team)
    news = [one for one in told if one.news and one.news[0].stage != "over"]
    assert news
    for summary in news:
        drive = next(one for one in summary.drives if one.id == summary.news[0].drive)
        thread = past.thread(summary)
        assert thread
        [line] = [text for text in _lines(thread.blocks) if text.startswith(f"*{drive.name}*")]
        assert "as usual" not in line
        assert _about(past, summary) == drive.id


async def test_a_jump_is_not_said_to_be_nothing(past: Past) -> None:
    """A drive a whole point lower than the week before, and no call: that is said as it is."""
    calm = {"autonomy": 3.8, "mastery": 3.6, "purpose": 4.0}
    told = [
        await past.composes(await past.week(one, people=9, asked=10))
        for one in (*[calm] * 6, *_restless(calm), {**calm, "purpose": 3.0})
    ]
    last = in_channel(past, told[-1], "en")
    assert not told[-1].changed
    assert "Purpose is 1.25 lower than in the round before" in last
    assert "ing here needs explaining" not in last


async def test_rounds_in_a_row_without_results_say_what_can_help(past: Past) -> None:
    """The first one only says what it is."""
    told = await past.lives([{}] * 14, people=3)
    said = [in_channel(past, one, "en") for one in told]
    assert ["in a row" in one for one in said] == [False, *[True] * 13]
    assert "That makes three in a row" in said[2]
    assert "That makes eleven in a row" in said[10]
    assert "That makes at least twelve in a row" in said[13]  # no further back does a digest look


async def test_two_changes_at_once_are_not_explained_twice(past: Past) -> None:
    """Their band is told once where it is the same."""
    calm = {"autonomy": 4.0, "mastery": 4.0, "purpose": 4.0}
    low = {**calm, "autonomy": 2.8, "mastery": 2.8}
    told = [await past.composes(await past.week(one)) for one in [calm] * 9 + [low] * 3]
    said = in_channel(past, next(one for one in told if one.changed), "en")
    assert said.count("is lower than usual") == 2
    assert said.count("We cannot say why") == 1


async def test_a_drop_that_goes_on_is_told_as_one(past: Past) -> None:
    """The second call names the first one, and its questions go on where they were."""
    low = {"autonomy": 3.2, "mastery": 3.6, "purpose": 4.0}
    lower = {**low, "autonomy": 2.2}
    calm = {**low, "autonomy": 4.0}
    told = [
        await past.composes(await past.week(one)) for one in [calm] * 9 + [low] * 4 + [lower] * 8
    ]
    first, second, *_ = [one for one in told if one.changed]
    assert f"Pulse {first.number} told of a drop in autonomy already" in in_channel(
        past, second, "en"
    )
    between = [one.discuss for one in told if first.number <= one.number <= second.number]
    assert len(set(between)) == len(between)


def _restless(calm: Levels) -> Sequence[Levels]:
    return [{**calm, "purpose": (calm["purpose"] or 0) + by} for by in (0.3, -0.5, 0.4, -0.4, 0.3)]


def _lines(found: Sequence[dict[str, object]]) -> list[str]:
    texts = [str(b["text"]["text"]) for b in found if b["type"] == "section"]  # type: ignore[index]
    return [line for text in texts for line in text.split("\n")]


def _about(past: Past, summary: Summary) -> str | None:
    asked = summary.discuss
    assert asked
    return past.content.drive_of(asked.id) if asked.kind == "facet" else asked.id
