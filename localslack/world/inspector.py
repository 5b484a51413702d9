"""Every request between bot and Slack, in order, for people to look at and tests to count."""

import itertools
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

KEPT = 20_000
KEPT_CHARACTERS = 200_000_000  # of all requests and answers together
LARGE = 1_000_000
SECRETS = {
    *("token", "client_secret", "refresh_token", "access_token", "bot_access_token"),
    *("code", "authorization"),
}


@dataclass(frozen=True)
class Request:
    """One request and its answer; `ms` is how long the answer took."""

    n: int
    at: datetime
    direction: Literal["to_bot", "from_bot"]
    kind: str
    name: str
    workspace: str | None
    ms: float
    status: int
    ok: bool
    error: str | None
    request: Any
    response: Any

    def as_json(self) -> dict[str, Any]:
        """For the page's inspector; tokens and secrets are struck out."""
        body = dict(vars(self)) | {"at": self.at.isoformat(), "ms": round(self.ms, 2)}
        return body | {"request": _shown(self.request), "response": _shown(self.response)}


@dataclass(frozen=True)
class Call:
    """One Web API call of a bot as a test looks at it."""

    method: str
    arguments: dict[str, Any]
    answer: dict[str, Any]
    status: int
    workspace: str | None
    at: datetime

    @property
    def ok(self) -> bool:
        """Whether Slack did it."""
        return bool(self.answer.get("ok"))

    @property
    def error(self) -> str | None:
        """Slack's error word when it didn't."""
        return self.answer.get("error")


class Inspector:
    """The newest requests, numbered from 1, as many as their number and their size allow."""

    def __init__(self, on_request: Callable[[Request], None]) -> None:
        self.count = 0
        self.characters = 0
        self._requests: deque[Request] = deque()
        self._on_request = on_request

    def record(
        self,
        direction: Literal["to_bot", "from_bot"],
        kind: str,
        name: str,
        *,
        at: datetime,
        workspace: str | None,
        ms: float,
        status: int,
        ok: bool,
        error: str | None,
        request: Any,
        response: Any,
    ) -> None:
        """Keep one request."""
        self.count += 1
        entry = Request(
            self.count,
            at,
            direction,
            kind,
            name,
            workspace,
            ms,
            status,
            ok,
            error,
            request,
            response,
        )
        self._requests.append(entry)
        self.characters += _size(entry)
        self._let_go()
        self._on_request(entry)

    def _let_go(self) -> None:
        """The newest one stays, whatever its size."""
        while len(self._requests) > KEPT or self._is_too_large():
            self.characters -= _size(self._requests.popleft())

    def _is_too_large(self) -> bool:
        return self.characters > KEPT_CHARACTERS and len(self._requests) > 1

    def get(self, n: int) -> Request | None:
        """The request of that number, while it is kept."""
        first = self.count - len(self._requests) + 1
        return self._requests[n - first] if first <= n <= self.count else None

    def since(self, n: int, limit: int) -> list[Request]:
        """The newest *limit* requests numbered above *n*, oldest first."""
        wanted = max(0, min(self.count - n, limit))
        newest = list(itertools.islice(reversed(self._requests), wanted))
        return newest[::-1]

    def calls(self, method: str | None = None) -> list[Call]:
        """The Web API calls of bots, oldest first; all methods or one."""
        return [
            Call(r.name, r.request or {}, r.response or {}, r.status, r.workspace, r.at)
            for r in self._requests
            if r.kind == "web_api" and method in (None, r.name)
        ]

    def clear(self) -> None:
        """Forget them; the numbers go on."""
        self._requests.clear()
        self.characters = 0


def _size(request: Request) -> int:
    """About how many characters it has."""
    try:
        return len(str(request.request)) + len(str(request.response))
    except RecursionError:  # nobody can count those
        return LARGE


def _shown(part: Any) -> Any:
    try:
        return without_secrets(part)
    except RecursionError:
        return "(nested too deeply to be shown)"


def without_secrets(part: Any) -> Any:
    """The same JSON with every token and secret struck out."""
    if isinstance(part, dict):
        return {
            key: "…" if key in SECRETS and isinstance(value, str) else without_secrets(value)
            for key, value in part.items()
        }
    if isinstance(part, list):
        return [without_secrets(item) for item in part]
    return part
