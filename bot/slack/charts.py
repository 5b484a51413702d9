"""Line charts: Slack's own block, a picture of it where a workspace refuses that block, words."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from bot.slack.block_kit import Block
from bot.words import Markup, Words

# Readable for the colour-blind, on light and on dark (Okabe and Ito 2008).
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
DASHES = ("-", "--", "-.", ":")
MARKS = "osD^vP"
NAME, TOP = 0.22, 5.0  # the height of a name, and the end of the scale, in points of the scale


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


def as_picture(say: Words, chart: Block) -> Block:
    """The same chart, to be drawn and uploaded when it is sent."""
    return {"type": "image", "alt_text": in_words(say, chart)[:2000], "amp_chart": chart}


def is_picture(block: Block) -> bool:
    return "amp_chart" in block


def png(chart: Block) -> bytes:
    """The chart as a PNG, drawn on white so that it reads in both of Slack's themes.

    matplotlib is slow to import, so it is imported here, where a picture is really drawn.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 4.2), dpi=150, layout="constrained", facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    categories = chart["chart"]["axis_config"]["categories"]
    all_series = chart["chart"]["series"]
    heights = apart([series["data"][-1]["value"] for series in all_series])
    for n, series in enumerate(all_series):
        _draw(axes, n, categories, series, named_at=heights[n])
    _dress(axes, chart)
    drawn = io.BytesIO()
    figure.savefig(drawn, format="png")
    return drawn.getvalue()


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
    axes: Any, n: int, categories: Sequence[str], series: Mapping[str, Any], *, named_at: float
) -> None:
    values = [point["value"] for point in series["data"]]
    colour = COLOURS[n % len(COLOURS)]
    style = {"linestyle": DASHES[n % len(DASHES)], "marker": MARKS[n % len(MARKS)]}
    axes.plot(categories, values, color=colour, linewidth=2.2, markersize=5, **style)
    axes.annotate(
        f"  {series['name']}",
        (len(categories) - 1, named_at),
        xytext=(4, 0),
        textcoords="offset points",
        color=colour,
        fontweight="bold",
        va="center",
        annotation_clip=False,
    )


def _dress(axes: Any, chart: Block) -> None:
    axes.set_title(chart["title"], loc="left", fontweight="bold")
    axes.set_ylabel(chart["chart"]["axis_config"].get("y_label", ""))
    axes.set_ylim(1, 5)
    axes.set_yticks(range(1, 6))
    axes.grid(axis="y", color="#dddddd")
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(axis="x", labelrotation=45)
    axes.margins(x=0.03)
