"""What Slack refuses a call with."""

from collections.abc import Awaitable
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError


async def refused(call: Awaitable[Any]) -> dict[str, Any]:
    """The whole answer of a call that has to be refused."""
    with pytest.raises(SlackApiError) as caught:
        await call
    answer = caught.value.response.data
    assert isinstance(answer, dict)
    return answer


async def refusal(call: Awaitable[Any]) -> str:
    """The error word of a call that has to be refused."""
    return str((await refused(call))["error"])
