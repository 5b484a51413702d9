"""What a person reads in blocks."""

from collections.abc import Iterator
from typing import Any

import pytest

from localslack.rules import visible_text
from tests.localslack.rules.kitchen_sink import (
    ALL_RICH_TEXT,
    HOME,
    MESSAGES,
    MODAL,
    REFERENCES,
    rich_text,
)
from tests.localslack.rules.said import (
    Json,
    actions,
    beside,
    button,
    cell,
    image,
    inquiry,
    mrkdwn,
    option,
    pie,
    plain,
    rich_line,
    rich_words,
    section,
    typing,
)


def _lines(*blocks: Json) -> list[str]:
    return visible_text(list(blocks)).split("\n")


def test_blocks_are_read_from_top_to_bottom() -> None:
    """A line for each thing that is seen."""
    blocks = [
        {"type": "header", "text": plain("Harbour")},
        section(text=mrkdwn("*Wind* 4"), fields=[plain("Sea"), plain("calm")]),
        {"type": "divider"},
        {"type": "context", "elements": [image(alt_text="A gull"), plain("seen at dawn")]},
        actions(button(text=plain("Sail")), button(text=plain("Stay"))),
    ]

    assert _lines(*blocks) == [
        "Harbour",
        "*Wind* 4",
        "Sea",
        "calm",
        "A gull",
        "seen at dawn",
        "Sail",
        "Stay",
    ]


def test_no_blocks_have_no_text() -> None:
    """Nothing is read where nothing is."""
    assert visible_text([]) == ""


def test_an_input_is_read_with_its_label_options_and_hint() -> None:
    """In the order in which they stand."""
    options = [option("Morning", description=plain("07:15")), option("Noon")]
    block = inquiry(
        {"type": "radio_buttons", "options": options}, label=plain("Ferry?"), hint=plain("Any")
    )

    assert _lines(block) == ["Ferry?", "Morning", "07:15", "Noon", "Any"]


def test_groups_of_options_are_read_under_their_labels() -> None:
    """As the open menu shows them."""
    groups = [
        {"label": plain("Day"), "options": [option("Noon")]},
        {"label": plain("Night"), "options": [option("Late")]},
    ]
    element = {"type": "static_select", "placeholder": plain("Ferry"), "option_groups": groups}

    assert _lines(beside(element)) == ["Text", "Ferry", "Day", "Noon", "Night", "Late"]


def test_a_placeholder_is_read_while_nothing_is_typed() -> None:
    """Then it gives way."""
    empty = typing(placeholder=plain("Name"))

    assert _lines(inquiry(empty)) == ["Text", "Name"]
    assert _lines(inquiry(empty | {"initial_value": "Ana"})) == ["Text", "Ana"]


def test_a_tables_row_is_a_line_of_cells() -> None:
    """Separated by tabs; rich text reads as its words."""
    rich_cell = rich_text(rich_line(rich_words("very "), rich_words("calm")))
    rows = [
        [cell("Sea"), cell("Wind")],
        [rich_cell, {"type": "raw_number", "value": 4, "text": "4 Bft"}],
    ]

    assert _lines({"type": "table", "rows": rows}) == ["Sea\tWind", "very calm\t4 Bft"]
    assert _lines({"type": "data_table", "caption": "Weather", "rows": rows}) == [
        "Weather",
        "Sea\tWind",
        "very calm\t4 Bft",
    ]


def test_a_pie_is_read_as_labels_and_values() -> None:
    """As its legend shows it."""
    segments = [{"label": "Islanders", "value": 61.5}, {"label": "Visitors", "value": 38}]

    assert _lines(pie(segments=segments)) == ["T", "Islanders: 61.5", "Visitors: 38"]


def test_a_chart_over_axes_is_read_series_by_series() -> None:
    """Title, axes, then each series with its points."""
    chart = MESSAGES["area and pie"]["blocks"][0]

    assert _lines(chart) == [
        "Delay as area",
        "Week",
        "Minutes",
        "Swan",
        "Week 1: 3",
        "Week 2: 1",
        "Week 3: 2.5",
    ]


def test_rich_text_reads_as_running_lines() -> None:
    """Mentions as in mrkdwn, a date as its fallback, lists item by item."""
    assert _lines(ALL_RICH_TEXT) == [
        "Plain, bold, italic, struck, underlined, code and all of it. "
        "the harbour or https://example.com/ "
        "<@U0ANA00001> <!subteam^S0CREW0001> <#C0HARBOUR1> T0HARBOUR1 @here :ship: "
        "1 January 2026 #0B5FFF",
        "The tideThe plan<@U0ANA00001>the logtide.csvBerth 71720710212.123456NThe boatRun",
        "Cast off",
        "Set sail",
        "Third",
        "Fourth",
        "The sea is calm.",
        "wind = 4",
        "log",
    ]


def test_a_container_a_card_and_a_plan_are_read_through() -> None:
    """Whatever stands in them."""
    plan = {
        "type": "plan",
        "title": "Sail",
        "tasks": [
            {
                "task_id": "1",
                "title": "Look up the tide",
                "status": "complete",
                "output": rich_text(rich_line(rich_words("High at noon"))),
                "sources": [{"type": "url", "url": "https://x.test", "text": "Tide table"}],
            }
        ],
    }
    card = {
        "type": "card",
        "title": mrkdwn("Swan"),
        "body": plain("A ferry"),
        "actions": [button(text=plain("Book"))],
    }
    box = {"type": "container", "title": plain("Log"), "child_blocks": [section()]}

    assert _lines(box, {"type": "carousel", "elements": [card]}, plan) == [
        *("Log", "Text"),
        *("Swan", "A ferry", "Book"),
        *("Sail", "Look up the tide", "High at noon", "Tide table"),
    ]


def test_a_confirmation_is_not_read_before_it_opens() -> None:
    """It appears on a click only."""
    confirm = {name: plain(f"hidden {name}") for name in ("title", "text", "confirm", "deny")}

    assert _lines(actions(button(confirm=confirm))) == ["Text"]


# Where the words of a sample are that nobody sees in the block itself.
_UNSEEN = {
    *("file_id", "root_message_ts", "root_message_channel", "details", "record_id", "channel_id"),
    *("salesforce_record_id", "entity_id", "app_id", "workflow_id", "function_trigger_id"),
    "call_id",
    *("type", "block_id", "action_id", "value", "url", "confirm", "style", "accessibility_label"),
    *("image_url", "slack_file", "timezone", "filter", "workflow", "slack_icon", "icon"),
    *("dispatch_action_config", "filetypes", "min_value", "max_value", "status", "task_id"),
    *("width", "level", "column_settings", "axis_config", "visible_to_user_ids", "placeholder"),
    *("initial_user", "initial_users", "initial_channel", "initial_channels"),
    *("initial_conversation", "initial_conversations", "format", "unicode", "range"),
    *("title_url", "video_url", "thumbnail_url", "provider_icon_url"),
}


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in _UNSEEN:
                yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)


@pytest.mark.parametrize(
    "blocks",
    [
        *(message["blocks"] for message in MESSAGES.values() if "blocks" in message),
        MODAL["blocks"],
        HOME["blocks"],
    ],
)
def test_every_word_of_every_sample_is_read(blocks: list[Json]) -> None:
    """No block or element keeps its text to itself."""
    text = visible_text(blocks)

    assert [words for words in _words(blocks) if words not in text] == []


def test_what_points_at_something_is_read_by_its_words() -> None:
    """Its text, its label, or what it points at."""
    read = visible_text([rich_text({"type": "rich_text_section", "elements": REFERENCES})])
    for words in ("The tide", "The plan", "the log", "tide.csv", "Berth 7", "The boat", "Run"):
        assert words in read
    assert "1720710212.123456" in read
