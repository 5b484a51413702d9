"""Short ways to build a payload and to read what is said about it."""

from collections.abc import Iterable
from typing import Any

from localslack.rules import Problem, Surface, validate_blocks, validate_view

Json = dict[str, Any]


def said(problems: Iterable[Problem]) -> list[str]:
    """Each problem as Slack writes it, without the leading `[ERROR]`."""
    return [str(problem) for problem in problems]


def of_block(block: Json, surface: Surface = "message") -> list[str]:
    """What is said about a single block."""
    return said(validate_blocks([block], surface))


def of_view(view: Json) -> list[str]:
    """What is said about a view."""
    return said(validate_view(view))


def plain(text: str = "Text") -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str = "Text") -> Json:
    return {"type": "mrkdwn", "text": text}


def option(text: str = "One", **more: Any) -> Json:
    return {"text": plain(text), "value": text, **more}


def options(count: int) -> list[Json]:
    return [option(f"Option {n}") for n in range(count)]


def button(**more: Any) -> Json:
    return {"type": "button", "text": plain(), **more}


def image(**more: Any) -> Json:
    return {"type": "image", "alt_text": "A picture", "image_url": "https://x.test/a.png", **more}


def section(**more: Any) -> Json:
    return {"type": "section", "text": mrkdwn(), **more}


def beside(element: Json) -> Json:
    """A section with an accessory."""
    return section(accessory=element)


def actions(*elements: Json, **more: Any) -> Json:
    return {"type": "actions", "elements": list(elements), **more}


def inquiry(element: Json, **more: Any) -> Json:
    """An input block."""
    return {"type": "input", "label": plain(), "element": element, **more}


def typing(**more: Any) -> Json:
    """A plain text input."""
    return {"type": "plain_text_input", **more}


def rich(*elements: Json) -> Json:
    return {"type": "rich_text", "elements": list(elements)}


def rich_line(*inline: Json) -> Json:
    return {"type": "rich_text_section", "elements": list(inline)}


def rich_words(text: str = "Text") -> Json:
    return {"type": "text", "text": text}


def cell(text: str = "x") -> Json:
    return {"type": "raw_text", "text": text}


def rows(height: int, width: int, text: str = "x") -> list[list[Json]]:
    return [[cell(text) for _ in range(width)] for _ in range(height)]


def table(height: int = 2, width: int = 2, text: str = "x", **more: Any) -> Json:
    return {"type": "table", "rows": rows(height, width, text), **more}


def data_table(height: int = 2, width: int = 2, text: str = "x", **more: Any) -> Json:
    return {"type": "data_table", "caption": "C", "rows": rows(height, width, text), **more}


def points(*labels: str) -> list[Json]:
    return [{"label": label, "value": 1} for label in labels]


def series(name: str = "A", *labels: str) -> Json:
    return {"name": name, "data": points(*(labels or ("x",)))}


def chart(**more: Any) -> Json:
    """A bar chart of one series over the category "x"."""
    over = {"type": "bar", "series": [series()], "axis_config": {"categories": ["x"]}}
    return {"type": "data_visualization", "title": "T", "chart": over | more}


def pie(**more: Any) -> Json:
    segments = [{"label": "x", "value": 1}]
    shape = {"type": "pie", "segments": segments} | more
    return {"type": "data_visualization", "title": "T", "chart": shape}


def modal(*blocks: Json, **more: Any) -> Json:
    return {"type": "modal", "title": plain("Title"), "blocks": list(blocks), **more}


def home(*blocks: Json, **more: Any) -> Json:
    return {"type": "home", "blocks": list(blocks), **more}
