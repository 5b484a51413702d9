"""What a person sees in a local Slack: messages, modals and Homes, and what came of an act."""

from dataclasses import dataclass, field
from typing import Any

from localslack.rules import visible_text
from localslack.world import blocks as block_kit


@dataclass(frozen=True)
class Result:
    """What came of an act; `errors` has the sentences under inputs, by the input's label."""

    ok: bool
    error: str | None = None
    errors: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return self.ok


@dataclass(frozen=True)
class SeenMessage:
    """A message as one person sees it; `raw` is its JSON."""

    raw: dict[str, Any]

    @property
    def ts(self) -> str:
        """Its time, which is its id in the channel."""
        return str(self.raw["ts"])

    @property
    def channel(self) -> str:
        """Its channel's id."""
        return str(self.raw["channel"])

    @property
    def user(self) -> str:
        """Who wrote it, as a user id."""
        return str(self.raw["user"])

    @property
    def blocks(self) -> list[dict[str, Any]]:
        """Its blocks, or none."""
        return self.raw.get("blocks") or []

    @property
    def all_blocks(self) -> list[dict[str, Any]]:
        """Its blocks, those in attachments included: all in which something can be pressed."""
        attached = [b for one in self.raw.get("attachments") or [] for b in one.get("blocks") or []]
        return [*self.blocks, *attached]

    @property
    def is_ephemeral(self) -> bool:
        """Whether only this person sees it."""
        return bool(self.raw.get("is_ephemeral"))

    @property
    def text(self) -> str:
        """Every word that is seen: the text without blocks, else all that the blocks show."""
        shown = visible_text(self.blocks) if self.blocks else str(self.raw.get("text", ""))
        attached = [_attached(one) for one in self.raw.get("attachments") or []]
        names = [str(file.get("title", "")) for file in self.raw.get("files") or []]
        return "\n".join(piece for piece in [shown, *attached, *names] if piece)

    @property
    def buttons(self) -> list[str]:
        """The labels of its buttons, those in attachments included."""
        return button_labels(self.all_blocks)


@dataclass(frozen=True)
class SeenView:
    """A modal or a Home as a person sees it; `view` is its JSON."""

    view: dict[str, Any]

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.view["id"])

    @property
    def title(self) -> str:
        """Its title; a Home has none."""
        if self.view.get("type") == "home":
            return ""
        return str((self.view.get("title") or {}).get("text", ""))

    @property
    def blocks(self) -> list[dict[str, Any]]:
        """Its blocks."""
        return self.view.get("blocks") or []

    @property
    def text(self) -> str:
        """Every word that is seen, title and buttons at the bottom included."""
        ends = [(self.view.get(name) or {}).get("text", "") for name in ("submit", "close")]
        return "\n".join(piece for piece in [self.title, visible_text(self.blocks), *ends] if piece)

    @property
    def labels(self) -> list[str]:
        """The labels of its inputs."""
        return [
            str(block["label"]["text"]) for block in self.blocks if block.get("type") == "input"
        ]

    @property
    def buttons(self) -> list[str]:
        """The labels of its buttons."""
        return button_labels(self.blocks)


def _attached(attachment: dict[str, Any]) -> str:
    if attachment.get("blocks"):
        return visible_text(attachment["blocks"])
    names = ("pretext", "title", "text", "fallback", "footer")
    return "\n".join(str(attachment[name]) for name in names if attachment.get(name))


def button_labels(blocks: list[dict[str, Any]]) -> list[str]:
    """What stands on the buttons of some blocks."""
    found = [e for block in block_kit.with_inner(blocks) for e in block_kit.elements(block)]
    return [label_of(element) for element in found if element["type"] == "button"]


def label_of(element: dict[str, Any]) -> str:
    """What stands on a button."""
    text = element.get("text")
    return str(text.get("text", "")) if isinstance(text, dict) else ""
