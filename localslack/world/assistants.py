"""Chats with an app that is an assistant: threads that have a title, a status and suggestions."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Chat:
    """What an app shows beside the messages of one thread."""

    channel: str
    thread_ts: str
    app_id: str
    title: str = ""
    status: str = ""
    loading_messages: list[str] = field(default_factory=list)
    prompts_title: str = ""
    prompts: list[dict[str, str]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """As the control interface shows it."""
        names = ("thread_ts", "app_id", "title", "status", "loading_messages", "prompts_title")
        return {name: getattr(self, name) for name in names} | {"prompts": self.prompts}
