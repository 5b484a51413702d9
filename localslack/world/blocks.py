"""Blocks as Slack keeps them: ids filled in, elements found by their ids, their state collected."""

import copy
import json
from collections.abc import Iterator
from typing import Any

from localslack import parsing
from localslack.errors import Refused
from localslack.world import ids
from localslack.world.faults import Fault
from localslack.world.files import IMAGES, Files

Block = dict[str, Any]
State = dict[str, dict[str, dict[str, Any]]]

# The name under which each element keeps what a person chose, and what stands there when empty.
ENTRY: dict[str, tuple[str, Any]] = {
    "plain_text_input": ("value", None),
    "number_input": ("value", None),
    "email_text_input": ("value", None),
    "url_text_input": ("value", None),
    "rich_text_input": ("rich_text_value", None),
    "file_input": ("files", []),
    "static_select": ("selected_option", None),
    "external_select": ("selected_option", None),
    "radio_buttons": ("selected_option", None),
    "users_select": ("selected_user", None),
    "conversations_select": ("selected_conversation", None),
    "channels_select": ("selected_channel", None),
    "datepicker": ("selected_date", None),
    "timepicker": ("selected_time", None),
    "datetimepicker": ("selected_date_time", None),
    "checkboxes": ("selected_options", []),
    "multi_static_select": ("selected_options", []),
    "multi_external_select": ("selected_options", []),
    "multi_users_select": ("selected_users", []),
    "multi_conversations_select": ("selected_conversations", []),
    "multi_channels_select": ("selected_channels", []),
}
INITIAL = {
    "value": "initial_value",
    "rich_text_value": "initial_value",
    "selected_option": "initial_option",
    "selected_options": "initial_options",
    "selected_user": "initial_user",
    "selected_users": "initial_users",
    "selected_conversation": "initial_conversation",
    "selected_conversations": "initial_conversations",
    "selected_channel": "initial_channel",
    "selected_channels": "initial_channels",
    "selected_date": "initial_date",
    "selected_time": "initial_time",
    "selected_date_time": "initial_date_time",
}
PLAIN = {"button", "overflow", "icon_button", "feedback_buttons", "workflow_button"}
ACTING = PLAIN | set(ENTRY)


def as_list(value: Any, *, error: str = "invalid_blocks_format") -> list[Block] | None:
    """Blocks given as a list or as JSON text; raises Refused when they are neither."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        try:
            value = parsing.parse(value)
        except ValueError:
            raise Refused(error) from None
    if not isinstance(value, list) or not all(isinstance(block, dict) for block in value):
        raise Refused(error)
    return value


def kept(blocks: list[Block]) -> list[Block]:
    """Blocks as Slack stores them: with block_ids, action_ids and text flags filled in."""
    blocks = json.loads(json.dumps(blocks))  # several times faster than a deepcopy
    taken = {block.get("block_id") for block in blocks}
    for block in blocks:
        if not block.get("block_id"):
            block["block_id"] = _unused(taken)
        for element in elements(block):
            element.setdefault("action_id", ids.block_id())
        _flag_texts(block)
    return blocks


def kept_attachments(attachments: list[Block] | None) -> list[Block] | None:
    """Attachments as Slack stores them: numbered, with words to fall back on, and kept blocks."""
    if attachments is None:
        return None
    return [_attachment(number, one) for number, one in enumerate(attachments, start=1)]


def _attachment(number: int, one: Block) -> Block:
    whole: Block = {"id": number, **one}
    if one.get("blocks"):
        whole |= {"blocks": kept(one["blocks"])}
        whole.setdefault("fallback", "[no preview available]")
    return whole


def _unused(taken: set[Any]) -> str:
    while True:
        block_id = ids.block_id()
        if block_id not in taken:
            taken.add(block_id)
            return block_id


def _flag_texts(part: Any) -> None:
    if isinstance(part, list):
        for item in part:
            _flag_texts(item)
    elif isinstance(part, dict):
        if part.get("type") == "plain_text":
            part.setdefault("emoji", True)
        elif part.get("type") == "mrkdwn":
            part.setdefault("verbatim", False)
        for value in part.values():
            _flag_texts(value)


def elements(block: Block) -> Iterator[dict[str, Any]]:
    """Everything in a block that a person can use, those of inner blocks and cards included."""
    for key in ("elements", "actions", "cards", "child_blocks", "blocks"):
        for item in block.get(key) or []:
            if isinstance(item, dict):
                yield from _within(item)
    for key in ("element", "accessory"):
        item = block.get(key)
        if isinstance(item, dict):
            yield from _within(item)


def _within(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if item.get("type") in ACTING:
        yield item
    else:
        yield from elements(item)


def with_inner(blocks: list[Block]) -> Iterator[Block]:
    """Every block, those inside containers included."""
    for block in blocks:
        yield block
        yield from with_inner([b for b in block.get("child_blocks") or [] if isinstance(b, dict)])


def find(blocks: list[Block], block_id: str, action_id: str) -> tuple[Block, dict[str, Any]] | None:
    """The block and the element of these ids."""
    for block in with_inner(blocks):
        if block.get("block_id") == block_id:
            for element in elements(block):
                if element.get("action_id") == action_id:
                    return block, element
    return None


def entry(element: dict[str, Any]) -> dict[str, Any]:
    """What `state.values` holds for an untouched element: its initial value, or emptiness."""
    kind = element["type"]
    name, empty = ENTRY[kind]
    initial = element.get(INITIAL.get(name, ""), empty)
    if kind == "number_input" and initial is not None:
        initial = str(initial)
    return {"type": kind, name: copy.deepcopy(initial)}


def state_of(blocks: list[Block], given: State | None = None) -> State:
    """`state.values` of blocks: what was given where its element still stands, else initials."""
    given = given or {}
    values: State = {}
    for block in with_inner(blocks):
        for element in elements(block):
            if element["type"] in ENTRY:
                block_id, action_id = block["block_id"], element["action_id"]
                found = given.get(block_id, {}).get(action_id)
                fits = found is not None and found.get("type", element["type"]) == element["type"]
                chosen = {"type": element["type"], **found} if fits and found else entry(element)
                values.setdefault(block_id, {})[action_id] = chosen
    return values


def merged(old: State, new: State) -> State:
    """What was put into inputs before, and what is new, which wins."""
    blocks = {**old, **new}
    return {name: {**old.get(name, {}), **new.get(name, {})} for name in blocks}


def chosen(element: dict[str, Any], value: dict[str, Any]) -> Any:
    """What a person put into an element: text, an option, a list; None or [] when empty."""
    name, empty = ENTRY[element["type"]]
    return value.get(name, empty)


def options_of(element: dict[str, Any]) -> list[dict[str, Any]]:
    """Every option of a select, groups flattened."""
    found = list(element.get("options") or [])
    for group in element.get("option_groups") or []:
        found += group.get("options", [])
    return found


def unsupported(blocks: list[Block], refused: list[Fault]) -> list[tuple[str, Fault]]:
    """`unsupported type` complaints for block types that are switched off just now."""
    complaints = []
    for index, block in enumerate(blocks):
        for fault in refused:
            if block.get("type") == fault.block_type:
                text = f"unsupported type: {fault.block_type} [json-pointer:/blocks/{index}/type]"
                complaints.append((text, fault))
    return complaints


def file_complaints(blocks: list[Block], files: Files, *, not_ready: bool) -> list[str]:
    """`invalid slack file` complaints for files that don't exist, aren't images or aren't ready."""
    complaints = []
    for pointer, slack_file in _slack_files(blocks, "/blocks"):
        file = files.named_by(slack_file)
        usable = file is not None and file.is_complete and file.suffix in IMAGES
        if not usable or not_ready:
            complaints.append(f"invalid slack file [json-pointer:{pointer}]")
    return complaints


def has_files(blocks: list[Block]) -> bool:
    """Whether any block shows an uploaded file."""
    return next(_slack_files(blocks, ""), None) is not None


def _slack_files(part: Any, pointer: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(part, list):
        for index, item in enumerate(part):
            yield from _slack_files(item, f"{pointer}/{index}")
    elif isinstance(part, dict):
        for key, value in part.items():
            if key == "slack_file" and isinstance(value, dict):
                yield f"{pointer}/slack_file", value
            else:
                yield from _slack_files(value, f"{pointer}/{key}")
