"""What is in the way to Slack, in words for whoever runs Amp: nothing of an answer, no password."""

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.slack import refusals

PROXY = "the proxy that HTTPS_PROXY or HTTP_PROXY names"
# The first that fits: some of these are kinds of others.
CAUSES: tuple[tuple[type[Exception], str], ...] = (
    (aiohttp.ClientProxyConnectionError, f"{PROXY} does not answer; NO_PROXY goes past it"),
    (aiohttp.ClientHttpProxyError, f"{PROXY} does not let us through; NO_PROXY goes past it"),
    (aiohttp.ClientSSLError, "its certificate is none that this machine trusts"),
    (aiohttp.ClientConnectorDNSError, "there is no machine of that name"),
    (aiohttp.InvalidURL, f"it, or {PROXY}, is no address"),
    (TimeoutError, "it does not answer in time"),
    (aiohttp.ClientConnectorError, "nobody listens there"),
)


def why(error: Exception) -> str:
    """What the library calls it, in brackets, and the likely cause."""
    if isinstance(error, SlackApiError):
        return _of_answer(error)
    told = next((f": {words}" for kind, words in CAUSES if isinstance(error, kind)), "")
    return f"({type(error).__name__}){told}"


def _of_answer(error: SlackApiError) -> str:
    code, status = refusals.code(error), refusals.status(error)
    if code in refusals.LIMITED:
        return f"({code}): it wants to be left alone for a while"
    if code:
        return f"({code}): it is in trouble itself"
    return f"(status {status}): what answers there is not Slack, or Slack is down"
