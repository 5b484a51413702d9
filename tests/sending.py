"""Requests as Slack sends them: a command, a pulse's form, and the signature over either."""

import json
import time
import uuid
from collections.abc import Mapping
from typing import Any

from slack_sdk.signature import SignatureVerifier

NOBODY = "http://127.0.0.1:9/"


def command(
    workspace_id: str, user_id: str, text: str, response_url: str = NOBODY
) -> dict[str, str]:
    """`/amp TEXT`, typed in a channel."""
    return {
        "command": "/amp", "text": text, "team_id": workspace_id, "team_domain": "crew",
        "channel_id": "C1", "channel_name": "crew", "user_id": user_id,
        "user_name": "somebody", "api_app_id": "A1", "trigger_id": uuid.uuid4().hex,
        "response_url": response_url,
    }  # fmt: skip


def ballot(
    workspace_id: str, user_id: str, round_id: int, answers: Mapping[str, int]
) -> dict[str, str]:
    """The form of a pulse, with a value for each item."""
    values = {
        item: {"choice": {"type": "radio_buttons", "selected_option": {"value": str(value)}}}
        for item, value in answers.items()
    }
    view = {
        "id": "V1", "root_view_id": "V1", "type": "modal", "team_id": workspace_id, "hash": "1",
        "callback_id": "pulse:ballot", "private_metadata": json.dumps({"round": round_id}),
        "blocks": [{"type": "input", "block_id": item} for item in answers],
        "state": {"values": values},
    }  # fmt: skip
    body: dict[str, Any] = {
        "type": "view_submission", "team": {"id": workspace_id, "domain": "crew"},
        "user": {"id": user_id, "team_id": workspace_id}, "api_app_id": "A1",
        "trigger_id": uuid.uuid4().hex, "view": view,
    }  # fmt: skip
    return {"payload": json.dumps(body)}


def headers(secret: str, body: str) -> dict[str, str]:
    """Those of a form that is signed now."""
    stamp = str(int(time.time()))
    signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body)
    return {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": signature or "",
    }
