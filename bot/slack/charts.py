"""Line charts: Slack's own block, a picture of it where a workspace refuses that block, words."""

import io
import math
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from bot.slack.block_kit import Block
from bot.words import Markup, Words

# Readable for the colour-blind, on light and on dark (Okabe and Ito 2008).
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
DASHES = ("-", "--", "-.", ":")
MARKS = "osD^vP"
INK = "#010203"  # of whatever is no line: in SVG it becomes the colour of the text around it
Band: TypeAlias = tuple[int, int, int]  # the series, and the first and last place in it
TITLE_LINE = 40  # characters of a title before it goes on in another line
NAME, TOP = 0.3, 5.0  # the height of a name, and the end of the scale, in points of the scale


def line(
    title: str, categories: Sequence[str], series: Mapping[str, Sequence[float]], *, y: str
) -> Block:
    """A `data_visualization` block: at most 12 series of 20 points, one for each category."""
    return {
        "type": "data_visualization",
        "title": title[:50],
        "chart": {
            "type": "line",
            "series": [
                {
                    "name": name[:20],
                    "data": [
                        {"label": label[:20], "value": value}
                        for label, value in zip(categories, values, strict=True)
                    ],
                }
                for name, values in series.items()
            ],
            "axis_config": {"categories": [label[:20] for label in categories], "y_label": y[:50]},
        },
    }


def on_scale(chart: Block, *, top: str, bottom: str) -> Block:
    """The same chart with a level line at either end of the scale, which has their names.

    Slack fits the axis to the values and lets nobody choose it: else half a point looks like a
    mountain.
    """
    drawn = chart["chart"]
    categories = drawn["axis_config"]["categories"]
    ends = line(
        "", categories, {n: [v] * len(categories) for n, v in ((top, 5), (bottom, 1))}, y=""
    )
    series = [*drawn["series"], *ends["chart"]["series"]]
    return {**chart, "chart": {**drawn, "series": series}}


def in_words(say: Words, chart: Block) -> str:
    """What a chart shows, for a screen reader: each series with its values in order."""
    categories = chart["chart"]["axis_config"]["categories"]
    series = [_series_in_words(say, series) for series in chart["chart"]["series"]]
    return say.plain(
        "chart-in-words",
        title=chart["title"],
        first=categories[0],
        last=categories[-1],
        series=" ".join(series),
    )


def _series_in_words(say: Words, series: Mapping[str, Any]) -> str:
    numbers = [say.plain("chart-value", value=point["value"]) for point in series["data"]]
    values = say.listed([Markup(number) for number in numbers], style="unit")
    return say.plain("chart-series", name=series["name"], values=values)


def as_picture(
    say: Words, chart: Block, gaps: Sequence[int] = (), bands: Sequence[Band] = ()
) -> Block:
    """The same chart, to be drawn and uploaded when it is sent.

    Its lines are broken before each category whose place is in *gaps*, and have a band behind
    them where *bands* say so.
    """
    told = in_words(say, chart)[:2000]
    drawn = {"amp_chart": chart, "amp_gaps": list(gaps), "amp_bands": [list(b) for b in bands]}
    return {"type": "image", "alt_text": told, **drawn}


def is_picture(block: Block) -> bool:
    return "amp_chart" in block


def png(picture: Block) -> bytes:
    """The chart of a picture as a PNG, drawn on white so that it reads in both of Slack's themes.

    matplotlib is slow to import, so it is imported here, where a picture is really drawn.
    """
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 4.2), dpi=150, layout="constrained", facecolor="white")
    _fill(figure, picture)
    drawn = io.BytesIO()
    figure.savefig(drawn, format="png")
    return drawn.getvalue()


def svg(picture: Block) -> str:
    """The same as an SVG for a page: see-through, and in the colour of the text around it."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(4.8, 3.3), layout="constrained")
    _fill(figure, picture)
    drawn = io.StringIO()
    figure.savefig(drawn, format="svg", transparent=True, metadata={"Date": None})
    told = drawn.getvalue()
    return told[told.index("<svg") :].replace(INK, "currentColor")


def _fill(figure: Any, picture: Block) -> None:
    axes = figure.add_subplot()
    chart, gaps = picture["amp_chart"], picture.get("amp_gaps", ())
    categories = chart["chart"]["axis_config"]["categories"]
    places = [n + sum(gap <= n for gap in gaps) for n in range(len(categories))]
    all_series = chart["chart"]["series"]
    heights = apart([series["data"][-1]["value"] for series in all_series])
    for n, first, last in picture.get("amp_bands", ()):
        _draw_band(axes, n, places[first : last + 1], all_series[n]["data"][first : last + 1])
    for n, series in enumerate(all_series):
        _draw(axes, n, places, series, named_at=heights[n])
    _dress(axes, chart)
    axes.set_xticks(places, categories)


def apart(heights: Sequence[float]) -> list[float]:
    """Where the names at the lines' ends stand, far enough from each other to be read."""
    placed: list[float] = []
    order = sorted(range(len(heights)), key=lambda n: heights[n])
    for n in order:
        placed.append(max(heights[n], placed[-1] + NAME) if placed else heights[n])
    too_high = max(0.0, placed[-1] - TOP) if placed else 0.0
    lowered = [height - too_high for height in placed]
    return [lowered[order.index(n)] for n in range(len(heights))]


def _draw(
    axes: Any, n: int, places: Sequence[int], series: Mapping[str, Any], *, named_at: float
) -> None:
    values = {place: point["value"] for place, point in zip(places, series["data"], strict=True)}
    across = range(places[-1] + 1)  # where there is no value the line breaks
    colour = COLOURS[n % len(COLOURS)]
    style = {"linestyle": DASHES[n % len(DASHES)], "marker": MARKS[n % len(MARKS)]}
    drawn = [values.get(place, math.nan) for place in across]
    axes.plot(across, drawn, color=colour, linewidth=2.2, markersize=5, **style)
    axes.annotate(
        f"  {series['name']}",
        (places[-1], named_at),
        xytext=(4, 0),
        textcoords="offset points",
        color=colour,
        fontweight="bold",
        va="center",
        annotation_clip=False,
    )


def _draw_band(axes: Any, n: int, places: Sequence[int], data: Sequence[Mapping[str, Any]]) -> None:
    """A pale band along a line: what was tried there was to move it."""
    style = {"linewidth": 13, "alpha": 0.25, "solid_capstyle": "round"}
    values = [point["value"] for point in data]
    axes.plot(places, values, color=COLOURS[n % len(COLOURS)], **style)


def _dress(axes: Any, chart: Block) -> None:
    title = textwrap.fill(chart["title"], TITLE_LINE)
    axes.set_title(title, loc="left", fontweight="bold", color=INK)
    axes.set_ylabel(chart["chart"]["axis_config"].get("y_label", ""), color=INK)
    axes.set_ylim(1, 5)
    axes.set_yticks(range(1, 6))
    axes.grid(axis="y", color=INK, alpha=0.15)
    axes.spines[:].set_color(INK)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(colors=INK)
    axes.tick_params(axis="x", labelrotation=45)
    axes.margins(x=0.03)
