"""A local Slack for code that doesn't await: what is awaited runs in a thread of its own."""

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, Self, TypeVar

from localslack import environment
from localslack.driver import Person, Slack
from localslack.driver.client import PATIENCE, STEP
from localslack.server import COMPANY, LocalSlack

Item = TypeVar("Item")


class BlockingDriver:
    """A local Slack that runs somewhere, by its address, for code that doesn't await."""

    def __init__(self, url: str) -> None:
        self._begin()
        self._control = Slack(url)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def url(self) -> str:
        """Where the page is, without a slash at the end."""
        return self._control.url

    def person(self, handle: str, *, ws: str | None = None) -> "BlockingPerson":
        """Somebody to act as."""
        return BlockingPerson(self, self._control.person(handle, ws=ws))

    def control(self, path: str, **body: Any) -> dict[str, Any]:
        """A POST to the control interface: the clock, people, channels, faults."""
        return self._run(self._control.post(path, **body))

    def reads(self, path: str, **query: Any) -> dict[str, Any]:
        """A GET from the control interface: `app`, `requests`, `limits` …"""
        return self._run(self._control.get(path, **query))

    def until(self, look: Callable[[], Item], timeout: float = PATIENCE) -> Item:
        """Wait until what *look* answers is true, and answer it. Raises TimeoutError."""
        end = time.monotonic() + timeout
        while True:
            count = self.reads("wait", since=0, timeout=0)["count"]
            if found := look():
                return found
            left = end - time.monotonic()
            if left <= 0:
                raise TimeoutError(f"It didn't become true within {timeout} s.")
            self.reads("wait", since=count, timeout=min(left, STEP))

    def close(self) -> None:
        """Hang up."""
        self._run(self._control.close())
        self._stop()

    def _begin(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def _run(self, work: Coroutine[Any, Any, Item]) -> Item:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def _stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


class BlockingSlack(BlockingDriver):
    """A running local Slack whose people act while the caller waits.

    A bot that runs in the caller's own event loop can't answer meanwhile: for that, `driver`.
    """

    def __init__(
        self,
        company: Path | str | dict[str, Any] = COMPANY,
        *,
        manifest: Path | dict[str, Any] | None = None,
        port: int = 0,
    ) -> None:
        """Start it; raises CompanyError as LocalSlack does."""
        self._begin()
        try:
            self.slack = self._run(LocalSlack.start(company, manifest=manifest, port=port))
        except BaseException:
            self._stop()
            raise
        self._control = self.slack.driver

    @property
    def env(self) -> dict[str, str]:
        """What the bot's environment should say: `SLACK_BOT_TOKEN` and the rest."""
        return environment.of_bot(self.slack)

    def driver(self) -> Slack:
        """The same for code that awaits: `async with local_slack.driver() as slack`."""
        return Slack(self.url)

    def calls(self, method: str | None = None) -> list[Any]:
        """The bot's Web API calls, oldest first; all of them or one method's."""
        return self.slack.calls(method)

    def deliver_to(self, url: str | None) -> None:
        """Send the bot's requests to this address, signed; None: over Socket Mode."""
        self._loop.call_soon_threadsafe(self.slack.deliver_to, url)

    def close(self) -> None:
        """Stop serving; everything in it is gone."""
        self._run(self.slack.close())
        self._stop()


class BlockingPerson:
    """Somebody who acts while the caller waits: every method of Person, without `await`."""

    def __init__(self, slack: BlockingDriver, person: Person) -> None:
        self._slack = slack
        self._person = person

    def __repr__(self) -> str:
        return repr(self._person)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        act = getattr(self._person, name)

        def wait(*given: Any, **named: Any) -> Any:
            return self._slack._run(act(*given, **named))

        return wait
