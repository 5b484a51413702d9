"""`python -m localslack.run BOT.py`: a Python bot as it is, with SLACK_API_URL as its Slack.

Wherever it makes a client of slack_sdk without an address of its own, Slack's is replaced, and so
is the page to which it leads people who install it.
"""

import functools
import os
import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

SLACKS_PAGE = "https://slack.com/oauth/v2/authorize"


def main() -> int:
    """Run the bot as `python BOT.py` does, arguments included."""
    address, script = os.environ.get("SLACK_API_URL"), sys.argv[1:2]
    if not script:
        return _fail("Say which bot: python -m localslack.run BOT.py")
    if not Path(script[0]).exists():
        return _fail(f"There is no {script[0]}.")
    if not address:
        return _fail("SLACK_API_URL is not set: load the lines that python -m localslack prints.")
    point_at(address)
    sys.argv = sys.argv[1:]
    sys.path.insert(0, str(Path(script[0]).resolve().parent))
    runpy.run_path(script[0], run_name="__main__")
    return 0


def _fail(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


def point_at(address: str) -> None:
    """Let clients of slack_sdk that are made without an address talk to this one.

    *address* is that of the Web API; where people allow an app lies beside it.
    """
    from slack_sdk.oauth import AuthorizeUrlGenerator
    from slack_sdk.web.async_base_client import AsyncBaseClient
    from slack_sdk.web.base_client import BaseClient

    for client in (BaseClient, AsyncBaseClient):
        setattr(client, "__init__", _with_address(client.__init__, address))  # noqa: B010
    page = f"{address.removesuffix('/api/')}/oauth/v2/authorize"
    made = _with_page(AuthorizeUrlGenerator.__init__, page)
    setattr(AuthorizeUrlGenerator, "__init__", made)  # noqa: B010


def _with_page(make: Callable[..., None], page: str) -> Callable[..., None]:
    @functools.wraps(make)
    def made(self: Any, **named: Any) -> None:
        # Bolt names Slack's own page where it was told none.
        if named.get("authorization_url") in (None, SLACKS_PAGE):
            named["authorization_url"] = page
        make(self, **named)

    return made


def _with_address(make: Callable[..., None], address: str) -> Callable[..., None]:
    @functools.wraps(make)
    def made(self: Any, token: str | None = None, *given: Any, **named: Any) -> None:
        if not given:
            named.setdefault("base_url", address)
        make(self, token, *given, **named)

    return made


if __name__ == "__main__":
    sys.exit(main())
