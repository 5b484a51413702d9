"""The address of the key store in `AMP_KEYS`, which may be what another variable holds."""

import hashlib
import os
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, urlsplit

NAMED = re.compile(r"\$\{?(\w+)\}?")  # another variable, whose value it is
OF_POOLS = "timeout"  # of another kind than ours; it may stand there for others
FIRST = "redis://host:6379/0"
SCHEMES = ("redis", "rediss", "unix")


def spelled_out(given: str, environ: Mapping[str, str]) -> tuple[str, str | None]:
    """What the variable holds that an address begins with, and what is wrong with that.

    `$REDIS_URL?ssl_cert_reqs=none` has what the host says there, which it may change by itself.
    """
    found = NAMED.match(given)
    if found is None:
        return given, None
    name, behind = found[1], given[found.end() :]
    address = environ.get(name)
    if not address:
        return "redis://nowhere", f"AMP_KEYS names ${name}, and there is no {name} here."
    if address.startswith("$"):
        told = f"AMP_KEYS names ${name}, which names a variable itself. Name that with the address."
        return "redis://nowhere", told
    if "?" in address and behind.startswith("?"):
        behind = "&" + behind[1:]
    return address + behind, None


def apart(file: Path | None, environ: Mapping[str, str]) -> str | None:
    """A folder where nobody who copies the database's *file* copies the keys too.

    One for each database, below `RUNTIME_DIRECTORY` or `XDG_STATE_HOME`; None where this user has
    no such place: they stay beside the database then, and `amp doctor` says so.
    """
    if file is None:
        return None
    home = Path(environ.get("HOME") or "/nowhere")
    above = environ.get("RUNTIME_DIRECTORY", "").partition(":")[0] or environ.get("XDG_STATE_HOME")
    if not above and not (os.path.isdir(home) and os.access(home, os.W_OK)):
        return None
    place = hashlib.sha256(str(file.absolute()).encode()).hexdigest()[:8]
    return str(Path(above or home / ".local" / "state") / "amp" / f"{file.stem}-{place}.keys")


def complaints(given: str) -> list[str]:
    """A sentence for what is wrong with an address, which is no folder."""
    try:
        address = urlsplit(given)
        if address.scheme != "unix" and _is_cut(address):
            return ["AMP_KEYS: a /, ? or # in the user or the password is written %2F, %3F or %23."]
        known = address.scheme in SCHEMES and address.port != 0
    except ValueError:
        known = False
    if not known:
        return ["AMP_KEYS must be a folder, or an address such as redis://host:6379."]
    if address.scheme != "unix" and not address.path.strip("/").isdecimal() and address.path[1:]:
        told = address.path.strip("/")
        return [f"AMP_KEYS names the database «{told}»: Redis has numbers, such as {FIRST}."]
    return _without_tls(address) or _not_known(given)


def _is_cut(address: SplitResult) -> bool:
    """Whether the host, which an @ stands before, was taken for what stands behind a host."""
    option = "=" in address.query.partition("@")[0]
    return any(
        "@" in part for part in (address.path, address.fragment, address.query * (not option))
    )


def _not_known(given: str) -> list[str]:
    """What stands behind the address and is no option, which would be found out by each use."""
    from redis.asyncio import ConnectionPool
    from redis.exceptions import RedisError

    try:
        pool = ConnectionPool.from_url(given)
        options = {n: v for n, v in pool.connection_kwargs.items() if n != OF_POOLS}
        pool.connection_class(**options)
    except (TypeError, ValueError, RedisError) as error:
        option = re.search(r"argument '(\w+)'|value for '?(\w+)", str(error))
        told = f"«{option[1] or option[2]}»" if option else "what stands behind the ?"
        return [f"AMP_KEYS: {told} is no option of Redis's address, or its value can't be one."]
    return []


def _without_tls(address: SplitResult) -> list[str]:
    """What is said of a certificate where there is none, which the driver does not take."""
    said = sorted({name for name, _ in parse_qsl(address.query) if name.startswith("ssl_")})
    if not said or address.scheme == "rediss":
        return []
    return [
        f"AMP_KEYS has {', '.join(said)}, which only rediss:// knows, and its address begins with "
        f"{address.scheme}://. Take that out, or use rediss://."
    ]
