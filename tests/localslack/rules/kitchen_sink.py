"""One valid sample of everything: each block and element on each surface where Slack takes it.

`MESSAGES` are arguments of `chat.postMessage` without a channel, `MODAL` and `HOME` are views.
Tests of the rules expect them to be accepted; tests of the page draw them.
"""

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]

# Nothing listens there and browsers refuse the port, so drawing the samples never leaves the
# machine; a browser test that wants to see the picture routes this address.
IMAGE_URL = "http://127.0.0.1:9/harbour.png"
FILE_ID = "F0HARBOUR01"
USER_ID = "U0ANA00001"
OTHER_USER_ID = "U0BEN00002"
CHANNEL_ID = "C0HARBOUR1"
USERGROUP_ID = "S0CREW0001"
TEAM_ID = "T0HARBOUR1"


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": True}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def option(text: str, value: str) -> Json:
    return {"text": plain(text), "value": value}


def _confirm(style: str) -> Json:
    return {
        "title": plain("Are you sure?"),
        "text": mrkdwn("The ferry *does not wait*."),
        "confirm": plain("Sail"),
        "deny": plain("Stay"),
        "style": style,
    }


FERRIES = [option("Morning ferry", "07:15"), option("Noon ferry", "12:00")]
NIGHT = [option("Night ferry", "23:40")]
FERRIES_BY_DAYLIGHT = [
    {"label": plain("By day"), "options": FERRIES},
    {"label": plain("By night"), "options": NIGHT},
]
RICH_FERRIES = [
    {"text": mrkdwn("*Morning* ferry"), "description": mrkdwn("_07:15_"), "value": "07:15"},
    {"text": plain("Noon ferry"), "description": plain("With lunch"), "value": "12:00"},
]
PICTURE = {"type": "image", "image_url": IMAGE_URL, "alt_text": "A harbour at dawn"}
FILE_PICTURE = {
    "type": "image",
    "slack_file": {"id": FILE_ID},
    "alt_text": "A chart of the harbour",
}
_TRIGGER = {
    "url": "https://slack.com/shortcuts/Ft0HARBOUR/0123456789abcdef",
    "customizable_input_parameters": [{"name": "berth", "value": "7"}],
}


def rich_text(*elements: Json) -> Json:
    return {"type": "rich_text", "elements": list(elements)}


def _says(*inline: Json) -> Json:
    return {"type": "rich_text_section", "elements": list(inline)}


def _t(text: str, **style: bool) -> Json:
    return {"type": "text", "text": text} | ({"style": style} if style else {})


REFERENCES: list[Json] = [
    {"type": "attachment_mention", "url": "https://example.com/tide", "text": "The tide"},
    {"type": "canvas", "file_id": "F0CANVAS00", "label": "The plan"},
    {"type": "canvas_user_mention", "user_id": USER_ID},
    {"type": "canvas_message_unfurl", "root_message_ts": "1.2", "root_message_channel": "C0"},
    {
        "type": "citation",
        "url": "https://example.com/log",
        "text": "the log",
        "index": 1,
        "details": {"citation_type": "web", "title": "The log"},
    },
    {"type": "file", "file_id": "F0FILE0000", "text": "tide.csv"},
    {"type": "list_record", "file_id": "F0LIST0000", "record_id": "Rec1", "text": "Berth 7"},
    {"type": "message_mention", "channel_id": CHANNEL_ID, "message_ts": "1720710212.123456"},
    {"type": "salesforce_data_field", "salesforce_record_id": "001", "salesforce_field_label": "N"},
    {
        "type": "work_object_mention",
        "entity_id": "E1",
        "app_id": "A1",
        "text": "The boat",
        "url": "https://example.com/boat",
    },
    {"type": "workflow_mention", "workflow_id": "Wf1", "function_trigger_id": "Ft1", "text": "Run"},
]

ALL_RICH_TEXT = rich_text(
    _says(
        _t("Plain, "),
        _t("bold", bold=True),
        _t(", "),
        _t("italic", italic=True),
        _t(", "),
        _t("struck", strike=True),
        _t(", "),
        _t("underlined", underline=True),
        _t(", "),
        _t("code", code=True),
        _t(" and "),
        _t("all of it", bold=True, italic=True, strike=True),
        _t(". "),
        {"type": "link", "url": "https://example.com/harbour", "text": "the harbour"},
        _t(" or "),
        {"type": "link", "url": "https://example.com/"},
        _t(" "),
        {"type": "user", "user_id": USER_ID},
        _t(" "),
        {"type": "usergroup", "usergroup_id": USERGROUP_ID},
        _t(" "),
        {"type": "channel", "channel_id": CHANNEL_ID},
        _t(" "),
        {"type": "team", "team_id": TEAM_ID},
        _t(" "),
        {"type": "broadcast", "range": "here"},
        _t(" "),
        {"type": "emoji", "name": "ship", "unicode": "1f6a2"},
        _t(" "),
        {
            "type": "date",
            "timestamp": 1_767_225_600,
            "format": "{date_long}",
            "fallback": "1 January 2026",
        },
        _t(" "),
        {"type": "color", "value": "#0B5FFF"},
    ),
    _says(*REFERENCES),
    {
        "type": "rich_text_list",
        "style": "bullet",
        "indent": 0,
        "border": 0,
        "elements": [_says(_t("Cast off")), _says(_t("Set sail"))],
    },
    {
        "type": "rich_text_list",
        "style": "ordered",
        "indent": 1,
        "offset": 2,
        "elements": [_says(_t("Third")), _says(_t("Fourth"))],
    },
    {"type": "rich_text_quote", "border": 1, "elements": [_t("The sea is calm.")]},
    {
        "type": "rich_text_preformatted",
        "border": 0,
        "elements": [
            _t("wind = 4\n"),
            {"type": "link", "url": "https://example.com/log", "text": "log"},
        ],
    },
)

_BUTTONS: list[Json] = [
    {"type": "button", "text": plain("Book"), "value": "book"},
    {"type": "button", "text": plain("Sail :ship:"), "style": "primary", "value": "sail"},
    {
        "type": "button",
        "text": plain("Sink"),
        "style": "danger",
        "confirm": _confirm("danger"),
        "accessibility_label": "Sink the ferry",
    },
    {"type": "button", "text": plain("Timetable"), "url": "https://example.com/timetable"},
]
_OVERFLOW = {
    "type": "overflow",
    "options": [
        option("Archive", "archive"),
        option("Hide", "hide") | {"description": plain("For a week")},
        option("Open", "open") | {"url": "https://example.com/"},
    ],
}
_WORKFLOW_BUTTON = {
    "type": "workflow_button",
    "text": plain("Report a leak"),
    "workflow": {"trigger": _TRIGGER},
    "style": "primary",
    "accessibility_label": "Start the workflow that reports a leak",
}
_CHOICES: list[Json] = [
    {"type": "radio_buttons", "options": RICH_FERRIES, "initial_option": RICH_FERRIES[1]},
    {"type": "checkboxes", "options": RICH_FERRIES, "initial_options": RICH_FERRIES[:1]},
    {
        "type": "static_select",
        "placeholder": plain("A ferry"),
        "options": FERRIES,
        "initial_option": FERRIES[0],
        "confirm": _confirm("primary"),
    },
    {
        "type": "static_select",
        "placeholder": plain("A ferry, by daylight"),
        "option_groups": FERRIES_BY_DAYLIGHT,
        "initial_option": NIGHT[0],
    },
    {"type": "external_select", "placeholder": plain("Any berth"), "min_query_length": 1},
    {"type": "users_select", "placeholder": plain("A captain"), "initial_user": USER_ID},
    {
        "type": "conversations_select",
        "placeholder": plain("A conversation"),
        "default_to_current_conversation": True,
        "filter": {"include": ["public", "im"], "exclude_bot_users": True},
    },
    {"type": "channels_select", "placeholder": plain("A channel"), "initial_channel": CHANNEL_ID},
    {
        "type": "multi_static_select",
        "placeholder": plain("Ferries"),
        "options": FERRIES,
        "initial_options": FERRIES,
        "max_selected_items": 2,
    },
    {
        "type": "multi_static_select",
        "placeholder": plain("Ferries, by daylight"),
        "option_groups": FERRIES_BY_DAYLIGHT,
    },
    {
        "type": "multi_external_select",
        "placeholder": plain("Berths"),
        "min_query_length": 0,
        "initial_options": [option("Berth 7", "berth-7")],
    },
    {
        "type": "multi_users_select",
        "placeholder": plain("The crew"),
        "initial_users": [USER_ID, OTHER_USER_ID],
    },
    {
        "type": "multi_conversations_select",
        "placeholder": plain("Conversations"),
        "initial_conversations": [CHANNEL_ID],
        "filter": {"exclude_external_shared_channels": True},
    },
    {
        "type": "multi_channels_select",
        "placeholder": plain("Channels"),
        "initial_channels": [CHANNEL_ID],
    },
    {"type": "datepicker", "placeholder": plain("A day"), "initial_date": "2026-01-31"},
    {
        "type": "timepicker",
        "placeholder": plain("A time"),
        "initial_time": "23:40",
        "timezone": "Europe/Lisbon",
    },
]
_DATETIMEPICKER: Json = {"type": "datetimepicker", "initial_date_time": 1_767_225_600}
_PLAIN_TEXT_INPUTS: list[Json] = [
    {"type": "plain_text_input", "placeholder": plain("Name of the ferry")},
    {
        "type": "plain_text_input",
        "multiline": True,
        "initial_value": "Calm sea,\nno wind.",
        "min_length": 5,
        "max_length": 200,
        "dispatch_action_config": {
            "trigger_actions_on": ["on_enter_pressed", "on_character_entered"]
        },
    },
]
_RICH_TEXT_INPUT: Json = {
    "type": "rich_text_input",
    "placeholder": plain("The log"),
    "initial_value": rich_text(_says(_t("Dear "), _t("log", bold=True))),
    "min_lines": 2,
    "max_lines": 6,
}
_MODAL_INPUTS: list[Json] = [
    {
        "type": "number_input",
        "is_decimal_allowed": True,
        "initial_value": "4.5",
        "min_value": "-1.5",
        "max_value": "12",
        "placeholder": plain("Wind, in Beaufort"),
    },
    {"type": "number_input", "is_decimal_allowed": False, "min_value": "0"},
    {
        "type": "email_text_input",
        "placeholder": plain("captain@example.com"),
        "focus_on_load": True,
    },
    {"type": "url_text_input", "initial_value": "https://example.com/"},
    {"type": "file_input", "filetypes": ["png", "pdf"], "max_files": 3},
    {
        "type": "conversations_select",
        "default_to_current_conversation": True,
        "response_url_enabled": True,
    },
]


def _accessories(of: str) -> list[Json]:
    workflow = [_WORKFLOW_BUTTON] if of == "message" else []
    return [*_BUTTONS, _OVERFLOW, *workflow, *_CHOICES, PICTURE]


def _actions(of: str) -> list[Json]:
    more: dict[str, list[Json]] = {
        "message": [_WORKFLOW_BUTTON, _DATETIMEPICKER],
        "modal": [_DATETIMEPICKER, _RICH_TEXT_INPUT],
        "home": [_RICH_TEXT_INPUT],
    }
    return [*_BUTTONS, _OVERFLOW, *_CHOICES, *more[of]]


def _inputs(of: str) -> list[Json]:
    more: dict[str, list[Json]] = {
        "message": [_DATETIMEPICKER],
        "modal": [_DATETIMEPICKER, _RICH_TEXT_INPUT, *_MODAL_INPUTS],
        "home": [_RICH_TEXT_INPUT],
    }
    return [*_CHOICES, *_PLAIN_TEXT_INPUTS, *more[of]]


def _named(element: Json, action_id: str) -> Json:
    return element if element["type"] == "image" else element | {"action_id": action_id}


def _sections_with_accessories(of: str) -> list[Json]:
    return [
        {
            "type": "section",
            "block_id": f"accessory:{n}",
            "text": mrkdwn(f"Beside me: `{element['type']}`"),
            "accessory": _named(element, f"accessory:{n}"),
        }
        for n, element in enumerate(_accessories(of))
    ]


def _actions_blocks(of: str) -> list[Json]:
    elements = [_named(element, f"action:{n}") for n, element in enumerate(_actions(of))]
    return [
        {"type": "actions", "block_id": f"actions:{n}", "elements": elements[n : n + 12]}
        for n in range(0, len(elements), 12)
    ]


def _input_blocks(of: str) -> list[Json]:
    return [
        {
            "type": "input",
            "block_id": f"input:{n}",
            "label": plain(f"Input {n}: {element['type']}"),
            "hint": plain("Take your time"),
            "optional": n > 0,
            "dispatch_action": n == 1,
            "element": _named(element, f"input:{n}"),
        }
        for n, element in enumerate(_inputs(of))
    ]


_SECTIONS: list[Json] = [
    {"type": "section", "text": mrkdwn("*Bold*, _italic_, ~struck~, `code`"), "expand": True},
    {"type": "section", "text": plain("Plain *as it is*, with :ship:")},
    {"type": "section", "fields": [mrkdwn("*Wind*\n4"), plain("Sea\ncalm")]},
    {"type": "section", "text": plain("With"), "fields": [plain("both"), mrkdwn("_kinds_")]},
]
_CONTEXT = {
    "type": "context",
    "elements": [PICTURE, mrkdwn("Seen at *dawn*"), plain("by the pilot")],
}
_HEADER = {"type": "header", "text": plain("Harbour :anchor:")}
_DIVIDER = {"type": "divider"}
_IMAGE = PICTURE | {"title": plain("The harbour")}
_VIDEO = {
    "type": "video",
    "title": plain("Leaving port"),
    "title_url": "https://example.com/leaving",
    "video_url": "https://example.com/embed/leaving",
    "thumbnail_url": IMAGE_URL,
    "alt_text": "A ferry leaves port",
    "author_name": "Ana",
    "provider_name": "Harbour TV",
    "provider_icon_url": IMAGE_URL,
    "description": plain("Filmed from the pier"),
}
_CARD = {
    "type": "card",
    "hero_image": PICTURE,
    "icon": PICTURE,
    "title": mrkdwn("*Blue Swan*"),
    "subtitle": plain("A ferry"),
    "body": mrkdwn("Takes _200_ people across."),
    "subtext": mrkdwn("Built in 1988"),
    "actions": [
        _named(_BUTTONS[0], "card:book"),
        _named(_BUTTONS[1], "card:sail"),
        _named(_BUTTONS[3], "card:timetable"),
    ],
}
_CAROUSEL = {
    "type": "carousel",
    "elements": [
        {
            "type": "card",
            "title": mrkdwn("Blue Swan"),
            "slack_icon": {"type": "icon", "name": "bot"},
        },
        {"type": "card", "body": plain("Grey Goose")},
        {"type": "card", "hero_image": PICTURE, "actions": [_named(_BUTTONS[0], "goose:book")]},
    ],
}
_ALERTS = [
    {"type": "alert", "level": level, "text": mrkdwn(f"A *{level}* alert")}
    for level in ("default", "info", "warning", "error", "success")
]
_EVERYWHERE = [*_SECTIONS, _CONTEXT, _HEADER, _DIVIDER, _IMAGE, ALL_RICH_TEXT, _VIDEO]


def _cell(text: str) -> Json:
    return {"type": "raw_text", "text": text}


def _number(value: float, text: str) -> Json:
    return {"type": "raw_number", "value": value, "text": text}


_TABLE = {
    "type": "table",
    "column_settings": [{"align": "left", "is_wrapped": True}, {"align": "right"}, None],
    "rows": [
        [_cell("Ferry"), _cell("People"), _cell("Log")],
        [_cell("Blue Swan"), _number(200, "200"), rich_text(_says(_t("fine", bold=True)))],
        [_cell("Grey Goose"), _number(80.5, "80½"), _cell("-")],
    ],
}
_DATA_TABLE = {
    "type": "data_table",
    "caption": "Ferries of the harbour",
    "page_size": 2,
    "row_header_column_index": 0,
    "rows": [
        [_cell("Ferry"), _cell("People"), _cell("Delay")],
        [_cell("Blue Swan"), _number(200, "200"), _number(-2.5, "-2.5 min")],
        [_cell("Grey Goose"), _number(80, "80"), rich_text(_says(_t("none", italic=True)))],
        [_cell("Red Crane"), _number(12, "12"), _number(0, "0 min")],
    ],
}


def _over_weeks(kind: str, **series: list[float]) -> Json:
    weeks = ["Week 1", "Week 2", "Week 3"]
    return {
        "type": "data_visualization",
        "title": f"Delay as {kind}",
        "chart": {
            "type": kind,
            "series": [
                {
                    "name": name.title(),
                    "data": [
                        {"label": week, "value": value}
                        for week, value in zip(weeks, values, strict=True)
                    ],
                }
                for name, values in series.items()
            ],
            "axis_config": {"categories": weeks, "x_label": "Week", "y_label": "Minutes"},
        },
    }


_PIE = {
    "type": "data_visualization",
    "title": "Who sails",
    "chart": {
        "type": "pie",
        "segments": [
            {"label": "Islanders", "value": 61.5},
            {"label": "Visitors", "value": 30},
            {"label": "Crew", "value": 8.5},
        ],
    },
}
_CONTAINER = {
    "type": "container",
    "title": plain("The log book"),
    "subtitle": mrkdwn("of the *harbour*"),
    "icon": PICTURE,
    "width": "wide",
    "is_collapsible": True,
    "default_collapsed": False,
    "child_blocks": [
        _HEADER,
        _SECTIONS[0],
        _DIVIDER,
        _CONTEXT,
        _IMAGE,
        {"type": "actions", "elements": [_named(_BUTTONS[0], "container:book")]},
        _TABLE,
        _VIDEO,
    ],
}
_RICH_CONTAINER = {
    "type": "container",
    "rich_text_title": rich_text(_says(_t("Rich", bold=True), _t(" title"))),
    "width": "full",
    "has_header_divider": True,
    "child_blocks": [_SECTIONS[1]],
}
_TASK = {
    "task_id": "tide",
    "title": "Looked up the tide",
    "status": "complete",
    "details": rich_text(_says(_t("At the pier"))),
    "output": rich_text(_says(_t("High at noon"))),
    "sources": [{"type": "url", "url": "https://example.com/tide", "text": "Tide table"}],
}
_CONTEXT_ACTIONS = {
    "type": "context_actions",
    "elements": [
        {
            "type": "feedback_buttons",
            "action_id": "feedback",
            "positive_button": {
                "text": plain("Good"),
                "value": "good",
                "accessibility_label": "This helped me",
            },
            "negative_button": {"text": plain("Bad"), "value": "bad"},
        },
        {
            "type": "icon_button",
            "action_id": "bin",
            "icon": "trash",
            "text": plain("Throw away"),
            "value": "bin",
            "confirm": _confirm("danger"),
            "visible_to_user_ids": [USER_ID],
        },
    ],
}

_MRKDWN = f"""\
*bold* _italic_ ~struck~ `code` :ship: &lt;escaped&gt; &amp;
> quoted
• a list
1. another
```
preformatted
```
<https://example.com/|a link> <https://example.com/> <mailto:ana@example.com|mail>
<@{USER_ID}> <#{CHANNEL_ID}> <!here> <!subteam^{USERGROUP_ID}> \
<!date^1767225600^{{date_long}}|1 January 2026>"""

_MARKDOWN = """\
# Harbour
**Bold**, *italic*, ~~struck~~, `code` and [a link](https://example.com/).

- a list
  - within a list
1. a number

> quoted

```python
wind = 4
```
"""


def _message(text: str, *blocks: Json, **more: Any) -> Json:
    return {"text": text, "blocks": list(blocks), **more}


MESSAGES: Mapping[str, Json] = {
    "text": {"text": _MRKDWN},
    "markdown_text": {"markdown_text": _MARKDOWN},
    "metadata": {
        "text": "With metadata",
        "metadata": {"event_type": "ferry_left", "event_payload": {"ferry": "Blue Swan"}},
    },
    "sections": _message("Sections", *_SECTIONS, {"type": "section", "text": mrkdwn(_MRKDWN)}),
    "accessories": _message("Accessories", *_sections_with_accessories("message")),
    "actions": _message("Actions", *_actions_blocks("message")),
    "inputs": _message("Inputs", *_input_blocks("message")),
    "header, divider, context": _message("Small things", _HEADER, _DIVIDER, _CONTEXT),
    "image": _message("An image", _IMAGE),
    "image from a file": _message("An image from a file", FILE_PICTURE),
    "video": _message("A video", _VIDEO),
    "rich text": _message("Rich text", ALL_RICH_TEXT),
    "markdown": _message("Markdown", {"type": "markdown", "text": _MARKDOWN}),
    "table": _message("A table", _TABLE),
    "data table": _message("A data table", _DATA_TABLE),
    "line and bar": _message(
        "Charts",
        _over_weeks("line", swan=[3, -1, 2.5], goose=[1, 4, 0]),
        _over_weeks("bar", swan=[3, -1, 2.5], goose=[1, 4, 0]),
    ),
    "area and pie": _message("Charts", _over_weeks("area", swan=[3, 1, 2.5]), _PIE),
    "card": _message("A card", _CARD),
    "carousel": _message("A carousel", _CAROUSEL),
    "container": _message("A container", _CONTAINER),
    "container with a rich title": _message("A container", _RICH_CONTAINER),
    "feedback": _message("Was it good?", _CONTEXT_ACTIONS),
    "call": _message("A call", {"type": "call", "call_id": "R0CALL0000"}),
    "task": _message("A task", {"type": "task_card", **_TASK}),
    "plan": _message(
        "A plan",
        {
            "type": "plan",
            "title": "Sail tomorrow",
            "tasks": [
                _TASK,
                {"task_id": "crew", "title": "Calls the crew", "status": "in_progress"},
                {"type": "task_card", "task_id": "sail", "title": "Sail", "status": "pending"},
            ],
        },
    ),
    "attachments": {
        "text": "Attachments",
        "attachments": [
            {"color": "#0B5FFF", "blocks": [*_SECTIONS, _TABLE]},
            {"color": "good", "fallback": "Old kind", "title": "Old kind", "text": "of attachment"},
        ],
    },
}

MODAL: Json = {
    "type": "modal",
    "title": plain("Everything"),
    "submit": plain("Send"),
    "close": plain("Cancel"),
    "callback_id": "kitchen_sink",
    "private_metadata": "kept for the bot",
    "external_id": "kitchen-sink",
    "clear_on_close": False,
    "notify_on_close": True,
    "blocks": [
        *_input_blocks("modal"),
        *_EVERYWHERE,
        *_ALERTS,
        *_actions_blocks("modal"),
        *_sections_with_accessories("modal"),
    ],
}

HOME: Json = {
    "type": "home",
    "callback_id": "kitchen_sink",
    "private_metadata": "kept for the bot",
    "external_id": "kitchen-sink-home",
    "blocks": [
        *_EVERYWHERE,
        _CARD,
        _CAROUSEL,
        *_actions_blocks("home"),
        *_sections_with_accessories("home"),
        *_input_blocks("home"),
    ],
}
