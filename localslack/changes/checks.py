"""Whether a message or a view may be shown: the rules of Block Kit, and what this world adds."""

from collections.abc import Mapping
from typing import Any

from localslack import parsing
from localslack.errors import Refused
from localslack.rules import Problem, validate_blocks, validate_message, validate_view
from localslack.world import blocks as block_kit
from localslack.world.world import World


def check_message(
    world: World, payload: dict[str, Any], *, method: str = "", channel: str | None = None
) -> None:
    """Raise Refused when Slack wouldn't show this message.

    *payload* has what is given of `text`, `markdown_text`, `blocks`, `attachments`, `metadata`.
    """
    problems = validate_message(payload, method or "chat.postMessage")
    complaints = [str(problem) for problem in problems]
    if not problems:
        complaints = _of_this_world(world, payload.get("blocks") or [], method, channel)
    if complaints:
        raise _refusal(problems, complaints, "invalid_blocks", named=True)


def check_view(world: World, view: dict[str, Any], *, method: str = "") -> None:
    """Raise Refused when Slack wouldn't show this view."""
    problems = validate_view(view)
    complaints = [str(problem) for problem in problems]
    if not problems:
        found = _of_this_world(world, view.get("blocks") or [], method, None)
        complaints = [text.replace("[json-pointer:", "[json-pointer:/view", 1) for text in found]
    if complaints:
        raise _refusal(problems, complaints, "invalid_arguments", named=False)


def problems_of(kind: str, value: Any) -> list[Problem]:
    """What is wrong with `blocks`, a `message` or a `view`, for blocks.validate."""
    if kind == "view":
        return validate_view(value)
    if kind == "message":
        return validate_message(value if isinstance(value, Mapping) else {})
    return validate_blocks(value, "message", "")


def as_view(value: Any) -> dict[str, Any]:
    """A view given as a dict or as JSON text; raises Refused when it is neither."""
    view = parsing.parsed(value)
    if not isinstance(view, dict):
        raise Refused("invalid_arguments", messages=["must provide an object [json-pointer:/view]"])
    return view


def as_metadata(value: Any) -> dict[str, Any] | None:
    """A message's metadata given as a dict or as JSON text; raises Refused for anything else."""
    if value is None or value == "":
        return None
    metadata = parsing.parsed(value)
    if not isinstance(metadata, dict):
        raise Refused("invalid_metadata_format")
    return metadata


def _refusal(
    problems: list[Problem], complaints: list[str], otherwise: str, *, named: bool
) -> Refused:
    """A whole-payload word says it all; the rest comes with a line for each problem."""
    whole = next((problem for problem in problems if problem.error), None)
    if whole is not None and whole.message == whole.error:
        return Refused(str(whole.error))
    word = str(whole.error) if whole is not None else otherwise
    if named:
        return Refused(word, messages=complaints, errors=complaints)
    return Refused(word, messages=complaints)


def _of_this_world(
    world: World, blocks: list[dict[str, Any]], method: str, channel: str | None
) -> list[str]:
    refused = block_kit.unsupported(blocks, world.faults.refused_blocks(method, channel))
    for fault in {id(fault): fault for _, fault in refused}.values():
        world.faults.used(fault)
    complaints = [text for text, _ in refused]
    if block_kit.has_files(blocks):
        waiting = world.faults.strike({"file_not_ready"}, method, channel) is not None
        complaints += block_kit.file_complaints(blocks, world.files, not_ready=waiting)
    return complaints
