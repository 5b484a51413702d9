"""What people see of trends: Slack's chart where it is taken, small bars of text elsewhere."""

import textwrap
from collections.abc import Collection, Sequence
from itertools import groupby

from bot.digest.trends.experiments import tried
from bot.digest.trends.lines import SPANS, USUAL_SPAN, Group, Line, Point, Trends, Turnout
from bot.experiments.experimenting import Status
from bot.framework.content import Content
from bot.insight import figures
from bot.privacy import QUORUM
from bot.slack import block_kit as kit
from bot.slack import charts
from bot.slack.block_kit import Block, View
from bot.words import Decimal, Markup, Words, join

FEWEST_POINTS = 3  # that make a line
TITLE = 50  # characters of a chart's
HEIGHTS = "▁▂▃▄▅▆▇█"
GAP = "·"
MAX_NAMED = 12  # hidden rounds that are named one by one
LATELY = 4  # groups whose turnout is told, where points stand for several rounds


def message(
    say: Words,
    content: Content,
    trends: Trends,
    team_id: int,
    experiments: Sequence[Status],
    *,
    drawn: bool,
) -> list[Block]:
    """The trends of a team; *drawn*: with Slack's own charts, else with bars of text."""
    chart = line_chart(say, content, trends) if drawn else None
    own = own_chart(say, trends, trends.own[-1]) if drawn and trends.own else None
    # Slack's own line can't have a gap.
    bars = chart is None or bool(trends.hidden) or bool(trends.pauses)
    drives = [
        drive(say, content, trends, line, bars=bars or line in trends.own)
        for line in trends.all_lines
    ]
    return [
        kit.header(say.plain("trends-header", team=trends.team)),
        *([charts.on_scale(chart, **_ends(say))] if chart else []),
        *([charts.on_scale(own, **_ends(say))] if own else []),
        kit.section(join("\n", drives)),
        kit.section(answered(say, trends, bars=chart is None)),
        *tried(say, content, experiments, since=trends.first),
        kit.context(small(say, trends)),
        _spans(say, trends, team_id),
    ]


def modal(
    say: Words, content: Content, trends: Trends, team_id: int, experiments: Sequence[Status]
) -> View:
    """The trends as a modal, in which Slack takes no chart: in text, as `message` without it."""
    told = (
        message(say, content, trends, team_id, experiments, drawn=False)
        if trends.rounds
        else nothing_yet(say, trends.team)
    )
    return kit.info_modal(say, told, title=say.plain("trends-title"))


def nothing_yet(say: Words, team: str) -> list[Block]:
    return [kit.section(say("trends-nothing-yet", team=team))]


def text(say: Words, content: Content, trends: Trends) -> Markup:
    """The trends for a notification or a screen reader."""
    told = [
        say("trends-drive-text", name=_name(content, line), means=_means(say, line))
        for line in trends.all_lines
    ]
    return say(
        "trends-text",
        team=trends.team,
        span=_span(trends),
        rounds=trends.rounds,
        told=join(" ", told),
    )


def line_chart(say: Words, content: Content, trends: Trends) -> Block | None:
    """Slack's own chart; None where too few points would make no line.

    Slack wants a point of every series for every category, so a point that one drive lacks is
    left out of all of them; the text below names the rounds.
    """
    full = trends.full
    if len(full) < FEWEST_POINTS:
        return None
    series = {
        _called_name(say, content, trends, line): [line.points[n].shown or 0 for n in full]
        for line in trends.lines
    }
    span = _span(trends)
    title = say.plain("trends-chart", span=span, rounds=trends.rounds, each=trends.each)
    labels = _told_apart(say, [label(say, trends.groups[n]) for n in full])
    return charts.line(title, labels, series, y=say.plain("digest-chart-axis"))


def own_chart(say: Words, trends: Trends, line: Line) -> Block | None:
    """The same of one statement of the team's own, whose words are its title."""
    asked = asked_at(line)
    if len(asked) < FEWEST_POINTS:
        return None
    labels = _told_apart(say, [label(say, trends.groups[n]) for n in asked])
    series = {say.plain("trends-own"): [line.points[n].shown or 0 for n in asked]}
    title = textwrap.shorten(line.drive.name, TITLE, placeholder="…")
    return charts.line(title, labels, series, y=say.plain("digest-chart-axis"))


def asked_at(line: Line) -> list[int]:
    """The places at which a line has a point."""
    return [n for n, point in enumerate(line.points) if point.shown is not None]


def _ends(say: Words) -> dict[str, str]:
    return {end: say.plain("digest-chart-end", end=end) for end in ("top", "bottom")}


def label(say: Words, group: Group) -> str:
    """The day of a round, the pulses of several."""
    if group.first == group.last:
        return say.short_day(group.day)
    return say.plain("trends-pulses", first=group.first, last=group.last)


def _told_apart(say: Words, labels: Sequence[str]) -> list[str]:
    """The labels, counted where two rounds share a day of the year."""
    return [
        label
        if labels.count(label) == 1
        else say.plain("trends-label-again", label=label, count=labels[: n + 1].count(label))
        for n, label in enumerate(labels)
    ]


def _name(content: Content, line: Line) -> str:
    return line.drive.in_language(content).name


def _called_name(say: Words, content: Content, trends: Trends, line: Line) -> str:
    """A drive with what its newest call in this span was."""
    kinds = [call.kind for call in trends.calls if call.drive == line.drive.id]
    kind = kinds[-1] if kinds else "none"
    return say.plain("digest-drive", name=_name(content, line), kind=kind)


def _span(trends: Trends) -> str:
    if trends.rounds == 1:
        return "one"
    return "last" if trends.rounds >= trends.span else "all"


def drive(say: Words, content: Content, trends: Trends, line: Line, *, bars: bool) -> Markup:
    """One drive in a line, with its calls; *bars*: with a small chart before it."""
    calls = [
        say("trends-call", kind=call.kind, number=call.number, day=call.day)
        for call in trends.calls
        if call.drive == line.drive.id
    ]
    told = say(
        "trends-drive",
        name=_name(content, line),
        means=_means(say, line),
        calls=join(" ", calls or [say("trends-no-call")]),
    )
    sparks = _sparks([point.shown for point in line.points], 1, 5, trends.pauses)
    return say("trends-drawn", sparks=sparks, told=told) if bars else told


def _means(say: Words, line: Line) -> Markup:
    seen = [point for point in line.points if point.shown is not None]
    if not seen:
        return say("trends-means", shown="none", low=0, high=0, last=0, average=0)
    low, high = (end(seen, key=lambda point: point.shown or 0) for end in (min, max))
    return say(
        "trends-means",
        shown="one" if len(seen) == 1 else "level" if low.shown == high.shown else "several",
        low=_number(low),
        high=_number(high),
        last=_number(seen[-1]),
        average=_number(line.average),
    )


def _number(point: Point) -> Decimal:
    return figures.number(point.shown or 0, point.people)


def _sparks(
    values: Sequence[float | None], low: float, high: float, pauses: Collection[int]
) -> str:
    """A column for each value, as high as it is; a dot where there is none, a space for a pause."""
    drawn = [GAP if v is None else _height((v - low) / (high - low)) for v in values]
    return "".join(f" {one}" if n in pauses else one for n, one in enumerate(drawn))


def _height(share: float) -> str:
    return HEIGHTS[round(min(max(share, 0), 1) * (len(HEIGHTS) - 1))]


def answered(say: Words, trends: Trends, *, bars: bool) -> Markup:
    """How many answered, over all the rounds and in each; *bars*: with a small chart before it."""
    shares = _shares(say, trends) if trends.each == 1 else _lately(say, trends)
    told = say(
        "trends-answered",
        rate=trends.rate,
        each=trends.each,
        shares=say.listed(shares, style="unit"),
    )
    percents = [turnout.percent for turnout in trends.turnouts]
    sparks = _sparks(percents, 0, 100, trends.pauses)
    return say("trends-drawn", sparks=sparks, told=told) if bars else told


def _shares(say: Words, trends: Trends) -> list[Markup]:
    """Round by round, equal neighbours counted."""
    runs = [(turnout, len(list(same))) for turnout, same in groupby(trends.turnouts)]
    return [
        share if times == 1 else say("trends-share-times", share=share, times=times)
        for turnout, times in runs
        if (share := _share(say, turnout))
    ]


def _share(say: Words, turnout: Turnout) -> Markup:
    return say("trends-share", answered=turnout.answered, asked=turnout.asked)


def _lately(say: Words, trends: Trends) -> list[Markup]:
    """The newest groups, where points stand for several rounds."""
    newest = list(zip(trends.turnouts, trends.groups, strict=True))[-LATELY:]
    return [
        say(
            "trends-share-of-several",
            answered=turnout.answered,
            asked=turnout.asked,
            label=label(say, group),
        )
        for turnout, group in newest
    ]


def small(say: Words, trends: Trends) -> Markup:
    """What it is made of, what is not shown, and what a gap is."""
    told = [say("trends-small", each=trends.each)]
    if trends.hidden:
        named = [str(number) for number in trends.hidden[:MAX_NAMED]]
        hidden = say(
            "trends-hidden",
            quorum=QUORUM,
            count=len(trends.hidden),
            numbers=say.listed(named, style="unit"),
            more=len(trends.hidden) - len(named),
        )
        told.append(hidden)
    if trends.pauses:
        told.append(say("trends-paused"))
    return join(" ", told)


def _spans(say: Words, trends: Trends, team_id: int) -> Block:
    return kit.actions(
        *(
            kit.button(
                say.plain("trends-span-button", rounds=span),
                f"digest:trends:{span}",
                f"{team_id}:{span}",
                style="primary" if span == trends.span else None,
            )
            for span in SPANS
        )
    )


def opener(say: Words, team_id: int) -> Block:
    """The button «Trends», for Home."""
    label = say.plain("trends-open-button")
    return kit.button(label, f"digest:trends:open:{team_id}", f"{team_id}:{USUAL_SPAN}")
