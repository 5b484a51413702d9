"""Which drive a digest suggests moves for, and which those are."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy.ext.asyncio import AsyncSession

from bot.digest.summary import Column, Summary
from bot.experiments import moves
from bot.framework.content import Content
from bot.insight.figures import Figure
from bot.insight.news import News
from bot.insight.verdicts import MIN_GAP, Kind
from bot.teams.models import Team

LATELY = 4  # rounds whose shown means say which drive has the most room
UNFAIR = 2.5  # a score of pay up to which it comes before the drives


class Need(Struct, frozen=True):
    """The drive, or pay, that could do with a move, and *why*.

    "fell" or "rose": it is the news. "room": it has the most, alone or with the others in *tied*.
    "even": all are about the same. "pay": that comes first.
    """

    drive: str
    why: str
    tied: tuple[str, ...] = ()


def need(summary: Summary) -> Need | None:
    """What happened decides; else the lowest of the last rounds, and ties are ties."""
    seen = [figure for figure in summary.drives if figure.shown is not None]
    if not seen:
        return None
    if told := summary.leading:
        return Need(told.drive, "fell" if told.kind == Kind.DOWN else "rose")
    if unfair := [f for f in summary.facets if f.drive is None and f.shown and f.shown <= UNFAIR]:
        return Need(unfair[0].id, "pay")
    levels = {figure.id: _level(figure, summary.chart) for figure in seen}
    lowest = min(levels.values())
    tied = [drive for drive, level in levels.items() if level - lowest < MIN_GAP]
    why = "even" if len(tied) == len(seen) > 1 else "room"
    return Need(tied[summary.number % len(tied)], why, tuple(tied))


def seen_over(told: Summary) -> int:
    """How many of the newest rounds say which drive has the most room."""
    return len(_seen(told.chart))


def _level(drive: Figure, chart: Sequence[Column]) -> float:
    means = [mean for column in _seen(chart) if (mean := column.shown.get(drive.id))]
    return sum(means) / len(means) if means else drive.shown or 0


def _seen(chart: Sequence[Column]) -> list[Column]:
    """The newest rounds that showed anything."""
    return [column for column in chart if any(column.shown.values())][-LATELY:]


async def with_moves(
    session: AsyncSession, content: Content, team: Team, told: Summary, earlier: Sequence[Summary]
) -> Summary:
    """Add what is known of the facets in question, and what could be tried.

    *earlier* are the digests before it, oldest first.
    """
    wanted = need(told)
    if told.leading:
        told = replace(told, lately=_lately(content, [*earlier, told], told.leading))
    if wanted is None or (told.experiment and told.experiment.stage != "reviewed"):
        return told  # one thing at a time
    known = _known(content, [*earlier, told], wanted.drive)
    facets = [facet.id for facet in sorted(known, key=lambda facet: facet.shown or 0)]
    history = moves.History(
        shown=tuple(summary.ideas for summary in earlier),
        tried=await moves.tried(session, team),
        rejected=await moves.rejected(session, team),
    )
    chosen = moves.choose(content, wanted.drive, facets, history)
    ideas = tuple(idea.id for idea in chosen)
    last = earlier[-1] if earlier else None
    again = last is not None and Need(last.needs or "", last.why, last.tied) == wanted
    told = replace(told, needs=wanted.drive, why=wanted.why, tied=wanted.tied)
    return replace(told, again=again, ideas=ideas)


def _lately(content: Content, summaries: Sequence[Summary], leading: News) -> tuple[Figure, ...]:
    """The newest score of each facet of the drive that is news, this round's own left out."""
    known = _known(content, summaries, leading.drive)
    return tuple(figure for figure in known if figure.number != summaries[-1].number)


def _known(content: Content, summaries: Sequence[Summary], drive: str) -> list[Figure]:
    """What was last shown of each facet of a drive, with the number of its round."""
    newest = {
        figure.id: replace(figure, number=summary.number)
        for summary in summaries[-len(content.rotation) :]
        for figure in summary.facets
        if figure.drive == drive and figure.shown is not None
    }
    return list(newest.values())
