"""The control interface over HTTP, for scripts."""

import time
from collections.abc import Awaitable, Callable
from typing import Any, Self

import aiohttp

from localslack.driver.elements import DriverError

PATIENCE = 10.0
STEP = 0.25


class Client:
    """The control interface of a running local Slack, in this process or another."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def get(self, path: str, /, **query: Any) -> dict[str, Any]:
        """Read from the control interface; raises DriverError with its sentence."""
        given = {key: str(value) for key, value in query.items() if value is not None}
        return await self._ask("GET", path, params=given)

    async def post(self, path: str, /, **body: Any) -> dict[str, Any]:
        """Do something over the control interface; raises DriverError with its sentence."""
        given = {key: value for key, value in body.items() if value is not None}
        return await self._ask("POST", path, json=given)

    async def put(self, path: str, /, **body: Any) -> dict[str, Any]:
        """Set something over the control interface; raises DriverError with its sentence."""
        return await self._ask("PUT", path, json=body)

    async def delete(self, path: str, /, **query: Any) -> dict[str, Any]:
        """Take something back over the control interface."""
        return await self._ask("DELETE", path, params=query)

    async def until(
        self, predicate: Callable[[], Awaitable[Any]], timeout: float = PATIENCE
    ) -> Any:
        """Wait until the predicate is true; answers what it said. Raises TimeoutError.

        It is asked again whenever something happens in the workspace, and now and then, because
        it may look at something that the server knows nothing of.
        """
        end = time.monotonic() + timeout
        while True:
            count = (await self.get("wait", since=0, timeout=0))["count"]
            answer = await predicate()
            if answer:
                return answer
            left = end - time.monotonic()
            if left <= 0:
                raise TimeoutError(f"It didn't become true within {timeout} s.")
            await self.get("wait", since=count, timeout=min(left, STEP))

    async def close(self) -> None:
        """Hang up."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _ask(self, verb: str, path: str, **what: Any) -> dict[str, Any]:
        if self._session is None:
            self._session = aiohttp.ClientSession()
        async with self._session.request(verb, f"{self.url}/control/{path}", **what) as answer:
            if answer.content_type != "application/json":
                raise DriverError(f"The local Slack answered {answer.status}.")
            body: dict[str, Any] = await answer.json()
        if answer.status >= 400:
            raise DriverError(body.get("error", f"HTTP {answer.status}"))
        return body
