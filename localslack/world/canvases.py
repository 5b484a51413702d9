"""Canvases: documents in markdown, alone or as a channel's tab; people read them as text."""

import re
from dataclasses import dataclass, field
from typing import Any

from localslack.errors import Refused
from localslack.world import ids

LONGEST = 1_048_576
OPERATIONS = {
    *("insert_after", "insert_before", "insert_at_start", "insert_at_end"),
    *("replace", "delete", "rename"),
}
BESIDE = {"insert_after", "insert_before", "delete"}
HEADING = re.compile(r"(#{1,3})\s+\S")
LIST_IN_QUOTE = re.compile(r"\s*>\s*([-*+]|\d+[.)])\s")
SECTION_BREAK = re.compile(r"\n\s*\n")


@dataclass
class Section:
    """A paragraph, a heading, a list: what stands between empty lines."""

    id: str
    markdown: str

    @property
    def kind(self) -> str:
        """`h1` to `h3`, or nothing."""
        found = HEADING.match(self.markdown)
        return f"h{len(found.group(1))}" if found else ""


@dataclass
class Canvas:
    """One canvas; with a channel it is that channel's tab."""

    id: str
    team_id: str
    app_id: str
    title: str
    channel_id: str | None = None
    sections: list[Section] = field(default_factory=list)

    @property
    def markdown(self) -> str:
        """All of it."""
        return "\n\n".join(section.markdown for section in self.sections)

    def as_json(self) -> dict[str, Any]:
        """As the control interface shows it."""
        shown = {"id": self.id, "title": self.title, "channel": self.channel_id}
        parts = [{"id": part.id, "markdown": part.markdown} for part in self.sections]
        return shown | {"markdown": self.markdown, "sections": parts}


class Canvases:
    """Every canvas of a world."""

    def __init__(self) -> None:
        self._by_id: dict[str, Canvas] = {}

    def add(self, team_id: str, app_id: str, title: str, channel_id: str | None) -> Canvas:
        """An empty canvas."""
        canvas = Canvas(ids.fresh("F"), team_id, app_id, title, channel_id)
        self._by_id[canvas.id] = canvas
        return canvas

    def get(self, canvas_id: str) -> Canvas | None:
        """The canvas of that id."""
        return self._by_id.get(canvas_id)

    def of_channel(self, channel_id: str) -> Canvas | None:
        """The canvas in a channel's tab."""
        return next((c for c in self._by_id.values() if c.channel_id == channel_id), None)

    def of_team(self, team_id: str) -> list[Canvas]:
        """The canvases of a workspace, in the order they were made."""
        return [canvas for canvas in self._by_id.values() if canvas.team_id == team_id]

    def remove(self, canvas: Canvas) -> None:
        """Delete a canvas."""
        self._by_id.pop(canvas.id, None)


def sections_of(content: Any, failure: str) -> list[Section]:
    """The sections of a `document_content`; raises Refused with *failure* for what is none."""
    if not isinstance(content, dict) or content.get("type") != "markdown":
        raise Refused("invalid_arguments", messages=["must be markdown [json-pointer:/type]"])
    markdown = content.get("markdown")
    if not isinstance(markdown, str):
        raise Refused("invalid_arguments", messages=["missing required field: markdown"])
    for number, line in enumerate(markdown.splitlines(), 1):
        if LIST_IN_QUOTE.match(line):
            detail = f"line {number}: Unsupported block type (List) within block quote"
            raise Refused(failure, detail=f"'content' error: {detail}")
    parts = SECTION_BREAK.split(markdown)
    return [Section(f"temp:C:{ids.fresh('')}", part.strip("\n")) for part in parts if part.strip()]


def edit(canvas: Canvas, change: dict[str, Any]) -> None:
    """Apply one change to a canvas; raises Refused and leaves it as it was."""
    operation, place = change.get("operation"), None
    if operation not in OPERATIONS:
        message = "must be a valid enum value [json-pointer:/changes/0/operation]"
        raise Refused("invalid_arguments", messages=[message])
    section_id = change.get("section_id")
    if section_id is not None or operation in BESIDE:
        place = _place(canvas, section_id)
    if operation == "rename":
        canvas.title = _title(change.get("title_content"))
        return
    new = []
    if operation != "delete":
        new = sections_of(change.get("document_content"), "canvas_editing_failed")
    sections = _changed(canvas.sections, str(operation), place, new)
    if len("\n\n".join(section.markdown for section in sections)) > LONGEST:
        raise Refused("canvas_too_large")
    canvas.sections = sections


def _changed(
    old: list[Section], operation: str, place: int | None, new: list[Section]
) -> list[Section]:
    match operation:
        case "insert_at_start":
            return [*new, *old]
        case "insert_at_end":
            return [*old, *new]
        case "insert_before":
            return [*old[:place], *new, *old[place:]]
        case "insert_after" if place is not None:
            return [*old[: place + 1], *new, *old[place + 1 :]]
    # replace or delete: the section, or without one (replace only) everything
    return new if place is None else [*old[:place], *new, *old[place + 1 :]]


def _place(canvas: Canvas, section_id: Any) -> int:
    for index, section in enumerate(canvas.sections):
        if section.id == section_id:
            return index
    raise Refused("canvas_editing_failed", detail="'section_id' error: section not found")


def _title(content: Any) -> str:
    title = content.get("markdown") if isinstance(content, dict) else None
    if not isinstance(title, str) or not title.strip():
        message = "missing required field: title_content [json-pointer:/changes/0]"
        raise Refused("invalid_arguments", messages=[message])
    return title.strip()
