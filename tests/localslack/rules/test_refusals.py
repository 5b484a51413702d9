"""What one block or element is refused for, word for word and at the right place."""

import pytest

from localslack.rules import Surface, validate_blocks
from tests.localslack.rules.said import (
    Json,
    actions,
    beside,
    button,
    cell,
    chart,
    data_table,
    image,
    inquiry,
    mrkdwn,
    of_block,
    option,
    options,
    pie,
    plain,
    points,
    rich,
    rich_line,
    rich_words,
    rows,
    said,
    section,
    series,
    table,
    typing,
)


def _without(payload: Json, name: str) -> Json:
    return {key: value for key, value in payload.items() if key != name}


CONFIRM = {name: plain() for name in ("title", "text", "confirm", "deny")}
STATIC = {"type": "static_select", "options": options(2)}
CARD = {"type": "card", "title": mrkdwn()}
BOX = {"type": "container", "title": plain(), "child_blocks": [section()]}

# A rule, a block that breaks it alone, what is said below /blocks/0.
SHAPES: list[tuple[str, Json, str, str]] = [
    ("an unknown block", {"type": "poll"}, "unsupported type: poll", "/type"),
    ("a block without a type", {"text": plain()}, "missing required field: type", ""),
    ("a type that is no string", {"type": 1}, "must provide a string", "/type"),
    ("a header without text", {"type": "header"}, "missing required field: text", ""),
    (
        "mrkdwn in a header",
        {"type": "header", "text": mrkdwn()},
        "must be a valid enum value",
        "/text/type",
    ),
    (
        "a text of a strange type",
        section(text={"type": "html"}),
        "unsupported type: html",
        "/text/type",
    ),
    ("a text that is a string", section(text="x"), "must provide an object", "/text"),
    (
        "emoji in mrkdwn",
        section(text=mrkdwn() | {"emoji": True}),
        "invalid additional property: emoji",
        "/text",
    ),
    ("a stranger in a block", section(colour="red"), "invalid additional property: colour", ""),
    (
        "a block_id on an element",
        beside(button(block_id="b")),
        "invalid additional property: block_id",
        "/accessory",
    ),
    ("null for a string", section(block_id=None), "must provide a string", "/block_id"),
    ("null for an object", section(accessory=None), "must provide an object", "/accessory"),
    ("null for a list", section(fields=None), "must provide an array", "/fields"),
    ("a flag in words", section(expand="yes"), "must be a boolean", "/expand"),
    ("actions without elements", {"type": "actions"}, "missing required field: elements", ""),
    (
        "an input among actions",
        actions(typing()),
        "unsupported type: plain_text_input",
        "/elements/0/type",
    ),
    (
        "a button in context",
        {"type": "context", "elements": [button()]},
        "unsupported type: button",
        "/elements/0/type",
    ),
    (
        "an input without an element",
        {"type": "input", "label": plain()},
        "missing required field: element",
        "",
    ),
    (
        "an input without a label",
        _without(inquiry(typing()), "label"),
        "missing required field: label",
        "",
    ),
    ("a button as input", inquiry(button()), "unsupported type: button", "/element/type"),
    (
        "a date and time beside a section",
        beside({"type": "datetimepicker"}),
        "unsupported type: datetimepicker",
        "/accessory/type",
    ),
    (
        "a button in a strange style",
        beside(button(style="loud")),
        "must be a valid enum value",
        "/accessory/style",
    ),
    (
        "an empty action_id",
        beside(button(action_id="")),
        "must be more than 0 characters",
        "/accessory/action_id",
    ),
    (
        "a confirmation without a title",
        beside(button(confirm=_without(CONFIRM, "title"))),
        "missing required field: title",
        "/accessory/confirm",
    ),
    (
        "a confirmation without a yes",
        beside(button(confirm=_without(CONFIRM, "confirm"))),
        "missing required field: confirm",
        "/accessory/confirm",
    ),
    (
        "a confirmation without a no",
        beside(button(confirm=_without(CONFIRM, "deny"))),
        "missing required field: deny",
        "/accessory/confirm",
    ),
    (
        "an image without alt_text",
        _without(image(), "alt_text"),
        "missing required field: alt_text",
        "",
    ),
    (
        "an image without a source",
        _without(image(), "image_url"),
        "missing required field: image_url",
        "",
    ),
    (
        "an image of two sources",
        image(slack_file={"id": "F1"}),
        "failed to match exactly one allowed schema",
        "",
    ),
    (
        "a file by id and address",
        _without(image(slack_file={"id": "F1", "url": "https://x.test/f"}), "image_url"),
        "failed to match exactly one allowed schema",
        "/slack_file",
    ),
    (
        "a file by nothing",
        _without(image(slack_file={}), "image_url"),
        "missing required field: id",
        "/slack_file",
    ),
    (
        "an option without a value",
        inquiry({"type": "static_select", "options": [{"text": plain()}]}),
        "missing required field: value",
        "/element/options/0",
    ),
    (
        "mrkdwn in a select's option",
        inquiry({"type": "static_select", "options": [option() | {"text": mrkdwn()}]}),
        "must be a valid enum value",
        "/element/options/0/text/type",
    ),
    (
        "a link in a select's option",
        inquiry({"type": "static_select", "options": [option(url="https://x.test")]}),
        "invalid additional property: url",
        "/element/options/0",
    ),
    (
        "a select of nothing",
        inquiry({"type": "static_select"}),
        "missing required field: options",
        "/element",
    ),
    (
        "options and groups",
        inquiry(STATIC | {"option_groups": [{"label": plain(), "options": options(1)}]}),
        "failed to match exactly one allowed schema",
        "/element",
    ),
    (
        "options of an external select",
        inquiry({"type": "external_select", "options": options(1)}),
        "invalid additional property: options",
        "/element",
    ),
    (
        "several of one",
        inquiry(STATIC | {"max_selected_items": 2}),
        "invalid additional property: max_selected_items",
        "/element",
    ),
    (
        "none of several",
        inquiry(STATIC | {"type": "multi_static_select", "max_selected_items": 0}),
        "must be greater than 1",
        "/element/max_selected_items",
    ),
    (
        "half of several",
        inquiry(STATIC | {"type": "multi_static_select", "max_selected_items": 1.5}),
        "must provide an integer",
        "/element/max_selected_items",
    ),
    (
        "true for a number",
        inquiry(typing(max_length=True)),
        "must provide an integer",
        "/element/max_length",
    ),
    (
        "a strange conversation",
        inquiry({"type": "conversations_select", "filter": {"include": ["dm"]}}),
        "must be a valid enum value",
        "/element/filter/include/0",
    ),
    (
        "no conversation",
        inquiry({"type": "conversations_select", "filter": {"include": []}}),
        "must provide at least 1 items",
        "/element/filter/include",
    ),
    (
        "a strange trigger of actions",
        inquiry(typing(dispatch_action_config={"trigger_actions_on": ["on_blur"]})),
        "must be a valid enum value",
        "/element/dispatch_action_config/trigger_actions_on/0",
    ),
    (
        "a date in words",
        inquiry({"type": "datepicker", "initial_date": "tomorrow"}),
        "input must be a valid: date",
        "/element/initial_date",
    ),
    (
        "a day that is none",
        inquiry({"type": "datepicker", "initial_date": "2026-02-30"}),
        "input must be a valid: date",
        "/element/initial_date",
    ),
    (
        "a time past midnight",
        inquiry({"type": "timepicker", "initial_time": "24:00"}),
        "input must match regex pattern: ^([01][0-9]|2[0-3]):[0-5][0-9]$",
        "/element/initial_time",
    ),
    (
        "a moment in milliseconds",
        inquiry({"type": "datetimepicker", "initial_date_time": 1_767_225_600_000}),
        "must be less than 9999999999",
        "/element/initial_date_time",
    ),
    (
        "a text of more than 3000 characters",
        inquiry(typing(max_length=3001)),
        "must be less than 3000",
        "/element/max_length",
    ),
    (
        "a text of no characters",
        inquiry(typing(max_length=0)),
        "must be greater than 1",
        "/element/max_length",
    ),
    (
        "rich text without elements",
        {"type": "rich_text"},
        "missing required field: elements",
        "",
    ),
    ("empty rich text", rich(), "must provide at least 1 items", "/elements"),
    (
        "a strange piece of rich text",
        rich(rich_line({"type": "mrkdwn", "text": "x"})),
        "unsupported type: mrkdwn",
        "/elements/0/elements/0/type",
    ),
    (
        "a line within a line",
        rich(rich_words()),
        "unsupported type: text",
        "/elements/0/type",
    ),
    (
        "a list of no style",
        rich({"type": "rich_text_list", "elements": []}),
        "missing required field: style",
        "/elements/0",
    ),
    (
        "a list nine deep",
        rich({"type": "rich_text_list", "style": "bullet", "indent": 9, "elements": []}),
        "must be less than 8",
        "/elements/0/indent",
    ),
    (
        "words straight in a list",
        rich({"type": "rich_text_list", "style": "bullet", "elements": [rich_words()]}),
        "unsupported type: text",
        "/elements/0/elements/0/type",
    ),
    (
        "a mention in code",
        rich({"type": "rich_text_preformatted", "elements": [{"type": "user", "user_id": "U1"}]}),
        "unsupported type: user",
        "/elements/0/elements/0/type",
    ),
    (
        "a strange style of rich text",
        rich(rich_line(rich_words() | {"style": {"blink": True}})),
        "invalid additional property: blink",
        "/elements/0/elements/0/style",
    ),
    (
        "a broadcast to nobody",
        rich(rich_line({"type": "broadcast", "range": "nobody"})),
        "must be a valid enum value",
        "/elements/0/elements/0/range",
    ),
    (
        "a number without text",
        table() | {"rows": [[{"type": "raw_number", "value": 1}]]},
        "missing required field: text",
        "/rows/0/0",
    ),
    (
        "a number without value",
        table() | {"rows": [[{"type": "raw_number", "text": "1"}]]},
        "missing required field: value",
        "/rows/0/0",
    ),
    (
        "a cell of a strange type",
        table() | {"rows": [[mrkdwn()]]},
        "unsupported type: mrkdwn",
        "/rows/0/0/type",
    ),
    (
        "a column aligned strangely",
        table(column_settings=[{"align": "top"}]),
        "must be a valid enum value",
        "/column_settings/0/align",
    ),
    (
        "a data table without caption",
        _without(data_table(), "caption"),
        "missing required field: caption",
        "",
    ),
    ("a page of no rows", data_table(page_size=0), "must be greater than 1", "/page_size"),
    ("a page of 101 rows", data_table(page_size=101), "must be less than 100", "/page_size"),
    ("a chart of a strange kind", chart(type="donut"), "unsupported type: donut", "/chart/type"),
    (
        "a chart without axes",
        {
            "type": "data_visualization",
            "title": "T",
            "chart": {"type": "bar", "series": [series()]},
        },
        "missing required field: axis_config",
        "/chart",
    ),
    (
        "a pie with an empty piece",
        pie(segments=[{"label": "x", "value": 0}]),
        "must be greater than 0",
        "/chart/segments/0/value",
    ),
    (
        "a point in words",
        chart(series=[{"name": "A", "data": [{"label": "x", "value": "1"}]}]),
        "must provide a number",
        "/chart/series/0/data/0/value",
    ),
    (
        "a card with an icon of no name",
        CARD | {"slack_icon": {"type": "icon"}},
        "missing required field: name",
        "/slack_icon",
    ),
    (
        "a container of containers",
        BOX | {"child_blocks": [BOX]},
        "unsupported type: container",
        "/child_blocks/0/type",
    ),
    (
        "a container of inputs",
        BOX | {"child_blocks": [inquiry(typing())]},
        "unsupported type: input",
        "/child_blocks/0/type",
    ),
    (
        "a container of a strange width",
        BOX | {"width": "huge"},
        "must be a valid enum value",
        "/width",
    ),
    (
        "a carousel of sections",
        {"type": "carousel", "elements": [section()]},
        "unsupported type: section",
        "/elements/0/type",
    ),
    (
        "a strange icon",
        {
            "type": "context_actions",
            "elements": [{"type": "icon_button", "icon": "skull", "text": plain()}],
        },
        "must be a valid enum value",
        "/elements/0/icon",
    ),
    (
        "half a feedback",
        {
            "type": "context_actions",
            "elements": [
                {"type": "feedback_buttons", "positive_button": {"text": plain(), "value": "x"}}
            ],
        },
        "missing required field: negative_button",
        "/elements/0",
    ),
    (
        "a video over plain http",
        {
            "type": "video",
            "title": plain(),
            "alt_text": "x",
            "video_url": "http://x.test",
            "thumbnail_url": "https://x.test",
        },
        "input must match regex pattern: ^https://.+$",
        "/video_url",
    ),
    (
        "a task in a strange state",
        {"type": "task_card", "task_id": "1", "title": "T", "status": "lost"},
        "must be a valid enum value",
        "/status",
    ),
]

# The same for what is looked at once the shape is right.
SENSE: list[tuple[str, Json, str, str]] = [
    ("an empty section", {"type": "section"}, "must define either `text` or `fields`", "/type"),
    (
        "an initial option that is not offered",
        inquiry(STATIC | {"initial_option": option("Other")}),
        "must be one of the provided options",
        "/element/initial_option",
    ),
    (
        "an initial option that differs in its emoji",
        inquiry(
            STATIC
            | {"initial_option": {"text": plain("Option 0") | {"emoji": True}, "value": "Option 0"}}
        ),
        "must be one of the provided options",
        "/element/initial_option",
    ),
    (
        "initial options of which one is not offered",
        inquiry(
            {
                "type": "checkboxes",
                "options": options(2),
                "initial_options": [*options(1), option("Other")],
            }
        ),
        "must be one of the provided options",
        "/element/initial_options",
    ),
    (
        "an empty list of initial options",
        inquiry(STATIC | {"type": "multi_static_select", "initial_options": []}),
        "must be one of the provided options",
        "/element/initial_options",
    ),
    (
        "an initial radio button that is not offered",
        beside({"type": "radio_buttons", "options": options(2), "initial_option": option("Other")}),
        "must be one of the provided options",
        "/accessory/initial_option",
    ),
    (
        "lengths the wrong way round",
        inquiry(typing(min_length=10, max_length=5)),
        "must be less than 5",
        "/element/min_length",
    ),
    (
        "a filter of nothing",
        inquiry({"type": "conversations_select", "filter": {}}),
        "must have minimum 1 properties",
        "/element/filter",
    ),
    (
        "the same trigger of actions twice",
        inquiry(typing(dispatch_action_config={"trigger_actions_on": ["on_enter_pressed"] * 2})),
        "Input contains duplicate items",
        "/element/dispatch_action_config/trigger_actions_on",
    ),
    (
        "a time zone that is none",
        inquiry({"type": "timepicker", "timezone": "Europe/Atlantis"}),
        "input must be a valid: timezone",
        "/element/timezone",
    ),
    (
        "a picture that is not on the web",
        image(image_url="data:image/png;base64,AAAA"),
        "downloading image failed",
        "/image_url",
    ),
    (
        "a short row",
        table() | {"rows": [*rows(1, 3), *rows(1, 2)]},
        "must provide at least 3 items",
        "/rows/1",
    ),
    (
        "a long row",
        data_table() | {"rows": [*rows(1, 2), *rows(1, 3)]},
        "no more than 2 items allowed",
        "/rows/1",
    ),
    (
        "a table of 10,001 characters",
        table(1, 1, "x" * 10_001),
        "must be less than 10001 characters",
        "/rows",
    ),
    (
        "rich text in a data table's header",
        data_table() | {"rows": [[rich(rich_line(rich_words()))], [cell()]]},
        "unsupported type: rich_text",
        "/rows/0/0/type",
    ),
    (
        "a header column that is not there",
        data_table(2, 2, row_header_column_index=2),
        "must be less than 1",
        "/row_header_column_index",
    ),
    (
        "two series of one name",
        chart(series=[series("A"), series("A")]),
        '`name` "A" already exists',
        "/chart/series/1/name",
    ),
    (
        "a category without its point",
        chart(axis_config={"categories": ["x", "y"]}),
        "must provide exactly one data point for each category",
        "/chart/series/0/data",
    ),
    (
        "a point without its category",
        chart(series=[series("A", "x", "y")]),
        "must provide exactly one data point for each category",
        "/chart/series/0/data",
    ),
    (
        "a category with two points",
        chart(
            series=[{"name": "A", "data": points("x", "x")}], axis_config={"categories": ["x", "y"]}
        ),
        "must provide exactly one data point for each category",
        "/chart/series/0/data",
    ),
    (
        "a category twice",
        chart(series=[series("A", "x", "x")], axis_config={"categories": ["x", "x"]}),
        "Input contains duplicate items",
        "/chart/axis_config/categories",
    ),
    (
        "an empty card",
        {"type": "card", "subtitle": mrkdwn()},
        "must define at least one of `hero_image`, `title`, `actions` or `body`",
        "/type",
    ),
    (
        "a card of two icons",
        CARD | {"icon": image(), "slack_icon": {"type": "icon", "name": "bot"}},
        "cannot define both `icon` and `slack_icon`",
        "/slack_icon",
    ),
    (
        "a container without a title",
        _without(BOX, "title"),
        "must define either `title` or `rich_text_title`",
        "/type",
    ),
    (
        "a container that is closed and cannot open",
        BOX | {"default_collapsed": True},
        "must set `is_collapsible` to use `default_collapsed`",
        "/default_collapsed",
    ),
    (
        "a container that folds and has a divider",
        BOX | {"is_collapsible": True, "has_header_divider": True},
        "cannot use `has_header_divider` when `is_collapsible` is set",
        "/has_header_divider",
    ),
]

# In modals only.
IN_MODALS: list[tuple[str, Json, str, str]] = [
    (
        "a number input that says nothing of decimals",
        inquiry({"type": "number_input"}),
        "missing required field: is_decimal_allowed",
        "/element",
    ),
    (
        "a number that is no string",
        inquiry({"type": "number_input", "is_decimal_allowed": True, "min_value": 1}),
        "must provide a string",
        "/element/min_value",
    ),
    (
        "a string that is no number",
        inquiry({"type": "number_input", "is_decimal_allowed": True, "min_value": "one"}),
        "input must match regex pattern: ^-?[0-9]+(\\.[0-9]+)?$",
        "/element/min_value",
    ),
    (
        "numbers the wrong way round",
        inquiry(
            {
                "type": "number_input",
                "is_decimal_allowed": True,
                "min_value": "10",
                "max_value": "9.5",
            }
        ),
        "must be less than 9.5",
        "/element/min_value",
    ),
    (
        "a decimal where none is allowed",
        inquiry({"type": "number_input", "is_decimal_allowed": False, "initial_value": "1.5"}),
        "must provide an integer",
        "/element/initial_value",
    ),
    (
        "eleven files",
        inquiry({"type": "file_input", "max_files": 11}),
        "must be less than 10",
        "/element/max_files",
    ),
    (
        "no kind of file",
        inquiry({"type": "file_input", "filetypes": []}),
        "must provide at least 1 items",
        "/element/filetypes",
    ),
    (
        "101 lines of rich text",
        inquiry({"type": "rich_text_input", "max_lines": 101}),
        "must be less than 100",
        "/element/max_lines",
    ),
    (
        "an alert of a strange level",
        {"type": "alert", "text": plain(), "level": "panic"},
        "must be a valid enum value",
        "/level",
    ),
]


def _cases(table: list[tuple[str, Json, str, str]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        ("block", "message", "pointer"), [row[1:] for row in table], ids=[row[0] for row in table]
    )


@_cases(SHAPES)
def test_a_misshapen_block_is_refused(block: Json, message: str, pointer: str) -> None:
    """Types, required and unknown properties, values out of range."""
    assert of_block(block) == [f"{message} [json-pointer:/blocks/0{pointer}]"]


@_cases(SENSE)
def test_a_block_that_contradicts_itself_is_refused(
    block: Json, message: str, pointer: str
) -> None:
    """Rules between the properties of one block."""
    assert of_block(block) == [f"{message} [json-pointer:/blocks/0{pointer}]"]


@_cases(IN_MODALS)
def test_a_block_for_modals_is_refused(block: Json, message: str, pointer: str) -> None:
    """What exists only in modals has rules of its own."""
    assert of_block(block, "modal") == [f"{message} [json-pointer:/blocks/0{pointer}]"]


def test_every_missing_field_of_an_object_is_named_and_hides_the_rest() -> None:
    """As in Slack, an object that lacks something is not looked at further."""
    assert of_block({"type": "input", "optional": "perhaps", "colour": "red"}) == [
        "missing required field: label [json-pointer:/blocks/0]",
        "missing required field: element [json-pointer:/blocks/0]",
    ]


def test_an_image_beside_a_section_lacks_its_source_first() -> None:
    """The order of the live service."""
    assert of_block(beside({"type": "image"})) == [
        "missing required field: image_url [json-pointer:/blocks/0/accessory]",
        "missing required field: alt_text [json-pointer:/blocks/0/accessory]",
    ]


def test_every_misshapen_block_of_a_message_is_named() -> None:
    """A person who sends three wrong blocks learns of all three."""
    blocks = [section(text=mrkdwn("")), section(), {"type": "header", "text": plain("x" * 151)}]

    assert said(validate_blocks(blocks, "message")) == [
        "must be more than 0 characters [json-pointer:/blocks/0/text/text]",
        "must be less than 151 characters [json-pointer:/blocks/2/text/text]",
    ]


def test_sense_is_asked_only_when_every_shape_is_right() -> None:
    """A contradiction shows up once nothing is misshapen."""
    blocks = [{"type": "section"}, {"type": "header"}]

    assert said(validate_blocks(blocks, "message")) == [
        "missing required field: text [json-pointer:/blocks/1]"
    ]


ALL = {"message", "modal", "home"}
WHERE: list[tuple[Json, set[Surface]]] = [
    (section(), {"message", "modal", "home"}),
    (actions(button()), {"message", "modal", "home"}),
    ({"type": "context", "elements": [plain()]}, {"message", "modal", "home"}),
    ({"type": "header", "text": plain()}, {"message", "modal", "home"}),
    ({"type": "divider"}, {"message", "modal", "home"}),
    (image(), {"message", "modal", "home"}),
    (inquiry(typing()), {"message", "modal", "home"}),
    (rich(rich_line(rich_words())), {"message", "modal", "home"}),
    (CARD, {"message", "home"}),
    ({"type": "carousel", "elements": [CARD]}, {"message", "home"}),
    ({"type": "markdown", "text": "x"}, {"message"}),
    (table(), {"message"}),
    (data_table(), {"message"}),
    (chart(), {"message"}),
    (BOX, {"message"}),
    (
        {
            "type": "context_actions",
            "elements": [{"type": "icon_button", "icon": "trash", "text": plain()}],
        },
        {"message"},
    ),
    ({"type": "alert", "text": plain()}, {"modal"}),
    ({"type": "file", "external_id": "F", "source": "remote"}, set()),
]


@pytest.mark.parametrize(("block", "surfaces"), WHERE, ids=[block["type"] for block, _ in WHERE])
@pytest.mark.parametrize("surface", sorted(ALL))
def test_a_block_stands_only_on_its_surfaces(
    block: Json, surfaces: set[Surface], surface: Surface
) -> None:
    """Elsewhere its type is unsupported, as that of charts on the Home tab."""
    expected = [f"unsupported type: {block['type']} [json-pointer:/blocks/0/type]"]

    assert of_block(block, surface) == ([] if surface in surfaces else expected)


ELEMENTS_WHERE: list[tuple[Json, set[Surface]]] = [
    (inquiry({"type": "email_text_input"}), {"modal"}),
    (inquiry({"type": "url_text_input"}), {"modal"}),
    (inquiry({"type": "number_input", "is_decimal_allowed": False}), {"modal"}),
    (inquiry({"type": "file_input"}), {"modal"}),
    (inquiry({"type": "rich_text_input"}), {"modal", "home"}),
    (inquiry({"type": "datetimepicker"}), {"message", "modal"}),
    (inquiry({"type": "datepicker"}), {"message", "modal", "home"}),
    (inquiry({"type": "users_select"}), {"message", "modal", "home"}),
]


@pytest.mark.parametrize(
    ("block", "surfaces"), ELEMENTS_WHERE, ids=[b["element"]["type"] for b, _ in ELEMENTS_WHERE]
)
@pytest.mark.parametrize("surface", sorted(ALL))
def test_an_element_stands_only_on_its_surfaces(
    block: Json, surfaces: set[Surface], surface: Surface
) -> None:
    """Some inputs are for modals only."""
    kind = block["element"]["type"]
    expected = [f"unsupported type: {kind} [json-pointer:/blocks/0/element/type]"]

    assert of_block(block, surface) == ([] if surface in surfaces else expected)


def test_a_workflow_button_stands_in_messages_only() -> None:
    """It starts a workflow from a message."""
    trigger = {"trigger": {"url": "https://slack.com/shortcuts/Ft1/x"}}
    block = beside({"type": "workflow_button", "text": plain(), "workflow": trigger})

    assert of_block(block, "message") == []
    assert of_block(block, "home") == [
        "unsupported type: workflow_button [json-pointer:/blocks/0/accessory/type]"
    ]


def test_an_unsupported_type_says_what_would_be_supported() -> None:
    """`blocks.validate` answers with the types that are known at that place."""
    (problem,) = validate_blocks([section(text={"type": "invalid"})], "message", at="")

    assert problem.pointer == "/0/text/type"
    assert problem.code == "failed_constraint"
    assert problem.constraint == {
        "type": "enum",
        "expected": ["plain_text", "mrkdwn"],
        "got": "invalid",
    }


@pytest.mark.parametrize(
    ("block", "kind", "expected", "got"),
    [
        (section(text=mrkdwn("")), "min_length", 1, 0),
        ({"type": "header", "text": plain("x" * 151)}, "max_length", 150, 151),
        (actions(), "min_items", 1, 0),
        (actions(*[button()] * 26), "max_items", 25, 26),
        (data_table(page_size=0), "minimum", 1, 0),
        (data_table(page_size=101), "maximum", 100, 101),
        (
            inquiry({"type": "conversations_select", "filter": {}}),
            "min_properties",
            1,
            0,
        ),
        (
            beside(button(style="loud")),
            "enum",
            ["primary", "danger"],
            "loud",
        ),
        (
            inquiry({"type": "datepicker", "initial_date": "today"}),
            "format",
            "date",
            "today",
        ),
    ],
)
def test_a_failed_constraint_says_what_was_expected_and_what_came(
    block: Json, kind: str, expected: object, got: object
) -> None:
    """As the answer of `blocks.validate` tells it."""
    (problem,) = validate_blocks([block], "message")

    assert problem.constraint == {"type": kind, "expected": expected, "got": got}


@pytest.mark.parametrize(
    ("block", "code"),
    [
        ({"type": "header"}, "missing_field"),
        (section(expand=1), "invalid_type"),
        (section(colour="red"), "failed_constraint"),
    ],
)
def test_a_problem_has_the_code_of_its_kind(block: Json, code: str) -> None:
    """The three codes of Slack's validator."""
    (problem,) = validate_blocks([block], "message")

    assert problem.code == code


def test_blocks_that_are_no_list_are_refused() -> None:
    """A single block is not a list of blocks."""
    assert said(validate_blocks(section(), "message")) == [
        "must provide an array [json-pointer:/blocks]"
    ]


def test_initial_options_may_come_from_any_group() -> None:
    """All groups together offer the options."""
    groups = [{"label": plain(), "options": [option(name)]} for name in ("One", "Two")]
    element = {"option_groups": groups, "initial_options": [option("Two"), option("One")]}

    assert of_block(inquiry({"type": "multi_static_select", **element})) == []


def test_initial_options_of_an_external_select_are_free() -> None:
    """Nobody but the bot knows what it offers."""
    element = {"type": "external_select", "initial_option": option("Anything")}

    assert of_block(inquiry(element)) == []


def test_an_address_in_capitals_is_still_on_the_web() -> None:
    """A scheme is read regardless of case."""
    assert of_block(image(image_url="HTTPS://x.test/a.png")) == []


def test_a_tables_columns_may_be_left_at_their_default() -> None:
    """Null leaves a column as it is."""
    assert of_block(table(column_settings=[None, {"align": "right"}])) == []


def test_negative_values_are_charted() -> None:
    """Only a pie needs positive values."""
    over = chart(series=[{"name": "A", "data": [{"label": "x", "value": -1.5}]}])

    assert of_block(over) == []
