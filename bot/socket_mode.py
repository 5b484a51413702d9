"""The other way in than HTTP: Slack's requests over a socket that Amp opens."""

import time
from typing import Any

import structlog
from slack_bolt import BoltResponse
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.adapter.socket_mode.async_internals import send_async_response
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.request import SocketModeRequest

from bot import metrics, web
from bot.slack import payloads, proxies
from bot.slack.payloads import Malformed

log = structlog.get_logger()


class Socket(AsyncSocketModeHandler):
    """Bolt's handler of Socket Mode, with a look at each frame as at a request over HTTP.

    What Slack would not send is not acknowledged; failures are counted as over HTTP.
    """

    def __init__(self, app: AsyncApp, app_token: str) -> None:
        super().__init__(app, app_token)
        issue = self.client.issue_new_wss_url

        async def issued() -> str:
            address = await issue()  # at a host of its own, which may be behind another proxy
            self.client.proxy = proxies.to(address)
            return address

        self.client.issue_new_wss_url = issued  # type: ignore[method-assign]

    async def handle(self, client: Any, req: SocketModeRequest) -> None:
        try:
            began, arrived = time.time(), payloads.from_socket(req.type, req.payload)
            answer = await self._answer(arrived)
            await send_async_response(client, req, answer, began)
        except Malformed:
            metrics.requests_failed.labels(400).inc()
            log.warning("a frame of Socket Mode can't be read", kind=req.type)
        except BaseException:
            metrics.requests_failed.labels(500).inc()
            raise

    async def _answer(self, arrived: payloads.Request) -> BoltResponse:
        if arrived.kind == "other":
            return BoltResponse(status=200)
        answer: BoltResponse = await self.app.async_dispatch(web.for_bolt(arrived))
        return answer
