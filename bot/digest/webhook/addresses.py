"""Where a webhook may go: to public addresses, so that nobody reaches into our own network.

A name is looked up once for each call, every address that it has must be public, and the
connection goes to one of those: a name that changes its address in between gains nothing.
"""

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import SplitResult, urlsplit

from aiohttp.abc import AbstractResolver, ResolveResult

from bot.errors import AmpError

MAX_LENGTH = 2000  # characters
LOCAL_NAMES = {"localhost", "127.0.0.1", "::1"}


class NoAddress(AmpError):
    """What was entered is no address that can be called."""

    field = "url"


class NotPublic(AmpError):
    """An address lies in our own network, or could."""

    field = "url"


def check(url: str, *, loopback: bool) -> str:
    """The address as it is kept; raises NoAddress or NotPublic.

    *loopback*: this machine itself may be meant, as when Amp talks to a local Slack.
    """
    parts = _split(url.strip())
    host = parts.hostname or ""
    local = host in LOCAL_NAMES
    if local and not loopback:
        raise NotPublic
    if parts.scheme != "https" and not (parts.scheme == "http" and local):
        raise NoAddress
    if not host or parts.username or parts.password or len(url) > MAX_LENGTH:
        raise NoAddress
    if not local and (literal := _literal(host)) and not is_public(literal):
        raise NotPublic
    return parts.geturl()


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise NoAddress from None
    if any(sign.isspace() or not sign.isprintable() for sign in url):
        raise NoAddress
    return parts


def _literal(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether it is an address of the public internet, an IPv4 one in IPv6's clothes included."""
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    if inner is not None and not inner.is_global:
        return False
    return address.is_global and not address.is_multicast


class PublicOnly(AbstractResolver):
    """Looks names up and refuses those that lead anywhere but to the public internet.

    aiohttp asks it for names only: addresses written as numbers are checked by `check`.
    """

    def __init__(self, *, loopback: bool) -> None:
        self._loopback = loopback

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await asyncio.get_running_loop().getaddrinfo(
            host, port, type=socket.SOCK_STREAM, family=family
        )
        if not (self._loopback and host in LOCAL_NAMES):
            for *_, address in found:
                if not is_public(ip_address(str(address[0]).partition("%")[0])):
                    raise OSError(None, "not_public")
        return [
            ResolveResult(
                hostname=host, host=str(address[0]), port=port, family=kind, proto=proto,
                flags=socket.AI_NUMERICHOST,
            )
            for kind, _, proto, _, address in found
        ]  # fmt: skip

    async def close(self) -> None:
        return None
