"""Slack's native charts: drawn as pictures that can also be read and walked through."""

import itertools
from typing import Any

import pytest
from playwright.async_api import expect

from tests.localslack.page.conftest import Open
from tests.localslack.page.test_blocks import show

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

WEEKS = ["Week 1", "Week 2", "Week 3"]


def series(name: str, *values: float) -> dict[str, Any]:
    """One line of a chart."""
    points = zip(WEEKS, values, strict=True)
    return {"name": name, "data": [{"label": label, "value": value} for label, value in points]}


def chart(kind: str, *lines: dict[str, Any]) -> dict[str, Any]:
    """A chart over three weeks."""
    axes = {"categories": WEEKS, "x_label": "Week", "y_label": "Minutes late"}
    inner = {"type": kind, "series": list(lines), "axis_config": axes}
    return {"type": "data_visualization", "title": "Delays", "chart": inner}


PIE = {
    "type": "data_visualization",
    "title": "Who sails",
    "chart": {
        "type": "pie",
        "segments": [{"label": "Islanders", "value": 60}, {"label": "Visitors", "value": 20}],
    },
}


@pytest.mark.parametrize("kind", ["line", "bar", "area"])
async def test_a_chart_has_a_text_alternative(open_as: Open, kind: str) -> None:
    """The picture says what it shows, and a table holds every value."""
    page = await open_as("ana")
    await show(page, [chart(kind, series("Swan", 3, -1, 2.5), series("Goose", 1, 4, 0))])
    picture = page.get_by_role("img", name=f"{kind.title()} chart: Delays.")
    await expect(picture).to_have_accessible_name(
        f"{kind.title()} chart: Delays. Across: Week. Up: Minutes late. 3 points: "
        "Swan from 3 to 2.5, lowest -1, highest 3; Goose from 1 to 0, lowest 0, highest 4."
    )
    table = page.get_by_role("table", name='Data of the chart "Delays"')
    await expect(table.get_by_role("row")).to_have_count(4)
    await expect(table.get_by_role("cell")).to_have_text(["3", "1", "-1", "4", "2.5", "0"])
    await expect(page.locator("svg text").filter(has_text="Minutes late")).to_have_count(1)
    await expect(page.locator(".chart-legend li")).to_have_text(["Swan", "Goose"])


async def test_a_pie_says_its_parts(open_as: Open) -> None:
    """With shares of the whole."""
    page = await open_as("ana")
    await show(page, [PIE])
    await expect(page.get_by_role("img")).to_have_accessible_name(
        "Pie chart: Who sails. Islanders 60 (75%), Visitors 20 (25%)."
    )
    await expect(page.locator(".chart-round path")).to_have_count(2)


async def test_values_show_under_the_pointer_and_by_the_arrow_keys(open_as: Open) -> None:
    """Both ways say the same."""
    page = await open_as("ana")
    await show(page, [chart("line", series("Swan", 3, -1, 2.5))])
    picture = page.get_by_role("img")
    box = await picture.bounding_box()
    assert box is not None
    await page.mouse.move(box["x"] + box["width"] * 0.98, box["y"] + box["height"] / 2)
    await expect(page.locator(".chart-readout")).to_have_text("Week 3Swan: 2.5")
    await picture.focus()
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("ArrowRight")
    await expect(page.locator(".chart-readout")).to_have_text("Week 2Swan: -1")


AXES = [
    ([0, 10], "bar", [0, 2, 4, 6, 8, 10]),
    ([3.1, 3.4], "line", [3.1, 3.2, 3.3, 3.4]),
    ([3.1, 3.4], "bar", [0, 1, 2, 3, 4]),
    ([-5, -5], "line", [-6, -5.5, -5, -4.5, -4]),
    ([0, 0], "area", [-1, -0.5, 0, 0.5, 1]),
    ([12000, 48000], "area", [0, 10000, 20000, 30000, 40000, 50000]),
]


async def test_axes_have_round_steps(open_as: Open) -> None:
    """They hold every value; bars and areas begin at zero."""
    page = await open_as("ana")
    found = await page.evaluate(
        """async (axes) => {
            const { niceTicks } = await import('/page/charts/frame.js');
            return axes.map(([values, kind]) => niceTicks(values, kind));
        }""",
        AXES,
    )
    assert found == [ticks for _, _, ticks in AXES]


async def test_a_chart_is_readable_on_a_phone(open_as: Open) -> None:
    """Its words keep their size, don't lie on each other, and the newest is among them."""
    page = await open_as("ana", phone=True)
    weeks = [f"{day} November" for day in range(1, 19)]
    points = [{"label": week, "value": day} for day, week in enumerate(weeks)]
    inner = {
        "type": "line",
        "series": [{"name": "Swan", "data": points}],
        "axis_config": {"categories": weeks, "y_label": "Minutes late, on the way back home"},
    }
    await show(page, [{"type": "data_visualization", "title": "Delays", "chart": inner}])
    picture = page.get_by_role("img")
    scale = "(node) => node.getBoundingClientRect().width / node.viewBox.baseVal.width"
    assert await picture.evaluate(scale) == 1
    labels = page.locator(".chart-tick[transform]")
    count = await labels.count()
    assert 4 < count < 18
    await expect(labels.last).to_have_text("18 November")
    across = [float(await labels.nth(n).get_attribute("x") or 0) for n in range(count)]
    assert min(b - a for a, b in itertools.pairwise(across)) > 20
    room = await picture.bounding_box()
    assert room is not None
    for label in await page.locator("svg.chart-plot text").all():
        box = await label.bounding_box()
        assert box is not None
        assert box["x"] >= room["x"] - 1
        assert box["y"] >= room["y"] - 1
        assert box["y"] + box["height"] <= room["y"] + room["height"] + 1
