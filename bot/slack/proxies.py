"""The proxy on the way to an address, as HTTPS_PROXY, HTTP_PROXY and NO_PROXY say."""

from collections.abc import MutableMapping
from urllib.parse import urlsplit
from urllib.request import (  # type: ignore[attr-defined]
    getproxies_environment,
    proxy_bypass_environment,
)

from bot.settings import THIS_MACHINE

SECURE = ("https", "wss")

_named: dict[str, str] = {}


def take(environ: MutableMapping[str, str]) -> None:
    """Take them out of what Slack's own library reads, which knows of no exception."""
    _named.update(getproxies_environment())
    for name in [name for name in environ if name.lower() in ("http_proxy", "https_proxy")]:
        del environ[name]


def to(address: str | None) -> str | None:
    """The one for this address; None where it is reached past any, as this machine always is."""
    parts = urlsplit(address or "")
    if parts.hostname in (None, *THIS_MACHINE) or proxy_bypass_environment(parts.netloc, _named):
        return None
    first, other = ("https", "http") if parts.scheme in SECURE else ("http", "https")
    return _named.get(first) or _named.get(other)
