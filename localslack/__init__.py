"""A local Slack for any bot: server, rules, web page, people to act as. See README.md."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from localslack.blocking import BlockingDriver, BlockingPerson, BlockingSlack
    from localslack.driver import Person, Slack
    from localslack.errors import CompanyError
    from localslack.server import COMPANY, LocalSlack

__all__ = [
    "COMPANY",
    "BlockingDriver",
    "BlockingPerson",
    "BlockingSlack",
    "CompanyError",
    "LocalSlack",
    "Person",
    "Slack",
]

_HOMES = {
    "COMPANY": "server",
    "BlockingDriver": "blocking",
    "BlockingPerson": "blocking",
    "BlockingSlack": "blocking",
    "CompanyError": "errors",
    "LocalSlack": "server",
    "Person": "driver",
    "Slack": "driver",
}


def __getattr__(name: str) -> Any:
    """Import a name when it is asked for: pytest reads this package in runs that never use it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
