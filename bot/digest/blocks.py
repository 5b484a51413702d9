"""The digest as messages: built from a Summary and nothing else."""

from collections.abc import Sequence
from datetime import date

from bot.digest.summary import Column, Figure, Summary
from bot.experiments import blocks as experiments
from bot.framework import blocks as cards
from bot.framework.content import Content
from bot.insight import words
from bot.insight.verdicts import Kind
from bot.slack import block_kit as kit
from bot.slack import charts, undelivered
from bot.slack.block_kit import Block
from bot.slack.models import Delivery
from bot.slack.outbox import Draft

PER_POINT = 4  # characters of a bar for a point of the scale
FEWEST_COLUMNS = 3  # a line through fewer points says nothing
MOVED = {Kind.UP.value: "higher", Kind.DOWN.value: "lower"}


def digest(summary: Summary) -> Draft:
    """The message that the team reads when its round has closed.

    It carries Slack's own chart, then a picture of it, then bars of text for workspaces that
    take neither.
    """
    chart = line_chart(summary)
    variants = [_message(summary, bars(summary))]
    if chart is not None:
        pictures = [[chart], [charts.as_picture(chart)]]
        variants = [*(_message(summary, drawn) for drawn in pictures), *variants]
    return Draft(text=plain(summary), blocks=variants[0], plainer=variants[1:])


def _message(summary: Summary, drawn: Sequence[Block]) -> list[Block]:
    return [
        kit.header(f"Pulse {summary.number} · {summary.team}"[:150]),
        kit.section(said(summary)),
        *_running(summary),
        *drawn,
        *([kit.context(SCALE)] if summary.shows_results else []),
        kit.actions(
            kit.button("How we decide", f"{cards.READ}method", "method"),
            kit.button("How it stays private", f"{cards.READ}privacy", "privacy"),
        ),
    ]


def _running(summary: Summary) -> list[Block]:
    """The experiment's own line, in which people's words are escaped already."""
    return [kit.context(f":test_tube: {summary.running}")] if summary.running else []


SCALE = "1 strongly disagree · 5 strongly agree. Rounded, so that nobody can be told from a number."


def said(summary: Summary) -> str:
    """The sentences of the digest; those that carry the news are bold."""
    lines = []
    for sentence in summary.said:
        text = kit.escape(sentence.text.removeprefix(f"Pulse {summary.number}. "))
        lines.append(f"*{text}*" if sentence.strong else text)
    return "\n".join(lines)[:3000]


def line_chart(summary: Summary) -> Block | None:
    """Slack's own chart of the last rounds; None while there are too few to draw a line.

    A round in which a drive is hidden has no point, and Slack wants one of every series for
    every category: such a round is left out of the chart.
    """
    columns = [c for c in summary.chart if all(c.shown.get(f.id) for f in summary.drives)]
    if len(columns) < FEWEST_COLUMNS:
        return None
    series = {_named(f): [c.shown[f.id] or 0 for c in columns] for f in summary.drives}
    title = f"The last {len(columns)} rounds with enough answers"
    return charts.line(title, _labels(columns), series, y="mean of the answers")


def _labels(columns: Sequence[Column]) -> list[str]:
    """The rounds' days, or their numbers where two rounds share a day of the year."""
    days = [_short(date.fromisoformat(column.day)) for column in columns]
    if len(set(days)) == len(days):
        return days
    return [f"Pulse {column.number}" for column in columns]


def _short(day: date) -> str:
    return f"{day.day} {day:%b}"


def _named(figure: Figure) -> str:
    """A drive's name with its verdict in words, where there is something to say."""
    moved = MOVED.get(figure.kind)
    return f"{figure.name}: {moved}" if moved else figure.name


def bars(summary: Summary) -> list[Block]:
    """The drives as bars of text."""
    if not summary.shows_results:
        return []
    return [kit.section("\n".join(bar(figure) for figure in summary.drives))]


def bar(figure: Figure) -> str:
    """One drive as a bar, its name with its verdict, and its number."""
    if figure.shown is None:
        return f"*{figure.name}*: too few answers to show"
    full = round((figure.shown - 1) * PER_POINT)
    bar = "█" * full + "░" * (4 * PER_POINT - full)
    return f"{bar}  *{_named(figure)}* {words.number(figure.shown, figure.people)}"


def plain(summary: Summary) -> str:
    """What a notification and a screen reader say: the whole digest without its drawing."""
    return f"{summary.team}. " + " ".join(sentence.text for sentence in summary.said)


def thread(summary: Summary, content: Content, team_id: int) -> Draft | None:
    """What stands in the digest's thread: the closer look and one move, if there are any."""
    blocks = [*_closer(summary), *_move(summary, content, team_id)]
    if not blocks:
        return None
    return Draft(text=f"More about pulse {summary.number}.", blocks=blocks)


def _closer(summary: Summary) -> list[Block]:
    """Each drive with what was asked about it this week, and pay by itself."""
    if not summary.shows_results:
        return []
    lines = [_drive(figure, summary.facets) for figure in summary.drives]
    lines += [_score(f) for f in summary.facets if f.drive is None and f.shown is not None]
    small = "What is asked in turns has no trend: it is asked in other words each time."
    return [kit.section("\n".join(lines)), kit.context(small)]


def _drive(figure: Figure, facets: Sequence[Figure]) -> str:
    if figure.shown is None:
        return f"*{figure.name}*: fewer than five answered, so it is not shown."
    told = [f"*{figure.name}* {words.number(figure.shown, figure.people)}", *_compared(figure)]
    told += [_score(f) for f in facets if f.drive == figure.id and f.shown is not None]
    return " · ".join(told)


def _compared(figure: Figure) -> list[str]:
    if figure.odd:
        return [f"unusually {figure.odd} in this one round"]
    if figure.kind != Kind.NOISE or not figure.ignored:
        return []
    rounds = words.spelled(figure.window)
    return [f"as usual (over {rounds} rounds we ignore gaps under about {figure.ignored})"]


def _score(figure: Figure) -> str:
    return f"{figure.name.lower()} {words.number(figure.shown or 0, figure.people)}"


def _move(summary: Summary, content: Content, team_id: int) -> list[Block]:
    ideas = [idea for idea in content.ideas if idea.id in summary.ideas]
    if not ideas or summary.needs is None:
        return []
    figure = next(f for f in summary.drives if f.id == summary.needs)
    return [
        kit.section(f"*One move.* {_why(figure)} A lead can start one of these:"),
        *(experiments.suggestion(idea, team_id) for idea in ideas),
    ]


def _why(figure: Figure) -> str:
    if figure.kind == Kind.DOWN:
        return f"{figure.name} is lower than usual."
    return f"{figure.name} has the most room, so it is where a change would show first."


def trouble(summary: Summary, failed: Delivery, round_id: int) -> Draft:
    """What leads read when a digest did not reach its channel, or may not have."""
    what = f"the digest of *{kit.escape(summary.team)}*"
    told = undelivered.told(what, failed, elsewhere="«Settings» in my Home tab")
    return Draft(
        "A digest did not arrive.",
        [
            kit.section(f":warning: {told}"),
            undelivered.again("digest:again", str(round_id)),
        ],
    )
