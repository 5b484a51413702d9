"""A report as one HTML page that needs nothing else: no script, no font, no address.

Everything goes through ElementTree, which escapes it; what people wrote stays letters.
"""

import html
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring

from bot.digest.report.reports import CompanyReport, TeamReport
from bot.digest.trends import blocks
from bot.digest.trends.experiments import bands, story
from bot.digest.trends.lines import Trends
from bot.digest.trends.retrospective import own_picture
from bot.experiments.experimenting import Status
from bot.framework.content import Content
from bot.insight import figures
from bot.insight.figures import Figure
from bot.insight.rollups import Row
from bot.slack import charts
from bot.slack.block_kit import Block
from bot.tools import rich
from bot.words import Markup, Words

CSS = Path(__file__).with_name("page.css")
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
TAGS = {"bold": "b", "italic": "i", "code": "code"}
DRAWING = "\ue001"  # where a drawing goes, once the page is text


def of_team(say: Words, content: Content, report: TeamReport) -> str:
    """A team's page, in the language of *say*."""
    seen, title = report.trends, say.plain("report-team-heading", team=report.trends.team)
    main = _main(say, title, report)
    if report.ended:
        _small(main, say.plain("report-ended", day=say.long_day(report.ended)))
    _prose(main, blocks.answered(say, seen, bars=False))
    drawn = _chart(say, content, seen, report.tried)
    _draw(main, drawn)
    if drawn and report.tried:
        _small(main, say.plain("report-bands"))
    _heading(main, say.plain("report-drives-header"))
    for line in seen.lines:
        _prose(main, blocks.drive(say, content, seen, line, bars=False))
    own = _own(main, say, content, seen)
    _heading(main, say.plain("report-tried-header"))
    for one in report.tried:
        _prose(main, story(say, content, one))
    if not report.tried:
        _paragraph(main, say.plain("report-nothing-tried"))
    _heading(main, say.plain("report-rounds-header"))
    _rounds(main, say, content, report)
    _prose(main, blocks.small(say, seen), small=True)
    return _page(say, title, main, [drawn, *own])


def of_company(say: Words, content: Content, report: CompanyReport) -> str:
    """The company's page: everybody over the months, and the map of each of them."""
    title = say.plain("report-company-heading")
    main = _main(say, title, report)
    drawn = _everybody(say, content, report)
    _draw(main, drawn)
    for month, found in reversed(report.months):
        _heading(main, say.plain("rollup-map-header", month=say.month(month.first_day)))
        names = [content.drive(drive).name for drive in found.drives]
        rows = [_of_row(say, row, row.name) for row in found.rows]
        everybody = _of_row(say, found.everybody, say.plain("rollup-everybody"))
        _table(main, ["", *names], [*rows, everybody], ends_in_all=True)
    _small(main, say.plain("rollup-small"))
    return _page(say, title, main, [drawn])


def _own(main: Element, say: Words, content: Content, seen: Trends) -> list[Block | None]:
    """What the team asked besides: below the drives, each with a line of its own."""
    if not seen.own:
        return []
    _heading(main, say.plain("report-own-header"))
    _small(main, say.plain("report-own"))
    drawn = []
    for line in seen.own:
        drawn.append(own_picture(say, seen, line))
        _draw(main, drawn[-1])
        _prose(main, blocks.drive(say, content, seen, line, bars=False))
    return drawn


def _of_row(say: Words, row: Row, name: str) -> list[str]:
    return [name, *(_mean(say, mean) for mean in row.shown.values())]


def _mean(say: Words, mean: float | None) -> str:
    if mean is None:
        return say.plain("rollup-not-shown")
    return say.plain("rollup-cell", shade="none", mean=mean)


def _chart(say: Words, content: Content, seen: Trends, tried: Sequence[Status]) -> Block | None:
    """The drives over the rounds, with a band along a line where something was tried for it."""
    chart = blocks.line_chart(say, content, seen)
    if chart is None:
        return None
    full = seen.full
    under = bands(seen, full, tried)
    return charts.as_picture(say, chart, seen.gaps(full), under)


def _everybody(say: Words, content: Content, report: CompanyReport) -> Block | None:
    """The company's own line, over the months in which all of it may be shown."""
    whole = [
        (month, found.everybody.shown)
        for month, found in report.months
        if all(mean is not None for mean in found.everybody.shown.values())
    ]
    if len(whole) < blocks.FEWEST_POINTS:
        return None
    series = {drive.name: [shown[drive.id] or 0 for _, shown in whole] for drive in content.drives}
    labels = [say.month(month.first_day) for month, _ in whole]
    y = say.plain("digest-chart-axis")
    return charts.as_picture(say, charts.line(say.plain("rollup-everybody"), labels, series, y=y))


def _main(say: Words, title: str, report: TeamReport | CompanyReport) -> Element:
    main = Element("main")
    SubElement(main, "h1").text = title
    days = (say.long_day(report.period.first), say.long_day(report.period.last))
    _small(main, say.plain("report-period", first=days[0], last=days[1]))
    return main


def _rounds(main: Element, say: Words, content: Content, report: TeamReport) -> None:
    names = [line.drive.in_language(content).name for line in report.trends.lines]
    head = [say.plain("report-round-header"), say.plain("report-answered-header"), *names]
    rows = [
        [
            say.short_day(date.fromisoformat(one.day)),
            say.plain("trends-share", answered=one.answered, asked=one.asked),
            *(_shown(say, figure) for figure in one.drives),
        ]
        for one in report.summaries
    ]
    _table(main, head, rows)


def _shown(say: Words, drive: Figure) -> str:
    if drive.shown is None:
        return say.plain("rollup-not-shown")
    return say.plain("report-mean", mean=figures.number(drive.shown, drive.people))


def _table(
    main: Element, head: Sequence[str], rows: Iterable[Sequence[str]], *, ends_in_all: bool = False
) -> None:
    table = SubElement(SubElement(main, "div", {"class": "wide"}), "table")
    row = SubElement(SubElement(table, "thead"), "tr")
    for name in head:
        SubElement(row, "th", {"scope": "col"}).text = name
    body = SubElement(table, "tbody")
    for cells in rows:
        row = SubElement(body, "tr")
        first, *others = cells
        SubElement(row, "th", {"scope": "row"}).text = first
        for cell in others:
            SubElement(row, "td").text = cell
    if ends_in_all:
        row.set("class", "all")


def _heading(main: Element, text: str) -> None:
    SubElement(main, "h2").text = text


def _paragraph(main: Element, text: str) -> None:
    SubElement(main, "p").text = text


def _small(main: Element, text: str) -> None:
    SubElement(main, "p", {"class": "small"}).text = text


def _prose(main: Element, told: Markup, *, small: bool = False) -> None:
    """A sentence that was written for Slack: its bold is bold here, and its emoji are left out."""
    paragraph = SubElement(main, "p", {"class": "small"} if small else {})
    paragraph.text = ""
    last: Element | None = None
    for run in rich.prose(told):  # what people wrote is escaped in it, and is no mark
        if isinstance(run, str):
            text = html.unescape(run)
            said = text if last is not None or paragraph.text else text.lstrip()
            if last is None:
                paragraph.text += said
            else:
                last.tail = (last.tail or "") + said
        elif style := run.get("style"):
            last = SubElement(paragraph, next(TAGS[name] for name in style))
            last.text = html.unescape(run["text"])


def _draw(main: Element, picture: Block | None) -> None:
    """The place of a drawing, with what it shows in words for whoever does not see it."""
    if picture:
        told = {"role": "img", "aria-label": picture["alt_text"]}
        SubElement(main, "figure", told).text = DRAWING


def _page(say: Words, title: str, main: Element, pictures: Iterable[Block | None]) -> str:
    page = Element("html", {"lang": say.language})
    head, body = SubElement(page, "head"), SubElement(page, "body")
    SubElement(head, "meta", {"charset": "utf-8"})
    SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": POLICY})
    SubElement(head, "meta", {"name": "viewport", "content": "width=device-width"})
    SubElement(head, "title").text = title
    SubElement(head, "style").text = CSS.read_text(encoding="utf-8")
    body.append(main)
    made = tostring(page, encoding="unicode", method="html")
    for picture in filter(None, pictures):
        made = made.replace(DRAWING, charts.svg(picture), 1)
    return f"<!doctype html>\n{made}\n"
