"""What a digest says, in sentences, and no more than the numbers allow.

They never name, rank or blame, put an arrow on noise, show a decimal beyond the rounding, or say
why something changed: docs/method.md tells what they may.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from bot.insight import scores, steady
from bot.insight.figures import Figure, decimal
from bot.insight.news import News
from bot.insight.readings import Participation
from bot.insight.scores import Sentence
from bot.insight.verdicts import Kind
from bot.privacy import QUORUM, Turnover
from bot.words import Value, Words


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
    before: Mapping[str, float | None] | None = None,
    hidden: int = 1,
    beyond: bool = False,
) -> list[Sentence]:
    """A whole digest as sentences: what is news, what did not change, who answered, what to ask.

    *pulse* is None where the round's number stands above it already; *closer* are the facets;
    *custom* is the statement of the team's own, with the rounds that are left of it; *question* is
    one for the team, without "Ask together"; *turn* counts the rounds, so that two
    quiet ones are not told in the same words; *before* is what the round before showed, and
    *hidden* how many rounds in a row show nothing, or at least that many where it goes *beyond*.
    """
    opening = took_part(say, participation)
    if not participation.enough:
        not_shown = say.plain(
            "insight-not-shown",
            quorum=QUORUM,
            times=max(hidden, 1),
            beyond="yes" if beyond else "no",
        )
        discuss = say.plain("insight-discuss", question=question)
        asked = [Sentence(discuss)] if question else []
        return _numbered(say, pulse, [Sentence(f"{opening} {not_shown}"), *asked])
    ask = say.plain("insight-ask", question=question)
    told = [
        *(
            sentence
            for drive in drives
            if drive.changed
            for sentence in (*change(say, drive), *_again(say, drive, news))
        ),
        *still_news(say, drives, news, turn),
        *steady.steady(
            say, drives, news, turn, before or {}, alone=custom is None or not custom.changed
        ),
        Sentence(opening),
        *closer_look(say, closer),
        *(own_question(say, custom, custom_left) if custom else []),
        *([Sentence(ask)] if question else []),
    ]
    return _numbered(say, pulse, list(dict.fromkeys(told)))  # two changes may have one band


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


def _again(say: Words, drive: Figure, news: Sequence[News]) -> list[Sentence]:
    """That the same was called of this drive only lately."""
    begun = next((one.begun for one in news if one.drive == drive.id and one.begun), 0)
    if not begun:
        return []
    return [Sentence(say.plain("insight-again", name=drive.name, kind=drive.kind, number=begun))]


def asked_others(say: Words, others: Turnover) -> str:
    """That others were asked than before, as far as it may be told."""
    return say.plain("insight-turnover", then=others.then, now=others.now, both=others.both)


def still_news(
    say: Words, drives: Sequence[Figure], news: Sequence[News], turn: int = 0
) -> list[Sentence]:
    """A change that was called in an earlier round: that it is still the news, or how it went."""
    figures = {drive.id: drive for drive in drives}
    return [
        Sentence(_still_news(say, one, figures[one.drive], turn - one.number), True)
        for one in news
        if one.stage != "called" and figures[one.drive].shown is not None
    ]


def _still_news(say: Words, news: News, drive: Figure, week: int) -> str:
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
    if week > 1 and week % 2 == 0:
        told["week"] = week
        return say.plain("insight-news-later", score=scores.number_of(drive), left=left, **told)
    return say.plain("insight-news", score=scores.number_of(drive), left=left, **told)


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


def closer_look(say: Words, facets: Sequence[Figure]) -> list[Sentence]:
    """The facets that were asked this week: a score each, never a trend."""
    shown = [facet_score(say, facet) for facet in facets if facet.shown is not None]
    return (
        [Sentence(say.plain("insight-closer", scores=scores.in_a_row(say, shown)))] if shown else []
    )


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
        score=scores.number_of(custom),
        quorum=QUORUM,
    )
    return [Sentence(told), *over]


def facet_score(say: Words, facet: Figure) -> str:
    """A facet with its score, and the round that asked it where that was an earlier one."""
    told: dict[str, Value] = {"name": facet.name, "score": scores.number_of(facet)}
    if facet.number:
        return say.plain("insight-facet-score-earlier", number=facet.number, **told)
    return say.plain("insight-facet-score", **told)
