"""What happens in the workspace, told live to pages and to whoever waits for a change."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

MOST_WAITING = 10_000


@dataclass(frozen=True)
class Happening:
    """One event for the page: its kind, its data, and whom it concerns (None: everybody)."""

    kind: str
    data: dict[str, Any]
    audience: Callable[[str], bool] | None = None
    workspace: str | None = None

    def concerns(self, user_id: str, workspace_id: str) -> bool:
        """Whether this person gets to see it."""
        if self.workspace is not None and self.workspace != workspace_id:
            return False
        return self.audience is None or self.audience(user_id)


class Feed:
    """A count of changes to wait for, and a queue for each page that listens."""

    def __init__(self) -> None:
        self.count = 0
        self._listeners: dict[asyncio.Queue[Happening | None], str | None] = {}
        self._waiters: set[asyncio.Future[None]] = set()

    def tell(
        self,
        kind: str,
        data: dict[str, Any],
        *,
        audience: Callable[[str], bool] | None = None,
        workspace: str | None = None,
    ) -> None:
        """Let everybody know who listens or waits."""
        self.count += 1
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)
        self._waiters.clear()
        if self._listeners:
            happening = Happening(kind, data, audience, workspace)
            for queue in list(self._listeners):
                if queue.qsize() >= MOST_WAITING:
                    self._hang_up(queue)
                else:
                    queue.put_nowait(happening)

    def _hang_up(self, queue: asyncio.Queue[Happening | None]) -> None:
        """End a listener that doesn't keep up; a page comes again and reads everything anew."""
        while not queue.empty():
            queue.get_nowait()
        queue.put_nowait(None)
        del self._listeners[queue]

    async def wait(self, since: int, timeout: float) -> int:
        """Return the count as soon as it is above *since*, or after *timeout* seconds."""
        if self.count <= since:
            waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiters.add(waiter)
            try:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(timeout):
                        await waiter
            finally:
                self._waiters.discard(waiter)
        return self.count

    @contextlib.contextmanager
    def listening(self, user_id: str | None = None) -> Any:
        """A queue of everything that happens from now on; None in it means the end.

        *user_id* says whose page it is that listens.
        """
        queue: asyncio.Queue[Happening | None] = asyncio.Queue()
        self._listeners[queue] = user_id
        try:
            yield queue
        finally:
            self._listeners.pop(queue, None)

    def is_watched_by(self, user_id: str) -> bool:
        """Whether this person has the page open, in some tab."""
        return user_id in self._listeners.values()

    def close(self) -> None:
        """Send every listener home."""
        for queue in self._listeners:
            queue.put_nowait(None)
        self.tell("closed", {})
