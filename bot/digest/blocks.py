"""The digest as messages: built from a Summary and nothing else."""

from collections.abc import Sequence
from datetime import date

from bot.digest import moving, sentences
from bot.digest.summary import Column, Summary
from bot.digest.trends import lines
from bot.experiments import blocks as experiments
from bot.framework import blocks as cards
from bot.framework.content import Content
from bot.framework.entries import Idea
from bot.insight import figures
from bot.insight.figures import Figure
from bot.insight.sentences import facet_score
from bot.insight.verdicts import Kind
from bot.privacy import QUORUM
from bot.slack import block_kit as kit
from bot.slack import charts
from bot.slack.block_kit import Block
from bot.slack.outbox import Draft
from bot.teams.models import Team
from bot.words import Markup, Words, bold, escape, join

PER_POINT = 2  # characters of a bar for a point of the scale; its words fit beside it on a phone
FEWEST_COLUMNS = 3  # a line through fewer points says nothing


def digest(say: Words, content: Content, summary: Summary, team_id: int) -> Draft:
    """The message that the team reads when its round has closed.

    It carries Slack's own chart, then a picture of it, then bars of text for workspaces that
    take neither. Slack's chart can't be broken: where a round is missing the picture comes first.
    """
    told = summary.in_language(content)
    above, below = _above(say, content, told), _below(say, content, told, team_id)
    drawings = [*_drawings(say, told), bars(say, told)]
    first, *plainer = [[*above, *drawn, *below] for drawn in drawings]
    return Draft(text(say, content, told), first, plainer)


def whole(say: Words, content: Content, team: Team, summary: Summary) -> list[Draft]:
    """The message and what stands in its thread, in the team's language."""
    say, content = say.locale(team.language), content.locale(team.language)
    more = thread(say, content, summary, team.id)
    return [digest(say, content, summary, team.id), *([more] if more else [])]


def again(say: Words, content: Content, team: Team, summary: Summary) -> list[Draft]:
    """The same once more, and it says so."""
    first, *more = whole(say, content, team, summary)
    said = say.locale(team.language)("digest-again")
    above = kit.context(said)
    plainer = [[above, *blocks] for blocks in first.plainer]
    return [Draft(join(" ", [said, first.text]), [above, *first.blocks], plainer), *more]


def _drawings(say: Words, told: Summary) -> list[list[Block]]:
    chart, gaps = line_chart(say, told), _gaps(told)
    if chart is None:
        return []
    ends = {end: say.plain("digest-chart-end", end=end) for end in ("top", "bottom")}
    picture, native = charts.as_picture(say, chart, gaps), charts.on_scale(chart, **ends)
    return [[picture], [native]] if gaps else [[native], [picture]]


def _gaps(told: Summary) -> list[int]:
    """Before which of the drawn columns a round was hidden, or a week went by without one."""
    paused = lines.pauses([date.fromisoformat(column.day) for column in told.chart])
    drawn = [n for n, column in enumerate(told.chart) if _is_whole(told, column)]
    return lines.gaps(drawn, paused)


def _is_whole(told: Summary, column: Column) -> bool:
    return all(column.shown.get(drive.id) for drive in told.drives)


def _above(say: Words, content: Content, told: Summary) -> list[Block]:
    """What stands above the drawing."""
    header = say.plain("digest-header", number=told.number, team=told.team)
    return [
        kit.header(header),
        *([kit.context(say("digest-both", teams=list(told.both)))] if told.both else []),
        kit.section(_said(say, content, told)),
        *_running(say, content, told),
    ]


def _below(say: Words, content: Content, told: Summary, team_id: int) -> list[Block]:
    """What stands below it; a move is one tap away where something has just changed."""
    ideas = _ideas(content, told)[:1] if told.changed else []
    return [
        *([kit.context(say("digest-scale"))] if told.shows_results else []),
        kit.actions(
            *(experiments.try_button(say, idea, team_id) for idea in ideas),
            cards.read_button(say.plain("digest-method-button"), "method"),
            cards.read_button(say.plain("digest-privacy-button"), "privacy"),
        ),
    ]


def _running(say: Words, content: Content, told: Summary) -> list[Block]:
    if told.experiment:
        line = experiments.running_line(say, content, told.experiment)
    elif told.running:  # people's words in it were escaped when it was stored
        line = Markup(told.running)
    else:
        return []
    return [kit.context(say("digest-running-line", told=line))]


def _said(say: Words, content: Content, told: Summary) -> Markup:
    """The sentences of the digest; those that carry the news are bold."""
    said = sentences.digest(say, content, told, numbered=False)
    shown = [bold(one.text) if one.strong else escape(one.text) for one in said]
    return join("\n", shown)


def text(say: Words, content: Content, told: Summary) -> Markup:
    """What a notification and a screen reader say: the whole digest without its drawing."""
    said = [one.text for one in sentences.digest(say, content, told)]
    return say("digest-text", team=told.team, told=join(" ", said))


def line_chart(say: Words, told: Summary) -> Block | None:
    """Slack's own chart of the last rounds; None while there are too few to draw a line.

    A round in which a drive is hidden has no point, and Slack wants one of every series for
    every category: such a round is left out of the chart.
    """
    columns = [column for column in told.chart if _is_whole(told, column)]
    if len(columns) < FEWEST_COLUMNS:
        return None
    series = {
        _named(say, drive): [column.shown[drive.id] or 0 for column in columns]
        for drive in told.drives
    }
    title = say.plain("digest-chart", rounds=len(columns))
    return charts.line(title, _labels(say, columns), series, y=say.plain("digest-chart-axis"))


def _labels(say: Words, columns: Sequence[Column]) -> list[str]:
    """The rounds' days, or their numbers where two rounds share a day of the year."""
    days = [say.short_day(date.fromisoformat(column.day)) for column in columns]
    if len(set(days)) == len(days):
        return days
    return [say.plain("digest-chart-pulse", number=column.number) for column in columns]


def _named(say: Words, drive: Figure) -> str:
    """A drive's name with its verdict in words, where there is something to say."""
    return say.plain("digest-drive", name=drive.name, kind=drive.kind)


def bars(say: Words, told: Summary) -> list[Block]:
    """The drives as bars of text."""
    if not told.shows_results:
        return []
    return [kit.section(join("\n", [bar(say, drive) for drive in told.drives]))]


def bar(say: Words, drive: Figure) -> Markup:
    """One drive as a bar, its name with its verdict, and its number."""
    if drive.shown is None:
        return say("digest-bar-hidden", name=drive.name)
    full = round((drive.shown - 1) * PER_POINT)
    return say(
        "digest-bar",
        bar="█" * full + "░" * (4 * PER_POINT - full),
        drive=_named(say, drive),
        mean=figures.number(drive.shown, drive.people),
    )


def thread(say: Words, content: Content, summary: Summary, team_id: int) -> Draft | None:
    """What stands in the digest's thread: the closer look and one move, if there are any."""
    told = summary.in_language(content)
    blocks = [*_closer(say, told), *_move(say, content, told, team_id), *_step(say, content, told)]
    if not blocks:
        return None
    return Draft(say("digest-more-text", number=told.number), blocks)


def _closer(say: Words, told: Summary) -> list[Block]:
    """Each drive with what was asked about it, this week or lately, and pay by itself."""
    if not told.shows_results:
        return []
    shown = [facet for facet in told.closer if facet.shown is not None]
    moved = {one.drive for one in told.news if one.stage != "over"}
    scores = [_drive(say, d, shown, usual=d.id not in moved) for d in told.drives]
    scores += [escape(facet_score(say, facet)) for facet in shown if facet.drive is None]
    return [kit.section(join("\n", scores)), kit.context(say("digest-closer-small"))]


def _drive(say: Words, drive: Figure, facets: Sequence[Figure], *, usual: bool) -> Markup:
    """A drive in a line; *usual*: it is not the news, so that its usual level is what it was."""
    if drive.shown is None:
        return say("digest-score-hidden", name=drive.name, quorum=QUORUM)
    mean = figures.number(drive.shown, drive.people)
    compared = _compared(say, drive) if usual else []
    told = [say("digest-score", name=drive.name, mean=mean), *compared]
    told += [escape(facet_score(say, f)) for f in facets if f.drive == drive.id]
    return join(" · ", told)


def _compared(say: Words, drive: Figure) -> list[Markup]:
    if drive.odd:
        return [say("digest-odd", side=drive.odd)]
    if drive.kind != Kind.NOISE or not drive.ignored:
        return []
    ignored = figures.decimal(drive.ignored)
    return [say("digest-as-usual", window=drive.window, ignored=ignored)]


def _move(say: Words, content: Content, told: Summary, team_id: int) -> list[Block]:
    """One move, with the way to the others."""
    ideas = _ideas(content, told)
    if not ideas:
        return []
    names = {figure.id: figure.name for figure in (*told.facets, *told.drives)}
    name = names.get(told.needs or "", "")
    tied = [names.get(drive, drive) for drive in told.tied] or [name]
    intro = say(
        "digest-move",
        why="again" if told.again else told.why,
        name=name,
        names=tied,
        count=len(tied),
        rounds=moving.seen_over(told),
    )
    return [kit.section(intro), *experiments.suggestion(say, content, ideas[0], team_id, ideas[1:])]


def _step(say: Words, content: Content, told: Summary) -> list[Block]:
    """The next line of the team's checklist, with the card that says why."""
    todo = next((todo for todo in content.checklist if todo.id == told.step), None)
    if todo is None:
        return []
    card = content.card(todo.card)
    text = say("digest-step", todo=todo.text, how=todo.how, step=card.title, why=card.summary)
    read = cards.read_button(say.plain("digest-step-button"), card.id)
    return [kit.section(text, accessory=read)]


def _ideas(content: Content, told: Summary) -> list[Idea]:
    """The ideas of a digest in its own order, without those that content/ has no more."""
    known = {idea.id: idea for idea in content.ideas}
    return [known[id_] for id_ in told.ideas if id_ in known] if told.needs else []
