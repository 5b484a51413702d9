"""How a person finds inputs and buttons by what is seen of them, and fills them in."""

from typing import Any

from localslack.driver.results import label_of
from localslack.world import blocks as block_kit

Found = tuple[dict[str, Any], dict[str, Any]]


class DriverError(AssertionError):
    """A person couldn't do what the script says; the message tells what there was instead."""


WRITTEN = {"plain_text_input", "number_input", "email_text_input", "url_text_input"}
WRITTEN |= {"rich_text_input"}


def _each(blocks: list[dict[str, Any]]) -> list[Found]:
    return [
        (block, element)
        for block in block_kit.with_inner(blocks)
        for element in block_kit.elements(block)
    ]


def input_named(blocks: list[dict[str, Any]], label: str) -> Found | None:
    """The input block of that label, action_id or block_id, with its element."""
    for block, element in _each(blocks):
        if block.get("type") == "input":
            names = (block["label"]["text"], element["action_id"], block["block_id"])
            if label in names:
                return block, element
    return None


def pressable(blocks: list[dict[str, Any]], label: str) -> Found | None:
    """The button of that label or action_id, or the menu that has it as an option."""
    for block, element in _each(blocks):
        named = label == element["action_id"] or label == label_of(element)
        options = element["type"] in ("overflow", "radio_buttons", "checkboxes")
        is_button = named and element["type"] in block_kit.PLAIN
        if is_button or (options and option_named(element, label)):
            return block, element
    return None


def option_named(element: dict[str, Any], label: str) -> dict[str, Any] | None:
    """The value that pressing this option gives; None for a button."""
    for option in block_kit.options_of(element):
        if label in (option["text"]["text"], option.get("value")):
            if element["type"] == "checkboxes":
                return {"selected_options": [option]}
            return {"selected_option": option}
    return None


def choosable(blocks: list[dict[str, Any]], label: str) -> Found | None:
    """The select or picker of that placeholder, label, text beside it, or action_id."""
    for block, element in _each(blocks):
        placeholder = (element.get("placeholder") or {}).get("text")
        beside = (block.get("text") or {}).get("text") if block.get("type") == "section" else None
        over = (block.get("label") or {}).get("text")
        choice = element["type"] in block_kit.ENTRY or element["type"] == "overflow"
        if choice and label in (element["action_id"], placeholder, beside, over):
            return block, element
    return None


def written(element: dict[str, Any], words: str) -> dict[str, Any]:
    """The entry of an input with these words in it."""
    if element["type"] not in WRITTEN:
        raise DriverError(f"Nobody can write into a {element['type']}.")
    if element["type"] != "rich_text_input":
        return {"value": words}
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": words}]}
    return {"rich_text_value": {"type": "rich_text", "elements": [section]}}


def picked(
    element: dict[str, Any], names: tuple[str, ...], state: dict[str, Any]
) -> dict[str, Any]:
    """The new entry of an element in which these are chosen."""
    kind = element["type"]
    key, empty = block_kit.ENTRY.get(kind, ("selected_option", None))
    found = [_one(element, name, state) for name in names]
    if isinstance(empty, list):
        return {key: found}
    if kind == "datetimepicker" and found:
        return {key: int(found[0])}
    return {key: found[0] if found else None}


def _one(element: dict[str, Any], name: str, state: dict[str, Any]) -> Any:
    kind = element["type"]
    if "user" in kind:
        return _person_id(name, state)
    if "conversations" in kind and name.startswith("@"):
        return _person_id(name, state)
    if "channels" in kind or "conversations" in kind:
        plain = name.removeprefix("#")
        known = (c for c in state["channels"] if plain in (c["name"], c["id"]))
        channel = next(known, None)
        if channel is None:
            raise DriverError(f"There is no channel {name}.")
        return channel["id"]
    if "external" in kind:
        return {"text": {"type": "plain_text", "text": name}, "value": name}
    options = block_kit.options_of(element)
    if not options:
        return name
    for option in options:
        if name in (option["text"]["text"], option.get("value")):
            return option
    there = ", ".join(option["text"]["text"] for option in options)
    raise DriverError(f"There is no option {name!r}; there is: {there}")


def _person_id(name: str, state: dict[str, Any]) -> str:
    handle = name.removeprefix("@")
    for person in state["people"]:
        if handle in (person["id"], person["name"], person["real_name"]):
            return str(person["id"])
    raise DriverError(f"There is nobody called {name}.")
