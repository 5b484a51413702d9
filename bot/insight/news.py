"""A called change stays the news: it is spoken of for some rounds, then once how it went on.

The verdict rule says in one round that something changed, and learns the new level after that. What
is told in between is made of numbers that digests showed already.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bot import privacy
from bot.insight.figures import Figure, written
from bot.insight.verdicts import Kind

ROUNDS = 6  # that it is news, that of the call included; longer while an experiment on it runs
BACK, STAYED = 0.3, 0.7  # of the way from the old level to the new one

Shown = Mapping[int, float | None]  # a drive's means by the rounds' numbers, as digests showed them


class News(Struct, frozen=True):
    """A called change of one drive. JSON-ready; numbers are text, as in a Figure.

    *stage* is "called" in its own round, "goes-on" while it is news, and "over" in the one round
    that says how it *went* on: "stayed", "partly" or "back", by the mean *now* of all *rounds*
    since.
    """

    drive: str
    kind: str
    number: int  # of the round in which it was called
    before: str = ""
    new: str = ""
    stage: str = "called"
    now: str = ""
    rounds: int = 0
    went: str = ""
    begun: int = 0  # the round that called it first, where it was called again while it was news


def follow(
    earlier: Sequence[News],
    drives: Sequence[Figure],
    shown: Mapping[str, Shown],
    *,
    number: int,
    tried_on: str | None,
) -> tuple[News, ...]:
    """What is news in round *number*: falls before rises, and the newest first.

    *earlier* is what the digest before had, *shown* the last rounds of each drive, and *tried_on*
    the drive of a running experiment.
    """
    figures = {figure.id: figure for figure in drives}
    kept = [
        _next(news, figures[news.drive], shown[news.drive], number, tried_on)
        for news in earlier
        if news.stage != "over" and news.drive in figures and not figures[news.drive].changed
    ]
    before = {(one.drive, one.kind): one for one in earlier if one.stage != "over"}
    called = [
        News(f.id, f.kind, number, f.mean_before, f.mean_new, begun=_begun(before, f))
        for f in drives
        if f.changed
    ]
    order = sorted([*called, *kept], key=lambda news: (news.kind != Kind.DOWN, -news.number))
    return tuple(order)


def _begun(before: Mapping[tuple[str, str], News], figure: Figure) -> int:
    one = before.get((figure.id, figure.kind))
    return (one.begun or one.number) if one else 0


def _next(news: News, figure: Figure, shown: Shown, number: int, tried_on: str | None) -> News:
    is_news = number - news.number < ROUNDS or tried_on == news.drive
    since = [mean for n, mean in shown.items() if n > news.number and mean is not None]
    if is_news or figure.shown is None:
        return replace(news, stage="goes-on")
    now = privacy.show(sum(since) / len(since), figure.people)
    went = _went(float(news.before or 0), float(news.new or 0), now or 0)
    return replace(
        news, stage="over", now=written(now, figure.people), rounds=len(since), went=went
    )


def _went(before: float, new: float, now: float) -> str:
    """How far it still is on the way from *before* to *new*."""
    way = (now - before) / (new - before) if new != before else 1.0
    if way < BACK:
        return "back"
    return "partly" if way < STAYED else "stayed"
