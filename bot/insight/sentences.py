"""What a digest and a review say, in sentences, and no more than the numbers allow.

They never name, rank or blame, put an arrow on noise, show a decimal beyond the rounding, or say
why something changed: docs/method.md tells what they may.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.insight import reviews
from bot.insight.figures import Figure, about, decimal, number
from bot.insight.readings import Participation
from bot.insight.reviews import Finding, Outcome
from bot.insight.verdicts import ROUNDS_NEEDED, Kind
from bot.privacy import QUORUM
from bot.words import Decimal, Markup, Value, Words, join


@dataclass(frozen=True)
class Sentence:
    """One or more plain sentences without markup; `strong` ones carry the news."""

    text: str
    strong: bool = False


def digest(
    say: Words,
    pulse: int | None,
    participation: Participation,
    drives: Sequence[Figure],
    *,
    closer: Sequence[Figure] = (),
    question: str = "",
) -> list[Sentence]:
    """A whole digest as sentences: who answered, what changed, what did not, what to discuss.

    *pulse* is None where the round's number stands above it already; *closer* are the facets;
    *question* is one for the team, without "Ask together".
    """
    opening = took_part(say, pulse, participation)
    if not participation.enough:
        not_shown = say.plain("insight-not-shown", quorum=QUORUM)
        discuss = say.plain("insight-discuss", question=question)
        return [Sentence(f"{opening} {not_shown}"), *([Sentence(discuss)] if question else [])]
    ask = say.plain("insight-ask", question=question)
    return [
        Sentence(opening),
        *(sentence for drive in drives if drive.changed for sentence in change(say, drive)),
        *steady(say, drives),
        *closer_look(say, closer),
        *([Sentence(ask)] if question else []),
    ]


def took_part(say: Words, pulse: int | None, participation: Participation) -> str:
    """How many answered and how many could, without a word on who or why."""
    told = say.plain(
        "insight-took-part",
        answered=participation.answered,
        invited=participation.invited,
        enough="yes" if participation.enough else "no",
    )
    return told if pulse is None else f"{say.plain('insight-pulse', pulse=pulse)} {told}"


def change(say: Words, drive: Figure) -> list[Sentence]:
    """What is said of a drive that really changed: by how much, since when, and how sure."""
    return [Sentence(_moved(say, drive), True), Sentence(_beyond_wobble(say, drive))]


def _moved(say: Words, drive: Figure) -> str:
    """The two windows side by side, or their distance where rounding makes them look equal."""
    told: dict[str, Value] = {
        "name": drive.name,
        "kind": drive.kind,
        "window": drive.window,
        "since": date.fromisoformat(drive.since) if drive.since else "unknown",
        "before": drive.rounds_before,
    }
    if not drive.mean_new or drive.mean_new == drive.mean_before:
        return say.plain("insight-change-gap", gap=decimal(drive.gap), **told)
    new, old = decimal(drive.mean_new), decimal(drive.mean_before)
    return say.plain("insight-change-means", new=new, old=old, **told)


def _beyond_wobble(say: Words, drive: Figure) -> str:
    return say.plain("insight-beyond-wobble", window=drive.window, ignored=decimal(drive.ignored))


def steady(say: Words, drives: Sequence[Figure]) -> list[Sentence]:
    """What is said of the drives that did not change, are still being learnt, or are hidden."""
    noise = [d for d in drives if d.kind == Kind.NOISE and not d.odd]
    hidden = [d for d in drives if d.kind == Kind.HIDDEN]
    quiet = len(noise) == len(drives)
    return [
        *odd_round(say, [d for d in drives if d.odd]),
        *(quiet_week(say, noise) if quiet else within_noise(say, noise)),
        *_learning(say, [d for d in drives if d.kind == Kind.LEARNING]),
        *([Sentence(_too_few(say, hidden))] if hidden else []),
    ]


def quiet_week(say: Words, drives: Sequence[Figure]) -> list[Sentence]:
    """A week in which nothing changed: short, and without an arrow to explain."""
    if not drives:
        return []
    ordinary = max(drives, key=lambda drive: float(drive.ordinary)).ordinary
    return [
        Sentence(say.plain("insight-scores", scores=_in_a_row(say, _scores(say, drives)))),
        Sentence(say.plain("insight-quiet", ordinary=decimal(ordinary))),
    ]


def odd_round(say: Words, drives: Sequence[Figure]) -> list[Sentence]:
    """The drives that this one round shows far from their usual: what it is, and no conclusion."""
    told = [Sentence(_odd(say, drive)) for drive in drives]
    return [*told, Sentence(say.plain("insight-one-round"))] if told else []


def _odd(say: Words, drive: Figure) -> str:
    return say.plain(
        "insight-odd",
        name=drive.name,
        side=drive.odd,
        score=_number(drive),
        usual=decimal(drive.odd_against),
        rounds=drive.odd_rounds,
    )


def within_noise(say: Words, drives: Sequence[Figure]) -> list[Sentence]:
    """The drives that did not change in a week in which another one did."""
    if not drives:
        return []
    return [Sentence(say.plain("insight-noise", scores=_scores(say, drives)))]


def _learning(say: Words, drives: Sequence[Figure]) -> list[Sentence]:
    """One sentence for all drives that are at the same point of learning."""
    groups: dict[tuple[int, str | None], list[Figure]] = {}
    for drive in drives:
        groups.setdefault((drive.rounds_left, drive.called), []).append(drive)
    return [
        Sentence(_to_learn(say, _scores(say, group), *point)) for point, group in groups.items()
    ]


def _to_learn(say: Words, scores: list[str], left: int, called: str | None) -> str:
    if called is None:
        needed = ROUNDS_NEEDED
        return say.plain("insight-learning", scores=scores, needed=needed, left=left)
    return say.plain("insight-learning-anew", scores=scores, called=called, left=left)


def _too_few(say: Words, drives: Sequence[Figure]) -> str:
    names = [drive.name for drive in drives]
    return say.plain("insight-hidden", names=names, count=len(names), quorum=QUORUM)


def closer_look(say: Words, facets: Sequence[Figure]) -> list[Sentence]:
    """The facets that were asked this week: a score each, never a trend."""
    scores = [
        say.plain("insight-facet-score", name=facet.name, score=_number(facet))
        for facet in facets
        if facet.shown is not None
    ]
    return [Sentence(say.plain("insight-closer", scores=_in_a_row(say, scores)))] if scores else []


def _scores(say: Words, drives: Sequence[Figure]) -> list[str]:
    return [say.plain("insight-score", name=d.name, score=_number(d)) for d in drives]


def _in_a_row(say: Words, parts: Sequence[str]) -> Markup:
    return say.listed([Markup(part) for part in parts], style="unit")


def _number(figure: Figure) -> Decimal:
    return number(figure.shown or 0.0, figure.people)


def review(say: Words, title: str, rounds: int, drive: str, found: Finding) -> Markup:
    """What can be said of the experiment *title*, in mrkdwn; see `finding`."""
    told = finding(say, rounds, drive, found)
    return say("insight-review", title=title, rounds=rounds, finding=told)


def finding(say: Words, rounds: int, drive: str, found: Finding) -> Markup:
    """What can be said of an experiment that ran for *rounds* rounds to move *drive*."""
    if found.kind in (Outcome.UP, Outcome.DOWN):
        return _change_found(say, drive, found)
    if found.kind is Outcome.NO_BIG_CHANGE:
        small = Decimal(reviews.SMALL, 2)
        return say("insight-review-no-big-change", drive=drive, small=small)
    if found.kind is Outcome.CANNOT_TELL:
        return say("insight-review-cannot-tell", drive=drive, rounds=found.rounds_after)
    return _nothing_found(say, rounds, drive, found)


def _change_found(say: Words, drive: str, found: Finding) -> Markup:
    low, high = sorted(abs(end) for end in (found.low or 0.0, found.high or 0.0))
    kind = found.kind.value
    told = say(
        "insight-review-changed",
        drive=drive,
        kind=kind,
        estimate=decimal(about(found.estimate or 0.0)),
        before=found.rounds_before,
        low=decimal(about(low)),
        high=decimal(about(high)),
    )
    moving = [say("insight-review-already-moving", kind=kind)] if found.already_moving else []
    return join(" ", [told, *moving])


def _nothing_found(say: Words, rounds: int, drive: str, found: Finding) -> Markup:
    if not rounds:
        return say("insight-review-ended-at-once")
    if not found.rounds_after:
        return say("insight-review-none-after", drive=drive)
    if not found.rounds_before:
        return say("insight-review-none-before", drive=drive)
    before, after = found.rounds_before, found.rounds_after
    fewest = reviews.MIN_ROUNDS
    return say("insight-review-too-few", drive=drive, fewest=fewest, before=before, after=after)
