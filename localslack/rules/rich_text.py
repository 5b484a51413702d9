"""Rich text: what Slack's composer produces, and what a `rich_text` block may hold.

Facts: docs.slack.dev/reference/block-kit/blocks/rich-text-block.
"""

from localslack.rules.objects import ID, URL
from localslack.rules.schema import Flag, ListOf, Num, Obj, OneOf, Str, typed

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
_BORDER = Num(least=0, most=1, whole=True)

_TEXT = typed("text", {"text": Str(least=1)}, {"style": _STYLE})
_LINK = typed(
    "link", {"url": Str(3000, least=1)}, {"text": Str(), "unsafe": Flag(), "style": _STYLE}
)

INLINE = OneOf(
    _TEXT,
    _LINK,
    typed("user", {"user_id": ID}, {"style": _MENTION_STYLE}),
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
