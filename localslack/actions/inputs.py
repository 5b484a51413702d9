"""What a person puts into inputs, checked as Slack's own client checks it before it sends."""

import re
from typing import Any

from localslack.errors import Impossible
from localslack.world import blocks as block_kit

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
ADDRESS = re.compile(r"https?://\S+")
SINGLE_OPTION = {"static_select", "radio_buttons"}
MANY_OPTIONS = {"checkboxes", "multi_static_select"}


def checked_entry(element: dict[str, Any], value: dict[str, Any] | None) -> dict[str, Any] | None:
    """An element's new entry for `state.values`; None for what has no state, like a button.

    Raises Impossible for an option that the element doesn't have.
    """
    kind = element["type"]
    _check_shape(element, value or {})
    options = [option.get("value") for option in block_kit.options_of(element)]
    chosen = (value or {}).get("selected_option")
    many = (value or {}).get("selected_options") or []
    picked = [*([chosen] if chosen else []), *many]
    if kind in SINGLE_OPTION | MANY_OPTIONS | {"overflow"}:
        for option in picked:
            if option.get("value") not in options:
                raise Impossible(f"There is no option {option.get('value')!r} here.")
    if kind not in block_kit.ENTRY:
        return None
    name, empty = block_kit.ENTRY[kind]
    return {"type": kind, name: (value or {}).get(name, empty)}


def checked_state(blocks: list[dict[str, Any]], given: block_kit.State) -> block_kit.State:
    """What was put into inputs, as `state.values`; what names no element is left out.

    Raises Impossible for an entry that its element can't have.
    """
    state: block_kit.State = {}
    for block_id, entries in given.items():
        for action_id, entry in entries.items():
            found = block_kit.find(blocks, block_id, action_id)
            checked = checked_entry(found[1], entry) if found else None
            if checked is not None:
                state.setdefault(block_id, {})[action_id] = checked
    return state


def _check_shape(element: dict[str, Any], value: dict[str, Any]) -> None:
    name, empty = block_kit.ENTRY.get(element["type"], ("selected_option", None))
    chosen = value.get(name)
    if chosen is None or (isinstance(empty, list) and chosen == []):
        return
    if name in {"selected_option", "rich_text_value"}:
        fits = isinstance(chosen, dict)
    elif name == "selected_date_time":
        fits = isinstance(chosen, int)
    elif name in {"selected_options", "files"}:
        fits = isinstance(chosen, list) and all(isinstance(one, dict) for one in chosen)
    elif isinstance(empty, list):
        fits = isinstance(chosen, list) and all(isinstance(one, str) for one in chosen)
    else:
        fits = isinstance(chosen, str)
    if not fits:
        raise Impossible(f"A {element['type']} can't have this as its {name}.")


def action(
    element: dict[str, Any], block_id: str, value: dict[str, Any] | None, *, action_ts: str
) -> dict[str, Any]:
    """The entry of a block_actions payload's `actions`."""
    kind = element["type"]
    made: dict[str, Any] = {"type": kind, "block_id": block_id, "action_id": element["action_id"]}
    if kind in block_kit.ENTRY:
        made |= checked_entry(element, value) or {}
    elif kind == "overflow":
        made["selected_option"] = (value or {}).get("selected_option")
    elif kind == "feedback_buttons":
        made["value"] = (value or {}).get("value")
    else:
        copied = ("text", "value", "style", "url", "icon")
        made |= {name: element[name] for name in copied if name in element}
    for name in ("confirm", "placeholder"):
        if name in element:
            made[name] = element[name]
    return made | {"action_ts": action_ts}


def complaints(blocks: list[dict[str, Any]], state: block_kit.State) -> dict[str, str]:
    """What the client says under each input that can't be submitted as it is."""
    found = {}
    for block in blocks:
        if block.get("type") != "input":
            continue
        element = block["element"]
        entry = state.get(block["block_id"], {}).get(element.get("action_id", ""), {})
        sentence = _complaint(block, element, block_kit.chosen(element, entry))
        if sentence:
            found[block["block_id"]] = sentence
    return found


def _complaint(block: dict[str, Any], element: dict[str, Any], value: Any) -> str | None:
    if value is None or value == "" or value == []:
        return None if block.get("optional") else "Please complete this required field."
    kind = element["type"]
    if kind in {"plain_text_input", "rich_text_input"} and isinstance(value, str):
        return _length_complaint(element, value)
    if kind == "number_input":
        return _number_complaint(element, str(value))
    if kind == "email_text_input" and not EMAIL.fullmatch(str(value)):
        return "Please enter a valid email address."
    if kind == "url_text_input" and not ADDRESS.fullmatch(str(value)):
        return "Please enter a valid URL."
    most = element.get("max_selected_items")
    if most and isinstance(value, list) and len(value) > most:
        return f"Please choose no more than {most}."
    return None


def _length_complaint(element: dict[str, Any], value: str) -> str | None:
    least, most = element.get("min_length", 0), element.get("max_length", 3000)
    if len(value) < least:
        return f"Please enter at least {least} characters."
    if len(value) > most:
        return f"Please enter no more than {most} characters."
    return None


def _number_complaint(element: dict[str, Any], value: str) -> str | None:
    pattern = r"-?\d+(\.\d+)?" if element.get("is_decimal_allowed") else r"-?\d+"
    if not re.fullmatch(pattern, value):
        word = "number" if element.get("is_decimal_allowed") else "whole number"
        return f"Please enter a {word}."
    least, most = element.get("min_value"), element.get("max_value")
    if least is not None and float(value) < float(least):
        return f"Please enter a number of at least {least}."
    if most is not None and float(value) > float(most):
        return f"Please enter a number of at most {most}."
    return None
