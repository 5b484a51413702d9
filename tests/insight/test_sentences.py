"""Words: the example digests from data, and what a digest never says."""

import json
import random
import re
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from msgspec import Struct, to_builtins
from msgspec.structs import replace

from bot.framework.content import Content
from bot.insight import figures, review_sentences, sentences, steady
from bot.insight.figures import Figure
from bot.insight.news import News
from bot.insight.noise import Observation
from bot.insight.readings import ItemTally, Participation, Reading, observed, reading
from bot.insight.reviews import Finding, Outcome, review
from bot.insight.scores import Sentence
from bot.insight.verdicts import Kind, Verdict
from bot.words import Words
from tests.insight.histories import history, verdicts
from tests.insight.tallies import tally

DRIVES = ("Autonomy", "Mastery", "Purpose")


class Drive(Struct, frozen=True):
    """One drive in a digest: its reading, and what the rule says of it."""

    reading: Reading
    verdict: Verdict

    @property
    def figure(self) -> Figure:
        """What is kept of it, having been kept: written as JSON and read again."""
        figure = figures.of_drive(self.reading.name.lower(), self.reading, self.verdict)
        return Figure.read(json.loads(json.dumps(to_builtins(figure))))


def text(said: Sequence[Sentence]) -> str:
    return " ".join(s.text for s in said)


def told(drives: Sequence[Drive]) -> list[Figure]:
    return [drive.figure for drive in drives]


def judged(name: str, rounds: Sequence[ItemTally | None], size: int) -> Drive:
    """The last round of a drive, after the tallies of all its *rounds*."""
    read = [reading(name, t) for t in rounds]
    first = date(2025, 12, 2)
    seen = [observed(r, size, closed_on=first + timedelta(weeks=i)) for i, r in enumerate(read)]
    return Drive(read[-1], verdicts(seen)[-1])


def without_date(drive: Drive) -> Drive:
    return replace(drive, verdict=replace(drive.verdict, since=None))


def totals(item: str, people: int, *sums: int) -> list[ItemTally]:
    return [tally(item, total, people) for total in sums]


def test_the_digest_of_four_answers(say: Words) -> None:
    """Too few: how many answered, that nothing was kept, and something to discuss."""
    hidden = [judged(name, [None], 7) for name in DRIVES]
    said = sentences.digest(
        say, 14, Participation(4, 7), told(hidden), question="Which rule or habit got in our way?"
    )
    assert text(said) == (
        "Pulse 14. 4 of 7 people answered. We show results only from 5 answers up, so this week's "
        "are not shown and were not kept. Question to discuss: which rule or habit got in our way?"
    )


def test_the_digest_of_nine_answers(say: Words) -> None:
    """A quiet week is short: three scores, the usual wobble, a closer look, no arrow."""
    rng = random.Random(15)

    def fourteen(around: int) -> list[int]:
        return [around + rng.randint(-2, 2) for _ in range(14)]

    drives = [
        judged("Autonomy", totals("a", 9, *fourteen(33), 34), 11),
        judged("Mastery", totals("m", 9, *fourteen(35), 36), 11),
        judged("Purpose", totals("p", 9, *fourteen(30), 29), 11),
    ]
    time = reading("Time", tally("time-2", 31, 9))
    closer = [figures.of_facet("time", time, drive="autonomy")]
    assert text(sentences.digest(say, 15, Participation(9, 11), told(drives), closer=closer)) == (
        "Pulse 15. Autonomy 3.75, Mastery 4, Purpose 3.25. All within normal wobble: for a group "
        "this size, two ordinary weeks can differ by about 0.7. Nothing here needs explaining. "
        "9 of 11 answered. Closer look: time 3.5."
    )


def lower_autonomy() -> list[Drive]:
    """Thirty-one rounds of twenty-three answers; autonomy fell four rounds ago."""
    rng = random.Random(31)

    def before(around: int, rounds: int) -> list[int]:
        return [around + rng.randint(-3, 3) for _ in range(rounds)]

    return [
        judged("Autonomy", totals("a", 23, *before(90, 27), 80, 78, 77, 78), 28),
        judged("Mastery", totals("m", 23, *before(87, 30), 87), 28),
        judged("Purpose", totals("p", 23, *before(91, 30), 92), 28),
    ]


def test_the_digest_of_twenty_three_answers(say: Words) -> None:
    """A real change is the news, with its comparison, its wobble, and no reason invented."""
    said = sentences.digest(
        say,
        31,
        Participation(23, 28),
        told([without_date(drive) for drive in lower_autonomy()]),
        question="What changed in the last month about who decides what?",
    )
    assert text(said) == (
        "Pulse 31. Autonomy is lower than usual: 3.4 over the last four rounds "
        "against 3.9 in the twenty-four before. That is more than this team's ordinary wobble "
        "(over four rounds we ignore gaps under about 0.4). We cannot say why. Mastery 3.8 and "
        "Purpose 4.0: within noise. 23 of 28 answered. Ask together: what changed in the last "
        "month about who decides what?"
    )
    assert [s.text.split(":")[0] for s in said if s.strong] == ["Autonomy is lower than usual"]


def test_a_change_is_told_with_its_date(say: Words) -> None:
    """A "down" outlives its week, so it says since when."""
    said = text(sentences.change(say, lower_autonomy()[0].figure))
    assert "3.4 over the last four rounds (since 9 June) against 3.9" in said


def test_good_news_gets_the_same_sentences(say: Words) -> None:
    """Higher than usual, just as sure and just as careful."""
    [down, *_] = lower_autonomy()
    up = replace(down, verdict=replace(down.verdict, kind=Kind.UP, mean_new=4.3, gap=0.4))
    said = sentences.change(say, up.figure)
    assert said[0] == Sentence(
        "Autonomy is higher than usual: 4.3 over the last four rounds (since 9 June) "
        "against 3.9 in the twenty-four before.",
        strong=True,
    )
    assert said[1].text.endswith("We cannot say why.")


def one_bad_week(*, mastery_before: int = 35, mastery: int = 36) -> list[Drive]:
    """Fifteen rounds of nine answers; only the newest round is out of the usual."""
    rng = random.Random(15)

    def fourteen(around: int) -> list[int]:
        return [around + rng.randint(-2, 2) for _ in range(14)]

    return [
        judged("Autonomy", totals("a", 9, *fourteen(33), 21), 11),
        judged("Mastery", totals("m", 9, *fourteen(mastery_before), mastery), 11),
        judged("Purpose", totals("p", 9, *fourteen(30), 29), 11),
    ]


def test_two_that_fall_further_at_once_each_say_that_it_goes_on(say: Words) -> None:
    """What is ordinary is explained once for both; of which drive a fall was told, for each."""
    fell = Figure(
        "autonomy", "Autonomy", 2.0, 9, "down", window=4, ignored="0.5", rounds_before=6,
        mean_new="2", mean_before="3",
    )  # fmt: skip
    drives = [fell, replace(fell, id="mastery", name="Mastery")]
    news = [News(one.id, "down", 20, "3", "2", begun=14) for one in drives]
    said = text(sentences.digest(say, 20, Participation(9, 9), drives, news=news))
    assert said.count("ordinary wobble") == 1
    for name in ("autonomy", "mastery"):
        assert f"Pulse 14 told of a drop in {name} already" in said


def test_a_drop_of_one_week_is_told_and_nothing_is_concluded(say: Words) -> None:
    """More than a point down in the newest round alone: no verdict, and no "nothing to explain"."""
    drives = one_bad_week()
    said = sentences.digest(say, 15, Participation(9, 11), told(drives))
    assert text(said) == (
        "Pulse 15. Autonomy was unusually low for this team in this one round: "
        "2.25 against 3.5 in the fourteen before. One round alone cannot say whether anything "
        "changed; the next one will tell more. Mastery 4 and Purpose 3.25: within noise. 9 of 11 "
        "answered."
    )
    assert not any(sentence.strong for sentence in said)
    assert {drive.verdict.kind for drive in drives} == {Kind.NOISE}


def test_two_odd_drives_share_the_doubt(say: Words) -> None:
    """One low, one high: a sentence each, and once that one round cannot say."""
    said = text(steady.steady(say, told(one_bad_week(mastery_before=27, mastery=41))))
    assert said.count("in this one round") == 2
    assert "Mastery was unusually high for this team in this one round: 4.5 against 3" in said
    assert said.count("One round alone cannot say") == 1
    assert said.endswith("Purpose 3.25: within noise.")


def test_windows_that_round_to_the_same_are_told_by_their_distance(say: Words) -> None:
    """ "3.5 against 3.5" would be a riddle; at the ends of the scale all means look alike."""
    verdict = Verdict(Kind.DOWN, 8, 24, 3.3, 3.7, -0.4, 0.38, 0.9, people=6)
    read = Reading("Purpose", 6, 3.3, 0.8, 3.5)
    assert sentences.change(say, Drive(read, verdict).figure)[0].text == (
        "Purpose is lower than usual: about 0.5 lower over the last eight rounds "
        "than in the twenty-four before."
    )


def test_the_first_weeks_say_what_can_be_said(say: Words) -> None:
    """Each of the first seven rounds says something else: the level, and what comes when."""
    told_by: list[str] = []
    for rounds in range(1, 8):
        learning = [judged(name, totals("x", 9, *[34] * rounds), 11) for name in DRIVES]
        told_by.append(text(steady.steady(say, told(learning))))
    assert len(set(told_by)) == len(told_by)
    assert told_by[0].startswith("Autonomy 3.75 (rather agree), Mastery 3.75 (rather agree) and ")
    assert told_by[2] == (
        "Autonomy 3.75, Mastery 3.75 and Purpose 3.75. With three rounds there is a line to look "
        "at. Five more, and we can say whether anything really changed."
    )


def test_no_two_quiet_weeks_in_a_row_are_told_in_the_same_words(say: Words) -> None:
    """The third is told otherwise than the first, too."""
    quiet = [judged(name, totals("x", 9, *[33, 35] * 8), 11) for name in DRIVES]
    said = [text(steady.steady(say, told(quiet), turn=turn)) for turn in range(4)]
    assert len(set(said)) == 3
    assert said[0] == said[3]


@pytest.mark.parametrize("tenths", range(10, 47))
def test_a_step_as_large_as_ordinary_weeks_differ_is_no_jump(say: Words, tenths: int) -> None:
    """Whatever binary fractions make of two means; a tenth more is one."""
    drive = Figure("a", "Autonomy", people=25, kind=Kind.NOISE.value, ordinary="0.3")
    before, level, higher = {"a": tenths / 10}, (tenths + 3) / 10, (tenths + 4) / 10
    assert "higher" not in text(steady.quiet_week(say, [replace(drive, shown=level)], 0, before))
    assert "0.4 higher" in text(steady.quiet_week(say, [replace(drive, shown=higher)], 0, before))


def test_after_a_drop_the_new_level_is_learnt(say: Words) -> None:
    """The weeks after a call neither repeat it nor pretend that all is usual."""
    drive = Drive(
        Reading("Autonomy", 20, 3.4, 0.8, 3.4),
        Verdict(Kind.LEARNING, rounds_left=1, called=Kind.DOWN),
    )
    assert text(steady.steady(say, [drive.figure])) == (
        "Autonomy 3.4: we are learning the new level after the drop; "
        "one more round until we can compare again."
    )


def test_a_drive_that_most_left_out_is_named_as_hidden(say: Words) -> None:
    """The others stand, and nobody learns who skipped it."""
    drives = lower_autonomy()
    hidden = Drive(Reading("Mastery", 0), Verdict(Kind.HIDDEN))
    said = text(steady.steady(say, told([drives[0], hidden, drives[2]])))
    assert said == (
        "Purpose 4.0: within noise. Mastery is not shown: fewer than 5 people answered."
    )


def test_a_question_that_begins_with_i_keeps_its_letter(say: Words) -> None:
    """After a colon a sentence begins small, but "I" is never small."""
    few = Participation(2, 9)
    assert text(sentences.digest(say, 1, few, [], question="I wish that …?")).endswith(
        ": I wish that …?"
    )
    assert text(sentences.digest(say, 1, few, [], question="In what way?")).endswith(
        ": in what way?"
    )


@pytest.mark.parametrize(
    ("count", "word"),
    [
        (1, "one"),
        (8, "eight"),
        (20, "twenty"),
        (24, "twenty-four"),
        (99, "ninety-nine"),
        (100, "100"),
    ],
)
def test_small_numbers_are_words(say: Words, count: int, word: str) -> None:
    """As people say them."""
    drive = Figure("autonomy", "Autonomy", 3.5, 9, "noise", odd="low", odd_against="4")
    [odd, _] = steady.odd_round(say, [replace(drive, odd_rounds=count)])
    assert odd.text.endswith(f"against 4 in the {word} before.")


FORBIDDEN = re.compile(
    r"caused|proves|statistically|significant|[↑↓→←↗↘▲▼]|worst|best|rank|only \d+ of|nan|None|inf",
    re.IGNORECASE,
)


def test_no_digest_says_what_it_must_not(say: Words) -> None:
    """No cause, no proof, no arrow, no blame, and no decimal that the rounding does not have."""
    rng = random.Random(7)
    changes = 0
    for _ in range(1_500):
        size = rng.randint(1, 40)
        answered = rng.randint(0, size)
        drives = [drive(rng, name, size) for name in DRIVES]
        said = sentences.digest(
            say, 3, Participation(answered, size), told(drives), question="What now?"
        )
        changes += any(s.strong for s in said)
        assert not FORBIDDEN.search(text(said))
        assert all(decimals_allowed(s.text, drives) for s in said)
    assert changes > 30


def drive(rng: random.Random, name: str, size: int) -> Drive:
    """The last round of a random history, read from a tally of its own."""
    rounds = [replace(o, size=size, n=min(o.n, size)) for o in history(rng)]
    n = rounds[-1].n
    read = reading(name, tally("x", rng.randint(n, 5 * n), n) if n else None)
    return Drive(read, verdicts([*rounds[:-1], observed(read, size)])[-1])


def decimals_allowed(sentence: str, drives: Sequence[Drive]) -> bool:
    """Every number with decimals is a step that some group in this digest is rounded to."""
    people = [p for d in drives for p in (d.reading.people, d.verdict.people) if p >= 5]
    for number in re.findall(r"\d+\.\d+", sentence):
        tenth = len(number.split(".")[1]) == 1
        quarter = any(8 <= p < 20 for p in people) and float(number) * 4 % 1 == 0
        if not (tenth or quarter):
            return False
    return True


def test_a_mean_of_few_is_never_written_finer_than_its_steps(say: Words) -> None:
    """Halves, quarters and tenths, and no zero that claims to be known."""

    def score(shown: float, people: int) -> str:
        number = figures.number(shown, people)
        said = say.plain("insight-score", name="Autonomy", score=number)
        assert said == f"Autonomy {figures.written(shown, people)}"
        return said.removeprefix("Autonomy ")

    assert [score(3.5, 6), score(4.0, 6)] == ["3.5", "4"]
    assert [score(3.75, 9), score(4.0, 19)] == ["3.75", "4"]
    assert [score(4.0, 20), score(3.4, 50)] == ["4.0", "3.4"]


def test_what_is_kept_is_called_as_its_reader_calls_it(say: Words, content: Content) -> None:
    """Facts have an id; a drive that content/ has no more keeps the name that it had."""
    kept = lower_autonomy()[0].figure
    assert replace(kept, name="?").in_language(content).name == "Autonomy"
    assert replace(kept, id="gone").in_language(content).name == "Autonomy"


def test_a_figure_of_an_older_version_can_be_read() -> None:
    """What it did not know is at its default; what we do not know any more is passed over."""
    kept = {"id": "autonomy", "name": "Autonomy", "shown": 3.5, "people": 6, "gone": 1}
    assert Figure.read(kept) == Figure("autonomy", "Autonomy", 3.5, 6)


def test_nothing_is_kept_of_a_drive_that_may_not_be_shown() -> None:
    """Not even how many answered its statement."""
    read = Reading("Autonomy", 3)
    assert figures.of_drive("autonomy", read, Verdict(Kind.HIDDEN)) == Figure(
        "autonomy", "Autonomy"
    )


# --- Reviews ------------------------------------------------------------------------------------


def test_a_success_is_told_with_its_range_and_its_doubt(say: Words) -> None:
    """About how much, likely between what, and that it may be something else."""
    found = Finding(
        Outcome.UP, 0.31, 0.12, 0.49, already_moving=False, rounds_before=12, rounds_after=6
    )
    assert review_sentences.review(say, "No-meeting mornings", 6, "Autonomy", found) == (
        "No-meeting mornings (6 rounds): Autonomy is about 0.3 higher than in the 12 rounds before "
        "(likely between 0.1 and 0.5). Something changed; we cannot prove the experiment caused it."
    )
    moving = review_sentences.review(
        say, "Demo day", 6, "Purpose", replace(found, already_moving=True)
    )
    assert moving.endswith("caused it. It was already rising before you started.")


def test_why_a_review_finds_less_than_digests_told_is_said(say: Words) -> None:
    """Two numbers of the same rounds would be one too many."""
    found = Finding(
        Outcome.UP, 0.7, 0.4, 1.0, rounds_before=12, rounds_after=4,
        mean_before="3.5", mean_after="4.5",
    )  # fmt: skip
    told = review_sentences.review(say, "Demo day", 4, "Mastery", found)
    assert "about 0.7 higher" in told
    assert "Its four rounds were at 4.5, those before at 3.5; we count that difference for" in told
    level = review_sentences.review(say, "Demo day", 4, "Mastery", replace(found, mean_after="3.5"))
    assert "were at" not in level


def test_a_failure_is_told_the_same_way(say: Words) -> None:
    """Lower, with a range that reads from small to large."""
    found = Finding(Outcome.DOWN, -0.31, -0.49, -0.12, already_moving=True, rounds_before=12)
    said = review_sentences.review(say, "Open office", 6, "Autonomy", found)
    assert "about 0.3 lower than in the 12 rounds before (likely between 0.1 and 0.5)" in said
    assert said.endswith("It was already falling before you started.")


def test_no_answer_is_told_plainly(say: Words) -> None:
    """No big change, cannot tell, and too few rounds are three different things."""
    rounds = [Observation(20, 3.5, 0.8, 25)] * 18
    said = [
        review_sentences.review(say, "Pairing", 6, "Mastery", found)
        for found in (
            review(rounds[:12], rounds[12:]),
            Finding(Outcome.CANNOT_TELL, 0.1, -0.2, 0.4, rounds_before=12, rounds_after=6),
            review(rounds[:12], rounds[:1]),
        )
    ]
    assert said == [
        "Pairing (6 rounds): No big change in Mastery: any effect is probably smaller than 0.25.",
        "Pairing (6 rounds): Cannot tell: six rounds of this many answers cannot separate an "
        "effect on Mastery from ordinary wobble.",
        "Pairing (6 rounds): Too few rounds to say anything about Mastery: we compare at least "
        "four with enough answers before and after, and there were twelve and one.",
    ]
