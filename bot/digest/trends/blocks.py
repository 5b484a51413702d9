"""What people see of trends: Slack's chart where it is taken, small bars of text elsewhere."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from bot.digest.trends.lines import Line, Point, Took, Trends
from bot.experiments.experimenting import Standing
from bot.experiments.models import End
from bot.insight import words
from bot.insight.trends import SPANS
from bot.insight.verdicts import Kind
from bot.privacy import QUORUM
from bot.slack import block_kit as kit
from bot.slack import charts
from bot.slack.block_kit import Block, View

FEWEST = 3  # points that make a line
HEIGHTS = "▁▂▃▄▅▆▇█"
GAP = "·"
MOST_EXPERIMENTS = 5
MOST_NAMED = 12  # hidden rounds that are named one by one
MOVED = {Kind.UP.value: "higher", Kind.DOWN.value: "lower"}
ENDS = {
    End.KEPT.value: "kept",
    End.DROPPED.value: "dropped",
    End.EARLY.value: "ended early",
    End.TEAM_ENDED.value: "ended with the team",
}


def message(
    trends: Trends, team_id: int, experiments: Sequence[Standing], *, drawn: bool
) -> list[Block]:
    """The trends of a team; *drawn*: with Slack's own chart, else with bars of text."""
    chart = line_chart(trends) if drawn else None
    return [
        kit.header(f"Trends: {trends.team}"[:150]),
        *([chart] if chart else []),
        kit.section(_drives(trends, bars=chart is None)),
        kit.section(_answered(trends, bars=chart is None)),
        *_tried(trends, experiments),
        kit.context(_small(trends)),
        _spans(trends, team_id),
    ]


def window(trends: Trends, team_id: int, experiments: Sequence[Standing]) -> View:
    """The same for a window, which shows no charts."""
    if not trends.rounds:
        return kit.window("Trends", nothing_yet(trends.team))
    return kit.window("Trends", message(trends, team_id, experiments, drawn=False))


def nothing_yet(team: str) -> list[Block]:
    name = kit.escape(team)
    return [
        kit.section(
            f"*{name}*: no round has closed yet, so there is nothing to compare. The first digest "
            "comes when the first round closes; after three there is a line to look at."
        )
    ]


def plain(trends: Trends) -> str:
    """The trends for a notification or a screen reader."""
    told = " ".join(f"{line.name}: {_in_words(line)}." for line in trends.lines)
    return f"Trends of {trends.team}, {_rounds(trends)}. {told}"


def line_chart(trends: Trends) -> Block | None:
    """Slack's own chart; None where too few points would make no line.

    Slack wants a point of every series for every category, so a point that one drive lacks is
    left out of all of them; the text below names the rounds.
    """
    columns = [
        column
        for column in zip(*(line.points for line in trends.lines), strict=True)
        if all(point.shown is not None for point in column)
    ]
    if len(columns) < FEWEST:
        return None
    series = {
        _named(trends, line): [column[n].shown or 0 for column in columns]
        for n, line in enumerate(trends.lines)
    }
    title = f"{_rounds(trends).capitalize()}{_grouped(trends)}"
    return charts.line(title, _labels(columns), series, y="mean of the answers")


def _labels(columns: Sequence[Sequence[Point]]) -> list[str]:
    """The points' labels, told apart where two rounds share a day of the year."""
    labels = [column[0].label for column in columns]
    return [
        label if labels.count(label) == 1 else f"{label} ({labels[: n + 1].count(label)})"
        for n, label in enumerate(labels)
    ]


def _named(trends: Trends, line: Line) -> str:
    """A drive with what its newest call in this span was."""
    newest = [call for call in trends.calls if call.drive == line.name][-1:]
    return f"{line.name}: {MOVED[newest[0].kind]}" if newest else line.name


def _rounds(trends: Trends) -> str:
    if trends.rounds == 1:
        return "one round"
    return (
        f"the last {trends.rounds} rounds"
        if trends.rounds >= trends.span
        else (f"all {trends.rounds} rounds so far")
    )


def _grouped(trends: Trends) -> str:
    return f", {words.spelled(trends.each)} to a point" if trends.each > 1 else ""


def _drives(trends: Trends, *, bars: bool) -> str:
    return "\n".join(_drive(trends, line, bars=bars) for line in trends.lines)


def _drive(trends: Trends, line: Line, *, bars: bool) -> str:
    drawn = f"`{_sparks([p.shown for p in line.points], 1, 5)}`  " if bars else ""
    called = [
        f"{MOVED[call.kind]} than usual in pulse {call.number} ({_day(call.day)})"
        for call in trends.calls
        if call.drive == line.name
    ]
    verdict = "; ".join(called) or "no change was called"
    told = f"{_in_words(line)}. _{verdict[0].upper()}{verdict[1:]}._"
    return f"{drawn}*{kit.escape(line.name)}*  {told}"


def _in_words(line: Line) -> str:
    seen = [point for point in line.points if point.shown is not None]
    if not seen:
        return "not shown in any of them"
    if len(seen) == 1:
        return _number(seen[0])
    return f"first {_number(seen[0])}, last {_number(seen[-1])}, {_number(line.average)} on average"


def _number(point: Point) -> str:
    return words.number(point.shown or 0, point.people)


def _sparks(values: Sequence[float | None], low: float, high: float) -> str:
    """A column for each value, as high as it is; a gap where there is none."""
    return "".join(GAP if v is None else _height((v - low) / (high - low)) for v in values)


def _height(share: float) -> str:
    return HEIGHTS[round(min(max(share, 0), 1) * (len(HEIGHTS) - 1))]


def _answered(trends: Trends, *, bars: bool) -> str:
    sparks = _sparks([took.percent for took in trends.took], 0, 100)
    drawn = f"`{sparks}`  " if bars else ""
    return f"{drawn}*Answered*  {trends.rate}% on average. {_each(trends)}"


def _each(trends: Trends) -> str:
    """Round by round, equal neighbours counted; where points stand for several, the newest."""
    if trends.each > 1:
        few = ", ".join(f"{_share(took)} ({took.label})" for took in trends.took[-4:])
        return f"Lately: {few}."
    runs = [(share, len(list(same))) for share, same in groupby(map(_share, trends.took))]
    told = [share if times == 1 else f"{share} (×{times})" for share, times in runs]
    return f"Round by round: {', '.join(told)}."


def _share(took: Took) -> str:
    return f"{took.answered} of {took.asked}"


def _tried(trends: Trends, experiments: Sequence[Standing]) -> list[Block]:
    """What was tried in these rounds, and what came of it."""
    within = [one for one in experiments if _last_round(one) >= trends.first]
    if not within:
        return []
    more = len(within) - MOST_EXPERIMENTS
    return [
        kit.section("*Tried in these rounds*"),
        *(_experiment(one) for one in within[:MOST_EXPERIMENTS]),
        *([kit.context(f"and {more} more: `/amp experiment`")] if more > 0 else []),
    ]


def _last_round(one: Standing) -> int:
    return one.experiment.first_round + max(one.rounds, 1) - 1


def _experiment(one: Standing) -> Block:
    """One experiment; Slack shall make no links of its own in people's words."""
    return {"type": "section", "text": {**kit.mrkdwn(_story(one)), "verbatim": True}}


def _story(one: Standing) -> str:
    experiment = one.experiment
    title = kit.escape(experiment.title)
    if experiment.ended_at is None:
        return f":test_tube: *{title}*, since pulse {experiment.first_round}: running."
    pulses = f"pulses {experiment.first_round} to {_last_round(one)}" if one.rounds else "no round"
    return f":test_tube: *{title}*, {pulses}: {end(one)}.{_review(one)}"


def end(one: Standing) -> str:
    """How an experiment ended, in a few words."""
    return ENDS.get(one.experiment.end or "", "ended")


def _review(one: Standing) -> str:
    """The last review, word for word behind the experiment's name."""
    if not one.looks:
        return ""
    rest = one.looks[-1].sentence.removeprefix(one.experiment.title)
    return f" Its review{kit.escape(rest)}"


def _small(trends: Trends) -> str:
    told = [f"From what the digests showed{_grouped(trends)}; 1 to 5, rounded."]
    if trends.hidden:
        named = [str(number) for number in trends.hidden[:MOST_NAMED]]
        more = len(trends.hidden) - MOST_NAMED
        rest = f" and {more} more" if more > 0 else ""
        several = "s" if len(trends.hidden) > 1 else ""
        told.append(
            f"Not shown, because fewer than {QUORUM} answered or nothing was kept: "
            f"pulse{several} {', '.join(named)}{rest}."
        )
    return " ".join(told)


def _day(day: str) -> str:
    return words.day(date.fromisoformat(day))


def _spans(trends: Trends, team_id: int) -> Block:
    return kit.actions(
        *(
            kit.button(
                f"{span} rounds",
                f"digest:trends:{span}",
                f"{team_id}:{span}",
                style="primary" if span == trends.span else None,
            )
            for span in SPANS
        )
    )


def opener(team_id: int) -> Block:
    """The button «Trends», for Home."""
    return kit.button("Trends", f"digest:trends:open:{team_id}", f"{team_id}:12")
