"""What the local Slack refuses, to a bot in Slack's words and to a person in a sentence."""

from collections.abc import Mapping
from typing import Any


class Refused(Exception):
    """A Web API call that is answered `ok: false` with Slack's own error word."""

    def __init__(
        self,
        error: str,
        *,
        messages: list[str] | None = None,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        **extra: Any,
    ) -> None:
        super().__init__(error)
        self.error = error
        self.messages = messages
        self.status = status
        self.headers = dict(headers or {})
        self.extra = extra

    def answer(self) -> dict[str, Any]:
        """The answer's body, shaped word for word as Slack shapes it."""
        body: dict[str, Any] = {"ok": False, "error": self.error, **self.extra}
        if self.messages is not None:
            marked = [f"[ERROR] {message}" for message in self.messages]
            body["response_metadata"] = {"messages": marked}
        return body


class Impossible(Exception):
    """Something a person or a script asked of the control interface that can't be done."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status


class CompanyError(ValueError):
    """The company file can't be used; the message says what to change."""
