"""Rich text: what Slack's composer produces, and what a `rich_text` block may hold.

Facts: docs.slack.dev/reference/block-kit/blocks/rich-text-block.
"""

from localslack.rules.objects import ID, URL
from localslack.rules.schema import Flag, ListOf, Node, Num, Obj, OneOf, Str, typed

_STYLE = Obj(may={name: Flag() for name in ("bold", "italic", "strike", "underline", "code")})
_MENTION_STYLE = Obj(
    may={
        name: Flag()
        for name in (
            *("bold", "italic", "strike", "underline", "code"),
            *("highlight", "client_highlight", "unlink"),
        )
    }
)
_CITATIONS = (
    *("descriptor", "file_id", "app_name", "app_icon_url", "display_name", "title", "snippet"),
    *("author_id", "channel_id", "message_ts", "thread_ts", "text"),
)
_BORDER = Num(least=0, most=1, whole=True)

_TEXT = typed("text", {"text": Str(least=1)}, {"style": _STYLE})
_LINK = typed(
    "link", {"url": Str(3000, least=1)}, {"text": Str(), "unsafe": Flag(), "style": _STYLE}
)

_CITED = Obj(
    needs={"citation_type": Str(choices=("file", "external", "web", "message", "memory"))},
    may={name: Str() for name in _CITATIONS},
)
_SHOWN: dict[str, Node] = {"text": Str(), "url": URL, "style": _MENTION_STYLE}

# What points at something else in Slack; an element's own page in the reference has its fields.
REFERENCES = (
    typed(
        "attachment_mention",
        {"url": URL},
        {
            **_SHOWN,
            **{name: Str() for name in ("app_id", "entity_id", "icon_url", "channel_id", "ts")},
            **{name: Str() for name in ("icon_name", "reference_object_type")},
            "full_size_preview_enabled": Flag(),
        },
    ),
    typed(
        "canvas",
        {"file_id": ID},
        {"label": Str(), "hide_title": Flag(), "section_id": Str(), "style": _MENTION_STYLE},
    ),
    typed("canvas_user_mention", {"user_id": ID}, {"thread_id": Str(), "style": _MENTION_STYLE}),
    typed(
        "canvas_message_unfurl",
        {"root_message_ts": ID, "root_message_channel": ID},
        {"style": _MENTION_STYLE},
    ),
    typed(
        "citation",
        {"url": URL, "text": Str(), "index": Num(whole=True), "details": _CITED},
        {"from_llm": Flag(), "is_slack_url": Flag(), "style": _MENTION_STYLE},
    ),
    typed("file", {"file_id": ID}, {**_SHOWN, "is_skill_invocation": Flag()}),
    typed("list_record", {"file_id": ID}, {**_SHOWN, "record_id": Str(), "view_id": Str()}),
    typed(
        "message_mention",
        {"channel_id": ID, "message_ts": ID},
        {**_SHOWN, "author_id": Str(), "thread_ts": Str()},
    ),
    typed(
        "salesforce_data_field",
        {"salesforce_record_id": ID},
        {
            "salesforce_field_label": Str(),
            "salesforce_field_api_name": Str(),
            "salesforce_include_field_label": Flag(),
            "style": _MENTION_STYLE,
        },
    ),
    typed(
        "work_object_mention",
        {"entity_id": ID, "app_id": ID, "text": Str(), "url": URL},
        {
            "icon_url": URL,
            "product_name": Str(),
            "full_size_preview_enabled": Flag(),
            "style": _MENTION_STYLE,
        },
    ),
    typed(
        "workflow_mention",
        {"workflow_id": ID, "function_trigger_id": ID, "text": Str()},
        {"url": URL, "channel_id": Str(), "ts": Str(), "style": _MENTION_STYLE},
    ),
)

INLINE = OneOf(
    _TEXT,
    _LINK,
    typed("user", {"user_id": ID}, {"style": _MENTION_STYLE, "from_llm": Flag()}),
    typed("usergroup", {"usergroup_id": ID}, {"style": _MENTION_STYLE}),
    typed("channel", {"channel_id": ID}, {"style": _MENTION_STYLE}),
    typed("team", {"team_id": ID}, {"style": _MENTION_STYLE}),
    typed(
        "broadcast",
        {"range": Str(choices=("here", "channel", "everyone"))},
        {"style": _MENTION_STYLE},
    ),
    typed(
        "emoji",
        {"name": ID},
        {"unicode": Str(), "skin_tone": Num(1, 6, whole=True), "url": URL, "style": _STYLE},
    ),
    typed(
        "date",
        {"timestamp": Num(whole=True), "format": ID},
        {"url": URL, "fallback": Str(), "style": _STYLE},
    ),
    typed("color", {"value": ID}, {"style": _STYLE}),
    *REFERENCES,
)

SECTION = typed("rich_text_section", {"elements": ListOf(INLINE)})

RICH_TEXT_ELEMENT = OneOf(
    SECTION,
    typed(
        "rich_text_list",
        {"style": Str(choices=("bullet", "ordered")), "elements": ListOf(OneOf(SECTION))},
        {"indent": Num(0, 8, whole=True), "offset": Num(least=0, whole=True), "border": _BORDER},
    ),
    typed("rich_text_quote", {"elements": ListOf(INLINE)}, {"border": _BORDER}),
    typed(
        "rich_text_preformatted",
        {"elements": ListOf(OneOf(_TEXT, _LINK))},
        {"border": _BORDER, "language": Str()},
    ),
)

RICH_TEXT = typed(
    "rich_text", {"elements": ListOf(RICH_TEXT_ELEMENT, least=1)}, {"block_id": Str(255)}
)
