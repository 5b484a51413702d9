"""Lists a page at a time, with cursors as opaque as Slack's."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from localslack.errors import Refused

Item = TypeVar("Item")


@dataclass(frozen=True)
class Page(Sequence[Item]):
    """Some of a list, and the cursor that leads on."""

    items: list[Item]
    cursor: str

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index: Any) -> Any:
        return self.items[index]

    @property
    def metadata(self) -> dict[str, Any]:
        """The answer's `response_metadata`; an empty cursor is the end."""
        return {"next_cursor": self.cursor}


def encode_cursor(position: int) -> str:
    """An opaque cursor, base64 as Slack's."""
    return base64.b64encode(f"next:{position}".encode()).decode()


def decode_cursor(cursor: str | None) -> int:
    """Where a cursor points; raises invalid_cursor."""
    if not cursor:
        return 0
    try:
        word, _, position = base64.b64decode(cursor, validate=True).decode().partition(":")
        if word != "next" or not position.isascii() or not position.isdigit():
            raise ValueError(cursor)
        return int(position)
    except ValueError:
        raise Refused("invalid_cursor") from None
