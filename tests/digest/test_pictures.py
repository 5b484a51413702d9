"""The picture of a chart, for workspaces that refuse Slack's own."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.digest.trends import blocks as trends
from bot.digest.trends import lines
from bot.slack import charts
from tests.digest.past import Past, ordinary


@given(st.lists(st.sampled_from([1.5, 2.25, 3.7, 3.75, 4.0, 4.5]), min_size=1, max_size=6))
def test_names_at_the_ends_of_lines_do_not_lie_on_each_other(ends: list[float]) -> None:
    """However close the lines end; the higher line has the higher name, none leaves the scale."""
    heights = charts.apart(ends)
    close = sorted(heights)
    assert all(b - a >= charts.NAME - 1e-9 for a, b in pairwise(close))
    assert close[-1] <= charts.TOP + 1e-9
    by_line = [height for _, height in sorted(zip(ends, heights, strict=True))]
    assert by_line == close


def test_a_line_alone_is_named_where_it_ends() -> None:
    """Nothing is moved without need."""
    assert charts.apart([3.75, 2.0]) == [3.75, 2.0]


def test_the_picture_is_a_png_whatever_ends_where() -> None:
    """Drawn with the library that draws it for people."""
    series = {"Autonomy: lower": [4.0, 2.25], "Mastery": [3.75, 3.75], "Purpose": [3.5, 3.75]}
    chart = charts.line("Two rounds", ["6 Oct", "13 Oct"], series, y="mean")
    drawn = charts.png({"amp_chart": chart, "amp_gaps": [1]})
    assert drawn.startswith(b"\x89PNG")
    assert len(drawn) > 10_000


async def test_half_a_point_is_no_mountain(past: Past) -> None:
    """Slack fits its axis to what is drawn: so a level line lies at either end of the scale."""
    told = await past.lives(ordinary(9))
    line = lines.of("Core", told, 12)
    draft = past.draft(told[-1])
    drawn = [block for shown in (draft.blocks, *draft.plainer) for block in shown]
    drawn += trends.message(past.say, past.content, line, 1, [], drawn=True)
    charts_ = [block["chart"] for block in drawn if block["type"] == "data_visualization"]
    assert len(charts_) >= 2
    for chart in charts_:
        levels = [{point["value"] for point in series["data"]} for series in chart["series"]]
        assert {1} in levels
        assert {5} in levels
