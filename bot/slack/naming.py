"""The slash command that people type: what Amp says names the one it was installed with.

A second app, for trying things out, has another command in its manifest, such as `/amp-staging`.
Slack tells a bot nothing of its manifest, but sends the command with everything that is typed.
"""

import re
from typing import Any

from slack_bolt.async_app import AsyncRespond
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.slack import proxies, refusals

COMMAND = "/amp"  # as content/ writes it
_NAMED = re.compile(r"(?<![\w/.-])/amp(?![\w/-])")


def renamed(said: Any, command: str | None) -> Any:
    """The same text, blocks or view, with *command* wherever content/ says `/amp`."""
    if command in (None, COMMAND):
        return said
    if isinstance(said, str):
        return _NAMED.sub(lambda _: str(command), said)
    if isinstance(said, dict):
        return {name: renamed(value, command) for name, value in said.items()}
    if isinstance(said, (list, tuple)):
        return [renamed(value, command) for value in said]
    return said


def of(context: AsyncBoltContext) -> str | None:
    """The command of the workspace that a request comes from; None for the usual one."""
    command: str | None = context.get("slash_command")
    return command


class Speaker(AsyncWebClient):
    """A client that names the workspace's own command."""

    command: str | None = None

    async def api_call(
        self, api_method: str, *, json: Any = None, **more: Any
    ) -> AsyncSlackResponse:
        try:
            return await super().api_call(api_method, json=renamed(json, self.command), **more)
        except (AttributeError, TypeError) as error:  # the SDK stumbles over JSON of another kind
            raise refusals.stranger() from error

    async def _upload_file(self, *, url: str, **more: Any) -> Any:
        return await super()._upload_file(url=url, **{**more, "proxy": proxies.to(url)})


class Respond(AsyncRespond):
    """Bolt's respond, which names the workspace's own command."""

    command: str | None = None

    async def __call__(self, text: Any = "", blocks: Any = None, **more: Any) -> Any:  # type: ignore[override]
        said, shown = renamed(text, self.command), renamed(blocks, self.command)
        return await super().__call__(text=said, blocks=shown, **more)
