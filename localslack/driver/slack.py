"""A running local Slack as a script uses it: its people, its clock, its faults."""

from typing import Any

from localslack.driver.client import Client
from localslack.driver.person import Person


class Slack(Client):
    """A running local Slack, in this process or another."""

    def person(self, handle: str, *, ws: str | None = None) -> Person:
        """Somebody to act as."""
        return Person(self, handle, ws=ws)

    async def move_clock(
        self,
        *,
        by: float | None = None,
        to: str | None = None,
        next: str | None = None,
        tz: str | None = None,
    ) -> dict[str, Any]:
        """Move the clock *by* seconds, *to* a moment, or to the *next* "tuesday 10:00"."""
        return await self.post("clock", by=by, to=to, next=next, tz=tz)

    async def fault(self, kind: str, **settings: Any) -> int:
        """Set a fault; answers its id."""
        return int((await self.post("faults", kind=kind, **settings))["id"])
