"""Native charts: the `data_visualization` block.

Facts: docs.slack.dev/reference/block-kit/blocks/data-visualization-block.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from localslack.rules import problems
from localslack.rules.problems import Problem
from localslack.rules.schema import ListOf, Num, Obj, OneOf, Problems, Str, Surface, typed

_LABEL = Str(20, least=1)
_SEGMENT = Obj(needs={"label": _LABEL, "value": Num(above=0)})
_POINT = Obj(needs={"label": _LABEL, "value": Num()})
_SERIES = Obj(needs={"name": _LABEL, "data": ListOf(_POINT, least=1, most=20)})
_AXES = Obj(
    needs={"categories": ListOf(_LABEL, least=1, most=20)},
    may={"x_label": Str(50), "y_label": Str(50)},
)


def _names_differ(chart: Mapping[str, Any], at: str, on: Surface) -> Problems:
    seen: set[str] = set()
    for n, series in enumerate(chart["series"]):
        if series["name"] in seen:
            yield problems.already_exists("name", series["name"], f"{at}/series/{n}/name")
        seen.add(series["name"])


def _one_point_per_category(chart: Mapping[str, Any], at: str, on: Surface) -> Problems:
    categories = Counter(chart["axis_config"]["categories"])
    for n, series in enumerate(chart["series"]):
        if Counter(point["label"] for point in series["data"]) != categories:
            message = "must provide exactly one data point for each category"
            yield Problem(message, f"{at}/series/{n}/data")


def _categories_differ(chart: Mapping[str, Any], at: str, on: Surface) -> Problems:
    categories = chart["axis_config"]["categories"]
    if len(set(categories)) < len(categories):
        yield problems.repeated(categories, f"{at}/axis_config/categories")


def _over_axes(kind: str) -> Obj:
    needs = {"series": ListOf(_SERIES, least=1, most=12), "axis_config": _AXES}
    rules = (_names_differ, _categories_differ, _one_point_per_category)
    return typed(kind, needs, {}, *rules)


CHART = OneOf(
    typed("pie", {"segments": ListOf(_SEGMENT, least=1, most=12)}),
    *(_over_axes(kind) for kind in ("bar", "line", "area")),
)
