"""What a person reads in blocks, as plain text in reading order."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

# What is seen of each type, in order. An object without a type (an option, a group of options, a
# task of a plan) shows what it has of _UNTYPED; a type that is not named here, what of _OTHERWISE.
_SEEN: Mapping[str, Sequence[str]] = {
    "plain_text": ("text",),
    "mrkdwn": ("text",),
    "section": ("text", "fields", "accessory"),
    "actions": ("elements",),
    "context": ("elements",),
    "context_actions": ("elements",),
    "header": ("text",),
    "divider": (),
    "call": (),
    "image": ("title", "alt_text"),
    "input": ("label", "element", "hint"),
    "markdown": ("text",),
    "alert": ("text",),
    "video": ("title", "author_name", "provider_name", "description", "alt_text"),
    "card": ("hero_image", "icon", "title", "subtitle", "body", "subtext", "actions"),
    "carousel": ("elements",),
    "container": ("icon", "rich_text_title", "title", "subtitle", "child_blocks"),
    "plan": ("title", "tasks"),
    "task_card": ("title", "details", "output", "sources"),
    "data_visualization": ("title", "chart"),
    "pie": ("segments",),
    "rich_text": ("elements",),
    "rich_text_list": ("elements",),
    "feedback_buttons": ("positive_button", "negative_button"),
    "plain_text_input": ("initial_value", "placeholder"),
    "number_input": ("initial_value", "placeholder"),
    "email_text_input": ("initial_value", "placeholder"),
    "url_text_input": ("initial_value", "placeholder"),
    "rich_text_input": ("initial_value", "placeholder"),
    "external_select": ("initial_option", "placeholder"),
    "multi_external_select": ("initial_options", "placeholder"),
    "datepicker": ("initial_date", "placeholder"),
    "timepicker": ("initial_time", "placeholder"),
    "url": ("text",),
}
_UNTYPED = (
    *("title", "details", "output", "sources"),
    *("label", "text", "description", "options"),
)
_OTHERWISE = ("text", "placeholder", "options", "option_groups")
_INLINE: Mapping[str, str] = {
    "text": "{text}",
    "user": "<@{user_id}>",
    "channel": "<#{channel_id}>",
    "usergroup": "<!subteam^{usergroup_id}>",
    "team": "{team_id}",
    "broadcast": "@{range}",
    "emoji": ":{name}:",
    "color": "{value}",
    "canvas_user_mention": "<@{user_id}>",
}
# What is shown of an element that points at something: the first of these that it has.
_POINTING = ("text", "label", "fallback", "salesforce_field_label", "url", "file_id", "message_ts")
_INLINE_PARENTS = frozenset({"rich_text_section", "rich_text_quote", "rich_text_preformatted"})


def visible_text(blocks: Sequence[Mapping[str, Any]]) -> str:
    """All text that a person sees in `blocks`, a line each, in order.

    The cells of a table's row share a line, separated by tabs. mrkdwn stays as it was written;
    mentions in rich text read as in mrkdwn (`<@U1>`, `<#C1>`), pictures as their alt_text. What
    opens on a click is there for menus (their options), not for confirmations.
    """
    return "\n".join(line for block in blocks for line in _lines(block))


def _lines(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from [value] if value else []
    elif isinstance(value, Mapping):
        yield from _of_object(value)
    elif isinstance(value, Sequence):
        for item in value:
            yield from _lines(item)


def _of_object(value: Mapping[str, Any]) -> Iterator[str]:
    kind = value.get("type")
    if kind in _INLINE_PARENTS:
        yield "".join(map(_inline, value.get("elements", [])))
    elif kind in ("table", "data_table"):
        yield from _table(value)
    elif "axis_config" in value:
        yield from _axes_chart(value)
    elif "label" in value and "value" in value and "text" not in value:
        yield f"{value['label']}: {value['value']}"
    else:
        names = _UNTYPED if kind is None else _SEEN.get(kind, _OTHERWISE)
        for name in names:
            if name != "placeholder" or not _is_filled(value):
                yield from _lines(value.get(name))


def _is_filled(element: Mapping[str, Any]) -> bool:
    """A placeholder is seen only while nothing is chosen or typed."""
    return any(value for name, value in element.items() if name.startswith("initial_"))


def _table(table: Mapping[str, Any]) -> Iterator[str]:
    yield from _lines(table.get("caption"))
    for row in table.get("rows", []):
        yield "\t".join(" ".join(_cell(cell)) for cell in row)


def _cell(cell: Mapping[str, Any]) -> Iterator[str]:
    return _lines(cell["elements"] if cell.get("type") == "rich_text" else cell.get("text"))


def _axes_chart(chart: Mapping[str, Any]) -> Iterator[str]:
    axes = chart["axis_config"]
    yield from _lines([axes.get("x_label"), axes.get("y_label")])
    for series in chart["series"]:
        yield series["name"]
        yield from _lines(series["data"])


def _inline(element: Mapping[str, Any]) -> str:
    kind = element.get("type", "")
    if kind == "link":
        return str(element.get("text") or element["url"])
    if kind == "date":
        return str(element.get("fallback") or element["format"])
    if kind not in _INLINE:
        return str(next((element[name] for name in _POINTING if element.get(name)), ""))
    return _INLINE[kind].format_map(element)
