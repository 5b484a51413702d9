"""A step of a workflow in Slack: who has started it, and how it ends.

https://docs.slack.dev/workflows/workflow-steps
"""

from collections.abc import Awaitable
from typing import Any

from slack_bolt.kwargs_injection.async_args import AsyncArgs
from slack_sdk.errors import SlackApiError

from bot.errors import Garbled
from bot.slack import naming, refusals
from bot.slack.inputs import Body
from bot.slack.requests import Actor, Request

EXECUTED = "function_executed"
OVER = "execution_not_in_running_state"


def event(body: Body) -> Body | None:
    """The event by which Slack runs a step; None for anything else."""
    found: Body | None = body.get("event")
    return found if found and found.get("type") == EXECUTED else None


def started_by(body: Body) -> Actor | None:
    """Who has started the workflow of a step; None for anything else.

    It is a `user_context`, which Slack fills in and nobody who builds a workflow can.
    https://docs.slack.dev/reference/types/user_context-type
    """
    user = ((event(body) or {}).get("inputs") or {}).get("user")
    return Actor(body.get("team_id") or "", user["id"]) if user else None


def read(body: Body) -> Request:
    """The step as a request; raises Garbled where nobody has started it."""
    actor, told = started_by(body), event(body)
    if actor is None or told is None:
        raise Garbled
    return Request(
        actor=actor,
        channel_id=told["inputs"].get("channel"),
        trigger_id="",
        execution_id=told["function_execution_id"],
    )


class Ending:
    """Ends a step, with what comes after it in the workflow may use, or with why there is nothing.

    Each ends once: where Slack has asked twice, the second ending changes nothing.
    """

    def __init__(self, args: AsyncArgs, told: Body) -> None:
        self._id = told["function_execution_id"]
        self._command = naming.of(args.context)
        # Only the step's own token may end it, and to end it twice does no harm.
        token = told.get("bot_access_token") or args.client.token
        self._client = args.context["clients"].reader(token)

    async def complete(self, outputs: dict[str, Any]) -> None:
        ended = self._client.functions_completeSuccess(
            function_execution_id=self._id, outputs=outputs
        )
        await _once(ended)

    async def fail(self, why: str) -> None:
        """End it with a sentence, which Slack shows whoever started the workflow."""
        why = naming.renamed(why, self._command)
        ended = self._client.functions_completeError(function_execution_id=self._id, error=why)
        await _once(ended)


async def _once(ended: Awaitable[Any]) -> None:
    try:
        await ended
    except SlackApiError as error:
        if refusals.code(error) != OVER:
            raise
