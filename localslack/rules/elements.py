"""Block elements: buttons, menus, pickers and inputs.

Facts: docs.slack.dev/reference/block-kit/block-elements. Add an element here, then name it in the
blocks that may hold it (`ACCESSORIES`, `ACTIONS`, `INPUTS` …).
"""

from localslack.rules.element_rules import (
    image_can_be_fetched,
    in_order,
    initial_is_offered,
    whole_numbers,
    zone_exists,
)
from localslack.rules.objects import (
    CONFIRM,
    CONVERSATION_FILTER,
    DISPATCH_CONFIG,
    ID,
    MENU_OPTION,
    OPTION,
    OPTION_GROUP,
    PLACEHOLDER,
    RICH_OPTION,
    SLACK_FILE,
    STYLE,
    URL,
    WORKFLOW,
    mrkdwn,
    plain,
    url_is_one,
)
from localslack.rules.rich_text import RICH_TEXT
from localslack.rules.schema import (
    Day,
    Flag,
    ListOf,
    Node,
    Num,
    Obj,
    OneOf,
    Str,
    Surface,
    typed,
)

MODAL: frozenset[Surface] = frozenset({"modal"})
MESSAGE: frozenset[Surface] = frozenset({"message"})
VIEW: frozenset[Surface] = frozenset({"modal", "home"})
NOT_HOME: frozenset[Surface] = frozenset({"message", "modal"})

_ACTION: dict[str, Node] = {"action_id": Str(255, least=1)}
_CONFIRM: dict[str, Node] = {"confirm": CONFIRM}
_FOCUS: dict[str, Node] = {"focus_on_load": Flag()}
_PLACEHOLDER: dict[str, Node] = {"placeholder": PLACEHOLDER}
_LABEL: dict[str, Node] = {"accessibility_label": Str(75)}
_PICK = _ACTION | _CONFIRM | _FOCUS
_MENU = _PICK | _PLACEHOLDER
_TYPE_IN = _ACTION | _FOCUS | _PLACEHOLDER | {"dispatch_action_config": DISPATCH_CONFIG}
_SEVERAL: dict[str, Node] = {"max_selected_items": Num(least=1, whole=True)}
_DECIMAL = r"-?[0-9]+(\.[0-9]+)?"


IMAGE_FIELDS: dict[str, Node] = {"image_url": Str(3000, least=1), "slack_file": SLACK_FILE}
IMAGE_RULES = (image_can_be_fetched,)

IMAGE = typed(
    "image",
    {"alt_text": Str(2000, least=1)},
    IMAGE_FIELDS,
    *IMAGE_RULES,
    either=("image_url", "slack_file"),
)

BUTTON = typed(
    "button",
    {"text": plain(75)},
    _ACTION | _CONFIRM | _LABEL | {"value": Str(2000), "url": URL, "style": STYLE},
    url_is_one,
)

WORKFLOW_BUTTON = typed(
    "workflow_button",
    {"text": plain(75), "workflow": WORKFLOW},
    _ACTION | _CONFIRM | _LABEL | {"style": STYLE},
    on=MESSAGE,
)

OVERFLOW = typed("overflow", {"options": ListOf(MENU_OPTION, least=1, most=5)}, _ACTION | _CONFIRM)

RADIO_BUTTONS = typed(
    "radio_buttons",
    {"options": ListOf(RICH_OPTION, least=1, most=10)},
    _PICK | {"initial_option": RICH_OPTION},
    initial_is_offered,
)

CHECKBOXES = typed(
    "checkboxes",
    {"options": ListOf(RICH_OPTION, least=1, most=10)},
    _PICK | {"initial_options": ListOf(RICH_OPTION)},
    initial_is_offered,
)

DATEPICKER = typed("datepicker", {}, _MENU | {"initial_date": Day()})

TIMEPICKER = typed(
    "timepicker",
    {},
    _MENU | {"initial_time": Str(pattern=r"([01][0-9]|2[0-3]):[0-5][0-9]"), "timezone": ID},
    zone_exists,
)

DATETIMEPICKER = typed(
    "datetimepicker",
    {},
    _PICK | {"initial_date_time": Num(1_000_000_000, 9_999_999_999, whole=True)},
    on=NOT_HOME,
)

_OFFER: dict[str, Node] = {
    "options": ListOf(OPTION, least=1, most=100),
    "option_groups": ListOf(OPTION_GROUP, least=1, most=100),
}
_EXTERNAL: dict[str, Node] = {"min_query_length": Num(least=0, whole=True)}
_CONVERSATIONS: dict[str, Node] = {
    "default_to_current_conversation": Flag(),
    "filter": CONVERSATION_FILTER,
}
_RESPONDS: dict[str, Node] = {"response_url_enabled": Flag()}

SELECTS = (
    typed(
        "static_select",
        {},
        _MENU | _OFFER | {"initial_option": OPTION},
        initial_is_offered,
        either=("options", "option_groups"),
    ),
    typed("external_select", {}, _MENU | _EXTERNAL | {"initial_option": OPTION}),
    typed("users_select", {}, _MENU | {"initial_user": ID}),
    typed(
        "conversations_select",
        {},
        _MENU | _CONVERSATIONS | _RESPONDS | {"initial_conversation": ID},
    ),
    typed("channels_select", {}, _MENU | _RESPONDS | {"initial_channel": ID}),
)

MULTI_SELECTS = (
    typed(
        "multi_static_select",
        {},
        _MENU | _SEVERAL | _OFFER | {"initial_options": ListOf(OPTION)},
        initial_is_offered,
        either=("options", "option_groups"),
    ),
    typed(
        "multi_external_select",
        {},
        _MENU | _SEVERAL | _EXTERNAL | {"initial_options": ListOf(OPTION)},
    ),
    typed("multi_users_select", {}, _MENU | _SEVERAL | {"initial_users": ListOf(ID)}),
    typed(
        "multi_conversations_select",
        {},
        _MENU | _SEVERAL | _CONVERSATIONS | {"initial_conversations": ListOf(ID)},
    ),
    typed("multi_channels_select", {}, _MENU | _SEVERAL | {"initial_channels": ListOf(ID)}),
)

PLAIN_TEXT_INPUT = typed(
    "plain_text_input",
    {},
    _TYPE_IN
    | {
        "initial_value": Str(3000),
        "multiline": Flag(),
        "min_length": Num(0, 3000, whole=True),
        "max_length": Num(1, 3000, whole=True),
    },
    in_order("min_length", "max_length"),
)

NUMBER_INPUT = typed(
    "number_input",
    {"is_decimal_allowed": Flag()},
    _TYPE_IN
    | {name: Str(pattern=_DECIMAL) for name in ("initial_value", "min_value", "max_value")},
    whole_numbers,
    in_order("min_value", "max_value"),
    on=MODAL,
)

EMAIL_INPUT = typed("email_text_input", {}, _TYPE_IN | {"initial_value": Str()}, on=MODAL)
URL_INPUT = typed("url_text_input", {}, _TYPE_IN | {"initial_value": Str()}, on=MODAL)

RICH_TEXT_INPUT = typed(
    "rich_text_input",
    {},
    _TYPE_IN
    | {
        "initial_value": RICH_TEXT,
        "min_lines": Num(1, 100, whole=True),
        "max_lines": Num(1, 100, whole=True),
    },
    on=VIEW,
)

FILE_INPUT = typed(
    "file_input",
    {},
    _ACTION | {"filetypes": ListOf(ID, least=1), "max_files": Num(1, 10, whole=True)},
    on=MODAL,
)

_FEEDBACK = Obj(needs={"text": plain(75), "value": Str(2000)}, may=_LABEL)

FEEDBACK_BUTTONS = typed(
    "feedback_buttons", {"positive_button": _FEEDBACK, "negative_button": _FEEDBACK}, _ACTION
)

ICON_BUTTON = typed(
    "icon_button",
    {"icon": Str(choices=("trash",)), "text": plain(75)},
    _ACTION | _CONFIRM | _LABEL | {"value": Str(2000), "visible_to_user_ids": ListOf(ID, most=10)},
)

_BUTTONS = (BUTTON, WORKFLOW_BUTTON, OVERFLOW)
_CHOICES = (RADIO_BUTTONS, CHECKBOXES, *SELECTS, *MULTI_SELECTS, DATEPICKER, TIMEPICKER)

ACCESSORIES = OneOf(*_BUTTONS, *_CHOICES, IMAGE)
"""What may stand beside a section."""

ACTIONS = OneOf(*_BUTTONS, *_CHOICES, DATETIMEPICKER, RICH_TEXT_INPUT)
"""What an actions block may hold."""

INPUTS = OneOf(
    *_CHOICES,
    DATETIMEPICKER,
    PLAIN_TEXT_INPUT,
    NUMBER_INPUT,
    EMAIL_INPUT,
    URL_INPUT,
    RICH_TEXT_INPUT,
    FILE_INPUT,
)
"""What an input block may hold."""

CONTEXT = OneOf(IMAGE, plain(), mrkdwn())
"""What a context block may hold."""

FOOTER = OneOf(FEEDBACK_BUTTONS, ICON_BUTTON)
"""What a context_actions block may hold."""
