"""What Slack means when it refuses a call: its own words, sorted by what follows from them."""

import aiohttp
from slack_sdk.errors import SlackApiError

# What a question to Slack may raise: a no, or no answer. aiohttp's errors are not all of the
# system's, as when a server hangs up, and a timeout is one of the system's.
NOT_ANSWERED = (SlackApiError, aiohttp.ClientError, OSError)
# The token is worth nothing any more. Slack says the last one of deactivated people, too.
GONE = {"invalid_auth", "not_authed", "token_revoked", "account_inactive"}
# Slack may have done it before it said so.
PERHAPS = {"", "fatal_error", "internal_error", "service_unavailable", "request_timeout"}
LIMITED = {"ratelimited", "rate_limited", "message_limit_exceeded"}
# What was said can't be shown there; said more plainly, perhaps it can.
TOO_FANCY = {"invalid_blocks", "invalid_blocks_format", "invalid_arguments", "msg_blocks_too_long"}

# A channel that can't be posted to until somebody mends that, by what is to be mended.
OUT_OF_REACH = {
    "is_archived": "archived",
    "channel_not_found": "gone",
    "not_in_channel": "outside",
    "restricted_action": "closed",
    "restricted_action_read_only_channel": "closed",
    "restricted_action_thread_only_channel": "threads",
    "restricted_action_non_threadable_channel": "closed",
}

# Those for which content/ has a sentence that says what to do.
TOLD = {
    "expired_trigger_id", "exchanged_trigger_id", "not_in_channel", "channel_not_found",
    "is_archived", "ratelimited", "missing_scope",
}  # fmt: skip

MISSING_SCOPE = "missing_scope"
PAUSE = 30.0  # seconds, where Slack does not say how long
LONGEST = 3600.0  # seconds after which it is asked once more, however long it says


def code(error: SlackApiError) -> str:
    """Slack's own word for it, or "" when the answer was none of Slack's (a proxy's page)."""
    if status(error) == 429:
        return "ratelimited"
    word = str(_told(error).get("error") or "")
    if word == "invalid_arguments" and "trigger_id" in details(error):
        return "expired_trigger_id"
    return word


def stranger() -> SlackApiError:
    """An answer that is JSON and none of Slack's, over which its library stumbles."""
    return SlackApiError("stranger", {})  # type: ignore[no-untyped-call]


def said_no(error: Exception) -> bool:
    """Whether Slack itself has refused, and asking again won't help: no fault, no rate limit."""
    if not isinstance(error, SlackApiError) or status(error) >= 500:
        return False
    return code(error) not in PERHAPS | LIMITED


def details(error: SlackApiError) -> str:
    """What Slack says of each part that it did not like."""
    more = _told(error).get("response_metadata")
    messages = more.get("messages") if isinstance(more, dict) else None
    return " ".join(str(message) for message in messages or [])


def needed(error: SlackApiError) -> str:
    """The scope that Slack misses, in its own words."""
    return str(_told(error).get("needed") or "unknown")


def status(error: SlackApiError) -> int:
    """The HTTP status."""
    # When the answer is no JSON, the SDK hands over aiohttp's response instead of its own.
    response = error.response
    return int(getattr(response, "status_code", None) or getattr(response, "status", None) or 0)


def pause(error: SlackApiError) -> float:
    """For how many seconds Slack wants to be left alone."""
    return seconds(error.response)


def seconds(response: object) -> float:
    """The same, of a response of any of the SDK's kinds; some have a list of a header's values."""
    headers = getattr(response, "headers", None) or {}
    told = next((headers[name] for name in headers if name.lower() == "retry-after"), "")
    if isinstance(told, list):
        told = told[0] if told else ""
    return min(float(told), LONGEST) if str(told).isdecimal() else PAUSE


def _told(error: SlackApiError) -> dict[str, object]:
    told = getattr(error.response, "data", error.response)
    return told if isinstance(told, dict) else {}
