"""How Slack signs what it sends over HTTP."""

import hashlib
import hmac
import time


def headers(secret: str, body: bytes, *, at: float | None = None) -> dict[str, str]:
    """`X-Slack-Signature` and its timestamp, for a moment of real time (default: now)."""
    timestamp = str(int(time.time() if at is None else at))
    base = b"v0:" + timestamp.encode() + b":" + body
    digest = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}
