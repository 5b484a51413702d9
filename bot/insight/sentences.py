"""What a digest says, in sentences, and no more than the numbers allow.

They never name, rank or blame, put an arrow on noise, show a decimal beyond the rounding, or say
why something changed: docs/method.md tells what they may.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.insight.figures import Figure, decimal, number
from bot.insight.news import News
from bot.insight.readings import Participation
from bot.insight.verdicts import ROUNDS_NEEDED, Kind
from bot.privacy import QUORUM, Turnover
from bot.words import Decimal, Markup, Value, Words

QUIET_WORDS = 3  # ways to say that nothing changed
FIRST_LOOKS = 2  # rounds in which the scale is explained beside each score
AGREES = 3.5  # from this mean on people rather agree


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
    news: Sequence[News] = (),
    closer: Sequence[Figure] = (),
    custom: Figure | None = None,
    custom_left: int = 0,
    question: str = "",
    turn: int = 0,
) -> list[Sentence]:
    """A whole digest as sentences: what is news, what did not change, who answered, what to ask.

    *pulse* is None where the round's number stands above it already; *closer* are the facets;
    *custom* is the statement of the team's own, with the rounds that are left of it; *question* is
    one for the team, without "Ask together"; *turn* counts the rounds, so that two
    quiet ones are not told in the same words.
    """
    opening = took_part(say, participation)
    if not participation.enough:
        not_shown = say.plain("insight-not-shown", quorum=QUORUM)
        discuss = say.plain("insight-discuss", question=question)
        asked = [Sentence(discuss)] if question else []
        return _numbered(say, pulse, [Sentence(f"{opening} {not_shown}"), *asked])
    ask = say.plain("insight-ask", question=question)
    told = [
        *(sentence for drive in drives if drive.changed for sentence in change(say, drive)),
        *still_news(say, drives, news),
        *steady(say, drives, news, turn, alone=custom is None or not custom.changed),
        Sentence(opening),
        *closer_look(say, closer),
        *(own_question(say, custom, custom_left) if custom else []),
        *([Sentence(ask)] if question else []),
    ]
    return _numbered(say, pulse, told)


def _numbered(say: Words, pulse: int | None, told: list[Sentence]) -> list[Sentence]:
    """With the number of the pulse before them."""
    return told if pulse is None else [Sentence(pulse_number(say, pulse)), *told]


def pulse_number(say: Words, pulse: int) -> str:
    return say.plain("insight-pulse", pulse=pulse)


def took_part(say: Words, participation: Participation) -> str:
    """How many answered and how many could, without a word on who or why."""
    return say.plain(
        "insight-took-part",
        answered=participation.answered,
        invited=participation.invited,
        enough="yes" if participation.enough else "no",
    )


def change(say: Words, drive: Figure) -> list[Sentence]:
    """What is said of a drive that really changed: by how much, how sure, and of whom."""
    told = [Sentence(_moved(say, drive), True), Sentence(_beyond_wobble(say, drive))]
    if others := drive.turnover:
        told.append(Sentence(asked_others(say, others)))
    return told


def asked_others(say: Words, others: Turnover) -> str:
    """That others were asked than before, as far as it may be told."""
    return say.plain("insight-turnover", then=others.then, now=others.now, both=others.both)


def still_news(say: Words, drives: Sequence[Figure], news: Sequence[News]) -> list[Sentence]:
    """A change that was called in an earlier round: that it is still the news, or how it went."""
    figures = {drive.id: drive for drive in drives}
    return [
        Sentence(_still_news(say, one, figures[one.drive]), True)
        for one in news
        if one.stage != "called" and figures[one.drive].shown is not None
    ]


def _still_news(say: Words, news: News, drive: Figure) -> str:
    told: dict[str, Value] = {
        "name": drive.name,
        "kind": news.kind,
        "number": news.number,
        "apart": "yes" if news.new and news.new != news.before else "no",
        "before": decimal(news.before or "0"),
        "new": decimal(news.new or "0"),
    }
    if news.stage == "over":
        now = decimal(news.now or "0")
        return say.plain("insight-news-over", now=now, rounds=news.rounds, went=news.went, **told)
    left = drive.rounds_left if drive.kind == Kind.LEARNING else 0
    return say.plain("insight-news", score=_number(drive), left=left, **told)


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


def steady(
    say: Words,
    drives: Sequence[Figure],
    news: Sequence[News] = (),
    turn: int = 0,
    *,
    alone: bool = True,
) -> list[Sentence]:
    """What is said of the drives that did not change, are still being learnt, or are hidden.

    *alone*: nothing else changed, so that a quiet week is one.
    """
    told = {one.drive for one in news if one.stage == "goes-on"}
    others = [d for d in drives if d.id not in told]
    noise = [d for d in others if d.kind == Kind.NOISE and not d.odd]
    hidden = [d for d in drives if d.kind == Kind.HIDDEN]
    quiet = alone and len(noise) == len(drives)
    return [
        *odd_round(say, [d for d in drives if d.odd]),
        *(quiet_week(say, noise, turn) if quiet else within_noise(say, noise)),
        *_learning(say, [d for d in others if d.kind == Kind.LEARNING]),
        *([Sentence(_too_few(say, hidden))] if hidden else []),
    ]


def quiet_week(say: Words, drives: Sequence[Figure], turn: int = 0) -> list[Sentence]:
    """A week in which nothing changed: short, and without an arrow to explain."""
    if not drives:
        return []
    ordinary = decimal(max(drives, key=lambda drive: float(drive.ordinary)).ordinary)
    return [
        Sentence(say.plain("insight-scores", scores=_in_a_row(say, _scores(say, drives)))),
        Sentence(say.plain("insight-quiet", ordinary=ordinary, turn=turn % QUIET_WORDS)),
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
        Sentence(_to_learn(say, _levels(say, group, *point), *point))
        for point, group in groups.items()
    ]


def _levels(say: Words, drives: Sequence[Figure], left: int, called: str | None) -> list[str]:
    """Scores; in a team's first rounds with what a number on this scale means."""
    if called or ROUNDS_NEEDED - left > FIRST_LOOKS:
        return _scores(say, drives)
    return [
        say.plain("insight-score-level", name=d.name, score=_number(d), level=_level(d.shown or 0))
        for d in drives
    ]


def _level(shown: float) -> str:
    """Whether people rather agree; of people with one another it says nothing."""
    if shown >= AGREES:
        return "high"
    return "low" if shown <= 6 - AGREES else "middle"


def _to_learn(say: Words, scores: list[str], left: int, called: str | None) -> str:
    if called is None:
        return say.plain("insight-beginning", scores=scores, seen=ROUNDS_NEEDED - left, left=left)
    return say.plain("insight-learning-anew", scores=scores, called=called, left=left)


def _too_few(say: Words, drives: Sequence[Figure]) -> str:
    names = [drive.name for drive in drives]
    return say.plain("insight-hidden", names=names, count=len(names), quorum=QUORUM)


def closer_look(say: Words, facets: Sequence[Figure]) -> list[Sentence]:
    """The facets that were asked this week: a score each, never a trend."""
    scores = [facet_score(say, facet) for facet in facets if facet.shown is not None]
    return [Sentence(say.plain("insight-closer", scores=_in_a_row(say, scores)))] if scores else []


def own_question(say: Words, custom: Figure, left: int) -> list[Sentence]:
    """The statement of the team's own: told like a drive, and beside them."""
    over = [Sentence(say.plain("insight-custom-left", left=left))] if left <= 1 else []
    if custom.changed:
        name = say.plain("insight-custom-name", text=custom.name)
        return [*change(say, replace(custom, name=name)), *over]
    told = say.plain(
        "insight-custom",
        text=custom.name,
        kind=custom.kind,
        score=_number(custom),
        quorum=QUORUM,
    )
    return [Sentence(told), *over]


def facet_score(say: Words, facet: Figure) -> str:
    """A facet with its score, and the round that asked it where that was an earlier one."""
    told: dict[str, Value] = {"name": facet.name, "score": _number(facet)}
    if facet.number:
        return say.plain("insight-facet-score-earlier", number=facet.number, **told)
    return say.plain("insight-facet-score", **told)


def _scores(say: Words, drives: Sequence[Figure]) -> list[str]:
    return [say.plain("insight-score", name=d.name, score=_number(d)) for d in drives]


def _in_a_row(say: Words, parts: Sequence[str]) -> Markup:
    return say.listed([Markup(part) for part in parts], style="unit")


def _number(figure: Figure) -> Decimal:
    return number(figure.shown or 0.0, figure.people)
