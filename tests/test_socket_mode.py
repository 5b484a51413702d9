"""Frames of Socket Mode: counted as requests over HTTP are, and acked only when Slack sent them."""

from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any

import pytest
from slack_bolt import BoltResponse
from slack_sdk.socket_mode.request import SocketModeRequest
from structlog.testing import capture_logs

from bot import metrics
from bot.socket_mode import Socket

COMMAND = {
    "command": "/amp",
    "team_id": "T1",
    "user_id": "U1",
    "channel_id": "C1",
    "text": "canary",
}


class Slack:
    """Slack's end, which notes what is acked."""

    logger = SimpleNamespace(level=0, debug=lambda *_: None, error=lambda *_: None)

    def __init__(self) -> None:
        self.acked: list[str] = []

    async def send_socket_mode_response(self, response: Any) -> None:
        self.acked.append(response.envelope_id)


async def sent(kind: str, payload: Any, fails: Exception | None = None) -> tuple[list[str], int]:
    """What of a frame is acked, and how often Bolt has been asked; it may fail."""
    asked: list[object] = []

    async def dispatch(request: object) -> BoltResponse:
        asked.append(request)
        if fails is not None:
            raise fails
        return BoltResponse(status=200)

    handler, slack = Socket.__new__(Socket), Slack()
    handler.app = SimpleNamespace(async_dispatch=dispatch)  # type: ignore[assignment]
    frame = SocketModeRequest(type=kind, envelope_id="e", payload=payload)
    with pytest.raises(type(fails)) if fails else nullcontext():
        await handler.handle(slack, frame)
    return slack.acked, len(asked)


def failed(status: int) -> float:
    told = metrics.registry.get_sample_value("amp_requests_failed_total", {"status": str(status)})
    return told or 0.0


async def test_a_frame_that_goes_well_is_acked_and_not_counted() -> None:
    """Nobody shall see that somebody answers; of what is nothing of ours, Bolt hears nothing."""
    before = [failed(status) for status in (200, 400, 500)]
    assert await sent("slash_commands", COMMAND) == (["e"], 1)
    assert await sent("events_api", {"type": "app_rate_limited"}) == (["e"], 0)
    assert [failed(status) for status in (200, 400, 500)] == before


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("slash_commands", {**COMMAND, "user_id": 5}),
        ("interactive", "canary"),
        ("events_api", {"type": "event_callback", "event": "canary"}),
    ],
)
async def test_a_frame_that_slack_would_not_send_is_counted_and_not_acked(
    kind: str, payload: Any
) -> None:
    """As one over HTTP that is answered with 400; the log says of which kind, and no more."""
    before = failed(400), failed(500)
    with capture_logs() as logs:
        assert await sent(kind, payload) == ([], 0)
    assert (failed(400), failed(500)) == (before[0] + 1, before[1])
    told = "a frame of Socket Mode can't be read"
    assert logs == [{"event": told, "kind": kind, "log_level": "warning"}]


async def test_a_frame_that_goes_wrong_with_us_is_counted_and_slack_sends_it_again() -> None:
    """As one over HTTP that is answered with 500, of which an alert tells."""
    before = failed(400), failed(500)
    assert await sent("slash_commands", COMMAND, RuntimeError("ours")) == ([], 1)
    assert (failed(400), failed(500)) == (before[0], before[1] + 1)
