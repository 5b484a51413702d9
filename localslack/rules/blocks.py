"""Every block: on which surfaces it stands, what it needs, what it may have.

Facts: docs.slack.dev/reference/block-kit/blocks. Where sources disagree about a surface, the block
is refused there, so that what passes here passes in Slack. A new block type is one entry here.
"""

from collections.abc import Mapping
from typing import Any

from localslack.rules import elements, tables
from localslack.rules.charts import CHART
from localslack.rules.elements import IMAGE, IMAGE_FIELDS, IMAGE_RULES, MESSAGE, MODAL
from localslack.rules.objects import ID, plain, text
from localslack.rules.problems import Problem
from localslack.rules.rich_text import RICH_TEXT
from localslack.rules.schema import (
    EVERYWHERE,
    NOTHING,
    Flag,
    FreeObj,
    ListOf,
    Node,
    Obj,
    OneOf,
    Problems,
    Rule,
    Str,
    Surface,
    typed,
)

NOT_MODAL: frozenset[Surface] = frozenset({"message", "home"})
MARKDOWN_CHARACTERS = 12_000


def block(
    name: str,
    needs: Mapping[str, Node] = NOTHING,
    may: Mapping[str, Node] = NOTHING,
    *rules: Rule,
    either: tuple[str, ...] = (),
    on: frozenset[Surface] = EVERYWHERE,
) -> Obj:
    """A block type; each may have a `block_id`."""
    return typed(name, needs, {"block_id": Str(255), **may}, *rules, either=either, on=on)


def _text_or_fields(section: Mapping[str, Any], at: str, on: Surface) -> Problems:
    if "text" not in section and not section.get("fields"):
        yield Problem("must define either `text` or `fields`", f"{at}/type")


def _has_substance(card: Mapping[str, Any], at: str, on: Surface) -> Problems:
    if not any(card.get(name) for name in ("hero_image", "title", "actions", "body")):
        message = "must define at least one of `hero_image`, `title`, `actions` or `body`"
        yield Problem(message, f"{at}/type")


def _one_icon(card: Mapping[str, Any], at: str, on: Surface) -> Problems:
    if "icon" in card and "slack_icon" in card:
        yield Problem("cannot define both `icon` and `slack_icon`", f"{at}/slack_icon")


def _folds_sensibly(container: Mapping[str, Any], at: str, on: Surface) -> Problems:
    folds = container.get("is_collapsible", False)
    if container.get("default_collapsed") and not folds:
        message = "must set `is_collapsible` to use `default_collapsed`"
        yield Problem(message, f"{at}/default_collapsed")
    if container.get("has_header_divider") and folds:
        message = "cannot use `has_header_divider` when `is_collapsible` is set"
        yield Problem(message, f"{at}/has_header_divider")


def _has_title(container: Mapping[str, Any], at: str, on: Surface) -> Problems:
    if "title" not in container and "rich_text_title" not in container:
        yield Problem("must define either `title` or `rich_text_title`", f"{at}/type")


SECTION = block(
    "section",
    {},
    {
        "text": text(3000),
        "accessory": elements.ACCESSORIES,
        "fields": ListOf(text(2000), least=1, most=10),
        "expand": Flag(),
    },
    _text_or_fields,
)
ACTIONS = block("actions", {"elements": ListOf(elements.ACTIONS, least=1, most=25)})
CONTEXT = block("context", {"elements": ListOf(elements.CONTEXT, least=1, most=10)})
HEADER = block("header", {"text": plain(150)})
DIVIDER = block("divider")
IMAGE_BLOCK = block(
    "image",
    {"alt_text": Str(2000, least=1)},
    {"title": plain(2000), **IMAGE_FIELDS},
    *IMAGE_RULES,
    either=("image_url", "slack_file"),
)
INPUT = block(
    "input",
    {"label": plain(2000), "element": elements.INPUTS},
    {"hint": plain(2000), "optional": Flag(), "dispatch_action": Flag()},
)
TABLE = block("table", tables.TABLE_NEEDS, tables.TABLE_MAY, *tables.TABLE_RULES, on=MESSAGE)
VIDEO = block(
    "video",
    {
        "alt_text": Str(200, least=1),
        "title": plain(200),
        "video_url": Str(3000, least=1, pattern=r"https://.+"),
        "thumbnail_url": Str(3000, least=1),
    },
    {
        "title_url": Str(3000, pattern=r"https://.+"),
        "description": plain(200),
        "author_name": Str(50),
        "provider_name": Str(50),
        "provider_icon_url": Str(3000),
    },
)
CARD = block(
    "card",
    {},
    {
        "hero_image": IMAGE,
        "icon": IMAGE,
        "slack_icon": typed("icon", {"name": ID}),
        "title": text(150),
        "subtitle": text(150),
        "body": text(200),
        "subtext": text(200),
        "actions": ListOf(OneOf(elements.BUTTON), most=3),
    },
    _has_substance,
    _one_icon,
    on=NOT_MODAL,
)

# The reference also lists rich_text, input and file; the live validator refuses them.
_IN_CONTAINER = OneOf(ACTIONS, CONTEXT, DIVIDER, HEADER, IMAGE_BLOCK, SECTION, TABLE, VIDEO)

_TASK: dict[str, Node] = {
    "task_id": ID,
    "title": Str(least=1),
    "status": Str(choices=("pending", "in_progress", "complete", "error")),
}
_TASK_DETAILS: dict[str, Node] = {
    "details": RICH_TEXT,
    "output": RICH_TEXT,
    "sources": ListOf(typed("url", {"url": Str(3000, least=1), "text": Str(least=1)})),
}

BLOCK = OneOf(
    SECTION,
    ACTIONS,
    CONTEXT,
    HEADER,
    DIVIDER,
    IMAGE_BLOCK,
    INPUT,
    RICH_TEXT,
    TABLE,
    VIDEO,
    CARD,
    block("carousel", {"elements": ListOf(OneOf(CARD), least=1, most=10)}, on=NOT_MODAL),
    block("markdown", {"text": Str(MARKDOWN_CHARACTERS, least=1)}, on=MESSAGE),
    block(
        "alert",
        {"text": text(200)},
        {
            "level": Str(choices=("default", "info", "warning", "error", "success")),
        },
        on=MODAL,
    ),
    block("context_actions", {"elements": ListOf(elements.FOOTER, least=1, most=5)}, on=MESSAGE),
    block(
        "data_table",
        tables.DATA_TABLE_NEEDS,
        tables.DATA_TABLE_MAY,
        *tables.DATA_TABLE_RULES,
        on=MESSAGE,
    ),
    block("data_visualization", {"title": Str(50, least=1), "chart": CHART}, on=MESSAGE),
    block(
        "container",
        {"child_blocks": ListOf(_IN_CONTAINER, least=1, most=10)},
        {
            "title": plain(150),
            "rich_text_title": RICH_TEXT,
            "subtitle": text(150),
            "icon": IMAGE,
            "width": Str(choices=("narrow", "standard", "wide", "full")),
            "is_collapsible": Flag(),
            "default_collapsed": Flag(),
            "has_header_divider": Flag(),
        },
        _has_title,
        _folds_sensibly,
        on=MESSAGE,
    ),
    block(
        "call",
        {"call_id": Str(least=1)},
        {"api_decoration_available": Flag(), "call": FreeObj()},
        on=MESSAGE,
    ),
    block("task_card", _TASK, _TASK_DETAILS, on=MESSAGE),
    block(
        "plan",
        {"title": Str(least=1)},
        {
            "tasks": ListOf(
                Obj(
                    needs=_TASK,
                    may={
                        "type": Str(choices=("task_card",)),
                        "block_id": Str(255),
                        **_TASK_DETAILS,
                    },
                )
            )
        },
        on=MESSAGE,
    ),
)

MOST_BLOCKS: Mapping[Surface, int] = {"message": 50, "modal": 100, "home": 100}
LISTS: Mapping[Surface, ListOf] = {
    surface: ListOf(BLOCK, most=most) for surface, most in MOST_BLOCKS.items()
}
