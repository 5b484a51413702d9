"""Slack's Web API clients: a reader, which may ask again, and a sender, which may not."""

import asyncio
import logging
from typing import Any

import aiohttp
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import AmpError
from bot.slack import proxies, refusals
from bot.slack.installs import Installs
from bot.slack.naming import Speaker

# The SDK's own timeout holds only where it opens the connection itself. A lease's last call
# (delivery.py) relies on this one.
TIMEOUT = aiohttp.ClientTimeout(total=15, sock_connect=5)
# Seconds that a job, or somebody at a terminal, waits until Slack lets us ask again.
PATIENCE, BRIEFLY = 60.0, 5.0
# A logger without a level of its own has every request and answer written out, for nobody.
SILENT = logging.getLogger("slack_sdk")


class NotInstalled(AmpError):
    """A workspace that has taken Amp out, or never had it."""


class Waiting(AsyncRateLimitErrorRetryHandler):
    """Waits for as long as Slack says, unless nobody could wait for that.

    The SDK's own would sleep for days, and stumble over what is no number.
    """

    def __init__(self, patience: float) -> None:
        super().__init__(max_retry_count=3)
        self._patience = patience

    async def _can_retry_async(self, *, response: HttpResponse | None = None, **asked: Any) -> bool:
        asked_for_time = await super()._can_retry_async(response=response, **asked)
        return asked_for_time and refusals.seconds(response) <= self._patience

    async def prepare_for_next_attempt_async(
        self, *, state: RetryState, response: HttpResponse | None = None, **_asked: Any
    ) -> None:
        await asyncio.sleep(refusals.seconds(response))
        state.next_attempt_requested = True
        state.increment_current_attempt()


class Clients:
    """Makes clients that share their connections; open it where an event loop runs."""

    def __init__(self, api_url: str, installs: Installs) -> None:
        self._api_url = api_url
        self._installs = installs
        # Cookies of one workspace have no business in another's requests.
        self._session = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar(), timeout=TIMEOUT)

    async def reader_for(self, workspace_id: str) -> AsyncWebClient:
        """A client that reads in this workspace; raises NotInstalled."""
        installed = await self._installs.find(workspace_id)
        if installed is None:
            raise NotInstalled
        return self.reader(installed.bot_token)

    def reader(self, token: str | None = None, *, patience: float = PATIENCE) -> AsyncWebClient:
        """For calls that change nothing: waits out a rate limit, tries again after a fault."""
        client = self.sender(token)
        client.retry_handlers = [
            AsyncConnectionErrorRetryHandler(max_retry_count=2),
            AsyncServerErrorRetryHandler(max_retry_count=2),
            Waiting(patience),
        ]
        return client

    def sender(self, token: str | None = None, *, command: str | None = None) -> AsyncWebClient:
        """For posts: the SDK's own retry would post twice when only the answer was lost.

        It says *command* where content/ says `/amp`.
        """
        client = Speaker(
            token=token,
            base_url=self._api_url,
            session=self._session,
            proxy=proxies.to(self._api_url),
            retry_handlers=[],
            logger=SILENT,
        )
        client.command = command
        return client

    async def close(self) -> None:
        await self._session.close()
