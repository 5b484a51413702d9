"""What somebody entered into the inputs of a form, as Slack sends it and as a form shows it."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.errors import Garbled

Body = Mapping[str, Any]


class Note(dict[str, Any]):
    """What a form carries or holds; what it lacks was not there when we made it."""

    def __missing__(self, key: str) -> Any:
        raise Garbled


def values(state: Body) -> dict[str, Any]:
    """Slack's `state.values` as `{block_id: what was entered}`; an empty input is None.

    Where a block holds several elements, their entries are told apart as `block_id.action_id`.
    """
    entered = Note()
    for block_id, elements in state.items():
        for action_id, entry in elements.items():
            name = block_id if len(elements) == 1 else f"{block_id}.{action_id}"
            entered[name] = entered_in(entry)
    return entered


def shown(blocks: Iterable[Body]) -> dict[str, Any]:
    """What a form's inputs are filled with at first, in the shape of `values`."""
    return {
        block["block_id"]: entered_in(_as_entry(block["element"]))
        for block in blocks
        if block.get("type") == "input"
    }


def labels(blocks: Iterable[Body]) -> dict[str, str]:
    """What a form's inputs are called."""
    return {
        block["block_id"]: block["label"]["text"]
        for block in blocks
        if block.get("type") == "input"
    }


def _as_entry(element: Body) -> Body:
    """An element of a form as Slack sends what was entered into it, if nobody touches it."""
    entry: dict[str, Any] = {_LISTS[element["type"]]: []} if element["type"] in _LISTS else {}
    for name, value in element.items():
        if name.startswith("initial_"):
            is_text = name == "initial_value"
            entry["value" if is_text else name.replace("initial_", "selected_")] = value
    return entry


def same(one: Any, other: Any) -> bool:
    """Whether two entries say the same; people are chosen in any order."""
    if isinstance(one, list) and isinstance(other, list):
        return sorted(one) == sorted(other)
    return bool(one == other)


_LISTS = {
    "checkboxes": "selected_options",
    "multi_static_select": "selected_options",
    "multi_users_select": "selected_users",
    "multi_channels_select": "selected_channels",
    "multi_conversations_select": "selected_conversations",
}
_SINGLE = (
    "value", "selected_date", "selected_time", "selected_date_time", "selected_user",
    "selected_channel", "selected_conversation",
)  # fmt: skip
_SEVERAL = ("selected_users", "selected_channels", "selected_conversations")


def entered_in(entry: Body) -> Any:
    if "selected_options" in entry:
        return [option["value"] for option in entry["selected_options"] or []]
    if "selected_option" in entry:
        return (entry["selected_option"] or {}).get("value")
    for name in _SEVERAL:
        if name in entry:
            return list(entry[name] or [])
    return next((entry[name] for name in _SINGLE if entry.get(name) is not None), None)


def chosen(action: Body) -> str | None:
    chosen = entered_in(action)
    return chosen if isinstance(chosen, str) else None
